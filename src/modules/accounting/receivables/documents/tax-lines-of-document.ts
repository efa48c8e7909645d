import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { NewTaxLine } from '../../tax/lines/tax-lines.repository.js';
import type { SalesDocument } from './sales-document.js';

/** The document's amount in the functional currency. */
export type Convert = (amount: Decimal) => Decimal;

/** @param rate functional units for one unit of `currency`; null where there is none */
export function conversion(currency: string, functionalCurrency: string, rate: Decimal | string | null): Convert {
  if (rate === null || currency === functionalCurrency) return (amount) => amount;
  const { minorUnits } = requireCurrency(functionalCurrency);
  return (amount) => amount.times(rate).toDecimalPlaces(minorUnits, Decimal.ROUND_HALF_UP);
}

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
