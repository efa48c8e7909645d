import fc from 'fast-check';
import { Decimal, sum } from '#kernel/decimal.js';
import { planClosingEntry, resultOf } from './plan-closing-entry.js';
import type { YearEndFacts } from './year-end-facts.js';
import { account, period, rangeOf, yearEnd } from './year-end.fixture.js';

const earnings = account('2000');
const planned = (changes: Partial<YearEndFacts> = {}) =>
  planClosingEntry(yearEnd(changes), earnings, 'entry', 'Year-end close');
const lines = (changes: Partial<YearEndFacts> = {}) =>
  planned(changes)?.lines.map((line) => [line.account.code, line.debit.minus(line.credit).toFixed()].join(' '));
const balances = (...amounts: string[]) => ({
  resultBalances: amounts.map((amount, index) => ({
    account: account(`${3000 + index}`),
    balance: new Decimal(amount),
  })),
});

describe('the closing entry', () => {
  it('takes each account to zero and the result to retained earnings', () => {
    expect(lines()).toEqual(['3000 100', '4000 -30', '2000 -70']);
    expect(planned()).toMatchObject({
      kind: 'closing',
      entryDate: '2026-12-31',
      period: { id: 'last' },
      total: new Decimal(100),
      softCloseReason: null,
    });
    expect(resultOf(yearEnd()).toFixed()).toBe('70');
  });

  it('takes a loss', () => {
    expect(lines(balances('-10', '25'))).toEqual(['3000 10', '3001 -25', '2000 15']);
    expect(resultOf(yearEnd(balances('-10', '25'))).toFixed()).toBe('-15');
  });

  it('has no line for a result of nothing, and is none where nothing is left', () => {
    expect(lines(balances('-10', '10'))).toEqual(['3000 10', '3001 -10']);
    expect(lines(balances())).toBeUndefined();
  });

  it('goes into the adjustment period of a year that has one, and into a closed period for a reason', () => {
    const { periods } = yearEnd();
    const lastDay = rangeOf('2026-12-31', '2026-12-31');
    const adjustment = period('adjustment', lastDay, { isAdjustment: true });
    expect(planned({ periods: [...periods, adjustment] })).toMatchObject({
      period: { id: 'adjustment' },
      softCloseReason: 'Year-end close',
    });
  });

  it('balances and leaves every account at zero, whatever the balances', () => {
    const cents = fc.integer({ min: -(10 ** 15), max: 10 ** 15 }).filter((one) => one !== 0);
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), (all) => {
        const facts = balances(...all.map((one) => new Decimal(one).div(100).toFixed()));
        const entry = planned(facts)!;
        const amounts = entry.lines.map(({ debit, credit }) => debit.minus(credit));
        expect(sum(amounts).isZero()).toBe(true);
        expect(sum(entry.lines.map(({ debit }) => debit)).equals(entry.total)).toBe(true);
        facts.resultBalances.forEach(({ balance }, index) => {
          expect(balance.plus(amounts[index]!).isZero()).toBe(true);
        });
        expect(entry.lines.every(({ debit, credit }) => debit.isZero() !== credit.isZero())).toBe(true);
        const [last] = amounts.slice(facts.resultBalances.length);
        expect(
          resultOf(yearEnd(facts))
            .negated()
            .equals(last ?? 0),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
