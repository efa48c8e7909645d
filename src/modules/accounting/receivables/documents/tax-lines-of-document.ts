import type { Decimal } from '#kernel/decimal.js';
import type { NewTaxLine } from '../../tax/lines/tax-lines.repository.js';
import type { SalesDocument } from './sales-document.js';

/** The document's amount in the functional currency. */
export type Convert = (amount: Decimal) => Decimal;

/** What returns are told of a document: each of its taxes, below zero where a credit note gives it back. */
export function taxLinesOf(
  { id, kind, legalEntityId, partyId, taxPointOn, currency, taxes }: SalesDocument,
  entryId: string,
  taxLines: readonly (number | null)[],
  convert: Convert,
): NewTaxLine[] {
  const signed = (amount: Decimal) => (kind === 'credit_note' && !amount.isZero() ? amount.negated() : amount);
  return taxes.map(({ component: { rate, category }, taxCodeId, base, tax }, index) => ({
    legalEntityId,
    entryId,
    lineNumber: taxLines[index]!,
    taxCodeId,
    rate,
    category,
    direction: 'sale',
    side: 'output',
    taxPointOn,
    currency,
    base: signed(base),
    tax: signed(tax),
    functionalBase: signed(convert(base)),
    functionalTax: signed(convert(tax)),
    partyId,
    document: { type: kind, id },
  }));
}
