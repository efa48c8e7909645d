import { accountSubtypes } from './account-subtype.js';
import { accountTypes } from './account-type.js';
import { type CashFlowAccount, cashFlowSectionOf, cashFlowSections, isSectionOfType } from './cash-flow-section.js';

const plain = { subtype: null, control: 'none', cashFlowSection: null, takesExchangeDifferences: false } as const;

it.each<[string, Pick<CashFlowAccount, 'type'> & Partial<CashFlowAccount>, string]>([
  ['a bank account', { type: 'asset', subtype: 'bank' }, 'cash'],
  ['a till', { type: 'asset', subtype: 'cash' }, 'cash'],
  ['a bank account of no sub-type', { type: 'asset', control: 'bank' }, 'cash'],
  ['an overdraft', { type: 'liability', subtype: 'short_term_debt', control: 'bank' }, 'financing'],
  ['an overdraft of no sub-type', { type: 'liability', control: 'bank' }, 'financing'],
  ['an overdraft managed as cash', { type: 'liability', control: 'bank', cashFlowSection: 'cash' }, 'cash'],
  ['a credit card', { type: 'liability', subtype: 'credit_card', control: 'bank' }, 'operating'],
  ['receivables', { type: 'asset', subtype: 'receivable', control: 'receivable' }, 'operating'],
  ['an asset of no sub-type', { type: 'asset' }, 'operating'],
  ['a machine', { type: 'asset', subtype: 'fixed_asset' }, 'investing'],
  ['its depreciation so far', { type: 'asset', subtype: 'accumulated_depreciation' }, 'investing'],
  ['the depreciation of the year', { type: 'expense', subtype: 'depreciation' }, 'operating'],
  ['a loan', { type: 'liability', subtype: 'long_term_debt' }, 'financing'],
  ['a provision', { type: 'liability', subtype: 'provision' }, 'operating'],
  ['share capital', { type: 'equity', subtype: 'share_capital' }, 'financing'],
  ['interest', { type: 'expense', subtype: 'finance_cost' }, 'operating'],
  [
    'interest, chosen otherwise',
    { type: 'expense', subtype: 'finance_cost', cashFlowSection: 'financing' },
    'financing',
  ],
  ['exchange gains', { type: 'income', takesExchangeDifferences: true }, 'exchange_differences'],
])('%s', (_, account, section) => expect(cashFlowSectionOf({ ...plain, ...account })).toBe(section));

it('every sub-type stands in a section that its type can have', () => {
  for (const type of accountTypes) {
    for (const subtype of [null, ...accountSubtypes[type]]) {
      expect(isSectionOfType(cashFlowSectionOf({ ...plain, type, subtype }), type)).toBe(true);
    }
  }
});

it('money is an asset or a liability, and differences are results', () => {
  const of = (section: (typeof cashFlowSections)[number]) =>
    accountTypes.filter((type) => isSectionOfType(section, type));
  expect(of('cash')).toEqual(['asset', 'liability']);
  expect(of('exchange_differences')).toEqual(['income', 'expense']);
  expect(of('financing')).toEqual(accountTypes);
});
