import type { Actor } from '../support/actor.js';
import { addMember } from '../support/provision.js';

/** A policy above all other amounts, a request under it that waits for somebody else, and a delegation. */
export async function addApproval(actor: Actor): Promise<void> {
  const { userId } = await addMember(actor.organizationId, ['accountant']);
  const amount = '900000000.00';
  const lines = [
    { accountCode: '4000', debit: amount },
    { accountCode: '1000', credit: amount },
  ];
  const created = async (path: string, body: object) => {
    const answer = await actor.post(path, body);
    if (answer.status !== 201) throw new Error(`${path} answered ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const steps = [{ rule: 'one', approverIds: [userId] }];
  await created('/v1/approval-policies', { name: 'Large', subjectKind: 'journal_entry', amountFrom: amount, steps });
  const draft = await created('/v1/accounting/journal-entry-drafts', {
    entryDate: '2026-03-05',
    description: 'Large',
    lines,
  });
  await created('/v1/approval-requests', { subjectKind: 'journal_entry', subjectId: draft.id });
  await created('/v1/approval-delegations', { delegateId: userId, startsOn: '2026-01-01', endsOn: '2199-12-31' });
}
