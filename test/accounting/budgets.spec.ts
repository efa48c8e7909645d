import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { budgets, importLines, linesOf, putLines } from '../support/budgets.js';
import { addDimensionWith } from '../support/dimensions.js';

let actor: Actor;
let yearId: string;

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
  yearId = (await actor.get('/v1/accounting/fiscal-years')).body.data[0].id;
});

const create = async (fields: object = {}) => {
  const answer = await actor.post(budgets, { fiscalYearId: yearId, code: 'BASE', name: 'Budget 2026', ...fields });
  expect(answer.status).toBe(201);
  return answer.body;
};
const verb = (id: string, name: string, version: number) =>
  actor.post(`${budgets}/${id}/${name}`, {}, { 'If-Match': `"${version}"` });
const put = (id: string, version: number, lines: object[], fields: object = {}, query = '') =>
  putLines(actor, id, version, { lines, ...fields }, query);
const importFile = (id: string, version: number, lines: string[], query = '') =>
  importLines(actor, id, version, lines, query);
const shown = (id: string, query = '') => linesOf(actor, id, query);
const rent = (month: string, amount: string, more: object = {}) => ({ accountCode: '4000', month, amount, ...more });

it('begins as a draft in the currency of the books, once for each code', async () => {
  const made = await create();
  expect(made).toMatchObject({
    legalEntityId: actor.legalEntityId,
    fiscalYearId: yearId,
    revision: 1,
    currency: 'EUR',
    status: 'draft',
    source: null,
    lineCount: 0,
    activatedAt: null,
    version: 1,
  });
  expect((await actor.get(`${budgets}/${made.id}`)).body).toEqual(made);
  expect((await actor.get(`${budgets}?status=draft&code=BASE`)).body.data).toEqual([made]);
  const again = await actor.post(budgets, { fiscalYearId: yearId, code: 'BASE', name: 'Other' });
  expect(again).toMatchObject({ status: 409, body: { code: 'budget_code_taken', errors: [{ pointer: '/code' }] } });
  const nowhere = await actor.post(budgets, { fiscalYearId: newId(), code: 'X', name: 'X' });
  expect(nowhere).toMatchObject({
    status: 422,
    body: { code: 'no_fiscal_year', errors: [{ pointer: '/fiscalYearId' }] },
  });
});

it('is fixed once it is active, and gives way to another revision', async () => {
  const { id } = await create();
  expect(await verb(id, 'activate', 1)).toMatchObject({ status: 422, body: { code: 'budget_refused' } });
  await put(id, 1, [rent('2026-01', '100.00')]);
  expect((await verb(id, 'activate', 2)).body).toMatchObject({ status: 'active', version: 3, lineCount: 1 });

  const fixed = { status: 409, body: { code: 'budget_fixed' } };
  expect(await put(id, 3, [rent('2026-01', '1.00')])).toMatchObject(fixed);
  expect(await importFile(id, 3, ['accountCode,month,amount', '4000,2026-01,1'])).toMatchObject(fixed);
  expect(await actor.patch(`${budgets}/${id}`, { name: 'New' }, '"3"')).toMatchObject(fixed);
  expect(await verb(id, 'activate', 3)).toMatchObject(fixed);

  const revised = await actor.post(`${budgets}/${id}/revise`);
  expect(revised).toMatchObject({
    status: 201,
    body: { code: 'BASE', revision: 2, status: 'draft', lineCount: 1, linesLeftOut: 0, version: 1 },
  });
  const second = revised.body.id;
  expect(await shown(second)).toEqual(['4000|1|100.00|']);
  expect((await actor.patch(`${budgets}/${second}`, { name: 'Forecast' }, '"1"')).body).toMatchObject({ version: 2 });
  await put(second, 2, [rent('2026-01', '80.00')]);
  expect((await verb(second, 'activate', 3)).body).toMatchObject({ status: 'active', name: 'Forecast' });
  expect((await actor.get(`${budgets}/${id}`)).body).toMatchObject({ status: 'superseded', version: 4 });
  expect(await shown(id)).toEqual(['4000|1|100.00|']);
  expect(await verb(id, 'activate', 4)).toMatchObject(fixed);
});

it('leaves out of a revision what cannot be planned any more, and says how much', async () => {
  await addDimensionWith(actor, 'CC', 'A');
  const { body: old } = await actor.post('/v1/accounting/accounts', { code: '4100', name: 'Old', type: 'expense' });
  const { id } = await create();
  const ofA = { dimensions: [{ dimensionCode: 'CC', valueCode: 'A' }] };
  await put(id, 1, [
    rent('2026-01', '1.00'),
    { ...rent('2026-01', '2.00'), accountCode: '4100' },
    rent('2026-02', '3', ofA),
  ]);
  await actor.patch(`/v1/accounting/accounts/${old.id}`, { status: 'inactive' }, '"1"');
  const { body: values } = await actor.get('/v1/accounting/dimension-values?code=A');
  await actor.patch(`/v1/accounting/dimension-values/${values.data[0].id}`, { status: 'inactive' }, '"1"');
  const { body } = await actor.post(`${budgets}/${id}/revise`);
  expect(body).toMatchObject({ lineCount: 1, linesLeftOut: 2 });
  expect(await shown(body.id)).toEqual(['4000|1|1.00|']);
});

it('is changed in the version that was read, by those who may', async () => {
  const { id } = await create();
  expect(await put(id, 2, [rent('2026-01', '1')])).toMatchObject({ status: 412 });
  expect(await actor.post(`${budgets}/${id}/replace-lines`, { lines: [] })).toMatchObject({ status: 428 });
  const bookkeeper = await colleagueOf(actor, ['bookkeeper']);
  expect((await bookkeeper.get(`${budgets}/${id}`)).status).toBe(200);
  const refused = await bookkeeper.post(budgets, { fiscalYearId: yearId, code: 'B', name: 'B' });
  expect(refused.status).toBe(403);
  const stranger = await newActor();
  expect((await stranger.get(`${budgets}/${id}`)).status).toBe(404);
});

it('fixes the functional currency that its amounts are in', async () => {
  await create();
  const path = `/v1/administration/legal-entities/${actor.legalEntityId}`;
  const { headers } = await actor.get(path);
  const answer = await actor.patch(path, { functionalCurrency: 'JPY' }, headers['etag']);
  expect(answer).toMatchObject({ status: 409, body: { code: 'functional_currency_fixed' } });
});
