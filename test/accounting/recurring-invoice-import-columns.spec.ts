import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Actor, newActor } from '../support/actor.js';
import { openDeferrals } from '../support/deferrals.js';
import { addDimensionWith } from '../support/dimensions.js';
import { newCustomer } from '../support/receivables.js';
import { asRequest, columns, fileWith, freight, mapping } from '../support/recurring-csv.js';
import { RECURRING, runThrough } from '../support/recurring-invoices.js';
import { addRate, withholdingCodes } from '../support/withholdings.js';

const path = '/v1/accounting/record-imports/recurring-invoices';

let actor: Actor;
let customer: string;
let number: string;
beforeEach(async () => {
  actor = await newActor();
  await openDeferrals(actor, 2026);
  await post('payment-terms', { code: 'NET30', name: '30 days', instalments: [{ percentage: '100', days: 30 }] });
  await post('accounts', { code: '1690', name: 'Tax withheld by customers', type: 'asset' });
  for (const [code, rate] of Object.entries({ IRPF: '0.15', ISR: '0.1' })) {
    const made = await actor.post(withholdingCodes, { code, name: code, accountCode: '1690' });
    await addRate(actor, made.body.id, { rate, validFrom: '2020-01-01' });
  }
  await addDimensionWith(actor, 'CC', 'STO');
  await addDimensionWith(actor, 'PR', 'P1', 'P2');
  customer = await newCustomer(actor);
  ({ number } = (await actor.get(`/v1/accounting/parties/${customer}`)).body);
});

async function post(what: string, body: object) {
  const answer = await actor.post(`/v1/accounting/${what}`, body);
  if (answer.status !== 201) throw new Error(`${what} was answered ${answer.text}`);
  return answer.body;
}

const fileOf = (change: Record<string, [string, string]> = {}) => fileWith({ Customer: [number, ''], ...change });

const bodyOf = (file: string, change: object = {}) => {
  return { mode: 'issue', dating: 'due_date', allowPastDates: true, file, mapping, ...change };
};
const bring = (file: string, change: object = {}) => actor.post(path, bodyOf(file, change));

const faultsOf = ({ body }: { body: { errors: { code: string; line?: number; message: string }[] } }) =>
  body.errors.map(({ code, line, message }) => `${line} ${code} ${message.split(':')[0]}`);

/** What differs from one to the other in any case. */
const said = ({ content, ...one }: Record<string, unknown>) => {
  const { name, mode, dating, endsOn, occurrences, frequency, startsOn, monthEnd, legalEntityId, partyId } = one;
  return { content, name, mode, dating, endsOn, occurrences, frequency, startsOn, monthEnd, legalEntityId, partyId };
};

it('makes of a file with all columns what the request makes', async () => {
  const dry = await actor.post(`${path}?dryRun=true`, bodyOf(fileOf()));
  const { status, body: real } = await bring(fileOf());
  expect({ status, real }).toMatchObject({ status: 200, real: { status: 'imported', created: 1 } });
  const unkept = { status: 'dry_run', importId: null, records: [{ ...real.records[0], id: null }] };
  expect(dry.body).toEqual({ ...real, ...unkept });
  const wanted = await post('recurring-invoices', { ...asRequest, partyId: customer });
  const { data } = (await actor.get(RECURRING)).body;
  const brought = data.find(({ id }: { id: string }) => id !== wanted.id);
  expect(said(brought)).toEqual(said(wanted));
  expect(brought).toMatchObject({ passed: 2, nextOn: '2026-02-28' });

  // Both go on from the same date.
  const match = `"${(await actor.get(`${RECURRING}/${wanted.id}`)).body.version}"`;
  await actor.post(`${RECURRING}/${wanted.id}/end`, {}, { 'If-Match': match });
  const { body: alone } = await actor.post('/v1/accounting/invoices?dryRun=true', invoiceOfRequest());
  expect(await runThrough(actor, '2026-02-28')).toEqual(['2026-02-28 issued']);
  const { documentId } = (await actor.get('/v1/accounting/recurring-invoice-runs')).body.data[0];
  const made = (await actor.get(`/v1/accounting/invoices/${documentId}`)).body;
  for (const member of ['lines', 'totals', 'taxes', 'withholdings', 'instalments']) {
    expect({ [member]: made[member] }).toEqual({ [member]: alone[member] });
  }
  expect(made.withholdings).toHaveLength(2);
  expect((await actor.get(`/v1/accounting/deferrals?invoiceId=${documentId}`)).body.data).toMatchObject([
    { method: 'by_month', amount: '292.50' },
  ]);
});

function invoiceOfRequest() {
  const { name, mode, dating, frequency, monthEnd, startsOn, endsOn, occurrences, ...content } = asRequest;
  expect([name, mode, dating, frequency, monthEnd, startsOn, endsOn, occurrences]).toHaveLength(8);
  return { ...content, partyId: customer, issuedOn: '2026-02-28' };
}

it('names every column that there is, and every member of the request but those that no cell can hold', async () => {
  const document = JSON.parse(await readFile(join(import.meta.dirname, '../../openapi.json'), 'utf8'));
  const membersOf = (name: string) => Object.keys(document.components.schemas[name].properties).sort();
  expect(Object.keys(columns).sort()).toEqual(membersOf('RecurringColumns'));
  expect(Object.keys({ ...freight, rates: '', reason: '' }).sort()).toEqual(
    membersOf('RecurringDocumentAdjustmentColumns'),
  );
  const without = (members: string[], ...left: string[]) => members.filter((name) => !left.includes(name));
  expect(Object.keys(asRequest).sort()).toEqual(
    without(membersOf('CreateRecurringInvoice'), 'partyId', 'legalEntityId'),
  );
  expect(Object.keys(asRequest.lines[0]!).sort()).toEqual(membersOf('SalesLineFields'));
  const [charge, allowance] = asRequest.adjustments;
  expect(Object.keys({ ...charge, ...allowance }).sort()).toEqual(membersOf('SalesAdjustmentFields'));
});

it('tells what is wrong with each of them in one round, by row and column', async () => {
  const answer = await bring(
    fileOf({
      Order: ['PO-7', 'PO-8'],
      Gross: ['maybe', ''],
      'Rebate %': ['five', ''],
      Through: ['31.02.2026', ''],
      'Freight from': ['01.02.26', ''],
    }),
  );
  expect(answer).toMatchObject({ status: 422, body: { code: 'import_refused' } });
  expect(faultsOf(answer)).toEqual([
    '2 invalid_flag "Gross"',
    '2 invalid_date "Freight from"',
    '2 invalid_number "Rebate %"',
    '2 invalid_date "Through"',
    '3 rows_differ "Order"',
  ]);
});

it.each<[string, Record<string, [string, string]>, string[]]>([
  [
    'a withholding code that is not known',
    { 'Line withheld': ['', 'NONE'] },
    ['3 unknown_withholding_code "Line withheld"'],
  ],
  [
    'one that is named for the whole as well',
    { 'Line withheld': ['', 'IRPF'] },
    ['3 code_named_twice "Line withheld"'],
  ],
  ['a service that ends before it begins', { Through: ['31.01.2026', ''] }, ['2 service_ends_early "Through"']],
  ['a deferral without a service', { Deferral: ['by_month', 'by_day'] }, ['3 service_required "From"']],
  ['a service without an end', { Through: ['', ''] }, ['2 required "Through"']],
  ['a tax code of the freight', { 'Freight tax': ['VAT99', ''] }, ['2 unknown_tax_code "Freight tax"']],
  ['an account of the freight', { 'Freight account': ['9999', ''] }, ['2 unknown_account "Freight account"']],
  ['a value of a dimension', { Centre: ['XXX', ''] }, ['2 unknown_dimension_value "Centre"']],
  [
    'a value of a dimension of the freight',
    { 'Freight centre': ['XXX', ''] },
    ['2 unknown_dimension_value "Freight centre"'],
  ],
  ['a rate type', { 'Rate type': ['two words', ''] }, ['2 invalid_code "Rate type"']],
])('tells of %s where the books refuse it', async (_, change, faults) => {
  const answer = await bring(fileOf(change));
  expect({ status: answer.status, faults: faultsOf(answer) }).toEqual({ status: 422, faults });
});

it.each<[string, object, string]>([
  ['rates of no unit', { rateUnit: undefined }, '/mapping/rateUnit'],
  [
    'a service without an end',
    { columns: { ...columns, serviceEndDates: undefined } },
    '/mapping/columns/serviceEndDates',
  ],
  ['an allowance of no column', { lineAdjustments: [{ kind: 'allowance' }] }, '/mapping/lineAdjustments/0'],
  [
    'a dimension of two columns',
    { dimensions: [...mapping.dimensions, mapping.dimensions[0]] },
    '/mapping/dimensions/2/dimensionCode',
  ],
])('refuses a mapping with %s', async (_, change, pointer) => {
  const answer = await bring(fileOf(), { mapping: { ...mapping, ...change } });
  expect(answer).toMatchObject({ status: 422, body: { code: 'import_refused', errors: [{ pointer }] } });
});

it('takes fractions where the mapping says so', async () => {
  await bring(fileOf({ 'Rebate %': ['', '0,05'], Loyalty: ['0,025', ''] }), {
    mapping: { ...mapping, rateUnit: 'fraction' },
  });
  const { content } = (await actor.get(RECURRING)).body.data[0];
  expect(content.lines[1].adjustments).toEqual(asRequest.lines[1]!.adjustments);
  expect(content.adjustments).toEqual(asRequest.adjustments);
});
