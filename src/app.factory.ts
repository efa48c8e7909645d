import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '#platform/auth/caller.decorator.js';
import { DocumentReaders } from '#platform/auth/document-readers.js';
import type { Configuration } from '#platform/config/configuration.js';
import { Readiness } from '#platform/health/readiness.js';
import { configureHttp } from '#platform/http/configure-http.js';
import { createHttpAdapter } from '#platform/http/http-adapter.js';
import { serveOpenApi } from '#platform/http/openapi/serve-openapi.js';
import type { Log } from '#platform/logging/log.js';
import { NestLog } from '#platform/logging/nest-log.js';
import { RequestLog } from '#platform/logging/request-log.js';
import { RequestMetrics } from '#platform/metrics/request-metrics.js';
import { serveMetrics } from '#platform/metrics/serve-metrics.js';
import { RequestSpans } from '#platform/tracing/request-spans.js';
import { spansAreMade } from '#platform/tracing/spans.js';
import { describeApi, firstValues } from './api-document.js';
import { AppModule } from './app.module.js';
import { declaredDatabaseProblems } from './declared-database-problems.js';

/** The application with all that every request meets, not yet listening. */
export async function createApp(configuration: Configuration, log: Log): Promise<NestFastifyApplication> {
  const { METRICS_TOKEN, DOCS, CORS_ORIGINS, TRUSTED_PROXIES } = configuration.environment;
  const adapter = createHttpAdapter({ trustProxy: TRUSTED_PROXIES ?? false });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(configuration), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  const readiness = app.get(Readiness);
  configureHttp(app, {
    databaseProblems: declaredDatabaseProblems,
    observers: [new RequestLog(), app.get(RequestMetrics)],
    spans: spansAreMade() ? new RequestSpans() : undefined,
    allowedOrigins: CORS_ORIGINS,
    isLeaving: () => readiness.isWithdrawn,
  });
  serveMetrics(app, METRICS_TOKEN);
  if (DOCS !== 'off') {
    const readers = app.get(DocumentReaders);
    const mayRead =
      DOCS === 'authenticated'
        ? (request: FastifyRequest) => readers.admits(request.headers.authorization, callerOf(request))
        : undefined;
    serveOpenApi(app, { document: () => describeApi(app), firstValues, mayRead });
  }
  return app;
}
