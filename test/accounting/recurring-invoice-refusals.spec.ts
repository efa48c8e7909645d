import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { PARTIES } from '../support/parties.js';
import { newCustomer } from '../support/receivables.js';
import { changeRecurring, RECURRING, setUp, subscription } from '../support/recurring-invoices.js';
import { openSales } from '../support/sales.js';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openSales(actor);
  customer = await newCustomer(actor);
});

describe('setting one up', () => {
  const refused = async (body: object) => {
    const { status, body: problem } = await actor.post(RECURRING, subscription(customer, body));
    return [status, problem.errors.map(({ pointer }: { pointer: string }) => pointer)];
  };

  it('tells what could never be invoiced', async () => {
    const line = { description: 'X', quantity: '1', unitPrice: '1', taxCodes: [] };
    expect(await refused({ partyId: newId() })).toEqual([422, ['/partyId']]);
    expect(await refused({ lines: [{ ...line, taxCodes: ['NONE'] }] })).toEqual([422, ['/lines/0/taxCodes/0']]);
    expect(await refused({ lines: [{ ...line, accountCode: '9999' }] })).toEqual([422, ['/lines/0/accountCode']]);
    const dimensions = [{ dimensionCode: 'CC', valueCode: 'STO' }];
    expect(await refused({ lines: [line, { ...line, dimensions }] })).toEqual([
      422,
      ['/lines/1/dimensions/0/dimensionCode'],
    ]);
    expect(await refused({ paymentTermsCode: 'NONE' })).toEqual([422, ['/paymentTermsCode']]);
    expect(await refused({ endsOn: '2026-01-30' })).toEqual([422, ['/endsOn']]);
    expect(await refused({ frequency: 'weekly', monthEnd: true })).toEqual([422, ['/monthEnd']]);
    expect((await actor.get(RECURRING)).body.data).toEqual([]);
  });

  it('leaves to the day what is of the day: its period and its exchange rate', async () => {
    expect((await actor.post(RECURRING, subscription(customer, { startsOn: '2031-01-31' }))).status).toBe(201);
    expect((await actor.post(RECURRING, subscription(customer, { currency: 'USD' }))).status).toBe(201);
  });

  it('is for whoever issues invoices; a customer on hold may be released until then', async () => {
    const held = await actor.post(`${PARTIES}/${customer}/hold`, { reason: 'Disputed' }, { 'If-Match': '"1"' });
    expect(held.status).toBe(200);
    expect((await actor.post(RECURRING, subscription(customer))).status).toBe(201);
    const auditor = await colleagueOf(actor, ['auditor']);
    expect((await auditor.post(RECURRING, subscription(customer))).status).toBe(403);
    expect((await auditor.post(`${RECURRING}/run`, {})).status).toBe(403);
    expect((await auditor.get(RECURRING)).body.data).toHaveLength(1);
  });

  it('is not changed by who has read another version', async () => {
    const one = await setUp(actor, customer);
    await changeRecurring(actor, one.id, 'pause');
    expect((await actor.patch(`${RECURRING}/${one.id}`, { name: 'Other' }, '"1"')).status).toBe(412);
  });
});
