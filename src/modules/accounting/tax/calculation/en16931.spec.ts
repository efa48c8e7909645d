import fc from 'fast-check';
import { Decimal } from '#kernel/decimal.js';
import { calculateDocument } from './calculate-document.js';
import { allowance, calculated, document, line, tax, vat12, vat25 } from './documents.fixture.js';
import { brokenRules } from './en16931.fixture.js';
import { hasPeppol, peppolExamples, type PeppolExample, type PeppolTax, readPeppol } from './peppol.fixture.js';
import type { DocumentAdjustment, TaxDocument } from './tax-document.js';

const reason = { exemptionCode: null, exemptionText: 'Because of the law' };
const categories = [
  [vat25],
  [tax('0.25', { code: 'SERVICES' })],
  [vat12],
  [tax('0', { code: 'ZERO', category: 'Z' })],
  [tax('0', { code: 'EXEMPT', category: 'E', ...reason })],
  [tax('0', { code: 'EXPORT', category: 'G', ...reason })],
];

it('keeps the calculation rules of EN 16931', () => {
  const amount = fc.integer({ min: 1, max: 99_999 }).map((cents) => new Decimal(cents).div(100));
  const price = fc.integer({ min: 1, max: 9_999_999 }).map((units) => new Decimal(units).div(10_000));
  const lines = fc.record({ quantity: amount, unitPrice: price, taxes: fc.constantFrom(...categories) });
  const adjustment = fc.record({ kind: fc.constantFrom('allowance' as const, 'charge' as const), amount });
  fc.assert(
    fc.property(
      fc.array(lines, { minLength: 1, maxLength: 9 }),
      fc.array(adjustment, { maxLength: 2 }),
      (some, own) => {
        const given = document(
          some.map((one) => ({ ...one, adjustments: [allowance('7%')] })),
          { adjustments: own, prepaid: new Decimal('1.11'), cashRounding: new Decimal('0.05') },
        );
        expect(brokenRules(given, calculateDocument(given))).toEqual([]);
      },
    ),
  );
});

it('finds what breaks them', () => {
  const given = document([line('1', '1')]);
  const right = calculateDocument(given);
  const totals = { ...right.totals, tax: new Decimal('0.255') };
  expect(brokenRules(given, { ...right, totals })).toEqual(['BR-CO-14', 'BR-CO-15', 'BR-DEC']);
});

(hasPeppol ? describe : describe.skip)('the official examples of Peppol BIS Billing', () => {
  it.each(peppolExamples)('%s', (name) => {
    const example = readPeppol(name);
    const given = documentOf(example);
    const { lines, vat, totals } = calculated(given);
    expect(brokenRules(given, calculateDocument(given))).toEqual([]);
    const { lineNets, taxes, totals: stated } = example.stated;
    expect(lines.map((shown) => shown.split(' ')[0])).toEqual(lineNets);
    expect(vat).toEqual(taxes.map(({ category, rate, base, tax: own }) => [category, rate, base, own].join(' ')));
    expect(totals).toMatchObject(stated);
  });
});

const taxOf = ({ category, rate }: PeppolTax) => tax(rate, { category: category as 'S' });

const documentOf = ({ currency, lines, adjustments }: PeppolExample): TaxDocument =>
  document(
    lines.map((one) => line(one.quantity, one.unitPrice, [taxOf(one)])),
    {
      currency,
      adjustments: adjustments.map(({ kind, amount, reason: why, ...one }): DocumentAdjustment => {
        return { kind, amount: new Decimal(amount), reason: why, taxes: [taxOf(one)] };
      }),
    },
  );
