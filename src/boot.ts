import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Configuration, type Environment, readEnvironment, requiredSecret } from '#platform/config/configuration.js';
import { localSecret } from '#platform/config/local-secret.js';
import { appLogin } from '#platform/database/app-data-source.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { migrate } from '#platform/database/migrate.js';
import { tryLogin } from '#platform/database/try-login.js';
import { Readiness } from '#platform/health/readiness.js';
import { JobRunner } from '#platform/jobs/job-runner.js';
import { createLog, formatFor } from '#platform/logging/log.js';
import { startTracing } from '#platform/tracing/start-tracing.js';
import { EventRelay } from '#platform/webhooks/event-relay.js';
import { type Announce, announcer } from './announce.js';
import { createApp } from './app.factory.js';
import { firstRun } from './first-run.js';
import { packageVersion } from './package-version.js';
import { keepHeapSteady } from './steady-heap.js';
import { endProcess, onStopSignal } from './stop-signal.js';

/** Brings Bureau up, from a bare machine to the first request, and arranges for it to go down in order. */
export async function boot(): Promise<void> {
  keepHeapSteady();
  const environment = readEnvironment(process.env);
  const format = formatFor(environment.LOG_FORMAT);
  const log = createLog({ level: environment.LOG_LEVEL, format, process: 'api' });
  const announce = announcer(log, format);
  const endTracing = await startTracing(environment, { version: packageVersion(), process: 'api' }, log);
  const dataDir = resolve(environment.DATA_DIR);
  const embedded = environment.DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres({ dataDir, durable: true, log: (message) => announce({ message }) });
  let app: NestFastifyApplication | undefined;
  let jobs: JobRunner | undefined;
  let relay: EventRelay | undefined;
  const stop = async () => {
    await sendElsewhere(app, environment.SHUTDOWN_DELAY);
    await Promise.all([jobs?.stop(), relay?.stop()]);
    await app?.close();
    await embedded?.stop();
    await endTracing();
  };
  try {
    const ownerUrl = environment.DATABASE_URL ?? embedded!.url;
    const secret = embedded ? await secretOf(environment, dataDir) : requiredSecret(environment);
    const configuration = new Configuration(environment, ownerUrl, secret);
    if (!embedded) await tryLogin({ setting: 'DATABASE_URL', url: ownerUrl });
    await migrate(ownerUrl);
    await tryLogin(appLogin(configuration));
    app = await createApp(configuration, log);
    await app.init();
    await firstRun(app, configuration, announce);
    // With a database of its own, a worker process does this.
    if (embedded) jobs = app.get(JobRunner);
    await jobs?.start();
    if (embedded) relay = app.get(EventRelay);
    relay?.start();
    await listen(app, configuration);
  } catch (error) {
    // An open connection would keep the process up for a while.
    await stop().catch((reason: unknown) => log.error(reason));
    throw error;
  }
  void embedded?.lost.then((reason) => {
    log.fatal(`The database has ended: ${reason}`);
    endProcess(log, 1);
  });
  onStopSignal({ stop, limit: environment.SHUTDOWN_DELAY + environment.SHUTDOWN_LIMIT, log });
  await greet(app, environment.DOCS, announce);
}

async function secretOf(environment: Environment, dataDir: string): Promise<string> {
  return environment.BUREAU_SECRET ?? localSecret(dataDir);
}

async function listen(app: NestFastifyApplication, { host, port }: Configuration): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new Error(`Port ${port} on ${host} is taken. Set PORT to another one, or stop the program that has it.`, {
      cause,
    });
  }
}

/** Readiness fails first, so that a balancer has time to notice; until then requests are served as before. */
async function sendElsewhere(app: NestFastifyApplication | undefined, seconds: number): Promise<void> {
  if (!app?.getHttpServer().listening) return;
  app.get(Readiness).withdraw();
  await delay(seconds * 1000);
}

async function greet(app: NestFastifyApplication, docs: Environment['DOCS'], announce: Announce): Promise<void> {
  const address = (await app.getUrl()).replace('[::1]', 'localhost');
  const described = [`  Swagger UI   ${address}/docs`, `  OpenAPI      ${address}/openapi.json`];
  const details = [`  API          ${address}/v1`, ...(docs === 'off' ? [] : described)];
  announce({ message: `Bureau is ready on ${address}`, details });
}
