import { type Actor, type Answer, newActor } from '../support/actor.js';
import {
  addBankAccount,
  camt,
  mt940,
  ofx,
  statementImports,
  statementLines,
  statements,
} from '../support/bank-statements.js';
import { rowCounts } from '../support/row-counts.js';

let actor: Actor;
let bank: { id: string; version: number };

beforeEach(async () => {
  actor = await newActor();
  bank = await addBankAccount(actor);
});

const upload = (file: Buffer, query = '') => actor.upload(`${statementImports}${query}`, file);
async function imported(file: Buffer, query = '') {
  const answer = await upload(file, query);
  expect(answer).toMatchObject({ status: 200, body: { status: 'imported' } });
  return answer.body;
}
const lines = async (query = '') => (await actor.get(`${statementLines}?sort=bookedOn&${query}`)).body.data;

async function expectRefused(attempt: () => Promise<Answer>, status: number, errors: object[]): Promise<void> {
  const before = await rowCounts(actor.organizationId);
  expect(await attempt()).toMatchObject({ status, body: { errors } });
  expect(await rowCounts(actor.organizationId)).toEqual(before);
}

const january = mt940('1/1', '100.00', '137.50', [
  ['2026-01-05', '50.00', 'Invoice 17', 'R1'],
  ['2026-01-30', '-12.50', 'Fee', 'R2'],
]);
const february = mt940('2/1', '137.50', '140.00', [['2026-02-05', '2.50', 'Interest', 'R3']]);

it('keeps statements that follow each other, with their lines', async () => {
  const first = await imported(january);
  expect(first).toMatchObject({
    format: 'mt940',
    linesAdded: 2,
    linesKnown: 0,
    remarks: [],
    statements: [
      { result: 'added', bankAccountId: bank.id, number: '1/1', openingBalance: '100.00', closingBalance: '137.50' },
    ],
  });
  await imported(february);
  const { data } = (await actor.get(`${statements}?sort=toOn`)).body;
  expect(data).toMatchObject([
    {
      position: 1,
      number: '1/1',
      toOn: '2026-01-30',
      creditTotal: '50.00',
      debitTotal: '12.50',
      unmatchedCount: 2,
      balancesStated: true,
    },
    { position: 2, openingBalance: '137.50', closingBalance: '140.00', lineCount: 1 },
  ]);
  expect((await actor.get(`${statements}/${data[0].id}`)).body).toEqual(data[0]);
  expect(await lines()).toMatchObject([
    {
      lineNumber: 1,
      bookedOn: '2026-01-05',
      amount: '50.00',
      remittance: 'Invoice 17',
      bankReference: 'R1',
      status: 'unmatched',
    },
    { amount: '-12.50', currency: 'EUR', transactionCode: 'NTRF' },
    { amount: '2.50' },
  ]);
  expect((await actor.get(`/v1/accounting/bank-accounts/${bank.id}`)).body).toMatchObject({
    statedOn: '2026-02-05',
    statedBalance: '140.00',
  });
});

it('adds nothing a second time, and says so', async () => {
  const { importId } = await imported(january);
  const before = await rowCounts(actor.organizationId);
  expect((await upload(january)).body).toMatchObject({ status: 'already_imported', importId, linesAdded: 2 });
  expect(await rowCounts(actor.organizationId)).toEqual(before);
  // The same statement in another file, beside a new one.
  const both = await imported(Buffer.concat([january, Buffer.from('\n'), february]));
  expect(both).toMatchObject({
    linesAdded: 1,
    linesKnown: 2,
    statements: [{ result: 'already_there' }, { result: 'added' }],
  });
  expect(await lines()).toHaveLength(3);
});

it('refuses what does not follow, with both figures', async () => {
  await expectRefused(() => upload(february), 409, [
    { code: 'start_differs', line: 1, message: expect.stringMatching(/137\.50.*100\.00/) },
  ]);
  const { statements: made } = await imported(january);
  const other = mt940('3/1', '99.00', '100.00', [['2026-02-05', '1.00', 'x']]);
  await expectRefused(() => upload(other), 409, [
    {
      code: 'does_not_chain',
      message: expect.stringMatching(`99.00.*1/1 of 2026-01-30 \\(${made[0].statementId}\\).*137.50`),
    },
  ]);
  const wrong = mt940('2/1', '137.50', '139.00', [['2026-02-05', '2.50', 'x']]);
  await expectRefused(() => upload(wrong), 422, [{ code: 'lines_differ', message: expect.stringContaining('2.50') }]);
});

it('adds of ranges of days that overlap only what is new, also of lines that say the same', async () => {
  await imported(
    ofx('2026-01-01', '2026-01-20', '110.00', [
      ['2026-01-10', '5.00', 'Coffee', 'F1'],
      ['2026-01-10', '5.00', 'Coffee', 'F1'],
    ]),
  );
  const more = await imported(
    ofx('2026-01-05', '2026-01-31', '118.00', [
      ['2026-01-10', '5.00', 'Coffee', 'F1'],
      ['2026-01-10', '5.00', 'Coffee', 'F1'],
      ['2026-01-10', '5.00', 'Coffee', 'F1'],
      ['2026-01-31', '3.00', 'Tea', 'F2'],
    ]),
  );
  expect(more).toMatchObject({
    linesAdded: 2,
    linesKnown: 2,
    statements: [{ openingBalance: '110.00', closingBalance: '118.00' }],
  });
  const differs = ofx('2026-02-01', '2026-02-28', '200.00', [['2026-02-10', '1.00', 'x', 'F3']]);
  await expectRefused(() => upload(differs), 409, [
    { code: 'closing_differs', message: expect.stringMatching(/200\.00.*119\.00/) },
  ]);
  const early = await imported(ofx('2025-12-01', '2026-01-31', null, [['2025-12-31', '9.00', 'x', 'F0']]));
  expect(early).toMatchObject({ linesAdded: 0, remarks: [{ code: 'before_start' }] });
});

it('announces lines without counting them, and knows the transactions of a batch from that', async () => {
  const told = await imported(camt('054', ['10.00', '20.00'], true));
  expect(told).toMatchObject({ statements: [{ kind: 'notification', openingBalance: null, linesAdded: 1 }] });
  await imported(camt('053', ['10.00', '20.00'], false));
  const [line] = await lines('status=unmatched');
  expect((await actor.get(`${statementLines}/${line.id}`)).body).toMatchObject({
    amount: '30.00',
    details: [
      { amount: '10.00', endToEndReference: 'E0' },
      { amount: '20.00', endToEndReference: 'E1' },
    ],
  });
  expect(await lines('status=announced')).toHaveLength(1);
  expect((await actor.get(`/v1/accounting/bank-accounts/${bank.id}`)).body).toMatchObject({ statedBalance: '130.00' });
});

it('reads CSV by a mapping of the bank account', async () => {
  const mapping = {
    name: 'Web',
    delimiter: 'semicolon',
    dateFormat: 'day_month_year',
    decimalSeparator: 'comma',
    lineOrder: 'newest_first',
    columns: { bookingDay: 'Day', amounts: 'Amount', remittance: 'Text', balances: 'Balance' },
  };
  const path = `/v1/accounting/bank-accounts/${bank.id}`;
  expect(await actor.patch(path, { csvMappings: [mapping] }, '"1"')).toMatchObject({ status: 200 });
  const file = Buffer.from('Day;Amount;Text;Balance\n31.01.2026;-20,00;Rent;130,00\n30.01.2026;50,00;Sale;150,00\n');
  const query = `?bankAccountId=${bank.id}&csvMapping=Web`;
  expect(await upload(file, `${query}&dryRun=true`)).toMatchObject({
    body: { status: 'dry_run', importId: null, linesAdded: 2 },
  });
  expect(await lines()).toHaveLength(0);
  expect(await imported(file, query)).toMatchObject({ format: 'csv', statements: [{ closingBalance: '130.00' }] });
  await expectRefused(() => upload(february, '?csvMapping=Web'), 422, [
    { pointer: '?bankAccountId', code: 'bank_account_missing' },
  ]);
  await expectRefused(() => upload(february, `${query.slice(0, -3)}Other`), 422, [
    { pointer: '?csvMapping', code: 'unknown_mapping' },
  ]);
});

it('is undone as long as nothing follows from it', async () => {
  const first = await imported(january);
  const second = await imported(february);
  const undo = (id: string, version = 1) =>
    actor.post(`${statementImports}/${id}/undo`, undefined, { 'If-Match': `"${version}"` });
  await expectRefused(() => undo(first.importId), 409, [{ code: 'later_statement' }]);
  expect(await undo(second.importId)).toMatchObject({ status: 200, body: { status: 'undone', version: 2 } });
  expect(await lines()).toHaveLength(2);
  await expectRefused(() => undo(second.importId, 2), 409, [{ code: 'already_undone' }]);
  expect(await imported(february)).toMatchObject({ linesAdded: 1 });
  expect((await actor.get(`${statementImports}?status=undone`)).body.data).toMatchObject([{ id: second.importId }]);
  expect((await actor.get(`${statementImports}/${first.importId}`)).body).toMatchObject({
    statements: [{ number: '1/1' }],
  });
});

it('becomes a job where its sender prefers that, or the file is long', async () => {
  const { status, body } = await actor.upload(statementImports, january, { Prefer: 'respond-async' });
  expect([status, body.kind, body.state]).toEqual([202, 'accounting.bank_statement_import', 'queued']);
  const long = await upload(Buffer.concat([january, Buffer.alloc(2 * 1024 * 1024, '\n')]));
  expect([long.status, long.body.kind]).toEqual([202, 'accounting.bank_statement_import']);
});

it.each([
  ['nothing of ours', Buffer.from('hello'), 422, [{ code: 'unknown_format', line: 1 }]],
  ['another account', mt940('1/1', '100.00', '100.00', [], 'NL91ABNA0417164300'), 409, [{ code: 'account_unknown' }]],
  [
    'an impossible day',
    Buffer.from(january.toString().replace(':61:260130', ':61:260230')),
    422,
    [{ code: 'invalid_date', line: 7 }],
  ],
  ['another currency', Buffer.from(january.toString().replaceAll('EUR', 'USD')), 422, [{ code: 'currency_differs' }]],
])('refuses %s', async (_, file, status, errors) => {
  await expectRefused(() => upload(file), status, errors);
});
