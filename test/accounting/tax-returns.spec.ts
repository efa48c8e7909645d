import { newActor } from '../support/actor.js';
import {
  boxesOfReturn,
  fileReturn,
  keepTaxes,
  openReturn,
  returnForms,
  taxed,
  taxReturns,
} from '../support/tax-returns.js';
import { postDocuments } from '../support/taxed-entries.js';

const amountsOf = ({ boxes }: { boxes: { code: string; amount: string }[] }) =>
  Object.fromEntries(boxes.filter(({ amount }) => amount !== '0.00').map(({ code, amount }) => [code, amount]));

it('files a quarter with reverse charge, and declares what came late in the next', async () => {
  const { actor, formId } = await keepTaxes();
  await postDocuments(
    actor,
    taxed('2024-01-15', '1000.00'),
    taxed('2024-03-31', '500.00', { taxCode: 'VAT-RED', rate: '0.12' }),
    taxed('2024-02-10', '400.00', { kind: 'purchase' }),
    taxed('2024-02-20', '2000.00', { kind: 'reverse_charge', taxCode: 'VAT-RC-PURCHASE' }),
    taxed('2024-03-01', '300.00', { taxCode: 'VAT-EXPORT', rate: '0' }),
    taxed('2024-04-01', '9000.00'),
  );
  const first = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  expect(first).toMatchObject({ startsOn: '2024-01-01', endsOn: '2024-03-31', status: 'open', revision: 0 });
  const preview = await boxesOfReturn(actor, first.id);
  const declared = {
    '10': '1000.00',
    '11': '250.00',
    '12': '500.00',
    '13': '60.00',
    '24': '300.00',
    '32': '2000.00',
    '33': '500.00',
    '40': '810.00',
    '50': '100.00',
    '51': '500.00',
    '60': '600.00',
    '70': '210.00',
  };
  expect(amountsOf(preview)).toEqual(declared);
  expect(preview).toMatchObject({ lineCount: 6, lateLineCount: 0, lineCountOfNoBox: 0, lineCountOfNoForm: 0 });

  const second = await openReturn(actor, formId);
  expect(second).toMatchObject({ startsOn: '2024-04-01', endsOn: '2024-06-30' });
  const filed = await fileReturn(actor, first.id, { reference: 'A-1', digest: preview.digest });
  expect(filed).toMatchObject({ status: 200, body: { status: 'filed', reference: 'A-1', version: 2 } });

  await postDocuments(actor, taxed('2024-04-10', '80.00', { taxPointOn: '2024-03-20' }));
  const kept = await boxesOfReturn(actor, first.id);
  expect(amountsOf(kept)).toEqual(declared);
  expect(kept).toMatchObject({ lineCount: 6, laterLineCount: 1, status: 'filed' });
  const next = await boxesOfReturn(actor, second.id);
  expect(amountsOf(next)).toMatchObject({ '10': '9080.00', '11': '2270.00' });
  expect(next).toMatchObject({ lineCount: 2, lateLineCount: 1 });
  const late = await actor.get(`${taxReturns}/${second.id}/lines?isLate=true`);
  expect(late.body.data).toMatchObject([
    {
      taxPointOn: '2024-03-20',
      base: '80.00',
      isLate: true,
      declaredIn: null,
      journalCode: 'GENERAL',
      documentType: null,
    },
  ]);
  expect(await fileReturn(actor, second.id)).toMatchObject({ status: 200 });
  const after = await actor.get(`${taxReturns}/${second.id}/lines?isLate=true`);
  expect(after.body.data).toMatchObject([{ declaredIn: second.id }]);
  expect((await boxesOfReturn(actor, first.id)).laterLineCount).toBe(1);
});

it('leads from each box to its lines, page by page', async () => {
  const { actor, formId } = await keepTaxes();
  await postDocuments(
    actor,
    taxed('2024-01-15', '1000.00'),
    taxed('2024-01-16', '10.00'),
    taxed('2024-01-17', '2000.00', { kind: 'reverse_charge', taxCode: 'VAT-RC-PURCHASE' }),
    taxed('2024-01-18', '400.00', { kind: 'purchase' }),
  );
  const { id } = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const linesOf = async (query: string) =>
    ((await actor.get(`${taxReturns}/${id}/lines?${query}`)).body.data as { base: string; side: string }[]).map(
      ({ base, side }) => `${side} ${base}`,
    );
  const expected: Record<string, string[]> = {
    '10': ['output 1000.00', 'output 10.00'],
    '33': ['output 2000.00'],
    '40': ['output 1000.00', 'output 10.00', 'output 2000.00'],
    '60': ['input 2000.00', 'input 400.00'],
    '21': [],
  };
  for (const [box, lines] of Object.entries(expected)) expect([box, await linesOf(`box=${box}`)]).toEqual([box, lines]);
  expect(await linesOf('sort=-taxPointOn')).toHaveLength(5);
  const one = `${taxReturns}/${id}/lines?box=40&limit=2`;
  const page = await actor.get(one);
  expect(page.body).toMatchObject({ data: [{}, {}], page: { hasMore: true } });
  const rest = await actor.get(`${one}&after=${page.body.page.next as string}`);
  expect(rest.body).toMatchObject({ data: [{ base: '2000.00' }], page: { hasMore: false } });
  // The counts of the boxes are those of the lists, before and after.
  const check = async () => {
    const { boxes } = (await boxesOfReturn(actor, id)) as {
      boxes: { code: string; kind: string; lineCount: number }[];
    };
    const counts: [string, number][] = [];
    for (const { code } of boxes.filter(({ kind }) => kind === 'lines'))
      counts.push([code, (await linesOf(`box=${code}`)).length]);
    expect(counts).toEqual(
      boxes.filter(({ kind }) => kind === 'lines').map(({ code, lineCount }) => [code, lineCount]),
    );
  };
  await check();
  expect(await fileReturn(actor, id)).toMatchObject({ status: 200 });
  await check();
});

it('refuses to file too early, out of turn, twice, and what was not read', async () => {
  const { actor, formId } = await keepTaxes();
  await postDocuments(actor, taxed('2024-01-15', '1000.00'));
  const first = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const second = await openReturn(actor, formId);
  const state = (message: string) => ({
    status: 409,
    body: { code: 'tax_return_state', detail: expect.stringContaining(message) },
  });
  expect(await fileReturn(actor, second.id)).toMatchObject(state('2024-01-01 to 2024-03-31 is open'));
  const early = await fileReturn(actor, first.id, { filedOn: '2024-03-31' });
  expect(early).toMatchObject({ status: 422, body: { errors: [{ pointer: '/filedOn', code: 'before_period_end' }] } });
  const future = await fileReturn(actor, first.id, { filedOn: '2190-01-01' });
  expect(future).toMatchObject({ status: 422, body: { errors: [{ pointer: '/filedOn', code: 'in_future' }] } });
  const { digest } = await boxesOfReturn(actor, first.id);
  await postDocuments(actor, taxed('2024-01-16', '10.00'));
  expect(await fileReturn(actor, first.id, { digest })).toMatchObject({
    status: 409,
    body: { code: 'tax_return_changed' },
  });
  expect((await actor.get(`${taxReturns}/${first.id}`)).body).toMatchObject({ status: 'open', version: 1 });
  expect(await fileReturn(actor, first.id, {}, 2)).toMatchObject({ status: 412 });
  expect(await fileReturn(actor, first.id)).toMatchObject({ status: 200 });
  expect(await fileReturn(actor, first.id, {}, 2)).toMatchObject(state('filed already'));
  expect(await actor.delete(`${taxReturns}/${first.id}`, '"2"')).toMatchObject(state('stays as it is'));

  const ahead = await newActor();
  await ahead.openBooks();
  await ahead.post('/v1/accounting/tax-codes', { code: 'ZERO', name: 'Zero', category: 'Z', appliesTo: 'both' });
  const box = { code: '1', name: 'All', kind: 'lines', amount: 'base' };
  const form = { code: 'F', name: 'Form', country: 'SE', frequency: 'yearly', validFrom: '2020-01-01', boxes: [box] };
  const created = await ahead.post(returnForms, form);
  const { id } = await openReturn(ahead, created.body.id as string, { startsOn: '2190-01-01' });
  expect(await fileReturn(ahead, id, { filedOn: '2191-01-01' })).toMatchObject(state('ends on 2190-12-31'));
});

it('opens periods that follow each other, and takes back the last', async () => {
  const { actor, formId } = await keepTaxes();
  const refusal = async (fields: object) =>
    (await actor.post(taxReturns, { formId, ...fields })).body.errors?.[0]?.code;
  expect(await refusal({})).toBe('required');
  expect(await refusal({ startsOn: '2023-10-01' })).toBe('no_form_version');
  const first = await openReturn(actor, formId, { startsOn: '2024-01-15', endsOn: '2024-03-31' });
  expect(await refusal({ startsOn: '2024-04-02' })).toBe('not_contiguous');
  const second = await openReturn(actor, formId, { startsOn: '2024-04-01' });
  expect(await actor.delete(`${taxReturns}/${first.id}`, '"1"')).toMatchObject({ status: 409 });
  expect(await actor.delete(`${taxReturns}/${second.id}`, '"1"')).toMatchObject({ status: 204 });
  expect(await refusal({ endsOn: '2024-03-31' })).toBe('period_order');
  expect(await refusal({ endsOn: '2026-04-01' })).toBe('period_too_long');
  expect(await openReturn(actor, formId, { endsOn: '2024-05-31' })).toMatchObject({ startsOn: '2024-04-01' });
  expect((await actor.get(`${taxReturns}?formId=${formId}&status=open`)).body.data).toHaveLength(2);
});

it('amends what was filed by another revision, and keeps the first', async () => {
  const { actor, formId } = await keepTaxes();
  await postDocuments(actor, taxed('2024-01-15', '1000.00'));
  const first = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const second = await openReturn(actor, formId);
  const amend = (id: string, version: number) =>
    actor.post(`${taxReturns}/${id}/amend`, { reason: 'An invoice was forgotten.' }, { 'If-Match': `"${version}"` });
  expect(await amend(first.id, 1)).toMatchObject({ status: 409 });
  expect(await fileReturn(actor, first.id)).toMatchObject({ status: 200 });
  await postDocuments(
    actor,
    taxed('2024-04-10', '80.00', { taxPointOn: '2024-03-20' }),
    taxed('2024-04-11', '7.00', { taxPointOn: '2024-04-11' }),
  );
  const amendment = await amend(first.id, 2);
  expect(amendment).toMatchObject({ status: 201, body: { revision: 1, amends: first.id, status: 'open' } });
  expect(await amend(first.id, 2)).toMatchObject({ status: 409 });
  const { id } = amendment.body as { id: string };
  const boxes = await boxesOfReturn(actor, id);
  expect(boxes.boxes[0]).toMatchObject({ code: '10', amount: '1080.00', difference: '80.00', lineCount: 2 });
  // Meanwhile the late line is the amendment's, and the next return waits for it.
  expect(await boxesOfReturn(actor, second.id)).toMatchObject({ lineCount: 1, lateLineCount: 0 });
  expect(await fileReturn(actor, second.id)).toMatchObject({ status: 409 });
  expect(await fileReturn(actor, id)).toMatchObject({ status: 200, body: { status: 'filed' } });
  expect((await actor.get(`${taxReturns}/${first.id}`)).body).toMatchObject({ status: 'amended', amendedBy: id });
  expect(amountsOf(await boxesOfReturn(actor, first.id))['10']).toBe('1000.00');
  expect((await boxesOfReturn(actor, id)).boxes[0]).toMatchObject({ amount: '1080.00', difference: '80.00' });
  expect(await fileReturn(actor, second.id)).toMatchObject({ status: 200 });
  expect(amountsOf(await boxesOfReturn(actor, second.id))['10']).toBe('7.00');
  const again = await amend(id, 2);
  expect(again).toMatchObject({ status: 201, body: { revision: 2 } });
  const path = `${taxReturns}/${again.body.id as string}`;
  expect(await actor.delete(path, '"1"')).toMatchObject({ status: 204 });
});

it('ties to the movement of the tax accounts, and names what does not', async () => {
  const { actor, formId } = await keepTaxes();
  const [reversed] = await postDocuments(
    actor,
    taxed('2024-01-15', '1000.00'),
    taxed('2024-02-01', '40.00'),
    // Posted in the next quarter, and the other way round.
    taxed('2024-04-02', '200.00', { taxPointOn: '2024-03-31' }),
    taxed('2024-03-31', '4.00', { taxPointOn: '2024-04-01' }),
  );
  const reversal = await actor.post(`/v1/accounting/journal-entries/${reversed}/reverse`, { entryDate: '2024-03-05' });
  expect(reversal.status).toBe(201);
  await actor.postEntry('2100', '1000', '99.00', { entryDate: '2024-02-12', description: 'VAT of 2023, paid' });
  const { id } = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  const expected = {
    accounts: [
      { accountCode: '1200', movement: '0.00', declared: '0.00' },
      {
        accountCode: '2100',
        movement: '-88.00',
        declared: '60.00',
        declaredOfOtherDates: '50.00',
        undeclared: '1.00',
        withoutTaxLines: '-99.00',
      },
    ],
    postingsWithoutTaxLines: [{ description: 'VAT of 2023, paid', amount: '-99.00', accountCode: '2100' }],
    postingWithoutTaxLineCount: 1,
  };
  expect((await actor.get(`${taxReturns}/${id}/reconciliation`)).body).toMatchObject(expected);
  expect(await fileReturn(actor, id)).toMatchObject({ status: 200 });
  expect((await actor.get(`${taxReturns}/${id}/reconciliation`)).body).toMatchObject(expected);
});
