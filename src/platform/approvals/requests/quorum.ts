export const stepRules = ['one', 'all', 'count'] as const;
export type StepRule = (typeof stepRules)[number];

/** What a step asks for, and what there is. */
export interface StepStanding {
  rule: StepRule;
  required: number;
  /** Those who may decide now, besides the makers of what is asked for. */
  approvers: readonly string[];
  /** In whose place it was approved so far. */
  approvedBy: readonly string[];
}

/** Whether the step is done. Of all: of those who are approvers now, and at least one. */
export function hasQuorum({ rule, required, approvers, approvedBy }: StepStanding): boolean {
  if (approvedBy.length < required) return false;
  return rule !== 'all' || approvers.every((approver) => approvedBy.includes(approver));
}

/** How many more approvals the step needs. */
export function lacking(standing: StepStanding): number {
  const { rule, required, approvers, approvedBy } = standing;
  const missing = Math.max(required - approvedBy.length, 0);
  if (rule !== 'all') return missing;
  return Math.max(missing, approvers.filter((approver) => !approvedBy.includes(approver)).length);
}
