import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import supertest from 'supertest';
import { type Actor, newActor } from '../support/actor.js';
import { provided } from '../support/database.js';
import { rowCounts } from '../support/row-counts.js';
import { firstYear, sieFile, sieLines, type SieYearText } from '../support/sie-files.js';

const sie = '/v1/accounting/imports/sie';
const lines = sieLines(firstYear);
const lineOf = (start: string) => lines.findIndex((line) => line.startsWith(start)) + 1;
const changed = (change: SieYearText['change']) => sieFile({ ...firstYear, change });
const replaced = (from: string, to: string) => changed((all) => all.map((line) => (line === from ? to : line)));
const utf8 = (text: string) => Buffer.from(`${lines.join('\n').replace('Exempel', text)}\n`, 'utf8');

let actor: Actor;
let before: Record<string, number>;
beforeAll(async () => {
  actor = await newActor();
  before = await rowCounts(actor.organizationId);
});

afterEach(expectNothingKept);

async function expectNothingKept(): Promise<void> {
  expect(await rowCounts(actor.organizationId)).toEqual(before);
}

it('takes the file that all of these are made of', async () => {
  expect(await actor.upload(`${sie}?dryRun=true`, sieFile(firstYear))).toMatchObject({ status: 200 });
});

describe('a broken file is refused with its line', () => {
  it.each<[string, Buffer, string, number]>([
    ['is cut off inside a voucher', changed((all) => all.slice(0, -2)), 'voucher_not_closed', lineOf('#VER B')],
    ['is cut off inside a line', replaced(lines.at(-2)!, '#TRANS 1930 {'), 'unclosed_object_list', lines.length - 1],
    [
      'is cut off before its vouchers',
      changed((all) => all.slice(0, lineOf('#VER A') - 1)),
      'closing_differs',
      lineOf('#UB 0 1930'),
    ],
    ['is UTF-8', utf8('Årsmöte på ön'), 'wrong_encoding', 5],
    ['is UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), sieFile(firstYear)]), 'wrong_encoding', 1],
    ['is UTF-16', Buffer.from(lines.join('\n'), 'utf16le'), 'control_character', 1],
    [
      'has a voucher that does not balance',
      replaced('#TRANS 3010 {} -50', '#TRANS 3010 {} -49'),
      'voucher_unbalanced',
      lineOf('#VER A'),
    ],
    [
      'has openings that do not balance',
      replaced('#IB 0 2081 -100', '#IB 0 2081 -99'),
      'opening_unbalanced',
      lineOf('#IB 0'),
    ],
    [
      'has a closing that does not follow',
      replaced('#UB 0 1930 80', '#UB 0 1930 81'),
      'closing_differs',
      lineOf('#UB 0 1930'),
    ],
    ['has an unknown label', replaced('#FORMAT PC8', '#FORMATT PC8'), 'unknown_label', 3],
    ['is of another type', replaced('#SIETYP 4', '#SIETYP 3'), 'unsupported_type', 4],
    [
      'uses an account that it does not declare',
      changed((all) => all.toSpliced(lineOf('#KONTO 4010') - 1, 1)),
      'account_not_declared',
      lineOf('#RES 0 4010') - 1,
    ],
    [
      'has an account outside BAS',
      replaced('#KONTO 4010 "Account 4010"', '#KONTO 0010 "x"'),
      'account_type_unknown',
      lineOf('#KONTO 4010'),
    ],
    [
      'has an amount that is none',
      replaced('#TRANS 3010 {} -50', '#TRANS 3010 {} -50,00'),
      'invalid_amount',
      lineOf('#TRANS 3010'),
    ],
    [
      'has an amount too large',
      replaced('#TRANS 3010 {} -50', '#TRANS 3010 {} -9007199254740993'),
      'amount_out_of_range',
      lineOf('#TRANS 3010'),
    ],
    [
      'has a date that does not exist',
      replaced('#VER A 1 20250131 "Voucher 1"', '#VER A 1 20250231 ""'),
      'invalid_date',
      lineOf('#VER A'),
    ],
    [
      'has a voucher in another year',
      replaced('#VER A 1 20250131 "Voucher 1"', '#VER A 1 20260131 ""'),
      'voucher_outside_fiscal_year',
      lineOf('#VER A'),
    ],
    ['is blank', Buffer.from('\r\n \r\n'), 'no_balances', 1],
    [
      'is a picture',
      Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), randomBytes(1000)]),
      'control_character',
      2,
    ],
    ['is noise of 1 MB', Buffer.concat([Buffer.from([0]), randomBytes(1024 * 1024)]), 'control_character', 1],
    ['is one endless line', Buffer.alloc(1024 * 1024, '#'), 'line_too_long', 1],
    ['is a spreadsheet', Buffer.from('Konto;Namn;Saldo\r\n1930;Bank;100\r\n'), 'not_a_record', 1],
  ])('when it %s', async (_, file, code, line) => {
    const { status, headers, body } = await actor.upload(sie, file);
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'import_refused' } });
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.errors).toContainEqual(expect.objectContaining({ code, line, pointer: '' }));
  });

  it('when it asks for an opening entry that is too long', async () => {
    const accounts = Array.from({ length: 5001 }, (_, index) => String(100_000 + index));
    const opening = Object.fromEntries(accounts.map((code, index) => [code, index < 5000 ? 1 : -5000]));
    const { status, body } = await actor.upload(sie, sieFile({ opening }));
    expect({ status, body }).toMatchObject({ status: 422, body: { errors: [{ code: 'opening_too_long', line: 6 }] } });
  });
});

describe('an upload that is none is refused', () => {
  const send = (type: string, body: string | Buffer, path = sie) =>
    supertest(provided('TEST_BASE_URL'))
      .post(path)
      .set('Authorization', `Bearer ${actor.accessToken}`)
      .set('Content-Type', type)
      .send(body);

  it.each<[string, string, string | Buffer, number, string]>([
    ['JSON', 'application/json', '{}', 415, 'unsupported_media_type'],
    ['text', 'text/plain', lines.join('\n'), 415, 'unsupported_media_type'],
    ['a form', 'multipart/form-data; boundary=x', '--x--', 415, 'unsupported_media_type'],
    ['empty', 'application/octet-stream', '', 400, 'malformed_request'],
  ])('as %s', async (_, type, body, status, code) => {
    const answer = await send(type, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code });
  });

  it('as larger than 4 MiB, before it is sent', async () => {
    const headers = {
      authorization: `Bearer ${actor.accessToken}`,
      'content-type': 'application/octet-stream',
      'content-length': 4 * 1024 * 1024 + 1,
    };
    const pending = request(`${provided('TEST_BASE_URL')}${sie}`, { method: 'POST', headers });
    pending.flushHeaders();
    const [answer] = (await once(pending, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    pending.destroy();
  });

  it.each([
    ['dryRun=yes', 'invalid_parameter', '?dryRun'],
    ['dryrun=true', 'unknown_parameter', '?dryrun'],
    ['accountTypeOverrides=1930', 'invalid_parameter', '?accountTypeOverrides'],
    ['accountTypeOverrides[1930]=asset', 'unknown_parameter', '?accountTypeOverrides[1930]'],
    ['retainedEarningsAccount=%20', 'invalid_parameter', '?retainedEarningsAccount'],
    ['legalEntityId=x', 'invalid_parameter', '?legalEntityId'],
  ])('with %s', async (query, code, pointer) => {
    const answer = await send('application/octet-stream', sieFile(firstYear), `${sie}?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code, errors: [{ pointer }] });
  });

  it('with an override of an account that the file does not have', async () => {
    const query = 'accountTypeOverrides=9999:asset';
    const answer = await send('application/octet-stream', sieFile(firstYear), `${sie}?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'import_refused', errors: [{ pointer: '?accountTypeOverrides' }] });
  });
});
