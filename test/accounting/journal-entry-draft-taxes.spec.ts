import { type Actor, newActor } from '../support/actor.js';
import {
  DRAFTS,
  ENTRIES,
  beginDraft,
  postDraft,
  rent,
  rentEntry,
  validateDraft,
} from '../support/journal-entry-drafts.js';
import { faultsOf } from '../support/problems.js';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

it('keeps the taxes of its lines, and is posted with them', async () => {
  const codes = { templateCode: 'eu_vat', validFrom: '2026-01-01', country: 'SE', standardRate: '0.25' };
  expect(await actor.post('/v1/accounting/tax-codes/import-template', codes)).toMatchObject({ status: 200 });
  const taxes = { direction: 'purchase', taxCodes: ['VAT-STD'], amountIs: 'gross' };
  const [cost, paid] = rent;
  const draft = await beginDraft(actor, { ...rentEntry, taxPointOn: '2026-03-02', lines: [{ ...cost, taxes }, paid] });
  expect(draft).toMatchObject({ taxPointOn: '2026-03-02', lines: [{ taxes }, { taxes: null }] });
  const lines = [{ ...cost, taxes: { ...taxes, taxCodes: ['NO'] } }, paid];
  const path = `${DRAFTS}/${draft.id}`;
  const changed = await actor.patch(path, { lines }, '"1"');
  expect(changed).toMatchObject({ status: 200, body: { lines: [{ taxes: { taxCodes: ['NO'] } }, {}] } });
  expect(faultsOf(await validateDraft(actor, draft))).toEqual(['/lines/0/taxes/taxCodes/0 unknown_tax_code']);
  expect(await actor.patch(path, { lines: draft.lines }, '"2"')).toMatchObject({ status: 200 });
  expect(await validateDraft(actor, draft)).toMatchObject({ result: 'valid', taxes: [{ tax: '20.00' }] });
  const posted = await postDraft(actor, { id: draft.id, version: 3 });
  expect(posted).toMatchObject({
    status: 201,
    body: { taxes: [{ lineNumber: 3, base: '80.00', tax: '20.00', taxPointOn: '2026-03-02' }] },
  });
  expect((await actor.get(`/v1/accounting/tax-lines?entryId=${posted.body.id}`)).body.data).toHaveLength(1);
  const copied = await actor.post(`${ENTRIES}/${posted.body.id}/copy`, { entryDate: '2026-04-05' });
  expect(copied.body.lines).toMatchObject([
    { debit: '80.00' },
    { credit: '100.00' },
    { debit: '20.00', taxes: { direction: 'purchase', taxCodes: ['VAT-STD'], amountIs: 'tax', base: '80.00' } },
  ]);
  expect(await validateDraft(actor, copied.body)).toMatchObject({ result: 'valid', taxes: [{ tax: '20.00' }] });
});
