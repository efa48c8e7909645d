import { randomUUID } from 'node:crypto';

const customers = 50;

/** What a shop needs in the books, over HTTP. @param {import('../environment/api.mjs').Api} api */
export async function openShop(api) {
  const post = (path, body) => api.post(`/v1/accounting/${path}`, body);
  await post('fiscal-years', { startsOn: '2026-01-01', endsOn: '2026-12-31' });
  const accounts = [
    { code: '1100', name: 'Trade receivables', type: 'asset', control: 'receivable' },
    { code: '1580', name: 'Card clearing', type: 'asset' },
    { code: '2610', name: 'Output tax', type: 'liability' },
    { code: '3000', name: 'Sales of goods', type: 'income' },
    { code: '3200', name: 'Shipping', type: 'income' },
    { code: '6570', name: 'Bank charges', type: 'expense' },
  ];
  for (const account of accounts) await post('accounts', account);
  const purposes = { receivables: '1100', revenue: '3000', shipping_revenue: '3200', bank_charges: '6570' };
  for (const [purpose, accountCode] of Object.entries(purposes))
    await post('posting-accounts', { purpose, accountCode });
  const rates = [{ validFrom: '2020-01-01', rate: '0.25' }];
  await post('tax-codes', { code: 'VAT25', name: 'VAT 25 %', appliesTo: 'sale', outputAccountCode: '2610', rates });
  const paymentMethods = [{ method: 'card', accountCode: '1580' }];
  await post('sales-channels', { code: 'shop', name: 'Shop', totalsTolerance: '0.05', paymentMethods });
}

/** A sale of three items with shipping, paid by card: 500.00 and 25 % of tax. @param {number} command */
export function saleOf(command) {
  const customer = command % customers;
  const line = (item, quantity, unitPrice) => {
    return { itemCode: item, description: `Item ${item}`, quantity, unitPrice, taxCodes: ['VAT25'] };
  };
  return {
    channelCode: 'shop',
    externalId: randomUUID(),
    customer: { externalId: `customer-${customer}`, name: `Customer ${customer}` },
    issuedOn: `2026-03-${String(1 + (command % 28)).padStart(2, '0')}`,
    lines: [line('CHAIR', '2', '120.00'), line('LAMP', '5', '40.00'), line('PEN', '10', '5.00')],
    shipping: { amount: '10.00', taxCodes: ['VAT25'] },
    payments: [{ method: 'card', amount: '625.00', fee: '9.06', externalId: randomUUID() }],
    totals: { net: '500.00', tax: '125.00', gross: '625.00' },
  };
}

/** Makes every customer known, so that what is measured is what happens from the second sale on. */
export async function meetCustomers(api) {
  for (let command = 0; command < customers; command++)
    await api.post('/v1/accounting/sales-documents', saleOf(command));
}
