import type { Actor } from '../../support/actor.js';
import type { Place } from './ready-organization.js';

/** A form whose January is filed and whose February is open, and a legal entity with the tax codes of a template. */
export interface ReadyTaxReturns {
  form: Place;
  filed: Place;
  open: Place;
  /** Of the furnished form: its first month is settled, its second one filed. */
  settlement: Place;
  unsettled: Place;
  taxedEntity: Place;
  /** A code with a rate that has no end, and that nothing goes by. */
  withholdingCode: Place;
  withholdingRate: Place;
}

const boxes = [{ code: '1', name: 'Sales', kind: 'lines', amount: 'base' }];

export async function makeTaxReturns(actor: Actor): Promise<ReadyTaxReturns> {
  const done = async (path: string, body: object, version?: number): Promise<Place> => {
    const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
    const answer = await actor.post(`/v1/${path}`, body, headers);
    if (answer.status > 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer.body as Place;
  };
  const taxedEntity = await done('administration/legal-entities', { name: 'Taxed', functionalCurrency: 'SEK' });
  const template = { templateCode: 'uk_vat', validFrom: '2026-01-01', legalEntityId: taxedEntity.id };
  await done('accounting/tax-codes/import-template', template);
  const { legalEntityId } = actor;
  const content = { code: 'READY', name: 'Return', country: 'SE', frequency: 'monthly', validFrom: '2020-01-01' };
  const form = await done('accounting/tax-return-forms', { legalEntityId, ...content, taxCodes: [], boxes });
  const january = await done('accounting/tax-returns', { formId: form.id, startsOn: '2020-01-01' });
  const open = await done('accounting/tax-returns', { formId: form.id });
  const filed = await done(`accounting/tax-returns/${january.id}/file`, { filedOn: '2020-02-10' }, 1);
  const first = async (list: string): Promise<Place> => (await actor.get(`/v1/accounting/${list}`)).body.data[0];
  const settlement = await first('tax-return-settlements');
  const unsettled = await first('tax-returns?status=filed&isSettled=false&startsOn=2026-02-01');
  const code = { legalEntityId, code: 'READY', name: 'Ready', accountCode: '1690' };
  const withholdingCode = await done('accounting/withholding-codes', code);
  const rate = { withholdingCodeId: withholdingCode.id, validFrom: '2026-01-01', rate: '0.15' };
  const withholdingRate = await done('accounting/withholding-rates', rate);
  return { form, filed, open, taxedEntity, settlement, unsettled, withholdingCode, withholdingRate };
}
