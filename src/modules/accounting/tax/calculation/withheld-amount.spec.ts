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

const known = (base: string, taxable: string) => ({ ...before(base), cumulativeTaxable: decimal(taxable) });

it.each<[string, string, Partial<Withholding>, string[]]>([
  ['a part of the base', '100', { baseShare: decimal('0.5') }, ['50.00', '5.00']],
  ['a part of the gross amount', '33.33', { base: 'gross', baseShare: decimal('0.5') }, ['20.00', '2.00']],
  ['what the year lacks', '100', known('1500', '400'), ['200.00', '20.00']],
  ['nothing where the year has too much', '100', known('1200', '500'), ['0.00', '0.00']],
  ['nothing back where the year lacks something', '-100', known('1500', '100'), ['0.00', '0.00']],
  ['back what the year has too much', '-100', known('1300', '300'), ['-100.00', '-10.00']],
  [
    'no more than can be',
    '500',
    { ...before('900'), thresholdRule: 'whole', most: decimal('60') },
    ['600.00', '60.00'],
  ],
  ['all where that can be', '500', { ...before('1200'), most: decimal('50') }, ['500.00', '50.00']],
  ['back no more than can be', '-500', { ...before('2000'), most: decimal('20') }, ['-200.00', '-20.00']],
])('withholds %s, by what is known of the year', (_, net, changed, expected) => {
  expect(withheld(net, changed)).toEqual(expected);
});

it('comes to what the whole year comes to, whatever the documents were and could bear', () => {
  const nets = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(nets, fc.constantFrom('excess' as const, 'whole' as const), (cents, thresholdRule) => {
      const rule = { code: 'W', rate: decimal('0.9'), base: 'net' as const, threshold, thresholdRule };
      let [base, taxable] = [decimal('0'), decimal('0')];
      const add = (net: Decimal, most?: Decimal) => {
        const amounts = { net, gross: net };
        const added = withheldAmount({ ...rule, cumulativeBase: base, cumulativeTaxable: taxable, most }, amounts, 2);
        expect(added.withheld.lessThanOrEqualTo(most ?? added.withheld)).toBe(true);
        [base, taxable] = [base.plus(net), taxable.plus(added.taxable)];
      };
      for (const amount of cents) add(decimal(String(amount / 100)), decimal(String(amount / 100)));
      // What could not be kept back of the others is kept back of one that bears it.
      add(decimal('5000'));
      const due = thresholdRule === 'whole' ? base : base.minus(threshold);
      expect(taxable.toFixed(2)).toBe(due.toFixed(2));
    }),
  );
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
