import type { Client } from 'pg';
import * as fc from 'fast-check';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { appendEntry, draftEntry } from '../support/ledger-entries.js';
import { inOrganization } from '../support/ledger-fixture.js';

jest.setTimeout(120_000);

// Rows become visible in another order than they were numbered, and postings while the sealing runs: none may be passed
// over, none sealed twice.

let ledger: LedgerDatabase;
let sealer: Client;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  sealer = await ledger.connect();
});
afterAll(() => ledger?.close());

const seal = async (client = sealer): Promise<number> => {
  const { rows } = await inOrganization(client, ledger.books.organizationId, () =>
    client.query<{ sealed: number }>('SELECT platform.seal_facts() AS sealed'),
  );
  return rows[0]!.sealed;
};

async function sealAll(): Promise<void> {
  while ((await seal()) > 0);
}

/** What is sealed against what there is; and what the check says, which reads the same by other ways. */
async function expectAllSealedOnce(): Promise<void> {
  const { organizationId } = ledger.books;
  const { rows } = await ledger.owner.query(
    `WITH sealed AS (
       SELECT s.record_type, s.series || '/' || p.place AS place
       FROM platform.audit_seal s CROSS JOIN unnest(s.places) AS p (place) WHERE s.organization_id = $1
     ), there AS (
       SELECT 'platform.audit_entry' AS record_type, '/' || id AS place FROM platform.audit_entry WHERE organization_id = $1
       UNION ALL
       SELECT 'accounting.journal_entry', journal_id || '/' || fiscal_year_id || '/' || number
       FROM accounting.journal_entry WHERE organization_id = $1)
     SELECT (SELECT count(*)::int FROM sealed) AS sealed, (SELECT count(*)::int FROM there) AS there,
            (SELECT count(*)::int FROM (SELECT * FROM there EXCEPT ALL SELECT * FROM sealed) t) AS missing`,
    [organizationId],
  );
  expect(rows[0]).toEqual({ sealed: rows[0].there, there: rows[0].there, missing: 0 });
  const faults = await inOrganization(sealer, organizationId, async () => {
    const seals = await sealer.query(
      'SELECT * FROM platform.check_seals(1, (SELECT coalesce(max(sequence), 0) FROM platform.audit_seal))',
    );
    return [...seals.rows, ...(await sealer.query('SELECT * FROM platform.check_audit_entries()')).rows];
  });
  expect(faults).toEqual([]);
}

const codes = ['1910', '1930', '3000', '3960', '4000'];

/** Renames the first accounts of the chart, always in that order. */
async function rename(client: Client, count = 1): Promise<void> {
  for (const code of codes.slice(0, count)) {
    await client.query(
      'UPDATE accounting.account SET name = gen_random_uuid()::text WHERE legal_entity_id = $1 AND code = $2',
      [ledger.books.legalEntityId, code],
    );
  }
}

it('seals a row that was numbered before others and became visible after them', async () => {
  const [early, late] = [await ledger.connect(), await ledger.connect()];
  await sealAll();
  await early.query('BEGIN');
  await early.query("SELECT set_config('bureau.organization_id', $1, true)", [ledger.books.organizationId]);
  await rename(early, 2);
  await inOrganization(late, ledger.books.organizationId, () =>
    late.query("UPDATE accounting.account SET name = 'Late' WHERE id = $1", [ledger.books.accounts['3000']]),
  );
  expect(await seal()).toBe(1);
  await early.query('COMMIT');
  expect(await seal()).toBe(2);
  await expectAllSealedOnce();
});

it('seals one run after the other', async () => {
  const other = await ledger.connect();
  await inOrganization(other, ledger.books.organizationId, () => rename(other));
  const sealed = await Promise.all([seal(), seal(other)]);
  expect(sealed.toSorted()).toEqual([0, 1]);
  await expectAllSealedOnce();
});

const step = fc.record({
  work: fc.constantFrom('rename' as const, 'post' as const, 'seal' as const),
  changes: fc.integer({ min: 1, max: 5 }),
  waits: fc.integer({ min: 0, max: 12 }),
  ending: fc.constantFrom('COMMIT' as const, 'COMMIT' as const, 'ROLLBACK' as const),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One client of several at once. */
async function run(client: Client, steps: readonly Step[]): Promise<void> {
  const { organizationId } = ledger.books;
  for (const { work, changes, waits, ending } of steps) {
    if (work === 'seal') {
      await seal(client);
      continue;
    }
    await client.query('BEGIN');
    await client.query("SELECT set_config('bureau.organization_id', $1, true)", [organizationId]);
    if (work === 'post') await appendEntry(client, await draftEntry(client, ledger.books));
    else await rename(client, changes);
    await sleep(waits);
    await client.query(ending);
  }
}

it('seals everything once, whatever writes and seals at the same time', async () => {
  const clients = await Promise.all([1, 2, 3, 4].map(() => ledger.connect()));
  const programs = fc.array(fc.array(step, { minLength: 3, maxLength: 8 }), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(programs, async (all) => {
      await Promise.all(all.map((steps, at) => run(clients[at]!, steps)));
      await sealAll();
      await expectAllSealedOnce();
    }),
    { numRuns: 12 },
  );
  const { rows } = await ledger.owner.query(
    'SELECT count(*)::int AS posted FROM accounting.journal_entry WHERE organization_id = $1',
    [ledger.books.organizationId],
  );
  expect(rows[0].posted).toBeGreaterThan(5);
});
