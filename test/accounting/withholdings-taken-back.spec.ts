import { newActor } from '../support/actor.js';
import { consulting, creditOf, openCashBasis } from '../support/cash-basis.js';
import { faultsOf } from '../support/problems.js';
import { itemNow, newCustomer } from '../support/receivables.js';
import { linesOf, RECEIPTS, REFUNDS } from '../support/receipts.js';
import { irpf, RefundedBooks } from '../support/refunded-books.js';
import { withholdingCodes, withholdings } from '../support/withholdings.js';

let own: RefundedBooks;
beforeEach(async () => {
  own = await RefundedBooks.open();
});

describe('a refund of an invoice of which a tax was withheld', () => {
  it('takes the claim back with what is paid back, and nothing is left', async () => {
    const { invoice, credit, item } = await own.credited();
    expect(await own.expectedOf(invoice.id)).toMatchObject({
      withheldAmount: '150.00',
      creditedAmount: '150.00',
      leftAmount: '0.00',
      leftToTakeBackAmount: '150.00',
    });
    const parts = [
      { openItemId: item, purpose: 'payment', amount: '1060.00', openAmount: '0.00' },
      { purpose: 'withholding', amount: '150.00', withholdingCode: 'IRPF', expectedAmount: '150.00' },
    ];
    const dry = await own.refund([{ openItemId: item, withholding: irpf }], {}, '?dryRun=true');
    expect(dry).toMatchObject({ status: 201, body: { amount: '1060.00', parts } });
    expect((await own.books.actor.get(REFUNDS)).body.data).toEqual([]);
    const made = await own.refund([{ openItemId: item, withholding: irpf }]);
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
    expect(await itemNow(own.books.actor, item)).toMatchObject({ status: 'settled', openAmount: '0.00' });
    expect(await creditOf(own.books.actor, '1690')).toBe('0.00');
    const none = { withheldAmount: '0.00', leftAmount: '0.00', leftToTakeBackAmount: '0.00' };
    expect(await own.expectedOf(invoice.id)).toMatchObject({ ...none, amount: '150.00', takenBackAmount: '150.00' });
    expect(await own.expectedOf(credit.id)).toMatchObject({ ...none, amount: '-150.00', takenBackAmount: '150.00' });
    expect(await own.books.summary()).toMatchObject({
      rows: [{ code: 'IRPF', amount: '0.00', uncertified: '0.00', expected: '0.00', unwithheld: '0.00' }],
      total: { count: 2, amount: '0.00' },
    });
    const { data } = (await own.books.actor.get(`${withholdings}?receiptId=${made.body.id}`)).body;
    expect(data).toMatchObject([
      {
        receiptId: made.body.id,
        refundId: made.body.id,
        openItemId: item,
        amount: '-150.00',
        expectedAmount: '-150.00',
      },
    ]);
    const both = (await own.books.actor.get(`${withholdings}?amount[lt]=0`)).body.data;
    expect(both).toEqual(data);
    const statement = await own.books.actor.get(
      `/v1/accounting/reports/account-statement?accountCode=1100&from=2026-03-01&to=2026-04-30`,
    );
    expect(statement.status).toBe(200);
    expect(JSON.stringify(statement.body)).toContain('Withheld tax taken back');
  });

  it('takes back in parts that sum to the whole', async () => {
    const { invoice, item } = await own.credited();
    const first = await own.refund([{ openItemId: item, amount: '353.33', withholding: irpf }]);
    expect(first.body.parts[1]).toMatchObject({ amount: '50.00', expectedAmount: '50.00' });
    const second = await own.refund([{ openItemId: item, amount: '333.34', withholdings: [irpf] }]);
    expect(second.body.parts[1]).toMatchObject({ amount: '47.17' });
    expect(await own.expectedOf(invoice.id)).toMatchObject({ takenBackAmount: '97.17', leftToTakeBackAmount: '52.83' });
    const last = await own.refund([{ openItemId: item, withholding: irpf }]);
    expect(last.body).toMatchObject({ amount: '373.33', parts: [{}, { amount: '52.83' }] });
    expect(await own.expectedOf(invoice.id)).toMatchObject({ withheldAmount: '0.00', leftToTakeBackAmount: '0.00' });
    expect(await creditOf(own.books.actor, '1690')).toBe('0.00');
  });

  it('takes back what is beyond the rest of the invoice, of each of its credit notes a share', async () => {
    const { invoice } = await own.paid();
    const half = { lines: [{ position: 1, quantity: '0.25' }] };
    const items = [];
    for (const credit of [await own.books.credit(invoice.id, half), await own.books.credit(invoice.id, half)]) {
      items.push((await own.books.itemsOf(credit))[0]!.id);
    }
    expect(await own.expectedOf(invoice.id)).toMatchObject({ creditedAmount: '75.00', leftToTakeBackAmount: '75.00' });
    const made = await own.refund(items.map((openItemId) => ({ openItemId, withholding: irpf })));
    expect(made).toMatchObject({ status: 201, body: { amount: '530.00' } });
    const taken = made.body.parts.filter(({ purpose }: Record<string, string>) => purpose === 'withholding');
    expect(taken).toMatchObject([{ amount: '37.50' }, { amount: '37.50' }]);
    expect(await own.expectedOf(invoice.id)).toMatchObject({ withheldAmount: '75.00', leftAmount: '0.00' });
  });

  it('of an invoice that was paid in part takes back what was withheld of that', async () => {
    const { invoice, item } = await own.credited('530.00');
    expect(await itemNow(own.books.actor, item)).toMatchObject({ openAmount: '-605.00' });
    const made = await own.refund([{ openItemId: item, withholding: irpf }]);
    expect(made.body).toMatchObject({ amount: '530.00', parts: [{}, { amount: '75.00' }] });
    expect(await own.expectedOf(invoice.id)).toMatchObject({ withheldAmount: '0.00', leftAmount: '0.00' });
  });

  it('takes back what the customer says, and shows what was to be', async () => {
    const { invoice, item } = await own.credited();
    const stated = {
      code: 'IRPF',
      amount: '140.00',
      base: '933.33',
      certificateNumber: 'R-2',
      certifiedOn: '2026-04-01',
    };
    const made = await own.refund([{ openItemId: item, amount: '1070.00', withholding: stated }]);
    expect(made.body.parts[1]).toMatchObject({ amount: '140.00', expectedAmount: '150.00', openAmount: '0.00' });
    expect(await own.expectedOf(invoice.id)).toMatchObject({ withheldAmount: '10.00', leftToTakeBackAmount: '10.00' });
    expect(await own.books.summary()).toMatchObject({
      total: { base: '-933.33', amount: '10.00', certified: '-140.00', uncertified: '150.00' },
    });
  });

  it('of a credit note that stands alone takes back what that gives back of the year, if it was withheld', async () => {
    const alone = async () => {
      const body = {
        partyId: own.books.scene.customer,
        issuedOn: '2026-03-15',
        reason: 'Bonus',
        withholdings: [irpf],
      };
      const lines = [{ description: 'Bonus', quantity: '1', unitPrice: '400', taxCodes: ['VAT21'] }];
      const answer = await own.books.actor.post('/v1/accounting/credit-notes', { ...body, lines });
      expect(answer.status).toBe(201);
      return { id: answer.body.id, item: (await own.books.itemsOf(answer.body))[0]!.id };
    };
    const invoice = await own.books.issue('1000');
    const early = await alone();
    expect(await own.expectedOf(early.id)).toMatchObject({ amount: '-60.00', leftToTakeBackAmount: '0.00' });
    const nothing = await own.refund([{ openItemId: early.item, withholding: irpf }]);
    expect(faultsOf(nothing.body)).toEqual(['/items/0/withholding nothing_expected']);
    const [item] = await own.books.itemsOf(invoice);
    await own.books.pay([{ openItemId: item!.id, amount: '1060.00', withholding: irpf }], '1060.00');
    expect(await own.expectedOf(early.id)).toMatchObject({ leftToTakeBackAmount: '60.00' });
    const made = await own.refund([{ openItemId: early.item, withholding: irpf }]);
    expect(made.body).toMatchObject({ amount: '424.00', parts: [{}, { amount: '60.00' }] });
    expect(await own.expectedOf(early.id)).toMatchObject({
      withheldAmount: '-60.00',
      takenBackAmount: '60.00',
      leftToTakeBackAmount: '0.00',
    });
    expect(await own.books.summary()).toMatchObject({
      total: { amount: '90.00', expected: '90.00', unwithheld: '0.00' },
    });
  });

  it('is taken back with all of it, and its receipt stays as long as it stands', async () => {
    const { invoice, receipt, item } = await own.credited();
    const made = await own.refund([{ openItemId: item, withholding: irpf }]);
    const back = { reversedOn: '2026-04-20', reason: 'Returned' };
    const kept = await own.books.actor.post(`${RECEIPTS}/${receipt.id}/reverse`, back);
    expect(kept).toMatchObject({ status: 409, body: { code: 'settlement_used' } });
    expect(kept.body.detail).toContain('reverse the refund first');
    expect(await own.books.actor.post(`${REFUNDS}/${made.body.id}/reverse`, back)).toMatchObject({ status: 200 });
    expect(await itemNow(own.books.actor, item)).toMatchObject({ openAmount: '-1210.00' });
    expect(await own.expectedOf(invoice.id)).toMatchObject({
      withheldAmount: '150.00',
      leftToTakeBackAmount: '150.00',
    });
    expect((await own.books.actor.get(`${withholdings}?receiptId=${made.body.id}`)).body.data).toMatchObject([
      { status: 'reversed', reversedOn: '2026-04-20' },
    ]);
    expect(await creditOf(own.books.actor, '1690')).toBe('-150.00');
    const again = await own.refund([{ openItemId: item, withholding: irpf }], { refundedOn: '2026-04-21' });
    expect(again.body).toMatchObject({ amount: '1060.00', parts: [{}, { amount: '150.00' }] });
    const { rows } = (await own.books.actor.get('/v1/accounting/withholding-summary?from=2026-04-01&to=2026-04-30'))
      .body;
    expect(rows).toMatchObject([{ count: 2, amount: '-150.00' }]);
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
