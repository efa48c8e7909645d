import { type Decimal, sum } from '#kernel/decimal.js';
import type { PostingLine } from '../../contract/ledger-posting.js';

/** What the lines of a return left on one account: output tax less input tax, in the functional currency. */
export interface TaxOnAccount {
  accountId: string;
  accountCode: string;
  tax: Decimal;
}

export interface PlannedReturnSettlement {
  /** What is due beyond the taxes in the books, because boxes are rounded. */
  rounding: Decimal;
  lines: PostingLine[];
}

/**
 * The entry that clears the taxes of a return from their accounts, and makes what is due of them owed to the authority, or
 * owed by it where it is below zero. Pure.
 */
export function planReturnSettlement(
  taxes: readonly TaxOnAccount[],
  due: Decimal,
  accounts: { settlement: string; rounding: string | undefined },
): PlannedReturnSettlement {
  const rounding = due.minus(sum(taxes.map(({ tax }) => tax)));
  const lines: PostingLine[] = [];
  const add = (accountId: string, debit: Decimal) => {
    if (debit.isZero()) return;
    const amount = debit.abs().toFixed();
    lines.push({ accountId, ...(debit.isNegative() ? { credit: amount } : { debit: amount }) });
  };
  for (const { accountId, tax } of taxes) add(accountId, tax);
  if (accounts.rounding !== undefined) add(accounts.rounding, rounding);
  add(accounts.settlement, due.negated());
  return { rounding, lines };
}
