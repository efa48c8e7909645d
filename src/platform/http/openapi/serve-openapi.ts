import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { byPath, keepSession, operationFilter, prepareRequest, requestDuration } from './swagger-ui-page.js';
import type { FirstValues } from './try-out-bodies.js';
import { tryOutDocument } from './try-out-document.js';

/**
 * Serves the document at `/openapi.json` and, as a form for each operation, with Swagger UI at `/docs`, where `/` leads
 * as well. The document is built when it is first asked for.
 */
export function serveOpenApi(
  app: NestFastifyApplication,
  document: () => OpenAPIObject,
  firstValues: FirstValues = {},
): void {
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
  const server = app.getHttpAdapter().getInstance();
  // No route: the router takes the request target `*` for `/`, and Nest refuses it then before a request has its id.
  server.addHook('onRequest', (request, reply, done) => {
    const isRoot = request.is404 && ['GET', 'HEAD'].includes(request.method) && /^\/(?:\?|$)/.test(request.url);
    if (isRoot) void reply.redirect('/docs');
    else done();
  });
}
