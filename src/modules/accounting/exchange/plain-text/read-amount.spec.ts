import fc from 'fast-check';
import { readAmount, readPostedAmounts } from './read-amount.js';

it.each([
  ['£100', 'point', '100 £'],
  ['-£120.50', 'point', '-120.5 £'],
  ['£-120', 'point', '-120 £'],
  ['-80 USD', 'point', '-80 USD'],
  ['USD 1,250.50', 'point', '1250.5 USD'],
  ['1.250,50 EUR', 'comma', '1250.5 EUR'],
  ['+5EUR', 'point', '5 EUR'],
  ['.5 EUR', 'point', '0.5 EUR'],
  ['1000. JPY', 'point', '1000 JPY'],
  ['-0 EUR', 'point', '0 EUR'],
  ['3 "green apples"', 'point', '3 green apples'],
  ['12', 'point', '12 '],
  ['1,5 EUR', 'point', undefined],
  ['1.5 EUR', 'comma', undefined],
  ['-£-5', 'point', undefined],
  ['$5 USD', 'point', undefined],
  ['EUR', 'point', undefined],
  ['1 2 EUR', 'point', undefined],
] as const)('the amount %s with a decimal %s is %s', (text, separator, expected) => {
  const amount = readAmount(text, separator);
  expect(amount && `${amount.quantity.toFixed()} ${amount.commodity}`).toBe(expected);
});

it.each([
  ['-£20 = £0', { amount: ['-20', '£'], assertion: ['0', '£'], isSole: false, isInclusive: false }],
  [
    '5 USD @ 0.9 EUR ==* 5 USD',
    {
      amount: ['5', 'USD'],
      cost: ['0.9', 'EUR'],
      isTotal: false,
      assertion: ['5', 'USD'],
      isSole: true,
      isInclusive: true,
    },
  ],
  ['5 USD @@ 4.50 EUR', { amount: ['5', 'USD'], cost: ['4.5', 'EUR'], isTotal: true }],
  ['', {}],
])('the figures %s', (text, expected) => {
  const read = readPostedAmounts(text, 'point');
  if (typeof read === 'string') throw new Error(read);
  const shown = (one?: { quantity: { toFixed(): string }; commodity: string }) =>
    one && [one.quantity.toFixed(), one.commodity];
  const { amount, cost, assertion } = read;
  const { isTotal } = cost ?? {};
  const { isSole, isInclusive } = assertion ?? {};
  const flat = { amount: shown(amount), cost: shown(cost), isTotal, assertion: shown(assertion), isSole, isInclusive };
  expect(JSON.parse(JSON.stringify(flat))).toEqual(expected);
});

it.each(['= 5 EUR', '(1 + 2) EUR', '5 VHT {3 USD} @ 4 USD', '@ 5 EUR', '5 EUR @', '5 EUR =', 'much'])(
  'says why it does not read %s',
  (text) => expect(typeof readPostedAmounts(text, 'point')).toBe('string'),
);

it('never fails, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+@={}()*"€$ USD') }), (text) => {
      readPostedAmounts(text, 'comma');
    }),
  );
});
