import { newActor } from '../support/actor.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, issue, openSales } from '../support/sales.js';

it('an invoice is credited while it is paid: each is done, and nothing is settled twice', async () => {
  const actor = await newActor();
  await openSales(actor);
  const partyId = await newCustomer(actor);
  const { id: accountId } = (await actor.get('/v1/accounting/accounts?code=1000')).body.data[0];
  for (let round = 0; round < 8; round++) {
    const invoice = await issue(actor, chairs(partyId));
    const [item] = (await actor.get(`/v1/accounting/open-items?entryId=${invoice.entryId}`)).body.data;
    const pay = () => {
      const allocations = [{ openItemId: item.id, amount: '100.00' }];
      return actor.post('/v1/accounting/receipts', {
        partyId,
        receivedOn: '2026-03-10',
        amount: '100.00',
        accountId,
        allocations,
      });
    };
    const credit = () =>
      actor.post(`/v1/accounting/invoices/${invoice.id}/credit`, {
        issuedOn: '2026-03-10',
        reason: 'Damaged',
        lines: [{ position: 1, quantity: '1' }],
      });
    const answers = await Promise.all([pay(), credit(), pay(), credit(), pay(), credit()]);
    expect(answers.map(({ status, text }) => (status === 201 ? '' : text))).toEqual(['', '', '', '', '', '']);
    const [{ openAmount }] = (await actor.get(`/v1/accounting/open-items?entryId=${invoice.entryId}`)).body.data;
    // 1,250.00 less three payments of 100.00 and three chairs of 125.00.
    expect(openAmount).toBe('575.00');
  }
});
