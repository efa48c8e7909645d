import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { planSalePayments } from './plan-sale-payments.js';

type Payments = Parameters<typeof planSalePayments>[0];
const irpf = { code: 'IRPF' };
const plan = (
  payments: Payments,
  open: string[] = ['1210.00'],
  expected: Record<string, string> = { IRPF: '150.00' },
) =>
  planSalePayments(
    payments,
    {
      open: open.map((amount) => new Decimal(amount)),
      expected: new Map(Object.entries(expected).map(([code, amount]) => [code, new Decimal(amount)])),
    },
    requireCurrency('EUR'),
  );
const shown = (...of: Parameters<typeof plan>) => {
  const { payments, paidAtIssue, faults } = plan(...of);
  expect(faults).toEqual([]);
  const told = payments.map((parts) =>
    parts.map(({ place, amount, withholdings }) =>
      [place, amount.toFixed(2), ...withholdings.map((one) => [one.code, one.amount].join(' '))].join(' | '),
    ),
  );
  return [...told, paidAtIssue.toFixed(2)];
};

it.each<[string, Parameters<typeof plan>, unknown[]]>([
  [
    'the whole with all that is expected',
    [[{ amount: '1060', withholding: irpf }]],
    [['0 | 1060.00 | IRPF 150.00'], '1060.00'],
  ],
  [
    'parts that sum to the whole',
    [
      [
        { amount: '353.33', withholding: irpf },
        { amount: '706.67', withholdings: [irpf] },
      ],
    ],
    [['0 | 353.33 | IRPF 50.00'], ['0 | 706.67 | IRPF 100.00'], '1060.00'],
  ],
  ['a payment without a tax', [[{ amount: '1000' }]], [['0 | 1000.00'], '1000.00']],
  [
    'instalments in the same proportion',
    [[{ amount: '1060', withholding: irpf }], ['605.00', '605.00']],
    [['0 | 530.00 | IRPF 75.00', '1 | 530.00 | IRPF 75.00'], '1060.00'],
  ],
  [
    'a part of the second instalment',
    [[{ amount: '795', withholding: irpf }], ['605.00', '605.00']],
    [['0 | 530.00 | IRPF 75.00', '1 | 265.00 | IRPF 37.50'], '795.00'],
  ],
  [
    'what is more than the invoice as credit',
    [[{ amount: '1200', withholding: { ...irpf, amount: '150' } }]],
    [['0 | 1060.00 | IRPF 150.00'], '1060.00'],
  ],
  [
    'what is withheld beyond what is expected as paid',
    [[{ amount: '1000', withholding: { ...irpf, amount: '210' } }]],
    [['0 | 1000.00 | IRPF 210.00'], '1060.00'],
  ],
  [
    'what is withheld of what expects nothing as paid',
    [[{ amount: '980', withholding: { code: 'TDS', amount: '20' } }], ['1000.00'], {}],
    [['0 | 980.00 | TDS 20.00'], '1000.00'],
  ],
  [
    'several codes, one of them said',
    [
      [{ amount: '1000', withholdings: [{ ...irpf, amount: '190.00' }, { code: 'IIBB' }] }],
      ['1210.00'],
      { IRPF: '150', IIBB: '20' },
    ],
    [['0 | 1000.00 | IRPF 190.00 | IIBB 19.23'], '1040.00'],
  ],
])('settles %s', (_, of, amounts) => {
  expect(shown(...of)).toEqual(amounts);
});

it('spreads the base with the tax', () => {
  const { payments } = plan([{ amount: '1060', withholding: { ...irpf, base: '1000.00' } }], ['605.00', '605.00']);
  expect(payments[0]!.map(({ withholdings }) => withholdings[0])).toEqual([
    { code: 'IRPF', amount: '75.00', base: '500' },
    { code: 'IRPF', amount: '75.00', base: '500' },
  ]);
});

it.each<[string, Parameters<typeof plan>, string]>([
  [
    'where nothing is expected',
    [[{ amount: '100', withholding: irpf }], ['1000.00'], {}],
    '/payments/0/withholding nothing_expected',
  ],
  ['where all is paid', [[{ amount: '1210', withholdings: [irpf] }]], '/payments/0/withholdings/0 nothing_expected'],
  [
    'of all that is open',
    [[{ amount: '1', withholding: { ...irpf, amount: '1210' } }]],
    '/payments/0/withholding over_allocated',
  ],
  [
    'of more decimals',
    [[{ amount: '1', withholding: { ...irpf, amount: '1.001' } }]],
    '/payments/0/withholding/amount amount_scale',
  ],
  [
    'that leaves nothing to pay of an instalment',
    [[{ amount: '0.01', withholding: { ...irpf, amount: '1.99' } }], ['1.00', '1.00']],
    '/payments/0/amount payment_too_small',
  ],
])('refuses a tax %s', (_, of, fault) => {
  expect(plan(...of).faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([fault]);
});
