import type { ProblemError } from '#kernel/problem.js';
import { deactivationFault } from './account-rules.js';
import type { Chart, PlannedAccount } from './planned-account.js';

/**
 * What the statuses of a planned chart break: an active account stands below active groups, and an account that the
 * books name stays active. Only where the plan itself brings it about.
 */
export function chartStateFaults(
  planned: ReadonlyMap<string, PlannedAccount>,
  before: Chart,
  final: Chart,
): ProblemError[] {
  const faults: ProblemError[] = [];
  const refuse = (code: string, message: string, line: number | null | undefined) =>
    faults.push({ pointer: '', code, message, line: line ?? undefined });
  const needed = new Set<string>();
  const statusChanges = (code: string) => before.get(code)?.status !== final.get(code)!.status;
  for (const { code, status, parentCode, booksPurpose, postingPurpose } of final.values()) {
    const parent = parentCode === null ? undefined : final.get(parentCode);
    const line = planned.get(code)?.line;
    if (status === 'active' && parent?.status === 'inactive') {
      if (statusChanges(code)) {
        refuse('parent_inactive', `The group ${parent.code} above account ${code} is inactive.`, line);
      } else if (statusChanges(parent.code) && !needed.has(parent.code)) {
        needed.add(parent.code);
        const message = deactivationFault(parent.code, {
          activeChild: code,
          booksPurpose: null,
          postingPurpose: null,
        })!;
        refuse('account_in_use', message, planned.get(parent.code)?.line);
      }
    }
    if (status === 'inactive' && statusChanges(code)) {
      const message = deactivationFault(code, { activeChild: null, booksPurpose, postingPurpose });
      if (message) refuse('account_in_use', message, line);
    }
  }
  return faults;
}
