import { Decimal, zero } from '#kernel/decimal.js';
import { calculateBoxes, type TaxLineGroup } from '../returns/calculate-boxes.js';
import type { FormBox } from '../returns/form-box.js';

/** What one return declares: its boxes as they were filed, and the lines that they are of. */
export interface FiledReturn {
  boxes: readonly FormBox[];
  groups: readonly TaxLineGroup[];
  /** What each box was filed as, by code. */
  amounts: ReadonlyMap<string, { amount: Decimal }>;
}

/** Why a box does not say what is due of the lines. */
export interface DueFault {
  code: 'unknown_box' | 'taxes_beside_box';
  message: string;
}

/**
 * What the box says is due, where the tax of all declared lines is in it: but for rounding, the box is output tax less input
 * tax. Above zero it is owed to the authority.
 */
export function dueOfReturn(
  { boxes, groups, amounts }: FiledReturn,
  box: string,
): { due: Decimal; fault?: undefined } | { due?: undefined; fault: DueFault } {
  const filed = amounts.get(box);
  if (!filed) return { fault: { code: 'unknown_box', message: `The return was filed without a box ${box}.` } };
  const unrounded = boxes.map((one): FormBox => ({ ...one, rounding: 'exact' }));
  const exact = calculateBoxes(unrounded, groups).find(({ code }) => code === box)!.amount;
  const declared = taxOf(groups);
  if (exact.equals(declared)) return { due: filed.amount };
  const message =
    `Box ${box} comes to ${exact.toFixed()} before it is rounded, the tax of the declared lines to ${declared.toFixed()}: ` +
    'some of it is in no box that this one is of. Read the boxes, mend the form by a further version, and amend the return.';
  return { fault: { code: 'taxes_beside_box', message } };
}

/** Output tax less input tax. */
const taxOf = (groups: readonly TaxLineGroup[]): Decimal =>
  groups.reduce((total, { side, tax }) => (side === 'output' ? total.plus(tax) : total.minus(tax)), zero);
