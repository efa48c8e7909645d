import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Currency } from '#kernel/currency.js';
import { contains, type DateRange } from '#kernel/date-range.js';
import { type Decimal, maxFractionDigits, zero } from '#kernel/decimal.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import { accountingProblems } from '../accounting.problems.js';
import type { ReportHead } from './report-head.dto.js';

/** The lines with one value of a dimension. A line has one value of each dimension at most, so these do not overlap. */
export interface ReportPart {
  dimensionCode: string;
  valueCode: string;
  valueId: string;
}

/** The books that a report is made of, as they are or were known. */
export interface ReportBooks {
  legalEntityId: string;
  legalEntityName: string;
  /** Address and registration, a line each. */
  letterhead: readonly string[];
  currency: Currency;
  /** In order of time. */
  years: readonly DateRange[];
  knownAt: string | null;
  /** Null where all lines count. */
  part: ReportPart | null;
  generatedAt: string;
}

export function headOf({
  legalEntityId,
  legalEntityName,
  currency,
  knownAt,
  part,
  generatedAt,
}: ReportBooks): ReportHead {
  const [dimensionCode, valueCode] = [part?.dimensionCode ?? null, part?.valueCode ?? null];
  return { legalEntityId, legalEntityName, currency: currency.code, knownAt, dimensionCode, valueCode, generatedAt };
}

/** Amounts have the decimals of the currency; the database keeps them within these, so nothing is rounded. */
export function amountText(amount: Decimal, { currency }: Pick<ReportBooks, 'currency'>): string {
  // Zero has no sign, whatever it was computed from; and most amounts of a report are zero.
  return amount.isZero() ? zeroText(currency.minorUnits) : amount.toFixed(currency.minorUnits);
}

const zeroTexts = Array.from({ length: maxFractionDigits + 1 }, (_, digits) => zero.toFixed(digits));
const zeroText = (digits: number) => zeroTexts[digits] ?? zero.toFixed(digits);

/** @throws Problem no_fiscal_year */
export function yearHolding({ years }: ReportBooks, date: CalendarDate, pointer: string): DateRange {
  const year = years.find((one) => contains(one, date));
  if (year) return year;
  throw noFiscalYear(`No fiscal year of the legal entity holds ${date}.`, pointer);
}

export function noFiscalYear(message: string, pointer: string): Error {
  return accountingProblems.no_fiscal_year(message, [{ pointer, code: 'no_fiscal_year', message }]);
}

export function wrongParameter(pointer: string, code: string, message: string): Error {
  return platformProblems.invalid_parameter(message, [{ pointer, code, message }]);
}
