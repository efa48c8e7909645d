import type { Problem, ProblemError } from '#kernel/problem.js';
import { accountingProblems } from '../accounting.problems.js';
import type { EntryPlan } from './plan-entry.js';
import type { PlannedEntry } from './planned-entry.js';

/** One problem for all that is wrong; a closed period or a taken key alone is a conflict, not a fault of the request. */
export function refusal(errors: ProblemError[]): Problem {
  const codes = new Set(errors.map((error) => error.code));
  const only = codes.size === 1 ? errors[0]!.code : undefined;
  const factory =
    only === 'period_closed' || only === 'external_id_taken'
      ? accountingProblems[only]
      : accountingProblems.entry_refused;
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return factory(detail, errors);
}

/** All entries, or the refusal of those that cannot be posted. */
export function planned(plans: readonly EntryPlan[]): PlannedEntry[] {
  const errors = plans.flatMap((plan) => plan.errors ?? []);
  if (errors.length > 0) throw refusal(errors);
  return plans.flatMap((plan) => plan.entry ?? []);
}
