import type { TaxCategory, TaxComponent } from './tax-component.js';
import type { DocumentDirection } from './tax-document.js';

const untaxed: ReadonlySet<TaxCategory> = new Set(['Z', 'E', 'AE', 'K', 'G', 'O']);
const withReason: ReadonlySet<TaxCategory> = new Set(['E', 'AE', 'K', 'G', 'O']);

/** Whether nothing is charged of VAT in the category, unless the buyer owes it. */
export const isUntaxed = (category: TaxCategory): boolean => untaxed.has(category);

/** Whether who sells says why nothing is charged. */
export const needsReason = (category: TaxCategory): boolean => withReason.has(category);

export interface CategoryFault {
  readonly field: 'rate' | 'computation' | 'exemptionCode';
  readonly code: string;
  readonly message: string;
}

/**
 * What EN 16931 says of the VAT categories: all but the standard rate (and those of the islands) are at zero (BR-Z-05,
 * BR-E-05, BR-AE-05, BR-IC-05, BR-G-05), which a buyer who owes the tax reckons at a rate of his own; and a supplier says
 * why nothing is charged (BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10), or that something is (BR-S-10, BR-Z-10).
 */
export function categoryFault(
  tax: Pick<TaxComponent, 'kind' | 'category' | 'computation' | 'rate' | 'isReverseCharge'> &
    Pick<TaxComponent, 'exemptionCode' | 'exemptionText'>,
  direction: DocumentDirection,
): CategoryFault | undefined {
  const { kind, category, computation, rate, isReverseCharge } = tax;
  if (kind !== 'vat') return undefined;
  if (computation !== 'percentage') {
    return { field: 'computation', code: 'vat_is_percentage', message: 'VAT is a share of its base.' };
  }
  if (untaxed.has(category) && !rate.isZero() && !isReverseCharge) {
    return { field: 'rate', code: 'rate_of_category', message: `VAT of the category ${category} is at the rate 0.` };
  }
  if (direction === 'purchase') return undefined;
  const hasReason = tax.exemptionCode !== null || tax.exemptionText !== null;
  if (hasReason === withReason.has(category)) return undefined;
  const message = hasReason
    ? `VAT of the category ${category} is charged, so there is no reason of exemption.`
    : `VAT of the category ${category} needs a reason why none is charged.`;
  return { field: 'exemptionCode', code: 'exemption_reason', message };
}
