import { newId } from '#kernel/id.js';
import { createLedgerDatabase, type LedgerDatabase, rowSecurity } from '../support/ledger-database.js';
import { addDimensions, addRule } from '../support/ledger-dimensions.js';
import { draftEntry } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';
import { expectRefusal, refusalOf } from '../support/refusal.js';
import { rolledBack } from '../support/rolled-back.js';

// The second wall: whatever text reaches the database, the role of the application stays in its organization.

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  for (const books of [ledger.books, ledger.stranger]) {
    const dimensions = await addDimensions(ledger.app, books);
    const accountId = books.accounts['4000']!;
    await addRule(ledger.app, books, { accountId, dimensionId: dimensions['CC']!, requirement: 'required' });
    const entry = await draftEntry(ledger.owner, books);
    entry.lines[0]!.dimension_value_ids = [dimensions['CC/A']!];
    await ledger.postAs(books.organizationId, entry);
  }
});

afterAll(() => ledger?.close());

const tables = [
  'accounting.account',
  'accounting.account_balance_day',
  'accounting.account_balance_month',
  'accounting.books',
  'accounting.dimension',
  'accounting.dimension_balance_day',
  'accounting.dimension_balance_month',
  'accounting.dimension_line',
  'accounting.dimension_rule',
  'accounting.dimension_value',
  'accounting.fiscal_period',
  'accounting.fiscal_year',
  'accounting.journal',
  'accounting.journal_entry',
  'accounting.journal_line',
  'accounting.number_series',
  'administration.legal_entity',
  'platform.audit_entry',
];

/** How many rows the application sees, by organization. */
async function seen(table: string, organizationId: string | null): Promise<Record<string, number>> {
  const { rows: composed } = await ledger.owner.query<{ statement: string }>(
    `SELECT format('SELECT organization_id, count(*)::int FROM %s GROUP BY 1', $1::text) AS statement`,
    [table],
  );
  const { rows } = await inOrganization(ledger.app, organizationId, () =>
    ledger.app.query<{ organization_id: string; count: number }>(composed[0]!.statement),
  );
  return Object.fromEntries(rows.map((row) => [row.organization_id, row.count]));
}

it.each(tables)('%s shows an organization its own rows, and nobody any', async (table) => {
  const { books, stranger } = ledger;
  expect(Object.keys(await seen(table, books.organizationId))).toEqual([books.organizationId]);
  expect(Object.keys(await seen(table, stranger.organizationId))).toEqual([stranger.organizationId]);
  expect(await seen(table, null)).toEqual({});
});

it.each([
  ['without an organization', () => null],
  ['with the organization of another', () => ledger.stranger.organizationId],
])('refuses a posting %s', async (_, organization) => {
  const entry = await draftEntry(ledger.owner, ledger.books);
  await expectRefusal(ledger.postAs(organization(), entry), rowSecurity);
  await ledger.postAs(ledger.books.organizationId, entry);
});

it('forgets the organization with the transaction', async () => {
  expect(await seen('accounting.journal_entry', ledger.books.organizationId)).not.toEqual({});
  const { rows } = await ledger.app.query('SELECT count(*)::int FROM accounting.journal_entry');
  expect(rows).toEqual([{ count: 0 }]);
});

it('changes no row of another organization', async () => {
  const rename = (organizationId: string) =>
    inOrganization(ledger.app, organizationId, () =>
      ledger.app.query("UPDATE accounting.account SET name = 'Renamed' WHERE id = $1", [ledger.books.accounts['1930']]),
    );
  expect((await rename(ledger.stranger.organizationId)).rowCount).toBe(0);
  expect((await rename(ledger.books.organizationId)).rowCount).toBe(1);
});

it('draws no number from a series of another organization', async () => {
  const { books, stranger } = ledger;
  const { header } = await draftEntry(ledger.owner, books);
  const draw = (organizationId: string) =>
    inOrganization(ledger.app, organizationId, () =>
      ledger.app.query(
        'SELECT accounting.draw_numbers(ARRAY[json_populate_record(NULL::accounting.entry_to_append, $1)]) AS numbers',
        [JSON.stringify(header)],
      ),
    );
  await expectRefusal(draw(stranger.organizationId), { code: 'BU104' });
  expect((await draw(books.organizationId)).rows).toEqual([{ numbers: [expect.any(Number)] }]);
});

it('keeps the same idempotency key of two organizations apart', async () => {
  const command = [{ actor_id: newId(), key: 'same', request_hash: '00' }];
  const outcome = (organizationId: string) =>
    inOrganization(ledger.app, organizationId, async () => {
      const { rows } = await ledger.app.query('SELECT outcome FROM platform.begin_commands($1, $2)', [
        organizationId,
        JSON.stringify(command),
      ]);
      return rows[0].outcome;
    });
  const { books, stranger } = ledger;
  await inOrganization(ledger.app, books.organizationId, () =>
    ledger.app.query('SELECT platform.remember_answers($1, NULL)', [
      JSON.stringify([{ ...command[0], first_drawn: 0, pieces: ['{}'] }]),
    ]),
  );
  expect([await outcome(books.organizationId), await outcome(stranger.organizationId)]).toEqual(['answered', 'new']);
});

const forbidden: [what: string, statement: string, code: string][] = [
  ['switches row security off', 'SET LOCAL row_security = off; SELECT count(*) FROM accounting.account', '42501'],
  ['switches triggers off', 'SET LOCAL session_replication_role = replica', '42501'],
  ['disables a trigger', 'ALTER TABLE accounting.journal_line DISABLE TRIGGER USER', '42501'],
  ['drops a policy', 'DROP POLICY tenant ON accounting.account', '42501'],
  ['creates a table', 'CREATE TABLE accounting.memo (id uuid)', '42501'],
  ['creates a function', 'CREATE FUNCTION public.peek() RETURNS integer LANGUAGE sql RETURN 1', '42501'],
  ['copies rows past row security', 'COPY accounting.account FROM STDIN', '0A000'],
  ['writes the audit trail', "INSERT INTO platform.audit_entry (table_name) VALUES ('x')", '42501'],
  ['calls what records the audit trail', 'SELECT platform.record_audit()', '42501'],
  ['calls what moves the counters', 'SELECT accounting.check_new_entries()', '42501'],
  ['changes the protection of a table', "CALL platform.protect_table('accounting.account', 'derived')", '42501'],
  ['reads the jobs', 'SELECT * FROM graphile_worker.jobs', '42501'],
  ['enqueues jobs past the organization', "SELECT graphile_worker.add_job('x')", '42501'],
];

describe('the role of the application', () => {
  it.each(forbidden)('never %s', async (_, statement, code) => {
    const { app, owner, books } = ledger;
    const attempt = inOrganization(app, books.organizationId, () => app.query(statement));
    await expectRefusal(attempt, { code });
    // It is the role that is refused: its superior is not, or for another reason.
    const asSuperior = await rolledBack(owner, () => refusalOf(owner.query(statement)));
    expect(asSuperior?.code).not.toBe(code);
  });

  // PostgreSQL looks types up in pg_temp first, unless the search path names it last. A domain under a built-in name
  // with a check of one's own would run as the owner of the next function that casts to it.
  it('does not borrow the rights of a function through pg_temp', async () => {
    await expect(plantDomains()).resolves.toBeUndefined();
    await ledger.owner.query('ALTER FUNCTION platform.record_audit() SET search_path = pg_catalog');
    await expect(plantDomains()).rejects.toThrow('This runs as postgres');
    await ledger.owner.query('ALTER FUNCTION platform.record_audit() SET search_path = pg_catalog, pg_temp');
  });

  async function plantDomains(): Promise<void> {
    const app = await ledger.connect();
    await app.query(`
      CREATE FUNCTION pg_temp.tell(value text) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'This runs as %', current_user;
      END $$;
      CREATE DOMAIN pg_temp.uuid AS pg_catalog.uuid CHECK (pg_temp.tell(value::text));
      CREATE DOMAIN pg_temp.jsonb AS pg_catalog.jsonb CHECK (pg_temp.tell(value::text))`);
    await inOrganization(app, ledger.books.organizationId, () =>
      app.query("UPDATE accounting.account SET name = 'Audited' WHERE code = '1930'"),
    );
  }
});
