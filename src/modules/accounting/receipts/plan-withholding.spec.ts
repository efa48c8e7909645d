import { requireCurrency } from '#kernel/currency.js';
import { planWithholding, type WithholdingCodeFact } from './plan-withholding.js';
import type { ReceiptWithholding } from './receipts.dto.js';

const code = { id: 'code', accountId: 'account', accountCode: '1230', status: 'active' } as const;
const withholdingCodes = new Map<string, WithholdingCodeFact>([
  ['IRPF', code],
  ['OLD', { ...code, status: 'inactive' }],
]);
const plan = (wish: Partial<ReceiptWithholding>, currency = 'EUR') => {
  const facts = { withholdingCodes, functionalCurrency: 'EUR' };
  return planWithholding({ code: 'IRPF', amount: '150.00', ...wish }, '/w', requireCurrency(currency), facts);
};

describe('what a customer withheld', () => {
  it('is nothing where the receipt says nothing', () => {
    const facts = { withholdingCodes, functionalCurrency: 'EUR' };
    expect(planWithholding(undefined, '/w', requireCurrency('EUR'), facts)).toEqual({ withheld: null, faults: [] });
  });

  it('is claimed on the account of its code', () => {
    const { withheld, faults } = plan({ base: '1000', certificateNumber: 'R-1', certifiedOn: '2026-03-05' });
    expect(faults).toEqual([]);
    expect({ ...withheld, amount: withheld?.amount.toFixed(2), base: withheld?.base?.toFixed(2) }).toEqual({
      amount: '150.00',
      base: '1000.00',
      codeId: 'code',
      accountId: 'account',
      accountCode: '1230',
      certificateNumber: 'R-1',
      certifiedOn: '2026-03-05',
    });
  });

  it('may be all that it is reckoned of', () => expect(plan({ base: '150.00' }).faults).toEqual([]));

  it.each<[Partial<ReceiptWithholding>, string, string]>([
    [{ code: 'NONE' }, '/w/code', 'unknown_withholding_code'],
    [{ code: 'OLD' }, '/w/code', 'withholding_code_inactive'],
    [{ amount: '1.001' }, '/w/amount', 'amount_scale'],
    [{ base: '149.99' }, '/w/base', 'base_below_amount'],
    [{ certifiedOn: '2026-03-05' }, '/w/certifiedOn', 'certificate_without_number'],
  ])('is refused as %j', (wish, pointer, fault) => {
    const { withheld, faults } = plan(wish);
    expect(withheld).toBeNull();
    expect(faults).toMatchObject([{ pointer, code: fault }]);
  });

  it('is refused in another currency', () =>
    expect(plan({}, 'USD').faults).toMatchObject([{ pointer: '/w', code: 'withholding_currency' }]));
});
