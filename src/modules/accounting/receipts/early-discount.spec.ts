import fc from 'fast-check';
import { Decimal, zero } from '#kernel/decimal.js';
import { earnedBy, grantable, offeredBy, stepOn } from './early-discount.js';

const item = (amount: string, open = amount, granted = '0', currency = 'EUR') => ({
  currency,
  amount: new Decimal(amount),
  open: new Decimal(open),
  granted: new Decimal(granted),
});
const percent = (percentage: string, untilOn = '2026-03-15') => ({ untilOn, percentage, amount: null });
const fixed = (amount: string, untilOn = '2026-03-15') => ({ untilOn, percentage: null, amount });

it.each([
  [percent('2'), '100.00', 'EUR', '2'],
  [percent('2'), '33.33', 'EUR', '0.67'],
  [percent('3'), '1150', 'JPY', '35'],
  [fixed('1.23'), '33.33', 'EUR', '1.23'],
])('%j of %s %s comes to %s', (step, amount, currency, expected) => {
  expect(offeredBy(step, item(amount, amount, '0', currency)).toString()).toBe(expected);
});

it('is the step that grants most of those that hold', () => {
  const steps = [percent('2', '2026-03-10'), percent('1', '2026-03-20'), fixed('1.50', '2026-03-15')];
  const on = (day: string) => stepOn(steps, day, item('100.00'));
  expect(on('2026-03-10')).toBe(steps[0]);
  expect(on('2026-03-11')).toBe(steps[2]);
  expect(on('2026-03-20')).toBe(steps[1]);
  expect(on('2026-03-21')).toBeUndefined();
});

it.each([
  ['100.00', '100.00', '0', '2.00', '2'],
  ['100.00', '50.00', '1.00', '2.00', '1'],
  ['100.00', '100.00', '1.50', '2.00', '0.5'],
  ['100.00', '100.00', '3.00', '2.00', '0'],
  ['100.00', '0.00', '0', '2.00', '0'],
])(
  'of %s with %s open and %s granted, an offer of %3$s still grants %4$s',
  (amount, open, granted, offered, expected) => {
    expect(grantable(new Decimal(offered), item(amount, open, granted)).toString()).toBe(expected);
  },
);

it.each([
  ['98.00', '2.00', '2'],
  ['49.00', '2.00', '1'],
  ['97.99', '2.00', '2'],
  ['0.01', '2.00', '0'],
  ['500.00', '2.00', '2'],
])('%s paid of 100.00 with an offer of %s earns %s', (paid, offered, expected) => {
  expect(earnedBy(new Decimal(paid), new Decimal(offered), item('100.00')).toString()).toBe(expected);
});

it('whoever pays what is payable settles the item, to the last unit, and never earns more than is offered', () => {
  const cents = fc.integer({ min: 2, max: 10_000_000 });
  fc.assert(
    fc.property(cents, fc.nat(), fc.nat(), (total, some, more) => {
      const amount = new Decimal(total).div(100);
      const offered = new Decimal((some % (total - 1)) + 1).div(100);
      const open = new Decimal((more % total) + 1).div(100);
      const of = { currency: 'EUR', amount, open, granted: zero };
      const available = grantable(offered, of);
      const paid = open.minus(available);
      const earned = earnedBy(paid, offered, of);
      expect(earned.lessThanOrEqualTo(offered)).toBe(true);
      expect(paid.isZero() || earned.greaterThanOrEqualTo(available)).toBe(true);
    }),
  );
});
