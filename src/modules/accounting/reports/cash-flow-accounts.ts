import type { AccountSubtype } from '../chart/account-subtype.js';
import type { CashFlowAccount, CashFlowSection } from '../chart/cash-flow-section.js';
import type { ChartAccount } from './report-books.reader.js';

/** What an account is in an entry; accounts of no role are operating. */
export type CashFlowRole = 'cash' | 'exchange' | 'other';

/** With whom operating money is exchanged. */
export const cashFlowNatures = ['customers', 'suppliers', 'employees', 'taxes', 'interest', 'others'] as const;
export type CashFlowNature = (typeof cashFlowNatures)[number];

/** An account that takes postings, as the statement of cash flows needs it. */
export interface FlowAccount extends ChartAccount, CashFlowAccount {
  section: CashFlowSection;
}

const natures: Partial<Record<AccountSubtype, CashFlowNature>> = {
  receivable: 'customers',
  deferred_income: 'customers',
  operating_revenue: 'customers',
  inventory: 'suppliers',
  prepayment: 'suppliers',
  payable: 'suppliers',
  credit_card: 'suppliers',
  accrual: 'suppliers',
  cost_of_sales: 'suppliers',
  operating_expense: 'suppliers',
  payroll_payable: 'employees',
  payroll: 'employees',
  tax_receivable: 'taxes',
  tax_payable: 'taxes',
  income_tax: 'taxes',
  finance_income: 'interest',
  finance_cost: 'interest',
};

/** With whom money of an operating account is exchanged: who owes or is owed, where the account controls that. */
export function cashFlowNatureOf({ control, subtype }: Pick<CashFlowAccount, 'control' | 'subtype'>): CashFlowNature {
  if (control === 'receivable') return 'customers';
  if (control === 'payable') return 'suppliers';
  return (subtype && natures[subtype]) ?? 'others';
}

/** The role of each account that is not operating. */
export function rolesOf(accounts: readonly FlowAccount[]): Map<string, CashFlowRole> {
  const roles = new Map<string, CashFlowRole>();
  for (const { id, section } of accounts) {
    if (section === 'cash') roles.set(id, 'cash');
    else if (section === 'exchange_differences') roles.set(id, 'exchange');
    else if (section !== 'operating') roles.set(id, 'other');
  }
  return roles;
}
