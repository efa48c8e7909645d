import type { Currency } from '#kernel/currency.js';
import type { DateRange } from '#kernel/date-range.js';
import type { Decimal } from '#kernel/decimal.js';
import type { AccountFact, JournalFact, PeriodFact } from '../journal/posting-facts.js';

/** An income or expense account that is not at zero when the year ends; the balance is debit positive. */
export interface ResultBalance {
  account: AccountFact;
  balance: Decimal;
}

/** An entry of a later year that brings income or expense accounts to their opening, and so carries a result. */
export interface CarryingEntry {
  journalCode: string;
  number: number;
  entryDate: string;
}

/** All that closing a year depends on, as the books are while nobody else can post to them. */
export interface YearEndFacts {
  legalEntityId: string;
  functionalCurrency: Currency;
  /** Whether the legal entity is archived, so that nothing is posted to its books. */
  isArchived: boolean;
  year: DateRange;
  /** Years of the legal entity that are before this one and open, in order. */
  earlierOpenYears: readonly DateRange[];
  /** Years of the legal entity that are after this one and closed, in order. */
  laterClosedYears: readonly DateRange[];
  /** Of the year, in order. */
  periods: readonly PeriodFact[];
  /** The one that the books name for it. */
  retainedEarningsAccount: AccountFact | undefined;
  /** In the order of their codes. */
  resultBalances: readonly ResultBalance[];
  /** Those of later years that nothing has reversed. */
  carryingEntries: readonly CarryingEntry[];
  /** Sum of the balances of all accounts when the year ends. */
  trialBalance: Decimal;
  journal: JournalFact;
}

/** The period that takes the closing entry: the adjustment period of the year where it has one, else the last. */
export function closingPeriodOf({ periods }: Pick<YearEndFacts, 'periods'>): PeriodFact {
  const period = periods.find(({ isAdjustment }) => isAdjustment) ?? periods.at(-1);
  if (!period) throw new Error('a fiscal year has periods');
  return period;
}
