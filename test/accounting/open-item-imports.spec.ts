import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';
import { newCustomer, openReceivables } from '../support/receivables.js';
import { rowCounts } from '../support/row-counts.js';

const path = '/v1/accounting/imports/open-items';
const columns = { party: 'Party', documentNumber: 'Document', dueDates: 'Due', amounts: 'Open', currency: 'Currency' };
const file = (...rows: string[]) => ['Party,Document,Due,Open,Currency', ...rows, ''].join('\n');

let actor: Actor;
let number: string;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openReceivables(actor);
  customer = await newCustomer(actor);
  ({ number } = (await actor.get(`/v1/accounting/parties/${customer}`)).body);
});

const wish = (rows: readonly string[], change: object = {}) => ({
  cutOverOn: '2026-01-01',
  control: 'receivable',
  contraAccountCode: '1000',
  file: file(...rows),
  mapping: { columns, dateFormat: 'year_month_day', decimalSeparator: 'point' },
  ...change,
});
const items = async () => (await actor.get('/v1/accounting/open-items?sort=entryDate')).body.data;
const standing = async () => (await actor.get('/v1/accounting/integrity-checks')).body.status as string;

it('brings items that are settled like any other, and is taken back only while they are open', async () => {
  const { status, body } = await actor.post(path, wish([`${number},4711,2026-02-01,100.00,`]));
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { status: 'imported', entryCount: 1, lineCount: 2, legalEntityId: actor.legalEntityId },
  });
  expect(await items()).toMatchObject([
    { partyId: customer, reference: '4711', dueOn: '2026-02-01', openAmount: '100.00', entryDate: '2026-01-01' },
  ]);
  expect((await actor.get('/v1/accounting/imports?format=open_items')).body.data).toMatchObject([
    { id: body.importId, externalSource: `open-items:${body.sha256}`, entryCount: 1 },
  ]);
  expect(await actor.post(path, wish([`${number},4711,2026-02-01,100.00,`]))).toMatchObject({
    status: 200,
    body: { status: 'already_imported', importId: body.importId },
  });
  const paid = await actor.post('/v1/accounting/journal-entries', {
    post: true,
    entryDate: '2026-02-01',
    description: 'Payment',
    lines: [
      { accountCode: '1000', debit: '40.00' },
      { accountCode: '1100', credit: '40.00', partyId: customer },
    ],
  });
  expect(paid.status).toBe(201);
  const settled = await actor.post('/v1/accounting/allocations/automatic', {
    partyId: customer,
    effectiveOn: '2026-02-01',
  });
  expect((await items())[0]).toMatchObject({ openAmount: '60.00' });

  const { headers } = await actor.get(`/v1/accounting/journal-imports/${body.importId}`);
  const undo = () =>
    actor.post(`/v1/accounting/imports/${body.importId}/undo`, undefined, { 'If-Match': headers['etag']! });
  expect(await undo()).toMatchObject({ status: 409, body: { code: 'items_settled' } });
  const [allocation] = settled.body.allocations;
  expect(
    (await actor.post(`/v1/accounting/allocations/${allocation.id}/undo`, { effectiveOn: '2026-02-01' })).status,
  ).toBe(201);
  expect(await undo()).toMatchObject({ status: 200, body: { status: 'undone', entriesReversed: 1 } });
  expect((await actor.get(`/v1/accounting/reports/aging?asOf=2026-12-31`)).body).toMatchObject({
    totals: { total: '-40.00' },
    controlBalance: '-40.00',
  });
  expect(await standing()).toBe('passed');
});

it('names parties by their external ids, also those of merged ones', async () => {
  const { body: merged } = await actor.post('/v1/accounting/parties', {
    name: 'Nordlicht',
    isCustomer: true,
    externalIds: [{ source: 'old-erp', externalId: 'K-9' }],
  });
  const answer = await actor.post(
    `/v1/accounting/parties/${merged.id}/merge`,
    { intoPartyId: customer },
    { 'If-Match': '"1"' },
  );
  expect(answer.status).toBe(200);
  const rows = ['K-9,4711,2026-02-01,100.00,'];
  const mapping = { ...wish(rows).mapping, partySource: 'old-erp' };
  expect(await actor.post(path, wish(rows, { mapping }))).toMatchObject({ status: 200 });
  expect(await items()).toMatchObject([{ partyId: customer, openAmount: '100.00' }]);
  expect((await actor.post(path, wish(['K-8,1,,1.00,'], { mapping }))).body.errors).toMatchObject([
    { code: 'unknown_party', line: 2 },
  ]);
});

it('brings what vendors are owed to the credit of theirs', async () => {
  const rows = [`${number},B-1,2026-02-01,75.00,`, `${number},B-2,,-5.00,`];
  expect(await actor.post(path, wish(rows, { control: 'payable' }))).toMatchObject({ status: 200 });
  expect(await items()).toMatchObject([
    { control: 'payable', accountCode: '2100', amount: expect.stringMatching(/^-?(75|5)\.00$/) },
    { control: 'payable' },
  ]);
  const { body } = await actor.get('/v1/accounting/reports/aging?control=payable&asOf=2026-01-31');
  expect(body).toMatchObject({ totals: { total: '70.00' }, controlBalance: '70.00' });
});

it('takes the recorded rate of the day where the file has no book values, and says where there is none', async () => {
  const rows = [`${number},4711,2026-02-01,100.00,USD`];
  expect(await actor.post(path, wish(rows))).toMatchObject({
    status: 422,
    body: { code: 'import_refused', errors: [{ code: 'rate_missing', line: 2 }] },
  });
  const pair = { rateType: 'spot', fromCurrency: 'USD', toCurrency: 'EUR' };
  const rate = { ...pair, rateOn: '2026-01-01', rate: '0.90', source: 'ECB' };
  expect((await actor.post('/v1/administration/exchange-rates', rate)).status).toBe(201);
  expect(await actor.post(path, wish(rows))).toMatchObject({ status: 200 });
  expect(await items()).toMatchObject([{ currency: 'USD', openAmount: '100.00', functionalOpenAmount: '90.00' }]);
});

it('refuses a file as a whole, with every fault and its line, and keeps nothing', async () => {
  const before = await rowCounts(actor.organizationId);
  const good = `${number},1,2026-02-01,100.00,`;
  const refused = async (rows: readonly string[], change: object = {}) => {
    const { status, body } = await actor.post(path, wish(rows, change));
    const errors = (body.errors ?? []) as { pointer: string; code: string; line?: number }[];
    return [status, body.code, ...errors.map(({ pointer, code, line }) => `${line ?? pointer} ${code}`)];
  };
  expect(await refused([good, `${number},2,01.02.2026,x,`, `${number},1,,1,`])).toEqual([
    422,
    'import_refused',
    '3 invalid_number',
    '3 invalid_date',
    '4 repeated_document',
  ]);
  expect(await refused([good, '99,2,,1.00,', `${number},3,,1.00,`])).toEqual([
    422,
    'import_refused',
    '3 unknown_party',
  ]);
  // What lines say, what the books say of them and what the ledger does: in the order of the lines, whatever finds it.
  const rows = [`${number},2,,1.005,`, 'K-9,3,,1.00,', `${number},4,2026-13-01,1.00,`, ',5,,1.00,', `${number},1,,2,`];
  const sums = [{ currency: 'EUR', amount: '999.00' }];
  expect(await refused([good, ...rows], { expectedTotals: sums, contraAccountCode: '9999' })).toEqual([
    422,
    'import_refused',
    '2 unknown_account',
    '3 amount_scale',
    '3 unknown_account',
    '4 unknown_party',
    '5 invalid_date',
    '6 cell_missing',
    '7 repeated_document',
  ]);
  expect(await refused([good, `${number},2,,1.005,`])).toEqual([422, 'import_refused', '3 amount_scale']);
  expect(await refused([good], { contraAccountCode: '9999' })).toEqual([422, 'import_refused', '2 unknown_account']);
  expect(await refused([good], { cutOverOn: '2030-01-01' })).toEqual([409, 'import_conflict', '2 no_fiscal_period']);
  const expectedTotals = [{ currency: 'EUR', amount: '100.01' }];
  expect(await refused([good], { expectedTotals })).toEqual([422, 'import_refused', '/expectedTotals totals_differ']);
  const mapping = { ...wish([]).mapping, groupSeparator: 'point' };
  expect(await refused([good], { mapping })).toEqual([
    422,
    'import_refused',
    '/mapping/groupSeparator separators_equal',
  ]);
  expect(await actor.post(`${path}?dryRun=true`, wish([good]))).toMatchObject({ body: { status: 'dry_run' } });
  expect(await rowCounts(actor.organizationId)).toEqual(before);
});

const faultsOf = ({ status, body }: Answer) => [
  status,
  body.code,
  ...body.errors.map(({ code, line }: { code: string; line: number }) => `${line} ${code}`),
];
const undoImport = async (id: string) => {
  const { headers } = await actor.get(`/v1/accounting/journal-imports/${id}`);
  return actor.post(`/v1/accounting/imports/${id}/undo`, undefined, { 'If-Match': headers['etag']! });
};

it('brings a document of a party once, whatever list it stands in, until that import is undone', async () => {
  const { body: first } = await actor.post(path, wish([`${number},4711,2026-02-01,100.00,`]));
  const longer = wish([`${number},4711,2026-02-01,100.00,`, `${number},4712,2026-02-01,100.00,`]);
  const before = await rowCounts(actor.organizationId);
  for (const query of ['?dryRun=true', '']) {
    const answer = await actor.post(path + query, longer);
    expect(faultsOf(answer)).toEqual([409, 'import_conflict', '2 document_imported']);
    const { message } = answer.body.errors[0];
    expect(message).toContain('"Document": document "4711"');
    expect(message).toContain(first.importId);
  }
  expect(await rowCounts(actor.organizationId)).toEqual(before);
  // What vendors are owed has numbers of theirs, and so has every party.
  const owed = wish([`${number},4711,2026-02-01,30.00,`], { control: 'payable' });
  expect(await actor.post(path, owed)).toMatchObject({ status: 200, body: { status: 'imported' } });

  const other = await newCustomer(actor);
  const { number: ofOther } = (await actor.get(`/v1/accounting/parties/${other}`)).body;
  expect((await actor.post(path, wish([`${ofOther},4711,,7.00,`]))).status).toBe(200);
  const { version } = (await actor.get(`/v1/accounting/parties/${customer}`)).body;
  const merged = await actor.post(
    `/v1/accounting/parties/${customer}/merge`,
    { intoPartyId: other },
    { 'If-Match': `"${version}"` },
  );
  expect(merged.status).toBe(200);
  expect(faultsOf(await actor.post(path, longer))).toEqual([409, 'import_conflict', '2 document_imported']);
  const rest = wish([`${number},4712,2026-02-01,100.00,`, `${ofOther},4712,2026-02-01,100.00,`]);
  expect(faultsOf(await actor.post(path, rest))).toEqual([422, 'import_refused', '3 repeated_document']);
});

it('brings a document again after its import was undone', async () => {
  const { body: first } = await actor.post(path, wish([`${number},4711,2026-02-01,100.00,`]));
  const longer = wish([`${number},4711,2026-02-01,100.00,`, `${number},4712,2026-02-01,100.00,`]);
  expect((await undoImport(first.importId)).status).toBe(200);
  expect(await actor.post(path, longer)).toMatchObject({ status: 200, body: { status: 'imported', entryCount: 2 } });
  const { body: aging } = await actor.get('/v1/accounting/reports/aging?asOf=2026-12-31');
  expect(aging).toMatchObject({ totals: { total: '200.00' }, controlBalance: '200.00' });
  expect(await standing()).toBe('passed');
});

it('takes the same file that is read or posted otherwise for another import, as soon as the first is undone', async () => {
  const rows = [`${number},4711,2026-02-01,100.00,`];
  const { body: first } = await actor.post(path, wish(rows));
  const mapping = { ...wish(rows).mapping, columns: { ...columns, description: 'Document' } };
  const others = [{ cutOverOn: '2026-01-02' }, { contraAccountCode: '3000' }, { kind: 'opening' }, { mapping }];
  for (const other of others) {
    expect(faultsOf(await actor.post(path, wish(rows, other)))).toEqual([
      409,
      'import_conflict',
      '2 document_imported',
    ]);
  }
  const same = await actor.post(path, wish(rows, { kind: 'regular' }));
  expect(same.body).toMatchObject({ status: 'already_imported', importId: first.importId });
  expect((await undoImport(first.importId)).status).toBe(200);
  const { body: again } = await actor.post(path, wish(rows, { cutOverOn: '2026-01-02' }));
  expect(again).toMatchObject({ status: 'imported', firstOn: '2026-01-02' });
});

it('brings a document once, however many bring it at a time', async () => {
  const lists = ['4712', '4713', '4714', '4715'].map((own) => [
    `${number},${own},2026-02-01,1.00,`,
    `${number},4711,2026-02-01,100.00,`,
  ]);
  const answers = await Promise.all(lists.map((rows) => actor.post(path, wish(rows))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status === 409)) {
    expect(faultsOf(answer)).toEqual([409, 'import_conflict', '3 document_imported']);
  }
  expect((await items()).filter(({ reference }: { reference: string }) => reference === '4711')).toHaveLength(1);
});

it('becomes a job where its sender prefers that', async () => {
  const rows = [`${number},1,2026-02-01,1.00,`];
  const { status, body } = await actor.post(path, wish(rows), { Prefer: 'respond-async' });
  expect([status, body.kind, body.state]).toEqual([202, 'accounting.open_item_import', 'queued']);
});

it('needs the permission to import', async () => {
  const auditor = await colleagueOf(actor, ['auditor']);
  expect(await auditor.post(path, wish([`${number},1,,1.00,`]))).toMatchObject({ status: 403 });
});
