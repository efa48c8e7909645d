import { Decimal } from '#kernel/decimal.js';
import { planRevaluation, type RevaluationAccounts, type RevaluationSum } from './plan-revaluation.js';

const accounts: RevaluationAccounts = {
  adjustments: { receivable: 'receivables', payable: 'payables', account: 'balances' },
  gains: () => 'gains',
  losses: () => 'losses',
};
const sumOf = (kind: RevaluationSum['kind'], gains: string, losses: string): RevaluationSum => ({
  kind,
  currency: 'USD',
  exchangeRate: '0.92',
  gains: new Decimal(gains),
  losses: new Decimal(losses),
});
const amounts = (...sums: RevaluationSum[]) =>
  planRevaluation(sums, accounts).map(({ accountId, currency = 'functional', ...line }) => {
    const { debit = line.functionalDebit, credit = line.functionalCredit } = line;
    return [accountId, currency, debit ?? `-${credit}`];
  });

describe('the entry of a revaluation', () => {
  it('debits what is worth more, and credits the gain', () =>
    expect(amounts(sumOf('receivable', '12.34', '0'))).toEqual([
      ['receivables', 'USD', '12.34'],
      ['gains', 'functional', '-12.34'],
    ]));

  it('debits the loss, and credits what is worth less', () =>
    expect(amounts(sumOf('payable', '0', '-5'))).toEqual([
      ['losses', 'functional', '5'],
      ['payables', 'USD', '-5'],
    ]));

  it('sets gains and losses off against nothing', () =>
    expect(amounts(sumOf('account', '7', '-7'))).toEqual([
      ['balances', 'USD', '7'],
      ['gains', 'functional', '-7'],
      ['losses', 'functional', '7'],
      ['balances', 'USD', '-7'],
    ]));

  it('says what each line is of', () =>
    expect(planRevaluation([sumOf('receivable', '1', '0')], accounts)[0]).toMatchObject({
      description: 'USD receivables at 0.92',
    }));

  it('asks for no account that nothing is posted to', () => {
    const refusing = () => {
      throw new Error('There is none.');
    };
    expect(() => planRevaluation([sumOf('account', '1', '0')], { ...accounts, losses: refusing })).not.toThrow();
    expect(() => planRevaluation([sumOf('account', '0', '-1')], { ...accounts, losses: refusing })).toThrow('none');
  });
});
