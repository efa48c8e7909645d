import type { Actor } from './actor.js';
import { openReceivables } from './receivables.js';

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(`/v1/accounting/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Books that invoices can be issued in: accounts for what they post, and taxes of 25 and 6 percent. */
export async function openSales(actor: Actor, year?: number): Promise<void> {
  await openReceivables(actor, year);
  const accounts = [
    { code: '2610', name: 'Output tax', type: 'liability' },
    { code: '3100', name: 'Services', type: 'income' },
    { code: '3900', name: 'Payment differences', type: 'income' },
  ];
  for (const account of accounts) await created(actor, 'accounts', account);
  const purposes = { revenue: '3000', payment_differences: '3900' };
  for (const [purpose, accountCode] of Object.entries(purposes)) {
    await created(actor, 'posting-accounts', { purpose, accountCode });
  }
  await created(actor, 'tax-codes', vat('VAT25', '0.25'));
  await created(actor, 'tax-codes', vat('VAT6', '0.06'));
}

export const vat = (code: string, rate: string, more: object = {}) => ({
  code,
  name: `VAT ${code}`,
  appliesTo: 'sale',
  outputAccountCode: '2610',
  rates: [{ validFrom: '2020-01-01', rate }],
  ...more,
});

/** Ten chairs at 100.00 and 25 % of VAT: 1,250.00 in all. */
export const chairs = (partyId: string, change: object = {}) => ({
  partyId,
  issuedOn: '2026-03-05',
  lines: [{ description: 'Office chair', itemCode: 'CHAIR-7', quantity: '10', unitPrice: '100', taxCodes: ['VAT25'] }],
  ...change,
});

/** Issues an invoice and answers it. */
export const issue = (actor: Actor, body: object) => created(actor, 'invoices', body);
