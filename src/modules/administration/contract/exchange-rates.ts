import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';

/** The rate of a pair for a day: units of `toCurrency` for one of `fromCurrency`. */
export interface RateQuestion {
  /** `spot`, `average`, `closing` or a type of the organization's own. */
  rateType: string;
  fromCurrency: string;
  toCurrency: string;
  rateOn: CalendarDate;
}

/** A rate that the rules of the organization lead to. */
interface FoundRate {
  /** Exact as recorded where it was found directly; derived rates have 15 significant digits. */
  rate: Decimal;
  /** Source, type, day and derivation in one line of at most 100 characters, to be kept beside what was converted. */
  source: string;
}

/** A rate, or why there is none. */
export type RateAnswer = { found: FoundRate; missing?: undefined } | { found?: undefined; missing: string };

/** Exchange rates of the organization, for modules that convert amounts. */
export abstract class ExchangeRates {
  /**
   * Answers all questions, in their order, with one statement in the given transaction; asks nothing for no questions.
   * The rate of the latest day on or before the one that was asked for, within the age that the organization allows:
   * directly, else inversely, else through its base currency. Never any other.
   */
  abstract find(transaction: Transaction, questions: readonly RateQuestion[]): Promise<RateAnswer[]>;
}
