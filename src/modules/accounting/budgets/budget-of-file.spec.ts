import fc from 'fast-check';
import { Decimal } from '#kernel/decimal.js';
import { type FileBudgetRecord, wishesOfFile } from './budget-of-file.js';

const record = (amount: number, ...values: string[]): FileBudgetRecord => ({
  accountCode: '4000',
  month: '2026-01',
  dimensions: values.map((value) => ({ dimensionCode: value.split('=')[0]!, valueCode: value.split('=')[1]! })),
  amount: new Decimal(amount),
  line: 7,
});
const shown = (records: FileBudgetRecord[]) =>
  wishesOfFile(records).wishes?.map(({ dimensions, amount }) => {
    return [amount, ...dimensions.map(({ dimensionCode, valueCode }) => `${dimensionCode}=${valueCode}`)].join(' ');
  });

it.each([
  ['an account as a whole', [record(100)], ['100']],
  ['records of the whole twice', [record(100), record(1)], ['101']],
  ['a whole with parts', [record(100), record(30, '1=A'), record(20, '1=B')], ['50', '30 1=A', '20 1=B']],
  ['a whole that is its parts', [record(50), record(30, '1=A'), record(20, '1=B')], ['30 1=A', '20 1=B']],
  ['parts of two dimensions', [record(100), record(100, '1=A'), record(60, '6=P')], ['-60', '100 1=A', '60 6=P']],
  ['parts alone', [record(30, '1=A'), record(20, '1=B')], ['30 1=A', '20 1=B']],
  ['a part that is there twice', [record(30, '1=A', '6=P'), record(20, '6=P', '1=A')], ['50 1=A 6=P']],
  ['nothing', [], []],
])('makes lines of %s', (_, records, expected) => {
  expect(shown(records)).toEqual(expected);
});

it('does not guess what parts of several dimensions are together', () => {
  expect(wishesOfFile([record(30, '1=A'), record(20, '6=P')])).toMatchObject({
    fault: { code: 'ambiguous_budget', line: 7 },
  });
});

it('adds up to the whole, and for each value to its parts', () => {
  const part = fc.record({ cents: fc.integer({ min: -1000, max: 1000 }), value: fc.constantFrom('1=A', '1=B', '6=P') });
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), fc.array(part), (whole, parts) => {
      const records = [record(whole), ...parts.map(({ cents, value }) => record(cents, value))];
      const wishes = wishesOfFile(records).wishes!;
      const total = (some: { amount: string }[]) => some.reduce((all, { amount }) => all + Number(amount), 0);
      expect(total(wishes)).toBe(whole);
      for (const value of ['1=A', '1=B', '6=P']) {
        const [dimensionCode, valueCode] = value.split('=');
        const own = wishes.filter(({ dimensions }) => dimensions[0]?.valueCode === valueCode);
        expect(own.every(({ dimensions }) => dimensions[0]?.dimensionCode === dimensionCode)).toBe(true);
        const sent = parts.filter((one) => one.value === value).reduce((all, { cents }) => all + cents, 0);
        expect(total(own)).toBe(sent);
      }
    }),
  );
});
