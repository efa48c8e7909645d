import { type Actor } from './actor.js';
import { boxesOfReturn, fileReturn, keepTaxes, openReturn, returnForms, taxed, taxReturns } from './tax-returns.js';
import { postDocuments, type TaxedEntry } from './taxed-entries.js';

export const settlementPath = '/v1/accounting/tax-return-settlements';

/** Sales of 1,000.00, a purchase of 400.00 and a service from abroad of 2,000.00, all at 25 %: 150.00 is due. */
const firstQuarter = [
  taxed('2024-01-15', '1000.00'),
  taxed('2024-02-10', '400.00', { kind: 'purchase' }),
  taxed('2024-02-20', '2000.00', { kind: 'reverse_charge', taxCode: 'VAT-RC-PURCHASE' }),
];

/** Books of 2024 with taxes, and account 2650 for what is due to the authority. */
export async function keepSettledTaxes(): Promise<{ actor: Actor; formId: string }> {
  const kept = await keepTaxes();
  await nameSettlement(kept.actor);
  return kept;
}

export async function nameSettlement(actor: Actor): Promise<void> {
  await created(actor, '/v1/accounting/accounts', { code: '2650', name: 'VAT to pay', type: 'liability' });
  await created(actor, '/v1/accounting/posting-accounts', { purpose: 'tax_settlement', accountCode: '2650' });
}

/** The first quarter with the documents in it, filed. */
export async function filedQuarter(actor: Actor, formId: string, documents: readonly TaxedEntry[] = firstQuarter) {
  await postDocuments(actor, ...documents);
  const { id } = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  expect(await fileReturn(actor, id)).toMatchObject({ status: 200 });
  return id;
}

/** A form of one tax code, whose one box of tax is in whole units. */
export async function roundedForm(actor: Actor, taxCode: string, fields: object = {}): Promise<string> {
  const boxes = [
    { code: '10', name: 'Output VAT', kind: 'lines', amount: 'tax', side: 'output', rounding: 'whole_down' },
    { code: '20', name: 'Base', kind: 'lines', amount: 'base' },
  ];
  const form = { code: `F-${taxCode}`, name: 'Rounded', country: 'SE', frequency: 'quarterly', taxCodes: [taxCode] };
  const body = { ...form, validFrom: '2024-01-01', boxes, ...fields };
  return (await created(actor, returnForms, body)).id as string;
}

export const settle = (actor: Actor, returnId: string, body: object = {}, query = '') =>
  actor.post(`${taxReturns}/${returnId}/settle${query}`, { settledOn: '2024-03-31', ...body }, newKey());

export const reverse = (actor: Actor, id: string, body: object = {}) =>
  actor.post(`${settlementPath}/${id}/reverse`, { reason: 'Wrong date', ...body }, newKey());

let keys = 0;
const newKey = () => ({ 'Idempotency-Key': `settle-${process.pid}-${Date.now()}-${(keys += 1)}` });

/** What an account stands at on a day, above zero for a debit. */
export async function balanceOf(actor: Actor, code: string, on = '2024-12-31'): Promise<string> {
  const { body } = await actor.get(
    `/v1/accounting/reports/account-statement?accountCode=${code}&from=2024-01-01&to=${on}`,
  );
  return body.account.closing as string;
}

export const boxAmount = async (actor: Actor, returnId: string, box: string): Promise<string> => {
  const { boxes } = await boxesOfReturn(actor, returnId);
  return (boxes as { code: string; amount: string }[]).find(({ code }) => code === box)!.amount;
};

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
