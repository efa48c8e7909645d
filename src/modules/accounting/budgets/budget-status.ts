/** A budget is planned as a draft, holds while it is active, and gives way to another revision. */
export const budgetStatuses = ['draft', 'active', 'superseded'] as const;
export type BudgetStatus = (typeof budgetStatuses)[number];
