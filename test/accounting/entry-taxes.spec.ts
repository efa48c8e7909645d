import { newActor } from '../support/actor.js';
import { bodyOf, bought, entries, paid, post } from '../support/purchases.js';
import { boxesOfReturn, fileReturn, keepTaxes, openReturn, taxReturns } from '../support/tax-returns.js';

const amounts = ({ boxes }: { boxes: { code: string; amount: string }[] }) =>
  Object.fromEntries(boxes.filter(({ amount }) => amount !== '0.00').map(({ code, amount }) => [code, amount]));

const shown = ({ lines }: { lines: { accountCode: string; debit: string; credit: string }[] }) =>
  lines.map(({ accountCode, debit, credit }) => `${accountCode} ${debit} ${credit}`);

it('posts what was bought with its input tax, shows it, proves it beforehand and takes it back', async () => {
  const { actor } = await keepTaxes();
  const lines = [bought('125.00', 'VAT-STD', { amountIs: 'gross' }), paid('125.00')];
  const { post: _post, ...unposted } = bodyOf(lines);
  const proved = await actor.post(`${entries}/validate`, unposted);
  expect(proved).toMatchObject({ status: 200, body: { result: 'valid', total: '125.00', taxes: [{ tax: '25.00' }] } });

  const posted = await post(actor, lines);
  expect(posted.status).toBe(201);
  expect(shown(posted.body as never)).toEqual(['4000 100.00 0.00', '1000 0.00 125.00', '1200 25.00 0.00']);
  const tax = {
    lineNumber: 3,
    taxCode: 'VAT-STD',
    rate: '0.25',
    category: 'S',
    direction: 'purchase',
    side: 'input',
    taxPointOn: '2024-02-10',
    currency: 'EUR',
    base: '100.00',
    tax: '25.00',
    functionalBase: '100.00',
    functionalTax: '25.00',
    partyId: null,
    isDeferred: false,
  };
  expect(posted.body.taxes).toEqual([tax]);
  expect((await actor.get(`${entries}/${posted.body.id}`)).body).toEqual(posted.body);
  const taxLines = await actor.get(`/v1/accounting/tax-lines?entryId=${posted.body.id}`);
  expect(taxLines.body.data).toMatchObject([{ side: 'input', base: '100.00', tax: '25.00', documentId: null }]);

  const reversed = await actor.post(`${entries}/${posted.body.id}/reverse`, { entryDate: '2024-03-01' });
  const back = { base: '-100.00', tax: '-25.00', functionalBase: '-100.00', functionalTax: '-25.00' };
  expect(reversed.body.taxes).toEqual([{ ...tax, ...back, taxPointOn: '2024-03-01' }]);
  expect((await actor.get(`${entries}/${reversed.body.id}`)).body).toEqual(reversed.body);
});

it('answers the same for the same key', async () => {
  const { actor } = await keepTaxes();
  const key = { 'Idempotency-Key': 'taxed-entry' };
  const body = bodyOf([bought('100.00', 'VAT-RED'), paid('112.00')]);
  const [first, second] = [await actor.post(entries, body, key), await actor.post(entries, body, key)];
  expect(first.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect((await actor.get('/v1/accounting/tax-lines')).body.data).toHaveLength(1);
});

it('declares purchases and what the buyer owes, and what is late with the next return', async () => {
  const { actor, formId } = await keepTaxes();
  const sale = { accountCode: '3000', credit: '1000.00', taxes: { direction: 'sale', taxCodes: ['VAT-STD'] } };
  expect(await post(actor, [{ accountCode: '1000', debit: '1250.00' }, sale])).toMatchObject({ status: 201 });
  expect(await post(actor, [bought('400.00', 'VAT-STD'), paid('500.00')])).toMatchObject({ status: 201 });
  // What its receipt rounds otherwise.
  expect(await post(actor, [bought('99.99', 'VAT-STD', { taxAmount: '25.01' }), paid('125.00')])).toMatchObject({
    status: 201,
  });
  const service = await post(actor, [bought('2000.00', 'VAT-RC-PURCHASE'), paid('2000.00')]);
  expect(shown(service.body as never)).toEqual([
    '4000 2000.00 0.00',
    '1000 0.00 2000.00',
    '2100 0.00 500.00',
    '1200 500.00 0.00',
  ]);
  // Given back: 40.00 of what was bought.
  const credit = { accountCode: '4000', credit: '40.00', taxes: { direction: 'purchase', taxCodes: ['VAT-STD'] } };
  expect(await post(actor, [{ accountCode: '1000', debit: '50.00' }, credit])).toMatchObject({ status: 201 });

  const first = await openReturn(actor, formId, { startsOn: '2024-01-01' });
  // 60: 100.00 + 25.01 + 500.00 - 10.00; 70: 250.00 + 500.00 - 615.01.
  expect(amounts((await boxesOfReturn(actor, first.id)) as never)).toEqual({
    '10': '1000.00',
    '11': '250.00',
    '32': '2000.00',
    '33': '500.00',
    '40': '750.00',
    '50': '115.01',
    '51': '500.00',
    '60': '615.01',
    '70': '134.99',
  });
  const { body } = await actor.get(`${taxReturns}/${first.id}/reconciliation`);
  expect(body).toMatchObject({ postingWithoutTaxLineCount: 0 });
  expect(await fileReturn(actor, first.id)).toMatchObject({ status: 200 });
  const late = { entryDate: '2024-04-10', taxPointOn: '2024-03-28' };
  expect(await post(actor, [bought('80.00', 'VAT-STD'), paid('100.00')], late)).toMatchObject({
    status: 201,
    body: { taxes: [{ taxPointOn: '2024-03-28' }] },
  });
  const second = await openReturn(actor, formId);
  expect(await boxesOfReturn(actor, second.id)).toMatchObject({ lateLineCount: 1 });
  expect(amounts((await boxesOfReturn(actor, second.id)) as never)).toEqual({
    '50': '20.00',
    '60': '20.00',
    '70': '-20.00',
  });
});

it('comes to boxes 1, 4, 6, 7 and 9 of the United Kingdom', async () => {
  const actor = await newActor();
  await actor.openBooks('2024-01-01', '2024-12-31');
  const template = { templateCode: 'uk_vat', validFrom: '2024-01-01' };
  expect(await actor.post('/v1/accounting/tax-codes/import-template', template)).toMatchObject({ status: 200 });
  const form = await actor.post('/v1/accounting/tax-return-forms/import-template', { ...template, country: 'GB' });
  expect(form.status).toBe(200);
  await post(actor, [bought('120.00', 'VAT20', { amountIs: 'gross' }), paid('120.00')]);
  await post(actor, [bought('500.00', 'IMPORT-PVA'), paid('500.00')]);
  await post(actor, [bought('60.00', 'VAT0'), paid('60.00')]);
  const { id } = await openReturn(actor, form.body.form.id as string, { startsOn: '2024-01-01' });
  const boxes = amounts((await boxesOfReturn(actor, id)) as never);
  // 1: 20 % of the import; 4: 20.00 + 100.00; 7: 100 + 500 + 60.
  expect(boxes).toMatchObject({ '1': '100.00', '4': '120.00', '7': '660.00' });
  expect(boxes['9']).toBeUndefined();
});

it('keeps what cannot be deducted with what was bought', async () => {
  const { actor } = await keepTaxes();
  const code = { code: 'CAR', name: 'VAT of cars', appliesTo: 'purchase', recoverableShare: '0.5' };
  const rates = [{ validFrom: '2024-01-01', rate: '0.25' }];
  const created = await actor.post('/v1/accounting/tax-codes', { ...code, inputAccountCode: '1200', rates });
  expect(created.status).toBe(201);
  const posted = await post(actor, [bought('100.00', 'CAR'), paid('125.00')]);
  expect(shown(posted.body as never)).toEqual(['4000 112.50 0.00', '1000 0.00 125.00', '1200 12.50 0.00']);
  expect(posted.body.taxes).toMatchObject([{ base: '100.00', tax: '12.50' }]);
});

it('takes an entry in which the tax has a line already', async () => {
  const { actor } = await keepTaxes();
  const taxes = { direction: 'purchase', taxCodes: ['VAT-STD'], amountIs: 'tax', base: '100.00' };
  const lines = [
    { accountCode: '4000', debit: '100.00' },
    { accountCode: '1200', debit: '25.04', taxes },
    paid('125.04'),
  ];
  const posted = await post(actor, lines);
  expect(posted).toMatchObject({ status: 201, body: { taxes: [{ lineNumber: 2, base: '100.00', tax: '25.04' }] } });
  expect(posted.body.lines).toHaveLength(3);
  const elsewhere = [lines[0]!, { ...lines[1]!, accountCode: '4000' }, lines[2]!];
  expect(await post(actor, elsewhere)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/lines/1/accountCode', code: 'not_tax_account' }] },
  });
});

it('converts taxes at the rate of their line', async () => {
  const { actor } = await keepTaxes();
  const foreign = { currency: 'USD', exchangeRate: '0.9', exchangeRateSource: 'ECB' };
  const posted = await post(actor, [bought('10.00', 'VAT-STD'), paid('12.50')], {
    ...foreign,
    entryDate: '2024-02-10',
  });
  expect(posted.status).toBe(201);
  expect(posted.body.taxes).toMatchObject([
    { currency: 'USD', base: '10.00', tax: '2.50', functionalBase: '9.00', functionalTax: '2.25' },
  ]);
});

it('refuses what cannot be taxed, at its place', async () => {
  const { actor } = await keepTaxes();
  const errorsOf = async (lines: object[], more: object = {}) => {
    const { status, body } = await post(actor, lines, more);
    return {
      status,
      errors: (body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`),
    };
  };
  expect(await errorsOf([bought('1.00', 'NO'), paid('1.00')])).toEqual({
    status: 422,
    errors: ['/lines/0/taxes/taxCodes/0 unknown_tax_code'],
  });
  expect(
    await errorsOf([bought('100.00', 'VAT-STD', { taxAmount: '20.00' }), { ...paid('120.00'), accountCode: 'NO' }]),
  ).toEqual({
    status: 422,
    errors: ['/lines/0/taxes/taxAmount tax_differs', '/lines/1/accountCode unknown_account'],
  });
  expect(await errorsOf([bought('100.00', 'VAT-STD'), paid('100.00')])).toEqual({
    status: 422,
    errors: ['/lines entry_unbalanced'],
  });
  const bare = [
    { accountCode: '4000', debit: '1.00' },
    { ...paid('1.00'), accountCode: 'NO' },
  ];
  expect(await errorsOf(bare, { taxPointOn: '2024-02-09' })).toEqual({
    status: 422,
    errors: ['/lines/1/accountCode unknown_account', '/taxPointOn tax_point_without_taxes'],
  });
  const before = { entryDate: '2024-02-10', taxPointOn: '2023-12-31' };
  expect(await errorsOf([bought('100.00', 'VAT-STD'), paid('125.00')], before)).toEqual({
    status: 422,
    errors: ['/lines/0/taxes/taxCodes/0 no_tax_rate'],
  });
});
