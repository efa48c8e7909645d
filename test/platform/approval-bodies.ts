interface Ids {
  /** The factories put the id of the person into it. */
  email: string;
  legalEntity: string;
}

const policy = ({ legalEntity, email }: Ids) => {
  const [person] = email.split('@');
  const step = { rule: 'one', approverIds: [person], escalationIds: [person], escalateAfterDays: 1 };
  // Inactive, so that it asks nothing of what is tried after it.
  return { name: 'P', subjectKind: 'journal_entry', legalEntityId: legalEntity, steps: [step], isActive: false };
};

/** Policies that are accepted, by the places of ids in them. */
export const policyBodies = {
  createApprovalPolicy: {
    '/legalEntityId': policy,
    '/steps/0/approverIds/0': policy,
    '/steps/0/escalationIds/0': policy,
  },
};

/** What is accepted only once, or of two people: the specs of approvals try these with ids of nothing. */
export const triedBesideApprovals = [
  'approveApprovalRequest /onBehalfOf',
  'createApprovalDelegation /delegateId',
  'createApprovalDelegation /delegatorId',
  'rejectApprovalRequest /onBehalfOf',
  'submitApprovalRequest /subjectId',
  'updateApprovalPolicy /steps/0/approverIds/0',
  'updateApprovalPolicy /steps/0/escalationIds/0',
];
