import { type Client, escapeLiteral } from 'pg';
import { COMPARE_WHOLE_SETS } from '#modules/accounting/reports/integrity-check.js';
import { integrityChecks } from '#modules/accounting/reports/integrity-checks.js';
import { yearEndChecks } from '#modules/accounting/reports/year-end-checks.js';
import { fillLedger } from '../support/large-ledger.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { rolledBack } from '../support/rolled-back.js';

// Books are proved right after a large import, when PostgreSQL still believes that this organization has next to no
// rows. Every check has to read the books a few times, and not once for each of their entries.

const ENTRIES = 2_000;
const ROWS = ENTRIES * 3;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: Plan[];
}

let ledger: LedgerDatabase;
let owner: Client;
beforeAll(async () => {
  ledger = await createLedgerDatabase();
  ({ owner } = ledger);
  await fillLedger(owner, ledger.stranger, 50);
  await fillLedger(owner, ledger.books, ENTRIES, { known: false });
});
afterAll(() => ledger?.close());

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Rows that the nodes of the plan gave or looked at in vain. */
const handled = (plan: Plan) =>
  nodesOf(plan)
    .map(
      (node) =>
        (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)) *
        node['Actual Loops'],
    )
    .reduce((total, one) => total + one, 0);

it.each([...integrityChecks, ...yearEndChecks].map(({ name, text }) => [name, text]))('%s', async (_, text) => {
  const rows = await rolledBack(owner, async () => {
    // A plan that fails would take minutes.
    await owner.query("SET LOCAL statement_timeout = '20s'");
    await owner.query(COMPARE_WHOLE_SETS.text);
    const question = text.replaceAll('$1', escapeLiteral(ledger.books.organizationId)).replaceAll('$2', 'NULL');
    const explained = await owner.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      ['EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON)', question].join(' '),
    );
    return explained.rows;
  });
  expect(handled(rows[0]!['QUERY PLAN'][0].Plan)).toBeLessThan(10 * ROWS);
});
