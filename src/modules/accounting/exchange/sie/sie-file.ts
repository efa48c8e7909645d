import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import type { Decimal } from '#kernel/decimal.js';

/** What a SIE 4E file says: a year of books with the chart, balances and vouchers. Nothing here is judged yet. */
export interface SieFile {
  /** #FLAGGA 1: a program has marked the file as received before. */
  isMarkedReceived: boolean;
  program: { name: string; version: string };
  generatedOn?: CalendarDate;
  companyName: string;
  /** As written, with its hyphen. */
  organizationNumber?: string;
  /** Legal form by the register of companies, e.g. `AB`, `E`, `HB` (#FTYP). */
  legalForm?: string;
  /** ISO 4217, of the whole file; SEK where the file has no #VALUTA. */
  currency: string;
  /** Line of #VALUTA. */
  currencyLine?: number;
  /** By year index: 0 is the year of the vouchers, -1 the one before. Year 0 is always there. */
  fiscalYears: ReadonlyMap<number, SieFiscalYear>;
  dimensions: readonly SieDimension[];
  objects: readonly SieObject[];
  /** By account number, in the order of the file. */
  accounts: ReadonlyMap<string, SieAccount>;
  /** #IB */
  openingBalances: readonly SieBalance[];
  /** #UB */
  closingBalances: readonly SieBalance[];
  /** #RES */
  results: readonly SieBalance[];
  /** #OIB */
  objectOpeningBalances: readonly SieObjectBalance[];
  /** #OUB */
  objectClosingBalances: readonly SieObjectBalance[];
  /** #PSALDO */
  periodBalances: readonly SiePeriodAmount[];
  /** #PBUDGET */
  periodBudgets: readonly SiePeriodAmount[];
  vouchers: readonly SieVoucher[];
  /** Line of the last record. */
  lineCount: number;
}

export interface SieFiscalYear extends DateRange {
  index: number;
  line: number;
}

export interface SieDimension {
  number: string;
  name: string;
  /** The dimension above (#UNDERDIM). */
  parent?: string;
  line: number;
}

export interface SieObject extends SieObjectReference {
  name: string;
  line: number;
}

export interface SieObjectReference {
  dimension: string;
  object: string;
}

/** T asset, S liability or equity, K expense, I income (#KTYP). */
export type SieAccountType = 'T' | 'S' | 'K' | 'I';

export interface SieAccount {
  number: string;
  /** May be empty. */
  name: string;
  type?: SieAccountType;
  /** Boxes of the Swedish income tax return (#SRU). */
  taxReturnCodes: readonly string[];
  /** Unit of quantities on the account (#ENHET). */
  unit?: string;
  line: number;
}

/** Amounts are signed: debit positive, credit negative. */
export interface SieBalance {
  yearIndex: number;
  account: string;
  amount: Decimal;
  quantity?: Decimal;
  line: number;
}

export interface SieObjectBalance extends SieBalance {
  objects: readonly SieObjectReference[];
}

/** The change of an account in a month, not its balance. */
export interface SiePeriodAmount extends SieObjectBalance {
  /** `YYYYMM` */
  period: string;
}

export interface SieVoucher {
  /** Counted from 1 in the order of the file. Series and number may repeat; with the position they identify it. */
  position: number;
  /** May be empty. */
  series: string;
  /** May be empty. */
  number: string;
  date: CalendarDate;
  text: string;
  registeredOn?: CalendarDate;
  signature: string;
  rows: readonly SieVoucherRow[];
  line: number;
}

/**
 * `transaction` is #TRANS, the only kind that counts. `added` is #RTRANS, a row entered later; the row after it is the
 * same as a #TRANS. `struck` is #BTRANS, a row taken out later.
 */
export type SieRowKind = 'transaction' | 'added' | 'struck';

export interface SieVoucherRow {
  kind: SieRowKind;
  account: string;
  objects: readonly SieObjectReference[];
  amount: Decimal;
  /** The voucher's date where the row has none. */
  date?: CalendarDate;
  text: string;
  quantity?: Decimal;
  signature: string;
  line: number;
}
