import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { chairs, openSales } from '../support/sales.js';
import { runJob } from '../support/run-job.js';
import { rowCounts } from '../support/row-counts.js';

const path = '/v1/accounting/record-imports/parties';
const header = 'No;Id;Name;Vendor;Street;City;Country;Contact;E-mail;VAT;Terms;Limit;IBAN;BIC';
const file = (...rows: string[]) => [header, ...rows, ''].join('\n');
const mapping = {
  columns: {
    number: 'No',
    externalId: 'Id',
    name: 'Name',
    isVendor: 'Vendor',
    paymentTermsCode: 'Terms',
    creditLimit: 'Limit',
  },
  addresses: [{ kind: 'billing', line1: 'Street', city: 'City', country: 'Country', defaultCountry: 'DE' }],
  contacts: [{ name: 'Contact', email: 'E-mail' }],
  taxIds: [{ type: 'vat', number: 'VAT' }],
  bankAccount: { iban: 'IBAN', bic: 'BIC' },
  externalSource: 'old-erp',
  role: 'customer',
  decimalSeparator: 'comma',
  groupSeparator: 'point',
};
const nord =
  '20001;K1;Nordlicht GmbH;no;Hafenstr. 1;Hamburg;;Anna Berg;anna@nordlicht.example;DE136695976;NET30;5.000,00;DE89 3704 0044 0532 0130 00;COBADEFFXXX';
const west = '20002;K2;Westwind AB;yes;Storgatan 1;Stockholm;SE;;info@westwind.example;SE556012579001;;;;';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  const terms = { code: 'NET30', name: 'Thirty days', instalments: [{ percentage: '100', days: 30 }] };
  await actor.post('/v1/accounting/payment-terms', terms);
});

const wish = (rows: readonly string[], change: object = {}) => ({ file: file(...rows), mapping, ...change });
const bring = (rows: readonly string[], query = '', change: object = {}) =>
  actor.post(path + query, wish(rows, change));
/** Without what is remembered of requests. */
const rows = async () => {
  const { 'platform.idempotency_record': _remembered, ...rest } = await rowCounts(actor.organizationId);
  return rest;
};
const undo = (id: string) => actor.post(`/v1/accounting/record-imports/${id}/undo`);
const partyOf = async (number: string) =>
  (await actor.get(`/v1/accounting/parties?number=${number}`)).body.data[0] as { id: string; version: number };
const faultsOf = (answer: { body: { errors: { code: string; line: number; message: string }[] } }) =>
  answer.body.errors.map(({ code, line, message }) => [line, code, message.split(':')[0]]);

it('makes parties with all that their lines say, and tells beforehand what it would do', async () => {
  const before = await rows();
  const rehearsed = await bring([nord, west], '?dryRun=true');
  expect(rehearsed).toMatchObject({
    status: 200,
    body: {
      status: 'dry_run',
      importId: null,
      created: 2,
      bankAccounts: 1,
      records: [
        { line: 2, key: '20001', outcome: 'created', id: null },
        { line: 3, key: '20002', outcome: 'created', id: null },
      ],
    },
  });
  expect(await rows()).toEqual(before);

  const { status, body } = await bring([nord, west]);
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'imported', created: 2, unchanged: 0 } });
  expect(await partyOf('20001')).toMatchObject({
    id: body.records[0].id,
    name: 'Nordlicht GmbH',
    isCustomer: true,
    isVendor: false,
    country: 'DE',
    addresses: [{ kind: 'billing', line1: 'Hafenstr. 1', city: 'Hamburg', country: 'DE' }],
    contacts: [{ name: 'Anna Berg', email: 'anna@nordlicht.example' }],
    taxIds: [{ type: 'vat', country: 'DE', number: 'DE136695976' }],
    externalIds: [{ source: 'old-erp', externalId: 'K1' }],
    paymentTermsCode: 'NET30',
    creditLimit: '5000',
  });
  expect(await partyOf('20002')).toMatchObject({ isVendor: true, country: 'SE', contacts: [{ name: 'Westwind AB' }] });
  expect((await actor.get(`/v1/accounting/party-bank-accounts?partyId=${body.records[0].id}`)).body.data).toMatchObject(
    [{ holder: 'Nordlicht GmbH', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', status: 'unverified' }],
  );
  expect((await actor.get(`/v1/accounting/record-imports/${body.importId}`)).body).toMatchObject({
    kind: 'parties',
    status: 'imported',
    created: 2,
    records: body.records,
  });
});

it('leaves bank accounts to another person, and enters none without the permission', async () => {
  await bring([nord]);
  const [account] = (await actor.get('/v1/accounting/party-bank-accounts')).body.data;
  const verify = (who: Actor) =>
    who.post(`/v1/accounting/party-bank-accounts/${account.id}/verify`, undefined, { 'If-Match': '"1"' });
  expect(await verify(actor)).toMatchObject({ status: 403, body: { code: 'bank_account_own_change' } });
  expect((await verify(await colleagueOf(actor, ['accountant']))).status).toBe(200);

  const permissions = ['accounting.import.run', 'accounting.party.manage'];
  const role = await actor.post('/v1/identity/roles', { code: 'importer', name: 'Importer', permissions });
  expect(role.status).toBe(201);
  const importer = await colleagueOf(actor, ['importer']);
  expect(await importer.post(path, wish([west]))).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  const { bankAccount: _bank, ...plain } = mapping;
  expect((await importer.post(path, wish([west], { mapping: plain }))).status).toBe(200);
});

it('adds nothing when it comes again, and leaves what cells leave open', async () => {
  const first = (await bring([nord, west])).body;
  expect((await bring([nord, west])).body).toMatchObject({
    status: 'already_imported',
    importId: first.importId,
    created: 2,
    records: first.records,
  });
  const before = await rows();
  expect((await bring([west, nord])).body).toMatchObject({ status: 'nothing_new', importId: null, unchanged: 2 });
  expect(await rows()).toEqual(before);

  const moved = '20001;;;;Elbstr. 7;;;;;;;;DE02 1203 0000 0000 2020 51;';
  const third = '20003;K3;Ostsee KG;;;;;;;;;;;';
  expect((await bring([moved, west, third])).body).toMatchObject({
    changed: 1,
    unchanged: 1,
    created: 1,
    bankAccounts: 1,
  });
  expect(await partyOf('20001')).toMatchObject({
    name: 'Nordlicht GmbH',
    addresses: [{ line1: 'Elbstr. 7', city: 'Hamburg' }],
    contacts: [{ name: 'Anna Berg' }],
    creditLimit: '5000',
  });
  expect((await bring([';K2;Westwind Aktiebolag;;;;;;;;;;;'])).body).toMatchObject({ changed: 1 });
  expect(await partyOf('20002')).toMatchObject({ name: 'Westwind Aktiebolag' });
});

it('tells every fault with its line and column, and keeps nothing', async () => {
  await bring([nord, west]);
  const before = await rows();
  const answer = await bring([
    '30001;X1;Eins;perhaps;;;;;not an address;DE136695977;;1.00;;',
    '30002;X2;Zwei;;;;XX;;;;;;DE89 3704 0044 0532 0130 01;',
    ';;Nobody;;;;;;;;;;;',
    '30001;X3;Again;;;;;;;;;;;',
    '30005;X5;Lost \uFFFD;;;;;;;;;;;',
    `${'9'.repeat(31)};X6;Long;;;;;;;;;;;`,
    '30008;X8;Terms;;;;;;;;NET99;;;',
    '20001;K2;Both;;;;;;;;;;;',
    '30010;K1;Fixed;;;;;;;;;;;',
    '30011;X11;;;;;;;;;;;;',
    '30012;X12;Check;;;;DE;;;DE136695977;;;;',
  ]);
  expect(answer).toMatchObject({ status: 422, body: { code: 'import_refused' } });
  expect(faultsOf(answer)).toEqual(
    expect.arrayContaining([
      [2, 'invalid_flag', '"Vendor"'],
      [2, 'invalid_number', '"Limit"'],
      [2, 'invalid_email', '"E-mail"'],
      [3, 'unknown_country', '"Country"'],
      [3, 'invalid_iban', '"IBAN"'],
      [4, 'key_missing', 'The party has neither a number nor an external id.'],
      [5, 'repeated_record', expect.stringContaining('"30001"')],
      [6, 'lost_characters', '"Name"'],
      [7, 'too_long', '"No"'],
      [8, 'unknown_payment_terms', '"Terms"'],
      [9, 'keys_differ', expect.any(String)],
      [10, 'keys_differ', expect.any(String)],
      [11, 'name_missing', expect.any(String)],
      [12, 'tax_id_check_digit', '"VAT"'],
    ]),
  );
  expect(answer.body.errors.map(({ line }: { line: number }) => line)).toEqual(
    answer.body.errors.map(({ line }: { line: number }) => line).toSorted((one: number, other: number) => one - other),
  );
  expect(await rows()).toEqual(before);
});

it('keeps what a spreadsheet would take for a formula as text, and exports it as such', async () => {
  await bring(['20001;;=1+1;;;;;;;;;;;', "20002;;'=HYPERLINK(1);;;;;;;;;;;"]);
  const { data } = (await actor.get('/v1/accounting/parties')).body;
  expect(data.map(({ name }: { name: string }) => name)).toEqual(['=1+1', '=HYPERLINK(1)']);
  const { text } = await actor.get('/v1/accounting/parties', { Accept: 'text/csv' });
  expect(text).toContain("'=1+1");
  expect(text).toContain("'=HYPERLINK(1)");
});

it('keeps the characters of text, and makes one blank of what cannot be seen', async () => {
  await bring([`20001;;"  Ost\n &\t\u0007 Söhne \u202e « 日本 »  ";;;;;;;;;;;`]);
  expect(await partyOf('20001')).toMatchObject({ name: 'Ost & Söhne « 日本 »' });
});

it('refuses mappings that do not fit, by the place in the request', async () => {
  const mapped = (change: object) => bring([nord], '', { mapping: { ...mapping, ...change } });
  expect(await mapped({ columns: { name: 'Name' } })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/mapping/columns' }, { pointer: '/mapping/externalSource' }] },
  });
  expect(await mapped({ columns: { ...mapping.columns, language: 'Sprache' } })).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'missing_column' }] },
  });
  expect(await mapped({ decimalSeparator: undefined })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/mapping/decimalSeparator' }] },
  });
  expect(await mapped({ columns: { ...mapping.columns, shoeSize: 'X' } })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/mapping/columns/shoeSize', code: 'unknown_field' }] },
  });
});

it('is undone while nothing names its parties, and brings them back when it comes again', async () => {
  const { body: own } = await actor.post('/v1/accounting/parties', {
    number: '20002',
    name: 'Westwind',
    isVendor: true,
  });
  const { body: made } = await bring([nord, west]);
  expect(made).toMatchObject({ created: 1, changed: 1 });
  const [first] = made.records;
  const lines = [
    { accountCode: '1100', debit: '10.00', partyId: first.id },
    { accountCode: '1000', credit: '10.00' },
  ];
  const entry = await actor.post('/v1/accounting/journal-entry-drafts', {
    entryDate: '2026-01-05',
    description: 'Draft',
    lines,
  });
  expect(entry.status).toBe(201);
  expect(await undo(made.importId)).toMatchObject({
    status: 409,
    body: { code: 'import_not_undoable', errors: [{ code: 'record_in_use', line: 2 }] },
  });
  const { headers } = await actor.get(`/v1/accounting/journal-entry-drafts/${entry.body.id}`);
  await actor.delete(`/v1/accounting/journal-entry-drafts/${entry.body.id}`, headers['etag']!);

  expect(await undo(made.importId)).toMatchObject({ status: 200, body: { status: 'undone', recordsTakenBack: 1 } });
  expect(await partyOf('20001')).toMatchObject({ status: 'archived' });
  expect(await actor.get(`/v1/accounting/parties/${own.id}`)).toMatchObject({
    body: { status: 'active', name: 'Westwind AB', isCustomer: true },
  });
  expect((await actor.get('/v1/accounting/party-bank-accounts')).body.data).toMatchObject([{ status: 'archived' }]);
  expect(await undo(made.importId)).toMatchObject({ status: 409, body: { errors: [{ code: 'already_undone' }] } });

  expect((await bring([nord, west])).body).toMatchObject({ reactivated: 1, unchanged: 1, created: 0, bankAccounts: 1 });
  expect(await partyOf('20001')).toMatchObject({ id: first.id, status: 'active' });
  expect((await actor.get('/v1/accounting/record-imports?status=undone')).body.data).toMatchObject([
    { id: made.importId },
  ]);
});

it('is undone or its parties are invoiced, and never both', async () => {
  const { body: made } = await bring([nord]);
  const invoice = () => actor.post('/v1/accounting/invoices', chairs(made.records[0].id));
  const [undone, ...issued] = await Promise.all([undo(made.importId), invoice(), invoice(), invoice()]);
  const isUndone = undone.status === 200;
  expect([200, 409]).toContain(undone.status);
  expect(issued.map(({ status }) => status)).toEqual(isUndone ? [422, 422, 422] : [201, 201, 201]);
  expect(await partyOf('20001')).toMatchObject({ status: isUndone ? 'archived' : 'active' });
});

it('leaves alone what somebody has archived by hand', async () => {
  const { body: own } = await actor.post('/v1/accounting/parties', { number: '20001', name: 'Nord', isCustomer: true });
  await actor.post(`/v1/accounting/parties/${own.id}/archive`, undefined, { 'If-Match': '"1"' });
  expect(await bring([nord])).toMatchObject({
    status: 409,
    body: { code: 'import_conflict', errors: [{ code: 'party_archived', line: 2 }] },
  });
});

it('leaves alone what somebody has archived by hand, before it was undone or afterwards', async () => {
  const archive = async (number: string) => {
    const { id, version } = await partyOf(number);
    const answer = await actor.post(`/v1/accounting/parties/${id}/archive`, undefined, { 'If-Match': `"${version}"` });
    expect(answer.status).toBe(200);
  };
  const { body: made } = await bring([nord, west]);
  await archive('20001');
  expect(await undo(made.importId)).toMatchObject({ status: 200, body: { recordsTakenBack: 1 } });
  const again = await bring([nord, west]);
  expect([again.status, ...faultsOf(again)]).toEqual([409, [2, 'party_archived', 'Party 20001 is archived']]);

  expect((await bring([west])).body).toMatchObject({ reactivated: 1 });
  await archive('20002');
  const later = await bring([west.replace('Storgatan 1', 'Storgatan 2')]);
  expect([later.status, ...faultsOf(later)]).toEqual([409, [2, 'party_archived', 'Party 20002 is archived']]);
});

it('comes one after the other: two at once make each party once', async () => {
  const answers = await Promise.all([bring([nord, west]), bring([west, nord]), bring([nord, west])]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const created = answers.filter(({ body }) => body.status === 'imported');
  expect(created).toHaveLength(1);
  expect((await actor.get('/v1/accounting/parties?limit=50')).body.data).toHaveLength(2);
});

describe('a large file', () => {
  let own: OwnApp;
  beforeAll(async () => {
    own = await startOwnApp({ DATABASE_POOL_SIZE: '2' });
  });
  afterAll(() => own?.stop());

  const ended = async ({ status, body }: Answer) => {
    expect([status, body.kind, body.state]).toEqual([202, 'accounting.party_import', 'queued']);
    await runJob(own.app, actor, body.id);
    return (await actor.get(`/v1/jobs/${body.id}`)).body;
  };

  it('is a job, as a dry run as well, with the same faults as a small one', async () => {
    const customer = (at: number) => `${40_000 + at};;Customer ${at} ${'x'.repeat(100)};;;;;;;;;;;`;
    const many = Array.from({ length: 1200 }, (_, at) => customer(at));
    expect(await ended(await bring(many, '?dryRun=true'))).toMatchObject({
      state: 'succeeded',
      result: { summary: expect.stringContaining('1200 created') },
    });
    expect((await actor.get('/v1/accounting/parties')).body.data).toEqual([]);
    expect(await ended(await bring([...many, 'Z-1;;;;;;;;;;;;;']))).toMatchObject({
      state: 'failed',
      problem: { code: 'import_refused', errors: [{ code: 'name_missing', line: 1202 }] },
    });
    const done = await ended(await bring(many));
    expect(done).toMatchObject({ state: 'succeeded', progress: { step: 'writing', outOf: 1200 } });
    expect((await actor.get(done.result.href)).body).toMatchObject({ created: 1200, status: 'imported' });
  });

  it('has at most a thousand new parties whose numbers are drawn', async () => {
    const nameless = (at: number) => `;K${at};Customer ${at};;;;;;;;;;;`;
    const answer = await bring(Array.from({ length: 1001 }, (_, at) => nameless(at)));
    expect(faultsOf(answer)).toEqual([[1002, 'too_many_without_number', expect.any(String)]]);
    const drawn = await bring(Array.from({ length: 200 }, (_, at) => nameless(at)));
    expect(drawn.body).toMatchObject({ created: 200 });
    expect((await partyOf('10200')) as object).toMatchObject({ name: 'Customer 199' });
  });
});
