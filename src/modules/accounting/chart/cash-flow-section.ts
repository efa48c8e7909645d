import type { AccountSubtype } from './account-subtype.js';
import type { AccountControl, AccountType } from './account-type.js';

/**
 * Where the statement of cash flows (IAS 7) shows what an account takes part in. `cash` is cash and cash equivalents itself;
 * `exchange_differences` is what exchange rates make of money, which is no cash flow (IAS 7.28).
 */
export const cashFlowSections = ['cash', 'operating', 'investing', 'financing', 'exchange_differences'] as const;
export type CashFlowSection = (typeof cashFlowSections)[number];

/** Whether accounts of the type can be of the section: only assets and liabilities are money, only results differences. */
export function isSectionOfType(section: CashFlowSection, type: AccountType): boolean {
  if (section === 'cash') return type === 'asset' || type === 'liability';
  if (section === 'exchange_differences') return type === 'income' || type === 'expense';
  return true;
}

const bySubtype: Partial<Record<AccountSubtype, CashFlowSection>> = {
  bank: 'cash',
  cash: 'cash',
  fixed_asset: 'investing',
  accumulated_depreciation: 'investing',
  intangible_asset: 'investing',
  long_term_investment: 'investing',
  other_non_current_asset: 'investing',
  short_term_debt: 'financing',
  long_term_debt: 'financing',
};

/** What decides of an account where it stands in the statement of cash flows. */
export interface CashFlowAccount {
  type: AccountType;
  subtype: AccountSubtype | null;
  control: AccountControl;
  /** What somebody chose for the account; null where nobody did. */
  cashFlowSection: CashFlowSection | null;
  /** Whether documents post exchange differences to it. */
  takesExchangeDifferences: boolean;
}

/**
 * The section of an account: the chosen one; where nobody chose, it follows from type and sub-type. An overdraft is
 * financing unless somebody says that it is managed as cash (IAS 7.8); interest and dividends stay operating (IAS 7.33).
 */
export function cashFlowSectionOf(account: CashFlowAccount): CashFlowSection {
  const { type, subtype, control, cashFlowSection, takesExchangeDifferences } = account;
  if (cashFlowSection !== null) return cashFlowSection;
  if (type === 'equity') return 'financing';
  if (takesExchangeDifferences && isSectionOfType('exchange_differences', type)) return 'exchange_differences';
  if (subtype === null && control === 'bank') return type === 'asset' ? 'cash' : 'financing';
  return (subtype && bySubtype[subtype]) ?? 'operating';
}
