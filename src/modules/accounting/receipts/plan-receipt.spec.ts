import { Decimal, zero } from '#kernel/decimal.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import { planReceipt, type ReceiptFacts } from './plan-receipt.js';
import type { RecordReceipt } from './receipts.dto.js';

const scope = { legalEntityId: 'entity', partyId: 'customer', partyName: 'Nordlicht', currency: 'EUR' };
const item = (id: string, change: Partial<OpenItemView> = {}): OpenItemView => ({
  id,
  legalEntityId: 'entity',
  partyId: 'customer',
  partyNumber: '1',
  partyName: 'Nordlicht',
  control: 'receivable',
  accountCode: '1100',
  entryId: 'entry',
  lineNumber: 1,
  description: 'Invoice',
  reference: null,
  entryDate: '2026-03-05',
  dueOn: null,
  currency: 'EUR',
  amount: '100.00',
  openAmount: '100.00',
  functionalAmount: '100.00',
  functionalOpenAmount: '100.00',
  status: 'open',
  dunningLevel: 0,
  lastRemindedOn: null,
  updatedAt: '',
  ...change,
});
const factsOf = (...items: OpenItemView[]): ReceiptFacts => ({
  items: new Map(items.map((one) => [one.id, one])),
  discounts: new Map(
    items.map(({ id }) => [id, { steps: [{ untilOn: '2026-03-15', percentage: '2', amount: null }], granted: zero }]),
  ),
  expected: new Map(),
  withholdingCodes: new Map([['IRPF', { id: 'code', accountId: 'claim', accountCode: '1230', status: 'active' }]]),
  functionalCurrency: 'EUR',
});
type Wish = Pick<RecordReceipt, 'amount' | 'charge' | 'receivedOn' | 'allocations' | 'differenceTolerance'>;
const plan = (wish: Partial<Wish>, facts = factsOf(item('a'), item('b'))) =>
  planReceipt({ amount: '100.00', receivedOn: '2026-03-15', ...wish }, scope, facts);
const settledBy = (wish: Partial<Wish>) => {
  const planned = plan(wish);
  if (planned.errors) throw new Error(JSON.stringify(planned.errors));
  const text = (one: Decimal) => one.toFixed(2);
  return [
    text(planned.rest),
    ...planned.settled.map(({ item: { id }, paid, discount, difference }) =>
      [id, ...[paid, discount, difference].map(text)].join(' '),
    ),
  ];
};

it.each<[string, Partial<Wish>, string[]]>([
  ['nothing', {}, ['100.00']],
  [
    'parts',
    {
      allocations: [
        { openItemId: 'A', amount: '60' },
        { openItemId: 'b', amount: '10' },
      ],
    },
    ['30.00', 'a 60.00 0.00 0.00', 'b 10.00 0.00 0.00'],
  ],
  [
    'with what it earns',
    { allocations: [{ openItemId: 'a', amount: '98', takeDiscount: true }] },
    ['2.00', 'a 98.00 2.00 0.00'],
  ],
  [
    'with no more than is left',
    { allocations: [{ openItemId: 'a', amount: '99.50', takeDiscount: true }] },
    ['0.50', 'a 99.50 0.50 0.00'],
  ],
  [
    'with a discount that is named',
    { allocations: [{ openItemId: 'a', amount: '98', discount: '1' }] },
    ['2.00', 'a 98.00 1.00 0.00'],
  ],
  [
    'with a reason',
    { receivedOn: '2026-04-01', allocations: [{ openItemId: 'a', amount: '90', discount: '10', discountReason: 'x' }] },
    ['10.00', 'a 90.00 10.00 0.00'],
  ],
  [
    'with a difference',
    { allocations: [{ openItemId: 'a', amount: '99.95' }], differenceTolerance: '0.05' },
    ['0.05', 'a 99.95 0.00 0.05'],
  ],
  [
    'with a difference after a discount',
    { allocations: [{ openItemId: 'a', amount: '97.99', takeDiscount: true }], differenceTolerance: '0.05' },
    ['2.01', 'a 97.99 2.00 0.01'],
  ],
  [
    'without one beyond what is tolerated',
    { allocations: [{ openItemId: 'a', amount: '99.94' }], differenceTolerance: '0.05' },
    ['0.06', 'a 99.94 0.00 0.00'],
  ],
])('settles %s', (_, wish, expected) => {
  expect(settledBy(wish)).toEqual(expected);
});

it('tells all faults at once', () => {
  const { errors = [] } = plan({
    amount: '1.001',
    charge: '2',
    allocations: [
      { openItemId: 'a', amount: '100.01' },
      { openItemId: 'b', amount: '1', discount: '5' },
    ],
  });
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/amount amount_scale',
    '/charge charge_too_large',
    '/allocations/0/amount over_allocated',
    '/allocations/1/discount discount_beyond_offer',
    '/allocations allocated_more_than_received',
  ]);
});

describe('a discount beside what is withheld', () => {
  const withholding = { code: 'IRPF' };
  const stated = { code: 'IRPF', amount: '15.00' };
  const facts = { ...factsOf(item('a')), expected: new Map([['a', new Map([['IRPF', new Decimal('15')]])]]) };

  it.each<[string, object, string]>([
    ['all of it by whoever pays the rest', { amount: '83', takeDiscount: true, withholding }, '2.00 15.00'],
    ['a half by whoever pays a half', { amount: '41.50', takeDiscount: true, withholding }, '1.00 7.50'],
    ['all of it beside a stated amount', { amount: '83', takeDiscount: true, withholding: stated }, '2.00 15.00'],
    ['as much as is named beside a stated amount', { amount: '83', discount: '2', withholding: stated }, '2.00 15.00'],
    ['none by whoever pays all without it', { amount: '85', takeDiscount: true, withholding }, '0.00 15.00'],
  ])('is earned by both: %s', (_, allocation, told) => {
    const planned = plan({ allocations: [{ openItemId: 'a', ...allocation } as never] }, facts);
    if (planned.errors) throw new Error(JSON.stringify(planned.errors));
    const [{ discount, withheld }] = planned.settled as [(typeof planned.settled)[number]];
    expect([discount, withheld[0]!.amount].map((one) => one.toFixed(2)).join(' ')).toBe(told);
  });
});
