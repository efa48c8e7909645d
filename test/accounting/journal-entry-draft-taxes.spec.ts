import { type Actor, newActor } from '../support/actor.js';

const drafts = '/v1/accounting/journal-entry-drafts';
const entries = '/v1/accounting/journal-entries';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

const rent = [
  { accountCode: '4000', debit: '100.00' },
  { accountCode: '1000', credit: '100.00' },
];
const whole = { entryDate: '2026-03-05', description: 'Rent', lines: rent };

async function begin(body: object = whole) {
  const answer = await actor.post(drafts, body);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
}
const post = (draft: { id: string; version?: number }, headers: object = {}) =>
  actor.post(`${drafts}/${draft.id}/post`, {}, { 'If-Match': `"${draft.version ?? 1}"`, ...headers });
const validate = async (draft: { id: string }) => (await actor.post(`${drafts}/${draft.id}/validate`)).body;
const faults = ({ errors }: { errors: { pointer: string; code: string }[] }) =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`);

it('keeps the taxes of its lines, and is posted with them', async () => {
  const codes = { templateCode: 'eu_vat', validFrom: '2026-01-01', country: 'SE', standardRate: '0.25' };
  expect(await actor.post('/v1/accounting/tax-codes/import-template', codes)).toMatchObject({ status: 200 });
  const taxes = { direction: 'purchase', taxCodes: ['VAT-STD'], amountIs: 'gross' };
  const [cost, paid] = rent;
  const draft = await begin({ ...whole, taxPointOn: '2026-03-02', lines: [{ ...cost, taxes }, paid] });
  expect(draft).toMatchObject({ taxPointOn: '2026-03-02', lines: [{ taxes }, { taxes: null }] });
  const lines = [{ ...cost, taxes: { ...taxes, taxCodes: ['NO'] } }, paid];
  const path = `${drafts}/${draft.id}`;
  const changed = await actor.patch(path, { lines }, '"1"');
  expect(changed).toMatchObject({ status: 200, body: { lines: [{ taxes: { taxCodes: ['NO'] } }, {}] } });
  expect(faults(await validate(draft))).toEqual(['/lines/0/taxes/taxCodes/0 unknown_tax_code']);
  expect(await actor.patch(path, { lines: draft.lines }, '"2"')).toMatchObject({ status: 200 });
  expect(await validate(draft)).toMatchObject({ result: 'valid', taxes: [{ tax: '20.00' }] });
  const posted = await post({ id: draft.id, version: 3 });
  expect(posted).toMatchObject({
    status: 201,
    body: { taxes: [{ lineNumber: 3, base: '80.00', tax: '20.00', taxPointOn: '2026-03-02' }] },
  });
  expect((await actor.get(`/v1/accounting/tax-lines?entryId=${posted.body.id}`)).body.data).toHaveLength(1);
  const copied = await actor.post(`${entries}/${posted.body.id}/copy`, { entryDate: '2026-04-05' });
  expect(copied.body.lines).toMatchObject([
    { debit: '80.00' },
    { credit: '100.00' },
    { debit: '20.00', taxes: { direction: 'purchase', taxCodes: ['VAT-STD'], amountIs: 'tax', base: '80.00' } },
  ]);
  expect(await validate(copied.body)).toMatchObject({ result: 'valid', taxes: [{ tax: '20.00' }] });
});
