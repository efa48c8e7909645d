import { colleagueOf } from '../support/actor.js';
import { creditOf } from '../support/cash-basis.js';
import { faultsOf } from '../support/problems.js';
import { charge, itemNow } from '../support/receivables.js';
import { RECEIPTS, REFUNDS } from '../support/receipts.js';
import { irpf, RefundedBooks } from '../support/refunded-books.js';
import { withholdingCodes } from '../support/withholdings.js';

let own: RefundedBooks;
beforeEach(async () => {
  own = await RefundedBooks.open();
});

describe('what is withheld', () => {
  it.each<[string, object, string]>([
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
    await own.paid();
    const { item } = await own.credited();
    const { status, body } = await own.refund([{ openItemId: item, ...change }]);
    expect([409, 422]).toContain(status);
    expect(faultsOf(body)).toEqual([fault]);
    expect((await own.books.actor.get(REFUNDS)).body.data).toEqual([]);
  });

  it('is never taken back as more than of the invoice', async () => {
    await own.paid();
    const { item } = await own.credited();
    const made = await own.refund([{ openItemId: item, withholding: { code: 'IRPF', amount: '150.01' } }]);
    expect(made).toMatchObject({ status: 422, body: { code: 'refund_refused' } });
    expect(made.body.detail).toContain('of the invoice');
    expect((await own.books.actor.get(REFUNDS)).body.data).toEqual([]);
  });

  it('is of the customer, where the credit is of no document', async () => {
    await own.paid();
    const prepaid = await own.books.pay([], '300.00');
    expect(prepaid.status).toBe(201);
    const { data } = (await own.books.actor.get(`/v1/accounting/open-items?entryId=${prepaid.body.entryId}`)).body;
    const take = (amount: string) => own.refund([{ openItemId: data[0].id, withholding: { code: 'IRPF', amount } }]);
    expect(await take('150.01')).toMatchObject({ status: 422, body: { code: 'refund_refused' } });
    expect(await take('150.00')).toMatchObject({ status: 201, body: { amount: '150.00' } });
  });

  it('is taken back once, however many do so at the same time', async () => {
    const [one, other] = [await own.credited(), await own.credited()];
    const both = [one.item, other.item];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        own.refund([{ openItemId: both[index % 2], amount: '106.00', withholding: { code: 'IRPF', amount: '75.00' } }]),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(answers.every(({ status }) => [201, 422].includes(status))).toBe(true);
    expect(await own.books.summary()).toMatchObject({ total: { amount: '0.00' } });
  });

  it('is reversed or taken back, never both', async () => {
    const { receipt, item } = await own.credited();
    const [reversed, made] = await Promise.all([
      own.books.actor.post(`${RECEIPTS}/${receipt.id}/reverse`, { reversedOn: '2026-04-20', reason: 'Returned' }),
      own.refund([{ openItemId: item, withholding: irpf }]),
    ]);
    expect([reversed.status, made.status].filter((status) => status < 300)).toHaveLength(1);
    expect(await creditOf(own.books.actor, '1690')).toBe('0.00');
  });

  it('is taken back under a code that is inactive now, by those who may refund', async () => {
    const { item } = await own.credited();
    await own.books.actor.patch(`${withholdingCodes}/${own.books.scene.codeId}`, { status: 'inactive' }, '"1"');
    const auditor = await colleagueOf(own.books.actor, ['auditor']);
    const { customer: partyId, money } = own.books.scene;
    const body = { partyId, refundedOn: '2026-04-01', bankAccountId: money.bankAccountId };
    const items = [{ openItemId: item, withholding: irpf }];
    expect(await auditor.post(REFUNDS, { ...body, items })).toMatchObject({ status: 403 });
    expect(await own.refund(items)).toMatchObject({ status: 201, body: { amount: '1060.00' } });
  });

  it('is not in the functional currency alone of a refund in another', async () => {
    const rate = { currency: 'USD', exchangeRate: '0.95', exchangeRateSource: 'bank' };
    const { customer: partyId, money } = own.books.scene;
    const receipt = { partyId, receivedOn: '2026-03-20', amount: '300.00', accountId: money.clearing, ...rate };
    const prepaid = await own.books.actor.post(RECEIPTS, receipt);
    expect(prepaid.status).toBe(201);
    const { data } = (await own.books.actor.get(`/v1/accounting/open-items?entryId=${prepaid.body.entryId}`)).body;
    const item = { openItemId: data[0].id, withholding: { code: 'IRPF', amount: '10.00' } };
    const { currency: _, ...rates } = rate;
    const { body } = await own.refund([item], { bankAccountId: undefined, accountId: money.clearing, ...rates });
    expect(faultsOf(body)).toEqual(['/items/0/withholding withholding_currency']);
  });
});

describe('a credit note that pays another invoice', () => {
  it('takes nothing back: what was withheld of the one serves the other, in every sum', async () => {
    const { invoice, item } = await own.credited();
    const sibling = await own.books.issue('1000');
    const [open] = await own.books.itemsOf(sibling);
    const pairs = [{ debitItemId: open!.id, creditItemId: item, amount: '1210.00' }];
    expect(
      (await own.books.actor.post('/v1/accounting/allocations', { pairs, effectiveOn: '2026-03-25' })).status,
    ).toBe(201);
    expect(await itemNow(own.books.actor, open!.id)).toMatchObject({ status: 'settled' });
    expect(await own.expectedOf(invoice.id)).toMatchObject({ leftAmount: '0.00', leftToTakeBackAmount: '150.00' });
    expect(await own.expectedOf(sibling.id)).toMatchObject({ leftAmount: '150.00', leftToTakeBackAmount: '0.00' });
    expect(await own.books.summary()).toMatchObject({
      total: { amount: '150.00', expected: '150.00', unwithheld: '0.00' },
    });
  });

  it('in part is refunded for the rest, with the share of that', async () => {
    const { item } = await own.credited();
    const other = await charge(own.books.actor, own.books.scene.customer, { amount: '605.00' });
    const pairs = [{ debitItemId: other.id, creditItemId: item, amount: '605.00' }];
    expect(
      (await own.books.actor.post('/v1/accounting/allocations', { pairs, effectiveOn: '2026-03-25' })).status,
    ).toBe(201);
    const made = await own.refund([
      { openItemId: item, amount: '530.00', withholding: { code: 'IRPF', amount: '75.00' } },
    ]);
    expect(made.body.parts[1]).toMatchObject({ amount: '75.00', openAmount: '0.00' });
  });
});
