import type { Problem, ProblemError, ProblemFactory } from '#kernel/problem.js';
import { approvalProblems } from '#platform/approvals/approvals.problems.js';
import { accountingProblems } from '../accounting.problems.js';
import type { EntryPlan } from './plan-entry.js';
import type { PlannedEntry } from './planned-entry.js';

/** Findings that are a problem of their own where nothing else is wrong with the entries. */
const ownProblems: Readonly<Record<string, ProblemFactory>> = {
  approval_required: approvalProblems.approval_required,
  books_not_open: accountingProblems.books_not_open,
  external_id_taken: accountingProblems.external_id_taken,
  fiscal_year_closed: accountingProblems.fiscal_year_closed,
  legal_entity_archived: accountingProblems.legal_entity_archived,
  period_closed: accountingProblems.period_closed,
  unknown_legal_entity: accountingProblems.legal_entity_unknown,
};

/** One problem for all that is wrong; what the state of the books alone forbids is a conflict, not a fault of the request. */
export function refusal(errors: ProblemError[]): Problem {
  const codes = [...new Set(errors.map((error) => error.code))];
  const own = codes.length === 1 ? ownProblems[codes[0]!] : undefined;
  const factory = own ?? accountingProblems.entry_refused;
  const detail = errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
  return factory(detail, errors);
}

/** All entries, or the refusal of those that cannot be posted. */
export function planned(plans: readonly EntryPlan[]): PlannedEntry[] {
  const errors = plans.flatMap((plan) => plan.errors ?? []);
  if (errors.length > 0) throw refusal(errors);
  return plans.flatMap((plan) => plan.entry ?? []);
}
