import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { platformProblems } from '../platform.problems.js';
import { byPath, keepSession, operationFilter, prepareRequest, requestDuration } from './swagger-ui-page.js';
import type { FirstValues } from './try-out-bodies.js';
import { tryOutDocument } from './try-out-document.js';

/** Whether whoever sends this request may read the document. */
export type MayRead = (request: FastifyRequest) => Promise<boolean>;

export interface ServedDocument {
  document: () => OpenAPIObject;
  firstValues?: FirstValues;
  /** Everybody may, where left out. */
  mayRead?: MayRead;
}

/**
 * Serves the document at `/openapi.json` and, as a form for each operation, with Swagger UI at `/docs`, where `/` leads
 * as well. The document is built when it is first asked for.
 */
export function serveOpenApi(
  app: NestFastifyApplication,
  { document, firstValues = {}, mayRead }: ServedDocument,
): void {
  const server = app.getHttpAdapter().getInstance();
  if (mayRead) {
    server.addHook('onRoute', (route) => {
      // The parts of the page that stand in its package say nothing of this API.
      const describes = route.url === '/openapi.json' || (route.url.startsWith('/docs') && route.url !== '/docs/*');
      if (describes) route.onRequest = askReader(mayRead);
    });
  }
  let built: OpenAPIObject | undefined;
  const whole = () => (built ??= document());
  SwaggerModule.setup('openapi', app, whole, { ui: false, raw: ['json'], jsonDocumentUrl: '/openapi.json' });
  SwaggerModule.setup('docs', app, () => tryOutDocument(whole(), firstValues), {
    raw: false,
    customSiteTitle: 'Bureau API',
    // The column says "No links" to every answer.
    customCss: '.swagger-ui .response-col_links { display: none }',
    swaggerOptions: {
      persistAuthorization: true,
      displayOperationId: true,
      displayRequestDuration: true,
      filter: true,
      operationsSorter: byPath,
      defaultModelsExpandDepth: 0,
      requestInterceptor: prepareRequest,
      responseInterceptor: keepSession,
      plugins: [operationFilter, requestDuration],
    },
  });
  // No route: the router takes the request target `*` for `/`, and Nest refuses it then before a request has its id.
  server.addHook('onRequest', (request, reply, done) => {
    const isRoot = request.is404 && ['GET', 'HEAD'].includes(request.method) && /^\/(?:\?|$)/.test(request.url);
    if (isRoot) void reply.redirect('/docs');
    else done();
  });
}

/** A browser asks its user then. */
const challenge = { 'WWW-Authenticate': 'Basic realm="Bureau API", charset="UTF-8"' };

function askReader(mayRead: MayRead) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.raw.setHeader('Cache-Control', 'no-store');
    if (await mayRead(request)) return;
    const detail = 'The description of the API needs a sign-in: e-mail and password, or an access token.';
    throw platformProblems.unauthenticated(detail).withHeaders(challenge);
  };
}
