import { Decimal } from '#kernel/decimal.js';
import { calculateDocument } from '../../tax/calculation/calculate-document.js';
import { allowance, document, line, tax, vat12, vat25 } from '../../tax/calculation/documents.fixture.js';
import type { TaxDocument } from '../../tax/calculation/tax-document.js';
import { composeAmounts } from './compose-document.js';

const composed = (given: TaxDocument) => composeAmounts(given, calculateDocument(given));
const amounts = ({ net, tax: own }: { net: Decimal; tax: Decimal }) => `${net.toFixed(2)} ${own.toFixed(2)}`;

it('has lines, then what is of the whole document, which sum to its totals', () => {
  const given = document([line('1', '100'), line('1', '50', [vat12])], {
    adjustments: [
      { ...allowance('15'), taxes: undefined },
      { kind: 'charge', amount: new Decimal('10'), taxes: [vat12] },
    ],
  });
  const { lines, totals } = composed(given);
  expect(lines.map(amounts)).toEqual(['100.00 25.00', '50.00 6.00', '-15.00 -3.10', '10.00 1.20']);
  expect(lines.map(({ taxPositions }) => taxPositions)).toEqual([[1], [2], null, [2]]);
  expect(amounts(totals)).toBe('145.00 29.10');
});

it('names taxes in the order in which a line bears them', () => {
  const duty = tax('0.1', { code: 'DUTY', kind: 'other' });
  const onDuty = tax('0.25', { code: 'ON', onTopOf: ['DUTY'] });
  const { lines, taxes } = composed(document([line('1', '100', [vat12]), line('1', '100', [duty, onDuty])]));
  const named = lines[1]!.taxPositions!.map((place) => taxes[place - 1]!.component.code);
  expect(named).toEqual(['DUTY', 'ON']);
});

it('has a tax that the buyer owes at no rate', () => {
  const owed = tax('0.25', { code: 'AE', category: 'AE', isReverseCharge: true, exemptionText: 'Reverse charge' });
  const { lines, taxes } = composed(document([line('1', '100', [owed]), line('1', '100', [vat25])]));
  expect(lines.map(({ taxPositions }) => taxPositions)).toEqual([[1], [2]]);
  expect(taxes[0]).toMatchObject({ component: { code: 'AE', rate: new Decimal(0) }, charged: new Decimal(0) });
});
