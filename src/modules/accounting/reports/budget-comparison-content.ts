import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import { Decimal } from '#kernel/decimal.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import type { BudgetComparisonView, BudgetFigureView } from './budget-comparison.dto.js';
import { type BudgetFigure, budgetTotals, differencePercent, percentText } from './budget-figures.js';
import { pathOf } from './financial-statement.js';
import { boundsOfResult, resultOf } from './income-figures.js';
import { balanceOf, dayAfter, type LedgerSums } from './ledger-sums.js';
import { amountText, type ReportBooks } from './report-books.js';
import type { ChartAccount } from './report-books.reader.js';
import { naturalSign } from './statement-lines.js';

export interface ComparisonFacts {
  books: ReportBooks;
  range: DateRange;
  /** By account, debit positive. */
  planned: ReadonlyMap<string, Decimal>;
  sums: LedgerSums;
  chart: readonly ChartAccount[];
  /** Whether accounts without figures are shown. */
  showsAll: boolean;
}

/** The bounds that the actual amounts ask sums for. */
export const boundsOfComparison = (range: DateRange, { years }: ReportBooks): CalendarDate[] => [
  range.startsOn,
  dayAfter(range.endsOn),
  ...boundsOfResult(range, years),
];

/**
 * Lines and totals of a comparison. Of income and expense accounts the actual amount is that of the income statement; of
 * the others the movement, which entries that open or close a year are no part of.
 */
export function budgetComparisonContent({
  books,
  range: { startsOn, endsOn },
  planned,
  sums,
  chart,
  showsAll,
}: ComparisonFacts): Pick<BudgetComparisonView, 'lines' | 'totals' | 'result'> {
  const figures = chart
    .filter(({ isGroup }) => !isGroup)
    .map((account) => {
      const moved = isBalanceSheetType(account.type)
        ? balanceOf(sums.between(account.id, startsOn, dayAfter(endsOn), (kind) => kind === 'regular'))
        : resultOf(account.id, { startsOn, endsOn }, sums, books.years);
      const budget = naturalSign(account.type, planned.get(account.id) ?? new Decimal(0));
      return { account, type: account.type, budget, actual: naturalSign(account.type, moved) };
    });
  const { totals, result } = budgetTotals(figures);
  return {
    lines: figures
      .filter(({ budget, actual }) => showsAll || !budget.isZero() || !actual.isZero())
      .map(({ account: { id, code, name, type }, ...figure }) => ({
        accountId: id,
        accountCode: code,
        accountName: name,
        accountType: type,
        ...figureView(figure, books),
        drillDown: pathOf('general-ledger', books, {
          accountId: id,
          from: startsOn,
          to: endsOn,
          closingEntries: 'excluded',
        }),
      })),
    totals: totals.map(({ type, ...figure }) => ({ accountType: type, ...figureView(figure, books) })),
    result: figureView(result, books),
  };
}

function figureView({ budget, actual }: BudgetFigure, books: ReportBooks): BudgetFigureView {
  return {
    budget: amountText(budget, books),
    actual: amountText(actual, books),
    difference: amountText(actual.minus(budget), books),
    differencePercent: percentText(differencePercent({ budget, actual })),
  };
}
