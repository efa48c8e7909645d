import readExcelFile from 'read-excel-file/node';
import { type Actor, newActor } from '../support/actor.js';
import { fetchFile } from '../support/raw-files.js';

const accounts = '/v1/accounting/accounts';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csv = { Accept: 'text/csv' };

let actor: Actor;
beforeAll(async () => {
  actor = await newActor();
  await actor.openBooks();
  const lines = Array.from({ length: 430 }, (_, at) => `${5000 + at},Account ${at},expense`);
  lines.push(...Array.from({ length: 200 }, (_, at) => `${6000 + at},Account ${at},expense`));
  const { status, text } = await actor.uploadCsv(`${accounts}/import`, ['code,name,type', ...lines]);
  if (status !== 200) throw new Error(text);
});

const rowsOf = (text: string) => text.trimEnd().split('\r\n');

it('is answered whole, in the order that is asked for', async () => {
  const { status, text, headers } = await actor.get(`${accounts}?type=expense&code[prefix]=5&sort=-code`, csv);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="accounts.csv"',
    vary: 'Accept',
  });
  const [names, ...rows] = rowsOf(text);
  const place = names!.split(',').indexOf('code');
  expect(rows.map((row) => row.split(',')[place])).toEqual(Array.from({ length: 430 }, (_, at) => String(5429 - at)));
});

it('has each record once where they fill a page', async () => {
  const { text } = await actor.get(`${accounts}?code[prefix]=6&sort=-code,updatedAt`, csv);
  const [names, ...rows] = rowsOf(text);
  const place = names!.split(',').indexOf('code');
  expect(rows.map((row) => row.split(',')[place])).toEqual(Array.from({ length: 200 }, (_, at) => String(6199 - at)));
});

it('has the names of the columns alone where nothing matches', async () => {
  expect(rowsOf((await actor.get(`${accounts}?code=7777`, csv)).text)).toHaveLength(1);
});

it('has the fields of the records as columns', async () => {
  const { text } = await actor.get(`${accounts}?code=1000`, csv);
  const [names, row] = rowsOf(text).map((line) => line.split(','));
  const { body } = await actor.get(`${accounts}?code=1000`);
  const [account] = body.data as Record<string, string | number | boolean | object | null>[];
  for (const [name, value] of Object.entries(account!)) {
    if (value === null || typeof value === 'object') continue;
    expect([name, row![names!.indexOf(name)]]).toEqual([name, String(value)]);
  }
});

it('opens objects, and counts the lists of them', async () => {
  await actor.postEntry('1000', '3000', '12.50');
  const entries = rowsOf((await actor.get('/v1/accounting/journal-entries', csv)).text).map((line) => line.split(','));
  expect(entries[1]![entries[0]!.indexOf('lines')]).toBe('2');
  const { text } = await actor.get('/v1/administration/legal-entities', csv);
  expect(rowsOf(text)[0]).toContain('address.city');
});

it('is a spreadsheet with typed cells', async () => {
  const { status, headers, body } = await fetchFile(actor, '/v1/accounting/journal-entries', xlsx);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-disposition': 'attachment; filename="journal-entries.xlsx"',
    'row-count': '1',
  });
  const [sheet] = await readExcelFile(body);
  const names = sheet!.data.findIndex((cells) => cells.includes('entryDate'));
  const at = (name: string) => sheet!.data[names + 1]![sheet!.data[names]!.indexOf(name)];
  expect([at('total'), at('number'), at('journalCode')]).toEqual([12.5, 1, 'GENERAL']);
  expect(at('entryDate')).toBeInstanceOf(Date);
});

it.each(['limit=5', 'after=abc'])('takes no %s', async (parameter) => {
  const [name] = parameter.split('=');
  const answer = await actor.get(`${accounts}?${parameter}`, csv);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: `?${name}`, code: 'not_paged' }] } });
});

it('is refused like a page of it', async () => {
  const answer = await actor.get(`${accounts}?type=nothing`, csv);
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_parameter', errors: [{ pointer: '?type' }] } });
  const pdf = await actor.get(accounts, { Accept: 'application/pdf' });
  expect(pdf).toMatchObject({ status: 406, body: { detail: `Must accept application/json, text/csv or ${xlsx}.` } });
});
