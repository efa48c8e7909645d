import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { newCustomer } from '../support/receivables.js';
import { RECURRING, runThrough } from '../support/recurring-invoices.js';
import { rowCounts } from '../support/row-counts.js';
import { openSales } from '../support/sales.js';

const path = '/v1/accounting/record-imports/recurring-invoices';
const header = 'Contract;Customer;Next;Since;Times;Invoiced;Text;Quantity;Price;Tax';
const file = (...rows: string[]) => [header, ...rows, ''].join('\n');
const columns = {
  key: 'Contract',
  party: 'Customer',
  nextDates: 'Next',
  startDates: 'Since',
  occurrences: 'Times',
  invoicedCounts: 'Invoiced',
  description: 'Text',
  quantity: 'Quantity',
  unitPrices: 'Price',
  taxCodes: 'Tax',
};
const mapping = { columns, frequency: 'monthly', dateFormat: 'day_month_year', decimalSeparator: 'comma' };

let actor: Actor;
let number: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  const { body } = await actor.get(`/v1/accounting/parties/${await newCustomer(actor)}`);
  ({ number } = body);
});

const bring = (rows: readonly string[], query = '', change: object = {}) =>
  actor.post(path + query, { mode: 'issue', allowPastDates: true, file: file(...rows), mapping, ...change });
const undo = (id: string) => actor.post(`/v1/accounting/record-imports/${id}/undo`);
const recurring = async () => (await actor.get(RECURRING)).body.data;
const subscription = () => [
  `C-1;${number};28.02.2026;31.12.2025;12;2;Subscription;;100,00;VAT25`,
  `C-2;${number};15.03.2026;;6;4;Hosting;1;50,00;VAT25`,
  `C-1;;;;;;Support;2;25,50;VAT25`,
];
const faultsOf = (answer: { body: { errors: { code: string; line: number; message: string }[] } }) =>
  answer.body.errors.map(({ code, line, message }) => [line, code, message.split(':')[0]]);

it('goes on where the books before stopped, with the dates that they invoiced behind it', async () => {
  const before = await rowCounts(actor.organizationId);
  expect(await bring(subscription(), '?dryRun=true')).toMatchObject({
    status: 200,
    body: {
      status: 'dry_run',
      created: 2,
      records: [
        { line: 2, key: 'C-1', id: null },
        { line: 3, key: 'C-2' },
      ],
    },
  });
  expect(await rowCounts(actor.organizationId)).toEqual(before);

  const { status, body } = await bring(subscription());
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'imported', created: 2 } });
  expect(await recurring()).toMatchObject([
    { name: 'C-1', startsOn: '2025-12-31', nextOn: '2026-02-28', passed: 2, occurrences: 12, status: 'active' },
    { name: 'C-2', startsOn: '2026-03-15', nextOn: '2026-03-15', passed: 0, occurrences: 2 },
  ]);
  expect((await recurring())[0].content.lines).toMatchObject([
    { description: 'Subscription', quantity: '1', unitPrice: '100' },
    { description: 'Support', quantity: '2', unitPrice: '25.5' },
  ]);
  expect(await runThrough(actor, '2026-04-15')).toEqual([
    '2026-02-28 issued',
    '2026-03-31 issued',
    '2026-03-15 issued',
    '2026-04-15 issued',
  ]);
  const [first] = (await actor.get('/v1/accounting/invoices?sort=number')).body.data;
  expect(first).toMatchObject({ issuedOn: '2026-02-28', totals: { payable: '188.75' } });
});

it('takes over once what has a key, also from another file', async () => {
  const rows = subscription();
  await bring(rows);
  expect((await bring(rows)).body).toMatchObject({ status: 'already_imported', created: 2 });
  const more = [...rows, `C-3;${number};01.05.2026;;;;More;;10,00;VAT25`];
  expect((await bring(more)).body).toMatchObject({ status: 'imported', created: 1, unchanged: 2 });
  expect(await recurring()).toHaveLength(3);
});

it('is undone until something came of it, and can come again', async () => {
  const { body } = await bring(subscription());
  expect(await undo(body.importId)).toMatchObject({ status: 200, body: { status: 'undone', recordsTakenBack: 2 } });
  expect((await recurring()).map(({ status }: { status: string }) => status)).toEqual(['ended', 'ended']);
  const again = (await bring(subscription())).body;
  expect(again).toMatchObject({ status: 'imported', created: 2 });
  await runThrough(actor, '2026-02-28');
  expect(await undo(again.importId)).toMatchObject({
    status: 409,
    body: { code: 'import_not_undoable', errors: [{ code: 'record_in_use', line: 2 }] },
  });
});

it('tells every fault with its line and column, and keeps nothing', async () => {
  const before = await rowCounts(actor.organizationId);
  const formed = await bring([
    `C-1;${number};30.02.2026;;;;One;;100,00;`,
    `C-2;${number};28.02.2026;31.12.2025;;3;Two;;100,00;`,
    `C-3;${number};27.02.2026;31.12.2025;;;Three;;100,00;`,
    `C-4;${number};28.02.2026;;4;4;Four;;100,00;`,
    `C-5;${number};28.02.2026;;;;Five;;1.00;`,
    'C-5;99999;28.02.2026;;;;Six;;;',
    ';;;;;;Seven;;;',
    `C-6;${number};28.02.2026;;;;;;1,00;`,
    'C-7;99999;28.02.2026;;;;One;;100,00;',
    `C-8;${number};28.02.2026;;;;Two;;100,00;VAT25`,
    `C-8;;;;;;Three;;100,00;VAT99`,
  ]);
  expect(formed).toMatchObject({ status: 422, body: { code: 'import_refused' } });
  expect(faultsOf(formed)).toEqual([
    [2, 'invalid_date', '"Next"'],
    [3, 'invoiced_counts_differ', '"Invoiced"'],
    [4, 'no_date_of_schedule', '"Next"'],
    [5, 'too_small', '"Times"'],
    [6, 'invalid_number', '"Price"'],
    [7, 'rows_differ', '"Customer"'],
    [8, 'key_missing', '"Contract"'],
    [9, 'required', '"Text"'],
    [10, 'unknown_party', '"Customer"'],
    [12, 'unknown_tax_code', '"Tax"'],
  ]);
  expect(await bring([`C-1;${number};01.01.2026;;;;One;;100,00;VAT25`], '', { allowPastDates: false })).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'date_passed', line: 2 }] },
  });
  expect(await rowCounts(actor.organizationId)).toEqual(before);
});

it('needs the permission to issue invoices as well', async () => {
  const permissions = ['accounting.import.run', 'accounting.books.read'];
  await actor.post('/v1/identity/roles', { code: 'importer', name: 'Importer', permissions });
  const importer = await colleagueOf(actor, ['importer']);
  const body = { mode: 'issue', file: file(...subscription()), mapping };
  expect(await importer.post(path, body)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

it('taken over by two at once, is there once', async () => {
  const [first, other, further] = subscription() as [string, string, string];
  const files = [[first, other, further], [other, first, further], [other]];
  const answers = await Promise.all(files.map((rows) => bring(rows)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const names = (await recurring()).map(({ name }: { name: string }) => name);
  expect(names.sort()).toEqual(['C-1', 'C-2']);
});
