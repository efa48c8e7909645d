/** What an account is in the financial statements; its normal balance and its place in reports follow from it. */
export const accountTypes = ['asset', 'liability', 'equity', 'income', 'expense'] as const;
export type AccountType = (typeof accountTypes)[number];

/** True for the types whose balance is carried from year to year; the others start every year at zero. */
export function isBalanceSheetType(type: AccountType): boolean {
  return type === 'asset' || type === 'liability' || type === 'equity';
}

/** What a control account stands for: its lines belong to a bank account, or to a customer's or supplier's ledger. */
export const accountControls = ['none', 'bank', 'receivable', 'payable'] as const;
export type AccountControl = (typeof accountControls)[number];

/** Inactive accounts and journals keep their history and take no postings. */
export const activeStatuses = ['active', 'inactive'] as const;
export type ActiveStatus = (typeof activeStatuses)[number];
