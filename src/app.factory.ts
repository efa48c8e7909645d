import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accountingDatabaseProblems } from '#modules/accounting/accounting.database-problems.js';
import { administrationDatabaseProblems } from '#modules/administration/administration.database-problems.js';
import type { Configuration } from '#platform/config/configuration.js';
import { configureHttp } from '#platform/http/configure-http.js';
import { createHttpAdapter } from '#platform/http/http-adapter.js';
import { mergeDatabaseProblems } from '#platform/http/sqlstate.js';
import { serveOpenApi } from '#platform/http/openapi/serve-openapi.js';
import { identityDatabaseProblems } from '#platform/identity/identity.database-problems.js';
import { platformDatabaseProblems } from '#platform/platform.database-problems.js';
import { describeApi, firstValues } from './api-document.js';
import { AppModule } from './app.module.js';

const databaseProblems = mergeDatabaseProblems(
  platformDatabaseProblems,
  identityDatabaseProblems,
  administrationDatabaseProblems,
  accountingDatabaseProblems,
);

/** The application with all that every request meets, not yet listening. */
export async function createApp(configuration: Configuration): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(configuration),
    httpAdapter(configuration),
    {
      logger: logLevels(configuration.environment.LOG_LEVEL),
      abortOnError: false,
    },
  );
  configureHttp(app, { databaseProblems });
  serveOpenApi(app, () => describeApi(app), firstValues);
  return app;
}

function httpAdapter({ environment }: Configuration) {
  return createHttpAdapter({ trustProxy: environment.TRUSTED_PROXIES ?? false });
}

function logLevels(level: Configuration['environment']['LOG_LEVEL']) {
  const levels = { error: ['error', 'fatal'], warn: ['warn'], info: [], debug: ['log', 'debug'] } as const;
  const names = Object.keys(levels) as (keyof typeof levels)[];
  return names.slice(0, names.indexOf(level) + 1).flatMap((name) => [...levels[name]]);
}
