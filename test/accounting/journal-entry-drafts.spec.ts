import { newId } from '#kernel/id.js';
import { type Actor, newActor } from '../support/actor.js';
import { addDimensionWith } from '../support/dimensions.js';
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

const integrity = async () => (await actor.get('/v1/accounting/integrity-checks')).body.status;

it('keeps what was typed, whatever it lacks, and takes no number for it', async () => {
  const empty = await beginDraft(actor, {});
  expect(empty).toMatchObject({ status: 'draft', entryDate: null, lines: [], entryId: null, version: 1 });
  const typed = {
    description: 'Half of it',
    currency: 'USD',
    exchangeRate: '0.9150',
    lines: [
      { accountCode: 'NONE', debit: '1.50' },
      {},
      { description: 'later', dimensions: [{ dimensionCode: 'CC' }] },
    ],
  };
  const draft = await beginDraft(actor, typed);
  expect(draft).toMatchObject({ exchangeRate: '0.9150', createdBy: expect.any(String) });
  expect(draft.lines[0]).toEqual({
    accountCode: 'NONE',
    debit: '1.50',
    credit: null,
    currency: null,
    exchangeRate: null,
    exchangeRateSource: null,
    exchangeRateType: null,
    description: null,
    dimensions: null,
    partyId: null,
    dueOn: null,
    taxes: null,
  });
  expect((await actor.get(`${DRAFTS}/${draft.id}`)).body).toEqual(draft);
  expect((await actor.get(DRAFTS)).body.data).toEqual([draft, empty]);
  const { body: posted } = await actor.post(ENTRIES, { ...rentEntry, post: true });
  expect(posted.number).toBe(1);
});

it('is changed only from the version that was read, and takes back the lines that it answers', async () => {
  const draft = await beginDraft(actor);
  const path = `${DRAFTS}/${draft.id}`;
  expect((await actor.patch(path, { reference: 'A' })).status).toBe(428);
  const changed = await actor.patch(path, { reference: 'A', lines: [draft.lines[1]] }, '"1"');
  expect(changed).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { reference: 'A', description: 'Rent' },
  });
  expect(changed.body.lines).toEqual([draft.lines[1]]);
  expect((await actor.patch(path, { reference: 'B' }, '"1"')).status).toBe(412);
  const cleared = await actor.patch(path, { reference: null }, '"2"');
  expect(cleared.body).toMatchObject({ reference: null, version: 3, lines: [draft.lines[1]] });
});

it('refuses what could never be an entry, at once', async () => {
  const lines = [{ accountCode: '4000', debit: '-1', credit: 5 }];
  const answer = await actor.post(DRAFTS, { entryDate: '2026-02-30', lines });
  expect(answer.status).toBe(422);
  expect(faultsOf(answer.body)).toEqual([
    '/lines/0/debit negative_not_allowed',
    '/lines/0/credit number_not_allowed',
    '/entryDate invalid_date',
  ]);
  expect((await actor.post(DRAFTS, { legalEntityId: newId() })).body.code).toBe('legal_entity_unknown');
});

it('is deleted for good while it is a draft', async () => {
  const draft = await beginDraft(actor);
  const path = `${DRAFTS}/${draft.id}`;
  expect((await actor.delete(path)).status).toBe(428);
  expect((await actor.delete(path, '"2"')).status).toBe(412);
  expect((await actor.delete(path, '"1"')).status).toBe(204);
  expect((await actor.get(path)).status).toBe(404);
  expect((await actor.delete(path, '"1"')).status).toBe(404);
});

describe('validation', () => {
  it('tells all that is wrong at once, with pointers into the draft', async () => {
    await actor.postEntry('4000', '1000', '1.00', { externalSource: 'shop', externalId: '1' });
    const draft = await beginDraft(actor, {
      entryDate: '2030-01-01',
      journalCode: 'NONE',
      externalSource: 'shop',
      externalId: '1',
      lines: [
        { accountCode: '4000', debit: '1.005' },
        { accountCode: '1931', credit: '1.00' },
        { debit: '1.00' },
        { accountCode: '1000' },
      ],
    });
    const answer = await validateDraft(actor, draft);
    expect(answer).toMatchObject({ result: 'invalid', total: null, lines: [] });
    expect(faultsOf(answer)).toEqual([
      '/description required',
      '/externalId external_id_taken',
      '/journalCode unknown_journal',
      '/entryDate no_fiscal_period',
      '/lines/0/debit amount_scale',
      '/lines/1/accountCode unknown_account',
      '/lines/2/accountCode account_required',
      '/lines/3/debit one_side',
    ]);
    expect((await postDraft(actor, draft)).body.errors).toEqual(answer.errors);
    expect(
      faultsOf(
        await validateDraft(actor, await beginDraft(actor, { ...rentEntry, lines: [rent[0]], entryDate: null })),
      ),
    ).toEqual(['/entryDate required', '/lines too_few']);
    const unbalanced = { ...rentEntry, entryDate: '2030-01-01', lines: [rent[0], { ...rent[1], credit: '99.00' }] };
    expect(faultsOf(await validateDraft(actor, await beginDraft(actor, unbalanced)))).toEqual([
      '/entryDate no_fiscal_period',
      '/lines entry_unbalanced',
    ]);
  });

  it('follows the chart as it is now', async () => {
    const draft = await beginDraft(actor, {
      ...rentEntry,
      lines: [
        { accountCode: '4711', debit: '5.00' },
        { ...rent[1], credit: '5.00' },
      ],
    });
    expect(faultsOf(await validateDraft(actor, draft))).toEqual(['/lines/0/accountCode unknown_account']);
    const { body: account } = await actor.post('/v1/accounting/accounts', {
      code: '4711',
      name: 'New',
      type: 'expense',
    });
    expect(await validateDraft(actor, draft)).toMatchObject({ result: 'valid', total: '5.00' });
    await actor.patch(`/v1/accounting/accounts/${account.id}`, { status: 'inactive' }, '"1"');
    expect(faultsOf(await validateDraft(actor, draft))).toEqual(['/lines/0/accountCode account_inactive']);
  });

  it('shows the lines that would be posted, and writes nothing', async () => {
    await addDimensionWith(actor, 'CC', 'A', 'B');
    const { body: books } = await actor.get(`/v1/accounting/books/${actor.legalEntityId}`);
    await actor.patch(
      `/v1/accounting/books/${actor.legalEntityId}`,
      { roundingAccountCode: '3999' },
      `"${books.version}"`,
    );
    const share = (valueCode: string) => ({ valueCode, percentage: '50' });
    const draft = await beginDraft(actor, {
      ...rentEntry,
      currency: 'USD',
      exchangeRate: '0.915',
      exchangeRateSource: 'Test',
      lines: [
        { accountCode: '4000', debit: '0.20', dimensions: [{ dimensionCode: 'CC', split: [share('A'), share('B')] }] },
        { accountCode: '1000', credit: '0.10' },
        { accountCode: '3000', credit: '0.10' },
      ],
    });
    const { lines, ...answer } = await validateDraft(actor, draft);
    expect(answer).toEqual({ result: 'valid', errors: [], functionalCurrency: 'EUR', total: '0.18', taxes: [] });
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect((await actor.get(ENTRIES)).body.data).toEqual([]);
    const posted = await postDraft(actor, draft);
    expect(posted).toMatchObject({ status: 201, body: { number: 1, lines } });
    expect((await actor.get(`${ENTRIES}/${posted.body.id}`)).body).toEqual(posted.body);
    expect(await integrity()).toBe('passed');
  });

  it('proves an entry that was never saved', async () => {
    const sound = await actor.post(`${ENTRIES}/validate`, rentEntry);
    expect(sound).toMatchObject({ status: 200, body: { result: 'valid', total: '100.00', lines: [{}, {}] } });
    const { body } = await actor.post(`${ENTRIES}/validate`, {
      ...rentEntry,
      journalCode: 'NONE',
      lines: [rent[0], rent[0]],
    });
    expect(faultsOf(body)).toEqual(['/journalCode unknown_journal', '/lines entry_unbalanced']);
    expect((await actor.get(ENTRIES)).body.data).toEqual([]);
    expect(
      (await actor.post(`${ENTRIES}/validate`, { ...rentEntry, legalEntityId: newId() })).body.errors[0].code,
    ).toBe('unknown_legal_entity');
  });
});
