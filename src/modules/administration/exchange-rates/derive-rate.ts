import { type CalendarDate, daysBetween } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { RateQuestion } from '../contract/exchange-rates.js';

/** Significant digits of a rate that was derived from others. */
const DERIVED_DIGITS = 15;
/** What a line of the ledger can hold. */
const SMALLEST = new Decimal('1e-15');
const LARGEST = new Decimal('1e12');

export interface RecordedRate {
  id: string;
  fromCurrency: string;
  toCurrency: string;
  rateOn: CalendarDate;
  rate: Decimal;
  source: string;
  revision: number;
  recordedAt: string;
}

export interface RateRules {
  /** Currency that pairs without a rate of their own are led through. */
  baseCurrency: string | null;
  /** Days that a rate may be older than the day that was asked for. */
  maxAgeDays: number;
}

/** One step of a derivation. */
export interface RateLeg {
  recorded: RecordedRate;
  isInverse: boolean;
  ageDays: number;
}

export type Derivation = 'direct' | 'inverse' | 'triangulated';

export interface DerivedRate {
  rate: Decimal;
  derivation: Derivation;
  legs: readonly RateLeg[];
}

/** The latest recorded rate of an ordered pair on or before the day, however old. */
export type LatestRate = (fromCurrency: string, toCurrency: string) => RecordedRate | undefined;

/**
 * The rate by the rules: the pair itself, else its inverse, else through the base currency, each step directly or
 * inversely. Steps are multiplied unrounded; only the result is rounded. Pure.
 */
export function deriveRate(
  question: RateQuestion,
  rules: RateRules,
  latest: LatestRate,
): DerivedRate | { missing: string } {
  const { fromCurrency, toCurrency, rateOn } = question;
  if (fromCurrency === toCurrency) return { missing: `${fromCurrency} needs no exchange rate to itself.` };
  const step = (from: string, to: string) => legOf(from, to, rateOn, rules.maxAgeDays, latest);

  const own = step(fromCurrency, toCurrency);
  if (own) return withinRange(question, own.isInverse ? 'inverse' : 'direct', [own]);
  const base = rules.baseCurrency;
  if (base !== null && base !== fromCurrency && base !== toCurrency) {
    const [first, second] = [step(fromCurrency, base), step(base, toCurrency)];
    if (first && second) return withinRange(question, 'triangulated', [first, second]);
  }
  return { missing: whyMissing(question, rules, latest) };
}

function legOf(
  from: string,
  to: string,
  on: CalendarDate,
  maxAgeDays: number,
  latest: LatestRate,
): RateLeg | undefined {
  const candidates = [
    { recorded: latest(from, to), isInverse: false },
    { recorded: latest(to, from), isInverse: true },
  ];
  for (const { recorded, isInverse } of candidates) {
    if (!recorded) continue;
    const ageDays = daysBetween(recorded.rateOn, on);
    if (ageDays >= 0 && ageDays <= maxAgeDays) return { recorded, isInverse, ageDays };
  }
  return undefined;
}

function withinRange(
  { fromCurrency, toCurrency }: RateQuestion,
  derivation: Derivation,
  legs: readonly RateLeg[],
): DerivedRate | { missing: string } {
  const rate = productOf(legs, derivation);
  if (rate.greaterThanOrEqualTo(SMALLEST) && rate.lessThan(LARGEST)) return { rate, derivation, legs };
  return {
    missing: `The recorded rates lead from ${fromCurrency} to ${toCurrency} at ${rate.toString()}, out of range.`,
  };
}

function productOf(legs: readonly RateLeg[], derivation: Derivation): Decimal {
  let product = new Decimal(1);
  for (const { recorded, isInverse } of legs) {
    product = isInverse ? product.dividedBy(recorded.rate) : product.times(recorded.rate);
  }
  return derivation === 'direct' ? product : product.toSignificantDigits(DERIVED_DIGITS, Decimal.ROUND_HALF_UP);
}

function whyMissing(
  { rateType, fromCurrency, toCurrency, rateOn }: RateQuestion,
  rules: RateRules,
  latest: LatestRate,
) {
  const { baseCurrency, maxAgeDays } = rules;
  const none = `There is no ${rateType} rate from ${fromCurrency} to ${toCurrency} for ${rateOn}`;
  const through = baseCurrency === null ? 'no base currency is set' : `nor through ${baseCurrency}`;
  const days = maxAgeDays === 1 ? 'one day' : `${maxAgeDays} days`;
  const tooOld = [latest(fromCurrency, toCurrency), latest(toCurrency, fromCurrency)]
    .filter((rate) => rate !== undefined)
    .map((rate) => rate.rateOn)
    .sort()
    .at(-1);
  const found = tooOld ? ` The latest of the pair is of ${tooOld}.` : '';
  return `${none}, at most ${days} old: not directly, not inversely, ${through}.${found}`;
}
