import { Decimal, sum, zero } from '#kernel/decimal.js';
import type { TaxCategory } from '../calculation/tax-component.js';
import type { DocumentDirection } from '../calculation/tax-document.js';
import type { TaxSide } from '../lines/tax-lines.repository.js';
import type { BoxRounding, FormBox } from './form-box.js';

/** Tax lines that are alike to every box, summed, in the functional currency. */
export interface TaxLineGroup {
  taxCode: string;
  category: TaxCategory;
  direction: DocumentDirection;
  side: TaxSide;
  lineCount: number;
  lateLineCount: number;
  base: Decimal;
  tax: Decimal;
}

export interface CalculatedBox {
  code: string;
  amount: Decimal;
  /** Of the lines that are summed; none of a formula. */
  lineCount: number;
}

/**
 * The amounts of all boxes. Each sum of lines is rounded once, as its box says, and formulas are of the rounded amounts,
 * so that what a form prints adds up.
 *
 * @param boxes of a form that was found to be without fault
 */
export function calculateBoxes(boxes: readonly FormBox[], groups: readonly TaxLineGroup[]): CalculatedBox[] {
  const known = new Map(boxes.map((box) => [box.code, box]));
  const calculated = new Map<string, CalculatedBox>();
  const calculate = (box: FormBox): CalculatedBox => {
    const found = calculated.get(box.code);
    if (found) return found;
    const one =
      box.kind === 'lines'
        ? sumOfLines(box, groups)
        : { amount: sum(box.terms.map((term) => signed(term.isSubtracted, calculate(known.get(term.box)!).amount))) };
    const result = { lineCount: 0, ...one, code: box.code, amount: rounded(one.amount, box.rounding) };
    calculated.set(box.code, result);
    return result;
  };
  return boxes.map(calculate);
}

/** Whether lines of the group are in the box itself. */
export const isInBox = (box: FormBox, group: TaxLineGroup): boolean =>
  box.kind === 'lines' &&
  (box.direction === null || box.direction === group.direction) &&
  (box.side === null || box.side === group.side) &&
  (box.categories === null || box.categories.includes(group.category)) &&
  (box.taxCodes === null || box.taxCodes.includes(group.taxCode));

/** The sums of lines that a box comes from in the end, itself where it is one. */
export function leavesOf(box: FormBox, boxes: readonly FormBox[]): string[] {
  if (box.kind === 'lines') return [box.code];
  const below = box.terms.flatMap((term) =>
    leavesOf(
      boxes.find(({ code }) => code === term.box)!,
      boxes,
    ),
  );
  return [...new Set(below)];
}

function sumOfLines(box: FormBox, groups: readonly TaxLineGroup[]): { amount: Decimal; lineCount: number } {
  const taken = groups.filter((group) => isInBox(box, group));
  const amount = sum(taken.map(({ base, tax }) => (box.amount === 'base' ? base : tax)));
  const lineCount = taken.reduce((count, group) => count + group.lineCount, 0);
  return { amount: signed(box.isNegated, amount), lineCount };
}

const signed = (isNegative: boolean, amount: Decimal): Decimal => (isNegative ? amount.negated() : amount);

function rounded(amount: Decimal, rounding: BoxRounding): Decimal {
  if (amount.isZero()) return zero;
  if (rounding === 'exact') return amount;
  const whole = amount.toDecimalPlaces(0, rounding === 'whole_down' ? Decimal.ROUND_DOWN : Decimal.ROUND_HALF_UP);
  return whole.isZero() ? zero : whole;
}
