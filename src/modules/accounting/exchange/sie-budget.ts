import type { FileBudgetRecord } from '../budgets/budget-of-file.js';
import type { SieFile } from './sie/sie-file.js';

/** What the file plans for the year of its vouchers (#PBUDGET 0). */
export function budgetRecordsOf({ periodBudgets }: SieFile): FileBudgetRecord[] {
  return periodBudgets
    .filter(({ yearIndex }) => yearIndex === 0)
    .map(({ period, account, objects, amount, line }) => ({
      accountCode: account,
      month: `${period.slice(0, 4)}-${period.slice(4)}`,
      dimensions: objects
        .filter(({ object }) => object !== '')
        .map(({ dimension, object }) => ({ dimensionCode: dimension, valueCode: object })),
      amount,
      line,
    }));
}
