import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { addDimensionWith } from '../support/dimensions.js';

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
const integrity = async () => (await actor.get('/v1/accounting/integrity-checks')).body.status;

it('keeps what was typed, whatever it lacks, and takes no number for it', async () => {
  const empty = await begin({});
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
  const draft = await begin(typed);
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
  });
  expect((await actor.get(`${drafts}/${draft.id}`)).body).toEqual(draft);
  expect((await actor.get(drafts)).body.data).toEqual([draft, empty]);
  const { body: posted } = await actor.post(entries, { ...whole, post: true });
  expect(posted.number).toBe(1);
});

it('is changed only from the version that was read, and takes back the lines that it answers', async () => {
  const draft = await begin();
  const path = `${drafts}/${draft.id}`;
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
  const answer = await actor.post(drafts, { entryDate: '2026-02-30', lines });
  expect(answer.status).toBe(422);
  expect(faults(answer.body)).toEqual([
    '/lines/0/debit negative_not_allowed',
    '/lines/0/credit number_not_allowed',
    '/entryDate invalid_date',
  ]);
  expect((await actor.post(drafts, { legalEntityId: newId() })).body.code).toBe('legal_entity_unknown');
});

it('is deleted for good while it is a draft', async () => {
  const draft = await begin();
  const path = `${drafts}/${draft.id}`;
  expect((await actor.delete(path)).status).toBe(428);
  expect((await actor.delete(path, '"2"')).status).toBe(412);
  expect((await actor.delete(path, '"1"')).status).toBe(204);
  expect((await actor.get(path)).status).toBe(404);
  expect((await actor.delete(path, '"1"')).status).toBe(404);
});

describe('validation', () => {
  it('tells all that is wrong at once, with pointers into the draft', async () => {
    await actor.postEntry('4000', '1000', '1.00', { externalSource: 'shop', externalId: '1' });
    const draft = await begin({
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
    const answer = await validate(draft);
    expect(answer).toMatchObject({ result: 'invalid', total: null, lines: [] });
    expect(faults(answer)).toEqual([
      '/description required',
      '/externalId external_id_taken',
      '/journalCode unknown_journal',
      '/entryDate no_fiscal_period',
      '/lines/0/debit amount_scale',
      '/lines/1/accountCode unknown_account',
      '/lines/2/accountCode account_required',
      '/lines/3/debit one_side',
    ]);
    expect((await post(draft)).body.errors).toEqual(answer.errors);
    expect(faults(await validate(await begin({ ...whole, lines: [rent[0]], entryDate: null })))).toEqual([
      '/entryDate required',
      '/lines too_few',
    ]);
    const unbalanced = { ...whole, entryDate: '2030-01-01', lines: [rent[0], { ...rent[1], credit: '99.00' }] };
    expect(faults(await validate(await begin(unbalanced)))).toEqual([
      '/entryDate no_fiscal_period',
      '/lines entry_unbalanced',
    ]);
  });

  it('follows the chart as it is now', async () => {
    const draft = await begin({
      ...whole,
      lines: [
        { accountCode: '4711', debit: '5.00' },
        { ...rent[1], credit: '5.00' },
      ],
    });
    expect(faults(await validate(draft))).toEqual(['/lines/0/accountCode unknown_account']);
    const { body: account } = await actor.post('/v1/accounting/accounts', {
      code: '4711',
      name: 'New',
      type: 'expense',
    });
    expect(await validate(draft)).toMatchObject({ result: 'valid', total: '5.00' });
    await actor.patch(`/v1/accounting/accounts/${account.id}`, { status: 'inactive' }, '"1"');
    expect(faults(await validate(draft))).toEqual(['/lines/0/accountCode account_inactive']);
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
    const draft = await begin({
      ...whole,
      currency: 'USD',
      exchangeRate: '0.915',
      exchangeRateSource: 'Test',
      lines: [
        { accountCode: '4000', debit: '0.20', dimensions: [{ dimensionCode: 'CC', split: [share('A'), share('B')] }] },
        { accountCode: '1000', credit: '0.10' },
        { accountCode: '3000', credit: '0.10' },
      ],
    });
    const { lines, ...answer } = await validate(draft);
    expect(answer).toEqual({ result: 'valid', errors: [], functionalCurrency: 'EUR', total: '0.18' });
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect((await actor.get(entries)).body.data).toEqual([]);
    const posted = await post(draft);
    expect(posted).toMatchObject({ status: 201, body: { number: 1, lines } });
    expect((await actor.get(`${entries}/${posted.body.id}`)).body).toEqual(posted.body);
    expect(await integrity()).toBe('passed');
  });

  it('proves an entry that was never saved', async () => {
    const sound = await actor.post(`${entries}/validate`, whole);
    expect(sound).toMatchObject({ status: 200, body: { result: 'valid', total: '100.00', lines: [{}, {}] } });
    const { body } = await actor.post(`${entries}/validate`, {
      ...whole,
      journalCode: 'NONE',
      lines: [rent[0], rent[0]],
    });
    expect(faults(body)).toEqual(['/journalCode unknown_journal', '/lines entry_unbalanced']);
    expect((await actor.get(entries)).body.data).toEqual([]);
    expect((await actor.post(`${entries}/validate`, { ...whole, legalEntityId: newId() })).body.errors[0].code).toBe(
      'unknown_legal_entity',
    );
  });
});

describe('posting', () => {
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
});

describe('a copy', () => {
  it('is a draft like the entry, at the date that is given', async () => {
    await addDimensionWith(actor, 'CC', 'A');
    const { body: entry } = await actor.post(entries, {
      ...whole,
      post: true,
      reference: 'R-1',
      externalSource: 'shop',
      externalId: '7',
      lines: [{ ...rent[0], dimensions: [{ dimensionCode: 'CC', valueCode: 'A' }] }, rent[1]],
    });
    const copied = await actor.post(`${entries}/${entry.id}/copy`, { entryDate: '2026-04-05' });
    expect(copied.status).toBe(201);
    expect(copied.body).toMatchObject({
      copyOf: entry.id,
      status: 'draft',
      entryDate: '2026-04-05',
      description: 'Rent',
      journalCode: 'GENERAL',
      reference: null,
      externalId: null,
    });
    const { body: posted } = await post(copied.body);
    expect(posted).toMatchObject({ number: 2, entryDate: '2026-04-05', total: '100.00' });
    expect(posted.lines).toEqual(entry.lines);
  });

  it('leaves rates and rounding behind, which are those of the new date', async () => {
    const { body: books } = await actor.get(`/v1/accounting/books/${actor.legalEntityId}`);
    await actor.patch(
      `/v1/accounting/books/${actor.legalEntityId}`,
      { roundingAccountCode: '3999' },
      `"${books.version}"`,
    );
    const { body: entry } = await actor.post(entries, {
      ...whole,
      post: true,
      currency: 'USD',
      exchangeRate: '0.915',
      exchangeRateSource: 'Test',
      lines: [
        { accountCode: '4000', debit: '0.10' },
        { accountCode: '4000', debit: '0.10' },
        { accountCode: '1000', credit: '0.20' },
      ],
    });
    expect(entry.lines.map((line: { isRounding: boolean }) => line.isRounding)).toEqual([false, false, false]);
    const { body: rounded } = await actor.post(entries, {
      ...whole,
      post: true,
      currency: 'USD',
      exchangeRate: '0.915',
      exchangeRateSource: 'Test',
      lines: [
        { accountCode: '4000', debit: '0.15' },
        { accountCode: '4000', debit: '0.15' },
        { accountCode: '1000', credit: '0.30' },
      ],
    });
    const marked = rounded.lines.map((line: Record<string, unknown>) => [line['accountCode'], line['isRounding']]);
    expect(marked).toEqual([
      ['4000', false],
      ['4000', false],
      ['1000', false],
      ['3999', true],
    ]);
    const { body: draft } = await actor.post(`${entries}/${rounded.id}/copy`, { entryDate: '2026-04-05' });
    expect(
      draft.lines.map((line: Record<string, unknown>) => [line['debit'], line['credit'], line['exchangeRate']]),
    ).toEqual([
      ['0.15', null, null],
      ['0.15', null, null],
      [null, '0.30', null],
    ]);
    expect(faults(await validate(draft))).toContain('/lines/0/exchangeRate rate_missing');
    const { body: reversal } = await actor.post(`${entries}/${rounded.id}/reverse`);
    expect(reversal.lines[3]).toMatchObject({ isRounding: true });
    expect(await integrity()).toBe('passed');
  });
});
