import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { DRAFTS, ENTRIES, beginDraft, postDraft, rent, rentEntry } from '../support/journal-entry-drafts.js';
import { faultsOf } from '../support/problems.js';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

const integrity = async () => (await actor.get('/v1/accounting/integrity-checks')).body.status;

it('marks the draft with its entry, and happens once', async () => {
  const draft = await beginDraft(actor, { ...rentEntry, reference: 'R-1', externalSource: 'shop', externalId: '7' });
  const first = await postDraft(actor, draft);
  expect(first).toMatchObject({
    status: 201,
    body: { number: 1, reference: 'R-1', externalId: '7', total: '100.00' },
  });
  const { body: kept } = await actor.get(`${DRAFTS}/${draft.id}`);
  expect(kept).toMatchObject({ status: 'posted', entryId: first.body.id, version: 2, lines: draft.lines });
  const { body } = await postDraft(actor, { ...draft, version: 2 });
  expect([body.status, body.code]).toEqual([409, 'draft_posted']);
  for (const answer of [
    await actor.patch(`${DRAFTS}/${draft.id}`, { reference: null }, '"2"'),
    await actor.delete(`${DRAFTS}/${draft.id}`, '"2"'),
    await actor.post(`${DRAFTS}/${draft.id}/validate`),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([409, 'draft_posted']);
  }
  expect((await actor.get(`${DRAFTS}?status=draft`)).body.data).toEqual([]);
  expect((await actor.get(`${DRAFTS}?status=posted`)).body.data).toEqual([kept]);
  expect(await integrity()).toBe('passed');
});

it('goes to the adjustment period where the draft says so', async () => {
  const year = { startsOn: '2027-01-01', endsOn: '2027-12-31', adjustmentPeriod: true };
  expect((await actor.post('/v1/accounting/fiscal-years', year)).status).toBe(201);
  const draft = await beginDraft(actor, { ...rentEntry, entryDate: '2027-12-31', adjustment: true });
  expect((await postDraft(actor, draft)).body).toMatchObject({ adjustment: true, entryDate: '2027-12-31' });
});

it('has one effect under one key, and under many at once', async () => {
  const draft = await beginDraft(actor);
  const key = { 'Idempotency-Key': newId() };
  const first = await postDraft(actor, draft, key);
  const again = await postDraft(actor, draft, key);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(again.body).toEqual(first.body);
  const raced = await beginDraft(actor);
  const answers = await Promise.all(Array.from({ length: 8 }, () => postDraft(actor, raced)));
  expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([
    201,
    ...Array.from({ length: 7 }, () => 409),
  ]);
  expect((await actor.get(ENTRIES)).body.data).toHaveLength(2);
});

it('leaves a draft that is refused as it was', async () => {
  const draft = await beginDraft(actor, { ...rentEntry, lines: [rent[0], { ...rent[1], credit: '1.00' }] });
  expect(await postDraft(actor, draft)).toMatchObject({ status: 422, body: { code: 'entry_refused' } });
  expect((await actor.get(`${DRAFTS}/${draft.id}`)).body).toEqual(draft);
  expect((await postDraft(actor, { ...draft, version: 7 })).status).toBe(412);
});

it('needs the right to post, and writing the right to write', async () => {
  const draft = await beginDraft(actor, { ...rentEntry, lines: [rent[0], { accountCode: '1930', credit: '100.00' }] });
  const auditor = await colleagueOf(actor, ['auditor']);
  expect((await auditor.get(`${DRAFTS}/${draft.id}`)).status).toBe(200);
  expect((await auditor.post(DRAFTS, rentEntry)).status).toBe(403);
  expect((await auditor.post(`${DRAFTS}/${draft.id}/post`, {}, { 'If-Match': '"1"' })).status).toBe(403);
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  const { body } = await bookkeeper.post(`${DRAFTS}/${draft.id}/validate`);
  expect(faultsOf(body)).toEqual(['/lines/1/accountCode control_account']);
  expect((await bookkeeper.post(`${DRAFTS}/${draft.id}/post`, {}, { 'If-Match': '"1"' })).body.code).toBe(
    'entry_refused',
  );
  expect((await postDraft(actor, draft)).status).toBe(201);
});

it('takes 5,000 lines', async () => {
  const debits = Array.from({ length: 4_999 }, (_, at) => ({
    accountCode: '4000',
    debit: '0.01',
    description: `${at}`,
  }));
  const draft = await beginDraft(actor, { ...rentEntry, lines: [...debits, { accountCode: '1000', credit: '49.99' }] });
  expect(draft.lines).toHaveLength(5_000);
  const { body } = await postDraft(actor, draft);
  expect(body).toMatchObject({ total: '49.99', lines: { length: 5_000 } });
});
