import { requireCurrency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import type { FileBudgetOutcome } from '../budgets/file-budgets.service.js';
import { oneLine } from './one-line.js';
import { notKeptOf } from './sie-not-kept.js';
import { journalCodeOf } from './sie-postings.js';
import type { SieReportView } from './sie-report.dto.js';
import type { SieFile } from './sie/sie-file.js';
import type { SieFindings } from './sie/sie-findings.js';
import type { OpeningTreatment, SieImportPlan } from './sie/sie-import-plan.js';
import { reportOf } from './sie/sie-import-report.js';

type Format = (amount: Decimal) => string;

/** The report as it is answered and kept: amounts as text with the decimals of the currency, empty texts as null. */
export function reportView(
  file: SieFile,
  plan: SieImportPlan,
  findings: SieFindings,
  budget: FileBudgetOutcome = {},
): SieReportView {
  const report = reportOf(file, plan, findings);
  const { minorUnits } = requireCurrency(report.currency);
  const format: Format = (amount) => amount.toFixed(minorUnits);
  return {
    sha256: report.sha256,
    program: textOrNull(report.program),
    generatedOn: report.generatedOn ?? null,
    companyName: textOrNull(report.companyName),
    organizationNumber: textOrNull(report.organizationNumber ?? ''),
    fiscalYear: report.fiscalYear,
    fiscalYearCreated: report.fiscalYearCreated,
    currency: report.currency,
    currencyAdopted: report.currencyAdopted,
    counts: report.counts,
    opening: openingView(report.opening, format),
    accounts: report.accounts.map(({ code, name, ...account }) => ({ code, name: oneLine(name, 200), ...account })),
    series: report.series.map(({ series, vouchers }) => ({
      series: textOrNull(series),
      journalCode: journalCodeOf(series),
      vouchers,
    })),
    skippedVouchers: report.skippedVouchers.map(({ series, number, position, lineNumber, reason }) => ({
      series: textOrNull(series),
      number: textOrNull(number),
      position,
      line: lineNumber,
      reason,
    })),
    budget: budget.kept ?? null,
    notKept: notKeptOf(file, budget),
    closings: report.closings.map(({ accountCode, label, inFile, completion, expected, computed }) => ({
      accountCode,
      label,
      inFile: format(inFile),
      completion: format(completion),
      expected: format(expected),
      computed: format(computed),
    })),
    dimensions: report.dimensions.map(({ name, ...dimension }) => ({ ...dimension, name: oneLine(name, 200) })),
    objectClosings: report.objectClosings.map(({ accountCode, objects, inFile, computed }) => ({
      accountCode,
      objects: objects.map(({ dimension, object }) => ({ dimensionCode: dimension, valueCode: object })),
      inFile: format(inFile),
      computed: format(computed),
    })),
    remarks: report.remarks.map(({ line = null, option = null, code, message }) => ({
      line,
      parameter: option,
      code,
      message: oneLine(message, 5000),
    })),
    remarksLeftOff: report.remarksLeftOff,
  };
}

function openingView(opening: OpeningTreatment, format: Format): SieReportView['opening'] {
  const { treatment, difference, completion, carriedResult, explanation } = opening;
  return {
    treatment,
    difference: format(difference),
    completion: completion ? { ...completion, amount: format(completion.amount) } : null,
    carriedResult: carriedResult.map(({ accountCode, amount }) => ({ accountCode, amount: format(amount) })),
    explanation,
  };
}

function textOrNull(text: string): string | null {
  const line = oneLine(text, 2000);
  return line === '' ? null : line;
}
