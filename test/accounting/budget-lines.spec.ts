import { type Actor, newActor } from '../support/actor.js';
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
const put = (id: string, version: number, lines: object[], fields: object = {}, query = '') =>
  putLines(actor, id, version, { lines, ...fields }, query);
const importFile = (id: string, version: number, lines: string[], query = '') =>
  importLines(actor, id, version, lines, query);
const shown = (id: string, query = '') => linesOf(actor, id, query);
const rent = (month: string, amount: string, more: object = {}) => ({ accountCode: '4000', month, amount, ...more });

it('takes lines by month or period, and is replaced as a whole or by period', async () => {
  await addDimensionWith(actor, 'CC', 'A', 'B');
  const { id } = await create();
  const ofA = { dimensions: [{ dimensionCode: 'CC', valueCode: 'A' }] };
  const first = await put(id, 1, [
    rent('2026-01', '100.00'),
    rent('2026-01', '40.5', ofA),
    { accountCode: '3000', periodNumber: 2, amount: '-900.00' },
  ]);
  expect(first).toMatchObject({
    status: 200,
    body: { status: 'replaced', version: 2, added: 3, changed: 0, removed: 0, unchanged: 0, lineCount: 3 },
  });
  expect(await shown(id)).toEqual(['3000|2|-900.00|', '4000|1|100.00|', '4000|1|40.50|CC=A']);
  expect(await shown(id, '&accountCode=4000&periodNumber=1')).toHaveLength(2);

  const ofPeriod = await put(id, 2, [rent('2026-01', '120.00')], { replace: 'named_periods' });
  expect(ofPeriod.body).toMatchObject({ version: 3, added: 0, changed: 1, removed: 1, unchanged: 0, lineCount: 2 });
  expect(await shown(id)).toEqual(['3000|2|-900.00|', '4000|1|120.00|']);

  const same = await put(id, 3, [rent('2026-01', '120')], { replace: 'named_periods' });
  expect(same.body).toMatchObject({ status: 'nothing_new', version: 3, unchanged: 1, lineCount: 2 });

  const trial = await put(id, 3, [rent('2026-12', '1.00')], {}, '?dryRun=true');
  expect(trial.body).toMatchObject({ status: 'dry_run', version: 3, added: 1, removed: 2, lineCount: 1 });
  expect(await shown(id)).toHaveLength(2);

  const natural = await put(
    id,
    3,
    [rent('2026-03', '10.00'), { accountCode: '3000', month: '2026-03', amount: '70.00' }],
    { signs: 'natural' },
  );
  expect(natural.body).toMatchObject({ added: 2, removed: 2, lineCount: 2 });
  expect(await shown(id)).toEqual(['3000|3|-70.00|', '4000|3|10.00|']);
});

it('names every fault of lines, and keeps none of them', async () => {
  const { id: dimensionId } = await addDimensionWith(actor, 'CC', 'A', 'B');
  await actor.post('/v1/accounting/accounts', { code: '4', name: 'Costs', type: 'expense', isGroup: true });
  const { body: old } = await actor.post('/v1/accounting/accounts', { code: '4100', name: 'Old', type: 'expense' });
  await actor.patch(`/v1/accounting/accounts/${old.id}`, { status: 'inactive' }, '"1"');
  const late = { dimensionId, code: 'LATE', name: 'Late', validFrom: '2026-06-01' };
  await actor.post('/v1/accounting/dimension-values', late);
  const { id } = await create();
  const of = (dimensionCode: string, valueCode: string) => ({ dimensionCode, valueCode });
  const wrong: [object, string, string][] = [
    [{ ...rent('2026-01', '1'), accountCode: '9999' }, '/accountCode', 'unknown_account'],
    [{ ...rent('2026-01', '1'), accountCode: '4' }, '/accountCode', 'account_is_group'],
    [{ ...rent('2026-01', '1'), accountCode: '4100' }, '/accountCode', 'account_inactive'],
    [rent('2027-01', '1'), '/month', 'unknown_period'],
    [{ accountCode: '4000', periodNumber: 14, amount: '1' }, '/periodNumber', 'unknown_period'],
    [{ accountCode: '4000', amount: '1' }, '/month', 'month_or_period'],
    [rent('2026-01', '1', { periodNumber: 1 }), '/month', 'month_or_period'],
    [rent('2026-01', '1.001'), '/amount', 'too_many_decimals'],
    [rent('2026-01', '1', { dimensions: [of('XX', 'A')] }), '/dimensions/0/dimensionCode', 'unknown_dimension'],
    [rent('2026-01', '1', { dimensions: [of('CC', 'X')] }), '/dimensions/0/valueCode', 'unknown_dimension_value'],
    [
      rent('2026-01', '1', { dimensions: [of('CC', 'A'), of('CC', 'B')] }),
      '/dimensions/1/dimensionCode',
      'dimension_repeated',
    ],
    [rent('2026-01', '1', { dimensions: [of('CC', 'LATE')] }), '/dimensions/0/valueCode', 'dimension_value_not_valid'],
  ];
  const { status, body } = await put(id, 1, [rent('2026-05', '1'), rent('2026-05', '2'), ...wrong.map(([one]) => one)]);
  expect([status, body.code]).toEqual([422, 'budget_refused']);
  expect(body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
    ['/lines/1/accountCode', 'duplicate_line'],
    ...wrong.map(([, pointer, code], index) => [`/lines/${index + 2}${pointer}`, code]),
  ]);
  expect(await shown(id)).toEqual([]);
});

it('is imported from a file, with every fault on its line', async () => {
  await addDimensionWith(actor, 'CC', 'A', 'B');
  const { id } = await create();
  const file = [
    'accountCode;month;amount;dimension.CC',
    '4000;2026-01;100.00;',
    '4000;2026-01;50.00;A',
    '3000;2026-02;900;B',
  ];
  const trial = await importFile(id, 1, file, '?dryRun=true&signs=natural');
  expect(trial).toMatchObject({ status: 200, body: { status: 'dry_run', version: 1, added: 3, lineCount: 3 } });
  expect(await shown(id)).toEqual([]);
  expect((await importFile(id, 1, file, '?signs=natural')).body).toMatchObject({ status: 'replaced', added: 3 });
  expect(await shown(id)).toEqual(['3000|2|-900.00|CC=B', '4000|1|100.00|', '4000|1|50.00|CC=A']);
  expect((await importFile(id, 2, file, '?signs=natural')).body).toMatchObject({ status: 'nothing_new', version: 2 });

  const unreadable = ['accountCode,month,amount', '4000,2026-13,100', '4000,,1.2.3', ',2026-01,', '4000,2026-02,1'];
  const form = await importFile(id, 2, unreadable);
  expect(form).toMatchObject({ status: 422, body: { code: 'import_refused' } });
  expect(form.body.errors.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
    [2, 'invalid_month'],
    [3, 'invalid_decimal'],
    [4, 'required'],
    [4, 'required'],
  ]);
  const unfit = ['accountCode,month,amount', '9999,2026-01,1', '4000,2025-01,1', '4000,2026-01,1', '4000,2026-01,2'];
  const facts = await importFile(id, 2, unfit);
  expect(facts.body.errors.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
    [2, 'unknown_account'],
    [3, 'unknown_period'],
    [5, 'duplicate_line'],
  ]);
  expect((await importFile(id, 2, ['accountCode,amount,dimension.XX', '4000,1,A'])).body.errors).toMatchObject([
    { line: 1, code: 'unknown_column' },
  ]);
  expect(await shown(id)).toHaveLength(3);
});

it('plans the periods of any calendar, but no adjustment period', async () => {
  const weeks = await newActor();
  const year = { startsOn: '2026-01-15', endsOn: '2026-12-31', adjustmentPeriod: true };
  const made = await weeks.post('/v1/accounting/fiscal-years', year);
  expect(made.status).toBe(201);
  await weeks.post('/v1/accounting/accounts', { code: '4000', name: 'Rent', type: 'expense' });
  const { body } = await weeks.post(budgets, { fiscalYearId: made.body.id, code: 'B', name: 'B' });
  const adjustment = made.body.periods.find((one: { isAdjustment: boolean }) => one.isAdjustment);
  const send = (lines: object[]) => weeks.post(`${budgets}/${body.id}/replace-lines`, { lines }, { 'If-Match': '"1"' });
  expect(await send([{ accountCode: '4000', periodNumber: adjustment.number, amount: '1' }])).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/lines/0/periodNumber', code: 'adjustment_period' }] },
  });
  // The month that the year begins in is a period of half a month.
  expect((await send([rent('2026-01', '1')])).body).toMatchObject({ added: 1 });
});
