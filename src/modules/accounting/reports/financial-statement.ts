import type { Decimal } from '#kernel/decimal.js';
import type { StatementLineView, StatementSectionView, StatementTotalView } from './financial-statement.dto.js';
import { amountText, type ReportBooks } from './report-books.js';
import { type StatementLine, totalOf } from './statement-lines.js';

/** Where the figure of a line comes from. */
export type DrillDown = (line: StatementLine) => string | null;

/** The path of a report with the parameters that are given, on the same books. */
export function pathOf(report: string, books: ReportBooks, parameters: Record<string, string | undefined>): string {
  const { legalEntityId, knownAt, part } = books;
  const ofPart = { dimensionCode: part?.dimensionCode, valueCode: part?.valueCode };
  const given = Object.entries({ legalEntityId, ...parameters, ...ofPart, knownAt: knownAt ?? undefined });
  const query = new URLSearchParams(given.filter((one): one is [string, string] => one[1] !== undefined));
  return `/v1/accounting/reports/${report}?${query.toString()}`;
}

/** The first amount is that of the report, the others are compared with it. */
export function totalView([amount, ...others]: readonly Decimal[], books: ReportBooks): StatementTotalView {
  return {
    amount: amountText(amount!, books),
    comparisons: others.map((other) => ({
      amount: amountText(other, books),
      difference: amountText(amount!.minus(other), books),
    })),
  };
}

const resultNames = {
  result_of_year: 'Result of the fiscal year',
  result_of_earlier_years: 'Result of earlier fiscal years, not closed',
} as const;

export function sectionView(
  lines: readonly StatementLine[],
  columns: number,
  books: ReportBooks,
  drillDown: DrillDown,
): StatementSectionView {
  return {
    ...totalView(totalOf(lines, columns), books),
    lines: lines.map((line): StatementLineView => {
      const { kind, level, account, amounts } = line;
      const name = kind === 'group' || kind === 'account' ? account!.name : resultNames[kind];
      const place = { kind, level, accountId: account?.id ?? null, accountCode: account?.code ?? null, name };
      return { ...place, ...totalView(amounts, books), drillDown: drillDown(line) };
    }),
  };
}
