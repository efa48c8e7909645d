import './pg-types.js';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { currencies } from '#kernel/currency.js';
import { installQueue } from '../jobs/queue-schema.js';

/** Any number that no other advisory lock uses: two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 6_118_520_261;

/** Brings a database to the present schema, as its owner; does nothing where it is there already. */
export async function migrate(url: string): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'bureau-migrate',
    poolSize: 2,
    installExtensions: false,
    migrations: [join(import.meta.dirname, '../../../migrations/*.js')],
    migrationsTableName: 'bureau_migration',
  });
  await dataSource.initialize();
  try {
    const guard = dataSource.createQueryRunner();
    try {
      await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await dataSource.runMigrations({ transaction: 'each' });
      await syncCurrencies(dataSource);
      await installQueue(url);
    } finally {
      await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await guard.release();
    }
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
