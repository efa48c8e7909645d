import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { resolve } from 'node:path';
import { Configuration, type Environment, readEnvironment, requiredSecret } from '#platform/config/configuration.js';
import { localSecret } from '#platform/config/local-secret.js';
import { appLogin } from '#platform/database/app-data-source.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { migrate } from '#platform/database/migrate.js';
import { tryLogin } from '#platform/database/try-login.js';
import { JobRunner } from '#platform/jobs/job-runner.js';
import { createApp } from './app.factory.js';
import { firstRun } from './first-run.js';
import { onStopSignal } from './stop-signal.js';

/** Brings Bureau up, from a bare machine to the first request, and arranges for it to go down in order. */
export async function boot(): Promise<void> {
  const environment = readEnvironment(process.env);
  const dataDir = resolve(environment.DATA_DIR);
  const embedded = environment.DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres({ dataDir, durable: true, log: console.log });
  let app: NestFastifyApplication | undefined;
  let jobs: JobRunner | undefined;
  const stop = async () => {
    await jobs?.stop();
    await app?.close();
    await embedded?.stop();
  };
  try {
    const ownerUrl = environment.DATABASE_URL ?? embedded!.url;
    const secret = embedded ? await secretOf(environment, dataDir) : requiredSecret(environment);
    const configuration = new Configuration(environment, ownerUrl, secret);
    if (!embedded) await tryLogin({ setting: 'DATABASE_URL', url: ownerUrl });
    await migrate(ownerUrl);
    await tryLogin(appLogin(configuration));
    app = await createApp(configuration);
    await app.init();
    await firstRun(app, configuration);
    // With a database of its own, a worker process does this.
    if (embedded) jobs = app.get(JobRunner);
    await jobs?.start();
    await listen(app, configuration);
  } catch (error) {
    // An open connection would keep the process up for a while.
    await stop().catch(console.error);
    throw error;
  }
  void embedded?.lost.then((reason) => {
    console.error(`The database has ended: ${reason}`);
    process.exit(1);
  });
  onStopSignal(stop);
  await greet(app);
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

async function greet(app: NestFastifyApplication): Promise<void> {
  const address = (await app.getUrl()).replace('[::1]', 'localhost');
  console.log(`Bureau is ready on ${address}`);
  console.log(`  API          ${address}/v1`);
  console.log(`  Swagger UI   ${address}/docs`);
  console.log(`  OpenAPI      ${address}/openapi.json`);
}
