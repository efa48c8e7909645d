import type { TaxCategory } from '../calculation/tax-component.js';
import type { DocumentDirection } from '../calculation/tax-document.js';
import type { TaxSide } from '../lines/tax-lines.repository.js';

export const boxKinds = ['lines', 'formula'] as const;
export type BoxKind = (typeof boxKinds)[number];

export const boxAmounts = ['base', 'tax'] as const;
export type BoxAmountKind = (typeof boxAmounts)[number];

export const boxRoundings = ['exact', 'whole_half_up', 'whole_down'] as const;
export type BoxRounding = (typeof boxRoundings)[number];

export interface BoxTerm {
  /** The code of another box. */
  box: string;
  isSubtracted: boolean;
}

/** A box of a return form: the sum of tax lines that are chosen by what they are, or of other boxes. */
export interface FormBox {
  code: string;
  name: string;
  kind: BoxKind;
  /** Of `lines`: what of the lines is summed. */
  amount: BoxAmountKind | null;
  /** Of `lines`: whether the sum changes its sign. */
  isNegated: boolean;
  /** What lines of the box are; any where null. */
  direction: DocumentDirection | null;
  side: TaxSide | null;
  categories: readonly TaxCategory[] | null;
  taxCodes: readonly string[] | null;
  rounding: BoxRounding;
  /** Of `formula`; none of `lines`. */
  terms: readonly BoxTerm[];
}
