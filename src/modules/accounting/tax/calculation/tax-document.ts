import type { Currency } from '#kernel/currency.js';
import type { Decimal } from '#kernel/decimal.js';
import { type DocumentDirection, documentDirections } from '../../contract/tax-words.js';
import type { TaxComponent } from './tax-component.js';

export { type DocumentDirection, documentDirections };

/** Where tax is rounded: once in each group of the document, or on each line where the law of the entity allows it. */
export const taxRoundings = ['group', 'line'] as const;
export type TaxRounding = (typeof taxRoundings)[number];

export const adjustmentKinds = ['allowance', 'charge'] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

/** Something taken off or added: an amount, or a share of what it adjusts. */
export interface Adjustment {
  readonly kind: AdjustmentKind;
  readonly amount?: Decimal | undefined;
  readonly rate?: Decimal | undefined;
  readonly reason?: string | undefined;
}

/** Of the whole document: with taxes of its own, or spread over the lines' taxes where it names none. */
export interface DocumentAdjustment extends Adjustment {
  readonly taxes?: readonly TaxComponent[] | undefined;
}

export interface DocumentLine {
  readonly quantity: Decimal;
  /** At full precision; for `priceBaseQuantity` units, 1 where left out. */
  readonly unitPrice: Decimal;
  readonly priceBaseQuantity?: Decimal | undefined;
  readonly adjustments: readonly Adjustment[];
  /** In the order in which they are levied. */
  readonly taxes: readonly TaxComponent[];
}

/** Of what income below and above the threshold of the year is withheld from. */
export const thresholdRules = ['excess', 'whole'] as const;
export type ThresholdRule = (typeof thresholdRules)[number];

/** Net of VAT unless the regime says otherwise. */
export const withholdingBases = ['net', 'gross'] as const;
export type WithholdingBase = (typeof withholdingBases)[number];

export interface Withholding {
  readonly code: string;
  readonly rate: Decimal;
  readonly base: WithholdingBase;
  /** The part of the base that the tax is of, where a regime exempts the rest; all of it where left out. */
  readonly baseShare?: Decimal | undefined;
  readonly threshold?: Decimal | undefined;
  /** Once the threshold is passed: of what is beyond it, or of the whole, what came before included. */
  readonly thresholdRule?: ThresholdRule | undefined;
  /** Of the same party, category and year, credit notes taken off, without this document. */
  readonly cumulativeBase?: Decimal | undefined;
  /** What has been taxable of that; what the threshold makes of the base where left out. */
  readonly cumulativeTaxable?: Decimal | undefined;
  /** No more than this can be withheld of the document: what is beyond it waits for the next one. */
  readonly most?: Decimal | undefined;
}

export interface TaxDocument {
  readonly currency: Currency;
  readonly direction: DocumentDirection;
  /** Whether prices, allowances and charges contain the taxes that are paid with them. */
  readonly pricesIncludeTax: boolean;
  readonly rounding: TaxRounding;
  readonly lines: readonly DocumentLine[];
  readonly adjustments: readonly DocumentAdjustment[];
  readonly prepaid: Decimal;
  /** What the payable amount is a multiple of, such as 0.05 where no smaller coins are. */
  readonly cashRounding?: Decimal | undefined;
  readonly withholdings: readonly Withholding[];
}
