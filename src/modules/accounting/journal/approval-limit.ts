import type { ProblemError } from '#kernel/problem.js';
import { coveringPolicy } from '#platform/approvals/policies/covering-policy.js';
import type { PlannedEntry } from './planned-entry.js';
import type { ApprovalLimit } from './posting-facts.js';

/**
 * Why the entry is not posted just like that; undefined where it may be.
 *
 * @param makerRoles the roles of the person who posts it; undefined where no person does
 */
export function approvalFault(
  { legalEntityId, total, functionalCurrency }: PlannedEntry,
  limits: readonly ApprovalLimit[],
  makerRoles: readonly string[] | undefined,
  pointer: string,
): ProblemError | undefined {
  const amount = total.toFixed(functionalCurrency.minorUnits);
  const currency = functionalCurrency.code;
  const limit = coveringPolicy(limits, { amount, currency, legalEntityId, makerRoles });
  if (!limit) return undefined;
  const message = `The policy “${limit.name}” asks for an approval of this entry of ${amount} ${currency}: save it as a draft (POST /v1/accounting/journal-entry-drafts) and submit the draft (POST /v1/approval-requests).`;
  return { pointer, code: 'approval_required', message };
}
