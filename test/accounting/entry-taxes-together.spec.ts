import { bodyOf, bought, entries, paid, post } from '../support/purchases.js';
import { keepTaxes } from '../support/tax-returns.js';

it('posts many with their taxes', async () => {
  const { actor } = await keepTaxes();
  const one = (debit: string, credit: string, code = 'VAT-STD') => {
    const { post: _post, ...body } = bodyOf([bought(debit, code), paid(credit)]);
    return body;
  };
  const bulk = {
    mode: 'independent',
    entries: [one('100.00', '125.00'), one('1.00', '1.00', 'NO'), one('200.00', '250.00')],
  };
  const answer = await actor.post(`${entries}/bulk`, bulk);
  expect(answer.body.results).toMatchObject([
    { status: 'posted' },
    { status: 'refused', errors: [{ pointer: '/entries/1/lines/0/taxes/taxCodes/0' }] },
    { status: 'posted' },
  ]);
  expect((await actor.get('/v1/accounting/tax-lines')).body.data).toMatchObject([{ tax: '25.00' }, { tax: '50.00' }]);
});

it('imports entries with their taxes, each wholly or not at all', async () => {
  const { actor } = await keepTaxes();
  const { post: _post, ...entry } = bodyOf([bought('100.00', 'VAT-STD'), paid('125.00')]);
  const imported = await actor.post('/v1/accounting/imports/json', {
    entries: [entry, { ...entry, entryDate: '2024-03-01' }],
  });
  expect(imported).toMatchObject({ status: 200, body: { entryCount: 2, lineCount: 6 } });
  const taxes = async () => (await actor.get('/v1/accounting/tax-lines')).body.data as { tax: string }[];
  expect((await taxes()).map(({ tax }) => tax)).toEqual(['25.00', '25.00']);
  const wrong = { entries: [{ ...entry, lines: [bought('1.00', 'NO'), paid('1.00')] }] };
  expect(await actor.post('/v1/accounting/imports/json', wrong)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/entries/0/lines/0/taxes/taxCodes/0', code: 'unknown_tax_code' }] },
  });
});

it('are of the vendor whose bill the entry is', async () => {
  const { actor } = await keepTaxes();
  const payable = { code: '2440', name: 'Payables', type: 'liability', control: 'payable' };
  expect(await actor.post('/v1/accounting/accounts', payable)).toMatchObject({ status: 201 });
  const vendor = await actor.post('/v1/accounting/parties', { name: 'Stationer', isVendor: true });
  expect(vendor.status).toBe(201);
  const owed = { accountCode: '2440', credit: '125.00', partyId: vendor.body.id };
  const posted = await post(actor, [bought('100.00', 'VAT-STD'), owed]);
  expect(posted).toMatchObject({ status: 201, body: { taxes: [{ partyId: vendor.body.id, tax: '25.00' }] } });
});

it('keeps what many post at once, each with its taxes', async () => {
  const { actor } = await keepTaxes();
  const lines = [bought('100.00', 'VAT-STD'), paid('125.00')];
  const answers = await Promise.all(Array.from({ length: 12 }, () => post(actor, lines)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const numbers = answers.map(({ body }) => body.number as number).sort((one, other) => one - other);
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect((await actor.get('/v1/accounting/tax-lines?limit=100')).body.data).toHaveLength(12);
});
