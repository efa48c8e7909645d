import type { AccountControl, AccountType } from './account-type.js';
import { type NamedAccount, type NamingFault, booksAccountFault } from './books-account-rules.js';

export const postingPurposes = [
  'receivables',
  'payables',
  'revenue',
  'shipping_revenue',
  'exchange_gains',
  'exchange_losses',
  'early_discounts_granted',
  'early_discounts_taken',
  'bad_debts',
  'payment_differences',
  'customer_deposits',
  'deferred_revenue',
  'bank_charges',
  'dunning_fees',
  'tax_settlement',
  'receivables_revaluation',
  'payables_revaluation',
  'balances_revaluation',
  'unrealised_exchange_gains',
  'unrealised_exchange_losses',
] as const;
export type PostingPurpose = (typeof postingPurposes)[number];

/** What documents post to an account for, and which accounts can serve. The database holds the same. */
export interface PostingPurposeRule {
  /** As in “the account for …”. */
  readonly name: string;
  /** What is posted to it. */
  readonly description: string;
  readonly types: readonly AccountType[];
  readonly controls: readonly AccountControl[];
}

const none = ['none'] as const;

export const postingPurposeRules: Readonly<Record<PostingPurpose, PostingPurposeRule>> = {
  receivables: {
    name: 'receivables',
    description: 'what customers owe',
    types: ['asset'],
    controls: ['receivable'],
  },
  payables: {
    name: 'payables',
    description: 'what is owed to vendors',
    types: ['liability'],
    controls: ['payable'],
  },
  revenue: {
    name: 'revenue',
    description: 'what is sold',
    types: ['income'],
    controls: none,
  },
  shipping_revenue: {
    name: 'shipping revenue',
    description: 'what customers are charged for delivery',
    types: ['income'],
    controls: none,
  },
  exchange_gains: {
    name: 'exchange gains',
    description: 'what a better rate brings between a document and its payment',
    types: ['income'],
    controls: none,
  },
  exchange_losses: {
    name: 'exchange losses',
    description: 'what a worse rate costs between a document and its payment',
    types: ['expense'],
    controls: none,
  },
  early_discounts_granted: {
    name: 'early-payment discounts granted',
    description: 'what customers keep for paying early',
    types: ['income', 'expense'],
    controls: none,
  },
  early_discounts_taken: {
    name: 'early-payment discounts taken',
    description: 'what is kept of payments to vendors for paying early',
    types: ['income', 'expense'],
    controls: none,
  },
  bad_debts: {
    name: 'bad debts',
    description: 'what is written off because customers will not pay',
    types: ['expense'],
    controls: none,
  },
  payment_differences: {
    name: 'payment differences',
    description: 'small differences that are accepted at payment',
    types: ['income', 'expense'],
    controls: none,
  },
  customer_deposits: {
    name: 'customer deposits',
    description: 'what customers pay before they are invoiced',
    types: ['liability'],
    controls: ['none', 'receivable'],
  },
  deferred_revenue: {
    name: 'deferred revenue',
    description: 'what is invoiced before it is earned',
    types: ['liability'],
    controls: none,
  },
  bank_charges: {
    name: 'bank charges',
    description: 'what banks and payment providers keep',
    types: ['expense'],
    controls: none,
  },
  dunning_fees: {
    name: 'dunning fees',
    description: 'what customers are charged for being reminded',
    types: ['income'],
    controls: none,
  },
  tax_settlement: {
    name: 'tax settlement',
    description: 'what filed tax returns make due to the tax authority, or from it',
    types: ['asset', 'liability'],
    controls: none,
  },
  receivables_revaluation: {
    name: 'revaluation of receivables',
    description: 'what a closing rate adds to what customers owe, until the day after',
    types: ['asset'],
    controls: none,
  },
  payables_revaluation: {
    name: 'revaluation of payables',
    description: 'what a closing rate adds to what is owed to vendors, until the day after',
    types: ['liability'],
    controls: none,
  },
  balances_revaluation: {
    name: 'revaluation of balances',
    description: 'what a closing rate adds to accounts in foreign currencies, until the day after',
    types: ['asset', 'liability'],
    controls: none,
  },
  unrealised_exchange_gains: {
    name: 'unrealised exchange gains',
    description: 'what better closing rates bring',
    types: ['income'],
    controls: none,
  },
  unrealised_exchange_losses: {
    name: 'unrealised exchange losses',
    description: 'what worse closing rates cost',
    types: ['expense'],
    controls: none,
  },
};

/** Why the account cannot serve the purpose; undefined where it can. */
export function postingAccountFault(
  purpose: PostingPurpose,
  account: NamedAccount & { readonly control: AccountControl },
): NamingFault | undefined {
  const { name, types, controls } = postingPurposeRules[purpose];
  const fault = booksAccountFault({ name, types }, account);
  if (fault || controls.includes(account.control)) return fault;
  const message = `The account for ${name} has control ${controls.join(' or ')}; ${account.code} has control ${account.control}.`;
  return { code: 'account_control', message };
}
