import { type Actor, colleagueOf } from '../support/actor.js';
import { takeDeposit } from '../support/deposits.js';
import { complete, newBuyer } from '../support/documents-out.js';
import { depositNow, openDeposits } from '../support/invoice-deposits.js';
import { issue } from '../support/sales.js';

const INVOICES = '/v1/accounting/invoices';

describe('deposits are refused', () => {
  const refused = async (actor: Actor, wanted: object) => {
    const { status, body } = await actor.post(INVOICES, wanted);
    expect((await actor.get(INVOICES)).body.data).toEqual([]);
    return [status, body.code, body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)];
  };

  it.each<[string, object, string, [number, string, string]]>([
    ['that have less left', {}, '100.01', [409, 'over_allocated', '/deposits/0/amount over_allocated']],
    [
      'that are dated later',
      { receivedOn: '2026-03-06' },
      '1.00',
      [422, 'sales_document_refused', '/deposits/0/depositItemId deposit_too_late'],
    ],
    [
      'in another currency',
      { currency: 'USD', exchangeRate: '0.90', exchangeRateSource: 'bank' },
      '1.00',
      [422, 'sales_document_refused', '/deposits/0/depositItemId other_currency'],
    ],
    [
      'that come to more than the invoice',
      { amount: '2000.00' },
      '1250.01',
      [422, 'sales_document_refused', '/deposits deposits_beyond_invoice'],
    ],
  ])('%s', async (_, change, amount, [status, code, fault]) => {
    const { actor, deposit, wish } = await openDeposits();
    const { id } = await deposit(change);
    expect(await refused(actor, wish([{ depositItemId: id, amount }]))).toEqual([status, code, [fault]]);
  });

  it('of another customer', async () => {
    const { actor, clearing, wish } = await openDeposits();
    const other = await newBuyer(actor, { name: 'Another GmbH' });
    const { id } = await takeDeposit(actor, other, clearing);
    expect(await refused(actor, wish([{ depositItemId: id, amount: '1.00' }]))).toEqual([
      422,
      'sales_document_refused',
      ['/deposits/0/depositItemId other_party'],
    ]);
  });

  it('of a credit note that is a draft', async () => {
    const { actor, deposit, wish } = await openDeposits();
    const { id } = await deposit();
    const draft = wish([{ depositItemId: id, amount: '1.00' }], { kind: 'credit_note', reason: 'Bonus' });
    const { body: made } = await actor.post('/v1/accounting/sales-drafts', draft);
    const headers = { 'If-Match': `"${made.version}"` };
    expect(await actor.post(`/v1/accounting/sales-drafts/${made.id}/issue`, {}, headers)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/deposits', code: 'deposits_of_credit_note' }] },
    });
  });

  it('to whoever may issue and not apply them', async () => {
    const { actor, deposit, wish } = await openDeposits();
    const { id } = await deposit();
    const role = { code: 'seller', name: 'Seller', permissions: ['accounting.sales_document.issue'] };
    expect((await actor.post('/v1/identity/roles', role)).status).toBe(201);
    const seller = await colleagueOf(actor, ['seller']);
    expect(await seller.post(INVOICES, wish([{ depositItemId: id, amount: '1.00' }]))).toMatchObject({ status: 403 });
  });

  it('but for one of several invoices that want the same at once', async () => {
    const { actor, customer, deposit, wish } = await openDeposits();
    const { id } = await deposit({ amount: '1000.00' });
    const wanted = Array.from({ length: 6 }, (_, index) =>
      actor.post(INVOICES, wish([{ depositItemId: id, amount: '300.00' }], { orderReference: `PO-${index}` })),
    );
    const alone = {
      partyId: customer,
      depositItemId: id,
      appliedOn: '2026-03-20',
    };
    const other = await issue(actor, complete(customer));
    const { body: items } = await actor.get(`/v1/accounting/open-items?entryId=${other.entryId}`);
    const allocations = [{ openItemId: items.data[0].id, amount: '300.00' }];
    const answers = await Promise.all([
      ...wanted,
      actor.post('/v1/accounting/deposit-applications', { ...alone, allocations }),
    ]);
    const statuses = answers.map(({ status }) => status).toSorted((left, right) => left - right);
    expect(statuses).toEqual([201, 201, 201, 409, 409, 409, 409]);
    expect(await depositNow(actor, id)).toBe('100.00');
  });
});
