import type { Actor } from './actor.js';

/** A journal line of a customer, and what stands against it. */
interface Charge {
  amount: string;
  currency?: string;
  rate?: string;
  entryDate?: string;
  dueOn?: string;
  reference?: string;
}

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Books whose account 1100 controls receivables and 2100 payables, with accounts for exchange differences. */
export async function openReceivables(actor: Actor, year = 2026): Promise<void> {
  await actor.openBooks(`${year}-01-01`, `${year}-12-31`);
  const accounts = [
    { code: '1100', name: 'Trade receivables', type: 'asset', control: 'receivable' },
    { code: '2100', name: 'Trade payables', type: 'liability', control: 'payable' },
    { code: '3800', name: 'Exchange gains', type: 'income' },
    { code: '4800', name: 'Exchange losses', type: 'expense' },
  ];
  for (const account of accounts) await created(actor, '/v1/accounting/accounts', account);
  const purposes = { receivables: '1100', payables: '2100', exchange_gains: '3800', exchange_losses: '4800' };
  for (const [purpose, accountCode] of Object.entries(purposes)) {
    await created(actor, '/v1/accounting/posting-accounts', { purpose, accountCode });
  }
}

export async function newCustomer(actor: Actor, name = 'Nordlicht GmbH'): Promise<string> {
  return (await created(actor, '/v1/accounting/parties', { name, isCustomer: true, isVendor: true })).id;
}

/** Posts what a customer owes and answers the open item. */
export const charge = (actor: Actor, partyId: string, of: Charge) => post(actor, partyId, of, 'debit', '3000');

/** Posts what a customer has paid and answers the open item. */
export const pay = (actor: Actor, partyId: string, of: Charge) => post(actor, partyId, of, 'credit', '1000');

async function post(
  actor: Actor,
  partyId: string,
  { amount, currency, rate, entryDate = '2026-03-05', dueOn, reference }: Charge,
  side: 'debit' | 'credit',
  counterAccount: string,
) {
  const other = side === 'debit' ? 'credit' : 'debit';
  const entry = await created(actor, '/v1/accounting/journal-entries', {
    post: true,
    entryDate,
    description: side === 'debit' ? 'Invoice' : 'Receipt',
    ...(currency && { currency }),
    ...(reference && { reference }),
    ...(rate && { exchangeRate: rate, exchangeRateSource: 'agreed' }),
    lines: [
      { accountCode: '1100', [side]: amount, partyId, ...(dueOn && { dueOn }) },
      { accountCode: counterAccount, [other]: amount },
    ],
  });
  const { body } = await actor.get(`/v1/accounting/open-items?entryId=${entry.id}`);
  return body.data[0];
}

/** An item as it is now. */
export async function itemNow(actor: Actor, id: string) {
  return (await actor.get(`/v1/accounting/open-items/${id}`)).body;
}
