import fc from 'fast-check';
import { createLedgerDatabase, type LedgerDatabase } from '../support/ledger-database.js';
import { addDimensions, type Dimensions } from '../support/ledger-dimensions.js';
import { draftEntry, draftReversal, type EntryDraft } from '../support/ledger-entries.js';
import { rolledBack } from '../support/rolled-back.js';

let ledger: LedgerDatabase;
let dimensions: Dimensions;

beforeAll(async () => {
  ledger = await createLedgerDatabase();
  dimensions = await addDimensions(ledger.app, ledger.books);
});

afterAll(() => ledger?.close());

/** Balances and look-up that are not what the lines say, from both sides. */
const DIFFERENCES = `
  WITH line AS (
    SELECT l.organization_id, l.legal_entity_id, n.value_id, l.account_id, l.entry_date, e.kind,
           sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
    FROM accounting.journal_line l
    CROSS JOIN LATERAL unnest(l.dimension_value_ids) AS n (value_id)
    JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    GROUP BY 1, 2, 3, 4, 5, 6),
  month AS (
    SELECT organization_id, legal_entity_id, value_id, account_id, date_trunc('month', entry_date)::date, kind, sum(debit), sum(credit)
    FROM line GROUP BY 1, 2, 3, 4, 5, 6),
  place AS (
    SELECT l.organization_id, n.value_id, l.account_id, l.entry_date, l.entry_id, l.line_number
    FROM accounting.journal_line l CROSS JOIN LATERAL unnest(l.dimension_value_ids) AS n (value_id)),
  difference AS (
    (TABLE month EXCEPT TABLE accounting.dimension_balance_month) UNION ALL (TABLE accounting.dimension_balance_month EXCEPT TABLE month)
    UNION ALL (TABLE line EXCEPT TABLE accounting.dimension_balance_day) UNION ALL (TABLE accounting.dimension_balance_day EXCEPT TABLE line))
  SELECT account_id FROM difference AS d (o, l, v, account_id, t, k, debit, credit)
  UNION ALL SELECT account_id FROM ((TABLE place EXCEPT TABLE accounting.dimension_line) UNION ALL (TABLE accounting.dimension_line EXCEPT TABLE place)) p`;

const differences = async () => (await ledger.owner.query(DIFFERENCES)).rows;

const values = fc.subarray(['CC/A', 'CC/B', 'PR/A', 'PR/B']);
const pair = fc.record({
  debited: fc.constantFrom('1910', '1930', '4000'),
  credited: fc.constantFrom('1930', '3000', '3960'),
  cents: fc.integer({ min: 1, max: 10 ** 12 }),
  ofDebit: values,
  ofCredit: values,
});
const step = fc.record({
  pairs: fc.array(pair, { minLength: 1, maxLength: 4 }),
  kind: fc.constantFrom('regular', 'opening', 'closing'),
  day: fc.integer({ min: 1, max: 28 }),
  isReversed: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const amountOf = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** The first value of each dimension, as the database wants them. */
function idsOf(names: string[]): string[] | null {
  const firsts = new Map(names.toReversed().map((name) => [name.split('/')[0], dimensions[name]!]));
  return firsts.size === 0 ? null : [...firsts.values()].sort();
}

async function draftFor({ pairs, kind, day }: Step): Promise<EntryDraft> {
  const { owner, books } = ledger;
  const entryDate = `2026-03-${String(day).padStart(2, '0')}`;
  const draft = await draftEntry(owner, books, { kind, entry_date: entryDate });
  const [debit, credit] = draft.lines;
  draft.lines = pairs.flatMap(({ debited, credited, cents, ofDebit, ofCredit }, index) => {
    const amount = amountOf(cents);
    const onDebit = { account_id: books.accounts[debited]!, dimension_value_ids: idsOf(ofDebit) };
    const onCredit = { account_id: books.accounts[credited]!, dimension_value_ids: idsOf(ofCredit) };
    return [
      { ...debit!, ...onDebit, line_number: 2 * index + 1, debit: amount, functional_debit: amount },
      { ...credit!, ...onCredit, line_number: 2 * index + 2, credit: amount, functional_credit: amount },
    ];
  });
  draft.header.line_count = draft.lines.length;
  draft.header.total = amountOf(pairs.reduce((sum, { cents }) => sum + cents, 0));
  return draft;
}

it('are the sums of the lines with the value, whatever is posted and reversed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const one of steps) {
        const draft = await draftFor(one);
        await ledger.post(draft);
        if (one.isReversed) await ledger.post(await draftReversal(ledger.owner, ledger.books, draft));
      }
      expect(await differences()).toEqual([]);
    }),
    { numRuns: 25 },
  );
  const { rows } = await ledger.owner.query(
    `SELECT count(DISTINCT dimension_value_id)::int AS values, count(DISTINCT kind)::int AS kinds,
            count(DISTINCT month)::int AS months FROM accounting.dimension_balance_month`,
  );
  expect(rows).toEqual([{ values: 4, kinds: 3, months: 2 }]);
});

it.each([
  ['a month', 'UPDATE accounting.dimension_balance_month SET debit = debit + 0.01'],
  ['a day', 'UPDATE accounting.dimension_balance_day SET credit = credit + 0.01'],
  ['a row too few', 'DELETE FROM accounting.dimension_balance_day'],
  ['a line too few', 'DELETE FROM accounting.dimension_line'],
])('would be told apart from what is off in %s', async (_, statement) => {
  const found = await rolledBack(ledger.owner, async () => {
    await ledger.owner.query(statement);
    return differences();
  });
  expect(found).not.toEqual([]);
});
