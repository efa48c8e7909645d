import { type OwnApp, startOwnApp } from '../files/own-app.js';
import { addStatement, bankLedgerLines, bankMatches, statusOf } from '../support/bank-matching.js';
import { bankSuggestions, matchLines, suggestionsOf } from '../support/bank-suggestions.js';
import { addBankAccount, bankAccounts } from '../support/bank-statements.js';
import { ExpectedBooks } from '../support/expected-withholdings.js';
import { faultsOf } from '../support/problems.js';
import { RECEIPTS } from '../support/receipts.js';
import { charge, itemNow } from '../support/receivables.js';
import { addRate, expectedWithholdings, withholdingCodes, withholdings } from '../support/withholdings.js';

// A customer who withholds 15 % of the net amount, and pays the rest to a bank whose statements are imported.

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
});

const irpf = (amount: string) => [{ code: 'IRPF', amount }];
const entry = async (id: string) => (await books.actor.get(`/v1/accounting/journal-entries/${id}`)).body;
const undo = (id: string, body: object = {}) =>
  books.actor.post(`${bankMatches}/${id}/undo`, { reason: 'Wrong', ...body });
const create = (line: { id: string }, lines: object[], fields: object = {}) =>
  books.actor.post('/v1/accounting/bank-line-entries', { statementLineId: line.id, ...fields, lines });
const openOf = async (item: { id: string }) => (await itemNow(books.actor, item.id)).openAmount;
const expectedNow = async () => (await books.actor.get(`${expectedWithholdings}?sort=issuedOn`)).body.data;
const accept = (id: string) => books.actor.post(`${bankSuggestions}/${id}/accept`, {});
const suggested = async (line: { id: string }) => suggestionsOf(books.actor, `&statementLineId=${line.id}`);

/** The lines of one statement, from the 20th of March on. */
const addLines = (...lines: [amount: string, text: string][]) => {
  const closing = lines.reduce((sum, [amount]) => sum + Number(amount), 100).toFixed(2);
  return addStatement(books.actor, {
    closing,
    lines: lines.map(([amount, text], index) => ['2026-03-20', amount, text, `B-${index}`]),
  });
};

/** A fee of 1,000.00 and VAT of 210.00, of which 150.00 is to be withheld, with its only item. */
async function fee(change: object = {}) {
  const invoice = await books.issue('1000', change);
  const [item] = await books.itemsOf(invoice);
  return { invoice, item: item! };
}

describe('createBankLineEntry', () => {
  it('records what was paid and what was withheld as a receipt does, and undoing takes both back', async () => {
    const { item } = await fee();
    const [line] = await addLines(['1060.00', 'Fee of March']);
    const settles = [{ openItemId: item.id, withholdings: [{ code: 'IRPF' }] }];
    const paid = [{ amount: '1060.00', partyId: books.scene.customer, settles }];
    const made = await create(line!, paid);
    expect(made).toMatchObject({ status: 201, body: { method: 'entry', amount: '1060.00', entryId: null } });
    const [receiptId] = made.body.receiptIds;
    const { body: receipt } = await books.actor.get(`${RECEIPTS}/${receiptId}`);
    expect(receipt).toMatchObject({
      receivedOn: '2026-03-20',
      amount: '1060.00',
      bankAccountId: bank.id,
      bankMatchId: made.body.id,
      reference: 'B-0',
      note: 'Fee of March',
      unallocatedAmount: '0.00',
      parts: [
        { purpose: 'payment', amount: '1060.00' },
        {
          purpose: 'withholding',
          amount: '150.00',
          withholdingCode: 'IRPF',
          expectedAmount: '150.00',
          openAmount: '0.00',
        },
      ],
    });
    expect(made.body.ledgerLines).toMatchObject([{ entryId: receipt.entryId, amount: '1060.00' }]);
    const shown = receipt.entries.map((one: { lines: Record<string, string>[] }) =>
      one.lines.map(({ accountCode, debit, credit }) => [accountCode, debit, credit].join(' ')),
    );
    expect(shown).toEqual([
      ['1940 1060.00 0.00', '1100 0.00 1060.00'],
      ['1100 0.00 150.00', '1690 150.00 0.00'],
    ]);
    expect(await openOf(item)).toBe('0.00');
    expect(await statusOf(books.actor, line!)).toBe('matched');
    expect(await expectedNow()).toMatchObject([{ withheldAmount: '150.00', leftAmount: '0.00' }]);
    expect(await books.summary()).toMatchObject({
      total: { amount: '150.00', expected: '150.00', unwithheld: '0.00' },
    });

    // The receipt stands and falls with the match.
    const reversed = await books.actor.post(`${RECEIPTS}/${receiptId}/reverse`, { reason: 'Returned' });
    expect(reversed).toMatchObject({ status: 409, body: { code: 'settlement_used' } });
    expect(reversed.body.detail).toContain(made.body.id);
    const undone = await undo(made.body.id);
    expect(undone).toMatchObject({ status: 201, body: { status: 'undoing', undoes: made.body.id, receiptIds: [] } });
    expect(await openOf(item)).toBe('1210.00');
    expect(await statusOf(books.actor, line!)).toBe('unmatched');
    expect((await books.actor.get(`${RECEIPTS}/${receiptId}`)).body).toMatchObject({
      status: 'reversed',
      reversedOn: '2026-03-20',
      reversalReason: 'Wrong',
    });
    expect(await expectedNow()).toMatchObject([{ withheldAmount: '0.00', leftAmount: '150.00' }]);
    expect(await books.summary()).toMatchObject({ total: { amount: '0.00', unwithheld: '150.00' } });
    // What was paid and what takes it back cancel each other out on the bank account.
    const waiting = await books.actor.get(`${bankLedgerLines}?bankAccountId=${bank.id}&status=unmatched`);
    expect(waiting.body.data).toEqual([]);
    expect(await create(line!, paid)).toMatchObject({ status: 201 });
    expect(await openOf(item)).toBe('0.00');
  });

  it('takes parts with the share that is expected of them, where somebody says so', async () => {
    const { item } = await fee();
    const [first, second] = await addLines(['353.33', 'Part'], ['706.67', 'Rest']);
    const line = (amount: string) => {
      const settles = [{ openItemId: item.id, withholdings: [{ code: 'IRPF' }] }];
      return [{ amount, partyId: books.scene.customer, settles }];
    };
    const made = await create(first!, line('353.33'));
    expect(made.status).toBe(201);
    const { data } = (await books.actor.get(`${withholdings}?receiptId=${made.body.receiptIds[0]}`)).body;
    expect(data).toMatchObject([{ amount: '50.00', expectedAmount: '50.00' }]);
    expect((await create(second!, line('706.67'))).status).toBe(201);
    expect(await openOf(item)).toBe('0.00');
    expect(await expectedNow()).toMatchObject([{ withheldAmount: '150.00', leftAmount: '0.00' }]);
  });

  it('stands beside other lines: a charge, another customer, and what settles no item', async () => {
    const { item } = await fee();
    const other = await charge(books.actor, books.scene.customer, { amount: '40.00' });
    const [line] = await addLines(['1093.00', 'Collected']);
    const withheld = [{ openItemId: item.id, withholdings: [{ code: 'IRPF' }] }];
    const made = await create(line!, [
      { amount: '-7.00', accountCode: '6570' },
      { amount: '1060.00', partyId: books.scene.customer, settles: withheld },
      { amount: '40.00', partyId: books.scene.customer, settles: [{ openItemId: other.id }] },
    ]);
    expect(made.status).toBe(201);
    expect(made.body.receiptIds).toHaveLength(1);
    expect(made.body.ledgerLines.map(({ amount }: { amount: string }) => amount)).toEqual(['1060.00', '33.00']);
    expect((await entry(made.body.entryId)).lines).toMatchObject([
      { accountCode: '1940', debit: '33.00' },
      { accountCode: '1100', credit: '40.00' },
      { accountCode: '6570', debit: '7.00' },
    ]);
    expect([await openOf(item), await openOf(other)]).toEqual(['0.00', '0.00']);
    expect(await undo(made.body.id, { entryDate: '2026-03-25' })).toMatchObject({ status: 201 });
    expect([await openOf(item), await openOf(other)]).toEqual(['1210.00', '40.00']);
    expect((await entry(made.body.entryId)).reversedBy).not.toBeNull();
    const { body: receipt } = await books.actor.get(`${RECEIPTS}/${made.body.receiptIds[0]}`);
    expect(receipt).toMatchObject({ status: 'reversed', reversedOn: '2026-03-25' });
    const waiting = await books.actor.get(`${bankLedgerLines}?bankAccountId=${bank.id}&status=unmatched`);
    expect(waiting.body.data).toEqual([]);
  });

  it('tells what is wrong of the lines as they were sent, and keeps nothing', async () => {
    const { item } = await fee();
    const [line] = await addLines(['1060.00', 'Fee']);
    const paid = (of: object, fields: object = {}) => {
      const settles = [{ openItemId: item.id, ...of }];
      return create(line!, [{ amount: '1060.00', partyId: books.scene.customer, settles }], fields);
    };
    const refused = async (answer: ReturnType<typeof paid>) => {
      const { status, body } = await answer;
      return [status, ...faultsOf(body)];
    };
    const at = '/lines/0/settles/0';
    expect(await refused(paid({ withholdings: [{ code: 'NONE' }] }))).toEqual([
      422,
      `${at}/withholdings/0/code unknown_withholding_code`,
    ]);
    expect(await refused(paid({ withholdings: [...irpf('1.00'), ...irpf('2.00')] }))).toEqual([
      422,
      `${at}/withholdings/1/code code_named_twice`,
    ]);
    expect(await refused(paid({ amount: '1060.00', withholdings: irpf('150.01') }))).toEqual([
      409,
      `${at}/withholdings over_allocated`,
    ]);
    const late = await refused(paid({ withholdings: irpf('150.00') }, { entryDate: '2027-05-01' }));
    expect([...new Set(late)]).toEqual([422, '/entryDate no_fiscal_period']);
    expect(await refused(paid({ withholdings: irpf('150.00') }, { journalCode: 'GENERAL' }))).toEqual([
      422,
      '/journalCode journal_of_receipts',
    ]);
    expect((await books.actor.get(RECEIPTS)).body.data).toEqual([]);
    expect(await statusOf(books.actor, line!)).toBe('unmatched');
    expect(await openOf(item)).toBe('1210.00');
  });

  it('does it once, however many ask at the same time', async () => {
    const { item } = await fee();
    const lines = await addLines(['1060.00', 'Fee'], ['1060.00', 'Fee again']);
    const settles = [{ openItemId: item.id, amount: '1060.00', withholdings: [{ code: 'IRPF' }] }];
    const paid = [{ amount: '1060.00', partyId: books.scene.customer, settles }];
    const wanted = Array.from({ length: 8 }, (_, index) => create(lines[index % 2]!, paid));
    const byHand = books.pay(settles, '1060.00');
    const answers = await Promise.all([...wanted, byHand]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await openOf(item)).toBe('0.00');
    expect(await books.summary()).toMatchObject({ total: { amount: '150.00', unwithheld: '0.00' } });
  });
});

describe('a suggestion', () => {
  it('is as certain of what is paid less what is withheld as of the whole, and can be accepted as it is', async () => {
    const [one, two] = [await fee(), await fee()];
    const [net, gross, part] = await addLines(
      ['1060.00', one.invoice.number],
      ['1210.00', `${two.invoice.number} all of it`],
      ['500.00', `${two.invoice.number} a part`],
    );
    const { lines } = (await books.actor.get(`${bankAccounts}/${bank.id}/match-suggestions`)).body;
    expect(lines).toMatchObject([
      {
        statementLineId: net!.id,
        isCertain: true,
        suggestions: [
          {
            score: 90,
            reasons: ['reference', 'amount', 'withholding'],
            items: [{ openItemId: one.item.id, amount: '1060.00', withholdings: irpf('150.00') }],
          },
        ],
      },
      {
        statementLineId: gross!.id,
        isCertain: true,
        suggestions: [{ reasons: ['reference', 'amount'], items: [{ amount: '1210.00', withholdings: [] }] }],
      },
      { statementLineId: part!.id, suggestions: [{ score: 55, items: [{ amount: '500.00', withholdings: [] }] }] },
    ]);
    const [{ partyId, items: settles }] = lines[0].suggestions;
    expect(await create(net!, [{ amount: '1060.00', partyId, settles }])).toMatchObject({ status: 201 });
    expect(await openOf(one.item)).toBe('0.00');
    const kept = (await expectedNow()).find(({ documentId }: { documentId: string }) => documentId === one.invoice.id);
    expect(kept).toMatchObject({ withheldAmount: '150.00', leftAmount: '0.00' });
  });

  it('knows payers, also where an item of theirs is of the amount: then neither is certain', async () => {
    const { item } = await fee();
    const [paid] = await addLines(['1060.00', '166?00CREDIT?20SVWZ+x?32Nordlicht GmbH']);
    await matchLines(own, books.actor, bank.id);
    const expected = {
      score: 55,
      reasons: ['amount', 'withholding', 'party_name'],
      items: [{ openItemId: item.id, amount: '1060.00', withholdings: irpf('150.00') }],
    };
    expect(await suggested(paid!)).toMatchObject([expected]);
    await charge(books.actor, books.scene.customer, { amount: '1060.00' });
    await matchLines(own, books.actor, bank.id);
    const both = await suggested(paid!);
    expect(both).toHaveLength(2);
    expect(both).toMatchObject([
      { score: 55, isCertain: false },
      { score: 55, isCertain: false },
    ]);
  });

  it('takes several items, several codes and instalments to the cent', async () => {
    const { id } = (await books.actor.post(withholdingCodes, { code: 'IIBB', name: 'Receipts', accountCode: '1690' }))
      .body;
    await addRate(books.actor, id, { rate: '0.0333' });
    const instalments = [33, 33, 34].map((share, index) => ({ percentage: String(share), days: 10 * (index + 1) }));
    await books.actor.post('/v1/accounting/payment-terms', { code: 'THREE', name: 'Three', instalments });
    const invoice = await books.issue('1000.01', {
      paymentTermsCode: 'THREE',
      withholdings: [{ code: 'IRPF' }, { code: 'IIBB' }],
    });
    const items = await books.itemsOf(invoice);
    const { item: other } = await fee();
    const opens = await Promise.all(items.map(openOf));
    const { amountAfterWithholding } = invoice;
    const all = (Number(amountAfterWithholding) + 1060).toFixed(2);
    const [line] = await addLines([all, '166?00CREDIT?20SVWZ+x?32Nordlicht GmbH']);
    await matchLines(own, books.actor, bank.id);
    const [found] = await suggested(line!);
    expect(found.reasons).toEqual(['amount', 'withholding', 'party_name']);
    expect(found.items).toHaveLength(4);
    const shares = found.items.map(({ withholdings: kept }: { withholdings: object[] }) => kept.length);
    expect(shares.toSorted()).toEqual([1, 2, 2, 2]);
    expect(opens).toHaveLength(3);
    expect(await accept(found.id)).toMatchObject({ status: 200 });
    expect(await Promise.all([...items, other].map(openOf))).toEqual(['0.00', '0.00', '0.00', '0.00']);
    expect((await expectedNow()).map(({ leftAmount }: { leftAmount: string }) => leftAmount)).toEqual(
      Array(3).fill('0.00'),
    );
  });

  it('finds the second instalment by its payer once the first is paid', async () => {
    const instalments = [50, 50].map((share, index) => ({ percentage: String(share), days: 10 * (index + 1) }));
    await books.actor.post('/v1/accounting/payment-terms', { code: 'TWO', name: 'Two', instalments });
    const items = await books.itemsOf(await books.issue('1000.05', { paymentTermsCode: 'TWO' }));
    const text = '166?00CREDIT?20SVWZ+x?32Nordlicht GmbH';
    const [first, second] = await addLines(['530.02', text], ['530.03', text]);
    for (const line of [first!, second!]) {
      await matchLines(own, books.actor, bank.id);
      const [found] = await suggested(line);
      expect(found).toMatchObject({ reasons: ['amount', 'withholding', 'party_name'] });
      expect(await accept(found.id)).toMatchObject({ status: 200 });
    }
    expect(await Promise.all(items.map(openOf))).toEqual(['0.00', '0.00']);
  });

  it('is stale once something else is to be withheld', async () => {
    const instalments = [50, 50].map((share, index) => ({ percentage: String(share), days: 10 * (index + 1) }));
    await books.actor.post('/v1/accounting/payment-terms', { code: 'TWO', name: 'Two', instalments });
    const invoice = await books.issue('1000', { paymentTermsCode: 'TWO' });
    const items = await books.itemsOf(invoice);
    const [line] = await addLines(['530.00', invoice.number]);
    await matchLines(own, books.actor, bank.id);
    const [found] = await suggested(line!);
    const [chosen] = found.items;
    const other = items.find(({ id }) => id !== chosen.openItemId)!;
    // Of the other instalment more is withheld than expected: less is left for this one, which has as much open as before.
    const withholding = { code: 'IRPF', amount: '100.00' };
    const paid = await books.pay([{ openItemId: other.id, amount: '505.00', withholding }], '505.00');
    expect(paid.status).toBe(201);
    const refused = await accept(found.id);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'bank_suggestion_stale', errors: [{ code: 'item_changed' }] },
    });
    expect(refused.body.detail).toContain('has 50 under IRPF to be withheld now, and had 75 under IRPF');
    expect(await openOf({ id: chosen.openItemId })).toBe('605.00');
    await matchLines(own, books.actor, bank.id);
    expect(await suggested(line!)).toMatchObject([
      { reasons: ['reference'], items: [{ amount: '530.00', withholdings: [] }] },
    ]);
  });
});

it('is accepted by a run where the bank account says so, and undone with all that came of it', async () => {
  const { invoice, item } = await fee();
  const [line, other] = await addLines(['1060.00', invoice.number], ['5.00', 'Nothing to go by']);
  expect(await books.actor.patch(`${bankAccounts}/${bank.id}`, { autoMatchScore: 90 }, '"1"')).toMatchObject({
    status: 200,
  });
  expect(await matchLines(own, books.actor, bank.id)).toMatchObject({ suggested: 1, accepted: 1, refused: 0 });
  expect([await statusOf(books.actor, line!), await statusOf(books.actor, other!)]).toEqual(['matched', 'unmatched']);
  const [match] = (await books.actor.get(`${bankMatches}?method=automatic`)).body.data;
  expect(match).toMatchObject({ entryId: null, receiptIds: [expect.any(String)] });
  expect(await openOf(item)).toBe('0.00');
  expect(await expectedNow()).toMatchObject([{ withheldAmount: '150.00', leftAmount: '0.00' }]);
  expect(await undo(match.id)).toMatchObject({ status: 201 });
  expect(await openOf(item)).toBe('1210.00');
  expect(await expectedNow()).toMatchObject([{ withheldAmount: '0.00', leftAmount: '150.00' }]);
});

it('lists what is due on one day in the order in which it was recorded', async () => {
  const amounts = ['10.00', '20.00', '30.00', '40.00', '50.00'];
  const items: string[] = [];
  for (const amount of amounts) {
    items.push((await charge(books.actor, books.scene.customer, { amount, dueOn: '2026-04-04' })).id);
  }
  const [line] = await addLines(['150.00', '166?00CREDIT?20SVWZ+x?32Nordlicht GmbH']);
  await matchLines(own, books.actor, bank.id);
  const [found] = await suggested(line!);
  expect(found.items.map(({ openItemId }: { openItemId: string }) => openItemId)).toEqual(items);
});
