import type { Actor } from './actor.js';
import { openSeller } from './documents-out.js';

/** A seller whose documents can be sent, with a customer, an account for deposits and one that they are paid into. */
export async function openDeposits(): Promise<{ actor: Actor; customer: string; clearing: string }> {
  const { actor, customer } = await openSeller();
  const created = async (path: string, body: object): Promise<string> => {
    const answer = await actor.post(`/v1/accounting/${path}`, body);
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer.body.id;
  };
  const clearing = await created('accounts', { code: '1950', name: 'Clearing', type: 'asset' });
  await created('accounts', { code: '2450', name: 'Customer deposits', type: 'liability', control: 'receivable' });
  await created('posting-accounts', { purpose: 'customer_deposits', accountCode: '2450' });
  return { actor, customer, clearing };
}

/** What is left of a deposit. */
export const depositNow = async (actor: Actor, id: string): Promise<string> =>
  (await actor.get(`/v1/accounting/deposits/${id}`)).body.openAmount;
