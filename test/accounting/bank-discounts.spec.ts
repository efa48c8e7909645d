import { colleagueOf } from '../support/actor.js';
import { addStatement, bankMatches, statusOf } from '../support/bank-matching.js';
import { addBankAccount } from '../support/bank-statements.js';
import { ExpectedBooks } from '../support/expected-withholdings.js';
import { faultsOf } from '../support/problems.js';
import { RECEIPTS } from '../support/receipts.js';
import { itemNow } from '../support/receivables.js';
import { vat } from '../support/sales.js';

// A customer who pays an invoice of 1,210.00 with 2 % off, on the 8th of March, by a bank whose statements are imported.

let books: ExpectedBooks;
let bank: { id: string };
beforeEach(async () => {
  books = await ExpectedBooks.open();
  bank = await addBankAccount(books.actor);
  await books.offerEarly({ percentage: '2', days: 10 });
});

const LINE_ENTRIES = '/v1/accounting/bank-line-entries';
const create = (line: { id: string }, lines: object[], fields: object = {}, actor = books.actor) =>
  actor.post(LINE_ENTRIES, { statementLineId: line.id, ...fields, lines });
const undo = (id: string) => books.actor.post(`${bankMatches}/${id}/undo`, { reason: 'Wrong' });
const openOf = async (item: { id: string }) => (await itemNow(books.actor, item.id)).openAmount;
const discountsOf = async (item: { id: string }) =>
  (await books.actor.get(`/v1/accounting/open-items/${item.id}/early-discounts?on=2026-03-08`)).body;
const receiptOf = async ({ body }: { body: { receiptIds: string[] } }) =>
  (await books.actor.get(`${RECEIPTS}/${body.receiptIds[0]}`)).body;
const shownOf = ({ entries }: { entries: { lines: Record<string, string>[] }[] }) =>
  entries.map(({ lines }) => lines.map(({ accountCode, debit, credit }) => [accountCode, debit, credit].join(' ')));

/** The lines of one statement, of the 8th of March. */
const addLines = (...amounts: string[]) =>
  addStatement(books.actor, {
    closing: amounts.reduce((sum, amount) => sum + Number(amount), 100).toFixed(2),
    lines: amounts.map((amount, index) => ['2026-03-08', amount, 'Invoice', `B-${index}`]),
  });

/** An invoice of 1,000.00 and VAT of 210.00, with its only item. */
async function invoice(change: object = {}) {
  const issued = await books.issue('1000', { paymentTermsCode: 'EARLY', withholdings: [], ...change });
  const [item] = await books.itemsOf(issued);
  return item!;
}
const pays = (amount: string, item: { id: string }, of: object, fields: object = {}) => [
  { amount, partyId: books.scene.customer, settles: [{ openItemId: item.id, ...of }], ...fields },
];

it('takes the discount that is offered, with the tax in it, as a receipt does; undoing takes both back', async () => {
  const item = await invoice();
  const [line] = await addLines('1185.80');
  const paid = pays('1185.80', item, { takeDiscount: true });
  const made = await create(line!, paid);
  expect(made).toMatchObject({ status: 201, body: { entryId: null, amount: '1185.80' } });
  const receipt = await receiptOf(made);
  expect(receipt).toMatchObject({
    receivedOn: '2026-03-08',
    amount: '1185.80',
    bankAccountId: bank.id,
    bankMatchId: made.body.id,
    parts: [
      { purpose: 'payment', amount: '1185.80' },
      { purpose: 'early_discount', amount: '24.20', reason: null, openAmount: '0.00' },
    ],
  });
  const [money, correction] = shownOf(receipt);
  expect(money).toEqual(['1940 1185.80 0.00', '1100 0.00 1185.80']);
  // 24.20 less the tax of 4.20 in it.
  expect(correction).toHaveLength(3);
  expect(correction).toEqual(expect.arrayContaining(['1100 0.00 24.20', '3730 20.00 0.00']));
  expect(correction!.some((shown) => shown.endsWith(' 4.20 0.00'))).toBe(true);
  expect([await openOf(item), await statusOf(books.actor, line!)]).toEqual(['0.00', 'matched']);
  expect(await discountsOf(item)).toMatchObject({ granted: '24.20' });

  const reversed = await books.actor.post(`${RECEIPTS}/${receipt.id}/reverse`, { reason: 'Returned' });
  expect(reversed).toMatchObject({ status: 409, body: { code: 'settlement_used' } });
  expect(await undo(made.body.id)).toMatchObject({ status: 201 });
  expect([await openOf(item), await statusOf(books.actor, line!)]).toEqual(['1210.00', 'unmatched']);
  expect(await discountsOf(item)).toMatchObject({ granted: '0.00', payable: '1185.80' });
  expect(await create(line!, paid)).toMatchObject({ status: 201 });
  expect(await openOf(item)).toBe('0.00');
});

it('takes what is left to be paid where no amount is said, with and without withholding', async () => {
  const [plain, withheld] = [await invoice(), await invoice({ withholdings: [{ code: 'IRPF' }] })];
  // 1,185.80, and 1,035.80 after the 150.00 that are withheld, which earn a discount like what is paid.
  const [line] = await addLines('2221.60');
  const settles = [
    { openItemId: plain.id, takeDiscount: true },
    { openItemId: withheld.id, takeDiscount: true, withholdings: [{ code: 'IRPF' }] },
  ];
  const made = await create(line!, [{ amount: '2221.60', partyId: books.scene.customer, settles }]);
  expect(made.status).toBe(201);
  const { parts, unallocatedAmount } = await receiptOf(made);
  const shown = parts.map(({ purpose, amount }: Record<string, string>) => `${purpose} ${amount}`);
  expect(shown.toSorted()).toEqual([
    'early_discount 24.20',
    'early_discount 24.20',
    'payment 1035.80',
    'payment 1185.80',
    'withholding 150.00',
  ]);
  expect([unallocatedAmount, await openOf(plain), await openOf(withheld)]).toEqual(['0.00', '0.00', '0.00']);
});

it('grants parts what they earn, and beside them stand a charge and what another line pays', async () => {
  const [item, other] = [await invoice(), await invoice()];
  const [line] = await addLines('1797.90');
  const made = await create(line!, [
    { amount: '-5.00', accountCode: '6570' },
    ...pays('592.90', item, { takeDiscount: true }),
    ...pays('1210.00', other, {}),
  ]);
  expect(made.status).toBe(201);
  expect(made.body.ledgerLines.map(({ amount }: { amount: string }) => amount).toSorted()).toEqual([
    '1205.00',
    '592.90',
  ]);
  expect([await openOf(item), await openOf(other)]).toEqual(['605.00', '0.00']);
  expect(await discountsOf(item)).toMatchObject({ granted: '12.10', payable: '592.90' });
});

it('stands beside what bears taxes, which are of the entry', async () => {
  const item = await invoice();
  const [line] = await addLines('1173.70');
  expect(
    await books.actor.post('/v1/accounting/accounts', { code: '2640', name: 'Input tax', type: 'asset' }),
  ).toMatchObject({ status: 201 });
  const code = vat('PAID', '0.21', { appliesTo: 'purchase', outputAccountCode: undefined, inputAccountCode: '2640' });
  expect(await books.actor.post('/v1/accounting/tax-codes', code)).toMatchObject({ status: 201 });
  const taxes = { direction: 'purchase', taxCodes: ['PAID'] };
  const paid = (fields: object = {}) => pays('1185.80', item, { takeDiscount: true }, fields);
  const fee = { amount: '-12.10', accountCode: '6570', taxes };
  const refused = await create(line!, [fee, ...paid({ taxes: { ...taxes, direction: 'sale' } })]);
  expect([refused.status, ...faultsOf(refused.body)]).toEqual([422, '/lines/1/taxes taxes_of_party']);
  const made = await create(line!, [fee, ...paid()], { taxPointOn: '2026-03-07' });
  expect(made.status).toBe(201);
  const entry = (await books.actor.get(`/v1/accounting/journal-entries/${made.body.entryId}`)).body;
  expect(shownOf({ entries: [entry] })).toEqual([['1940 0.00 12.10', '6570 10.00 0.00', '2640 2.10 0.00']]);
  expect(entry.taxes).toMatchObject([{ tax: '2.10', taxPointOn: '2026-03-07' }]);
  const [, correction] = (await receiptOf(made)).entries;
  expect(correction).toMatchObject({ entryDate: '2026-03-08', taxes: [{ tax: '-4.20', taxPointOn: '2026-03-08' }] });
  expect(await undo(made.body.id)).toMatchObject({ status: 201 });
  expect([await openOf(item), await statusOf(books.actor, line!)]).toEqual(['1210.00', 'unmatched']);
});

it('accepts small differences, for those who may', async () => {
  const item = await invoice();
  const [line] = await addLines('1185.77');
  const paid = pays('1185.77', item, { discount: '24.20', discountReason: 'Agreed' }, { differenceTolerance: '0.05' });
  const bookkeeper = await colleagueOf(books.actor, ['bookkeeper']);
  expect(await create(line!, paid, {}, bookkeeper)).toMatchObject({ status: 403 });
  expect(await openOf(item)).toBe('1210.00');
  const made = await create(line!, paid);
  expect(made.status).toBe(201);
  expect((await receiptOf(made)).parts).toMatchObject([
    { purpose: 'payment', amount: '1185.77' },
    { purpose: 'early_discount', amount: '24.20', reason: 'Agreed' },
    { purpose: 'payment_difference', amount: '0.03', openAmount: '0.00' },
  ]);
  expect(await openOf(item)).toBe('0.00');
  expect(await undo(made.body.id)).toMatchObject({ status: 201 });
  expect(await openOf(item)).toBe('1210.00');
});

it('lets whoever matches lines take what was offered, and nothing beyond', async () => {
  const item = await invoice();
  const [line] = await addLines('1185.80');
  const bookkeeper = await colleagueOf(books.actor, ['bookkeeper']);
  const beyond = pays('1185.80', item, { discount: '24.20', discountReason: 'Why' });
  expect(await create(line!, beyond, {}, bookkeeper)).toMatchObject({ status: 403 });
  expect(await create(line!, pays('1185.80', item, { takeDiscount: true }), {}, bookkeeper)).toMatchObject({
    status: 201,
  });
});

it('tells what is wrong of the lines as they were sent, and keeps nothing', async () => {
  const item = await invoice();
  const [line] = await addLines('1185.80');
  const refused = async (of: object, more: { fields?: object; body?: object } = {}) => {
    const { status, body } = await create(line!, pays('1185.80', item, of, more.fields), more.body);
    return [status, ...faultsOf(body)];
  };
  const at = '/lines/0/settles/0';
  expect(await refused({ discount: '24.21' })).toEqual([422, `${at}/discount discount_beyond_offer`]);
  expect(await refused({ discount: '1.00', takeDiscount: true })).toEqual([422, `${at}/takeDiscount discount_named`]);
  expect(await refused({ discountReason: 'Why' })).toEqual([422, `${at}/discountReason discount_missing`]);
  expect(await refused({ amount: '1185.80', discount: '24.21', discountReason: 'Why' })).toEqual([
    409,
    `${at}/discount over_allocated`,
  ]);
  // Five days after the offer ended.
  const late = { body: { entryDate: '2026-03-20' } };
  expect(await refused({ takeDiscount: true }, late)).toEqual([422, `${at}/takeDiscount discount_not_offered`]);
  const journal = { body: { journalCode: 'GENERAL' } };
  expect(await refused({ takeDiscount: true }, journal)).toEqual([422, '/journalCode journal_of_receipts']);
  const point = { body: { taxPointOn: '2026-03-08' } };
  expect(await refused({ takeDiscount: true }, point)).toEqual([422, '/taxPointOn tax_point_of_receipts']);
  const fine = { fields: { differenceTolerance: '0.001' } };
  expect(await refused({}, fine)).toEqual([422, '/lines/0/differenceTolerance amount_scale']);
  expect((await books.actor.get(RECEIPTS)).body.data).toEqual([]);
  expect([await openOf(item), await statusOf(books.actor, line!)]).toEqual(['1210.00', 'unmatched']);
});

it('grants it once, however many ask at the same time', async () => {
  const item = await invoice();
  const lines = await addLines('1185.80', '1185.80');
  const paid = pays('1185.80', item, { amount: '1185.80', takeDiscount: true });
  const byHand = {
    partyId: books.scene.customer,
    receivedOn: '2026-03-08',
    amount: '1185.80',
    bankAccountId: books.scene.money.bankAccountId,
    allocations: [{ openItemId: item.id, amount: '1185.80', takeDiscount: true }],
  };
  const answers = await Promise.all([
    ...Array.from({ length: 8 }, (_, index) => create(lines[index % 2]!, paid)),
    books.actor.post(RECEIPTS, byHand),
  ]);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(await openOf(item)).toBe('0.00');
  expect(await discountsOf(item)).toMatchObject({ granted: '24.20' });
});
