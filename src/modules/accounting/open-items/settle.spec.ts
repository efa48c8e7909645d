import fc from 'fast-check';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { exchangeDifference, type OpenAmounts, settle } from './settle.js';

const EUR = requireCurrency('EUR');
const amounts = (open: string, functionalOpen: string): OpenAmounts => ({
  open: new Decimal(open),
  functionalOpen: new Decimal(functionalOpen),
});

const cases: [what: string, amount: string, debit: OpenAmounts, credit: OpenAmounts, gone: string[]][] = [
  ['all of both', '100', amounts('100', '90.00'), amounts('100', '95.00'), ['90', '95', '5']],
  ['a half', '50', amounts('100', '90.01'), amounts('100', '95.00'), ['45.01', '47.5', '2.49']],
  ['all of the smaller one', '30', amounts('100', '90.00'), amounts('30', '28.50'), ['27', '28.5', '1.5']],
  ['at a loss', '100', amounts('100', '95.00'), amounts('100', '90.00'), ['95', '90', '-5']],
  ['in one currency', '40', amounts('100', '100.00'), amounts('40', '40.00'), ['40', '40', '0']],
];

it.each(cases)('settles %s', (_, amount, debit, credit, [gone, came, difference]) => {
  const settled = settle(new Decimal(amount), debit, credit, EUR);
  expect(settled.functionalDebit.toString()).toBe(gone);
  expect(settled.functionalCredit.toString()).toBe(came);
  expect(exchangeDifference(settled).toString()).toBe(difference);
});

it('leaves nothing behind in the functional currency, however an item is settled', () => {
  const cents = fc.integer({ min: 1, max: 10_000_000 });
  const parts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, cents, (shares, functionalCents) => {
      const whole = shares.reduce((total, share) => total + share, 0);
      const other = amounts(`${whole}`, '1.00');
      let open = new Decimal(whole).div(100);
      let functionalOpen = new Decimal(functionalCents).div(100);
      const booked = functionalOpen;
      let gone = new Decimal(0);
      for (const share of shares) {
        const amount = new Decimal(share).div(100);
        const { functionalDebit } = settle(amount, { open, functionalOpen }, other, EUR);
        expect(functionalDebit.isNegative()).toBe(false);
        expect(functionalDebit.decimalPlaces()).toBeLessThanOrEqual(2);
        open = open.minus(amount);
        functionalOpen = functionalOpen.minus(functionalDebit);
        gone = gone.plus(functionalDebit);
        expect(functionalOpen.isNegative()).toBe(false);
      }
      expect(open.isZero()).toBe(true);
      expect(functionalOpen.isZero()).toBe(true);
      expect(gone.equals(booked)).toBe(true);
    }),
  );
});
