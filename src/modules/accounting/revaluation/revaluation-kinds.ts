import type { AccountSubtype } from '../chart/account-subtype.js';
import type { PostingPurpose } from '../chart/posting-purposes.js';

/** What a revaluation values: an open item of a customer, one of a vendor, or the balance of an account. */
export const revaluationKinds = ['receivable', 'payable', 'account'] as const;
export type RevaluationKind = (typeof revaluationKinds)[number];

/** Where the differences of each kind stand, beside what they are of. */
export const adjustmentPurposes: Readonly<Record<RevaluationKind, PostingPurpose>> = {
  receivable: 'receivables_revaluation',
  payable: 'payables_revaluation',
  account: 'balances_revaluation',
};

/**
 * Accounts that hold no money and no claim to a fixed amount of it keep the rate of the day that they were acquired on
 * (IAS 21.16 and 21.23).
 */
export const nonMonetarySubtypes: readonly AccountSubtype[] = [
  'inventory',
  'prepayment',
  'fixed_asset',
  'accumulated_depreciation',
  'intangible_asset',
  'long_term_investment',
  'deferred_income',
];
