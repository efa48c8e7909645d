/** What an account is in the financial statements; its normal balance and its place in reports follow from it. */
export const accountTypes = ['asset', 'liability', 'equity', 'income', 'expense'] as const;
export type AccountType = (typeof accountTypes)[number];

/** What a control account stands for: its lines belong to a bank account, or to a customer's or supplier's ledger. */
export const accountControls = ['none', 'bank', 'receivable', 'payable'] as const;
export type AccountControl = (typeof accountControls)[number];

/** Inactive accounts and journals keep their history and take no postings. */
export const activeStatuses = ['active', 'inactive'] as const;
export type ActiveStatus = (typeof activeStatuses)[number];
