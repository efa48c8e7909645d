import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { Decimal, sum } from '#kernel/decimal.js';
import { type AccountType, isBalanceSheetType } from '../../chart/account-type.js';
import type { DimensionKind } from '../../dimensions/dimension-kind.js';

/** What a year of books has on an account, of all its lines or of those with one value; debit positive. */
export interface YearFigure {
  accountCode: string;
  value?: { dimensionCode: string; valueCode: string };
  /** From before the year. */
  prior: Decimal;
  /** By entries of kind `opening` in the year. */
  opening: Decimal;
  /** By all others. */
  movement: Decimal;
}

export interface SieYearBooks {
  year: DateRange;
  figures: readonly YearFigure[];
}

/** All that a SIE file says before its vouchers. */
export interface SieBooks {
  companyName: string;
  currency: string;
  writtenOn: CalendarDate;
  /** In the order of their codes. */
  accounts: readonly { code: string; name: string; type: AccountType }[];
  dimensions: readonly { code: string; name: string; kind: DimensionKind; values: readonly NamedValue[] }[];
  current: SieYearBooks;
  /** The fiscal year that ends the day before, where there is one. */
  previous?: SieYearBooks;
}

export interface NamedValue {
  code: string;
  name: string;
}

/** A balance of a year as a file has it. */
export interface SieYearBalance {
  accountCode: string;
  value?: YearFigure['value'];
  isCarried: boolean;
  /** #IB, #OIB; zero for accounts that start every year at zero. */
  opening: Decimal;
  /** #UB, #OUB or #RES */
  closing: Decimal;
}

const zero = new Decimal(0);

/**
 * Opening entries are vouchers where they bring a part of the year to income and expense accounts, because SIE has no
 * opening balances of these; books that were taken over within a year begin like this. Where these accounts come with
 * what earlier years have left on them, opening entries take that to equity, and are opening balances.
 */
export function openingsAreVouchers({ figures }: SieYearBooks, types: ReadonlyMap<string, AccountType>): boolean {
  const results = figures.filter(({ accountCode, value }) => !value && !isCarried(accountCode, types));
  return results.every(({ prior }) => prior.isZero()) && results.some(({ opening }) => !opening.isZero());
}

/** The balances of a year, of accounts and of values; those without any figure are left out. */
export function balancesOfYear(books: SieYearBooks, types: ReadonlyMap<string, AccountType>): SieYearBalance[] {
  const asVouchers = openingsAreVouchers(books, types);
  return books.figures.flatMap(({ accountCode, value, prior, opening, movement }) => {
    const carried = isCarried(accountCode, types);
    const before = asVouchers ? prior : prior.plus(opening);
    const within = asVouchers ? movement.plus(opening) : movement;
    const balance = {
      accountCode,
      value,
      isCarried: carried,
      opening: carried ? before : zero,
      closing: carried ? before.plus(within) : within,
    };
    return balance.opening.isZero() && balance.closing.isZero() && within.isZero() ? [] : [balance];
  });
}

/** Whether the openings sum to zero, or to the result of the year before, which then is not carried into equity yet. */
export function opensBalanced({ current, previous }: SieBooks, types: ReadonlyMap<string, AccountType>): boolean {
  const openings = sum(ofAccounts(current, types).map(({ opening }) => opening));
  if (openings.isZero()) return true;
  const results = previous ? ofAccounts(previous, types).filter(({ isCarried: carried }) => !carried) : [];
  return results.length > 0 && sum(results.map(({ closing }) => closing)).equals(openings.negated());
}

/** Accounts whose opening is in no balance and no voucher: beside results of earlier years it cannot be told apart. */
export function lostOpenings(books: SieYearBooks, types: ReadonlyMap<string, AccountType>): string[] {
  if (openingsAreVouchers(books, types)) return [];
  return books.figures
    .filter(({ accountCode, value, prior, opening }) => {
      return !value && !isCarried(accountCode, types) && prior.isZero() && !opening.isZero();
    })
    .map(({ accountCode }) => accountCode);
}

const ofAccounts = (books: SieYearBooks, types: ReadonlyMap<string, AccountType>) =>
  balancesOfYear(books, types).filter(({ value }) => !value);

const isCarried = (code: string, types: ReadonlyMap<string, AccountType>) => isBalanceSheetType(types.get(code)!);
