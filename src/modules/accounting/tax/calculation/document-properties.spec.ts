import fc from 'fast-check';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import { Problem } from '#kernel/problem.js';
import { calculateDocument, type CalculatedDocument } from './calculate-document.js';
import { document, tax } from './documents.fixture.js';
import type { TaxComponent } from './tax-component.js';
import type { Adjustment, DocumentLine, TaxDocument } from './tax-document.js';

const duty = tax('0.13', { code: 'DUTY', kind: 'excise', computation: 'fixed_per_unit' });
const fee = tax('0.35', { code: 'FEE', kind: 'other', computation: 'fixed_per_line' });
const state = tax('0.0625', { code: 'STATE', kind: 'sales_tax' });
const city = tax('0.01725', { code: 'CITY', kind: 'sales_tax', onTopOf: ['STATE'] });
const treatments: readonly (readonly TaxComponent[])[] = [
  [tax('0.25')],
  [tax('0.25', { code: 'OTHER25' })],
  [tax('0.055')],
  [tax('0', { code: 'Z', category: 'Z' })],
  [state, city],
  [duty, tax('0.25', { code: 'VATD', onTopOf: ['DUTY'] })],
  [fee, state],
  [],
];

const scaled = (min: number, max: number, scale: number) =>
  fc.integer({ min, max }).map((units) => new Decimal(units).div(new Decimal(10).pow(scale)));

const adjustment: fc.Arbitrary<Adjustment> = fc.record({
  kind: fc.constantFrom('allowance' as const, 'charge' as const),
  rate: scaled(0, 400, 3),
});
const anyLine: fc.Arbitrary<DocumentLine> = fc.record({
  quantity: fc.oneof(scaled(-50, 50, 0), scaled(-5000, 5000, 3)),
  unitPrice: scaled(2_000_000, 90_000_000, 5),
  taxes: fc.constantFrom(...treatments),
  adjustments: fc.array(adjustment, { maxLength: 2 }),
});
const currency = fc.constantFrom('EUR', 'JPY', 'KWD');

/** Any document; without negative lines where it says so, so that nothing is spread over a sum of zero. */
const documents: fc.Arbitrary<TaxDocument> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 12 }),
    pricesIncludeTax: fc.boolean(),
    rounding: fc.constantFrom('group' as const, 'line' as const),
    currency,
    direction: fc.constantFrom('sale' as const, 'purchase' as const),
    own: fc.array(fc.record({ kind: adjustment.map(({ kind }) => kind), units: fc.integer({ max: 5000 }) }), {
      maxLength: 2,
    }),
  })
  .map(({ own, lines, ...changed }) => {
    const { minorUnits } = requireCurrency(changed.currency);
    const adjustments = own.map(({ kind, units }, index) => {
      const amount = new Decimal(units).div(new Decimal(10).pow(minorUnits));
      return { kind, amount, taxes: treatments[index] };
    });
    return document(lines, { ...changed, adjustments });
  })
  .filter(isCalculable);

// A price that includes its taxes cannot be below the fixed ones; that is refused, and told elsewhere.
function isCalculable(given: TaxDocument): boolean {
  try {
    return Boolean(calculateDocument(given));
  } catch (error) {
    if (error instanceof Problem && error.errors.every(({ code }) => code === 'price_below_taxes')) return false;
    throw error;
  }
}

const equal = (one: Decimal, other: Decimal) => expect(one.toString()).toBe(other.toString());

function check(given: TaxDocument, rule: (result: CalculatedDocument, given: TaxDocument) => void): void {
  rule(calculateDocument(given), given);
}

it('adds up: lines, groups and totals, in units of the currency', () => {
  fc.assert(
    fc.property(documents, (any) =>
      check(any, ({ lines, adjustments, groups, totals }, { currency: { minorUnits }, pricesIncludeTax }) => {
        const parts = adjustments.flatMap((one) => one.parts);
        equal(sum([...lines, ...parts].map(({ net }) => net)), totals.net);
        equal(sum([...lines, ...parts].map((one) => one.tax)), totals.tax);
        equal(sum(groups.map(({ charged }) => charged)), totals.tax);
        equal(totals.lineNet.minus(totals.allowances).plus(totals.charges), totals.net);
        equal(totals.net.plus(totals.tax), totals.gross);
        equal(totals.gross, totals.payable);
        for (const one of [...lines, ...parts]) {
          equal(one.amount, pricesIncludeTax ? one.net.plus(one.tax) : one.net);
          expect(one.taxes.every(({ tax: shown }) => shown.decimalPlaces() <= minorUnits)).toBe(true);
        }
        lines.forEach(({ listAmount, adjustments: own, amount }, index) => {
          const signed = own.map((value, at) =>
            any.lines[index]!.adjustments[at]!.kind === 'charge' ? value : value.negated(),
          );
          equal(listAmount.plus(sum(signed)), amount);
        });
      }),
    ),
  );
});

const negatedLine = (one: DocumentLine) => ({ ...one, quantity: one.quantity.negated() });
const negated = (given: TaxDocument): TaxDocument => ({
  ...given,
  lines: given.lines.map(negatedLine),
  adjustments: given.adjustments.map((one) => ({ ...one, amount: one.amount!.negated() })),
});

/** All amounts of a result in one row. */
const amountsOf = ({ lines, adjustments, groups, totals }: CalculatedDocument): Decimal[] => [
  ...[...lines, ...adjustments.flatMap(({ parts }) => parts)].flatMap((one) => {
    return [one.amount, one.net, one.tax, ...one.taxes.flatMap((shown) => [shown.tax, shown.recoverable])];
  }),
  ...lines.flatMap((one) => [one.listAmount, ...one.adjustments]),
  ...groups.flatMap((group) => [group.base, group.tax, group.charged, group.recoverable]),
  ...Object.values(totals as unknown as Record<string, Decimal>),
];

it('mirrors: the negated document has the negated amounts, each of them', () => {
  fc.assert(
    fc.property(documents, (any) => {
      const mirrored = amountsOf(calculateDocument(negated(any)));
      expect(mirrored.map((value) => value.negated().plus(zero).toString())).toEqual(
        amountsOf(calculateDocument(any)).map((value) => value.plus(zero).toString()),
      );
    }),
  );
});

it('does not hang on the order of the lines', () => {
  const figures = ({ groups, totals }: CalculatedDocument) => [
    groups.map(({ component, base, tax: own }) => `${component.code} ${base.toString()} ${own.toString()}`).sort(),
    JSON.stringify(totals),
  ];
  fc.assert(
    fc.property(documents, fc.infiniteStream(fc.nat()), (any, random) => {
      const keyed = any.lines.map((one) => ({ one, key: random.next().value }));
      const lines = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
      expect(figures(calculateDocument({ ...any, lines }))).toEqual(figures(calculateDocument(any)));
    }),
  );
});

it('takes out of a price what it puts on top, within a unit', () => {
  const one = fc.record({ net: fc.integer({ min: 1, max: 10_000_000 }), taxes: fc.constantFrom(...treatments) });
  fc.assert(
    fc.property(one, fc.integer({ min: 1, max: 9 }), ({ net, taxes }, quantity) => {
      const unitPrice = new Decimal(net).div(100);
      const line = { quantity: new Decimal(quantity), unitPrice, adjustments: [], taxes };
      const exclusive = calculateDocument(document([line]));
      const gross = exclusive.totals.gross.div(quantity);
      const inclusive = calculateDocument(document([{ ...line, unitPrice: gross }], { pricesIncludeTax: true }));
      equal(inclusive.totals.gross, exclusive.totals.gross);
      expect(inclusive.totals.net.minus(exclusive.totals.net).abs().lessThanOrEqualTo('0.01')).toBe(true);
    }),
  );
});

it('rounds each tax once in its group, on a base that is printed', () => {
  fc.assert(
    fc.property(documents, (any) => {
      const { groups, vatBreakdown } = calculateDocument({ ...any, rounding: 'group', pricesIncludeTax: false });
      const shares = groups.filter(
        ({ component }) => component.computation === 'percentage' && component.kind !== 'vat',
      );
      const others = shares.map(({ component: { rate }, base, tax: own }) => ({ rate, base, tax: own }));
      for (const { rate, base, tax: own } of [...vatBreakdown, ...others]) {
        equal(own, base.times(rate).toDecimalPlaces(any.currency.minorUnits).plus(zero));
      }
    }),
  );
});
