import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry, type EntryDraft, insertEntries, insertRows, type LineRow } from '../support/ledger-entries.js';
import { inOrganization, setPeriod } from '../support/ledger-fixture.js';
import { expectAccepted, expectRefusal, type Refusal, refusalOf } from '../support/refusal.js';
import { rolledBack } from '../support/rolled-back.js';

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  await ledger.post(await draft());
});

afterAll(() => ledger?.close());

const draft = () => draftEntry(ledger.owner, ledger.books);
const within = (work: () => Promise<void>) => inOrganization(ledger.app, ledger.books.organizationId, work);

describe('an entry and its lines come in one statement', () => {
  /** Further lines for a posted entry: one pair that balances, with the next numbers. */
  const moreLines = ({ lines }: EntryDraft) => lines.map((line) => ({ ...line, line_number: line.line_number + 2 }));

  const additions: [name: string, lines: (entry: EntryDraft) => LineRow[], refusal: Refusal][] = [
    ['a balanced pair of lines', moreLines, { code: 'BU106' }],
    ['a single line', (entry) => moreLines(entry).slice(0, 1), { code: 'BU107' }],
    ['all of its lines once more', ({ lines }) => lines, { code: '23505', constraint: 'journal_line_pkey' }],
  ];

  it.each(additions)('refuses %s later, in another transaction', async (_, lines, refusal) => {
    const entry = await draft();
    await ledger.post(entry);
    await expectRefusal(
      within(() => insertRows(ledger.app, [], lines(entry))),
      refusal,
    );
  });

  it.each(additions)('refuses %s later, in the same transaction', async (_, lines, refusal) => {
    const entry = await draft();
    const both = within(async () => {
      await insertEntries(ledger.app, entry);
      await insertRows(ledger.app, [], lines(entry));
    });
    await expectRefusal(both, refusal);
    await ledger.post(entry);
  });

  it('accepts those lines in the one statement', async () => {
    const entry = await draft();
    entry.lines.push(...moreLines(entry));
    Object.assign(entry.header, { line_count: 4, total: '200.00' });
    await expectAccepted(ledger.post(entry));
  });

  it('refuses a header without lines, also when they would follow', async () => {
    const entry = await draft();
    await expectRefusal(
      within(() => insertRows(ledger.app, [entry.header], [])),
      { code: 'BU103' },
    );
    const inTwoStatements = within(async () => {
      await insertRows(ledger.app, [entry.header], []);
      await insertRows(ledger.app, [], entry.lines);
    });
    await expectRefusal(inTwoStatements, { code: 'BU103' });
    await ledger.post(entry);
  });

  it('refuses lines without a header, also when it would follow', async () => {
    const entry = await draft();
    await expectRefusal(
      within(() => insertRows(ledger.app, [], entry.lines)),
      { code: 'BU106' },
    );
    await ledger.post(entry);
  });

  it('refuses a header whose lines are another entry’s', async () => {
    const [one, other] = [await draft(), await draft()];
    other.header.number++;
    for (const line of other.lines) line.entry_id = one.header.id;
    other.lines.forEach((line, index) => (line.line_number = index + 3));
    await expectRefusal(ledger.post(one, other), { code: 'BU106' });
  });
});

const verbs = ['UPDATE', 'DELETE', 'TRUNCATE'] as const;
type Verb = (typeof verbs)[number];

/** PostgreSQL composes the statement, since names cannot be parameters. */
const compositions: Record<Verb, string> = {
  UPDATE: "SELECT format('UPDATE %s SET %I = %I', $1::text, $2::text, $2::text) AS statement",
  DELETE: "SELECT format('DELETE FROM %s', $1::text) AS statement, $2::text",
  TRUNCATE: "SELECT format('TRUNCATE %s CASCADE', $1::text) AS statement, $2::text",
};

/** What refuses when the application is given the right, and what when the guards are taken away as well. */
type Walls = Partial<Record<Verb, { withRight?: string; withoutGuard?: string }>>;
const guarded: Walls = {
  UPDATE: { withRight: 'BU001' },
  DELETE: { withRight: 'BU001' },
  TRUNCATE: { withRight: 'BU001' },
};

const tables: [table: string, column: string, walls: Walls][] = [
  ['accounting.journal_entry', 'description', guarded],
  ['accounting.journal_line', 'account_id', guarded],
  [
    'accounting.fiscal_year',
    'ends_on',
    {
      ...guarded,
      UPDATE: { withRight: 'BU001', withoutGuard: 'BU001' },
      DELETE: { withRight: 'BU001', withoutGuard: '23503' },
    },
  ],
  // Values apart from the entries have a guard of their own.
  ['platform.audit_entry', 'action', { ...guarded, TRUNCATE: { withRight: 'BU001', withoutGuard: 'BU001' } }],
  ['accounting.account_balance_month', 'debit', {}],
  ['accounting.account_balance_day', 'credit', {}],
  ['accounting.number_series', 'last_number', { DELETE: { withRight: 'BU001' } }],
];
const cases = tables.flatMap(([table, column, walls]) =>
  verbs.map((verb) => ({ verb, table, column, ...walls[verb] })),
);

const GIVE_EVERY_RIGHT = `
  DO $$
  DECLARE target regclass;
  BEGIN
    FOR target IN SELECT oid FROM pg_class
                  WHERE relkind = 'r' AND relnamespace IN ('accounting'::regnamespace, 'platform'::regnamespace)
    LOOP
      EXECUTE format('GRANT ALL ON %s TO bureau_app', target);
    END LOOP;
  END $$`;
const TAKE_GUARDS_AWAY = `
  DO $$
  DECLARE guard record;
  BEGIN
    FOR guard IN SELECT tgrelid::regclass AS target, tgname FROM pg_trigger 
                 WHERE tgfoid IN ('platform.refuse_change'::regproc, 'platform.refuse_delete'::regproc)
    LOOP
      EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', guard.target, guard.tgname);
    END LOOP;
  END $$`;
const BECOME_APPLICATION =
  "SELECT set_config('role', 'bureau_app', true), set_config('bureau.organization_id', $1, true)";

describe('what is posted stays as it is', () => {
  const statementFor = async ({ verb, table, column }: (typeof cases)[number]) => {
    const { rows } = await ledger.owner.query<{ statement: string }>(compositions[verb], [table, column]);
    return rows[0]!.statement;
  };

  it.each(cases)('$verb of $table: the application has no right to it', async (one) => {
    const statement = await statementFor(one);
    const attempt = within(async () => void (await ledger.app.query(statement)));
    await expectRefusal(attempt, { code: '42501', message: 'permission denied for table' });
  });

  it.each(cases)('$verb of $table: given the right, it meets $withRight, then $withoutGuard', async (one) => {
    const statement = await statementFor(one);
    const attempt = (...preparations: string[]) =>
      rolledBack(ledger.owner, async () => {
        for (const preparation of preparations) await ledger.owner.query(preparation);
        await ledger.owner.query(BECOME_APPLICATION, [ledger.books.organizationId]);
        return (await refusalOf(ledger.owner.query(statement)))?.code;
      });
    expect(await attempt(GIVE_EVERY_RIGHT)).toBe(one.withRight);
    expect(await attempt(GIVE_EVERY_RIGHT, TAKE_GUARDS_AWAY)).toBe(one.withoutGuard);
  });

  it.each(cases.filter(({ withRight }) => withRight === 'BU001'))(
    '$verb of $table: not even the owner',
    async (one) => {
      const statement = await statementFor(one);
      await rolledBack(ledger.owner, () => expectRefusal(ledger.owner.query(statement), { code: 'BU001' }));
    },
  );
});

describe('what entries rest on stays what it was when they were posted', () => {
  it.each(['accounting.account', 'accounting.books', 'accounting.fiscal_period', 'accounting.number_series'])(
    'not even the owner deletes from %s',
    async (table) => {
      const { rows } = await ledger.owner.query<{ statement: string }>(compositions.DELETE, [table, null]);
      const attempt = () =>
        expectRefusal(ledger.owner.query(rows[0]!.statement), { code: 'BU001', message: 'are kept' });
      await rolledBack(ledger.owner, attempt);
    },
  );

  const columns: [table: string, column: string][] = [
    ['accounting.account', 'code'],
    ['accounting.account', 'type'],
    ['accounting.account', 'is_group'],
    ['accounting.account', 'parent_id'],
    ['accounting.books', 'functional_currency'],
    ['accounting.fiscal_period', 'starts_on'],
    ['accounting.fiscal_period', 'ends_on'],
    ['accounting.fiscal_period', 'fiscal_year_id'],
    ['accounting.journal', 'code'],
    ['platform.currency', 'minor_units'],
  ];
  const update = async (table: string, column: string) => {
    const { rows } = await ledger.owner.query<{ statement: string }>(compositions.UPDATE, [table, column]);
    await within(async () => void (await ledger.app.query(rows[0]!.statement)));
  };

  it.each(columns)('the application has no right to change %s.%s', async (table, column) => {
    await expectRefusal(update(table, column), { code: '42501', message: 'permission denied for table' });
  });

  it.each([
    ['accounting.account', 'name'],
    ['accounting.fiscal_period', 'status'],
    ['accounting.journal', 'name'],
  ])('and may change %s.%s', (table, column) => expectAccepted(update(table, column)));

  it('a locked period is never opened again, a softly closed one is', async () => {
    const set = (status: string) => setPeriod(ledger.app, ledger.books, '2026-11-01', status);
    await set('soft_closed');
    await set('open');
    await set('locked');
    for (const status of ['open', 'soft_closed']) await expectRefusal(set(status), { code: 'BU121' });
  });
});
