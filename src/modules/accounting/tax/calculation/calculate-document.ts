import { type Decimal, sum, zero } from '#kernel/decimal.js';
import { taxProblems } from '../tax.problems.js';
import type { CalculatedAdjustment, CalculatedLine } from './calculated-amounts.js';
import { documentFaults } from './check-document.js';
import { type DocumentTotals, totalsOf } from './document-totals.js';
import { lineAmounts } from './line-amounts.js';
import { resultFaults } from './result-faults.js';
import { NoNetAmount, NoTaxOrder, type SettledItem, settleTaxes, type TaxedItem } from './settle-taxes.js';
import { adjustmentParts, treatmentOf } from './spread-adjustments.js';
import type { TaxComponent } from './tax-component.js';
import type { TaxDocument } from './tax-document.js';
import { groupTaxes, type TaxGroup, vatBreakdown, type VatBreakdown } from './tax-groups.js';
import type { WithheldAmount } from './withheld-amount.js';

export interface CalculatedDocument {
  readonly lines: readonly CalculatedLine[];
  readonly adjustments: readonly CalculatedAdjustment[];
  readonly groups: readonly TaxGroup[];
  readonly vatBreakdown: readonly VatBreakdown[];
  readonly withholdings: readonly WithheldAmount[];
  readonly totals: DocumentTotals;
}

/**
 * Calculates a document: the one place where quotes, invoices, credit notes and their electronic forms get their
 * amounts from. The document with all quantities and amounts negated has all results negated.
 *
 * @throws Problem tax_calculation_refused with all faults and pointers into the document
 */
export function calculateDocument(given: TaxDocument): CalculatedDocument {
  refuse(documentFaults(given));
  const document = given.direction === 'sale' ? withoutTaxOfBuyer(given) : given;
  const { minorUnits } = document.currency;
  const amounts = document.lines.map((line) => lineAmounts(line, minorUnits));
  const treatments = new Map<readonly TaxComponent[], string>();
  const item = (taxes: readonly TaxComponent[], amount: Decimal, quantity: Decimal): TaxedItem => {
    const treatment = treatments.get(taxes) ?? treatmentOf(taxes);
    treatments.set(taxes, treatment);
    return { taxes, amount, quantity, treatment };
  };
  const ofLines = document.lines.map(({ taxes, quantity }, index) => item(taxes, amounts[index]!.amount, quantity));
  const parts = document.adjustments.map((adjustment, index) => {
    const found = adjustmentParts(adjustment, ofLines, minorUnits);
    if (!found) refuse([cannotBeSpread(index)]);
    return found!.map(({ taxes, amount }) => item(taxes, amount, zero));
  });
  const items = [...ofLines, ...parts.flat()];
  const settled = settleItems(items, document);
  const { groups, recoverable } = groupTaxes(items, settled, document.direction, minorUnits);
  const results = items.map((one, index) => resultOf(one, settled[index]!, recoverable[index]!));
  let next = ofLines.length;
  const adjustments = document.adjustments.map(({ kind }, index) => {
    return { kind, parts: parts[index]!.map(() => results[next++]!) };
  });
  const lines = amounts.map(({ listAmount, adjustments: own }, index) => {
    return { ...results[index]!, listAmount, adjustments: own };
  });
  const { withholdings, totals } = totalsOf(document, lines, adjustments, groups);
  refuse(resultFaults({ lines, adjustments, totals }));
  return { lines, adjustments, groups, vatBreakdown: vatBreakdown(groups), withholdings, totals };
}

/** Who sells reckons no tax that the buyer owes. */
function withoutTaxOfBuyer(document: TaxDocument): TaxDocument {
  const changed = new Map<readonly TaxComponent[], readonly TaxComponent[]>();
  const change = (taxes: readonly TaxComponent[]) => {
    if (!taxes.some(({ isReverseCharge }) => isReverseCharge)) return taxes;
    const known = changed.get(taxes) ?? taxes.map((tax) => (tax.isReverseCharge ? { ...tax, rate: zero } : tax));
    changed.set(taxes, known);
    return known;
  };
  const lines = document.lines.map((line) => ({ ...line, taxes: change(line.taxes) }));
  const adjustments = document.adjustments.map((one) => (one.taxes ? { ...one, taxes: change(one.taxes) } : one));
  return { ...document, lines, adjustments };
}

function settleItems(items: readonly TaxedItem[], document: TaxDocument): SettledItem[] {
  const { pricesIncludeTax, rounding, currency, lines } = document;
  try {
    return settleTaxes(items, { pricesIncludeTax, rounding, minorUnits: currency.minorUnits });
  } catch (error) {
    if (error instanceof NoTaxOrder) {
      const message = 'Two taxes of the document are each levied on the other.';
      return refuse([{ pointer: '/lines', code: 'taxes_in_a_circle', message }]);
    }
    if (!(error instanceof NoNetAmount)) throw error;
    const pointer = error.item < lines.length ? `/lines/${error.item}/unitPrice` : '/adjustments';
    const message = 'The price includes its taxes, and the fixed ones among them are more than the price.';
    return refuse([{ pointer, code: 'price_below_taxes', message }]);
  }
}

function resultOf({ amount, taxes }: TaxedItem, { net, taxes: shown }: SettledItem, shares: readonly Decimal[]) {
  const ofItem = taxes.map((component, at) => ({ component, tax: shown[at]!, recoverable: shares[at]! }));
  const tax = sum(ofItem.filter(({ component }) => !component.isReverseCharge).map((one) => one.tax));
  return { amount, net, taxes: ofItem, tax };
}

function cannotBeSpread(index: number) {
  const message =
    'The lines sum to zero, so the amount cannot be spread over their taxes: name the taxes that it bears.';
  return { pointer: `/adjustments/${index}`, code: 'cannot_be_spread', message };
}

function refuse(errors: Parameters<typeof taxProblems.tax_calculation_refused>[1]): never[] {
  if (!errors || errors.length === 0) return [];
  throw taxProblems.tax_calculation_refused(errors[0]!.message, errors);
}
