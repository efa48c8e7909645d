import { type Client, escapeLiteral } from 'pg';
import type { Statement } from '#platform/database/transaction.js';
import { EXPORTED_ENTRIES } from '#modules/accounting/exchange/exported-books.repository.js';
import { YEAR_FIGURES } from '#modules/accounting/exchange/year-books.repository.js';
import { CASH_FLOW_ENTRIES, CASH_FLOWS } from '#modules/accounting/reports/cash-flow.repository.js';
import {
  JOURNAL_ENTRIES,
  JOURNAL_ENTRIES_OF_VALUE,
  LINES_OF_ENTRIES,
} from '#modules/accounting/reports/journal-report.repository.js';
import {
  DAY_UP_TO_PLACE,
  LEDGER_LINES,
  LEDGER_LINES_OF_VALUE,
} from '#modules/accounting/reports/ledger-lines.repository.js';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { cutsOf } from '#modules/accounting/reports/ledger-sums.js';
import {
  SUMS_OF_ACCOUNTS,
  SUMS_OF_BALANCES,
  SUMS_OF_LINES,
} from '#modules/accounting/reports/ledger-sums.repository.js';
import { listedEntries } from '#modules/accounting/journal/journal-entries.repository.js';
import { journalEntryList } from '#modules/accounting/journal/journal-entries.list.js';
import { ListCursor } from '#platform/listing/list-cursor.js';
import { ListRequest } from '#platform/listing/list-request.js';
import { fillLedger } from '../support/large-ledger.js';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { type Books, inOrganization } from '../support/ledger-fixture.js';

// How PostgreSQL reads what the reports ask for, behind row security, in books of a quarter of a million lines.

const ENTRIES = 120_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  await fillLedger(ledger.owner, ledger.books, ENTRIES);
  await addValues(ledger.owner, ledger.books);
  await addTags(ledger.owner, ledger.books);
});

afterAll(() => ledger?.close());

const [COMMON, RARE] = ['01900000-0000-7000-8000-00000000aaaa', '01900000-0000-7000-8000-00000000bbbb'];

/** One entry of seven has a common value, one of a thousand a rare one; both in every month. */
async function addValues(owner: Client, { organizationId }: Books): Promise<void> {
  for (const [value, every] of [
    [COMMON, 7],
    [RARE, 1001],
  ]) {
    await owner.query(
      `INSERT INTO accounting.dimension_line
       SELECT e.organization_id, $2, l.account_id, l.entry_date, l.entry_id, l.line_number
       FROM accounting.journal_entry e
       JOIN accounting.journal_line l ON l.organization_id = e.organization_id AND l.entry_id = e.id
       WHERE e.organization_id = $1 AND e.number % $3::integer = 0`,
      [organizationId, value, every],
    );
  }
  await owner.query('ANALYZE accounting.dimension_line');
}

/** The same with tags, which stand beside the entries. */
async function addTags(owner: Client, { organizationId }: Books): Promise<void> {
  await owner.query(
    `INSERT INTO platform.tag (organization_id, id, name, name_key)
     SELECT $1, id, id::text, id::text FROM unnest($2::uuid[]) AS id`,
    [organizationId, [COMMON, RARE]],
  );
  for (const [tag, every] of [
    [COMMON, 7],
    [RARE, 1001],
  ]) {
    await owner.query(
      `INSERT INTO platform.tagging (organization_id, id, tag_id, subject_type, subject_id, tagged_by)
       SELECT e.organization_id, gen_random_uuid(), $2, 'journal_entry', e.id, e.actor_id
       FROM accounting.journal_entry e WHERE e.organization_id = $1 AND e.number % $3::integer = 0`,
      [organizationId, tag, every],
    );
  }
  await owner.query('ANALYZE platform.tagging');
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const large = ['journal_line', 'journal_entry', 'tagging'];

const literal = (value: unknown): string => {
  if (value === null) return 'NULL';
  if (Array.isArray(value)) return escapeLiteral(['{', value.join(','), '}'].join(''));
  return typeof value === 'string' ? escapeLiteral(value) : JSON.stringify(value);
};

/**
 * The plan as it was carried out, and its time in milliseconds, at the second time. A statement that is prepared gets a
 * plan for its values at first, and later perhaps one for any values.
 */
async function explained({ text }: Pick<Statement, 'text'>, values: readonly unknown[], mode: string) {
  const execute = [
    'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE asked (',
    values.map(literal).join(', '),
    ')',
  ].join('');
  const { rows } = await inOrganization(ledger.app, org(), async () => {
    await ledger.app.query("SELECT set_config('plan_cache_mode', $1, true)", [mode]);
    await ledger.app.query(['PREPARE asked AS', text].join(' '));
    await ledger.app.query(execute);
    const second = await ledger.app.query<{ 'QUERY PLAN': [{ Plan: Plan; 'Execution Time': number }] }>(execute);
    await ledger.app.query('DEALLOCATE asked');
    return second;
  });
  const [{ Plan: plan, 'Execution Time': time }] = rows[0]!['QUERY PLAN'];
  const nodes = nodesOf(plan);
  return {
    time,
    scanned: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']),
    /** Rows of the large tables that were looked at, those that did not pass a filter included. */
    read: nodes
      .filter((node) => large.includes(node['Relation Name'] ?? ''))
      .map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'])
      .reduce((total, one) => total + one, 0),
  };
}

interface Case {
  name: string;
  statement: Pick<Statement, 'text'>;
  values: () => unknown[];
  /** Most rows of lines and entries that may be looked at. */
  most: number;
}

const place = (n: number) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const org = () => ledger.books.organizationId;
const account = (code: string) => ledger.books.accounts[code];

const lines = (from: [string, string, number], to: string, knownAt: string | null = null) => [
  ...from,
  to,
  '2026-12-31',
  true,
  knownAt,
  51,
];
const start = (date: string): [string, string, number] => [date, NOBODY, 0];

const flowsOf = (from: string, to: string) => {
  const bank = [account('1930')];
  return [org(), bank, ['cash'], bank, from, to, '2026-01-01', null, '0.01'];
};

const cases: Case[] = [
  {
    name: 'the first page of a ledger',
    statement: LEDGER_LINES,
    values: () => [org(), [account('1930')], ...lines(start('2026-01-01'), '2026-12-31')],
    most: 500,
  },
  {
    name: 'a page in its middle',
    statement: LEDGER_LINES,
    values: () => [org(), [account('1930')], ...lines(['2026-07-15', place(60_000), 1], '2026-12-31')],
    most: 500,
  },
  {
    name: 'its last page',
    statement: LEDGER_LINES,
    values: () => [org(), [account('3000')], ...lines(['2026-12-28', place(119_000), 2], '2026-12-31')],
    most: 500,
  },
  {
    name: 'a page of several accounts',
    statement: LEDGER_LINES,
    values: () => [
      org(),
      [account('1910'), account('1930'), account('3000')],
      ...lines(start('2026-03-01'), '2026-03-31'),
    ],
    most: 1000,
  },
  {
    name: 'a page as it was known later',
    statement: LEDGER_LINES,
    values: () => [org(), [account('1930')], ...lines(start('2026-01-01'), '2026-12-31', '2199-01-01T00:00:00Z')],
    most: 500,
  },
  {
    name: 'a day up to a line',
    statement: DAY_UP_TO_PLACE,
    values: () => [org(), account('1930'), '2026-07-15', place(60_000), 1, '2026-12-31', true, null, null],
    // All entries stand on 84 days here, so that a day has more than a thousand.
    most: 2 * (ENTRIES / 84) + 2,
  },
  {
    name: 'a page of the journal',
    statement: JOURNAL_ENTRIES,
    values: () => [
      org(),
      Object.values(ledger.books.journals),
      '2026-06-01',
      '2026-06-30',
      '2026-06-10',
      60_000,
      null,
      51,
    ],
    most: 200,
  },
  {
    name: 'the lines of its entries',
    statement: LINES_OF_ENTRIES,
    values: () => [org(), Array.from({ length: 50 }, (_, at) => place(1000 + at)), null],
    most: 200,
  },
  {
    name: 'a page of a ledger of a common value',
    statement: LEDGER_LINES_OF_VALUE,
    values: () => [org(), [account('1930')], ...lines(['2026-07-15', place(60_000), 1], '2026-12-31'), COMMON],
    most: 500,
  },
  {
    name: 'a page of a ledger of a rare value',
    statement: LEDGER_LINES_OF_VALUE,
    values: () => [org(), [account('1930'), account('3000')], ...lines(start('2026-01-01'), '2026-12-31'), RARE],
    most: 1000,
  },
  {
    name: 'a page of the journal of a common value',
    statement: JOURNAL_ENTRIES_OF_VALUE,
    values: () => [
      org(),
      Object.values(ledger.books.journals),
      '2026-06-01',
      '2026-06-30',
      '2026-06-10',
      60_000,
      null,
      51,
      COMMON,
    ],
    most: 11_000,
  },
  {
    name: 'a page of the journal of a rare value',
    statement: JOURNAL_ENTRIES_OF_VALUE,
    values: () => [
      org(),
      Object.values(ledger.books.journals),
      '2026-06-01',
      '2026-06-30',
      '2026-06-01',
      0,
      null,
      51,
      RARE,
    ],
    most: 11_000,
  },
  {
    name: 'the sums of whole months and single days',
    statement: SUMS_OF_BALANCES,
    values: () => {
      const bounds = ['2026-01-01', '2026-03-10', '2026-07-16'];
      return [org(), ledger.books.legalEntityId, bounds, ['2026-03-01', '2026-07-01'], '2026-07-16', '2026-07-16'];
    },
    most: 0,
  },
  {
    name: 'the sums of some accounts',
    statement: SUMS_OF_ACCOUNTS,
    values: () => {
      const bounds = ['2026-01-01', '2026-03-10', '2026-07-24'];
      const accounts = Object.values(ledger.books.accounts).slice(0, 2);
      return [org(), ledger.books.legalEntityId, bounds, ['2026-03-01'], '2026-07-24', '2026-08-01', accounts];
    },
    most: 0,
  },
  {
    name: 'the cash flows of some days',
    statement: CASH_FLOWS,
    values: () => flowsOf('2026-06-01', '2026-06-03'),
    // 10,000 entries a month on 28 days; of each its line of money, itself and both lines.
    most: 6000,
  },
  {
    name: 'the entries behind a cash flow of some days',
    statement: CASH_FLOW_ENTRIES,
    values: () => [...flowsOf('2026-06-01', '2026-06-03'), account('3000'), 'receipt', '2026-06-01', NOBODY, 51],
    most: 9000,
  },
  {
    name: 'a page of an export',
    statement: EXPORTED_ENTRIES,
    values: () => [org(), ledger.books.legalEntityId, '2026-01-01', '9999-12-31', '2026-07-15', place(60_000), 200],
    most: 200,
  },
  {
    name: 'the figures of a year that begins within a month',
    statement: YEAR_FIGURES,
    values: () => [org(), ledger.books.legalEntityId, '2026-03-16', '2026-12-31'],
    most: 0,
  },
];

describe.each(['force_custom_plan', 'force_generic_plan'])('with %s', (mode) => {
  it.each(cases)(
    '$name is read along an index, and no further than it reaches',
    async ({ name, statement, values, most }) => {
      const { scanned, read, time } = await explained(statement, values(), mode);
      console.log(`${name}: ${time.toFixed(2)} ms, ${read} rows of lines and entries (${mode})`);
      expect(scanned.filter((table) => large.includes(table ?? ''))).toEqual([]);
      expect(read).toBeLessThanOrEqual(most);
    },
  );
});

it.each([
  ['rare', RARE, '-entryDate', 1000],
  ['rare', RARE, 'entryDate,number', 1000],
  // A seventh of the entries.
  ['common', COMMON, '-entryDate', 20_000],
])('a page of entries with a %s tag is read along an index', async (_, tagId, sort, most) => {
  const request = new ListRequest(journalEntryList, { tagId, sort }, new ListCursor(Buffer.alloc(32)));
  const where = 'entry.organization_id = $1';
  const { text, parameters } = request.select({ columns: 'entry.id', from: listedEntries, where, parameters: [org()] });
  const { scanned, read, time } = await explained({ text }, parameters, 'force_custom_plan');
  console.log(`${tagId} by ${sort}: ${time.toFixed(2)} ms, ${read} rows`);
  expect(scanned.filter((table) => large.includes(table ?? ''))).toEqual([]);
  expect(read).toBeLessThanOrEqual(most);
});

it('would be told apart from a statement that reads the whole table', async () => {
  const whole = {
    text: 'SELECT sum(functional_debit) FROM accounting.journal_line WHERE organization_id = $1 AND currency = $2',
  };
  const { scanned, read } = await explained(whole, [org(), 'EUR'], 'force_custom_plan');
  expect(scanned.length > 0 || read > 1000).toBe(true);
});

it.each(['2026-07-16', '2026-07-24'])('adds up to the same from balances and from lines, to %s', async (end) => {
  const sum = async (statement: Statement, values: unknown[]) => {
    const { rows } = await inOrganization(ledger.app, org(), () => ledger.app.query(statement.text, values));
    return rows.map((row: Record<string, unknown>) => JSON.stringify(row)).sort();
  };
  const bounds = ['2026-01-01', '2026-03-10', end];
  const scope = [org(), ledger.books.legalEntityId, bounds];
  const { split, rest } = cutsOf(bounds as CalendarDate[]);
  const ofBalances = await sum(SUMS_OF_BALANCES, [...scope, split, end, rest]);
  expect(ofBalances).toHaveLength(4);
  expect(await sum(SUMS_OF_LINES, [...scope, end, '2199-01-01T00:00:00Z', null])).toEqual(ofBalances);
});
