import './pg-types.js';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AbstractLogger, DataSource, MigrationExecutor } from 'typeorm';
import { currencies } from '#kernel/currency.js';
import { databaseFailureOf } from '../http/sqlstate.js';
import { installQueue } from '../jobs/queue-schema.js';

/** Any number that no other advisory lock uses: two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 6_118_520_261;

/**
 * A migration that waits for a table makes all wait who come after it, so it gives up soon, and is tried again: that lets
 * through who has queued behind it.
 */
const LOCK_SECONDS = 2;
const LOCK_TRIES = 5;
const LOCK_PAUSE = 1000;
const LOCK_NOT_AVAILABLE = '55P03';
const IN_USE =
  'The schema cannot be changed while others use its tables: stop the processes of the former release, and whatever else is connected, and start again. Nothing is half changed.';

/** Keeps which migration failed, and why; TypeORM would tell it on standard output, which is for what a command answers. */
class MigrationLog extends AbstractLogger {
  failure: string | undefined;

  override logMigration(message: string): void {
    this.failure = message;
  }

  protected override writeLog(): void {}
}

const ownersDataSource = (url: string, logger = new MigrationLog()) =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: 'bureau-migrate',
    logger,
    poolSize: 2,
    installExtensions: false,
    migrations: [join(import.meta.dirname, '../../../migrations/*.js')],
    migrationsTableName: 'bureau_migration',
  });

/**
 * Brings a database to the present schema, as its owner; does nothing where it is there already. Each migration is a
 * transaction, so what one that fails would have done is not there, and those before it are.
 *
 * @returns names of the migrations that ran
 * @throws Error where others keep a table to themselves for longer than some seconds
 */
export async function migrate(url: string): Promise<string[]> {
  const log = new MigrationLog();
  const dataSource = ownersDataSource(url, log);
  await dataSource.initialize();
  try {
    const guard = dataSource.createQueryRunner();
    try {
      await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const ran = await runPending(dataSource, log);
      await syncCurrencies(dataSource);
      await installQueue(url);
      return ran;
    } finally {
      await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await guard.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

async function runPending(dataSource: DataSource, log: MigrationLog): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query("SELECT set_config('lock_timeout', $1, false)", [`${LOCK_SECONDS}s`]);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    const pending = await executor.getPendingMigrations();
    await untilUnlocked(() => executor.executePendingMigrations());
    return pending.map(({ name }) => name);
  } catch (error) {
    if (log.failure === undefined) throw error;
    throw new Error(isLockTimeout(error) ? `${IN_USE} ${log.failure}` : log.failure, { cause: error });
  } finally {
    await runner.release();
  }
}

const isLockTimeout = (error: unknown) => databaseFailureOf(error)?.code === LOCK_NOT_AVAILABLE;

async function untilUnlocked(run: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await run();
      return;
    } catch (error) {
      if (tries === LOCK_TRIES || !isLockTimeout(error)) throw error;
    }
    await delay(LOCK_PAUSE);
  }
}

/** How a database stands to this release, by names of migrations. */
export interface MigrationState {
  /** Not applied yet. */
  pending: string[];
  /** Applied by another release, which is newer. */
  unknown: string[];
}

/** Looks only. */
export async function migrationState(url: string): Promise<MigrationState> {
  const dataSource = ownersDataSource(url);
  await dataSource.initialize();
  try {
    const [table] = await dataSource.query<{ found: boolean }[]>(
      "SELECT to_regclass('bureau_migration') IS NOT NULL AS found",
    );
    const rows = table!.found ? await dataSource.query<{ name: string }[]>('SELECT name FROM bureau_migration') : [];
    const applied = rows.map(({ name }) => name);
    const known = dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
    return {
      pending: known.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !known.includes(name)),
    };
  } finally {
    await dataSource.destroy();
  }
}

/** The database knows the currencies of the kernel, so that it can check the decimals of amounts. */
async function syncCurrencies(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `INSERT INTO platform.currency (code, name, minor_units)
     SELECT * FROM unnest($1::text[], $2::text[], $3::smallint[])
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, minor_units = excluded.minor_units
     WHERE (platform.currency.name, platform.currency.minor_units) IS DISTINCT FROM (excluded.name, excluded.minor_units)`,
    [currencies.map((c) => c.code), currencies.map((c) => c.name), currencies.map((c) => c.minorUnits)],
  );
}
