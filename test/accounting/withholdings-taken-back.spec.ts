import { colleagueOf, newActor } from '../support/actor.js';
import { consulting, creditOf, openCashBasis } from '../support/cash-basis.js';
import { ExpectedBooks, faultsOf } from '../support/expected-withholdings.js';
import { charge, itemNow, newCustomer } from '../support/receivables.js';
import { linesOf, RECEIPTS, REFUNDS } from '../support/receipts.js';
import { expectedWithholdings, withholdingCodes, withholdings } from '../support/withholdings.js';

let books: ExpectedBooks;
beforeEach(async () => {
  books = await ExpectedBooks.open();
});

const withholding = { code: 'IRPF' };

/** What a customer got back; the body may be changed. */
const refund = (items: object[], change: object = {}, query = '') => {
  const { customer: partyId, money } = books.scene;
  const body = { partyId, refundedOn: '2026-04-01', bankAccountId: money.bankAccountId, items };
  return books.actor.post(REFUNDS + query, { ...body, ...change });
};

/** An invoice of 1,210.00 of which 1,060.00 is paid and 150.00 withheld, unless told otherwise. */
async function paid(amount = '1060.00', withheld: object = withholding) {
  const invoice = await books.issue('1000');
  const [item] = await books.itemsOf(invoice);
  const receipt = await books.pay([{ openItemId: item!.id, amount, withholding: withheld }], amount);
  expect(receipt.status).toBe(201);
  return { invoice, receipt: receipt.body };
}

/** The same, taken back; answers the credit that is open. */
async function credited(body: object = {}, ...of: Parameters<typeof paid>) {
  const { invoice, receipt } = await paid(...of);
  const credit = await books.credit(invoice.id, body);
  const [item] = await books.itemsOf(credit);
  return { invoice, receipt, credit, item: item!.id };
}

const of = async (documentId: string) =>
  (await books.actor.get(`${expectedWithholdings}?documentId=${documentId}`)).body.data[0];

describe('a refund of an invoice of which a tax was withheld', () => {
  it('takes the claim back with what is paid back, and nothing is left', async () => {
    const { invoice, credit, item } = await credited();
    expect(await of(invoice.id)).toMatchObject({
      withheldAmount: '150.00',
      creditedAmount: '150.00',
      leftAmount: '0.00',
      leftToTakeBackAmount: '150.00',
    });
    const parts = [
      { openItemId: item, purpose: 'payment', amount: '1060.00', openAmount: '0.00' },
      { purpose: 'withholding', amount: '150.00', withholdingCode: 'IRPF', expectedAmount: '150.00' },
    ];
    const dry = await refund([{ openItemId: item, withholding }], {}, '?dryRun=true');
    expect(dry).toMatchObject({ status: 201, body: { amount: '1060.00', parts } });
    expect((await books.actor.get(REFUNDS)).body.data).toEqual([]);
    const made = await refund([{ openItemId: item, withholding }]);
    expect(made).toMatchObject({ status: 201, body: { amount: '1060.00', parts } });
    expect([linesOf(made, 0), linesOf(made, 1)]).toEqual([
      [
        ['1100', '1060.00', '1060.00'],
        ['1930', '-1060.00', '-1060.00'],
      ],
      [
        ['1100', '150.00', '150.00'],
        ['1690', '-150.00', '-150.00'],
      ],
    ]);
    expect(await itemNow(books.actor, item)).toMatchObject({ status: 'settled', openAmount: '0.00' });
    expect(await creditOf(books.actor, '1690')).toBe('0.00');
    const none = { withheldAmount: '0.00', leftAmount: '0.00', leftToTakeBackAmount: '0.00' };
    expect(await of(invoice.id)).toMatchObject({ ...none, amount: '150.00', takenBackAmount: '150.00' });
    expect(await of(credit.id)).toMatchObject({ ...none, amount: '-150.00', takenBackAmount: '150.00' });
    expect(await books.summary()).toMatchObject({
      rows: [{ code: 'IRPF', amount: '0.00', uncertified: '0.00', expected: '0.00', unwithheld: '0.00' }],
      total: { count: 2, amount: '0.00' },
    });
    const { data } = (await books.actor.get(`${withholdings}?receiptId=${made.body.id}`)).body;
    expect(data).toMatchObject([
      {
        receiptId: made.body.id,
        refundId: made.body.id,
        openItemId: item,
        amount: '-150.00',
        expectedAmount: '-150.00',
      },
    ]);
    const both = (await books.actor.get(`${withholdings}?amount[lt]=0`)).body.data;
    expect(both).toEqual(data);
    const statement = await books.actor.get(
      `/v1/accounting/reports/account-statement?accountCode=1100&from=2026-03-01&to=2026-04-30`,
    );
    expect(statement.status).toBe(200);
    expect(JSON.stringify(statement.body)).toContain('Withheld tax taken back');
  });

  it('takes back in parts that sum to the whole', async () => {
    const { invoice, item } = await credited();
    const first = await refund([{ openItemId: item, amount: '353.33', withholding }]);
    expect(first.body.parts[1]).toMatchObject({ amount: '50.00', expectedAmount: '50.00' });
    const second = await refund([{ openItemId: item, amount: '333.34', withholdings: [withholding] }]);
    expect(second.body.parts[1]).toMatchObject({ amount: '47.17' });
    expect(await of(invoice.id)).toMatchObject({ takenBackAmount: '97.17', leftToTakeBackAmount: '52.83' });
    const last = await refund([{ openItemId: item, withholding }]);
    expect(last.body).toMatchObject({ amount: '373.33', parts: [{}, { amount: '52.83' }] });
    expect(await of(invoice.id)).toMatchObject({ withheldAmount: '0.00', leftToTakeBackAmount: '0.00' });
    expect(await creditOf(books.actor, '1690')).toBe('0.00');
  });

  it('takes back what is beyond the rest of the invoice, of each of its credit notes a share', async () => {
    const { invoice } = await paid();
    const half = { lines: [{ position: 1, quantity: '0.25' }] };
    const items = [];
    for (const credit of [await books.credit(invoice.id, half), await books.credit(invoice.id, half)]) {
      items.push((await books.itemsOf(credit))[0]!.id);
    }
    expect(await of(invoice.id)).toMatchObject({ creditedAmount: '75.00', leftToTakeBackAmount: '75.00' });
    const made = await refund(items.map((openItemId) => ({ openItemId, withholding })));
    expect(made).toMatchObject({ status: 201, body: { amount: '530.00' } });
    const taken = made.body.parts.filter(({ purpose }: Record<string, string>) => purpose === 'withholding');
    expect(taken).toMatchObject([{ amount: '37.50' }, { amount: '37.50' }]);
    expect(await of(invoice.id)).toMatchObject({ withheldAmount: '75.00', leftAmount: '0.00' });
  });

  it('of an invoice that was paid in part takes back what was withheld of that', async () => {
    const { invoice, item } = await credited({}, '530.00');
    expect(await itemNow(books.actor, item)).toMatchObject({ openAmount: '-605.00' });
    const made = await refund([{ openItemId: item, withholding }]);
    expect(made.body).toMatchObject({ amount: '530.00', parts: [{}, { amount: '75.00' }] });
    expect(await of(invoice.id)).toMatchObject({ withheldAmount: '0.00', leftAmount: '0.00' });
  });

  it('takes back what the customer says, and shows what was to be', async () => {
    const { invoice, item } = await credited();
    const stated = {
      code: 'IRPF',
      amount: '140.00',
      base: '933.33',
      certificateNumber: 'R-2',
      certifiedOn: '2026-04-01',
    };
    const made = await refund([{ openItemId: item, amount: '1070.00', withholding: stated }]);
    expect(made.body.parts[1]).toMatchObject({ amount: '140.00', expectedAmount: '150.00', openAmount: '0.00' });
    expect(await of(invoice.id)).toMatchObject({ withheldAmount: '10.00', leftToTakeBackAmount: '10.00' });
    expect(await books.summary()).toMatchObject({
      total: { base: '-933.33', amount: '10.00', certified: '-140.00', uncertified: '150.00' },
    });
  });

  it('of a credit note that stands alone takes back what that gives back of the year, if it was withheld', async () => {
    const alone = async () => {
      const body = {
        partyId: books.scene.customer,
        issuedOn: '2026-03-15',
        reason: 'Bonus',
        withholdings: [withholding],
      };
      const lines = [{ description: 'Bonus', quantity: '1', unitPrice: '400', taxCodes: ['VAT21'] }];
      const answer = await books.actor.post('/v1/accounting/credit-notes', { ...body, lines });
      expect(answer.status).toBe(201);
      return { id: answer.body.id, item: (await books.itemsOf(answer.body))[0]!.id };
    };
    const invoice = await books.issue('1000');
    const early = await alone();
    expect(await of(early.id)).toMatchObject({ amount: '-60.00', leftToTakeBackAmount: '0.00' });
    const nothing = await refund([{ openItemId: early.item, withholding }]);
    expect(faultsOf(nothing.body)).toEqual(['/items/0/withholding nothing_expected']);
    const [item] = await books.itemsOf(invoice);
    await books.pay([{ openItemId: item!.id, amount: '1060.00', withholding }], '1060.00');
    expect(await of(early.id)).toMatchObject({ leftToTakeBackAmount: '60.00' });
    const made = await refund([{ openItemId: early.item, withholding }]);
    expect(made.body).toMatchObject({ amount: '424.00', parts: [{}, { amount: '60.00' }] });
    expect(await of(early.id)).toMatchObject({
      withheldAmount: '-60.00',
      takenBackAmount: '60.00',
      leftToTakeBackAmount: '0.00',
    });
    expect(await books.summary()).toMatchObject({ total: { amount: '90.00', expected: '90.00', unwithheld: '0.00' } });
  });

  it('is taken back with all of it, and its receipt stays as long as it stands', async () => {
    const { invoice, receipt, item } = await credited();
    const made = await refund([{ openItemId: item, withholding }]);
    const back = { reversedOn: '2026-04-20', reason: 'Returned' };
    const kept = await books.actor.post(`${RECEIPTS}/${receipt.id}/reverse`, back);
    expect(kept).toMatchObject({ status: 409, body: { code: 'settlement_used' } });
    expect(kept.body.detail).toContain('reverse the refund first');
    expect(await books.actor.post(`${REFUNDS}/${made.body.id}/reverse`, back)).toMatchObject({ status: 200 });
    expect(await itemNow(books.actor, item)).toMatchObject({ openAmount: '-1210.00' });
    expect(await of(invoice.id)).toMatchObject({ withheldAmount: '150.00', leftToTakeBackAmount: '150.00' });
    expect((await books.actor.get(`${withholdings}?receiptId=${made.body.id}`)).body.data).toMatchObject([
      { status: 'reversed', reversedOn: '2026-04-20' },
    ]);
    expect(await creditOf(books.actor, '1690')).toBe('-150.00');
    const again = await refund([{ openItemId: item, withholding }], { refundedOn: '2026-04-21' });
    expect(again.body).toMatchObject({ amount: '1060.00', parts: [{}, { amount: '150.00' }] });
    const { rows } = (await books.actor.get('/v1/accounting/withholding-summary?from=2026-04-01&to=2026-04-30')).body;
    expect(rows).toMatchObject([{ count: 2, amount: '-150.00' }]);
  });
});

describe('what is withheld', () => {
  it.each<[string, object, string]>([
    ['more than of the invoice', { withholding: { code: 'IRPF', amount: '150.01' } }, ''],
    [
      'more than is open',
      { amount: '1070.00', withholding: { code: 'IRPF', amount: '150.00' } },
      '/items/0/withholding over_allocated',
    ],
    [
      'all that is open',
      { withholding: { code: 'IRPF', amount: '1210.00' } },
      '/items/0/withholding nothing_paid_back',
    ],
    ['an unknown code', { withholding: { code: 'NONE' } }, '/items/0/withholding/code unknown_withholding_code'],
    [
      'a code twice',
      {
        withholdings: [
          { code: 'IRPF', amount: '1.00' },
          { code: 'IRPF', amount: '1.00' },
        ],
      },
      '/items/0/withholdings/1/code code_named_twice',
    ],
    [
      'more than its base',
      { withholding: { code: 'IRPF', amount: '10.00', base: '9.00' } },
      '/items/0/withholding/base base_below_amount',
    ],
    ['more decimals', { withholding: { code: 'IRPF', amount: '1.001' } }, '/items/0/withholding/amount amount_scale'],
  ])('is never taken back as %s', async (_, change, fault) => {
    await paid();
    const { item } = await credited();
    const { status, body } = await refund([{ openItemId: item, ...change }]);
    expect([409, 422]).toContain(status);
    if (fault) expect(faultsOf(body)).toEqual([fault]);
    else expect(body).toMatchObject({ code: 'refund_refused', detail: expect.stringContaining('of the invoice') });
    expect((await books.actor.get(REFUNDS)).body.data).toEqual([]);
  });

  it('is of the customer, where the credit is of no document', async () => {
    await paid();
    const prepaid = await books.pay([], '300.00');
    expect(prepaid.status).toBe(201);
    const { data } = (await books.actor.get(`/v1/accounting/open-items?entryId=${prepaid.body.entryId}`)).body;
    const take = (amount: string) => refund([{ openItemId: data[0].id, withholding: { code: 'IRPF', amount } }]);
    expect(await take('150.01')).toMatchObject({ status: 422, body: { code: 'refund_refused' } });
    expect(await take('150.00')).toMatchObject({ status: 201, body: { amount: '150.00' } });
  });

  it('is taken back once, however many do so at the same time', async () => {
    const [one, other] = [await credited(), await credited()];
    const both = [one.item, other.item];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        refund([{ openItemId: both[index % 2], amount: '106.00', withholding: { code: 'IRPF', amount: '75.00' } }]),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(answers.every(({ status }) => [201, 422].includes(status))).toBe(true);
    expect(await books.summary()).toMatchObject({ total: { amount: '0.00' } });
  });

  it('is reversed or taken back, never both', async () => {
    const { receipt, item } = await credited();
    const [reversed, made] = await Promise.all([
      books.actor.post(`${RECEIPTS}/${receipt.id}/reverse`, { reversedOn: '2026-04-20', reason: 'Returned' }),
      refund([{ openItemId: item, withholding }]),
    ]);
    expect([reversed.status, made.status].filter((status) => status < 300)).toHaveLength(1);
    expect(await creditOf(books.actor, '1690')).toBe('0.00');
  });

  it('is taken back under a code that is inactive now, by those who may refund', async () => {
    const { item } = await credited();
    await books.actor.patch(`${withholdingCodes}/${books.scene.codeId}`, { status: 'inactive' }, '"1"');
    const auditor = await colleagueOf(books.actor, ['auditor']);
    const { customer: partyId, money } = books.scene;
    const body = { partyId, refundedOn: '2026-04-01', bankAccountId: money.bankAccountId };
    const items = [{ openItemId: item, withholding }];
    expect(await auditor.post(REFUNDS, { ...body, items })).toMatchObject({ status: 403 });
    expect(await refund(items)).toMatchObject({ status: 201, body: { amount: '1060.00' } });
  });

  it('is not in the functional currency alone of a refund in another', async () => {
    const rate = { currency: 'USD', exchangeRate: '0.95', exchangeRateSource: 'bank' };
    const { customer: partyId, money } = books.scene;
    const receipt = { partyId, receivedOn: '2026-03-20', amount: '300.00', accountId: money.clearing, ...rate };
    const prepaid = await books.actor.post(RECEIPTS, receipt);
    expect(prepaid.status).toBe(201);
    const { data } = (await books.actor.get(`/v1/accounting/open-items?entryId=${prepaid.body.entryId}`)).body;
    const item = { openItemId: data[0].id, withholding: { code: 'IRPF', amount: '10.00' } };
    const { currency: _, ...rates } = rate;
    const { body } = await refund([item], { bankAccountId: undefined, accountId: money.clearing, ...rates });
    expect(faultsOf(body)).toEqual(['/items/0/withholding withholding_currency']);
  });
});

describe('a tax that is due when it is paid', () => {
  it('is given back of what is taken back as of what is paid back', async () => {
    const other = await newActor();
    await openCashBasis(other);
    const created = async (path: string, body: object) => {
      const answer = await other.post(path, body);
      expect(answer.status).toBe(201);
      return answer.body;
    };
    const itemOf = async ({ entryId }: { entryId: string }) =>
      (await other.get(`/v1/accounting/open-items?entryId=${entryId}`)).body.data[0].id;
    await created('/v1/accounting/accounts', { code: '1690', name: 'Tax withheld by customers', type: 'asset' });
    await created(withholdingCodes, { code: 'IRPF', name: 'Income tax', accountCode: '1690' });
    const partyId = await newCustomer(other);
    const invoice = await created('/v1/accounting/invoices', consulting(partyId));
    const { data: banks } = (await other.get('/v1/accounting/bank-accounts')).body;
    const money = { partyId, bankAccountId: banks[0].id };
    const stated = { code: 'IRPF', amount: '15.00' };
    const amount = '105.00';
    const allocations = [{ openItemId: await itemOf(invoice), amount, withholding: stated }];
    await created(RECEIPTS, { ...money, receivedOn: '2026-03-20', amount, allocations });
    expect([await creditOf(other, '2615'), await creditOf(other, '2610')]).toEqual(['0.00', '20.00']);
    const credit = await created(`/v1/accounting/invoices/${invoice.id}/credit`, {
      reason: 'Returned',
      issuedOn: '2026-03-25',
    });
    const items = [{ openItemId: await itemOf(credit), withholding: stated }];
    await created(REFUNDS, { ...money, refundedOn: '2026-04-01', items });
    expect([await creditOf(other, '2615'), await creditOf(other, '2610')]).toEqual(['0.00', '0.00']);
  });
});

describe('a credit note that pays another invoice', () => {
  it('takes nothing back: what was withheld of the one serves the other, in every sum', async () => {
    const { invoice, item } = await credited();
    const sibling = await books.issue('1000');
    const [open] = await books.itemsOf(sibling);
    const pairs = [{ debitItemId: open!.id, creditItemId: item, amount: '1210.00' }];
    expect((await books.actor.post('/v1/accounting/allocations', { pairs, effectiveOn: '2026-03-25' })).status).toBe(
      201,
    );
    expect(await itemNow(books.actor, open!.id)).toMatchObject({ status: 'settled' });
    expect(await of(invoice.id)).toMatchObject({ leftAmount: '0.00', leftToTakeBackAmount: '150.00' });
    expect(await of(sibling.id)).toMatchObject({ leftAmount: '150.00', leftToTakeBackAmount: '0.00' });
    expect(await books.summary()).toMatchObject({
      total: { amount: '150.00', expected: '150.00', unwithheld: '0.00' },
    });
  });

  it('in part is refunded for the rest, with the share of that', async () => {
    const { item } = await credited();
    const other = await charge(books.actor, books.scene.customer, { amount: '605.00' });
    const pairs = [{ debitItemId: other.id, creditItemId: item, amount: '605.00' }];
    expect((await books.actor.post('/v1/accounting/allocations', { pairs, effectiveOn: '2026-03-25' })).status).toBe(
      201,
    );
    const made = await refund([{ openItemId: item, amount: '530.00', withholding: { code: 'IRPF', amount: '75.00' } }]);
    expect(made.body.parts[1]).toMatchObject({ amount: '75.00', openAmount: '0.00' });
  });
});
