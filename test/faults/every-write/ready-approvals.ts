import { type Actor, colleagueOf } from '../../support/actor.js';
import type { Place } from './ready-organization.js';

/** What waits for approvals, of whom. */
export interface ReadyApprovals {
  colleague: string;
  /** Covered by a policy, and not submitted. */
  draft: Place;
  /** Of the colleague, for the person who acts. */
  toApprove: Place & { contentHash: string };
  toReject: Place;
  own: Place;
}

/** The furnished policy asks others from 900,000,000.00 on; one of its own, above that, asks the person who acts. */
export async function makeApprovals(actor: Actor): Promise<ReadyApprovals> {
  const colleague = await colleagueOf(actor, ['accountant']);
  const steps = [{ rule: 'one', approverIds: [idOf(actor)] }];
  const policy = { name: 'Largest', subjectKind: 'journal_entry', amountFrom: '950000000.00', steps };
  await created(actor, '/v1/approval-policies', policy);
  return {
    colleague: idOf(colleague),
    draft: await large(actor, '900000000.00'),
    toApprove: (await submitted(colleague, '950000000.00')) as ReadyApprovals['toApprove'],
    toReject: await submitted(colleague, '950000000.00'),
    own: await submitted(actor, '900000000.00'),
  };
}

const idOf = ({ email }: Actor) => email.split('@')[0]!;

function large(actor: Actor, amount: string): Promise<Place> {
  const lines = [
    { accountCode: '4000', debit: amount },
    { accountCode: '1000', credit: amount },
  ];
  const draft = { entryDate: '2026-03-05', description: 'Large', lines, legalEntityId: actor.legalEntityId };
  return created(actor, '/v1/accounting/journal-entry-drafts', draft);
}

async function submitted(actor: Actor, amount: string): Promise<Place> {
  const { id } = await large(actor, amount);
  return created(actor, '/v1/approval-requests', { subjectKind: 'journal_entry', subjectId: id });
}

async function created(actor: Actor, path: string, body: object): Promise<Place> {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
