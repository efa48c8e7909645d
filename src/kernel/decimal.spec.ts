import fc from 'fast-check';
import { Decimal, maxFractionDigits, maxIntegerDigits, parseDecimal, scaleOf, sum } from './decimal.js';

/** A whole number of 10^-12 within the accepted bounds. */
const units = fc.bigInt({ min: -(10n ** 42n) + 1n, max: 10n ** 42n - 1n });
const decimal = units.map((n) => new Decimal(`${n}e-${maxFractionDigits}`));

describe('parseDecimal', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['12.30', '12.3'],
    ['-0.5', '-0.5'],
    ['9007199254740993', '9007199254740993'],
    ['0.000000000001', '0.000000000001'],
    ['9'.repeat(maxIntegerDigits), '9'.repeat(maxIntegerDigits)],
    [
      `-${'9'.repeat(maxIntegerDigits)}.${'9'.repeat(maxFractionDigits)}`,
      `-${'9'.repeat(maxIntegerDigits)}.${'9'.repeat(maxFractionDigits)}`,
    ],
  ])('reads %s as %s', (text, expected) => {
    const value = parseDecimal(text);
    expect(value?.toString()).toBe(expected);
    expect(value?.toJSON()).toBe(expected);
  });

  it.each(
    // prettier-ignore
    [
      '', ' ', '-', '.', '+1', '--1', '- 1', ' 1', '1 ', '1\n', '01', '-01', '00', '00.1', '.5', '5.', '-.5', '1e3', '1E3',
      '1e-3', '1,5', '1 000', '1_000', '0x10', '0b1', 'NaN', 'Infinity', '-Infinity', '1.2.3', '１', '٣', '−1', '1n', '\u00001',
      `1${'0'.repeat(maxIntegerDigits)}`, `0.${'0'.repeat(maxFractionDigits)}1`, `1.${'0'.repeat(maxFractionDigits + 1)}`,
    ],
  )('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it('gives back every value from its own text', () => {
    fc.assert(
      fc.property(decimal, fc.nat(maxFractionDigits), (value, padding) => {
        expect(parseDecimal(value.toString())?.equals(value)).toBe(true);
        const padded = value.toFixed(Math.max(value.decimalPlaces(), padding));
        expect(parseDecimal(padded)?.equals(value)).toBe(true);
      }),
    );
  });
});

describe('Decimal', () => {
  it.each([
    [new Decimal('1e40'), `1${'0'.repeat(40)}`],
    [new Decimal('1e-40'), `0.${'0'.repeat(39)}1`],
    [new Decimal(1).div(3), `0.${'3'.repeat(60)}`],
    [new Decimal('123456789012345678901').times('1000000007'), '123456789876543201987419752307'],
  ])('writes no exponent: %s', (value, expected) => {
    expect(value.toString()).toBe(expected);
    expect(value.toJSON()).toBe(expected);
  });

  it('rounds half away from zero', () => {
    const rounded = ['0.5', '1.5', '2.5', '-0.5', '-1.5', '-2.5'].map((text) => new Decimal(text).toFixed(0));
    expect(rounded).toEqual(['1', '2', '3', '-1', '-2', '-3']);
  });

  it('rounds -x as it rounds x', () => {
    fc.assert(
      fc.property(decimal, fc.nat(maxFractionDigits), (value, places) => {
        const rounded = value.toDecimalPlaces(places);
        expect(value.negated().toDecimalPlaces(places).equals(rounded.negated())).toBe(true);
      }),
    );
  });
});

describe('scaleOf', () => {
  it.each([
    ['100', 0],
    ['0', 0],
    ['1.50', 1],
    ['1.25', 2],
    ['-0.000000000001', 12],
  ])('%s needs %i decimals', (text, expected) => {
    expect(scaleOf(new Decimal(text))).toBe(expected);
  });
});

describe('sum', () => {
  it('is 0 for nothing, and reads any iterable', () => {
    expect(sum([]).toString()).toBe('0');
    expect(sum(new Set([new Decimal('0.1'), new Decimal('0.2')])).toString()).toBe('0.3');
  });

  it('is exact, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(units), (values) => {
        const decimals = values.map((n) => new Decimal(`${n}e-${maxFractionDigits}`));
        const exact = values.reduce((total, n) => total + n, 0n);
        const expected = new Decimal(`${exact}e-${maxFractionDigits}`);
        expect(sum(decimals).equals(expected)).toBe(true);
        expect(sum(decimals.toReversed()).equals(expected)).toBe(true);
      }),
    );
  });
});
