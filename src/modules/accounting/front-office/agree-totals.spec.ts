import { requireCurrency } from '#kernel/currency.js';
import { Decimal, zero } from '#kernel/decimal.js';
import { agreeTotals, type SaidTotals } from './agree-totals.js';

const amounts = { net: new Decimal('100.00'), tax: new Decimal('25.00'), gross: new Decimal('125.00') };
const ours = { ...amounts, lineNet: amounts.net, rounding: zero, payable: amounts.gross };
const agree = (said: SaidTotals, tolerance = '0.05') =>
  agreeTotals(ours, said, new Decimal(tolerance), requireCurrency('EUR'));

it.each([
  [{}, '0', '125'],
  [{ gross: '125.00' }, '0', '125'],
  [{ gross: '125.05' }, '0.05', '125.05'],
  [{ gross: '124.95', net: '99.95', tax: '25.00' }, '-0.05', '124.95'],
  [{ tax: '25.05' }, '0', '125'],
])('takes %j: the customer owes what it was told', (said, rounding, payable) => {
  const { totals } = agree(said);
  expect([String(totals!.rounding), String(totals!.payable)]).toEqual([rounding, payable]);
});

it('shows both calculations of what differs by more', () => {
  const { faults, differ } = agree({ gross: '125.06', net: '100.00', tax: '25.06' });
  expect(differ).toBe(true);
  expect(faults!.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/totals/tax total_differs',
    '/totals/gross total_differs',
  ]);
  expect(faults![1]!.message).toBe(
    'You say 125.06 EUR, we calculate 125.00 EUR: 0.06 EUR apart, and 0.05 EUR is agreed.',
  );
});

it('refuses decimals that the currency does not have', () => {
  expect(agree({ gross: '125.001' })).toMatchObject({ differ: false, faults: [{ code: 'currency_scale' }] });
});
