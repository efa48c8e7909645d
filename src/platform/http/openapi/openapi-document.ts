import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { finishComponents } from './finish-components.js';
import { finishOperations } from './finish-operations.js';
import { ProblemErrorView, ProblemView } from './problem.view.js';

export interface DocumentOptions {
  title: string;
  /** Version of the product. */
  version: string;
  /** Markdown shown on top of the document. */
  description: string;
  /** Name and description of each tag, in the order of display. */
  tags: readonly (readonly [name: string, description: string])[];
  /** What the server sends to others, by its name; with the classes that it refers to. */
  clients?: DescribedClients;
  webhooks?: { calls: Readonly<Record<string, object>>; models: readonly (new () => object)[] };
}

/** How programs get access tokens, and for what. */
export interface DescribedClients {
  tokenUrl: string;
  /** Description of each scope by its name, which is that of a permission. */
  scopes: Readonly<Record<string, string>>;
  /** Permissions that every program has, whatever its scope. */
  unscoped: readonly string[];
  /** Classes that refusals of tokens refer to. */
  models: readonly (new () => object)[];
}

/** The OpenAPI 3.1 document of all routes. Throws on what a generated client would stumble over. */
export function buildOpenApiDocument(app: NestFastifyApplication, options: DocumentOptions): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(options.title)
    .setVersion(options.version)
    .setDescription(options.description)
    .addServer('/', 'This server')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        description:
          'Access token of a sign-in or of a service account, or an API key (`bureau_live_…`, of a test organization `bureau_test_…`).',
      },
      'bearer',
    )
    .addSecurityRequirements('bearer');
  if (options.clients) builder.addOAuth2(clientCredentials(options.clients), 'oauth2');
  for (const [name, description] of options.tags) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    extraModels: [
      ProblemView,
      ProblemErrorView,
      ...(options.webhooks?.models ?? []),
      ...(options.clients?.models ?? []),
    ],
    autoTagControllers: false,
    operationIdFactory: (_controller, method) => method,
  });
  if (options.webhooks) Object.assign(document, { webhooks: options.webhooks.calls });
  finishOperations(document, options.clients);
  finishComponents(document);
  return document;
}

const clientCredentials = ({ tokenUrl, scopes }: DescribedClients) => ({
  type: 'oauth2' as const,
  description: 'Id and secret of a service account, for an access token of ten minutes. Scopes are permissions.',
  flows: { clientCredentials: { tokenUrl, scopes: { ...scopes } } },
});
