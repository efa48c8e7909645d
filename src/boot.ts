import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { resolve } from 'node:path';
import { Configuration, type Environment, readEnvironment, requiredSecret } from '#platform/config/configuration.js';
import { localSecret } from '#platform/config/local-secret.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { migrate } from '#platform/database/migrate.js';
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
  const stopDatabase = async () => embedded?.stop();
  try {
    const ownerUrl = environment.DATABASE_URL ?? embedded!.url;
    const configuration = new Configuration(
      environment,
      ownerUrl,
      embedded ? await secretOf(environment, dataDir) : requiredSecret(environment),
    );
    await migrate(ownerUrl);
    const app = await createApp(configuration);
    await app.init();
    await firstRun(app, configuration);
    // With a database of its own, a worker process does this.
    const jobs = embedded && app.get(JobRunner);
    await jobs?.start();
    await listen(app, configuration, async () => jobs?.stop());
    const address = (await app.getUrl()).replace('[::1]', 'localhost');
    console.log(`Bureau is ready on ${address}`);
    console.log(`  API          ${address}/v1`);
    console.log(`  Swagger UI   ${address}/docs`);
    console.log(`  OpenAPI      ${address}/openapi.json`);
    void embedded?.lost.then((reason) => {
      console.error(`The database has ended: ${reason}`);
      process.exit(1);
    });
    onStopSignal(async () => {
      await app.close();
      await jobs?.stop();
      await stopDatabase();
    });
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

async function secretOf(environment: Environment, dataDir: string): Promise<string> {
  return environment.BUREAU_SECRET ?? localSecret(dataDir);
}

/** An address that is taken ends the start, and all that was started with it. */
async function listen(app: NestFastifyApplication, { host, port }: Configuration, stopJobs: () => Promise<void>) {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await stopJobs();
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} on ${host} is taken. Set PORT to another one, or stop the program that has it.`, {
      cause: error,
    });
  }
}
