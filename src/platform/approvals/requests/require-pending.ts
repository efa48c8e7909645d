import { approvalProblems } from '../approvals.problems.js';
import type { ApprovalRequestView } from './approval-requests.dto.js';

/** @throws Problem approval_ended, also for a request whose day has passed though nobody has said so yet */
export function requirePending({ state, steps, currentStep }: ApprovalRequestView, today: string): void {
  if (state !== 'pending')
    throw approvalProblems.approval_ended(`The request is ${state}; nothing is decided any more.`);
  const { expiresOn } = steps[currentStep - 1]!;
  if (expiresOn !== null && expiresOn <= today) {
    throw approvalProblems.approval_ended(`The request expired on ${expiresOn}; it can be submitted anew.`);
  }
}
