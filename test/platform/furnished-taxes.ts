import type { Actor } from '../support/actor.js';
import { soldTo } from './furnished-sales.js';

/** A form of one tax whose January is filed and settled, and whose February is filed. */
export async function furnishTaxes(actor: Actor): Promise<void> {
  const done = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await actor.post(`/v1/accounting/${path}`, body, headers);
    if (answer.status > 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer.body as { id: string };
  };
  await done('accounts', { code: '2650', name: 'Tax due on returns', type: 'liability' });
  await done('posting-accounts', { purpose: 'tax_settlement', accountCode: '2650' });
  const nature = {
    kind: 'vat',
    category: 'S',
    computation: 'percentage',
    appliesTo: 'sale',
    outputAccountCode: '2611',
  };
  const rates = [{ validFrom: '2026-01-01', rate: '0.25' }];
  await done('tax-codes', { code: 'SETTLED', name: 'Settled monthly', ...nature, rates });
  const boxes = [{ code: '1', name: 'Tax', kind: 'lines', amount: 'tax' }];
  const form = { code: 'SETTLED', name: 'Settled', country: 'SE', frequency: 'monthly', validFrom: '2026-01-01' };
  const { id: formId } = await done('tax-return-forms', { ...form, taxCodes: ['SETTLED'], boxes, dueBox: '1' });
  const { partyId } = (await actor.get('/v1/accounting/open-items?limit=1')).body.data[0];
  const file = async (issuedOn: string, period: object) => {
    const { lines, ...sold } = soldTo(partyId);
    await done('invoices', { ...sold, issuedOn, lines: lines.map((line) => ({ ...line, taxCodes: ['SETTLED'] })) });
    const { id } = await done('tax-returns', { formId, ...period });
    await done(`tax-returns/${id}/file`, { filedOn: '2026-03-10' }, { 'If-Match': '"1"' });
    return id;
  };
  const january = await file('2026-01-07', { startsOn: '2026-01-01' });
  await file('2026-02-05', {});
  await done(`tax-returns/${january}/settle`, { settledOn: '2026-01-31' }, { 'Idempotency-Key': 'furnished' });
}

/** A code under which a customer withheld a tax of an invoice. */
export async function furnishWithholding(actor: Actor): Promise<void> {
  const done = async (path: string, body: object) => {
    const answer = await actor.post(`/v1/accounting/${path}`, body);
    if (answer.status > 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer.body as Record<string, string>;
  };
  await done('accounts', { code: '1690', name: 'Tax withheld by customers', type: 'asset' });
  const code = { code: 'WHT', name: 'Withheld by customers', accountCode: '1690' };
  const { id: withholdingCodeId } = await done('withholding-codes', code);
  await done('withholding-rates', { withholdingCodeId, validFrom: '2026-01-01', rate: '0.15' });
  const { partyId } = (await actor.get('/v1/accounting/open-items?limit=1')).body.data[0];
  const { entryId } = await done('invoices', {
    ...soldTo(partyId, '70'),
    issuedOn: '2026-01-07',
    withholdings: [{ code: 'WHT' }],
  });
  const { data: items } = (await actor.get(`/v1/accounting/open-items?entryId=${entryId}`)).body;
  const { data: cash } = (await actor.get('/v1/accounting/accounts?code=1000')).body;
  const withholding = { code: 'WHT', amount: '10.50', base: '70.00' };
  const allocations = [{ openItemId: items[0].id, amount: '59.50', withholding }];
  await done('receipts', { partyId, receivedOn: '2026-01-08', amount: '59.50', accountId: cash[0].id, allocations });
}
