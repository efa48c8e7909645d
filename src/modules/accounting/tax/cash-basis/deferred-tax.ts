import type { Decimal } from '#kernel/decimal.js';
import type { TaxCategory } from '../calculation/tax-component.js';

/** One tax of a document, in the currency of the document and in the functional one. Of a credit note below zero. */
export interface TaxAmounts {
  taxCodeId: string;
  rate: string;
  category: TaxCategory;
  base: Decimal;
  tax: Decimal;
  functionalBase: Decimal;
  functionalTax: Decimal;
}

/** A document of which tax waits until it is paid, as the entry that posted it. */
export interface DeferredDocument {
  entryId: string;
  currency: string;
  partyId: string | null;
  document: { type: string; id: string } | null;
  /** What is open of all its items together, above zero. */
  open: Decimal;
  /** What still waits. */
  taxes: TaxAmounts[];
}

export const movementKinds = ['due', 'offset'] as const;
export type MovementKind = (typeof movementKinds)[number];

/**
 * What an allocation takes off the waiting tax of a document: it becomes due, or goes off against that of the document
 * which it is settled with.
 */
export interface TaxMovement extends TaxAmounts {
  allocationId: string;
  documentEntryId: string;
  kind: MovementKind;
}

export const amountNames = ['base', 'tax', 'functionalBase', 'functionalTax'] as const;

/** Taxes of the same key are one. */
export const keyOfTax = ({ taxCodeId, rate, category }: Pick<TaxAmounts, 'taxCodeId' | 'rate' | 'category'>): string =>
  `${taxCodeId} ${rate} ${category}`;

export function negatedTax<T extends TaxAmounts>(tax: T): T {
  const amounts = amountNames.map((name) => [name, tax[name].isZero() ? tax[name] : tax[name].negated()]);
  return { ...tax, ...(Object.fromEntries(amounts) as object) };
}
