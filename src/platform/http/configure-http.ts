import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DeclaredQueryGuard } from './declared-query.guard.js';
import { FieldsPipe } from './fields/fields.pipe.js';
import { installInputGuard } from './input-guard.js';
import { platformProblems } from './platform.problems.js';
import { ProblemFilter } from './problem.filter.js';
import { installRequestContext } from './request-context.js';
import { RouteTable } from './route-table.js';
import type { DatabaseProblems } from './sqlstate.js';

export interface HttpOptions {
  /** What broken constraints and raised codes mean, joined from the modules by `mergeDatabaseProblems`. */
  databaseProblems: DatabaseProblems;
}

/**
 * Sets up what every request meets: id and context, input guard, declared fields, problems, security headers. Call it on
 * an application of `createHttpAdapter()`, before routes exist, thus before `init` and before Swagger UI is added.
 */
export function configureHttp(app: NestFastifyApplication, { databaseProblems }: HttpOptions): void {
  const server = app.getHttpAdapter().getInstance();
  const routes = RouteTable.of(server);
  installRequestContext(server);
  refuseWhenClosing(server);
  installInputGuard(server);
  app.useGlobalGuards(new DeclaredQueryGuard());
  app.useGlobalPipes(new FieldsPipe());
  app.useGlobalFilters(new ProblemFilter(databaseProblems, routes));
  app.useSecurityHeaders({
    // The server speaks plain HTTP, often without TLS before it on a local network: the browser that shows Swagger UI
    // must not be told to fetch its parts over HTTPS.
    contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
    // Not for plain HTTP (RFC 6797, 7.2): it binds a host name, so the proxy that has the certificate decides.
    strictTransportSecurity: false,
  });
}

/** While the server shuts down, connections that are kept alive may still bring requests: they are sent elsewhere. */
function refuseWhenClosing(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  server.addHook('onRequest', (_request, _reply, done) => {
    if (!closing) return done();
    const headers = { 'Retry-After': '1', Connection: 'close' };
    done(platformProblems.service_unavailable('The server is shutting down.').withHeaders(headers));
  });
}
