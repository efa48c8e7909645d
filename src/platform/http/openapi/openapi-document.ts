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
  webhooks?: { calls: Readonly<Record<string, object>>; models: readonly (new () => object)[] };
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
          'Access token of a sign-in, or an API key (`bureau_live_…`, of a test organization `bureau_test_…`).',
      },
      'bearer',
    )
    .addSecurityRequirements('bearer');
  for (const [name, description] of options.tags) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    extraModels: [ProblemView, ProblemErrorView, ...(options.webhooks?.models ?? [])],
    autoTagControllers: false,
    operationIdFactory: (_controller, method) => method,
  });
  if (options.webhooks) Object.assign(document, { webhooks: options.webhooks.calls });
  finishOperations(document);
  finishComponents(document);
  return document;
}
