import type { Actor, Answer } from './actor.js';

export const DRAFTS = '/v1/accounting/journal-entry-drafts';
export const ENTRIES = '/v1/accounting/journal-entries';

export const rent = [
  { accountCode: '4000', debit: '100.00' },
  { accountCode: '1000', credit: '100.00' },
];
export const rentEntry = { entryDate: '2026-03-05', description: 'Rent', lines: rent };

export async function beginDraft(actor: Actor, body: object = rentEntry): Promise<Answer['body']> {
  const answer = await actor.post(DRAFTS, body);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
}

/** Of the first version unless the draft says which. */
export function postDraft(
  actor: Actor,
  draft: { id: string; version?: number },
  headers: object = {},
): Promise<Answer> {
  return actor.post(`${DRAFTS}/${draft.id}/post`, {}, { 'If-Match': `"${draft.version ?? 1}"`, ...headers });
}

export async function validateDraft(actor: Actor, draft: { id: string }): Promise<Answer['body']> {
  return (await actor.post(`${DRAFTS}/${draft.id}/validate`)).body;
}
