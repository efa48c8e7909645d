import { newId } from '#kernel/id.js';
import { type Actor, colleagueOf, newActor } from '../support/actor.js';
import { describeSeller, newBuyer, openSeller, pdfOf, sellerFacts } from '../support/documents-out.js';
import { charge, pay } from '../support/receivables.js';
import { chairs, issue } from '../support/sales.js';

// Statements of account as letters: the figures are those of the party ledger, the words those of the reader.

let actor: Actor;
let customer: string;

beforeEach(async () => {
  ({ actor, customer } = await openSeller());
});

const march = 'from=2026-03-01&to=2026-03-31';
const pathOf = (partyId: string, query = march) => `/v1/accounting/parties/${partyId}/statement/pdf?${query}`;

/** With spaces alone between words, whichever a language takes. */
const textOf = (pages: string[][]) => pages.flat().join(' ').replaceAll(/\s+/g, ' ');

async function print(partyId = customer, query = march) {
  const { pages, ...file } = await pdfOf(actor, pathOf(partyId, query));
  return { ...file, pages, text: textOf(pages) };
}

function expectAll(text: string, words: readonly string[]): void {
  expect(words.filter((one) => !text.includes(one))).toEqual([]);
}

async function sell() {
  const old = await issue(actor, chairs(customer, { issuedOn: '2026-01-15', dueOn: '2026-02-14' }));
  const invoice = await issue(actor, chairs(customer, { dueOn: '2026-04-04' }));
  const credited = await actor.post(`/v1/accounting/invoices/${invoice.id}/credit`, {
    reason: 'Returned',
    issuedOn: '2026-03-20',
    lines: [{ position: 1, quantity: '2' }],
  });
  expect(credited.status).toBe(201);
  const paid = await pay(actor, customer, { amount: '400.00', entryDate: '2026-03-25', reference: 'SEPA 88/1' });
  return { old, invoice, credit: credited.body, paid };
}

it('is a letter in the language of the customer, with what the ledger says', async () => {
  const { old, invoice, credit } = await sell();
  const { text, title, name, pages } = await print();
  const { body: ledger } = await actor.get(`/v1/accounting/reports/party-ledger?partyId=${customer}&${march}`);
  const { number } = (await actor.get(`/v1/accounting/parties/${customer}`)).body;
  expect([title, name]).toEqual([
    'Kontoauszug',
    `attachment; filename="statement-${number}-2026-03-01-2026-03-31.pdf"`,
  ]);
  expect(pages).toHaveLength(1);
  const euros = (amount: string) =>
    new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(amount as Intl.StringNumericLiteral);
  const [section] = ledger.sections;
  expectAll(text, [
    'Nordlicht & Söhne GmbH',
    'Hafenstraße 7',
    '20457 Hamburg',
    'Kundennummer',
    'Anfangssaldo',
    euros(section.opening),
    `Rechnung ${invoice.number}`,
    'fällig am 04.04.2026',
    `Rechnungskorrektur ${credit.number} 250,00 2.250,00 25.03.2026`,
    ...section.lines.map(({ balance }: { balance: string }) => euros(balance)),
    'Endsaldo',
    euros(section.closing),
    'Offen am Ende des 31. März 2026',
    `Rechnung ${old.number}`,
    '31 bis 60 Tage überfällig',
    'Noch nicht fällig',
    'Saldo zu unseren Gunsten',
    `${euros(section.closing)} EUR`,
    'Handelsbanken',
    `Bitte geben Sie bei der Zahlung ${number} an.`,
    'Seite 1 von 1',
  ]);
  expect(text).not.toMatch(/[{}]|Invoice|undefined/);
});

it('is in English where that is asked for, and where the customer has no language of its own', async () => {
  const { invoice, credit } = await sell();
  const words = [
    'Statement of account',
    'Opening balance',
    `Invoice ${invoice.number}`,
    `Credit note ${credit.number}`,
    'Reference SEPA 88/1',
    '31 to 60 days overdue',
    'Payments and credits not yet applied',
    'Balance in our favour',
  ];
  expectAll((await print(customer, `${march}&language=en`)).text, words);
  const other = await newBuyer(actor, { name: 'Northern Light', language: undefined, taxIds: [] });
  await charge(actor, other, { amount: '10.00', entryDate: '2026-03-02' });
  expectAll((await print(other)).text, ['Statement of account', '10.00 EUR', 'Germany']);
});

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

it('says that there was nothing, in both languages', async () => {
  expectAll((await print()).text, ['Kontoauszug', 'nichts ist offen']);
  expectAll((await print(customer, `${march}&language=en`)).text, ['Nothing was charged or paid in this period']);
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
  expect(await refusal(pathOf(newId()))).toEqual([404, 'not_found', undefined]);
  expect(await refusal(pathOf(customer, 'from=2026-03-01'))).toEqual([400, 'invalid_parameter', '?to']);
  expect(await refusal(pathOf(customer, `${march}&language=fr`))).toEqual([400, 'invalid_parameter', '?language']);
  const reversed = 'from=2026-03-02&to=2026-03-01';
  expect(await refusal(pathOf(customer, reversed))).toEqual([400, 'invalid_parameter', '?to']);
  const role = { code: 'reader', name: 'Reader', permissions: ['accounting.party.read'] };
  expect((await actor.post('/v1/identity/roles', role)).status).toBe(201);
  const reader = await colleagueOf(actor, ['reader']);
  expect((await reader.get(pathOf(customer))).status).toBe(403);
  const stranger = await newActor();
  await stranger.openBooks('2026-01-01', '2026-12-31');
  expect((await stranger.get(pathOf(customer))).status).toBe(404);

  await print();
  const { data } = (await actor.get(`/v1/access-log?subject=${customer}&operation=getPartyStatementPdf`)).body;
  expect(data).toMatchObject([{ recordType: 'accounting.party', outcome: 'answered', mediaType: 'application/pdf' }]);
});
