import fc from 'fast-check';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum } from '#kernel/decimal.js';
import type { LineDimension, PlannedLine } from './planned-entry.js';
import { splitLine } from './split-line.js';

const SEK = requireCurrency('SEK');
const zero = new Decimal(0);

const value = (dimensionCode: string, valueCode: string): LineDimension => ({
  dimensionId: `id-${dimensionCode}`,
  dimensionCode,
  valueId: `id-${dimensionCode}-${valueCode}`,
  valueCode,
  valueName: valueCode,
});

/** A debit in SEK, or in EUR at the rate. */
function line(amount: string, rate?: string): PlannedLine {
  const debit = new Decimal(amount);
  const exchangeRate = rate === undefined ? null : new Decimal(rate);
  const functionalDebit = exchangeRate ? debit.times(exchangeRate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP) : debit;
  return {
    account: {} as PlannedLine['account'],
    currency: requireCurrency(rate === undefined ? 'SEK' : 'EUR'),
    debit,
    credit: zero,
    functionalDebit,
    functionalCredit: zero,
    exchangeRate,
    exchangeRateSource: rate === undefined ? null : 'Test',
    description: 'Rent',
    dimensions: [],
    isRounding: false,
    partyId: null,
    dueOn: null,
  };
}

const mirrored = (one: PlannedLine): PlannedLine => ({
  ...one,
  debit: one.credit,
  credit: one.debit,
  functionalDebit: one.functionalCredit,
  functionalCredit: one.functionalDebit,
});

const shares = (...percentages: string[]) =>
  percentages.map((percentage, index) => ({
    dimension: value('CC', `V${index}`),
    percentage: new Decimal(percentage),
  }));

const shown = (lines: PlannedLine[] | undefined) =>
  lines?.map(({ debit, credit, functionalDebit, functionalCredit, dimensions }) => [
    ...[debit.minus(credit), functionalDebit.minus(functionalCredit)].map((one) => one.toFixed(2)),
    dimensions.map(({ valueCode }) => valueCode).join(),
  ]);

describe('a line with dimensions', () => {
  it('stays one line without a split, its values in the order of their dimensions', () => {
    const [only, ...further] = splitLine(line('10'), { whole: [value('PR', 'P'), value('CC', 'A')], shares: [] }, SEK)!;
    expect(further).toEqual([]);
    expect(only).toMatchObject({ description: 'Rent', dimensions: [{ valueCode: 'A' }, { valueCode: 'P' }] });
  });

  it('is divided by largest remainder, the first share first where remainders are equal', () => {
    const third = '33.333333';
    const lines = splitLine(
      line('100.01'),
      { whole: [value('PR', 'P')], shares: shares('33.333334', third, third) },
      SEK,
    );
    expect(shown(lines)).toEqual([
      ['33.34', '33.34', 'V0,P'],
      ['33.34', '33.34', 'V1,P'],
      ['33.33', '33.33', 'V2,P'],
    ]);
  });

  it('leaves out a share that is nothing', () => {
    expect(shown(splitLine(line('0.01'), { whole: [], shares: shares('60', '40') }, SEK))).toEqual([
      ['0.01', '0.01', 'V0'],
    ]);
  });

  it('converts each part at the rate and puts what rounding leaves beside the largest', () => {
    // 100.00 EUR are 1050.50 SEK; 33.34 and twice 33.33 are 350.24 and twice 350.13.
    const third = '33.333333';
    const split = { whole: [], shares: shares('33.333334', third, third) };
    expect(shown(splitLine(line('100.00', '10.5049'), split, SEK))).toEqual([
      ['33.34', '350.23', 'V0'],
      ['33.33', '350.13', 'V1'],
      ['33.33', '350.13', 'V2'],
    ]);
    expect(shown(splitLine(line('0.03', '10.5'), split, SEK))).toEqual([
      ['0.01', '0.11', 'V0'],
      ['0.01', '0.11', 'V1'],
      ['0.01', '0.11', 'V2'],
      ['0.00', '-0.01', 'V0'],
    ]);
  });

  it('cannot be divided into a share that is nothing in the functional currency', () => {
    expect(splitLine(line('100.00', '0.004'), { whole: [], shares: shares('99', '1') }, SEK)).toBeUndefined();
  });

  it('keeps its sums, its sides and a mirror, however it is divided', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 12 });
    const cents = fc.integer({ min: 1, max: 10 ** 12 });
    const rate = fc.option(
      fc.integer({ min: 10_000, max: 10 ** 8 }).map((units) => `${units}e-4`),
      { nil: undefined },
    );
    fc.assert(
      fc.property(weights, cents, rate, (parts, amount, one) => {
        const whole = line(new Decimal(amount).div(100).toFixed(2), one && new Decimal(one).toFixed());
        const split = { whole: [], shares: shares(...parts.map(String)) };
        const lines = splitLine(whole, split, SEK);
        const mirror = splitLine(mirrored(whole), split, SEK);
        expect(mirror).toEqual(lines?.map(mirrored));
        fc.pre(lines !== undefined);
        const net = (side: 'debit' | 'functionalDebit', other: 'credit' | 'functionalCredit') =>
          sum(lines.map((part) => part[side].minus(part[other])));
        expect(net('debit', 'credit').equals(whole.debit)).toBe(true);
        expect(net('functionalDebit', 'functionalCredit').equals(whole.functionalDebit)).toBe(true);
        for (const part of lines) {
          expect(part.functionalDebit.isZero()).not.toBe(part.functionalCredit.isZero());
          expect(part.debit.decimalPlaces()).toBeLessThanOrEqual(2);
          expect(part.dimensions).toHaveLength(1);
          const converted = part.debit.times(part.exchangeRate ?? 1).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
          expect(part.debit.isZero() || part.functionalDebit.equals(converted)).toBe(true);
        }
      }),
    );
  });
});
