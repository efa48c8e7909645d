import { cashFlowNatureOf, type FlowAccount, rolesOf } from './cash-flow-accounts.js';

it.each([
  ['who owes', { control: 'receivable', subtype: null }, 'customers'],
  ['who is owed', { control: 'payable', subtype: 'other_current_liability' }, 'suppliers'],
  ['what is sold', { control: 'none', subtype: 'operating_revenue' }, 'customers'],
  ['a credit card', { control: 'bank', subtype: 'credit_card' }, 'suppliers'],
  ['wages', { control: 'none', subtype: 'payroll' }, 'employees'],
  ['a tax', { control: 'none', subtype: 'tax_payable' }, 'taxes'],
  ['interest', { control: 'none', subtype: 'finance_cost' }, 'interest'],
  ['an account of no sub-type', { control: 'none', subtype: null }, 'others'],
] as const)('%s', (_, account, nature) => expect(cashFlowNatureOf(account)).toBe(nature));

it('accounts have roles by section, operating ones none', () => {
  const sections = ['cash', 'operating', 'investing', 'financing', 'exchange_differences'] as const;
  const accounts = sections.map((section) => ({ id: section, section }) as FlowAccount);
  expect([...rolesOf(accounts)]).toEqual([
    ['cash', 'cash'],
    ['investing', 'other'],
    ['financing', 'other'],
    ['exchange_differences', 'exchange'],
  ]);
});
