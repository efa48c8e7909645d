import { keyOfLine, type PlannedBudgetLine } from './plan-budget-lines.js';

export const budgetReplacements = ['all', 'named_periods'] as const;
/** What gives way to new lines: the whole budget, or the periods that they name. */
export type BudgetReplacement = (typeof budgetReplacements)[number];

/** A line that the budget has. */
export interface KeptBudgetLine extends PlannedBudgetLine {
  id: string;
}

export interface BudgetLineChanges {
  added: PlannedBudgetLine[];
  /** Ids of lines that go, also because they come back with another amount. */
  removed: string[];
  counts: { added: number; changed: number; removed: number; unchanged: number };
}

/** What makes the lines of a budget those that are planned. Lines that stay as they are are not touched. */
export function budgetLineChanges(
  planned: readonly PlannedBudgetLine[],
  kept: readonly KeptBudgetLine[],
  replacement: BudgetReplacement,
): BudgetLineChanges {
  const periods = new Set(planned.map(({ periodId }) => periodId));
  const replaced = replacement === 'all' ? kept : kept.filter(({ periodId }) => periods.has(periodId));
  const left = new Map(replaced.map((line) => [keyOfLine(line), line]));
  const changes: BudgetLineChanges = {
    added: [],
    removed: [],
    counts: { added: 0, changed: 0, removed: 0, unchanged: 0 },
  };
  for (const line of planned) {
    const key = keyOfLine(line);
    const before = left.get(key);
    left.delete(key);
    if (before?.amount.equals(line.amount)) {
      changes.counts.unchanged += 1;
      continue;
    }
    changes.added.push(line);
    changes.counts[before ? 'changed' : 'added'] += 1;
    if (before) changes.removed.push(before.id);
  }
  changes.counts.removed = left.size;
  changes.removed.push(...Array.from(left.values(), ({ id }) => id));
  return changes;
}
