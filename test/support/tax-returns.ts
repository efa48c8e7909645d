import { type Actor, newActor } from './actor.js';
import type { TaxedEntry } from './taxed-entries.js';

export const returnForms = '/v1/accounting/tax-return-forms';
export const taxReturns = '/v1/accounting/tax-returns';

/** Books of 2024, which is over on every clock, with the codes and the return form of VAT in Sweden, by quarters. */
export async function keepTaxes(): Promise<{ actor: Actor; formId: string }> {
  const actor = await newActor();
  await actor.openBooks('2024-01-01', '2024-12-31');
  const template = { templateCode: 'eu_vat', validFrom: '2024-01-01', country: 'SE' };
  const codes = { ...template, standardRate: '0.25', reducedRate: '0.12' };
  expect(await actor.post('/v1/accounting/tax-codes/import-template', codes)).toMatchObject({ status: 200 });
  const imported = await actor.post(`${returnForms}/import-template`, template);
  expect(imported).toMatchObject({ status: 200, body: { status: 'imported', missingTaxCodes: ['VAT-RED2'] } });
  return { actor, formId: imported.body.form.id as string };
}

/** At the standard rate, unless told otherwise. */
export const taxed = (on: string, base: string, more: Partial<TaxedEntry> = {}): TaxedEntry => {
  return { on, taxCode: 'VAT-STD', base, rate: '0.25', ...more };
};

export async function openReturn(actor: Actor, formId: string, fields: object = {}) {
  const answer = await actor.post(taxReturns, { formId, ...fields });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.body as { id: string; version: number; startsOn: string; endsOn: string };
}

export const fileReturn = (actor: Actor, id: string, body: object = {}, version = 1) =>
  actor.post(`${taxReturns}/${id}/file`, { filedOn: '2025-01-20', ...body }, { 'If-Match': `"${version}"` });

export const boxesOfReturn = async (actor: Actor, id: string) => (await actor.get(`${taxReturns}/${id}/boxes`)).body;
