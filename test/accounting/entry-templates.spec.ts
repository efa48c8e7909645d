import { type Actor, newActor } from '../support/actor.js';
import { faultsOf } from '../support/problems.js';

const templates = '/v1/accounting/entry-templates';

let actor: Actor;

beforeEach(async () => {
  actor = await newActor();
  await actor.openBooks();
});

const shares = [
  { accountCode: '4000', side: 'debit', amountName: 'gross', percentage: '33.33' },
  { accountCode: '4000', side: 'debit', amountName: 'gross', percentage: '33.33' },
  { accountCode: '3000', side: 'debit', amountName: 'gross', percentage: '33.34' },
  { accountCode: '1000', side: 'credit', amountName: 'gross' },
];
const fixed = [
  { accountCode: '4000', side: 'debit', amount: '1250.00', description: 'Rent' },
  { accountCode: '1000', side: 'credit', amount: '1250.00' },
];
const body = (fields: object = {}) => ({
  code: 'RENT',
  name: 'Rent',
  description: 'Office rent',
  lines: fixed,
  ...fields,
});
async function create(fields: object = {}) {
  const answer = await actor.post(templates, body(fields));
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
}
const use = ({ id }: { id: string }, fields: object = {}) =>
  actor.post(`${templates}/${id}/use`, { entryDate: '2026-02-28', ...fields });
const sides = (lines: Record<string, unknown>[]) =>
  lines.map((line) => [line['accountCode'], line['debit'], line['credit']]);

it('is kept with its lines, once for each code', async () => {
  const template = await create();
  expect(template).toMatchObject({ code: 'RENT', currency: 'EUR', journalCode: null, status: 'active', version: 1 });
  expect(template.lines[0]).toEqual({
    accountCode: '4000',
    side: 'debit',
    amount: '1250.00',
    amountName: null,
    percentage: null,
    description: 'Rent',
    dimensions: null,
  });
  expect((await actor.get(`${templates}/${template.id}`)).body).toEqual(template);
  expect((await actor.get(templates)).body.data).toEqual([template]);
  expect((await actor.post(templates, body())).body.code).toBe('template_code_taken');
});

it('makes drafts with its amounts', async () => {
  const template = await create();
  const { status, body: draft } = await use(template, { reference: 'R-2', reversesOn: '2026-03-01' });
  expect(status).toBe(201);
  expect(draft).toMatchObject({
    status: 'draft',
    entryDate: '2026-02-28',
    description: 'Office rent',
    reference: 'R-2',
    reversesOn: '2026-03-01',
    currency: 'EUR',
  });
  const posted = await actor.post(`/v1/accounting/journal-entry-drafts/${draft.id}/post`, {}, { 'If-Match': '"1"' });
  expect(posted).toMatchObject({ status: 201, body: { total: '1250.00' } });
});

it('asks for amounts, and divides them to the last cent', async () => {
  const template = await create({ lines: shares });
  const { body: draft } = await use(template, { amounts: [{ name: 'gross', amount: '100.01' }] });
  expect(sides(draft.lines)).toEqual([
    ['4000', '33.33', null],
    ['4000', '33.33', null],
    ['3000', '33.35', null],
    ['1000', null, '100.01'],
  ]);
  expect(faultsOf((await use(template)).body)).toEqual(['/amounts amount_missing']);
  const amounts = [
    { name: 'gross', amount: '1.001' },
    { name: 'gross', amount: '1.00' },
    { name: 'net', amount: '1.00' },
  ];
  expect(faultsOf((await use(template, { amounts })).body)).toEqual([
    '/amounts/0/amount amount_scale',
    '/amounts/1/name amount_twice',
    '/amounts/2/name unknown_amount',
  ]);
});

it('is changed from the version that was read, and not used while inactive', async () => {
  const template = await create();
  const path = `${templates}/${template.id}`;
  expect((await actor.patch(path, { name: 'Other' })).status).toBe(428);
  const changed = await actor.patch(path, { name: 'Other', lines: shares, status: 'inactive' }, '"1"');
  expect(changed).toMatchObject({ status: 200, body: { name: 'Other', version: 2, lines: { length: 4 } } });
  expect((await actor.patch(path, { name: 'Third' }, '"1"')).status).toBe(412);
  expect((await use(template)).body.code).toBe('template_inactive');
  const back = await actor.patch(path, { lines: fixed, status: 'active' }, '"2"');
  expect(back.body.lines).toEqual(template.lines);
});

it.each([
  ['both an amount and a name', { amount: '1.00', amountName: 'net' }, '/lines/0/amount one_amount'],
  ['neither', {}, '/lines/0/amount one_amount'],
  ['a share of a fixed amount', { amount: '1.00', percentage: '50' }, '/lines/0/percentage share_of_nothing'],
  ['more decimals than the currency', { amount: '1.001' }, '/lines/0/amount amount_scale'],
])('refuses a line with %s', async (_, line, fault) => {
  const lines = [{ accountCode: '4000', side: 'debit', ...line }, fixed[1]];
  const answer = await actor.post(templates, body({ lines }));
  expect([answer.status, faultsOf(answer.body)]).toEqual([422, [fault]]);
});
