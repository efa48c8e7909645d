import { Decimal } from '#kernel/decimal.js';

/** When a policy asks for an approval; a condition that is null holds for everything. */
export interface PolicyConditions {
  id: string;
  /** Decimal text. */
  amountFrom: string | null;
  currency: string | null;
  legalEntityId: string | null;
  makerRole: string | null;
}

export interface PolicyCase {
  amount: string | null;
  currency: string | null;
  legalEntityId: string | null;
  /** The roles of the person who does it; undefined where no person does. */
  makerRoles: readonly string[] | undefined;
}

/** Whether the policy asks for an approval; the database judges the same when something is done without one. */
export function covers(policy: PolicyConditions, { amount, currency, legalEntityId, makerRoles }: PolicyCase): boolean {
  const { amountFrom, makerRole } = policy;
  if (amountFrom !== null && (amount === null || new Decimal(amount).lt(amountFrom))) return false;
  if (policy.currency !== null && policy.currency !== currency) return false;
  if (policy.legalEntityId !== null && policy.legalEntityId !== legalEntityId) return false;
  return makerRole === null || makerRoles === undefined || makerRoles.includes(makerRole);
}

/**
 * The policy that decides which steps a request takes: of those that cover the case the one with the highest limit, then
 * the one that says more of whom it is for, then the oldest.
 */
export function coveringPolicy<Policy extends PolicyConditions>(
  policies: readonly Policy[],
  policyCase: PolicyCase,
): Policy | undefined {
  return policies.filter((policy) => covers(policy, policyCase)).toSorted(inOrder)[0];
}

function inOrder(one: PolicyConditions, other: PolicyConditions): number {
  const byLimit = new Decimal(other.amountFrom ?? 0).comparedTo(one.amountFrom ?? 0);
  if (byLimit !== 0) return byLimit;
  const byDetail = detail(other) - detail(one);
  return byDetail !== 0 ? byDetail : one.id < other.id ? -1 : 1;
}

const detail = ({ legalEntityId, makerRole, currency }: PolicyConditions) =>
  [legalEntityId, makerRole, currency].filter((condition) => condition !== null).length;
