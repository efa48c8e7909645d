import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { allowOrigins } from './cross-origin.js';
import { DeclaredQueryGuard } from './declared-query.guard.js';
import { DeprecationGuard } from './deprecation.js';
import { FieldsPipe } from './fields/fields.pipe.js';
import { installInputGuard } from './input-guard.js';
import { leaveInOrder } from './leave-in-order.js';
import { observeRequests, type RequestObserver } from './observe-requests.js';
import { ProblemFilter } from './problem.filter.js';
import { installRequestContext } from './request-context.js';
import { RouteTable } from './route-table.js';
import type { DatabaseProblems } from './sqlstate.js';
import type { RequestSpans } from '../tracing/request-spans.js';

export interface HttpOptions {
  /** What broken constraints and raised codes mean, joined from the modules by `mergeDatabaseProblems`. */
  databaseProblems: DatabaseProblems;
  /** Learn of every request that ends: the log and the metrics. */
  observers?: readonly RequestObserver[];
  /** Makes a span of every request, where traces are sent. */
  spans?: RequestSpans;
  /** Pages of other origins that may call the API, such as `https://shop.example.com`; none unless given. */
  allowedOrigins?: readonly string[];
  /** Whether the process has been asked to end. */
  isLeaving?: () => boolean;
}

/**
 * Sets up what every request meets: id and context, input guard, declared fields, problems, security headers. Call it on
 * an application of `createHttpAdapter()`, before routes exist, thus before `init` and before Swagger UI is added.
 */
export function configureHttp(app: NestFastifyApplication, options: HttpOptions): void {
  const { databaseProblems, observers = [], spans, allowedOrigins = [], isLeaving = () => false } = options;
  const server = app.getHttpAdapter().getInstance();
  const routes = RouteTable.of(server);
  spans?.install(server);
  installRequestContext(server);
  observeRequests(server, spans ? [...observers, spans] : observers);
  leaveInOrder(server, isLeaving);
  allowOrigins(server, allowedOrigins);
  installInputGuard(server);
  app.useGlobalGuards(new DeprecationGuard(), new DeclaredQueryGuard());
  app.useGlobalPipes(new FieldsPipe());
  app.useGlobalFilters(new ProblemFilter(databaseProblems, routes));
  app.useSecurityHeaders({
    // The server speaks plain HTTP, often without TLS before it on a local network: the browser that shows Swagger UI
    // must not be told to fetch its parts over HTTPS.
    contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null, 'frame-ancestors': "'none'" } },
    xFrameOptions: { action: 'deny' },
    // Not for plain HTTP (RFC 6797, 7.2): it binds a host name, so the proxy that has the certificate decides.
    strictTransportSecurity: false,
  });
}
