import { Decimal } from '#kernel/decimal.js';
import { amountText } from './sie-findings.js';

it.each([
  ['0', 'SEK', '0.00'],
  ['-63.5', 'SEK', '-63.50'],
  ['1000000', 'JPY', '1000000'],
  ['7.25', 'KWD', '7.250'],
  // What is wrong with an amount may be its decimals, or the currency itself.
  ['0.001', 'SEK', '0.001'],
  ['7.5', 'XYZ', '7.5'],
])('shows %s in %s as %s', (amount, currency, text) => {
  expect(amountText(new Decimal(amount), currency)).toBe(text);
});
