import type { Actor, Answer } from './actor.js';
import { charge, newCustomer } from './receivables.js';
import { type MoneyPlaces, openReceipts, RECEIPTS } from './receipts.js';
import { vat } from './sales.js';

export const withholdingCodes = '/v1/accounting/withholding-codes';
export const withholdings = '/v1/accounting/withholdings';
export const withholdingRates = '/v1/accounting/withholding-rates';
export const expectedWithholdings = '/v1/accounting/expected-withholdings';

export interface WithheldScene {
  money: MoneyPlaces;
  customer: string;
  /** Of code IRPF, claimed on 1690. */
  codeId: string;
}

/** Books of `openReceipts` with a customer who withholds an income tax, claimed on 1690. */
export async function openWithholding(actor: Actor): Promise<WithheldScene> {
  const money = await openReceipts(actor);
  await created(actor, '/v1/accounting/accounts', { code: '1690', name: 'Tax withheld by customers', type: 'asset' });
  const code = { code: 'IRPF', name: 'Income tax on professionals', accountCode: '1690' };
  const { id: codeId } = await created(actor, withholdingCodes, code);
  return { money, codeId, customer: await newCustomer(actor) };
}

/**
 * The same where invoices are issued, with VAT of 21 % and a rate of IRPF: 15 % of the net amount.
 *
 * @param rate what of the rate is otherwise
 */
export async function openExpected(actor: Actor, rate: object = {}): Promise<WithheldScene> {
  const scene = await openWithholding(actor);
  await created(actor, '/v1/accounting/posting-accounts', { purpose: 'revenue', accountCode: '3000' });
  await created(actor, '/v1/accounting/tax-codes', vat('VAT21', '0.21'));
  await addRate(actor, scene.codeId, rate);
  return scene;
}

export const addRate = (actor: Actor, withholdingCodeId: string, rate: object = {}) =>
  created(actor, withholdingRates, { withholdingCodeId, validFrom: '2026-01-01', rate: '0.15', ...rate });

/** An invoice of some net amounts, each a line, with VAT of 21 %, of which IRPF is withheld. */
export const feeOf = (partyId: string, net: string | string[], change: object = {}) => ({
  partyId,
  issuedOn: '2026-03-05',
  lines: [net].flat().map((unitPrice) => ({ description: 'Fee', quantity: '1', unitPrice, taxCodes: ['VAT21'] })),
  withholdings: [{ code: 'IRPF' }],
  ...change,
});

/** An item of 1,210.00 of which 1,060.00 is paid and 150.00, 15 % of 1,000.00, withheld; each may be changed. */
export async function receive(
  actor: Actor,
  { money, customer }: WithheldScene,
  change: { withholding?: object; receipt?: object; allocation?: object; item?: string } = {},
  query = '',
): Promise<Answer> {
  const openItemId = change.item ?? (await charge(actor, customer, { amount: '1210.00' })).id;
  const withholding = { code: 'IRPF', amount: '150.00', base: '1000.00', ...change.withholding };
  const allocation = { openItemId, amount: '1060.00', withholding, ...change.allocation };
  const body = { partyId: customer, receivedOn: '2026-03-20', amount: '1060.00', bankAccountId: money.bankAccountId };
  return actor.post(RECEIPTS + query, { ...body, allocations: [allocation], ...change.receipt });
}

async function created(actor: Actor, path: string, body: object) {
  const answer = await actor.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body as { id: string };
}
