import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';

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
const faults = ({ errors }: { errors: { pointer: string; code: string }[] }) =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`);
const integrity = async () => (await actor.get('/v1/accounting/integrity-checks')).body.status;

it('marks the draft with its entry, and happens once', async () => {
  const draft = await begin({ ...whole, reference: 'R-1', externalSource: 'shop', externalId: '7' });
  const first = await post(draft);
  expect(first).toMatchObject({
    status: 201,
    body: { number: 1, reference: 'R-1', externalId: '7', total: '100.00' },
  });
  const { body: kept } = await actor.get(`${drafts}/${draft.id}`);
  expect(kept).toMatchObject({ status: 'posted', entryId: first.body.id, version: 2, lines: draft.lines });
  const { body } = await post({ ...draft, version: 2 });
  expect([body.status, body.code]).toEqual([409, 'draft_posted']);
  for (const answer of [
    await actor.patch(`${drafts}/${draft.id}`, { reference: null }, '"2"'),
    await actor.delete(`${drafts}/${draft.id}`, '"2"'),
    await actor.post(`${drafts}/${draft.id}/validate`),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([409, 'draft_posted']);
  }
  expect((await actor.get(`${drafts}?status=draft`)).body.data).toEqual([]);
  expect((await actor.get(`${drafts}?status=posted`)).body.data).toEqual([kept]);
  expect(await integrity()).toBe('passed');
});

it('goes to the adjustment period where the draft says so', async () => {
  const year = { startsOn: '2027-01-01', endsOn: '2027-12-31', adjustmentPeriod: true };
  expect((await actor.post('/v1/accounting/fiscal-years', year)).status).toBe(201);
  const draft = await begin({ ...whole, entryDate: '2027-12-31', adjustment: true });
  expect((await post(draft)).body).toMatchObject({ adjustment: true, entryDate: '2027-12-31' });
});

it('has one effect under one key, and under many at once', async () => {
  const draft = await begin();
  const key = { 'Idempotency-Key': newId() };
  const first = await post(draft, key);
  const again = await post(draft, key);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(again.body).toEqual(first.body);
  const raced = await begin();
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(raced)));
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    201,
    ...Array.from({ length: 7 }, () => 409),
  ]);
  expect((await actor.get(entries)).body.data).toHaveLength(2);
});

it('leaves a draft that is refused as it was', async () => {
  const draft = await begin({ ...whole, lines: [rent[0], { ...rent[1], credit: '1.00' }] });
  expect(await post(draft)).toMatchObject({ status: 422, body: { code: 'entry_refused' } });
  expect((await actor.get(`${drafts}/${draft.id}`)).body).toEqual(draft);
  expect((await post({ ...draft, version: 7 })).status).toBe(412);
});

it('needs the right to post, and writing the right to write', async () => {
  const draft = await begin({ ...whole, lines: [rent[0], { accountCode: '1930', credit: '100.00' }] });
  const auditor = await colleagueOf(actor, ['auditor']);
  expect((await auditor.get(`${drafts}/${draft.id}`)).status).toBe(200);
  expect((await auditor.post(drafts, whole)).status).toBe(403);
  expect((await auditor.post(`${drafts}/${draft.id}/post`, {}, { 'If-Match': '"1"' })).status).toBe(403);
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  const { body } = await bookkeeper.post(`${drafts}/${draft.id}/validate`);
  expect(faults(body)).toEqual(['/lines/1/accountCode control_account']);
  expect((await bookkeeper.post(`${drafts}/${draft.id}/post`, {}, { 'If-Match': '"1"' })).body.code).toBe(
    'entry_refused',
  );
  expect((await post(draft)).status).toBe(201);
});

it('takes 5,000 lines', async () => {
  const debits = Array.from({ length: 4_999 }, (_, at) => ({
    accountCode: '4000',
    debit: '0.01',
    description: `${at}`,
  }));
  const draft = await begin({ ...whole, lines: [...debits, { accountCode: '1000', credit: '49.99' }] });
  expect(draft.lines).toHaveLength(5_000);
  const { body } = await post(draft);
  expect(body).toMatchObject({ total: '49.99', lines: { length: 5_000 } });
});
