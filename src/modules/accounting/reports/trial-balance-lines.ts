import { Decimal } from '#kernel/decimal.js';

/** Sums of an account as the balances hold them, each debit less credit but for the movement. */
export interface AccountFigures {
  isBalanceSheet: boolean;
  /** Everything before the fiscal year. */
  prior: Decimal;
  /** Opening entries of the fiscal year. */
  openingEntries: Decimal;
  debit: Decimal;
  credit: Decimal;
}

export interface LineFigures {
  opening: Decimal;
  debit: Decimal;
  credit: Decimal;
  closing: Decimal;
  /** What an income or expense account brings from earlier years that were not closed; in no line. */
  unclosed: Decimal;
}

/**
 * One line of the trial balance. Balance-sheet accounts open with what they closed with. Income and expense accounts
 * open at zero: what is left of earlier years is their unclosed result, which opening entries may have taken to equity.
 * On an account without earlier years, opening entries are the part of the year before the books were taken over.
 */
export function lineFigures({ isBalanceSheet, prior, openingEntries, debit, credit }: AccountFigures): LineFigures {
  const carried = prior.plus(openingEntries);
  const opensAtZero = !isBalanceSheet && !prior.isZero();
  const opening = opensAtZero ? new Decimal(0) : carried;
  return {
    opening,
    debit,
    credit,
    closing: opening.plus(debit).minus(credit),
    unclosed: opensAtZero ? carried : new Decimal(0),
  };
}
