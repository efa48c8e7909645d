import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal } from '../support/refusal.js';

// Books that were kept before fiscal years could be closed are brought to the present schema with all that is in them.

/** The last one of the release that could not close years. */
const FORMER = '1764100050000';
const folder = join(import.meta.dirname, '../../migrations');
let migrations: MigrationInterface[];
let ledger: LedgerDatabase;

beforeAll(async () => {
  const later = readdirSync(folder)
    .filter((name) => name.slice(0, FORMER.length) > FORMER)
    .sort();
  const modules = await Promise.all(
    later.map((name) => import(join(folder, name)) as Promise<Record<string, unknown>>),
  );
  migrations = modules
    .flatMap((one) => Object.values(one) as (new () => MigrationInterface)[])
    .map((type) => new type());
});
beforeEach(async () => {
  ledger = await createLedgerDatabase();
});
afterEach(() => ledger?.close());

async function post(entry_date: string): Promise<void> {
  const { books, owner } = ledger;
  const period_id = books.periods[entry_date.replace(/\d\d$/, '01')]!;
  const fiscal_year_id = books.years[entry_date.slice(0, 4)]!;
  await ledger.post(await draftEntry(owner, books, { entry_date, period_id, fiscal_year_id }));
}

async function each(direction: 'up' | 'down', some: readonly MigrationInterface[]): Promise<void> {
  const runner = { query: (text: string) => ledger.owner.query(text) } as unknown as QueryRunner;
  for (const migration of some) {
    await runner.query('BEGIN');
    await migration[direction](runner);
    await runner.query('COMMIT');
  }
}

const rowsOf = async (text: string) => (await ledger.owner.query(text)).rows;

/** All that was there before, in the columns that there were. */
const kept = async () => [
  await rowsOf(
    "SELECT to_jsonb(e) - '{origin,origin_id}'::text[] AS entry FROM accounting.journal_entry e ORDER BY id",
  ),
  await rowsOf(
    "SELECT to_jsonb(l) - '{is_rounding,party_id,due_on}'::text[] AS line FROM accounting.journal_line l ORDER BY entry_id, line_number",
  ),
  await rowsOf('SELECT * FROM accounting.account_balance_day ORDER BY day, account_id'),
  await rowsOf('SELECT * FROM accounting.number_series ORDER BY journal_id, fiscal_year_id'),
  await rowsOf('SELECT id, starts_on, ends_on, created_at FROM accounting.fiscal_year ORDER BY id'),
  await rowsOf(
    'SELECT id, number, starts_on, ends_on, status, status_reason, version, updated_at FROM accounting.fiscal_period ORDER BY id',
  ),
];

it('runs every migration since', () => {
  expect(migrations.length).toBeGreaterThan(8);
});

it('keeps entries, years and periods, and the new columns follow from them', async () => {
  await each('down', migrations.toReversed());
  await ledger.owner.query("UPDATE accounting.fiscal_period SET status = 'locked' WHERE starts_on = '2025-01-01'");
  await ledger.owner.query("UPDATE accounting.fiscal_period SET status = 'soft_closed' WHERE starts_on = '2025-02-01'");
  await post('2025-03-15');
  await post('2026-03-15');
  const before = await kept();
  const audited = await rowsOf('SELECT count(*) FROM platform.audit_entry');

  await each('up', migrations);
  expect(await kept()).toEqual(before);
  expect(await rowsOf('SELECT count(*) FROM platform.audit_entry')).toEqual(audited);
  const years = await rowsOf(
    `SELECT DISTINCT status, status_reason, closing_entry_id, version, updated_at = created_at AS unchanged
     FROM accounting.fiscal_year`,
  );
  expect(years).toEqual([{ status: 'open', status_reason: null, closing_entry_id: null, version: 1, unchanged: true }]);
  const periods = await rowsOf('SELECT DISTINCT is_adjustment, fiscal_year_status FROM accounting.fiscal_period');
  expect(periods).toEqual([{ is_adjustment: false, fiscal_year_status: 'open' }]);
});

it('closes the years of such books by the rules of today', async () => {
  await each('down', migrations.toReversed());
  await post('2026-03-15');
  await each('up', migrations);
  const { app, books } = ledger;
  const close = (year: string) =>
    inOrganization(app, books.organizationId, () =>
      app.query("UPDATE accounting.fiscal_year SET status = 'closed' WHERE id = $1", [books.years[year]]),
    );
  await expectRefusal(close('2026'), { code: 'BU123', message: 'in their order' });
  await expectAccepted(close('2025'));
  await expectRefusal(close('2026'), { code: 'BU124', message: 'account 3000' });
  await expectRefusal(post('2025-03-15'), { code: 'BU113', message: 'is closed' });
});

it('goes back to the schema before as it was', async () => {
  const definitions = () =>
    rowsOf(
      `SELECT oid::regprocedure::text AS name, pg_get_functiondef(oid) AS text, proacl::text AS acl FROM pg_proc
       WHERE pronamespace = 'accounting'::regnamespace ORDER BY 1`,
    );
  const present = await definitions();
  await each('down', migrations.toReversed());
  const former = await definitions();
  expect(former.length).toBeLessThan(present.length);
  await each('up', migrations);
  expect(await definitions()).toEqual(present);
  await each('down', migrations.toReversed());
  expect(await definitions()).toEqual(former);
});
