import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import type { Decimal } from '#kernel/decimal.js';
import type { AccountControl, AccountType } from '../../chart/account-type.js';
import type { DimensionKind } from '../../dimensions/dimension-kind.js';
import type { SieFile, SieObjectReference } from './sie-file.js';
import type { SieFindings } from './sie-findings.js';
import type { SieYearFigures } from './sie-year-figures.js';

/** Most lines that one entry may have. */
export const maxEntryLines = 5_000;

/** What the caller may decide about an import. */
export interface SieImportOptions {
  /** Type by account number; wins over the file and over BAS. */
  accountTypeOverrides?: Readonly<Record<string, AccountType>>;
  /** Balance-sheet account that takes an opening difference which is not the previous year's result. */
  openingDifferenceAccount?: string;
  /** Equity account that takes the previous year's result where the file has not carried it. */
  retainedEarningsAccount?: string;
}

export interface BooksAccount {
  name: string;
  type: AccountType;
  control: AccountControl;
  isGroup: boolean;
  isActive: boolean;
}

export interface BooksDimension {
  name: string;
  kind: DimensionKind;
  isActive: boolean;
  /** By code. */
  values: ReadonlyMap<string, { name: string; isActive: boolean }>;
}

/** The books of the legal entity as they are before the import. */
export interface BooksSnapshot {
  functionalCurrency: string;
  /** Code of the account that the books name for retained earnings. */
  retainedEarningsAccount?: string;
  /** By code. */
  accounts: ReadonlyMap<string, BooksAccount>;
  fiscalYears: readonly DateRange[];
  /**
   * First and last date of the posted entries, leaving out entries that are reversed and their reversals, so that an
   * import that was undone does not stand in the way. `undefined` for books without any.
   */
  postedBetween?: DateRange;
  /**
   * Balance of every account, debit positive, at the end of the day before the file's year 0 starts: also of income and
   * expense accounts, which are not zero there when the result has not been closed. Codes without a balance may be left out.
   */
  balancesBefore: ReadonlyMap<string, Decimal>;
  /** By code; may be left out for books without any. */
  dimensions?: ReadonlyMap<string, BooksDimension>;
  /** Balance of every account and single value of a dimension at the same time; those of zero may be left out. */
  objectBalancesBefore?: readonly (SieObjectReference & { accountCode: string; amount: Decimal })[];
  /** Balance of income and expense accounts at the same time, by the objects that lines have together. */
  resultsBefore?: readonly { accountCode: string; objects: readonly SieObjectReference[]; amount: Decimal }[];
  /** Imports that have not been undone. */
  previousImports: readonly PreviousImport[];
}

export interface PreviousImport {
  /** Lower-case hex digest of the file's bytes. */
  sha256: string;
  fiscalYearStartsOn: CalendarDate;
}

export interface PlannedAccount {
  code: string;
  name: string;
  type: AccountType;
  control: AccountControl;
  /** What gave the type: an override, #KTYP, a BAS class, or the books. */
  rule: string;
  /** False when the books have the account already. */
  isNew: boolean;
}

/** A dimension with its objects, which become values. */
export interface PlannedDimension {
  code: string;
  name: string;
  kind: DimensionKind;
  /** False when the books have the dimension already. */
  isNew: boolean;
  objects: readonly PlannedObject[];
}

export interface PlannedObject {
  code: string;
  name: string;
  isNew: boolean;
}

/** A line of an entry; the amount is signed, debit positive, never zero. */
export interface PlannedLine {
  accountCode: string;
  amount: Decimal;
  /** May be empty. */
  text: string;
  objects: readonly SieObjectReference[];
  /** Line of the file; that of #RAR 0 for a line that the file does not have. */
  lineNumber: number;
}

/**
 * The entry of kind `opening` on the first day of the year. `opening_balances` starts the books with #IB; in books that
 * have the previous year already, `carried_result` takes its income and expense accounts to zero into the equity account
 * where #IB has the result.
 */
export interface PlannedOpening {
  purpose: 'opening_balances' | 'carried_result';
  date: CalendarDate;
  text: string;
  lines: readonly PlannedLine[];
}

/** A voucher to post. Series and number may repeat: file hash, series, number and position identify it together. */
export interface PlannedVoucher extends SieVoucherIdentity {
  date: CalendarDate;
  /** Never empty, at most 500 characters. */
  text: string;
  registeredOn?: CalendarDate;
  signature: string;
  lines: readonly PlannedLine[];
}

export interface SieVoucherIdentity {
  /** May be empty. */
  series: string;
  /** The number in the file; may be empty. */
  number: string;
  /** Counted from 1 in the order of the file. */
  position: number;
  /** Line of #VER. */
  lineNumber: number;
}

export type SkippedVoucherReason = 'no_rows' | 'zero_amounts_only' | 'struck_rows_only';

export interface SkippedVoucher extends SieVoucherIdentity {
  reason: SkippedVoucherReason;
}

/** What becomes of #IB 0. */
export interface OpeningTreatment {
  /**
   * `none`: no opening balances. `posted`: #IB is the opening entry. `verified`: the books have the year before, their
   * balances equal #IB, which is not posted again.
   */
  treatment: 'none' | 'posted' | 'verified';
  /** Sum of #IB 0: zero, unless the file has not carried the previous year's result or its openings have a fault. */
  difference: Decimal;
  /** The line that completes openings which do not sum to zero. */
  completion?: OpeningCompletion;
  /** Verified openings only: what the books' unclosed result of the year before adds to the equity accounts. */
  carriedResult: readonly { accountCode: string; amount: Decimal }[];
  /** The same for a person. */
  explanation: string;
}

export interface OpeningCompletion {
  reason: 'previous_result' | 'opening_difference';
  accountCode: string;
  /** Signed, debit positive. */
  amount: Decimal;
}

export interface OpeningPlan {
  opening: OpeningTreatment;
  entry?: PlannedOpening;
}

/** Closing balance of an account at the end of year 0. */
export interface ClosingProof {
  accountCode: string;
  label: '#UB' | '#RES';
  /** What the file says; zero where it says nothing. */
  inFile: Decimal;
  /** What the completion of the openings adds to this account, which the file does not know. */
  completion: Decimal;
  /** `inFile` and `completion`: what the trial balance has to show at the end of the year. */
  expected: Decimal;
  /** Openings, completion and vouchers, computed from the plan itself. */
  computed: Decimal;
}

/** Closing balance of an account and its objects at the end of year 0. */
export interface ObjectClosingProof {
  accountCode: string;
  objects: readonly SieObjectReference[];
  /** #OUB 0 */
  inFile: Decimal;
  /** #OIB 0 and the vouchers. */
  computed: Decimal;
}

/** All that an import would do, decided before anything is written. */
export interface SieImportPlan {
  sha256: string;
  fiscalYear: DateRange;
  createsFiscalYear: boolean;
  currency: string;
  /** The books have no entries and another functional currency: it becomes the file's. */
  adoptsCurrency: boolean;
  /** All accounts of the file, and those that the openings need besides. */
  accounts: readonly PlannedAccount[];
  /** All dimensions and objects that the file declares or uses. */
  dimensions: readonly PlannedDimension[];
  /** Series of the vouchers to post, in the order of the file: one journal each. May hold an empty one. */
  series: readonly string[];
  opening: OpeningTreatment;
  openingEntry?: PlannedOpening;
  vouchers: readonly PlannedVoucher[];
  skippedVouchers: readonly SkippedVoucher[];
  /** #TRANS rows without an amount, which are no ledger lines. */
  zeroRowsDropped: number;
  /** Every account with a figure in year 0, by code; the trial balance of the year-end has these closings. */
  closings: readonly ClosingProof[];
  /** Every #OUB 0 of the file. */
  objectClosings: readonly ObjectClosingProof[];
}

/** What the steps of the planning look at, and where they leave what they find. */
export interface SiePlanning {
  file: SieFile;
  figures: SieYearFigures;
  options: SieImportOptions;
  books: BooksSnapshot;
  /** By code; the openings may add to them. */
  accounts: Map<string, PlannedAccount>;
  findings: SieFindings;
}
