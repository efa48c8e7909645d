import { resolve } from 'node:path';
import { Configuration, type Environment, readEnvironment, requiredSecret } from '#platform/config/configuration.js';
import { localSecret } from '#platform/config/local-secret.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { hasDatabase, runningServerUrl } from '#platform/database/embedded/running-server.js';
import { migrate, migrationState } from '#platform/database/migrate.js';
import { tryLogin } from '#platform/database/try-login.js';

/** Somebody waits for the command and may end it: a check of large books takes what it takes. */
const NO_LIMIT = 0;

/** The settings and the database that `npm start` would run on. */
export interface Installation {
  configuration: Configuration;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  create?: boolean;
}

/**
 * The database of DATABASE_URL, that of a Bureau which runs on DATA_DIR, or else one that is started for the time.
 *
 * @throws Error when there is none and `create` does not say to make one
 */
export async function openInstallation({ create = false }: OpenOptions = {}): Promise<Installation> {
  const environment = readEnvironment(process.env);
  const { url, close } = await database(environment, create);
  const secret = environment.DATABASE_URL ? requiredSecret(environment) : await secretOf(environment);
  const configuration = new Configuration(environment, url, secret, NO_LIMIT);
  return { configuration, close };
}

/** As above, on a database of this release; `create` makes it one. */
export async function openCurrentInstallation(options: OpenOptions = {}): Promise<Installation> {
  const installation = await openInstallation(options);
  try {
    if (options.create) await migrate(installation.configuration.ownerUrl);
    const { pending, unknown } = await migrationState(installation.configuration.ownerUrl);
    if (pending.length > 0) {
      throw new Error('The database is not of this release yet: stop Bureau and run npm run bureau -- migrate.');
    }
    if (unknown.length > 0) throw new Error('The database is of a newer release than this program.');
    return installation;
  } catch (error) {
    await installation.close();
    throw error;
  }
}

async function database({ DATABASE_URL: url, DATA_DIR }: Environment, create: boolean) {
  const nothingToClose = () => Promise.resolve();
  if (url) {
    await tryLogin({ setting: 'DATABASE_URL', url });
    return { url, close: nothingToClose };
  }
  const running = await runningServerUrl(DATA_DIR);
  if (running) return { url: running, close: nothingToClose };
  if (!create && !hasDatabase(DATA_DIR)) {
    throw new Error(`There is no database in ${resolve(DATA_DIR)} yet: npm start makes one.`);
  }
  const embedded = await startEmbeddedPostgres({ dataDir: resolve(DATA_DIR), durable: true, log: console.error });
  return { url: embedded.url, close: () => embedded.stop() };
}

const secretOf = async ({ BUREAU_SECRET, DATA_DIR }: Environment) => BUREAU_SECRET ?? localSecret(resolve(DATA_DIR));
