import fc from 'fast-check';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { draftEntry, type EntryDraft } from '../support/ledger-entries.js';
import { rolledBack } from '../support/rolled-back.js';

let ledger: LedgerDatabase;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
});

afterAll(() => ledger?.close());

/** Balances that are not what the lines add up to, by account, time and kind; from both sides. */
const DIFFERENCES = `
  WITH line AS (
    SELECT l.organization_id, l.legal_entity_id, l.account_id, l.entry_date, e.kind,
           sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
    FROM accounting.journal_line l
    JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    GROUP BY 1, 2, 3, 4, 5),
  month AS (
    SELECT organization_id, legal_entity_id, account_id, date_trunc('month', entry_date)::date, kind, sum(debit), sum(credit)
    FROM line GROUP BY 1, 2, 3, 4, 5)
  (TABLE month EXCEPT TABLE accounting.account_balance_month) UNION ALL (TABLE accounting.account_balance_month EXCEPT TABLE month)
  UNION ALL (TABLE line EXCEPT SELECT organization_id, legal_entity_id, account_id, day, kind, debit, credit FROM accounting.account_balance_day)
  UNION ALL (SELECT organization_id, legal_entity_id, account_id, day, kind, debit, credit FROM accounting.account_balance_day EXCEPT TABLE line)`;

const differences = async () => (await ledger.owner.query(DIFFERENCES)).rows;

interface Pair {
  debited: string;
  credited: string;
  cents: number;
  dollars: boolean;
}

const accounts = ['1910', '1930', '3000', '3960', '4000'];
const pair: fc.Arbitrary<Pair> = fc.record({
  debited: fc.constantFrom(...accounts),
  credited: fc.constantFrom(...accounts),
  cents: fc.integer({ min: 1, max: 10 ** 12 }),
  dollars: fc.boolean(),
});
const entry = fc.record({
  pairs: fc.array(pair, { minLength: 1, maxLength: 4 }),
  kind: fc.constantFrom('regular', 'opening', 'closing'),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

const amountOf = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** Dollars are two euros each, so that their functional amounts stay exact. */
async function draftFor({ pairs, kind, month, day }: Entry): Promise<EntryDraft> {
  const { owner, books } = ledger;
  const first = `2026-${String(month).padStart(2, '0')}-01`;
  const entryDate = first.replace(/01$/, String(day).padStart(2, '0'));
  const draft = await draftEntry(owner, books, { kind, period_id: books.periods[first]!, entry_date: entryDate });
  const [debit, credit] = draft.lines;
  draft.lines = pairs.flatMap(({ debited, credited, cents, dollars }, index) => {
    const [amount, functional] = [amountOf(cents), amountOf(dollars ? 2 * cents : cents)];
    const currency = dollars
      ? { currency: 'USD', exchange_rate: '2', exchange_rate_source: 'Test' }
      : { currency: 'EUR', exchange_rate: null, exchange_rate_source: null };
    return [
      {
        ...debit!,
        ...currency,
        account_id: books.accounts[debited]!,
        line_number: 2 * index + 1,
        debit: amount,
        functional_debit: functional,
      },
      {
        ...credit!,
        ...currency,
        account_id: books.accounts[credited]!,
        line_number: 2 * index + 2,
        credit: amount,
        functional_credit: functional,
      },
    ];
  });
  draft.header.line_count = draft.lines.length;
  draft.header.total = amountOf(pairs.reduce((sum, { cents, dollars }) => sum + (dollars ? 2 * cents : cents), 0));
  return draft;
}

it('are the sums of the lines after every statement, by account, month, day and kind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
      const drafts: EntryDraft[] = [];
      for (const one of entries) drafts.push(await draftFor(one));
      drafts.forEach(({ header }, index) => (header.number += index));
      await ledger.post(...drafts);
      expect(await differences()).toEqual([]);
    }),
    { numRuns: 30 },
  );
  const { rows } = await ledger.owner.query(
    'SELECT count(DISTINCT kind)::int AS kinds, sum(debit) = sum(credit) AS balanced FROM accounting.account_balance_month',
  );
  expect(rows).toEqual([{ kinds: 3, balanced: true }]);
});

it.each([
  ['a month', 'UPDATE accounting.account_balance_month SET debit = debit + 0.01'],
  ['a day', 'UPDATE accounting.account_balance_day SET credit = credit + 0.01'],
  ['a kind', "UPDATE accounting.account_balance_day SET kind = 'x' WHERE kind = 'opening'"],
  ['a row too few', 'DELETE FROM accounting.account_balance_month'],
])('would be told apart from balances that are off in %s', async (_, statement) => {
  await ledger.post(await draftEntry(ledger.owner, ledger.books));
  const found = await rolledBack(ledger.owner, async () => {
    await ledger.owner.query(statement);
    return differences();
  });
  expect(found).not.toEqual([]);
});

it('posts an entry of 5,000 lines', async () => {
  const draft = await draftFor({
    pairs: Array.from({ length: 2500 }, (_, index) => ({
      debited: accounts[index % 5]!,
      credited: accounts[(index + 1) % 5]!,
      cents: 100 + index,
      dollars: index % 2 > 0,
    })),
    kind: 'regular',
    month: 5,
    day: 5,
  });
  const began = performance.now();
  await ledger.post(draft);
  console.log(`5,000 lines in one entry were posted in ${Math.round(performance.now() - began)} ms`);
  const { rows } = await ledger.owner.query('SELECT count(*)::int FROM accounting.journal_line WHERE entry_id = $1', [
    draft.header.id,
  ]);
  expect(rows).toEqual([{ count: 5000 }]);
  expect(await differences()).toEqual([]);
});
