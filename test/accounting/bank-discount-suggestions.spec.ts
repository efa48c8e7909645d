import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { addStatement, bankMatches, statusOf } from '../support/bank-matching.js';
import { bankSuggestions, matchLines, suggestionsOf } from '../support/bank-suggestions.js';
import { addBankAccount, bankAccounts, mt940, statementImports } from '../support/bank-statements.js';
import { ExpectedBooks } from '../support/expected-withholdings.js';
import { RECEIPTS } from '../support/receipts.js';
import { charge, itemNow } from '../support/receivables.js';

// Invoices of 1,210.00 of the 5th of March, with 2 % off for ten days and 1 % for twenty, paid by a bank whose statements are imported.

const OF_PAYER = '166?00CREDIT?20SVWZ+x?32Nordlicht GmbH';

let own: OwnApp;
let books: ExpectedBooks;
let bank: { id: string };
beforeAll(async () => {
  own = await startOwnApp();
});
afterAll(() => own?.stop());
beforeEach(async () => {
  books = await ExpectedBooks.open();
  bank = await addBankAccount(books.actor);
  await books.offerEarly({ percentage: '2', days: 10 }, { percentage: '1', days: 20 });
});

const openOf = async (item: { id: string }) => (await itemNow(books.actor, item.id)).openAmount;
const discountsOf = async (item: { id: string }) =>
  (await books.actor.get(`/v1/accounting/open-items/${item.id}/early-discounts?on=2026-03-08`)).body;
const undo = (id: string) => books.actor.post(`${bankMatches}/${id}/undo`, { reason: 'Wrong' });
const accept = (id: string, body: object = {}) => books.actor.post(`${bankSuggestions}/${id}/accept`, body);
const suggested = async (line: { id: string }) => suggestionsOf(books.actor, `&statementLineId=${line.id}`);

/** The lines of one statement, each of a day of March. */
const addLines = (...lines: [day: string, amount: string, text: string][]) => {
  const closing = lines.reduce((sum, [, amount]) => sum + Number(amount), 100).toFixed(2);
  const shown = lines.map(([day, amount, text], index): [string, string, string, string] => {
    return [`2026-03-${day}`, amount, text, `B-${index}`];
  });
  return addStatement(books.actor, { closing, lines: shown });
};

/** An invoice of 1,000.00 and VAT of 210.00, with its only item. */
async function invoice(change: object = {}) {
  const issued = await books.issue('1000', { paymentTermsCode: 'EARLY', withholdings: [], ...change });
  const [item] = await books.itemsOf(issued);
  return { number: issued.number as string, item: item! };
}

it('is as certain of what is paid less the discount as of the whole, while the discount holds', async () => {
  const [one, two, three, late] = [await invoice(), await invoice(), await invoice(), await invoice()];
  const lines = await addLines(
    ['15', '1185.80', one.number],
    ['16', '1197.90', two.number],
    ['16', '1210.00', three.number],
    ['26', '1197.90', late.number],
  );
  const { lines: found } = (await books.actor.get(`${bankAccounts}/${bank.id}/match-suggestions`)).body;
  expect(found).toMatchObject([
    {
      statementLineId: lines[0]!.id,
      isCertain: true,
      suggestions: [
        {
          score: 90,
          reasons: ['reference', 'amount', 'early_discount'],
          items: [{ openItemId: one.item.id, amount: '1185.80', discount: '24.20', withholdings: [] }],
        },
      ],
    },
    { isCertain: true, suggestions: [{ items: [{ amount: '1197.90', discount: '12.10' }] }] },
    { isCertain: true, suggestions: [{ reasons: ['reference', 'amount'], items: [{ discount: null }] }] },
    { isCertain: false, suggestions: [{ score: 55, reasons: ['reference'], items: [{ discount: null }] }] },
  ]);
  // What is said is taken by the operation that posts lines, too, with discounts and without.
  for (const [index, { suggestions, amount }] of found.slice(0, 3).entries()) {
    const [{ partyId, items: settles }] = suggestions;
    const body = { statementLineId: lines[index]!.id, lines: [{ amount, partyId, settles }] };
    expect(await books.actor.post('/v1/accounting/bank-line-entries', body)).toMatchObject({ status: 201 });
  }
  expect(await Promise.all([one, two, three].map(({ item }) => openOf(item)))).toEqual(['0.00', '0.00', '0.00']);
});

it('is accepted as it is, once, however many do so at the same time; undoing takes it back', async () => {
  const { number, item } = await invoice();
  const [line] = await addLines(['08', '1185.80', number]);
  await matchLines(own, books.actor, bank.id);
  const [found] = await suggested(line!);
  expect(found).toMatchObject({ isCertain: true, items: [{ amount: '1185.80', discount: '24.20' }] });
  const many = { suggestionIds: [found.id] };
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, () => accept(found.id)),
    books.actor.post(`${bankSuggestions}/accept`, many),
  ]);
  const [made, ...others] = answers.filter(({ status }) => status === 200);
  expect(others).toEqual([]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const { matchId } = made!.body.accepted?.[0] ?? made!.body;
  expect((await books.actor.get(RECEIPTS)).body.data).toHaveLength(1);
  expect([await openOf(item), await discountsOf(item)]).toMatchObject(['0.00', { granted: '24.20' }]);
  const match = (await books.actor.get(`${bankMatches}/${matchId}`)).body;
  expect(match).toMatchObject({ method: 'suggestion', entryId: null, amount: '1185.80' });
  const receipt = (await books.actor.get(`${RECEIPTS}/${match.receiptIds[0]}`)).body;
  expect(receipt.parts).toMatchObject([
    { purpose: 'payment', amount: '1185.80' },
    { purpose: 'early_discount', amount: '24.20', reason: null },
  ]);
  expect(await undo(matchId)).toMatchObject({ status: 201 });
  expect([await openOf(item), await statusOf(books.actor, line!)]).toEqual(['1210.00', 'unmatched']);
  expect(await discountsOf(item)).toMatchObject({ granted: '0.00' });
});

it('knows payers, with other items and what they withhold, and is certain of neither of two', async () => {
  const { item } = await invoice();
  const withheld = await invoice({ withholdings: [{ code: 'IRPF' }] });
  // 1,210.00 less 24.20 and the 150.00 that are withheld; the least that anybody pays.
  const [both, early] = await addLines(['08', '1035.80', OF_PAYER], ['08', '1185.80', OF_PAYER]);
  await matchLines(own, books.actor, bank.id);
  const expected = {
    score: 55,
    reasons: ['amount', 'withholding', 'early_discount', 'party_name'],
    items: [
      { openItemId: withheld.item.id, amount: '1035.80', discount: '24.20', withholdings: [{ amount: '150.00' }] },
    ],
  };
  expect(await suggested(both!)).toMatchObject([expected]);
  const two = await suggested(early!);
  expect(two).toMatchObject([{ isCertain: false }, { isCertain: false }]);
  expect(two.every(({ items }: { items: { discount: string }[] }) => items[0]!.discount === '24.20')).toBe(true);
  expect(await accept((await suggested(both!))[0].id)).toMatchObject({ status: 200 });
  await matchLines(own, books.actor, bank.id);
  const [left] = await suggested(early!);
  expect(left).toMatchObject({ items: [{ openItemId: item.id, discount: '24.20' }] });
  expect(await accept(left.id)).toMatchObject({ status: 200 });
  expect([await openOf(item), await openOf(withheld.item)]).toEqual(['0.00', '0.00']);
});

it('takes the sum of what a line names, and of what a payer has open', async () => {
  const [one, two, three, four] = [await invoice(), await invoice(), await invoice(), await invoice()];
  const plain = await charge(books.actor, books.scene.customer, { amount: '14.20' });
  const [named, paid] = await addLines(['08', '2371.60', `${one.number} ${two.number}`], ['08', '2385.80', OF_PAYER]);
  await matchLines(own, books.actor, bank.id);
  const [first] = await suggested(named!);
  expect(first).toMatchObject({ score: 90, reasons: ['reference', 'amount', 'early_discount'] });
  expect(first.items.map(({ discount }: { discount: string }) => discount)).toEqual(['24.20', '24.20']);
  expect(await accept(first.id)).toMatchObject({ status: 200 });
  await matchLines(own, books.actor, bank.id);
  const [second] = await suggested(paid!);
  expect(second.reasons).toEqual(['amount', 'early_discount', 'party_name']);
  const shown = second.items.map(({ amount, discount }: Record<string, string>) => [amount, discount].join(' '));
  expect(shown.toSorted()).toEqual(['1185.80 24.20', '1185.80 24.20', '14.20 ']);
  expect(await accept(second.id)).toMatchObject({ status: 200 });
  const items = [one, two, three, four].map(({ item }) => item);
  expect(await Promise.all([...items, plain].map(openOf))).toEqual(Array(5).fill('0.00'));
});

it('takes of what is left of an item what is left of its discount', async () => {
  const { item } = await invoice();
  const { customer: partyId, money } = books.scene;
  // More than it earned was granted on what was paid of it: 4.20 is left of the offer.
  const allocation = { openItemId: item.id, amount: '590.00', discount: '20.00', discountReason: 'Agreed' };
  const part = { partyId, receivedOn: '2026-03-06', amount: '590.00', bankAccountId: money.bankAccountId };
  expect(await books.actor.post(RECEIPTS, { ...part, allocations: [allocation] })).toMatchObject({ status: 201 });
  const [line] = await addLines(['08', '595.80', OF_PAYER]);
  await matchLines(own, books.actor, bank.id);
  const [found] = await suggested(line!);
  expect(found.items).toMatchObject([{ openItemId: item.id, amount: '595.80', discount: '4.20' }]);
  expect(await accept(found.id)).toMatchObject({ status: 200 });
  expect([await openOf(item), await discountsOf(item)]).toMatchObject(['0.00', { granted: '24.20' }]);
});

it('is stale once another discount holds, and on a day on which it no longer does', async () => {
  const { number, item } = await invoice();
  const [line] = await addLines(['08', '1185.80', number]);
  await matchLines(own, books.actor, bank.id);
  const [found] = await suggested(line!);
  const late = await accept(found.id, { entryDate: '2026-03-16' });
  expect(late).toMatchObject({ status: 409, body: { code: 'bank_suggestion_stale' } });
  expect(late.body.detail).toContain('earns a discount of 12.10 EUR on 2026-03-16, and had 24.20 EUR');
  const steps = [{ untilOn: '2026-03-09', percentage: '3' }];
  const offered = await books.actor.post(`/v1/accounting/open-items/${item.id}/early-discounts`, { steps });
  expect(offered).toMatchObject({ status: 201 });
  const refused = await accept(found.id);
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'bank_suggestion_stale', errors: [{ code: 'item_changed' }] },
  });
  expect(await openOf(item)).toBe('1210.00');
  await matchLines(own, books.actor, bank.id);
  expect(await suggested(line!)).toMatchObject([{ reasons: ['reference'], items: [{ discount: null }] }]);
});

it('is not suggested again once it was rejected, and says nothing of what goes out', async () => {
  const { number } = await invoice();
  const vendor = (await books.actor.post('/v1/accounting/parties', { name: 'Sud SARL', isVendor: true })).body;
  const [line, out] = await addLines(['08', '1185.80', number], ['08', '-98.00', '166?00DEBIT?20SVWZ+x?32Sud SARL']);
  const bill = await books.actor.post('/v1/accounting/journal-entries', {
    post: true,
    entryDate: '2026-03-05',
    description: 'Bill',
    lines: [
      { accountCode: '2100', credit: '100.00', partyId: vendor.id },
      { accountCode: '3000', debit: '100.00' },
    ],
  });
  const [item] = await books.itemsOf({ entryId: bill.body.id });
  const steps = [{ untilOn: '2026-03-20', percentage: '2' }];
  const offered = await books.actor.post(`/v1/accounting/open-items/${item!.id}/early-discounts`, { steps });
  expect(offered).toMatchObject({ status: 201 });
  await matchLines(own, books.actor, bank.id);
  const [found] = await suggested(line!);
  expect(await books.actor.post(`${bankSuggestions}/${found.id}/reject`, {})).toMatchObject({ status: 201 });
  await matchLines(own, books.actor, bank.id);
  expect([await suggested(line!), await suggested(out!)]).toEqual([[], []]);
});

it('is accepted by a run where the bank account says so', async () => {
  const { number, item } = await invoice();
  const [line] = await addLines(['08', '1185.80', number]);
  expect(await books.actor.patch(`${bankAccounts}/${bank.id}`, { autoMatchScore: 90 }, '"1"')).toMatchObject({
    status: 200,
  });
  expect(await matchLines(own, books.actor, bank.id)).toMatchObject({ suggested: 1, accepted: 1, refused: 0 });
  const [match] = (await books.actor.get(`${bankMatches}?method=automatic`)).body.data;
  expect(match).toMatchObject({ entryId: null, receiptIds: [expect.any(String)] });
  expect([await openOf(item), await statusOf(books.actor, line!)]).toEqual(['0.00', 'matched']);
  expect(await undo(match.id)).toMatchObject({ status: 201 });
  expect([await openOf(item), await statusOf(books.actor, line!)]).toEqual(['1210.00', 'unmatched']);
});

it('knows discounts of items in the currency of another bank account, at its rate', async () => {
  const ledger = { code: '1960', name: 'Dollars', type: 'asset', control: 'bank', currency: 'USD' };
  expect(await books.actor.post('/v1/accounting/accounts', ledger)).toMatchObject({ status: 201 });
  const iban = 'GB29NWBK60161331926819';
  const body = { name: 'USD', accountCode: '1960', startsOn: '2026-01-01', openingBalance: '0', iban };
  const dollars = await books.actor.post(bankAccounts, body);
  const rate = {
    rateType: 'spot',
    fromCurrency: 'USD',
    toCurrency: 'EUR',
    rateOn: '2026-03-08',
    rate: '0.85',
    source: 'ECB',
  };
  expect(await books.actor.post('/v1/administration/exchange-rates', rate)).toMatchObject({ status: 201 });
  const item = await charge(books.actor, books.scene.customer, { amount: '100.00', currency: 'USD', rate: '0.90' });
  const steps = [{ untilOn: '2026-03-20', amount: '3.00' }];
  const offered = await books.actor.post(`/v1/accounting/open-items/${item.id}/early-discounts`, { steps });
  expect(offered).toMatchObject({ status: 201 });
  const file = mt940('1', '0.00', '97.00', [['2026-03-08', '97.00', OF_PAYER, 'U-1']], iban).toString();
  expect(await books.actor.upload(statementImports, Buffer.from(file.replaceAll('EUR', 'USD')))).toMatchObject({
    status: 200,
  });
  await matchLines(own, books.actor, dollars.body.id);
  const [found] = await suggestionsOf(books.actor);
  expect(found).toMatchObject({ currency: 'USD', items: [{ openItemId: item.id, amount: '97.00', discount: '3.00' }] });
  expect(await accept(found.id)).toMatchObject({ status: 200 });
  expect(await openOf(item)).toBe('0.00');
  const [{ id }] = (await books.actor.get(RECEIPTS)).body.data;
  const shown = (await books.actor.get(`${RECEIPTS}/${id}`)).body.entries.map(
    ({ lines }: { lines: Record<string, string>[] }) =>
      lines.map(({ accountCode, functionalDebit, functionalCredit }) =>
        [accountCode, functionalDebit, functionalCredit].join(' '),
      ),
  );
  // The discount at the rate of the item; what was paid at that of the day, which loses 0.05 of each dollar.
  expect(shown).toEqual([
    ['1960 82.45 0.00', '1100 0.00 82.45'],
    ['1100 0.00 2.70', '3730 2.70 0.00'],
    expect.arrayContaining(['1100 0.00 4.85']),
  ]);
});
