import { Decimal } from '#kernel/decimal.js';
import { salesLine } from '../documents/sales-document.fixture.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';
import { planCreditedWithholdings } from './plan-credited-withholdings.js';

/** Three lines of 100.00 with 25.00 of tax, of which 10.00 of 100.00 is withheld, the rest being below a threshold. */
const withholding = {
  codeId: 'irpf',
  code: 'IRPF',
  name: 'Income tax',
  rateId: 'rate',
  rate: '0.1',
  baseOf: 'net',
  baseShare: '1',
  threshold: '200',
  thresholdRule: 'excess',
  yearStartsOn: '2026-01-01',
  linePositions: null,
  cumulativeBase: '0',
  cumulativeTaxable: '0',
  base: '300',
  taxable: '100',
  amount: '10',
} as const;
type Change = Partial<SalesDocumentRow['withholdings'][number]>;

function credit(places: readonly number[], { before = 0, change = {} }: { before?: number; change?: Change } = {}) {
  const invoice = {
    payable: '375',
    creditedAmount: String(before * 125),
    withholdings: [{ ...withholding, ...change } as SalesDocumentRow['withholdings'][number]],
  };
  const amount = (text: number) => new Decimal(text);
  const net = 100 * places.length;
  const totals = { lineNet: net, net, tax: net / 4, gross: net * 1.25, rounding: 0, payable: net * 1.25 };
  const credited = {
    lines: places.map((place) => salesLine({}, { creditsPosition: place })),
    totals: Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, amount(value)])) as never,
  };
  const share = (whole: number) => String(Math.round((whole * before * 100) / 3) / 100);
  const taken = { base: String(before * 100), taxable: share(100), amount: share(10) };
  const known = { codeId: 'irpf', ...taken, cumulativeBase: '300', cumulativeTaxable: '100' };
  const [own] = planCreditedWithholdings(invoice, credited, new Map([['irpf', known]]), 2);
  return [own!.base.toFixed(2), own!.taxable.toFixed(2), own!.amount.toFixed(2), own!.linePositions];
}

it.each([
  ['a third', credit([1]), ['100.00', '33.33', '3.33', null]],
  ['the second third', credit([2], { before: 1 }), ['100.00', '33.34', '3.34', null]],
  ['the last one', credit([3], { before: 2 }), ['100.00', '33.33', '3.33', null]],
  ['all of it', credit([1, 2, 3]), ['300.00', '100.00', '10.00', null]],
  [
    'what bears it',
    credit([1, 3], { change: { linePositions: [3], base: '100' } }),
    ['100.00', '100.00', '10.00', [2]],
  ],
  ['none of what bears it', credit([1], { change: { linePositions: [3], base: '100' } }), ['0.00', '0.00', '0.00', []]],
  [
    'a part that counts by half',
    credit([1], { change: { baseShare: '0.5', base: '150' } }),
    ['50.00', '33.33', '3.33', null],
  ],
  ['with its tax', credit([1], { change: { baseOf: 'gross', base: '375' } }), ['125.00', '33.33', '3.33', null]],
  ['of nothing', credit([1], { change: { base: '0', taxable: '0', amount: '0' } }), ['0.00', '0.00', '0.00', null]],
])('takes back with %s the share of the base', (_, taken, expected) => expect(taken).toEqual(expected));
