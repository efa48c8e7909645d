import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { charge, itemNow, newCustomer, openReceivables, pay } from '../support/receivables.js';

const entries = '/v1/accounting/journal-entries';
const allocations = '/v1/accounting/allocations';

let actor: Actor;
let customer: string;
beforeEach(async () => {
  actor = await newActor();
  await openReceivables(actor);
  customer = await newCustomer(actor);
});

const lines = (partyId?: string) => [
  { accountCode: '1100', debit: '100.00', ...(partyId && { partyId, dueOn: '2026-04-04' }) },
  { accountCode: '3000', credit: '100.00' },
];
const entry = (change: object = {}) => ({ entryDate: '2026-03-05', description: 'Sale', post: true, ...change });

describe('a line of a control account', () => {
  it('is of a party, and is an open item', async () => {
    const posted = await actor.post(entries, entry({ lines: lines(customer) }));
    expect(posted).toMatchObject({ status: 201, body: { origin: null } });
    expect(posted.body.lines[0]).toMatchObject({ partyId: customer, dueOn: '2026-04-04' });
    expect(posted.body.lines[1]).toMatchObject({ partyId: null, dueOn: null });
    const again = await actor.get(`${entries}/${posted.body.id}`);
    expect(again.body.lines).toEqual(posted.body.lines);

    const { body } = await actor.get(`/v1/accounting/open-items?partyId=${customer}&status=open`);
    expect(body.data).toEqual([
      {
        id: expect.any(String),
        legalEntityId: actor.legalEntityId,
        partyId: customer,
        partyNumber: expect.any(String),
        partyName: 'Nordlicht GmbH',
        control: 'receivable',
        accountCode: '1100',
        entryId: posted.body.id,
        lineNumber: 1,
        description: 'Sale',
        reference: null,
        entryDate: '2026-03-05',
        dueOn: '2026-04-04',
        currency: 'EUR',
        amount: '100.00',
        openAmount: '100.00',
        functionalAmount: '100.00',
        functionalOpenAmount: '100.00',
        status: 'open',
        dunningLevel: 0,
        lastRemindedOn: null,
        updatedAt: expect.any(String),
      },
    ]);
  });

  const unknown = newId();
  it.each([
    ['without a party', () => lines(), 'party_required', '/lines/0/partyId'],
    ['of an unknown party', () => lines(unknown), 'unknown_party', '/lines/0/partyId'],
    [
      'of a party on another account',
      () => [lines()[1]!, { ...lines(customer)[0]!, accountCode: '1000' }],
      'party_not_taken',
      '/lines/1/partyId',
    ],
    [
      'that is due without a party',
      () => [
        { ...lines()[1]!, dueOn: '2026-04-04' },
        { accountCode: '1000', debit: '100.00' },
      ],
      'due_without_party',
      '/lines/0/dueOn',
    ],
  ])('is refused %s', async (_, made, code, pointer) => {
    const refused = await actor.post(entries, entry({ lines: made() }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'entry_refused', errors: [{ code, pointer }] } });
  });

  it('keeps its party in a draft and in a copy', async () => {
    const draft = await actor.post('/v1/accounting/journal-entry-drafts', {
      entryDate: '2026-03-05',
      description: 'Sale',
      lines: lines(customer),
    });
    expect(draft.body.lines[0]).toMatchObject({ partyId: customer, dueOn: '2026-04-04' });
    const posted = await actor.post(
      `/v1/accounting/journal-entry-drafts/${draft.body.id}/post`,
      {},
      { 'If-Match': draft.headers['etag']! },
    );
    expect(posted.body.lines[0]).toMatchObject({ partyId: customer, dueOn: '2026-04-04' });
  });
});

describe('a reversal', () => {
  it('settles what it takes back', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00', dueOn: '2026-04-04' });
    const reversal = await actor.post(`${entries}/${invoice.entryId}/reverse`, { entryDate: '2026-03-09' });
    expect(reversal).toMatchObject({ status: 201 });
    expect(reversal.body.lines[0]).toMatchObject({ partyId: customer, dueOn: '2026-04-04' });
    expect(await itemNow(actor, invoice.id)).toMatchObject({ status: 'settled', openAmount: '0.00' });
    const { body } = await actor.get(`${allocations}?debitItemId=${invoice.id}`);
    expect(body.data).toMatchObject([{ amount: '100.00', effectiveOn: '2026-03-09', status: 'active' }]);
  });

  it('waits until what is settled is open again', async () => {
    const invoice = await charge(actor, customer, { amount: '100.00' });
    const receipt = await pay(actor, customer, { amount: '40.00' });
    const pairs = [{ debitItemId: invoice.id, creditItemId: receipt.id }];
    const { body } = await actor.post(allocations, { pairs, effectiveOn: '2026-03-06' });
    const refused = await actor.post(`${entries}/${invoice.entryId}/reverse`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'items_settled' } });
    const undone = await actor.post(`${allocations}/${body.allocations[0].id}/undo`, { effectiveOn: '2026-03-07' });
    expect(undone).toMatchObject({ status: 201, body: { status: 'undoing', amount: '-40.00' } });
    expect(await actor.post(`${entries}/${invoice.entryId}/reverse`, {})).toMatchObject({ status: 201 });
  });
});

it('is settled by those who may, and read by those who may read', async () => {
  const auditor = await colleagueOf(actor, ['auditor']);
  const invoice = await charge(actor, customer, { amount: '100.00' });
  expect(await auditor.get(`/v1/accounting/open-items/${invoice.id}`)).toMatchObject({ status: 200 });
  const pairs = [{ debitItemId: invoice.id, creditItemId: invoice.id }];
  expect(await auditor.post(allocations, { pairs })).toMatchObject({ status: 403 });
});
