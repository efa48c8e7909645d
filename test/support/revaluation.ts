import { type Actor, type Answer, newActor } from './actor.js';
import { newCustomer, openReceivables } from './receivables.js';
import { closingBalances } from './trial-balances.js';

export const revaluationRuns = '/v1/accounting/revaluation-runs';
export const revaluationLines = '/v1/accounting/revaluation-lines';

const purposes = {
  receivables_revaluation: { code: '1125', name: 'Revaluation of receivables', type: 'asset' },
  payables_revaluation: { code: '2125', name: 'Revaluation of payables', type: 'liability' },
  balances_revaluation: { code: '1195', name: 'Revaluation of balances', type: 'asset', subtype: 'cash' },
  unrealised_exchange_gains: { code: '3810', name: 'Unrealised gains', type: 'income' },
  unrealised_exchange_losses: { code: '4810', name: 'Unrealised losses', type: 'expense' },
} as const;

/**
 * Books of 2026 in euro with customers and vendors, a bank account 1940 in dollars and an account 1300 for stock that is paid in
 * dollars. A dollar is 0.92 at the end of March and 0.90 at that of April.
 */
export async function openForeignBooks(actor: Actor): Promise<void> {
  await openReceivables(actor);
  await created(actor, 'accounting/accounts', {
    code: '1940',
    name: 'Dollar account',
    type: 'asset',
    control: 'bank',
    currency: 'USD',
  });
  await created(actor, 'accounting/accounts', {
    code: '1300',
    name: 'Stock from abroad',
    type: 'asset',
    subtype: 'inventory',
    currency: 'USD',
  });
  for (const [purpose, account] of Object.entries(purposes)) {
    await created(actor, 'accounting/accounts', account);
    await created(actor, 'accounting/posting-accounts', { purpose, accountCode: account.code });
  }
  await closingRate(actor, '2026-03-31', '0.92');
  await closingRate(actor, '2026-04-30', '0.90');
}

/** Accounts that differences and their counterparts stand on. */
export const adjustments: readonly string[] = Object.values(purposes).map(({ code }) => code);

/** A new organization with such books, and a customer who owes 1,000.00 dollars, booked at 0.90. */
export async function newForeignBooks(): Promise<{ actor: Actor; partyId: string }> {
  const actor = await newActor();
  await openForeignBooks(actor);
  const partyId = await newCustomer(actor);
  await postDollars(actor, '0.90', { 1100: '1000.00', 3000: '-1000.00' }, { partyId });
  return { actor, partyId };
}

export const closingRate = (actor: Actor, rateOn: string, rate: string) =>
  created(actor, 'administration/exchange-rates', {
    rateType: 'closing',
    fromCurrency: 'USD',
    toCurrency: 'EUR',
    rateOn,
    rate,
    source: 'ECB',
  });

/** Posts dollars at a rate: lines by account, debits above zero. */
export function postDollars(
  actor: Actor,
  rate: string,
  lines: Readonly<Record<string, string>>,
  fields: { entryDate?: string; partyId?: string } = {},
) {
  const { entryDate = '2026-03-05', partyId } = fields;
  return created(actor, 'accounting/journal-entries', {
    post: true,
    entryDate,
    description: 'In dollars',
    currency: 'USD',
    exchangeRate: rate,
    exchangeRateSource: 'agreed',
    lines: Object.entries(lines).map(([accountCode, amount]) => ({
      accountCode,
      ...(['1100', '2100', '2060'].includes(accountCode) && { partyId }),
      ...(amount.startsWith('-') ? { credit: amount.slice(1) } : { debit: amount }),
    })),
  });
}

export const revalue = (actor: Actor, asOf = '2026-03-31', body: object = {}, query = ''): Promise<Answer> =>
  actor.post(`${revaluationRuns}${query}`, { asOf, ...body });

/** What accounts stand at on a day in cents, above zero for a debit; those at zero are left out. */
export async function centsOn(actor: Actor, asOf: string, codes: readonly string[]): Promise<Record<string, number>> {
  const closings = Object.entries(await closingBalances(actor, `asOf=${asOf}`));
  return Object.fromEntries(closings.filter(([code]) => codes.includes(code)));
}

export async function carryOutDue(actor: Actor, through: string): Promise<void> {
  const { status, text } = await actor.post('/v1/accounting/due-postings/run', { through });
  if (status !== 200) throw new Error(text);
}

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(`/v1/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
