import { newActor } from './actor.js';
import { openShop } from './front-office.js';
import { addRate, withholdingCodes } from './withholdings.js';

export const SALES = '/v1/accounting/sales-documents';
export const SALES_REFUNDS = '/v1/accounting/sales-refunds';
export const irpf = { code: 'IRPF' };

/** Books of `openShop` whose customers withhold 15 % of fees, claimed on 1690. */
export async function openWithheldShop() {
  const actor = await newActor();
  await openShop(actor);
  await actor.post('/v1/accounting/accounts', { code: '1690', name: 'Tax withheld by customers', type: 'asset' });
  const code = { code: 'IRPF', name: 'Income tax', accountCode: '1690' };
  const { body } = await actor.post(withholdingCodes, code);
  const codeId = body.id as string;
  await addRate(actor, codeId);
  const summary = async () =>
    (await actor.get('/v1/accounting/withholding-summary?from=2026-01-01&to=2026-12-31')).body.total;
  return { actor, codeId, summary };
}

/** A fee of 1,000.00 and 25 %: 1,250.00, of which 150.00 are to be withheld and 1,100.00 are paid by card. */
export const fee = (change: object = {}) => ({
  channelCode: 'webshop',
  externalId: 'order-1',
  customer: { externalId: 'customer-1', name: 'Nordlicht GmbH' },
  issuedOn: '2026-03-05',
  lines: [{ description: 'Design', quantity: '1', unitPrice: '1000', taxCodes: ['VAT25'] }],
  withholdings: [irpf],
  payments: [card('1100.00', { fee: '11.00', withholding: irpf })],
  ...change,
});

export const card = (amount: string, change: object = {}) => ({ method: 'card', amount, ...change });
