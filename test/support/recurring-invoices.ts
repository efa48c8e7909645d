import type { Actor } from './actor.js';

export const RECURRING = '/v1/accounting/recurring-invoices';
export const RUNS = '/v1/accounting/recurring-invoice-runs';

/** A subscription of 100.00 and 25 % of VAT at the end of each month. */
export const subscription = (partyId: string, change: object = {}) => ({
  partyId,
  name: 'Subscription',
  mode: 'issue',
  frequency: 'monthly',
  startsOn: '2026-01-31',
  lines: [{ description: 'Subscription', quantity: '1', unitPrice: '100', taxCodes: ['VAT25'] }],
  ...change,
});

/** Sets it up and answers it. */
export async function setUp(actor: Actor, partyId: string, change: object = {}) {
  const { status, text, body } = await actor.post(RECURRING, subscription(partyId, change));
  if (status !== 201) throw new Error(`the recurring invoice was answered ${text}`);
  return body;
}

/** Does something to it, at the version that it has now. */
export async function changeRecurring(actor: Actor, id: string, verb: string, body: object = {}) {
  const { version } = (await actor.get(`${RECURRING}/${id}`)).body;
  const match = { 'If-Match': `"${version}"` };
  return verb === ''
    ? actor.patch(`${RECURRING}/${id}`, body, `"${version}"`)
    : actor.post(`${RECURRING}/${id}/${verb}`, body, match);
}

/** What a run through the day did: each date and what came of it. */
export async function runThrough(actor: Actor, through: string): Promise<string[]> {
  const { status, text, body } = await actor.post(`${RECURRING}/run`, { through });
  if (status !== 200 || body.hasMore) throw new Error(`the run was answered ${text}`);
  return body.results.map(({ dueOn, outcome }: Record<string, string>) => `${dueOn} ${outcome}`);
}
