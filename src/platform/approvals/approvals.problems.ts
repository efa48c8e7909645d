import { defineProblems } from '#kernel/problem.js';

export const approvalProblems = defineProblems({
  approval_not_own: { status: 403, title: 'Nobody decides on what is their own' },
  approval_not_yours: { status: 403, title: 'The decision is for others to take' },
  approval_required: { status: 409, title: 'This needs an approval' },
  approval_not_required: { status: 409, title: 'No policy asks for an approval' },
  approval_pending: { status: 409, title: 'The approval is pending already' },
  approval_ended: { status: 409, title: 'The request for approval has ended' },
  approval_decided: { status: 409, title: 'The person has decided at this step' },
  approval_content_changed: { status: 409, title: 'What is asked for has changed' },
  approval_without_approvers: { status: 409, title: 'Nobody could decide' },
  approval_delegation_revoked: { status: 409, title: 'The delegation was revoked' },
  approval_policy_refused: { status: 422, title: 'The policy cannot be like this' },
  approval_delegation_refused: { status: 422, title: 'The delegation cannot be like this' },
  approval_subject_unknown: { status: 422, title: 'There is nothing to approve' },
});
