import { accountingProblems } from '../accounting.problems.js';
import type { BudgetRow } from './budgets.dto.js';

/** @throws Problem budget_fixed */
export function requireDraft({ code, revision, status }: Pick<BudgetRow, 'code' | 'revision' | 'status'>): void {
  if (status === 'draft') return;
  throw accountingProblems.budget_fixed(`Revision ${revision} of ${code} is ${status}; make another revision.`);
}
