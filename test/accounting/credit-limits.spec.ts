import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { PARTIES } from '../support/parties.js';
import { newCustomer } from '../support/receivables.js';
import { chairs, openSales } from '../support/sales.js';

const invoices = '/v1/accounting/invoices';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

describe('a credit limit', () => {
  const limit = (id: string, creditLimit: string) => actor.patch(`${PARTIES}/${id}`, { creditLimit }, '"1"');

  it.each([
    ['its own id', false],
    ['the id of one that was merged into it', true],
  ])('holds for 20 at once who name it by %s', async (_, isMerged) => {
    const partyId = isMerged ? await newCustomer(actor, 'Merged') : customer;
    expect((await limit(customer, '6250.00')).status).toBe(200);
    const into = { intoPartyId: customer };
    if (isMerged) await actor.post(`${PARTIES}/${partyId}/merge`, into, { 'If-Match': '"1"' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => actor.post(invoices, chairs(partyId))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    for (const { body } of answers.filter(({ status }) => status !== 201)) {
      expect(body).toMatchObject({
        status: 409,
        code: 'credit_limit_passed',
        errors: [{ pointer: '/creditLimitReason' }],
      });
    }
    const { body } = await actor.get(`${invoices}?sort=number`);
    expect(body.data.map(({ number }: { number: string }) => number)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `INV-2026-00000${number}`),
    );
  });

  it('is passed with a reason by whoever may', async () => {
    await limit(customer, '1000.00');
    const reason = { creditLimitReason: 'Bank guarantee received' };
    const clerk = await colleagueOf(actor, ['bookkeeper']);
    expect((await clerk.post(invoices, chairs(customer, reason))).body).toMatchObject({ code: 'credit_limit_passed' });
    expect((await actor.post(invoices, chairs(customer, reason))).body).toMatchObject(reason);
  });
});
