import type { Actor } from './actor.js';
import { takeDeposit } from './deposits.js';
import { complete, openSeller } from './documents-out.js';

/** Deposits that an invoice takes in. */
type TakenIn = { depositItemId: string; amount: string }[];

/**
 * A seller whose documents can be sent, with a customer, an account for deposits and one that they are paid into; with
 * deposits of the customer, and wishes for invoices to it that take some in.
 */
export async function openDeposits() {
  const { actor, customer } = await openSeller();
  const created = async (path: string, body: object): Promise<string> => {
    const answer = await actor.post(`/v1/accounting/${path}`, body);
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer.body.id;
  };
  const clearing = await created('accounts', { code: '1950', name: 'Clearing', type: 'asset' });
  await created('accounts', { code: '2450', name: 'Customer deposits', type: 'liability', control: 'receivable' });
  await created('posting-accounts', { purpose: 'customer_deposits', accountCode: '2450' });
  const deposit = (change: object = {}) => takeDeposit(actor, customer, clearing, change);
  const wish = (deposits: TakenIn, change: object = {}) => ({ ...complete(customer), deposits, ...change });
  return { actor, customer, clearing, deposit, wish };
}

/** What is left of a deposit. */
export const depositNow = async (actor: Actor, id: string): Promise<string> =>
  (await actor.get(`/v1/accounting/deposits/${id}`)).body.openAmount;
