import { type Decimal, sum } from '#kernel/decimal.js';
import type { SieObjectReference } from './sie-file.js';
import type { PlannedLine } from './sie-import-plan.js';

/** A part of an account's balance that has objects. */
export interface BalancePart {
  objects: readonly SieObjectReference[];
  amount: Decimal;
  line: number;
}

/**
 * The lines that bring a balance to an account: one for each part with objects, and one without any for the rest. Balances
 * by object are known for one object at a time, not for their combinations, so parts of different dimensions may be more
 * than the whole together; the rest then has the other sign, and every balance, of the account and of each object, is
 * what it has to be.
 */
export function balanceLines(
  accountCode: string,
  whole: Decimal,
  parts: readonly BalancePart[],
  lineNumber: number,
): PlannedLine[] {
  const lines = parts.map(({ objects, amount, line }) => ({
    accountCode,
    amount,
    text: '',
    objects,
    lineNumber: line,
  }));
  const rest = whole.minus(sum(parts.map(({ amount }) => amount)));
  return [...lines, { accountCode, amount: rest, text: '', objects: [], lineNumber }].filter(
    ({ amount }) => !amount.isZero(),
  );
}
