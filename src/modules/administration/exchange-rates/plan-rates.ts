import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { RateQuestion } from '../contract/exchange-rates.js';
import type { ExchangeRateFields } from './exchange-rates.dto.js';
import { isStandardRateType } from './rate-types.js';

const LEAST = new Decimal('0.000000001');

/** What is recorded for a type, pair and day now. */
export interface CurrentRate {
  rate: Decimal;
  source: string;
  revision: number;
}

export interface RateToRecord extends RateQuestion, CurrentRate {}

/** What becomes of one given rate. */
export type RateOutcome =
  | { outcome: 'added'; record: RateToRecord }
  | { outcome: 'corrected'; record: RateToRecord; before: CurrentRate }
  | { outcome: 'unchanged' | 'repeated' }
  | { outcome: 'refused'; field: keyof ExchangeRateFields; code: string; message: string };

export interface RatePlanning {
  /** What is recorded for each given rate, in their order. */
  current: readonly (CurrentRate | undefined)[];
  /** Codes of types that the organization has beside the standard ones. */
  ownTypes: ReadonlySet<string>;
  /** Whether another rate for the same type, pair and day corrects the recorded one; otherwise it is refused. */
  correct: boolean;
}

/** Decides what becomes of each given rate. Pure; the fields keep their own rules already. */
export function planRates(given: readonly ExchangeRateFields[], planning: RatePlanning): RateOutcome[] {
  const seen = new Map<string, ExchangeRateFields>();
  return given.map((fields, index) => {
    const fault = faultOf(fields, planning.ownTypes);
    if (fault) return { outcome: 'refused', ...fault };
    const key = keyOf(fields);
    const earlier = seen.get(key);
    if (earlier) return repetition(fields, earlier, key);
    seen.set(key, fields);
    return compare(fields, planning.current[index], planning.correct);
  });
}

const keyOf = ({ rateType, fromCurrency, toCurrency, rateOn }: ExchangeRateFields) =>
  `${rateType} ${fromCurrency} ${toCurrency} ${rateOn}`;

type Fault = Omit<Extract<RateOutcome, { outcome: 'refused' }>, 'outcome'>;

function faultOf(fields: ExchangeRateFields, ownTypes: ReadonlySet<string>): Fault | undefined {
  const { rateType, fromCurrency, toCurrency, rate } = fields;
  if (!isStandardRateType(rateType) && !ownTypes.has(rateType)) {
    return { field: 'rateType', code: 'unknown_rate_type', message: `There is no type ${rateType} of exchange rates.` };
  }
  if (fromCurrency === toCurrency) {
    const message = `A rate leads from ${fromCurrency} to another currency.`;
    return { field: 'toCurrency', code: 'same_currency', message };
  }
  if (new Decimal(rate).lessThan(LEAST)) {
    const message = `A rate is at least ${LEAST.toString()}; record the inverse.`;
    return { field: 'rate', code: 'rate_too_small', message };
  }
  return undefined;
}

/** The same type, pair and day twice in what is given: of two rates the last would win by chance, so none does. */
function repetition(fields: ExchangeRateFields, earlier: ExchangeRateFields, key: string): RateOutcome {
  if (new Decimal(earlier.rate).equals(fields.rate) && earlier.source === fields.source) return { outcome: 'repeated' };
  const message = `The rate of ${key} is given before, and differently; give it once.`;
  return { outcome: 'refused', field: 'rateOn', code: 'contradicting_rate', message };
}

function compare(fields: ExchangeRateFields, before: CurrentRate | undefined, correct: boolean): RateOutcome {
  const { rateType, fromCurrency, toCurrency, source } = fields;
  const [rate, rateOn] = [new Decimal(fields.rate), fields.rateOn as CalendarDate];
  const record = { rateType, fromCurrency, toCurrency, rateOn, rate, source };
  if (!before) return { outcome: 'added', record: { ...record, revision: 1 } };
  const isSameRate = rate.equals(before.rate);
  if (isSameRate && source === before.source) return { outcome: 'unchanged' };
  if (correct) return { outcome: 'corrected', record: { ...record, revision: before.revision + 1 }, before };
  const message = `${before.rate.toString()} (${before.source}) is recorded for this type, pair and day; ask for a correction to replace it.`;
  return { outcome: 'refused', field: isSameRate ? 'source' : 'rate', code: 'rate_differs', message };
}
