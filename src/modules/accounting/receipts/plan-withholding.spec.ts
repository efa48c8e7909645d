import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { planWithholdings, type WithholdingCodeFact, type WithheldItem } from './plan-withholding.js';
import type { ReceiptAllocation, ReceiptWithholding } from './receipts.dto.js';

const code = { id: 'code', accountId: 'account', accountCode: '1230', status: 'active' } as const;
const withholdingCodes = new Map<string, WithholdingCodeFact>([
  ['IRPF', code],
  ['TDS', { ...code, id: 'tds' }],
  ['OLD', { ...code, status: 'inactive' }],
]);
const item: WithheldItem = { open: new Decimal('1210'), paid: new Decimal('1060'), left: new Map() };
type Wishes = Pick<ReceiptAllocation, 'withholding' | 'withholdings'>;
const planAll = (wishes: Wishes, change: Partial<WithheldItem> = {}, currency = 'EUR') => {
  const facts = { withholdingCodes, functionalCurrency: 'EUR' };
  return planWithholdings(wishes, '/a', requireCurrency(currency), facts, { ...item, ...change });
};
const plan = (wish: Partial<ReceiptWithholding>, currency = 'EUR') =>
  planAll({ withholding: { code: 'IRPF', amount: '150.00', ...wish } }, {}, currency);
const left = (amounts: Record<string, string>) =>
  new Map(Object.entries(amounts).map(([name, amount]) => [name, new Decimal(amount)]));
const told = ({ withheld }: ReturnType<typeof planAll>) =>
  withheld.map(({ amount, expected }) => [amount.toFixed(2), expected?.toFixed(2) ?? null]);

describe('what a customer withheld', () => {
  it('is nothing where the receipt says nothing', () => expect(planAll({})).toEqual({ withheld: [], faults: [] }));

  it('is claimed on the account of its code', () => {
    const { withheld, faults } = plan({ base: '1000', certificateNumber: 'R-1', certifiedOn: '2026-03-05' });
    expect(faults).toEqual([]);
    expect(withheld.map((one) => ({ ...one, amount: one.amount.toFixed(2), base: one.base?.toFixed(2) }))).toEqual([
      {
        amount: '150.00',
        base: '1000.00',
        expected: null,
        codeId: 'code',
        accountId: 'account',
        accountCode: '1230',
        certificateNumber: 'R-1',
        certifiedOn: '2026-03-05',
      },
    ]);
  });

  it('may be all that it is reckoned of', () => expect(plan({ base: '150.00' }).faults).toEqual([]));

  it.each<[Partial<ReceiptWithholding>, string, string]>([
    [{ code: 'NONE' }, '/a/withholding/code', 'unknown_withholding_code'],
    [{ code: 'OLD' }, '/a/withholding/code', 'withholding_code_inactive'],
    [{ amount: '1.001' }, '/a/withholding/amount', 'amount_scale'],
    [{ base: '149.99' }, '/a/withholding/base', 'base_below_amount'],
    [{ certifiedOn: '2026-03-05' }, '/a/withholding/certifiedOn', 'certificate_without_number'],
  ])('is refused as %j', (wish, pointer, fault) => {
    const { withheld, faults } = plan(wish);
    expect(withheld).toEqual([]);
    expect(faults).toMatchObject([{ pointer, code: fault }]);
  });

  it('is refused in another currency', () =>
    expect(plan({}, 'USD').faults).toMatchObject([{ pointer: '/a/withholding', code: 'withholding_currency' }]));
});

describe('what a customer withheld without saying how much', () => {
  const withholding = { code: 'IRPF' };

  it('is what is expected', () => {
    expect(told(planAll({ withholding }, { left: left({ IRPF: '150' }) }))).toEqual([['150.00', '150.00']]);
    const half = { left: left({ IRPF: '150' }), paid: new Decimal('530') };
    expect(told(planAll({ withholding }, half))).toEqual([['75.00', '75.00']]);
  });

  it('is no more than is open beside what is paid and stated', () => {
    const paid = { left: left({ IRPF: '150', TDS: '10' }), paid: new Decimal('1100') };
    expect(told(planAll({ withholding }, paid))).toEqual([['110.00', '150.00']]);
    const withholdings = [{ code: 'IRPF' }, { code: 'TDS', amount: '30.00' }];
    expect(told(planAll({ withholdings }, paid))).toEqual([
      ['80.00', '150.00'],
      ['30.00', '10.00'],
    ]);
  });

  it.each([
    ['the document says nothing of the code', { TDS: '10' }, '1060'],
    ['nothing is left of it', { IRPF: '0' }, '1060'],
    ['all is paid', { IRPF: '150' }, '1210'],
  ])('is refused where %s', (_, amounts, paid) => {
    const { faults } = planAll({ withholding }, { left: left(amounts), paid: new Decimal(paid) });
    expect(faults).toMatchObject([{ pointer: '/a/withholding', code: 'nothing_expected' }]);
  });

  it('tells whether nothing is expected, or no room is left for what is', () => {
    const messageOf = (amount: string) =>
      planAll({ withholding }, { left: left({ IRPF: amount }), paid: new Decimal('1210') }).faults[0]!.message;
    expect(messageOf('0')).toContain('Nothing is expected to be withheld');
    expect(messageOf('150')).toContain('of which 150.00 EUR is expected: the item is settled by the rest');
  });

  it('is said once of each code', () => {
    const { faults } = planAll({ withholding, withholdings: [{ code: 'IRPF' }] }, { left: left({ IRPF: '150' }) });
    expect(faults).toMatchObject([{ pointer: '/a/withholdings/0/code', code: 'code_named_twice' }]);
  });
});
