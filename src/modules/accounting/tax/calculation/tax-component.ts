import type { Decimal } from '#kernel/decimal.js';
import { taxCategories, type TaxCategory } from '../../contract/tax-words.js';

/** What a tax is of: VAT and its kin (of which a line has one rate at most), a sales tax, or a duty of its own. */
export const taxKinds = ['vat', 'sales_tax', 'excise', 'other'] as const;
export type TaxKind = (typeof taxKinds)[number];

/** How a tax is reckoned: on a base, on the quantity, or once for a line. */
export const taxComputations = ['percentage', 'fixed_per_unit', 'fixed_per_line'] as const;
export type TaxComputation = (typeof taxComputations)[number];

export { taxCategories, type TaxCategory };

/** One tax of a line, as it stands on the tax point date. */
export interface TaxComponent {
  /** Once in a line; lines with the same code and rate make a group of the document. */
  readonly code: string;
  readonly kind: TaxKind;
  readonly category: TaxCategory;
  readonly computation: TaxComputation;
  /** A fraction of the base for `percentage`; for the others an amount for each unit or line. */
  readonly rate: Decimal;
  /** Codes of taxes that stand before this one in the line, and are part of its base. */
  readonly onTopOf: readonly string[];
  readonly exemptionCode: string | null;
  readonly exemptionText: string | null;
  /** The buyer owes the tax: no price includes it and nobody pays it to the seller. */
  readonly isReverseCharge: boolean;
  /** The tax is due when it is paid; told on, and of no weight here. */
  readonly isCashBasis: boolean;
  /** What a buyer may deduct, from 0 to 1. */
  readonly recoverableShare: Decimal;
}

/** Two taxes with the same signature are reckoned and shown together. */
export function signatureOf(tax: TaxComponent): string {
  const { code, kind, category, computation, rate, onTopOf, exemptionCode, exemptionText } = tax;
  const { isReverseCharge, isCashBasis, recoverableShare } = tax;
  const reason = [exemptionCode, exemptionText];
  const numbers = [rate.toString(), recoverableShare.toString()];
  return JSON.stringify([code, kind, category, computation, numbers, onTopOf, reason, isReverseCharge, isCashBasis]);
}
