import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { openReportBooks } from '../support/report-books.js';

const reports = '/v1/accounting/reports';
const range = 'from=2025-01-01&to=2025-12-31';
const csv = { Accept: 'text/csv' };

let actor: Actor;
beforeAll(async () => {
  actor = await newActor();
  await openReportBooks(actor);
  await actor.post('/v1/accounting/accounts', { code: '1200', name: '=HYPERLINK("http://x")', type: 'asset' });
  await actor.postEntry('1000', '3000', '1250.50', {
    entryDate: '2025-01-10',
    description: 'Sale, "first"; Malmö',
    reference: '-1+2',
  });
  await actor.postEntry('1200', '1000', '0.50', { entryDate: '2025-01-11', description: '+46 8 123' });
});

const lines = (text: string) => text.split('\r\n');

it('is answered by Accept, with a name for the file', async () => {
  const { status, headers, text } = await actor.get(`${reports}/trial-balance?asOf=2025-12-31`, csv);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="trial-balance-2025-12-31.csv"',
    vary: 'Accept',
  });
  expect(text).toBe(
    [
      'accountCode,accountName,accountType,opening,debit,credit,closingEntriesDebit,closingEntriesCredit,closing',
      '1000,Cash,asset,0.00,1250.50,0.50,0.00,0.00,1250.00',
      `1200,"'=HYPERLINK(""http://x"")",asset,0.00,0.50,0.00,0.00,0.00,0.50`,
      '3000,Sales,income,0.00,0.00,1250.50,0.00,0.00,-1250.50',
      '',
    ].join('\r\n'),
  );
});

it('has no line of names, or a byte order mark, where that is asked for', async () => {
  const path = `${reports}/trial-balance?asOf=2025-12-31`;
  const bare = await actor.get(path, { Accept: 'text/csv;header=absent' });
  expect(lines(bare.text)[0]).toBe('1000,Cash,asset,0.00,1250.50,0.50,0.00,0.00,1250.00');
  expect(bare.headers['content-type']).toBe('text/csv; charset=utf-8; header=absent');
  const marked = await actor.get(path, { Accept: 'text/csv;bom=present' });
  expect(marked.text).toBe(`\uFEFF${(await actor.get(path, csv)).text}`);
});

it('neutralises text, and leaves amounts below zero as they are', async () => {
  const { text } = await actor.get(`${reports}/general-ledger?${range}`, csv);
  const rows = lines(text);
  expect(rows[0]).toBe(
    'row,accountCode,accountName,entryDate,journalCode,number,lineNumber,entryId,kind,reference,description,counterAccounts,debit,credit,balance,currency,transactionAmount',
  );
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
  expect(rows.slice(1).map((row) => row.replace(id, 'id'))).toEqual([
    'opening,1000,Cash,,,,,,,,,,,,0.00,,',
    `line,1000,Cash,2025-01-10,GENERAL,1,1,id,regular,'-1+2,"Sale, ""first""; Malmö",3000,1250.50,0.00,1250.50,EUR,1250.50`,
    `line,1000,Cash,2025-01-11,GENERAL,2,2,id,regular,,'+46 8 123,1200,0.00,0.50,1250.00,EUR,-0.50`,
    'closing,1000,Cash,,,,,,,,,,,,1250.00,,',
    `opening,1200,"'=HYPERLINK(""http://x"")",,,,,,,,,,,,0.00,,`,
    `line,1200,"'=HYPERLINK(""http://x"")",2025-01-11,GENERAL,2,1,id,regular,,'+46 8 123,1000,0.50,0.00,0.50,EUR,0.50`,
    `closing,1200,"'=HYPERLINK(""http://x"")",,,,,,,,,,,,0.50,,`,
    'opening,3000,Sales,,,,,,,,,,,,0.00,,',
    `line,3000,Sales,2025-01-10,GENERAL,1,2,id,regular,'-1+2,"Sale, ""first""; Malmö",1000,0.00,1250.50,-1250.50,EUR,-1250.50`,
    'closing,3000,Sales,,,,,,,,,,,,-1250.50,,',
    '',
  ]);
});

it.each([
  [`account-statement?${range}&accountCode=1000`, 'account-statement-1000-2025-01-01-2025-12-31.csv', 6],
  [`journal?${range}`, 'journal-2025-01-01-2025-12-31.csv', 6],
  ['balance-sheet?asOf=2025-12-31&compareTo=2025-01-10', 'balance-sheet-2025-12-31.csv', 12],
  [`income-statement?${range}&compare=previous_year`, 'income-statement-2025-01-01-2025-12-31.csv', 7],
])('%s as %s', async (path, name, count) => {
  const { status, headers, text } = await actor.get(`${reports}/${path}`, csv);
  expect(status).toBe(200);
  expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`);
  expect(lines(text)).toHaveLength(count);
  const commas = (row: string) => row.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length;
  expect(new Set(lines(text).filter(Boolean).map(commas)).size).toBe(1);
});

it('is answered whole, however many pages that would be', async () => {
  const many = await newActor();
  await openReportBooks(many);
  const entry = (at: number) => ({
    entryDate: `2025-${String(1 + (at % 12)).padStart(2, '0')}-15`,
    description: `Entry ${at} with a text that takes its room in the file`,
    lines: [
      { accountCode: '1000', debit: '1.00' },
      { accountCode: '3000', credit: '1.00' },
    ],
  });
  for (let part = 0; part < 3; part++) {
    const entries = Array.from({ length: 1000 }, (_, at) => entry(at));
    expect((await many.post('/v1/accounting/journal-entries/bulk', { mode: 'atomic', entries })).status).toBe(200);
  }
  const { text } = await many.get(`${reports}/general-ledger?${range}`, csv);
  const rows = lines(text).map((row) => row.split(','));
  expect(rows.filter(([kind]) => kind === 'line')).toHaveLength(6000);
  expect(rows.filter(([kind, code]) => kind !== 'line' && code === '1000').map((row) => [row[0], row[14]])).toEqual([
    ['opening', '0.00'],
    ['closing', '3000.00'],
  ]);
  const running = rows.filter(([kind, code]) => kind === 'line' && code === '1000').map((row) => row[14]);
  expect(running).toEqual(Array.from({ length: 3000 }, (_, at) => `${at + 1}.00`));
  const journal = lines((await many.get(`${reports}/journal?${range}`, csv)).text);
  expect(journal).toHaveLength(6002);
});

it.each(['image/svg+xml', 'text/csv;charset=latin1', 'application/json;q=0'])('%s is not answered', async (accept) => {
  const answer = await actor.get(`${reports}/trial-balance?asOf=2025-12-31`, { Accept: accept });
  expect(answer).toMatchObject({ status: 406, body: { code: 'not_acceptable', errors: [{ pointer: 'Accept' }] } });
});

it('takes no pages', async () => {
  const answer = await actor.get(`${reports}/journal?${range}&limit=5`, csv);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '?limit', code: 'not_paged' }] } });
});

it('is JSON for everybody else, also for auditors', async () => {
  const auditor = await colleagueOf(actor, ['auditor']);
  for (const accept of ['*/*', 'application/json', 'text/html, */*;q=0.1']) {
    const { status, headers } = await auditor.get(`${reports}/trial-balance?asOf=2025-12-31`, { Accept: accept });
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  }
});
