import fc from 'fast-check';
import { currencies, findCurrency } from './currency.js';
import { Decimal, sum } from './decimal.js';
import { formatAmount, Money } from './money.js';

const currency = fc.constantFrom(...currencies);
const minorAmount = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n });
const money = fc
  .tuple(minorAmount, currency)
  .map(([units, { code, minorUnits }]) => Money.round(new Decimal(`${units}e-${minorUnits}`), code));
const weights = fc
  .array(
    fc.tuple(fc.nat(1_000_000), fc.nat(8)).map(([n, scale]) => new Decimal(`${n}e-${scale}`)),
    { minLength: 1, maxLength: 30 },
  )
  .filter((values) => values.some((weight) => weight.isPositive() && !weight.isZero()));

const texts = (parts: Money[]) => parts.map(String);

describe('Money.parse', () => {
  it.each([
    ['12.3', 'EUR', '12.30'],
    ['12.3000', 'EUR', '12.30'],
    ['12', 'JPY', '12'],
    ['12.0', 'JPY', '12'],
    ['1.234', 'KWD', '1.234'],
    ['-0.0001', 'CLF', '-0.0001'],
    ['-0', 'SEK', '0.00'],
    ['9'.repeat(30), 'USD', `${'9'.repeat(30)}.00`],
  ])('%s %s is written %s', (text, code, expected) => {
    const parsed = Money.parse(text, code);
    expect(String(parsed)).toBe(expected);
    expect(JSON.stringify(parsed)).toBe(JSON.stringify({ amount: expected, currency: code }));
  });

  it.each([
    ['1.234', 'EUR', 'EUR amounts have at most 2 decimals'],
    ['0.5', 'JPY', 'JPY amounts have at most 0 decimals'],
    ['0.0001', 'KWD', 'KWD amounts have at most 3 decimals'],
    ['1e3', 'EUR', 'amount must be a plain decimal with at most 30 integer and 12 fraction digits'],
    ['', 'EUR', 'amount must be a plain decimal with at most 30 integer and 12 fraction digits'],
    ['1', 'eur', '"eur" is not a current currency code of ISO 4217'],
    ['1', 'XAU', 'XAU has no minor unit in ISO 4217, so no amounts can be kept in it'],
  ])('refuses %j %s', (text, code, message) => {
    expect(() => Money.parse(text, code)).toThrow(new RangeError(message));
  });

  it('gives back every amount from its own text', () => {
    fc.assert(
      fc.property(money, (value) => {
        const { amount, currency: code } = value.toJSON();
        expect(Money.parse(amount, code).equals(value)).toBe(true);
        expect(amount.split('.')[1]?.length ?? 0).toBe(value.currency.minorUnits);
      }),
    );
  });
});

describe('Money.round', () => {
  it.each([
    ['1.005', 'EUR', '1.01'],
    ['-1.005', 'EUR', '-1.01'],
    ['1.00499999999999999999999999', 'EUR', '1.00'],
    ['-0.004', 'EUR', '0.00'],
    ['0.5', 'JPY', '1'],
    ['2.5', 'JPY', '3'],
    ['1.0005', 'KWD', '1.001'],
  ])('%s %s gives %s', (text, code, expected) => {
    expect(String(Money.round(new Decimal(text), code))).toBe(expected);
  });

  it('rounds -x as it rounds x, by half a minor unit at most', () => {
    const precise = fc.tuple(minorAmount, fc.nat(12)).map(([n, scale]) => new Decimal(`${n}e-${scale}`));
    fc.assert(
      fc.property(precise, currency, (amount, { code, minorUnits }) => {
        const rounded = Money.round(amount, code);
        expect(Money.round(amount.negated(), code).equals(rounded.negated())).toBe(true);
        expect(
          rounded.amount
            .minus(amount)
            .abs()
            .lte(new Decimal(`5e-${minorUnits + 1}`)),
        ).toBe(true);
      }),
    );
  });

  it.each([NaN, Infinity, '1e30', '-1e30'])('refuses %s', (amount) => {
    expect(() => Money.round(new Decimal(amount), 'EUR')).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it('adds without float error and keeps zero unsigned', () => {
    expect(String(Money.parse('0.10', 'EUR').plus(Money.parse('0.20', 'EUR')))).toBe('0.30');
    const zero = Money.zero('EUR').negated();
    expect([zero.isZero(), zero.isNegative(), Object.is(zero.amount.toNumber(), 0)]).toEqual([true, false, true]);
  });

  it('takes back what it added', () => {
    fc.assert(
      fc.property(minorAmount, minorAmount, currency, (a, b, { code, minorUnits }) => {
        const of = (units: bigint) => Money.round(new Decimal(`${units}e-${minorUnits}`), code);
        const [x, y] = [of(a), of(b)];
        expect(x.plus(y).equals(of(a + b))).toBe(true);
        expect(x.plus(y).minus(y).equals(x)).toBe(true);
        expect(x.minus(y).equals(y.minus(x).negated())).toBe(true);
        expect(x.plus(x.negated()).equals(Money.zero(code))).toBe(true);
        expect(Math.sign(x.compare(y))).toBe(a < b ? -1 : Number(a > b));
        expect([x.isNegative(), x.isZero(), x.equals(y)]).toEqual([a < 0n, a === 0n, a === b]);
      }),
    );
  });

  it('never mixes currencies', () => {
    const [euro, dollar] = [Money.parse('1', 'EUR'), Money.parse('1', 'USD')];
    const message = new RangeError('EUR and USD amounts cannot be combined or compared');
    expect(() => euro.plus(dollar)).toThrow(message);
    expect(() => euro.minus(dollar)).toThrow(message);
    expect(() => euro.compare(dollar)).toThrow(message);
    expect(euro.equals(dollar)).toBe(false);
  });

  it('refuses to grow beyond what can be read back, and to be changed', () => {
    const most = Money.parse('9'.repeat(30), 'JPY');
    expect(() => most.plus(Money.parse('1', 'JPY'))).toThrow(RangeError);
    expect(() => Object.assign(most, { amount: new Decimal(1) })).toThrow(TypeError);
  });
});

describe('allocate', () => {
  it.each([
    ['100', 'EUR', ['1', '1', '1'], ['33.34', '33.33', '33.33']],
    ['-100', 'EUR', ['1', '1', '1'], ['-33.34', '-33.33', '-33.33']],
    ['100', 'JPY', ['0.5', '0.25', '0.25'], ['50', '25', '25']],
    ['100', 'JPY', ['0.25', '0.25', '0.5'], ['25', '25', '50']],
    ['0.05', 'EUR', ['30', '70'], ['0.02', '0.03']],
    ['0.01', 'EUR', ['0', '0.000001'], ['0.00', '0.01']],
    ['0', 'KWD', ['1', '2'], ['0.000', '0.000']],
  ])('%s %s by %j gives %j', (amount, code, shares, expected) => {
    expect(texts(Money.parse(amount, code).allocate(shares.map((share) => new Decimal(share))))).toEqual(expected);
  });

  it('sums exactly, whatever the sign', () => {
    fc.assert(
      fc.property(money, weights, (value, shares) => {
        const parts = value.allocate(shares);
        expect(parts).toHaveLength(shares.length);
        expect(sum(parts.map(({ amount }) => amount)).equals(value.amount)).toBe(true);
        expect(parts.every((part) => part.currency === value.currency)).toBe(true);
        expect(texts(value.negated().allocate(shares))).toEqual(texts(parts.map((part) => part.negated())));
      }),
    );
  });

  it.each([[[]], [['0']], [['-1', '2']], [['NaN']], [['Infinity']]])('refuses weights %j', (shares) => {
    const split = () => Money.parse('1', 'EUR').allocate(shares.map((share) => new Decimal(share)));
    expect(split).toThrow(RangeError);
  });
});

describe('formatAmount', () => {
  it('pads to the minor units and never rounds', () => {
    const euro = findCurrency('EUR')!;
    expect(formatAmount(new Decimal('-1200.5'), euro)).toBe('-1200.50');
    expect(formatAmount(new Decimal('-0'), euro)).toBe('0.00');
    expect(() => formatAmount(new Decimal('0.005'), euro)).toThrow(
      new RangeError('EUR amounts have at most 2 decimals'),
    );
    expect(() => formatAmount(new Decimal(NaN), euro)).toThrow(RangeError);
  });
});
