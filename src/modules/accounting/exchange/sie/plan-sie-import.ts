import { planAccounts } from './plan-sie-accounts.js';
import { planDimensions } from './plan-sie-dimensions.js';
import { planOpening } from './plan-sie-opening.js';
import { planVouchers } from './plan-sie-vouchers.js';
import { planCurrency, planFiscalYear, yearOf } from './plan-sie-year.js';
import { proveClosings } from './prove-sie-closings.js';
import { proveObjectClosings } from './prove-sie-objects.js';
import type { SieFile } from './sie-file.js';
import type { SieFindings } from './sie-findings.js';
import type { BooksSnapshot, PreviousImport, SieImportOptions, SieImportPlan, SiePlanning } from './sie-import-plan.js';
import { figuresOfYear } from './sie-year-figures.js';

/** The import of the same file, byte for byte, that has not been undone: importing it again does nothing. */
export function previousImportOf(sha256: string, books: BooksSnapshot): PreviousImport | undefined {
  return books.previousImports.find((previous) => previous.sha256 === sha256);
}

/**
 * Decides the import of a file as a whole: accounts, fiscal year, currency, opening entry and vouchers, and the closings
 * that prove them. All faults are found in one go; one of them refuses the file.
 *
 * @param sha256 Lower-case hex digest of the file's bytes.
 * @returns The plan; `undefined` when, and only when, faults have been added to `findings`.
 */
export function planSieImport(
  file: SieFile,
  sha256: string,
  options: SieImportOptions,
  books: BooksSnapshot,
  findings: SieFindings,
): SieImportPlan | undefined {
  const createsFiscalYear = planFiscalYear(file, books, findings);
  const adoptsCurrency = planCurrency(file, books, findings);
  const figures = figuresOfYear(file, findings);
  const accounts = planAccounts(file, figures, options, books, findings);
  const dimensions = planDimensions(file, figures, books, findings);
  const planning: SiePlanning = { file, figures, options, books, accounts, findings };
  const { opening, entry } = planOpening(planning);
  const vouchers = planVouchers(planning);
  const closings = proveClosings(planning, opening.completion);
  const objectClosings = proveObjectClosings(planning, vouchers.vouchers);
  if (findings.refused) return undefined;
  const { startsOn, endsOn } = yearOf(file);
  return {
    sha256,
    fiscalYear: { startsOn, endsOn },
    createsFiscalYear,
    currency: file.currency,
    adoptsCurrency,
    accounts: [...accounts.values()],
    dimensions,
    series: [...new Set(vouchers.vouchers.map(({ series }) => series))],
    opening,
    openingEntry: entry,
    ...vouchers,
    closings,
    objectClosings,
  };
}
