import type { OfferedDiscounts } from '../../receipts/early-discounts.repository.js';
import type { SalesDocument } from './sales-document.js';

/**
 * What an invoice offers for paying each of its instalments early, which are the first lines of its entry. Of two that end
 * on one day the larger counts, which stands first.
 */
export function discountsOf(
  { kind, legalEntityId, instalments }: Pick<SalesDocument, 'kind' | 'legalEntityId' | 'instalments'>,
  entryId: string,
): OfferedDiscounts[] {
  if (kind === 'credit_note') return [];
  return instalments.map(({ discounts }, index) => {
    const byDay = new Map([...discounts].reverse().map(({ until, percentage }) => [until, percentage]));
    const steps = [...byDay].reverse().map(([untilOn, percentage]) => ({ untilOn, percentage, amount: null }));
    return { legalEntityId, entryId, lineNumber: index + 1, steps };
  });
}
