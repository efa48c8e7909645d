import type { Decimal } from '#kernel/decimal.js';
import type { PostingLine } from '../contract/ledger-posting.js';
import type { RevaluationKind } from './revaluation-kinds.js';

/** What a revaluation comes to for one kind and currency, in the functional currency; losses below zero. */
export interface RevaluationSum {
  kind: RevaluationKind;
  currency: string;
  exchangeRate: string;
  gains: Decimal;
  losses: Decimal;
}

/** Ids of accounts. */
export interface RevaluationAccounts {
  adjustments: Readonly<Partial<Record<RevaluationKind, string>>>;
  gains: () => string;
  losses: () => string;
}

const words: Readonly<Record<RevaluationKind, string>> = {
  receivable: 'receivables',
  payable: 'payables',
  account: 'balances',
};

/**
 * The entry of a revaluation: for each kind and currency a pair of lines for what was gained and one for what was lost, which are
 * not set off against each other. What is adjusted has no amount in its currency, only in the functional one. Pure.
 */
export function planRevaluation(sums: readonly RevaluationSum[], accounts: RevaluationAccounts): PostingLine[] {
  return sums.flatMap(({ kind, currency, exchangeRate, gains, losses }) => {
    const description = `${currency} ${words[kind]} at ${exchangeRate}`;
    const adjustment = accounts.adjustments[kind]!;
    return [
      ...(gains.isZero()
        ? []
        : [
            { accountId: adjustment, currency, functionalDebit: gains.toFixed(), description },
            { accountId: accounts.gains(), credit: gains.toFixed(), description },
          ]),
      ...(losses.isZero()
        ? []
        : [
            { accountId: accounts.losses(), debit: losses.abs().toFixed(), description },
            { accountId: adjustment, currency, functionalCredit: losses.abs().toFixed(), description },
          ]),
    ];
  });
}
