import { acceptedLocale, amountFormat } from './locale.js';

it.each([
  [undefined, undefined],
  ['', undefined],
  ['sv-SE', 'sv-SE'],
  ['sv-SE,sv;q=0.9,en;q=0.8', 'sv-SE'],
  ['en;q=0.5, de', 'de'],
  ['de;q=0, fr;q=0.1', 'fr'],
  ['not a tag, nl', 'nl'],
  ['xx-unknown', undefined],
  ['*', undefined],
  ['de;q=abc, fr', 'fr'],
])('%j speaks %j', (header, locale) => expect(acceptedLocale(header)).toBe(locale));

it.each([
  [undefined, '-1234567.50', '-1\u202F234\u202F567.50'],
  [undefined, '12345678901234567890.1234', '12\u202F345\u202F678\u202F901\u202F234\u202F567\u202F890.1234'],
  ['de', '1234567.50', '1.234.567,50'],
  ['de-CH', '1234567.50', "1'234'567.50"],
  ['en-IN', '12345678', '1,23,45,678'],
  ['ar-EG', '1250.00', '1,250.00'],
  ['ja', '0', '0'],
])('in %s %s is %s', (locale, text, written) => {
  expect(amountFormat(locale)(text).replaceAll(/[\u200E\u200F]/g, '')).toBe(written);
});
