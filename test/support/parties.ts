import type { Actor } from './actor.js';

export const PARTIES = '/v1/accounting/parties';

/** A customer, with whatever is said of it besides. */
export async function addParty(actor: Actor, said: object = {}) {
  const answer = await actor.post(PARTIES, { name: 'Nordic Tools AB', isCustomer: true, ...said });
  if (answer.status !== 201) throw new Error(`the party answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
