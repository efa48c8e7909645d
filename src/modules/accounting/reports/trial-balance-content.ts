import { type Decimal, sum } from '#kernel/decimal.js';
import { isBalanceSheetType } from '../chart/account-type.js';
import {
  type AccountFigures,
  eachFigure,
  figuresIn,
  hasFigures,
  type ReportedRange,
  type ShownFigures,
} from './account-figures.js';
import type { LedgerSums } from './ledger-sums.js';
import { amountText, type ReportBooks } from './report-books.js';
import type { ChartAccount } from './report-books.reader.js';
import type { ShownAccounts, TrialBalanceView } from './trial-balance.dto.js';

export interface TrialBalanceFacts {
  books: ReportBooks;
  range: ReportedRange;
  compared: readonly ReportedRange[];
  sums: LedgerSums;
  chart: readonly ChartAccount[];
  shown: ShownAccounts;
}

interface Line {
  account: ChartAccount;
  figures: AccountFigures;
  compared: readonly AccountFigures[];
}

/** Lines and totals of a trial balance. What is not shown counts in the totals. */
export function trialBalanceContent({
  books,
  range,
  compared,
  sums,
  chart,
  shown,
}: TrialBalanceFacts): Pick<TrialBalanceView, 'lines' | 'totals' | 'unclosedResult'> {
  const figuresOf = figuresIn(range, sums);
  const comparedOf = compared.map((one) => figuresIn(one, sums));
  const lines = chart
    .filter(({ isGroup }) => !isGroup)
    .map((account): Line => {
      const key = { id: account.id, isBalanceSheet: isBalanceSheetType(account.type) };
      return { account, figures: figuresOf(key), compared: comparedOf.map((figuresThere) => figuresThere(key)) };
    });
  const total = (part: keyof AccountFigures) => sum(lines.map(({ figures }) => figures[part]));
  const comparedTotals = compared.map((_, at) => sum(lines.map((line) => line.compared[at]!.closing)));
  return {
    lines: lines
      .filter((line) => isShown(line, shown))
      .map(({ account, figures, compared: others }) => ({
        accountId: account.id,
        accountCode: account.code,
        accountName: account.name,
        accountType: account.type,
        ...textsOf(
          figures,
          others.map(({ closing }) => closing),
          books,
        ),
      })),
    totals: textsOf(eachFigure(total), comparedTotals, books),
    unclosedResult: amountText(total('unclosed'), books),
  };
}

function textsOf(figures: ShownFigures, others: readonly Decimal[], books: ReportBooks) {
  return {
    ...eachFigure((column) => amountText(figures[column], books)),
    comparisons: others.map((other) => ({
      closing: amountText(other, books),
      difference: amountText(figures.closing.minus(other), books),
    })),
  };
}

function isShown({ figures, compared }: Line, shown: ShownAccounts): boolean {
  if (shown === 'all') return true;
  if (shown === 'with_figures') return [figures, ...compared].some(hasFigures);
  return [figures, ...compared].some(({ closing }) => !closing.isZero());
}
