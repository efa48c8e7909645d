import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { letterContent } from './letter-content.js';

const figures = {
  level: 2,
  runOn: '2026-03-02' as CalendarDate,
  payBy: '2026-03-12' as CalendarDate,
  currency: 'EUR',
  overdue: new Decimal('1234.5'),
  credits: new Decimal(0),
  fee: new Decimal(5),
  interest: new Decimal('1.2'),
  total: new Decimal('1240.7'),
};
const seller = {
  id: 'seller',
  name: 'Bureau AG',
  functionalCurrency: 'EUR',
  registrationNumber: null,
  address: null,
  status: 'active',
  taxRegistrations: [],
  salesContact: null,
  electronicAddress: null,
  paymentAccounts: [{ iban: 'DE02120300000000202051' }],
} as const;
const addressee = {
  id: 'party',
  number: '10001',
  name: 'Nordlicht GmbH',
  addresses: [
    { kind: 'shipping', city: 'Kiel', country: 'DE' },
    { kind: 'billing', city: 'Hamburg', country: 'DE' },
  ] as const,
};
const written = (language: string | null, texts = [] as Parameters<typeof letterContent>[2]) =>
  letterContent(figures, { seller, addressee, language }, texts);

it.each([
  ['de', 'Zweite Mahnung', '1.240,70 EUR bis zum 12. März 2026'],
  ['en', 'Second payment reminder', '1,240.70 EUR by March 12, 2026'],
  ['en-GB', 'Second payment reminder', '1,240.70 EUR by 12 March 2026'],
  [null, 'Second payment reminder', '1,240.70 EUR by March 12, 2026'],
])('is written in %s', (language, subject, words) => {
  const { content } = written(language);
  expect(content.subject).toBe(subject);
  expect(content.conclusion).toContain(words);
  expect(content.conclusion).toContain('Bureau AG');
  expect(content.recipient).toMatchObject({ name: 'Nordlicht GmbH', address: { city: 'Hamburg' } });
});

it('says whatever its level says, with all that it may name', () => {
  const all =
    '{{partyName}} {{partyNumber}} {{letterDate}} {{overdueAmount}} {{creditAmount}} {{fee}} {{interest}} {{level}}';
  const texts = [{ language: 'de', subject: all, introduction: 'a', conclusion: 'b' }];
  expect(written('de-AT', texts).content.subject).toBe(
    'Nordlicht GmbH 10001 2. März 2026 1\u00A0234,50 EUR 0,00 EUR 5,00 EUR 1,20 EUR 2',
  );
});
