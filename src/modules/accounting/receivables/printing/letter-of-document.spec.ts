import { Decimal } from '#kernel/decimal.js';
import { allowance, document, line, tax, vat12, vat25 } from '../../tax/calculation/documents.fixture.js';
import { soldDocument } from '../crediting/sold-document.fixture.js';
import { issuedDocument } from '../electronic/issued-document.fixture.js';
import { documentLanguages, wordingOf } from './document-language.js';
import { letterOf } from './letter-of-document.js';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const german = wordingOf('de', 'de-DE');
const english = wordingOf('en', undefined);

it.each([
  [undefined, 'de-AT', 'de', '1. Jänner 2026', '1 234,50 EUR'],
  [undefined, 'de-CH', 'de', '1. Januar 2026', expect.stringMatching(/^1.234\.50 EUR$/)],
  [undefined, 'de', 'de', '1. Januar 2026', '1.234,50 EUR'],
  [undefined, 'en-US', 'en', 'January 1, 2026', '1,234.50 EUR'],
  [undefined, 'fr-FR', 'en', '1 January 2026', '1,234.50 EUR'],
  [undefined, undefined, 'en', '1 January 2026', '1,234.50 EUR'],
  ['en', 'de-DE', 'en', '1 January 2026', '1,234.50 EUR'],
  ['de', 'en-US', 'de', '1. Januar 2026', '1.234,50 EUR'],
] as const)('asked for %s by a buyer of %s it is %s, with %s and %s', (asked, ofBuyer, language, day, amount) => {
  const wording = wordingOf(asked, ofBuyer);
  expect([wording.language, wording.day('2026-01-01')]).toEqual([language, day]);
  expect(plain(wording.money('1234.50', 'EUR'))).toEqual(amount);
});

it.each(documentLanguages)('says in %s what each tax is reckoned on, and what all comes to', (language) => {
  const given = document([line('2', '100.00'), line('1', '50.00', [vat12], { adjustments: [allowance('10%')] })], {
    adjustments: [{ kind: 'charge', amount: new Decimal('12.00'), taxes: [vat25] }],
    cashRounding: new Decimal('0.05'),
  });
  const { sections } = letterOf(issuedDocument(soldDocument(given)), undefined, wordingOf(language, undefined));
  const { sums, table } = sections[0]!;
  const texts = sums.map(({ label, value }) => plain(`${label}: ${value}`));
  expect(texts).toEqual(
    language === 'en'
      ? [
          'Sum of lines: 245.00',
          'Item: 12.00',
          'Net total: 257.00',
          'VAT 25% on 212.00: 53.00',
          'VAT 12% on 45.00: 5.40',
          'Total including tax: 315.40',
          'Amount due: 315.40 EUR',
        ].map((text) => text.replace('25%', '25 %').replace('12%', '12 %'))
      : [
          'Summe der Positionen: 245,00',
          'Item: 12,00',
          'Nettobetrag: 257,00',
          'USt 25 % auf 212,00: 53,00',
          'USt 12 % auf 45,00: 5,40',
          'Gesamtbetrag einschließlich Steuer: 315,40',
          'Zu zahlender Betrag: 315,40 EUR',
        ],
  );
  expect(table.rows[1]!.notes!.map(plain)).toEqual([language === 'en' ? 'Discount: −10 %' : 'Rabatt: −10 %']);
});

it('says in the words of the law why no tax is charged', () => {
  const reverse = tax('0.25', { category: 'AE', isReverseCharge: true, exemptionText: 'Article 196' });
  const { closing, sections } = letterOf(
    issuedDocument(soldDocument(document([line('1', '80.00', [reverse])]))),
    undefined,
    german,
  );
  expect(closing[0]).toEqual({
    heading: 'Zur Steuer',
    lines: ['Steuerschuldnerschaft des Leistungsempfängers.', 'Article 196'],
  });
  expect(plain(sections[0]!.table.rows[0]!.cells[4]!)).toBe('0 %');
});

it('tells instalments and what may be deducted', () => {
  const instalments = [
    { dueOn: '2026-04-04', amount: '60.00', discounts: [{ until: '2026-03-15', percentage: '2', amount: '1.20' }] },
    { dueOn: '2026-05-04', amount: '40.00', discounts: [] },
  ];
  const issued = issuedDocument(soldDocument(document([line('1', '80.00')])), { instalments });
  expect(letterOf(issued, undefined, english).closing[0]!.lines.map(plain)).toEqual([
    '60.00 EUR payable by 4 April 2026.',
    'If you pay by 15 March 2026, you may deduct 2 % (1.20 EUR).',
    '40.00 EUR payable by 4 May 2026.',
    'Please pay into SE45 5000 0000 0583 9825 7466, BIC ESSESESS, Handelsbanken.',
    'Please quote INV-2026-000017 with your payment.',
  ]);
});

it.each([
  [
    'en',
    ['Already paid: -40.00', 'Amount due: 60.00 EUR'],
    [
      '20.00 EUR payable by 4 April 2026.',
      'If you pay by 15 March 2026, you may deduct 2 % (0.40 EUR).',
      '40.00 EUR payable by 4 May 2026.',
    ],
  ],
  [
    'de',
    ['Bereits gezahlt: -40,00', 'Zu zahlender Betrag: 60,00 EUR'],
    [
      '20,00 EUR zahlbar bis 4. April 2026.',
      'Bei Zahlung bis 15. März 2026 können Sie 2 % Skonto (0,40 EUR) abziehen.',
      '40,00 EUR zahlbar bis 4. Mai 2026.',
    ],
  ],
] as const)('says in %s what was paid before, and of what is left when it is due', (language, totals, terms) => {
  const discounts = [{ until: '2026-03-15', percentage: '2', amount: '1.20' }];
  const instalments = [
    { dueOn: '2026-04-04', amount: '60.00', discounts },
    { dueOn: '2026-05-04', amount: '40.00', discounts: [] },
  ];
  const issued = issuedDocument(soldDocument(document([line('1', '80.00')])), { instalments }, '40.00');
  const { sections, closing } = letterOf(issued, undefined, wordingOf(language, undefined));
  expect(sections[0]!.sums.slice(-2).map(({ label, value }) => plain(`${label}: ${value}`))).toEqual(totals);
  expect(closing[0]!.lines.slice(0, 3).map(plain)).toEqual(terms);
});

it.each([
  ['en', 'Paid in full. Thank you.', '0.00 EUR'],
  ['de', 'Vollständig bezahlt. Vielen Dank.', '0,00 EUR'],
] as const)('asks in %s for nothing where all is paid', (language, said, due) => {
  const instalments = [{ dueOn: '2026-04-04', amount: '100.00', discounts: [] }];
  const given = soldDocument(document([line('1', '80.00')]));
  const { sections, closing } = letterOf(
    issuedDocument(given, { instalments }, '100.00'),
    undefined,
    wordingOf(language, undefined),
  );
  expect(plain(sections[0]!.sums.at(-1)!.value)).toBe(due);
  expect(closing[0]!.lines).toEqual([said]);
});

it('of a credit note names the invoice and the reason, and asks for no payment', () => {
  const issued = issuedDocument(soldDocument(document([line('1', '80.00')])), {
    kind: 'credit_note',
    reason: 'Broken',
  });
  const { opening, closing, title } = letterOf(issued, { number: 'INV-2026-000016', issuedOn: '2026-02-01' }, english);
  expect(title).toBe('Credit note INV-2026-000017');
  expect(opening).toEqual([
    'This credit note is for our invoice INV-2026-000016 of 1 February 2026.',
    'Reason: Broken',
  ]);
  expect(closing[0]!.lines).toEqual(['The amount is offset against what you owe, or paid out to you.']);
});

it('names the country of a buyer abroad, and a unit by its code where it has no name', () => {
  const issued = issuedDocument(soldDocument(document([line('1', '80.00')])));
  expect(letterOf(issued, undefined, german).recipient.at(-1)).toBe('Deutschland');
  const at = { ...issued, lines: issued.lines.map((one) => ({ ...one, unit: 'XPK' })) };
  expect(letterOf(at, undefined, german).sections[0]!.table.rows[0]!.cells[2]).toBe('1 XPK');
  const home = { ...issued, buyer: { ...issued.buyer, address: { city: 'Malmö', country: 'SE' } } };
  expect(letterOf(home, undefined, german).recipient).toEqual(['Nordlicht & Söhne GmbH', 'Malmö']);
});
