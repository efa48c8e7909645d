import { type Decimal, sum } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { CalculatedAdjustment, CalculatedLine } from './calculated-amounts.js';
import type { DocumentTotals } from './document-totals.js';

/** Before the point, of what books can hold. */
const MOST_DIGITS = 18;

interface CalculatedAmounts {
  lines: readonly CalculatedLine[];
  adjustments: readonly CalculatedAdjustment[];
  totals: DocumentTotals;
}

/**
 * Amounts that came out larger than books can hold, at the lines that are so by themselves, else at what they sum to. Both
 * sides of the entry that the document would make are below the limit: what is above zero sums to one, what is below zero
 * to the other.
 */
export function resultFaults({ lines, adjustments, totals }: CalculatedAmounts): ProblemError[] {
  const ofLines = lines.flatMap((line, index): ProblemError[] => {
    const amounts = [line.listAmount, ...line.adjustments, line.amount, ...partsOf(line), line.net.plus(line.tax)];
    if (!amounts.some(isTooLarge)) return [];
    const message =
      'With taxes, allowances and charges the line has more than 18 digits before the point; amounts have at most 18: divide it among several documents.';
    return [{ pointer: `/lines/${index}/unitPrice`, code: 'amount_too_large', message }];
  });
  if (ofLines.length > 0) return ofLines;
  const parts = [...lines, ...adjustments.flatMap((one) => one.parts)].flatMap(partsOf);
  const sums = [sum(parts.filter((part) => part.isPositive())), sum(parts.filter((part) => part.isNegative()))];
  if (![...sums, ...Object.values<Decimal>({ ...totals })].some(isTooLarge)) return [];
  const message =
    'The lines with their taxes sum to more than 18 digits before the point; amounts have at most 18: divide them among several documents.';
  return [{ pointer: '/lines', code: 'amount_too_large', message }];
}

/** What each becomes in the books: the net amount and every tax, also what the buyer owes. */
const partsOf = ({ net, taxes }: Pick<CalculatedLine, 'net' | 'taxes'>): Decimal[] => [
  net,
  ...taxes.map(({ tax }) => tax),
];

const isTooLarge = (amount: Decimal): boolean => amount.e >= MOST_DIGITS;
