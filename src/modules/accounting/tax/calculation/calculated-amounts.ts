import type { Decimal } from '#kernel/decimal.js';
import type { TaxComponent } from './tax-component.js';
import type { AdjustmentKind } from './tax-document.js';

export interface ShownTax {
  readonly component: TaxComponent;
  readonly tax: Decimal;
  readonly recoverable: Decimal;
}

interface TaxedResult {
  /** Signed, as prices are: with tax or without. */
  readonly amount: Decimal;
  readonly net: Decimal;
  readonly taxes: readonly ShownTax[];
  /** What is paid to the seller of the taxes. */
  readonly tax: Decimal;
}

export interface CalculatedLine extends TaxedResult {
  readonly listAmount: Decimal;
  /** Of each allowance and charge, without the sign of a deduction. */
  readonly adjustments: readonly Decimal[];
}

export interface CalculatedAdjustment {
  readonly kind: AdjustmentKind;
  /** One for each set of taxes that it falls on; deductions below zero. */
  readonly parts: readonly TaxedResult[];
}
