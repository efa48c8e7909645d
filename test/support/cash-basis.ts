import type { Actor } from './actor.js';
import { openReceipts } from './receipts.js';
import { vat } from './sales.js';

/**
 * Books of `openReceipts` that documents can be issued in, with taxes that are due when they are paid: CASH20 and CASH5
 * wait on 2615 and are owed on 2610, VAT20 is due at once.
 */
export async function openCashBasis(actor: Actor) {
  const places = await openReceipts(actor);
  const created = async (path: string, body: object) => {
    const answer = await actor.post(`/v1/accounting/${path}`, body);
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  await created('accounts', { code: '2615', name: 'Output tax not yet due', type: 'liability' });
  await created('posting-accounts', { purpose: 'revenue', accountCode: '3000' });
  const cash = { isCashBasis: true, cashBasisAccountCode: '2615' };
  await created('tax-codes', vat('CASH20', '0.20', cash));
  await created('tax-codes', vat('CASH5', '0.05', cash));
  await created('tax-codes', vat('VAT20', '0.20'));
  return places;
}

/** An invoice of 100.00 and 20 %, due when it is paid. */
export const consulting = (partyId: string, change: object = {}) => ({
  partyId,
  issuedOn: '2026-03-05',
  lines: [{ description: 'Consulting', quantity: '1', unitPrice: '100', taxCodes: ['CASH20'] }],
  ...change,
});

/** What an account stands at on a day, above zero for a credit. */
export async function creditOf(actor: Actor, code: string, on = '2026-12-31'): Promise<string> {
  const { body } = await actor.get(
    `/v1/accounting/reports/account-statement?accountCode=${code}&from=2026-01-01&to=${on}`,
  );
  const text = body.account.closing as string;
  return text.startsWith('-') ? text.slice(1) : text === '0.00' ? text : `-${text}`;
}

/** The tax lines that returns are made of, the earliest first: code, tax point, base and tax in the functional currency. */
export async function dueLines(actor: Actor): Promise<string[]> {
  const { body } = await actor.get('/v1/accounting/tax-lines?isDeferred=false&limit=200');
  return (body.data as Record<string, string>[]).map(({ taxCode, taxPointOn, functionalBase, functionalTax }) =>
    [taxCode, taxPointOn, functionalBase, functionalTax].join(' '),
  );
}
