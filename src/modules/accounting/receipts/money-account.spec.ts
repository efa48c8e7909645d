import { type MoneyAccount, moneyAccountFault, rateFault } from './money-account.js';

const cash: MoneyAccount = {
  id: 'cash',
  code: '1000',
  type: 'asset',
  control: 'none',
  isGroup: false,
  isActive: true,
  currency: null,
  bankAccountId: null,
  bankCurrency: null,
  isBankActive: null,
};
const bank = { ...cash, control: 'bank', bankAccountId: 'bank', bankCurrency: 'EUR', isBankActive: true };

it.each<[string, MoneyAccount]>([
  ['cash', cash],
  ['cash of the currency', { ...cash, currency: 'EUR' }],
  ['a card', { ...cash, type: 'liability' }],
  ['the ledger account of a bank account', bank],
])('%s takes money', (_, account) => {
  expect(moneyAccountFault({ accountId: 'cash' }, account, 'EUR')).toBeUndefined();
});

it.each<[string, Partial<MoneyAccount>]>([
  ['account_is_group', { isGroup: true }],
  ['account_inactive', { isActive: false }],
  ['account_of_no_money', { type: 'income' }],
  ['account_of_no_money', { type: 'equity' }],
  ['account_of_no_money', { control: 'receivable' }],
  ['account_of_no_money', { type: 'liability', control: 'payable' }],
  ['account_currency', { currency: 'USD' }],
  ['account_currency', { bankCurrency: 'USD', isBankActive: true }],
  ['bank_account_inactive', { isBankActive: false }],
])('tells %s of %j', (code, change) => {
  const account = { ...cash, ...change };
  expect(moneyAccountFault({ accountId: 'cash' }, account, 'EUR')).toMatchObject({ pointer: '/accountId', code });
});

it('needs one account that is there', () => {
  const fault = (named: object, account?: MoneyAccount) => moneyAccountFault(named, account, 'EUR');
  expect(fault({}, cash)).toMatchObject({ pointer: '/accountId', code: 'money_account_required' });
  expect(fault({ accountId: 'a', bankAccountId: 'b' }, bank)).toMatchObject({ code: 'money_account_required' });
  expect(fault({ bankAccountId: 'b' })).toMatchObject({ pointer: '/bankAccountId', code: 'unknown_account' });
});

it('takes a rate for other currencies alone', () => {
  expect(rateFault({ exchangeRate: '1' }, 'USD', 'EUR')).toBeUndefined();
  expect(rateFault({}, 'EUR', 'EUR')).toBeUndefined();
  for (const field of ['exchangeRate', 'exchangeRateSource', 'exchangeRateType']) {
    expect(rateFault({ [field]: '1' }, 'EUR', 'EUR')).toMatchObject({ pointer: `/${field}`, code: 'rate_not_needed' });
  }
});
