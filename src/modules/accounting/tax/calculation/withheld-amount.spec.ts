import fc from 'fast-check';
import { Decimal } from '#kernel/decimal.js';
import type { Withholding } from './tax-document.js';
import { withheldAmount } from './withheld-amount.js';

const decimal = (text: string) => new Decimal(text);

function withheld(net: string, changed: Partial<Withholding> = {}) {
  const rule = { code: 'WHT', rate: decimal('0.1'), base: 'net' as const, ...changed };
  const result = withheldAmount(rule, { net: decimal(net), gross: decimal(net).times('1.2') }, 2);
  return [result.taxable.toFixed(2), result.withheld.toFixed(2)];
}

const threshold = decimal('1000');
const before = (text: string) => ({ threshold, cumulativeBase: decimal(text) });

it.each<[string, string, Partial<Withholding>, string[]]>([
  ['net of VAT', '100', {}, ['100.00', '10.00']],
  ['with VAT where the regime says so', '100', { base: 'gross' }, ['120.00', '12.00']],
  ['nothing below the threshold', '400', before('600'), ['0.00', '0.00']],
  ['what is beyond it', '500', before('600'), ['100.00', '10.00']],
  ['all once it is passed', '500', before('1200'), ['500.00', '50.00']],
  ['the whole year when it is passed', '500', { ...before('600'), thresholdRule: 'whole' }, ['1100.00', '110.00']],
  ['nothing at the threshold itself', '400', { ...before('600'), thresholdRule: 'whole' }, ['0.00', '0.00']],
  ['what a credit note gives back', '-500', before('1100'), ['-100.00', '-10.00']],
  ['the whole year back', '-500', { ...before('1100'), thresholdRule: 'whole' }, ['-1100.00', '-110.00']],
])('withholds %s', (_, net, changed, expected) => {
  expect(withheld(net, changed)).toEqual(expected);
});

it('gives back with a credit note what the invoice took, whatever the year was before', () => {
  const amount = fc.integer({ min: -500_000, max: 500_000 }).map((cents) => new Decimal(cents).div(100));
  const rules = fc.constantFrom(undefined, 'excess' as const, 'whole' as const);
  fc.assert(
    fc.property(amount, amount, rules, (net, cumulativeBase, thresholdRule) => {
      const rule = { code: 'W', rate: decimal('0.123'), base: 'net' as const, threshold, thresholdRule };
      const taken = withheldAmount({ ...rule, cumulativeBase }, { net, gross: net }, 2);
      const after = { ...rule, cumulativeBase: cumulativeBase.plus(net) };
      const given = withheldAmount(after, { net: net.negated(), gross: net.negated() }, 2);
      expect(given.withheld.plus(taken.withheld).isZero()).toBe(true);
    }),
  );
});
