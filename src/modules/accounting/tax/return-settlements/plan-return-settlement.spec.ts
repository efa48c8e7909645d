import { Decimal } from '#kernel/decimal.js';
import { planReturnSettlement } from './plan-return-settlement.js';

const accounts = { settlement: 'authority', rounding: 'rounding' };
const onAccount = (accountId: string, tax: string) => ({ accountId, accountCode: accountId, tax: new Decimal(tax) });
const taxes = [onAccount('output', '750.40'), onAccount('input', '-600.00')];
const plan = (due: string, of = taxes) => planReturnSettlement(of, new Decimal(due), accounts);

describe('the entry that settles a return', () => {
  it('clears each tax account and owes the rest to the authority', () => {
    expect(plan('150.40')).toEqual({
      rounding: new Decimal('0'),
      lines: [
        { accountId: 'output', debit: '750.4' },
        { accountId: 'input', credit: '600' },
        { accountId: 'authority', credit: '150.4' },
      ],
    });
  });

  it.each([
    ['150', '-0.4', { accountId: 'rounding', credit: '0.4' }],
    ['151', '0.6', { accountId: 'rounding', debit: '0.6' }],
  ])('puts what rounding to %s leaves on the account for it', (due, rounding, line) => {
    const planned = plan(due);
    expect(planned.rounding.toFixed()).toBe(rounding);
    expect(planned.lines.slice(2)).toEqual([line, { accountId: 'authority', credit: due }]);
  });

  it('is a claim on the authority where more was deducted than is owed', () => {
    const planned = plan('-500', [onAccount('output', '100'), onAccount('input', '-600')]);
    expect(planned.lines.at(-1)).toEqual({ accountId: 'authority', debit: '500' });
  });

  it('has no line for the authority where both sides of reverse charge are all there is', () => {
    const planned = plan('0', [onAccount('output', '500'), onAccount('input', '-500'), onAccount('other', '0')]);
    expect(planned.lines).toEqual([
      { accountId: 'output', debit: '500' },
      { accountId: 'input', credit: '500' },
    ]);
  });

  it('is empty for a return without tax', () => expect(plan('0', []).lines).toEqual([]));

  it('turns around with an amendment that takes back', () => {
    const planned = plan('-20', [onAccount('output', '-20')]);
    expect(planned.lines).toEqual([
      { accountId: 'output', credit: '20' },
      { accountId: 'authority', debit: '20' },
    ]);
  });
});
