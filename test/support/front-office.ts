import type { Actor } from './actor.js';
import { openSales } from './sales.js';

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(`/v1/accounting/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Books that a web shop hands sales over to: cards are cleared on 1580, and books are posted to 3100. */
export async function openShop(actor: Actor, change: object = {}) {
  await openSales(actor);
  const accounts = [
    { code: '1580', name: 'Card clearing', type: 'asset' },
    { code: '3200', name: 'Shipping', type: 'income' },
    { code: '6570', name: 'Bank charges', type: 'expense' },
  ];
  for (const account of accounts) await created(actor, 'accounts', account);
  const purposes = { shipping_revenue: '3200', bank_charges: '6570' };
  for (const [purpose, accountCode] of Object.entries(purposes)) {
    await created(actor, 'posting-accounts', { purpose, accountCode });
  }
  return created(actor, 'sales-channels', {
    code: 'webshop',
    name: 'Web shop',
    totalsTolerance: '0.05',
    accountRules: [{ itemCode: 'BOOK-*', accountCode: '3100' }],
    paymentMethods: [
      { method: 'card', accountCode: '1580' },
      { method: 'cash', accountCode: '1000' },
    ],
    ...change,
  });
}

/** Ten chairs and two books with shipping, paid by card: 1,250.00 + 42.40 + 12.50. */
export const order = (change: object = {}) => ({
  channelCode: 'webshop',
  externalId: 'order-1',
  customer: { externalId: 'customer-1', name: 'Nordlicht GmbH' },
  issuedOn: '2026-03-05',
  lines: [
    { description: 'Office chair', itemCode: 'CHAIR-7', quantity: '10', unitPrice: '100', taxCodes: ['VAT25'] },
    { description: 'Atlas', itemCode: 'BOOK-1', quantity: '2', unitPrice: '20', taxCodes: ['VAT6'] },
  ],
  shipping: { amount: '10.00', taxCodes: ['VAT25'] },
  payments: [{ method: 'card', amount: '1304.90', fee: '18.27', externalId: 'payment-1' }],
  totals: { net: '1050.00', tax: '254.90', gross: '1304.90' },
  ...change,
});
