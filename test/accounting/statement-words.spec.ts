import type { Actor } from '../support/actor.js';
import { newBuyer, openSeller } from '../support/documents-out.js';
import { charge, pay } from '../support/receivables.js';
import { chairs, issue } from '../support/sales.js';
import { expectAll, march, printStatement } from '../support/statements.js';

// Statements of account say in the language of the reader what the ledger of the party says.

let actor: Actor;
let customer: string;

beforeEach(async () => {
  ({ actor, customer } = await openSeller());
});

const print = (partyId = customer, query = march) => printStatement(actor, partyId, query);

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

it('says that there was nothing, in both languages', async () => {
  expectAll((await print()).text, ['Kontoauszug', 'nichts ist offen']);
  expectAll((await print(customer, `${march}&language=en`)).text, ['Nothing was charged or paid in this period']);
});

it('names documents, and what takes them back, in the language of the letter', async () => {
  const receipt = await actor.post('/v1/accounting/receipts', {
    partyId: customer,
    receivedOn: '2026-03-10',
    amount: '400.00',
    accountId: (await actor.get('/v1/accounting/accounts?code=1000')).body.data[0].id,
  });
  expect([receipt.status, receipt.text]).toEqual([201, expect.any(String)]);
  const taken = { reversedOn: '2026-03-12', reason: 'It bounced' };
  expect((await actor.post(`/v1/accounting/receipts/${receipt.body.id}/reverse`, taken)).status).toBe(200);
  expectAll((await print()).text, [
    '10.03.2026 Zahlungseingang RECEIPTS 1',
    '12.03.2026 Storno: Zahlungseingang RECEIPTS 1',
  ]);
  expectAll((await print(customer, `${march}&language=en`)).text, [
    'Reversal: Payment received RECEIPTS 1',
    'Balance 0.00 EUR',
  ]);
});
