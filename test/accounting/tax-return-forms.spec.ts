import { type Actor, newActor } from '../support/actor.js';
import { faultsOf } from '../support/problems.js';
import { boxesOfReturn, fileReturn, keepTaxes, openReturn, returnForms, taxed } from '../support/tax-returns.js';
import { postDocuments } from '../support/taxed-entries.js';

const box = { code: '1', name: 'Sales', kind: 'lines', amount: 'base' };
const form = { code: 'F', name: 'Form', country: 'SE', frequency: 'monthly', validFrom: '2024-01-01', boxes: [box] };

async function withCodes(...codes: string[]): Promise<Actor> {
  const actor = await newActor();
  await actor.openBooks('2024-01-01', '2024-12-31');
  for (const code of codes) {
    const body = {
      code,
      name: code,
      category: 'Z',
      appliesTo: 'both',
      rates: [{ validFrom: '2020-01-01', rate: '0' }],
    };
    await actor.post('/v1/accounting/tax-codes', body);
  }
  return actor;
}

it('report codes that nobody else does; all that are left where none are named', async () => {
  const actor = await withCodes('A', 'B', 'C');
  await actor.post('/v1/accounting/tax-codes', {
    code: 'G',
    name: 'Group',
    appliesTo: 'both',
    components: [{ code: 'A' }],
  });
  const first = await actor.post(returnForms, { ...form, taxCodes: ['A'] });
  expect(first).toMatchObject({ status: 201, body: { taxCodes: ['A'], version: 1 }, headers: { etag: '"1"' } });
  const wrong = await actor.post(returnForms, { ...form, code: 'X', taxCodes: ['A', 'B', 'G', 'NONE'] });
  expect([wrong.status, faultsOf(wrong.body)]).toEqual([
    422,
    ['/taxCodes/0 code_on_other_form', '/taxCodes/2 tax_code_is_group', '/taxCodes/3 unknown_tax_code'],
  ]);
  expect(await actor.post(returnForms, form)).toMatchObject({ status: 409, body: { code: 'tax_return_form_taken' } });
  const rest = await actor.post(returnForms, { ...form, code: 'REST' });
  expect(rest.body.taxCodes).toEqual(['B', 'C']);
  const path = `${returnForms}/${rest.body.id as string}`;
  expect(faultsOf((await actor.patch(path, { taxCodes: ['A'] }, '"1"')).body)).toEqual([
    '/taxCodes/0 code_on_other_form',
  ]);
  const changed = await actor.patch(path, { taxCodes: ['C'], name: 'Rest', frequency: 'yearly' }, '"1"');
  expect(changed).toMatchObject({
    status: 200,
    body: { taxCodes: ['C'], name: 'Rest', frequency: 'yearly', version: 2 },
  });
  expect(await actor.patch(path, { name: 'Other' }, '"1"')).toMatchObject({ status: 412 });
  expect((await actor.get(`${returnForms}?code[prefix]=R`)).body.data).toMatchObject([{ code: 'REST', name: 'Rest' }]);
});

it('have boxes that can be reckoned, of codes that they report', async () => {
  const actor = await withCodes('A', 'B');
  const refused = async (boxes: object[]) =>
    faultsOf((await actor.post(returnForms, { ...form, taxCodes: ['A'], boxes })).body);
  expect(await refused([{ ...box, taxCodes: ['A', 'B', 'NONE'] }])).toEqual([
    '/boxes/0/taxCodes/1 code_not_on_form',
    '/boxes/0/taxCodes/2 code_not_on_form',
  ]);
  const formula = (code: string, ...boxes: string[]) => {
    return { code, name: code, kind: 'formula', terms: boxes.map((one) => ({ box: one })) };
  };
  expect(await refused([formula('1', '2'), formula('2', '1')])).toEqual([
    '/boxes/0/terms circular_formula',
    '/boxes/1/terms circular_formula',
  ]);
  expect(await refused([formula('1', '9'), { ...box, code: '1' }])).toEqual([
    '/boxes/0/terms/0/box unknown_box',
    '/boxes/1/code code_taken',
  ]);
  expect((await actor.get(returnForms)).body.data).toEqual([]);
});

it('keep the version that returns were filed on', async () => {
  const { actor, formId } = await keepTaxes();
  await postDocuments(actor, taxed('2024-01-15', '1000.00'), taxed('2024-04-15', '10.00'));
  const first = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const second = await openReturn(actor, formId);
  expect((await fileReturn(actor, first.id)).status).toBe(200);
  const versions = `${returnForms}/${formId}/versions`;
  const whole = { ...box, code: '99', rounding: 'whole_half_up', isNegated: true };
  const made = await actor.post(versions, { validFrom: '2024-01-01', boxes: [whole] });
  expect(made).toMatchObject({ status: 201, body: { number: 2, boxes: [{ code: '99', terms: [], taxCodes: null }] } });
  expect((await actor.get(versions)).body.data).toMatchObject([{ number: 2 }, { number: 1, validFrom: '2024-01-01' }]);
  expect(await boxesOfReturn(actor, first.id)).toMatchObject({ formVersion: 1, lineCount: 1 });
  expect(await boxesOfReturn(actor, second.id)).toMatchObject({
    formVersion: 2,
    boxes: [{ code: '99', amount: '-10.00' }],
  });
  // From July on there is another one.
  await actor.post(versions, { validFrom: '2024-07-01', boxes: [box] });
  const third = await openReturn(actor, formId);
  expect(await boxesOfReturn(actor, third.id)).toMatchObject({ formVersion: 3 });
  expect(await boxesOfReturn(actor, second.id)).toMatchObject({ formVersion: 2 });
});

it('come with templates, of the codes that there are', async () => {
  const actor = await withCodes();
  const template = { templateCode: 'us_sales_tax', subdivision: 'NY', validFrom: '2024-01-01' };
  const early = await actor.post(`${returnForms}/import-template`, template);
  expect([early.status, faultsOf(early.body)]).toEqual([422, ['/templateCode no_tax_codes']]);
  const unsaid = await actor.post(`${returnForms}/import-template`, { ...template, subdivision: undefined });
  expect(faultsOf(unsaid.body)).toEqual(['/subdivision parameter_missing']);
  await actor.post('/v1/accounting/tax-codes/import-template', { ...template, stateRate: '0.04' });
  const rehearsed = await actor.post(`${returnForms}/import-template?dryRun=true`, template);
  expect(rehearsed).toMatchObject({ status: 200, body: { status: 'dry_run' } });
  const imported = await actor.post(`${returnForms}/import-template`, { ...template, frequency: 'monthly' });
  expect(imported.body).toMatchObject({
    status: 'imported',
    form: { code: 'NY-SALES-TAX', country: 'US', subdivision: 'NY', frequency: 'monthly' },
    missingTaxCodes: ['NY-COUNTY', 'NY-CITY'],
  });
  const again = await actor.post(`${returnForms}/import-template`, template);
  expect(again.body).toMatchObject({ status: 'nothing_new', form: { id: imported.body.form.id } });
  const { boxes } = (await actor.get(`${returnForms}/${imported.body.form.id as string}/versions`)).body.data[0];
  expect(boxes.map(({ code }: { code: string }) => code)).toEqual([
    'GROSS',
    'RESALE',
    'EXEMPT',
    'ELSEWHERE',
    'TAXABLE',
    'STATE',
    'DUE',
  ]);
  expect((await actor.get('/v1/accounting/tax-return-templates')).body.templates).toHaveLength(3);
});

it('an inactive form opens no return, and lines of codes on no form are counted', async () => {
  const actor = await withCodes('A', 'B');
  const { body } = await actor.post(returnForms, { ...form, taxCodes: ['A'] });
  await postDocuments(
    actor,
    taxed('2024-01-15', '5.00', { taxCode: 'A', rate: '0' }),
    taxed('2024-01-15', '7.00', { taxCode: 'B', rate: '0' }),
    taxed('2024-01-01', '7.00', { taxCode: 'A', rate: '0', taxPointOn: '2023-12-31' }),
  );
  const { id } = await openReturn(actor, body.id as string, { startsOn: '2024-01-01' });
  const counts = { lineCount: 1, lineCountOfNoForm: 1, lineCountBeforeFirst: 1, lineCountOfNoBox: 0 };
  expect(await boxesOfReturn(actor, id)).toMatchObject({ ...counts, boxes: [{ amount: '5.00', lineCount: 1 }] });
  const path = `${returnForms}/${body.id as string}`;
  expect(await actor.patch(path, { status: 'inactive' }, '"1"')).toMatchObject({ status: 200 });
  const refused = await actor.post('/v1/accounting/tax-returns', { formId: body.id });
  expect(refused).toMatchObject({ status: 409, body: { code: 'tax_return_state' } });
  expect(faultsOf((await actor.post('/v1/accounting/tax-returns', { formId: id })).body)).toEqual([
    '/formId unknown_form',
  ]);
});
