import fc from 'fast-check';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { budgetLineChanges, type KeptBudgetLine } from './budget-line-changes.js';
import { type BudgetYear, isOfWholePeriods, periodOfMonth } from './budget-period.js';
import {
  type BudgetFacts,
  type BudgetLineWish,
  keyOfLine,
  type PlannedBudgetLine,
  planBudgetLines,
} from './plan-budget-lines.js';

const day = (text: string) => text as CalendarDate;
const period = (number: number, startsOn: string, endsOn: string, isAdjustment = false) => {
  return { id: `p${number}`, number, startsOn: day(startsOn), endsOn: day(endsOn), isAdjustment };
};
/** From the middle of a month to the middle of another, with an adjustment period. */
const year: BudgetYear = {
  id: 'y',
  legalEntityId: 'e',
  startsOn: day('2026-01-15'),
  endsOn: day('2026-03-20'),
  periods: [
    period(1, '2026-01-15', '2026-01-31'),
    period(2, '2026-02-01', '2026-02-28'),
    period(3, '2026-03-01', '2026-03-20'),
    period(4, '2026-03-20', '2026-03-20', true),
  ],
};
const account = (code: string, type: 'income' | 'expense' | 'asset' | 'liability' | 'equity') => {
  return [code, { id: code, code, type, isGroup: false, isActive: true }] as const;
};
const value = (id: string) => ({ id, isActive: true, validFrom: null, validTo: null });
const facts: BudgetFacts = {
  currency: requireCurrency('EUR'),
  year,
  accounts: new Map([
    account('1000', 'asset'),
    account('2100', 'liability'),
    account('3000', 'income'),
    account('4000', 'expense'),
  ]),
  dimensions: new Map([
    ['CC', { isActive: true, values: new Map([['A', value('v2')]]) }],
    ['PR', { isActive: true, values: new Map([['A', value('v1')]]) }],
    ['OLD', { isActive: false, values: new Map([['A', value('v3')]]) }],
  ]),
  signs: 'debit_positive',
};
const wish = (fields: Partial<BudgetLineWish> = {}): BudgetLineWish => {
  return { accountCode: '4000', month: '2026-02', dimensions: [], amount: '1', at: { pointer: '/lines/0' }, ...fields };
};

describe('a month', () => {
  it.each([
    ['2026-01', 'p1'],
    ['2026-02', 'p2'],
    ['2026-03', 'p3'],
    ['2026-04', undefined],
    ['2025-12', undefined],
  ])('%s is the period that the year has of it', (month, expected) => {
    expect(periodOfMonth(month, year)?.id).toBe(expected);
  });

  it('is none where the year has other periods', () => {
    const weeks = { ...year, periods: [period(1, '2026-01-15', '2026-02-11'), period(2, '2026-02-12', '2026-03-20')] };
    expect(periodOfMonth('2026-02', weeks)).toBeUndefined();
  });
});

it.each([
  ['2026-01-15', '2026-03-20', true],
  ['2026-02-01', '2026-02-28', true],
  ['2026-01-01', '2026-01-31', false],
  ['2026-02-01', '2026-03-19', false],
  ['2026-03-20', '2026-03-20', false],
])('a range from %s to %s consists of whole periods: %s', (startsOn, endsOn, expected) => {
  expect(isOfWholePeriods({ startsOn: day(startsOn), endsOn: day(endsOn) }, year)).toBe(expected);
});

it.each([
  ['debit_positive', '4000', '5', '5'],
  ['debit_positive', '3000', '5', '5'],
  ['natural', '4000', '5', '5'],
  ['natural', '1000', '-5', '-5'],
  ['natural', '3000', '5', '-5'],
  ['natural', '2100', '-5', '5'],
] as const)('with signs %s, %s of %s is a debit of %s', (signs, accountCode, amount, expected) => {
  const { lines } = planBudgetLines([wish({ accountCode, amount })], { ...facts, signs });
  expect(lines!.map((line) => line.amount.toFixed())).toEqual([expected]);
});

it('sorts the values of a line, so that their order makes no other line', () => {
  const [cc, pr] = [
    { dimensionCode: 'CC', valueCode: 'A' },
    { dimensionCode: 'PR', valueCode: 'A' },
  ];
  expect(planBudgetLines([wish({ dimensions: [cc, pr] })], facts).lines).toMatchObject([{ valueIds: ['v1', 'v2'] }]);
  const twice = [wish({ dimensions: [cc, pr] }), wish({ dimensions: [pr, cc] })];
  expect(planBudgetLines(twice, facts).faults).toMatchObject([{ code: 'duplicate_line' }]);
});

it('refuses values of inactive dimensions, and tells line and place of a fault', () => {
  const dimensions = [{ dimensionCode: 'OLD', valueCode: 'A' }];
  expect(planBudgetLines([wish({ dimensions })], facts).faults).toMatchObject([
    { pointer: '/lines/0/dimensions/0/valueCode', code: 'dimension_value_inactive' },
  ]);
  expect(planBudgetLines([wish({ accountCode: '9', at: { pointer: '', line: 3 } })], facts).faults).toMatchObject([
    { pointer: '', line: 3, code: 'unknown_account' },
  ]);
});

it('makes the lines of a budget those that are planned, touching no other', () => {
  const lines: fc.Arbitrary<PlannedBudgetLine[]> = fc.uniqueArray(
    fc.record({
      accountId: fc.constantFrom<string[]>('a', 'b', 'c'),
      periodId: fc.constantFrom<string[]>('p1', 'p2', 'p3'),
      valueIds: fc.constantFrom<string[]>([], ['v1']),
      amount: fc.integer({ min: -3, max: 3 }).map((amount) => new Decimal(amount)),
    }),
    { selector: keyOfLine },
  );
  fc.assert(
    fc.property(lines, lines, fc.constantFrom('all' as const, 'named_periods' as const), (planned, before, replace) => {
      const kept = before.map((line, index): KeptBudgetLine => ({ ...line, id: `l${index}` }));
      const { added, removed, counts } = budgetLineChanges(planned, kept, replace);
      const after = [...kept.filter(({ id }) => !removed.includes(id)), ...added];
      const named = new Set(planned.map(({ periodId }) => periodId));
      const stay = replace === 'all' ? [] : kept.filter(({ periodId }) => !named.has(periodId));
      const texts = (some: readonly PlannedBudgetLine[]) =>
        some.map((line) => `${keyOfLine(line)} ${line.amount.toFixed()}`).sort();
      expect(texts(after)).toEqual(texts([...planned, ...stay]));
      expect(counts.added + counts.changed + counts.unchanged).toBe(planned.length);
      expect(removed).toHaveLength(counts.changed + counts.removed);
      expect(counts.unchanged).toBe(planned.length - added.length);
    }),
  );
});
