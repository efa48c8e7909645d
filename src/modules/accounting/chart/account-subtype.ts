import type { AccountType } from './account-type.js';

/**
 * What an account is within its type, where the financial statements and ratios tell more apart than types do. Words are
 * unique over all types, so that a sub-type says the type.
 */
export const accountSubtypes = {
  asset: [
    'bank',
    'cash',
    'receivable',
    'inventory',
    'prepayment',
    'tax_receivable',
    'other_current_asset',
    'fixed_asset',
    'accumulated_depreciation',
    'intangible_asset',
    'long_term_investment',
    'deferred_tax_asset',
    'other_non_current_asset',
  ],
  liability: [
    'payable',
    'credit_card',
    'tax_payable',
    'payroll_payable',
    'accrual',
    'deferred_income',
    'short_term_debt',
    'provision',
    'other_current_liability',
    'long_term_debt',
    'deferred_tax_liability',
    'other_non_current_liability',
  ],
  equity: [
    'share_capital',
    'share_premium',
    'owner_capital',
    'drawings',
    'reserve',
    'retained_earnings',
    'other_equity',
  ],
  income: ['operating_revenue', 'other_income', 'finance_income'],
  expense: [
    'cost_of_sales',
    'payroll',
    'operating_expense',
    'depreciation',
    'finance_cost',
    'income_tax',
    'other_expense',
  ],
} as const satisfies Readonly<Record<AccountType, readonly string[]>>;

export type AccountSubtype = (typeof accountSubtypes)[AccountType][number];

/** All sub-types, in the order of the financial statements. */
export const allAccountSubtypes: readonly AccountSubtype[] = Object.values(accountSubtypes).flat();

/** Whether accounts of the type can be of the sub-type. */
export function isSubtypeOf(subtype: AccountSubtype, type: AccountType): boolean {
  return (accountSubtypes[type] as readonly AccountSubtype[]).includes(subtype);
}

/** Where a sub-type stands in the statements: IAS 1 parts assets and liabilities by term, results by origin. */
export const accountClasses = ['current', 'non_current', 'equity', 'operating', 'finance', 'income_tax'] as const;
export type AccountClass = (typeof accountClasses)[number];

const nonCurrent: ReadonlySet<AccountSubtype> = new Set([
  'fixed_asset',
  'accumulated_depreciation',
  'intangible_asset',
  'long_term_investment',
  'deferred_tax_asset',
  'other_non_current_asset',
  'long_term_debt',
  'deferred_tax_liability',
  'other_non_current_liability',
]);

/** The class that follows from the sub-type; null where there is none to follow from. */
export function accountClassOf(type: AccountType, subtype: AccountSubtype | null): AccountClass | null {
  if (type === 'equity') return 'equity';
  if (subtype === null) return null;
  if (type === 'asset' || type === 'liability') return nonCurrent.has(subtype) ? 'non_current' : 'current';
  if (subtype === 'finance_income' || subtype === 'finance_cost') return 'finance';
  return subtype === 'income_tax' ? 'income_tax' : 'operating';
}
