import { type Actor, newActor } from './actor.js';
import { dispatchEvents } from './dispatch-events.js';
import { openShop } from './front-office.js';
import { newCustomer } from './receivables.js';
import { RECEIPTS, WRITE_OFFS } from './receipts.js';
import { chairs, issue } from './sales.js';

const INVOICES = '/v1/accounting/invoices';

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Books of a shop in which invoices are settled in every way, with a customer. */
export async function openSettling() {
  const actor = await newActor();
  await openShop(actor);
  const accounts = [
    { code: '2450', name: 'Customer deposits', type: 'liability', control: 'receivable' },
    { code: '6351', name: 'Bad debts', type: 'expense' },
  ];
  for (const account of accounts) await created(actor, '/v1/accounting/accounts', account);
  const purposes = { customer_deposits: '2450', bad_debts: '6351' };
  for (const [purpose, accountCode] of Object.entries(purposes)) {
    await created(actor, '/v1/accounting/posting-accounts', { purpose, accountCode });
  }
  const { body } = await actor.get('/v1/accounting/accounts?code=1000');
  return { actor, partyId: await newCustomer(actor), cashId: body.data[0].id as string };
}

export type Settling = Awaited<ReturnType<typeof openSettling>>;

/** An invoice of 1,250.00 with the first of its open items. */
export async function issueOpen({ actor, partyId }: Settling, change: object = {}) {
  const { entry: _entry, ...invoice } = await issue(actor, chairs(partyId, change));
  return { ...invoice, openItemId: (await itemsOf(actor, invoice.entryId))[0].id };
}

export const itemsOf = async (actor: Actor, entryId: string) =>
  (await actor.get(`/v1/accounting/open-items?entryId=${entryId}`)).body.data;

export const invoiceNow = async (actor: Actor, id: string) => (await actor.get(`${INVOICES}/${id}`)).body;

/** A receipt of cash; of no item where none is named. */
export const receive = ({ actor, partyId, cashId }: Settling, amount: string, change: object = {}) =>
  created(actor, RECEIPTS, { partyId, receivedOn: '2026-03-20', amount, accountId: cashId, ...change });

export const writeOff = ({ actor, partyId }: Settling, openItemId: string, change: object = {}) =>
  created(actor, WRITE_OFFS, {
    partyId,
    writtenOffOn: '2026-06-30',
    reason: 'Insolvency',
    items: [{ openItemId, ...change }],
  });

/** A change of status as it was told. */
export interface ToldStatus {
  subject: string;
  statusBefore: string;
  status: string;
  openAmount: string;
  [field: string]: string | null;
}

/** What was told of statuses since the books were opened, in its order; of one document where it is named. */
export async function toldStatuses(actor: Actor, subject?: string, kind = 'invoice'): Promise<ToldStatus[]> {
  await dispatchEvents(actor.organizationId);
  const query = `type=accounting.${kind}.status_changed.v1&limit=200${subject === undefined ? '' : `&subject=${subject}`}`;
  const { body } = await actor.get(`/v1/events?${query}`);
  return body.data.map((event: { subject: string; data: object }) => ({ subject: event.subject, ...event.data }));
}

/** The same as short as a test reads it. */
export const toldSteps = async (actor: Actor, subject?: string, kind?: string) =>
  (await toldStatuses(actor, subject, kind)).map(({ statusBefore, status, openAmount }) => {
    return `${statusBefore} > ${status}, ${openAmount}`;
  });
