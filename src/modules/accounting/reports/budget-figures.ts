import { Decimal, sum } from '#kernel/decimal.js';
import { type AccountType, accountTypes } from '../chart/account-type.js';

/** A planned movement beside the one that was, both in the natural sign. */
export interface BudgetFigure {
  budget: Decimal;
  actual: Decimal;
}

const DECIMALS_OF_PERCENT = 2;

/** The difference in per cent of what was planned, rounded half-up; null of nothing. The sign is that of the difference. */
export function differencePercent({ budget, actual }: BudgetFigure): Decimal | null {
  if (budget.isZero()) return null;
  return actual
    .minus(budget)
    .times(100)
    .dividedBy(budget.abs())
    .toDecimalPlaces(DECIMALS_OF_PERCENT, Decimal.ROUND_HALF_UP);
}

/** A percentage as text, without a sign where it is zero. */
export function percentText(percent: Decimal | null): string | null {
  if (percent === null) return null;
  return (percent.isZero() ? percent.abs() : percent).toFixed(DECIMALS_OF_PERCENT);
}

function totalFigure(figures: readonly BudgetFigure[]): BudgetFigure {
  return { budget: sum(figures.map(({ budget }) => budget)), actual: sum(figures.map(({ actual }) => actual)) };
}

/** The totals of each type, and what income leaves of expenses. */
export function budgetTotals(figures: readonly (BudgetFigure & { type: AccountType })[]) {
  const totals = accountTypes.map((type) => ({ type, ...totalFigure(figures.filter((one) => one.type === type)) }));
  const [income, expense] = ['income', 'expense'].map((type) => totals.find((total) => total.type === type)!);
  return {
    totals,
    result: {
      budget: income!.budget.minus(expense!.budget),
      actual: income!.actual.minus(expense!.actual),
    } satisfies BudgetFigure,
  };
}
