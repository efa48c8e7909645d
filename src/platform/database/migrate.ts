import './pg-types.js';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { currencies } from '#kernel/currency.js';
import { installQueue } from '../jobs/queue-schema.js';

/** Any number that no other advisory lock uses: two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 6_118_520_261;

const ownersDataSource = (url: string) =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: 'bureau-migrate',
    poolSize: 2,
    installExtensions: false,
    migrations: [join(import.meta.dirname, '../../../migrations/*.js')],
    migrationsTableName: 'bureau_migration',
  });

/**
 * Brings a database to the present schema, as its owner; does nothing where it is there already.
 *
 * @returns names of the migrations that ran
 */
export async function migrate(url: string): Promise<string[]> {
  const dataSource = ownersDataSource(url);
  await dataSource.initialize();
  try {
    const guard = dataSource.createQueryRunner();
    try {
      await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      await syncCurrencies(dataSource);
      await installQueue(url);
      return ran.map(({ name }) => name);
    } finally {
      await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await guard.release();
    }
  } finally {
    await dataSource.destroy();
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
