import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { Configuration, readEnvironment } from '../../src/platform/config/configuration.js';
import { createHttpAdapter } from '../../src/platform/http/http-adapter.js';
import { buildOpenApiDocument } from '../../src/platform/http/openapi/openapi-document.js';
import { EventCatalogue } from '../../src/platform/events/event-declaration.js';
import { describeWebhooks } from '../../src/platform/webhooks/describe-webhooks.js';
import { RolePermissions } from '../../src/platform/permissions/permission.js';
import { describeClients } from '../../src/platform/auth/clients/describe-clients.js';
import { declaredPermissions } from '../../src/declared-permissions.js';
import { declaredEvents } from '../../src/declared-events.js';
import { type ApiDocument, committedDocument } from './openapi-document.js';

/** The routes and the document of the whole application, of which nothing is constructed or connected. */
export async function preview(): Promise<{ routes: string[]; document: ApiDocument }> {
  const configuration = new Configuration(readEnvironment({}), 'postgres://preview', 'preview');
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(configuration), createHttpAdapter(), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push(`${one} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    });
  const { info, tags } = committedDocument();
  const document = buildOpenApiDocument(app, {
    ...info,
    tags: tags.map(({ name, description }) => [name, description]),
    clients: describeClients(new RolePermissions(declaredPermissions)),
    webhooks: describeWebhooks(new EventCatalogue(declaredEvents)),
  });
  await app.init();
  // As it is sent: without what JSON leaves out.
  return { routes, document: JSON.parse(JSON.stringify(document)) as ApiDocument };
}
