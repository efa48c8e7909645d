import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Currency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { EntryKind, EntryOrigin } from '../contract/ledger-posting.js';
import type { DocumentDirection, TaxCategory, TaxSide } from '../contract/tax-words.js';
import type { AccountFact, JournalFact, PeriodFact } from './posting-facts.js';

/** The value that a line has of a dimension. */
export interface LineDimension {
  dimensionId: string;
  dimensionCode: string;
  valueId: string;
  valueCode: string;
  valueName: string;
}

export interface PlannedLine {
  account: AccountFact;
  currency: Currency;
  debit: Decimal;
  credit: Decimal;
  functionalDebit: Decimal;
  functionalCredit: Decimal;
  exchangeRate: Decimal | null;
  exchangeRateSource: string | null;
  description: string | null;
  /** At most one of each dimension, by the code of the dimension. */
  dimensions: readonly LineDimension[];
  /** A line that nobody asked for: it takes what rounding left of converted amounts. */
  isRounding: boolean;
  /** Whose it is, on accounts that control receivables or payables. */
  partyId: string | null;
  dueOn: CalendarDate | null;
  /** Which line of the request it came of, from 0; absent on lines that nobody asked for. */
  place?: number;
}

/** A tax of an entry: what returns are told. Amounts are signed: what is given back is below zero. */
export interface PlannedTax {
  /** The line of the entry that the tax is in; null where there is none. */
  lineNumber: number | null;
  taxCodeId: string;
  taxCode: string;
  rate: Decimal;
  category: TaxCategory;
  direction: DocumentDirection;
  side: TaxSide;
  taxPointOn: CalendarDate;
  currency: Currency;
  base: Decimal;
  tax: Decimal;
  functionalBase: Decimal;
  functionalTax: Decimal;
  partyId: string | null;
  isDeferred: boolean;
}

/** An entry that keeps every rule and lacks only its number. */
export interface PlannedEntry {
  id: string;
  legalEntityId: string;
  journal: JournalFact;
  period: PeriodFact;
  entryDate: CalendarDate;
  kind: EntryKind;
  description: string;
  reference: string | null;
  externalSource: string | null;
  externalId: string | null;
  functionalCurrency: Currency;
  total: Decimal;
  reversalOf: string | null;
  softCloseReason: string | null;
  /** When the entry is to be reversed by itself. */
  reversesOn: CalendarDate | null;
  /** The document that it belongs to. */
  origin: EntryOrigin | null;
  lines: PlannedLine[];
  taxes: readonly PlannedTax[];
}

/** What the poster may do beyond the ordinary. */
export interface PostingRights {
  postToControlAccounts: boolean;
  passSoftClose: boolean;
  /** Lines take no default values of dimensions, since they have to stay what they are. */
  leavesDefaultsOut?: true;
  /** Lines may be of nobody where their account controls receivables or payables: files from elsewhere do not tell. */
  leavesPartiesOut?: true;
}

/** A broken rule at one field of the request (or of one of its parts). */
export function finding(pointer: string, field: string, code: string, message: string): ProblemError {
  return { pointer: `${pointer}/${field}`, code, message };
}

/** Of what a line or an entry can hold, before the point. */
const MOST_DIGITS = 18;

/** Whether an amount has more digits before the point than the database takes. */
export const isTooLarge = (amount: Decimal): boolean => amount.e >= MOST_DIGITS;
