import type { AccountImportView } from '#modules/accounting/chart/account-import.dto.js';
import type { AccountView } from '#modules/accounting/chart/accounts.dto.js';
import { type Actor, type Answer, colleagueOf, newActor } from '../support/actor.js';

const IMPORT = '/v1/accounting/accounts/import';
const accounts = '/v1/accounting/accounts';

let actor: Actor;
beforeEach(async () => {
  actor = await newActor();
});

const file = [
  'code,name,type,subtype,control,currency,isGroup,parentCode,status',
  '1930,Business account,asset,bank,bank,,,19,',
  '1940,Dollar account,asset,bank,bank,USD,,19,',
  '19,Cash and bank,asset,,,,true,1,',
  '1,Assets,asset,,,,true,,',
  '3000,"Sales, domestic",income,operating_revenue,,,,,',
  '3900,Old sales,income,,,,false,,inactive',
];
const upload = (lines: string[], query = '') => actor.uploadCsv(`${IMPORT}${query}`, lines);

async function chart(): Promise<AccountView[]> {
  return (await actor.get(`${accounts}?limit=200`)).body.data;
}
const outcomes = ({ body }: Answer) =>
  (body as AccountImportView).accounts.map(({ code, outcome, differs }) => [code, outcome, ...differs]);

it('adds accounts and groups, parents in any order', async () => {
  const answer = await upload(file);
  expect(answer).toMatchObject({
    status: 200,
    body: { status: 'imported', legalEntityId: actor.legalEntityId, created: 6, changed: 0, unchanged: 0 },
  });
  const [first] = answer.body.accounts;
  expect(first).toEqual({ line: 2, code: '1930', name: 'Business account', outcome: 'created', differs: [] });
  const made = await chart();
  expect(made.map(({ code }) => code)).toEqual(['1', '19', '1930', '1940', '3000', '3900']);
  const [top, group, bank, dollars, sales, old] = made;
  expect([top!.parentId, group!.parentId, bank!.parentId]).toEqual([null, top!.id, group!.id]);
  expect(bank).toMatchObject({ subtype: 'bank', classification: 'current', control: 'bank', version: 1 });
  expect(dollars).toMatchObject({ currency: 'USD' });
  expect(sales).toMatchObject({ name: 'Sales, domestic', classification: 'operating' });
  expect(old).toMatchObject({ status: 'inactive', classification: null });
});

it('adds nothing the second time, and says so', async () => {
  await upload(file);
  const before = await chart();
  const again = await upload(file);
  expect(again.body).toMatchObject({ status: 'nothing_new', created: 0, changed: 0, unchanged: 6 });
  expect(await upload(file, '?mode=upsert')).toMatchObject({ body: { status: 'nothing_new', unchanged: 6 } });
  expect(await chart()).toEqual(before);
});

it('keeps what is there unless changes are asked for', async () => {
  await upload(file);
  const changes = ['code,name,type,subtype,status', '1930,Main bank,asset,cash,inactive', '3010,Exports,income,,'];
  const kept = await upload(changes);
  expect(outcomes(kept)).toEqual([
    ['1930', 'unchanged', 'name', 'subtype', 'status'],
    ['3010', 'created'],
  ]);
  const changed = await upload(changes, '?mode=upsert');
  expect(changed.body).toMatchObject({ status: 'imported', created: 0, changed: 1, unchanged: 1 });
  const [bank] = (await actor.get(`${accounts}?code=1930`)).body.data;
  expect(bank).toMatchObject({ name: 'Main bank', subtype: 'cash', status: 'inactive', version: 2, control: 'bank' });
});

it('takes sections of the cash flow statement, and changes them where asked to', async () => {
  await upload(['code,name,type,cashFlowSection', '1930,Bank,asset,', '3900,Gain on disposal,income,investing']);
  const sections = async () =>
    (await actor.get(`${accounts}?sort=code`)).body.data.map(
      (one: { cashFlowSection: string | null }) => one.cashFlowSection,
    );
  expect(await sections()).toEqual([null, 'investing']);
  const changes = ['code,name,type,cashFlowSection', '1930,Bank,asset,cash', '3900,Gain on disposal,income,operating'];
  expect(outcomes(await upload(changes))).toEqual([
    ['1930', 'unchanged', 'cash_flow_section'],
    ['3900', 'unchanged', 'cash_flow_section'],
  ]);
  expect(await upload(changes, '?mode=upsert')).toMatchObject({ body: { changed: 2 } });
  expect(await sections()).toEqual(['cash', 'operating']);
  const wrong = await upload(['code,name,type,cashFlowSection', '3910,Other,income,cash']);
  expect([wrong.status, wrong.body.errors[0]]).toMatchObject([422, { code: 'section_of_other_type', line: 2 }]);
});

it('keeps nothing in a dry run, and reports the same', async () => {
  const rehearsed = await upload(file, '?dryRun=true');
  expect(rehearsed.body).toMatchObject({ status: 'dry_run', created: 6 });
  expect(await chart()).toEqual([]);
  const done = await upload(file);
  expect(done.body).toEqual({ ...rehearsed.body, status: 'imported' });
});

it.each([
  ['an unknown column', ['code,name,type,colour', '1,Assets,asset,red'], 422, [[1, 'unknown_column']]],
  ['no header', ['code,name', '1930,Bank'], 422, [[1, 'missing_column']]],
  [
    'faults on several lines',
    ['code,name,type', '*,Bank,asset', '2,,asset'],
    422,
    [
      [2, 'invalid_code'],
      [3, 'required'],
    ],
  ],
  ['a code twice', ['code,name,type', '5,A,expense', '5,B,expense'], 422, [[3, 'duplicate_code']]],
  ['a parent that is nowhere', ['code,name,type,parentCode', '5,A,asset,77'], 422, [[2, 'unknown_parent']]],
  [
    'a circle',
    ['code,name,type,isGroup,parentCode', '5,A,asset,true,6', '6,B,asset,true,5'],
    422,
    [[2, 'parent_cycle']],
  ],
  ['another type than the chart', ['code,name,type', '9,New,asset', '1930,Bank,expense'], 409, [[3, 'account_type']]],
])('refuses %s as a whole', async (_, lines, status, faults) => {
  await upload(file);
  const refused = await upload(lines);
  expect(refused).toMatchObject({ status, body: { code: status === 422 ? 'import_refused' : 'import_conflict' } });
  const lineAndCode = ({ line, code }: { line: number; code: string }) => [line, code];
  expect(refused.body.errors.map(lineAndCode)).toEqual(faults);
  expect(await chart()).toHaveLength(6);
});

it('refuses to change what is fixed, and statuses that are needed', async () => {
  await upload(file);
  const refusal = async (...lines: string[]) => {
    const { status, body } = await upload(lines, '?mode=upsert');
    return [status, body.code, ...body.errors.map((error: { code: string }) => error.code)];
  };
  expect(await refusal('code,name,type,control', '3000,Sales,income,none', '1930,Bank,asset,none')).toEqual([
    409,
    'import_conflict',
    'account_fixed',
  ]);
  expect(await refusal('code,name,type,isGroup,status', '19,Cash,asset,true,inactive')).toEqual([
    409,
    'import_conflict',
    'account_in_use',
  ]);
});

it('takes a chart of 5,000 accounts in one go, once for one key', async () => {
  const rows = Array.from({ length: 4999 }, (_, at) => `A${at},Account ${at},expense,${at % 2 ? 'G' : ''}`);
  const lines = ['code,name,type,parentCode', 'G,Group,expense,', ...rows];
  const withGroup = [`${lines[0]},isGroup`, `${lines[1]},true`, ...lines.slice(2).map((line) => `${line},`)];
  const key = { 'idempotency-key': 'chart' };
  const first = await actor.uploadCsv(IMPORT, withGroup, key);
  expect(first).toMatchObject({ status: 200, body: { created: 5000 } });
  const second = await actor.uploadCsv(IMPORT, withGroup, key);
  expect(second.headers['idempotent-replayed']).toBe('true');
  expect(second.body).toEqual(first.body);
  const more = await upload([...withGroup, 'B,One more,expense,,']);
  expect(more).toMatchObject({ status: 422, body: { errors: [{ code: 'too_many_rows' }] } });
});

it('orders imports that meet, so that the second finds what the first brought', async () => {
  const answers = await Promise.all([upload(file), upload(file), upload(file)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers.filter(({ body }) => body.created === 6 && body.status === 'imported')).toHaveLength(1);
  expect(answers.filter(({ body }) => body.unchanged === 6 && body.status === 'nothing_new')).toHaveLength(2);
});

it('is for those who manage the books, in their own organization, as text/csv', async () => {
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  expect(await bookkeeper.uploadCsv(IMPORT, file)).toMatchObject({ status: 403 });
  const stranger = await newActor();
  const elsewhere = await upload(file, `?legalEntityId=${stranger.legalEntityId}`);
  expect(elsewhere).toMatchObject({ status: 422, body: { code: 'legal_entity_unknown' } });
  expect(await actor.upload(IMPORT, Buffer.from(file.join('\n')))).toMatchObject({ status: 415 });
  expect(await actor.post(IMPORT, {})).toMatchObject({ status: 415 });
});
