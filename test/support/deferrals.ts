import { type Actor, newActor } from './actor.js';
import { newCustomer } from './receivables.js';
import { openSales } from './sales.js';
import { Calendar } from './year-end.js';

/** Books with an account for deferred revenue, of a year that is over whenever this runs. */
export async function openDeferrals(actor: Actor, year = 2025): Promise<void> {
  await openSales(actor, year);
  await expectCreated(actor, 'accounts', {
    code: '2970',
    name: 'Deferred revenue',
    type: 'liability',
    subtype: 'deferred_income',
  });
  await expectCreated(actor, 'posting-accounts', { purpose: 'deferred_revenue', accountCode: '2970' });
}

async function expectCreated(actor: Actor, path: string, body: object) {
  const answer = await actor.post(`/v1/accounting/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
}

/** A year at 1,200.00, in equal months. */
export const subscription = (partyId: string, change: object = {}, year = 2025) => ({
  partyId,
  issuedOn: `${year}-01-01`,
  lines: [
    {
      description: `Subscription ${year}`,
      quantity: '12',
      unitPrice: '100',
      taxCodes: ['VAT25'],
      service: { from: `${year}-01-01`, through: `${year}-12-31` },
      deferral: 'by_month',
      ...change,
    },
  ],
});

/** Recognizes what is due and answers the run. */
export async function recognize(actor: Actor, through: string, query = '') {
  const answer = await actor.post(`/v1/accounting/revenue-recognition/run${query}`, { through });
  if (answer.status !== 200) throw new Error(`The run answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** The only deferral of an invoice. */
export async function deferralOf(actor: Actor, invoiceId: string) {
  return (await actor.get(`/v1/accounting/deferrals?invoiceId=${invoiceId}`)).body.data[0];
}

export async function partsOf(actor: Actor, query: string) {
  return (await actor.get(`/v1/accounting/deferral-parts?${query}&limit=200`)).body.data;
}

/** Books that defer, with a customer. */
export async function deferringCompany() {
  const actor = await newActor();
  await openDeferrals(actor);
  return { actor, calendar: new Calendar(actor), customer: await newCustomer(actor) };
}

/** Takes an invoice back, in part or wholly. */
export const creditInvoice = (actor: Actor, { id }: { id: string }, body: object) =>
  actor.post(`/v1/accounting/invoices/${id}/credit`, { reason: 'Cancelled', ...body });

export const RUN = '/v1/accounting/revenue-recognition/run';
