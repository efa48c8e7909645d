import { resolve } from 'node:path';
import { Configuration, readEnvironment } from '#platform/config/configuration.js';
import { localSecret } from '#platform/config/local-secret.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { migrate } from '#platform/database/migrate.js';
import { createApp } from './app.factory.js';
import { firstRun } from './first-run.js';

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
    const configuration = new Configuration(environment, ownerUrl, await secretOf(environment, dataDir));
    await migrate(ownerUrl);
    const app = await createApp(configuration);
    await app.init();
    await firstRun(app, configuration);
    await app.listen({ host: configuration.host, port: configuration.port });
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
      await stopDatabase();
    });
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

async function secretOf(environment: Configuration['environment'], dataDir: string): Promise<string> {
  if (environment.BUREAU_SECRET) return environment.BUREAU_SECRET;
  if (environment.DATABASE_URL) {
    throw new Error(
      'With DATABASE_URL, set BUREAU_SECRET as well: random text, the same on every process (openssl rand -hex 32).',
    );
  }
  return localSecret(dataDir);
}

/** A repeated signal within this time is the same one: npm sends it on to a process that the terminal told already. */
const SAME_SIGNAL_MS = 1_000;

/** Finishes the requests that are running, then the database; a second signal does not wait. */
function onStopSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | undefined;
  const handle = () => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', handle).on('SIGTERM', handle);
}
