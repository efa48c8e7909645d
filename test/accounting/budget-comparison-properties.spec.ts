import fc from 'fast-check';
import { newActor } from '../support/actor.js';
import { plan } from '../support/budgets.js';
import { centsOf } from '../support/report-books.js';
import { bookValues, openValuedBooks, valuedLines } from '../support/valued-books.js';

const comparison = '/v1/accounting/reports/budget-comparison';

const anyPlan = fc.uniqueArray(
  fc.record({
    accountCode: fc.constantFrom('1000', '2100', '3000', '4000'),
    periodNumber: fc.integer({ min: 1, max: 12 }),
    cents: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
    value: fc.constantFrom('A', 'B', null),
  }),
  {
    minLength: 1,
    maxLength: 20,
    selector: ({ accountCode, periodNumber, value }) => `${accountCode} ${periodNumber} ${value}`,
  },
);
const twoMonths = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).map(([one, other]) => {
  return [Math.min(one, other), Math.max(one, other)] as const;
});
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');

it('has the actual result of the income statement and the plan that was sent, for any range and value', async () => {
  await fc.assert(
    fc.asyncProperty(valuedLines, anyPlan, twoMonths, async (lines, plan2025, [first, last]) => {
      const books = await newActor();
      await openValuedBooks(books, lines);
      await plan(books, plan2025);
      const range = `from=2025-${two(first)}-01&to=2025-${two(last)}-${lastDays[last - 1]}`;
      for (const value of [undefined, ...bookValues]) {
        const part = value === undefined ? '' : `&dimensionCode=CC&valueCode=${value}`;
        const { body } = await books.get(`${comparison}?${range}${part}&accounts=all`);
        const income = await books.get(`/v1/accounting/reports/income-statement?${range}${part}`);
        expect(body.result.actual).toBe(income.body.result.amount);
        for (const { accountCode, accountType, budget, actual, difference } of body.lines) {
          const own = plan2025.filter((one) => {
            const isInPart = value === undefined || one.value === value;
            return isInPart && one.accountCode === accountCode && one.periodNumber >= first && one.periodNumber <= last;
          });
          const sign = accountType === 'asset' || accountType === 'expense' ? 1 : -1;
          expect(centsOf(budget)).toBe(own.reduce((total, { cents }) => total + sign * cents, 0));
          expect(centsOf(difference)).toBe(centsOf(actual) - centsOf(budget));
        }
      }
    }),
    { numRuns: 8 },
  );
});
