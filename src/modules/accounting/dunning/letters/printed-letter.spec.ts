import type { DunningLetterView } from './dunning-letters.dto.js';
import { printedLetter } from './printed-letter.js';

const letter = (change: Partial<DunningLetterView> = {}) =>
  printedLetter({
    partyNumber: '10001',
    issuedOn: '2026-03-02',
    payBy: '2026-03-12',
    language: 'de',
    currency: 'EUR',
    overdueAmount: '1250.00',
    creditAmount: '50.00',
    fee: '5.00',
    interest: '0.00',
    totalAmount: '1205.00',
    status: 'issued',
    createdAt: '2026-03-02T08:30:00.000Z',
    seller: { name: 'Nordic Tools AB', paymentAccount: { iban: 'SE4550000000058398257466', bic: 'ESSESESS' } },
    recipient: { name: 'Nordlicht GmbH', address: { city: 'Hamburg', country: 'DE' } },
    subject: 'Zweite Mahnung',
    introduction: 'Sehr geehrte Damen und Herren,\n\nFolgendes ist offen.',
    conclusion: 'Wir bitten um Zahlung.',
    items: [
      {
        reference: 'INV-2026-000117',
        entryDate: '2026-01-31',
        dueOn: '2026-02-10',
        openAmount: '1250.00',
        interest: '0.00',
      },
    ],
    ...change,
  } as DunningLetterView);
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

it('says its own words, and around them those of its language', () => {
  const { title, opening, facts, sections, closing, mark } = letter();
  const { sums, table } = sections[0]!;
  expect([title, opening[0], mark]).toEqual(['Zweite Mahnung', 'Sehr geehrte Damen und Herren,', undefined]);
  expect(facts).toContainEqual(['Zahlbar bis', '12. März 2026']);
  expect(table.rows[0]!.cells).toEqual(['INV-2026-000117', '31. Januar 2026', '10. Februar 2026', '0,00', '1.250,00']);
  expect(sums.map(({ label, value }) => plain(`${label}: ${value}`))).toEqual([
    'Überfällig: 1.250,00',
    'Abzüglich Ihres Guthabens: -50,00',
    'Mahngebühr: 5,00',
    'Zu zahlender Betrag: 1.205,00 EUR',
  ]);
  expect(closing.map(({ lines }) => plain(lines.join(' ')))).toEqual([
    'Wir bitten um Zahlung.',
    expect.stringContaining('SE45 5000 0000 0583 9825 7466'),
  ]);
});

it('speaks English around words of other languages, and names no account that nobody has named', () => {
  const { language, facts, closing } = letter({ language: 'fr', seller: { name: 'Nordic Tools AB' } });
  expect(language).toBe('fr');
  expect(facts).toContainEqual(['Payable by', '12 March 2026']);
  expect(closing).toEqual([{ lines: ['Wir bitten um Zahlung.'] }]);
});

it('says that it was cancelled', () => expect(letter({ status: 'cancelled' }).mark).toBe('STORNIERT'));
