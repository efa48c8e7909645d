import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { describeSeller, newBuyer, openSeller, sellerFacts } from '../support/documents-out.js';
import { charge, pay } from '../support/receivables.js';
import { expectAll, march, printStatement, statementOf, textOf } from '../support/statements.js';

// Statements of account as letters: whom they are of, in which currencies, and in whose favour.

let actor: Actor;
let customer: string;

beforeEach(async () => {
  ({ actor, customer } = await openSeller());
});

const print = (partyId = customer, query = march) => printStatement(actor, partyId, query);

it('has a part for each currency, each with its account to pay into, and none of what rates alone changed', async () => {
  const [swedish] = sellerFacts.paymentAccounts;
  await describeSeller(actor, {
    ...sellerFacts,
    paymentAccounts: [swedish, { iban: 'DE02120300000000202051', bic: 'BYLADEM1001', currency: 'USD' }],
  });
  const dollars = await charge(actor, customer, { amount: '100.00', currency: 'USD', rate: '0.90' });
  const paid = await pay(actor, customer, { amount: '60.00', entryDate: '2026-03-20', currency: 'USD', rate: '0.95' });
  const settled = await actor.post('/v1/accounting/allocations', {
    pairs: [{ debitItemId: dollars.id, creditItemId: paid.id, amount: '60.00' }],
    effectiveOn: '2026-03-22',
  });
  expect(settled.status).toBe(201);
  await charge(actor, customer, { amount: '7.00' });
  const { text } = await print(customer, `${march}&language=en`);
  expectAll(text, [
    'Account in EUR',
    'Account in USD',
    '7.00 EUR',
    '40.00 USD',
    'EUR: Please pay into SE45',
    'USD: Please pay into DE02',
  ]);
  expect(text).not.toContain('22 Mar 2026');
});

it('says in whose favour it is, and asks nobody to pay whom the seller owes', async () => {
  await pay(actor, customer, { amount: '12.00', entryDate: '2026-03-02' });
  const mine = await print(customer, `${march}&language=en`);
  expectAll(mine.text, ['Balance in your favour 12.00 EUR', '-12.00']);
  expect(mine.text).not.toContain('Please pay into');
  // What was paid is owed by nobody from the first day on.
  await charge(actor, customer, { amount: '12.00', entryDate: '2026-04-01' });
  const even = await print(customer, 'from=2026-04-01&to=2026-04-30&language=en');
  expectAll(even.text, ['Balance 0.00 EUR', 'Opening balance -12.00']);
  const bill = await actor.post('/v1/accounting/journal-entries', {
    entryDate: '2026-03-05',
    description: 'Bill',
    reference: 'B-77',
    post: true,
    lines: [
      { accountCode: '4000', debit: '80.00' },
      { accountCode: '2100', credit: '80.00', partyId: customer, dueOn: '2026-03-25' },
    ],
  });
  expect(bill.status).toBe(201);
  const vendor = await print(customer, `${march}&control=payable&language=en`);
  expectAll(vendor.text, [
    'Vendor number',
    'Bill',
    'Reference B-77',
    '1 to 30 days overdue',
    'in your favour 80.00 EUR',
  ]);
  expect(vendor.text).not.toContain('Please pay into');
});

it('goes on over as many pages as it takes, with each line once', async () => {
  const posted = await actor.post('/v1/accounting/journal-entries', {
    entryDate: '2026-03-05',
    description: 'Deliveries',
    post: true,
    lines: [
      ...Array.from({ length: 150 }, (_, at) => ({
        accountCode: '1100',
        debit: '1.00',
        partyId: customer,
        description: `Delivery ${at + 1};`,
      })),
      { accountCode: '3000', credit: '150.00' },
    ],
  });
  expect(posted.status).toBe(201);
  const { pages, text } = await print(customer, `${march}&language=en`);
  expect(pages.length).toBeGreaterThan(5);
  for (const at of [1, 75, 150]) expect(text.split(`Delivery ${at};`)).toHaveLength(2);
  for (const page of pages) expect(textOf([page])).toMatch(/Statement of account/);
  expectAll(text, [`Page ${pages.length} of ${pages.length}`, '150.00 EUR']);
});

it('answers for those that were merged, and writes to whom they were merged into', async () => {
  const twin = await newBuyer(actor, { name: 'Nordlicht', taxIds: [] });
  await charge(actor, twin, { amount: '40.00', entryDate: '2026-03-02', reference: 'OLD-1' });
  const merged = await actor.post(
    `/v1/accounting/parties/${twin}/merge`,
    { intoPartyId: customer },
    { 'If-Match': '"1"' },
  );
  expect(merged.status).toBe(200);
  for (const id of [twin, customer]) {
    expectAll((await print(id)).text, ['Nordlicht & Söhne GmbH', 'Referenz OLD-1', '40,00 EUR']);
  }
});

it('refuses what it cannot be of, and is written into the access log', async () => {
  const refusal = async (path: string) => {
    const { status, body } = await actor.get(path);
    return [status, body.code, body.errors?.[0]?.pointer];
  };
  expect(await refusal(statementOf(newId()))).toEqual([404, 'not_found', undefined]);
  expect(await refusal(statementOf(customer, 'to=2026-02-30'))).toEqual([400, 'invalid_parameter', '?to']);
  expect(await refusal(statementOf(customer, `${march}&language=fr`))).toEqual([400, 'invalid_parameter', '?language']);
  const reversed = 'from=2026-03-02&to=2026-03-01';
  expect(await refusal(statementOf(customer, reversed))).toEqual([400, 'invalid_parameter', '?to']);
  const today = new Date().toISOString().slice(0, 10);
  const { name } = await print(customer, '');
  expect(name).toContain(`-${today.slice(0, 8)}01-${today}.pdf`);
  const role = { code: 'reader', name: 'Reader', permissions: ['accounting.party.read'] };
  expect((await actor.post('/v1/identity/roles', role)).status).toBe(201);
  const reader = await colleagueOf(actor, ['reader']);
  expect((await reader.get(statementOf(customer))).status).toBe(403);
  const stranger = await newActor();
  await stranger.openBooks('2026-01-01', '2026-12-31');
  expect((await stranger.get(statementOf(customer))).status).toBe(404);

  await print();
  const { data } = (await actor.get(`/v1/access-log?subject=${customer}&operation=getPartyStatementPdf`)).body;
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({ recordType: 'accounting.party', outcome: 'answered', mediaType: 'application/pdf' });
});
