import { findCurrency } from '#kernel/currency.js';
import { overlaps } from '#kernel/date-range.js';
import { scaleOf, type Decimal } from '#kernel/decimal.js';
import { isTooLong, MOST_MONTHS } from '../../calendar/fiscal-year-rules.js';
import type { SieFile, SieFiscalYear } from './sie-file.js';
import { quoted, type SieFindings } from './sie-findings.js';
import type { BooksSnapshot } from './sie-import-plan.js';

/** Year 0 of a file; reading has made sure that there is one. */
export function yearOf(file: SieFile): SieFiscalYear {
  const year = file.fiscalYears.get(0);
  if (!year) throw new Error('the file has no #RAR 0');
  return year;
}

/**
 * Checks that the books can take the file's year: not too long, not overlapping another fiscal year, and without entries
 * on or after its first day, which the import would double. Imports run from the oldest year on.
 *
 * @returns Whether the fiscal year has to be created.
 */
export function planFiscalYear(file: SieFile, books: BooksSnapshot, findings: SieFindings): boolean {
  const year = yearOf(file);
  const span = `${year.startsOn} to ${year.endsOn}`;
  if (isTooLong(year)) {
    findings.fault(year.line, 'fiscal_year_too_long', `The fiscal year ${span} is longer than ${MOST_MONTHS} months.`);
  }
  const isKnown = books.fiscalYears.some((known) => known.startsOn === year.startsOn && known.endsOn === year.endsOn);
  const conflict = isKnown ? undefined : books.fiscalYears.find((known) => overlaps(known, year));
  if (conflict) {
    const message = `The fiscal year ${span} overlaps ${conflict.startsOn} to ${conflict.endsOn} of the books.`;
    findings.fault(year.line, 'fiscal_year_overlaps', message);
  }
  const imported = books.previousImports.find(({ fiscalYearStartsOn }) => fiscalYearStartsOn === year.startsOn);
  if (imported) {
    const message = `The fiscal year ${span} was imported from another file (SHA-256 ${imported.sha256}); undo that import first.`;
    findings.fault(year.line, 'fiscal_year_already_imported', message);
  } else if (books.postedBetween && books.postedBetween.endsOn >= year.startsOn) {
    const { startsOn, endsOn } = books.postedBetween;
    const message = `The books have entries from ${startsOn} to ${endsOn}, so not only before the year ${span}: importing it would count them twice.`;
    findings.fault(year.line, 'fiscal_year_in_use', message);
  }
  return !isKnown;
}

/**
 * Checks the file's currency against the books and the decimals of all amounts that the books or the proof of the
 * closings are made of.
 *
 * @returns Whether the books, having no entries yet, take over the file's currency.
 */
export function planCurrency(file: SieFile, books: BooksSnapshot, findings: SieFindings): boolean {
  const line = file.currencyLine ?? yearOf(file).line;
  const currency = findCurrency(file.currency);
  if (!currency) {
    findings.fault(line, 'unknown_currency', `${quoted(file.currency)} is not a currency of ISO 4217.`);
    return false;
  }
  for (const { amount, line: amountLine } of amountsOf(file)) {
    if (scaleOf(amount) <= currency.minorUnits) continue;
    const message = `${amount.toFixed()} has more decimals than ${currency.code}, which has ${currency.minorUnits}.`;
    findings.fault(amountLine, 'too_many_decimals', message);
  }
  if (currency.code === books.functionalCurrency) return false;
  if (!books.postedBetween) {
    const message = `The books have no entries yet and change from ${books.functionalCurrency} to ${currency.code}.`;
    findings.remark(line, 'currency_adopted', message);
    return true;
  }
  const message = `The file is in ${currency.code}, the books are kept in ${books.functionalCurrency}.`;
  findings.fault(line, 'currency_differs', message);
  return false;
}

function* amountsOf(file: SieFile): Generator<{ amount: Decimal; line: number }> {
  yield* file.openingBalances;
  yield* file.closingBalances;
  yield* file.results;
  yield* file.objectOpeningBalances;
  yield* file.objectClosingBalances;
  for (const { rows } of file.vouchers) yield* rows.filter(({ kind }) => kind === 'transaction');
}
