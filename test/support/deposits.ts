import type { Actor } from './actor.js';
import { RECEIPTS } from './receipts.js';

export const DEPOSITS = '/v1/accounting/deposits';
export const APPLICATIONS = '/v1/accounting/deposit-applications';

/** Takes a deposit and answers it, as it is listed. */
export async function takeDeposit(actor: Actor, partyId: string, accountId: string, change: object = {}) {
  const receipt = { partyId, receivedOn: '2026-02-10', amount: '100.00', accountId, deposit: true, ...change };
  const { status, text, body } = await actor.post(RECEIPTS, receipt);
  if (status !== 201) throw new Error(`the deposit was answered ${text}`);
  const { body: listed } = await actor.get(`${DEPOSITS}?partyId=${partyId}&limit=100`);
  return listed.data.find(({ receiptId }: { receiptId: string }) => receiptId === body.id);
}
