import fc from 'fast-check';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { RateQuestion } from '../contract/exchange-rates.js';
import { type DerivedRate, deriveRate, type LatestRate, type RateRules, type RecordedRate } from './derive-rate.js';
import { explainRate, rateSource } from './explain-rate.js';

const date = (text: string) => text as CalendarDate;

/** `EUR SEK 11.2345 2026-01-30` */
function recorded(text: string): RecordedRate {
  const [fromCurrency, toCurrency, rate, rateOn, ...source] = text.split(' ') as [string, string, string, string];
  const facts = { id: text, fromCurrency, toCurrency, rateOn: date(rateOn), rate: new Decimal(rate) };
  return { ...facts, source: source.join(' ') || 'ECB', revision: 1, recordedAt: '2026-01-30T15:00:00.000Z' };
}

const latestOf =
  (...rates: string[]): LatestRate =>
  (from, to) =>
    rates.map(recorded).find(({ fromCurrency, toCurrency }) => fromCurrency === from && toCurrency === to);

const ask = (fromCurrency: string, toCurrency: string, rateOn = '2026-01-31'): RateQuestion => ({
  rateType: 'spot',
  fromCurrency,
  toCurrency,
  rateOn: date(rateOn),
});
const rules = (maxAgeDays = 7, baseCurrency: string | null = 'EUR'): RateRules => ({ maxAgeDays, baseCurrency });

function derive(question: RateQuestion, given: RateRules, ...rates: string[]): string {
  const answer = deriveRate(question, given, latestOf(...rates));
  return 'missing' in answer ? answer.missing : `${answer.derivation} ${answer.rate.toString()}`;
}

describe('deriving a rate', () => {
  it.each<[string, RateQuestion, RateRules, string[], string]>([
    ['takes the pair itself', ask('EUR', 'SEK'), rules(), ['EUR SEK 11.2345 2026-01-30'], 'direct 11.2345'],
    [
      'prefers the pair itself to its inverse',
      ask('EUR', 'SEK'),
      rules(),
      ['SEK EUR 0.09 2026-01-31', 'EUR SEK 11.2345 2026-01-28'],
      'direct 11.2345',
    ],
    [
      'prefers a fresh inverse to a pair that is too old',
      ask('EUR', 'SEK'),
      rules(1),
      ['SEK EUR 0.08 2026-01-30', 'EUR SEK 11.2345 2026-01-29'],
      'inverse 12.5',
    ],
    ['inverts', ask('SEK', 'EUR'), rules(), ['EUR SEK 11.2345 2026-01-30'], 'inverse 0.0890115269927456'],
    [
      'goes through the base directly',
      ask('USD', 'SEK'),
      rules(),
      ['USD EUR 0.9 2026-01-30', 'EUR SEK 11 2026-01-30'],
      'triangulated 9.9',
    ],
    [
      'goes through the base by an inverse, rounding once',
      ask('USD', 'SEK'),
      rules(),
      ['EUR USD 1.1 2026-01-30', 'EUR SEK 11 2026-01-30'],
      'triangulated 10',
    ],
    [
      'goes through the base by two inverses',
      ask('USD', 'SEK'),
      rules(),
      ['EUR USD 3 2026-01-30', 'SEK EUR 0.7 2026-01-30'],
      'triangulated 0.476190476190476',
    ],
    [
      'goes through no currency but the base',
      ask('USD', 'SEK'),
      rules(7, 'GBP'),
      ['EUR USD 1.1 2026-01-30', 'EUR SEK 11 2026-01-30'],
      'There is no spot rate from USD to SEK for 2026-01-31, at most 7 days old: not directly, not inversely, nor through GBP.',
    ],
    [
      'goes through nothing without a base',
      ask('USD', 'SEK'),
      rules(7, null),
      ['EUR USD 1.1 2026-01-30', 'EUR SEK 11 2026-01-30'],
      'There is no spot rate from USD to SEK for 2026-01-31, at most 7 days old: not directly, not inversely, no base currency is set.',
    ],
    [
      'needs both steps to be fresh',
      ask('USD', 'SEK'),
      rules(1),
      ['EUR USD 1.1 2026-01-30', 'EUR SEK 11 2026-01-29'],
      'There is no spot rate from USD to SEK for 2026-01-31, at most one day old: not directly, not inversely, nor through EUR.',
    ],
    ['takes one that is as old as it may be', ask('EUR', 'SEK'), rules(7), ['EUR SEK 11 2026-01-24'], 'direct 11'],
    [
      'takes none that is a day older, and says which there is',
      ask('EUR', 'SEK'),
      rules(7),
      ['EUR SEK 11 2026-01-23'],
      'There is no spot rate from EUR to SEK for 2026-01-31, at most 7 days old: not directly, not inversely, nor through EUR. The latest of the pair is of 2026-01-23.',
    ],
    [
      'takes the day itself only where no age is allowed',
      ask('EUR', 'SEK'),
      rules(0),
      ['EUR SEK 11 2026-01-31'],
      'direct 11',
    ],
    ['has none from a currency to itself', ask('EUR', 'EUR'), rules(), [], 'EUR needs no exchange rate to itself.'],
    [
      'refuses what no line could hold',
      ask('KWD', 'IRR'),
      rules(),
      ['KWD EUR 999999999 2026-01-30', 'EUR IRR 999999999 2026-01-30'],
      'The recorded rates lead from KWD to IRR at 999999998000000000, out of range.',
    ],
  ])('%s', (_, question, given, rates, expected) => {
    expect(derive(question, given, ...rates)).toBe(expected);
  });
});

const anyRate = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 14n - 1n }), fc.integer({ min: 0, max: 9 }))
  .map(([units, scale]) => new Decimal(`${units}e-${scale}`))
  .filter((rate) => rate.greaterThanOrEqualTo('1e-9') && rate.lessThan('1e9'));

const rateOf = (question: RateQuestion, ...rates: string[]): Decimal =>
  (deriveRate(question, rules(), latestOf(...rates)) as DerivedRate).rate;
/** The error of one rounding to 15 significant digits, relative to the value. */
const half = new Decimal('5e-15');
const differs = (a: Decimal, b: Decimal) => a.minus(b).abs().dividedBy(b);

describe('rounding', () => {
  it('of an inverse is the only error: times the rate it is one', () => {
    fc.assert(
      fc.property(anyRate, (rate) => {
        const inverse = rateOf(ask('SEK', 'EUR'), `EUR SEK ${rate.toString()} 2026-01-30`);
        expect(inverse.precision()).toBeLessThanOrEqual(15);
        expect(differs(inverse.times(rate), new Decimal(1)).lessThanOrEqualTo(half)).toBe(true);
      }),
    );
  });

  it('of an inverse of an inverse leads back within two roundings', () => {
    fc.assert(
      fc.property(anyRate, (rate) => {
        const there = rateOf(ask('SEK', 'EUR'), `EUR SEK ${rate.toString()} 2026-01-30`);
        const back = rateOf(ask('EUR', 'SEK'), `SEK EUR ${there.toString()} 2026-01-30`);
        expect(differs(back, rate).lessThanOrEqualTo(half.times('2.1'))).toBe(true);
      }),
    );
  });

  it('of a triangulation happens once, whichever way its steps are recorded', () => {
    const tame = anyRate.filter((rate) => rate.greaterThan('1e-6') && rate.lessThan('1e6'));
    fc.assert(
      fc.property(tame, tame, fc.boolean(), fc.boolean(), (first, second, firstInverse, secondInverse) => {
        const step = (from: string, to: string, rate: Decimal, isInverse: boolean) =>
          `${isInverse ? `${to} ${from}` : `${from} ${to}`} ${rate.toString()} 2026-01-30`;
        const rate = rateOf(
          ask('USD', 'SEK'),
          step('USD', 'EUR', first, firstInverse),
          step('EUR', 'SEK', second, secondInverse),
        );
        const [one, other] = [
          firstInverse ? new Decimal(1).dividedBy(first) : first,
          secondInverse ? new Decimal(1).dividedBy(second) : second,
        ];
        expect(rate.precision()).toBeLessThanOrEqual(15);
        expect(differs(rate, one.times(other)).lessThanOrEqualTo(half)).toBe(true);
      }),
    );
  });

  it('changes no rate that is recorded for the pair itself', () => {
    fc.assert(
      fc.property(anyRate, (rate) =>
        expect(rateOf(ask('EUR', 'SEK'), `EUR SEK ${rate.toString()} 2026-01-30`).equals(rate)).toBe(true),
      ),
    );
  });
});

describe('what is said of a rate', () => {
  const derived = (question: RateQuestion, ...rates: string[]) =>
    deriveRate(question, rules(), latestOf(...rates)) as DerivedRate;

  it.each<[RateQuestion, string[], string, string]>([
    [
      ask('EUR', 'SEK'),
      ['EUR SEK 11.2345 2026-01-30'],
      '1 EUR = 11.2345 SEK: the spot rate that is recorded, ECB, 2026-01-30, 1 day before.',
      'ECB (spot of 2026-01-30)',
    ],
    [
      ask('SEK', 'EUR'),
      ['EUR SEK 8 2026-01-31'],
      '1 SEK = 0.125 EUR: the inverse of 1 EUR = 8 SEK (ECB, 2026-01-31), of type spot; 15 significant digits.',
      'ECB (spot of 2026-01-31, inverse)',
    ],
    [
      ask('USD', 'SEK'),
      ['EUR USD 1.25 2026-01-29', 'EUR SEK 10 2026-01-30 Riksbank'],
      '1 USD = 8 SEK: the inverse of 1 EUR = 1.25 USD (ECB, 2026-01-29, 2 days before), times 1 EUR = 10 SEK (Riksbank, 2026-01-30, 1 day before), of type spot; 15 significant digits.',
      'ECB / Riksbank (spot of 2026-01-29, via EUR)',
    ],
  ])('tells every step', (question, rates, explanation, source) => {
    const rate = derived(question, ...rates);
    expect(explainRate(question, rate)).toBe(explanation);
    expect(rateSource(question, rate)).toBe(source);
  });

  it('fits the line, however long the names are', () => {
    const question = { ...ask('USD', 'SEK'), rateType: 'a'.repeat(20) };
    const rate = derived(question, `USD EUR 1 2026-01-30 ${'é'.repeat(30)}`, `EUR SEK 1 2026-01-30 ${'💶'.repeat(30)}`);
    const source = rateSource(question, rate);
    expect(Array.from(source)).toHaveLength(100);
    expect(source).toMatch(/^é{30} \/ 💶{20}… \(a{20} of 2026-01-30, via EUR\)$/u);
  });
});
