import { type Decimal, sum, zero } from '#kernel/decimal.js';
import type { CalculatedDocument } from '../../tax/calculation/calculate-document.js';
import { signatureOf, type TaxComponent } from '../../tax/calculation/tax-component.js';
import type { TaxDocument } from '../../tax/calculation/tax-document.js';
import type { TaxGroup } from '../../tax/calculation/tax-groups.js';
import type { SalesLine, SalesTotals } from './sales-document.js';

type Taxes = readonly TaxComponent[];
export type CalculatedLineAmounts = Pick<SalesLine, 'taxPositions' | 'amount' | 'net' | 'tax'>;

/** What a calculation came to, as documents keep it: lines first, then the allowances and charges of the document. */
export interface ComposedAmounts {
  lines: CalculatedLineAmounts[];
  taxes: readonly TaxGroup[];
  totals: SalesTotals;
}

export function composeAmounts(document: TaxDocument, result: CalculatedDocument): ComposedAmounts {
  const placeOf = positionsOf(result.groups);
  const lines = result.lines.map(({ amount, net, tax }, index): CalculatedLineAmounts => {
    return { taxPositions: placeOf(document.lines[index]!.taxes), amount, net, tax };
  });
  const adjustments = result.adjustments.map(({ parts }, index): CalculatedLineAmounts => {
    const { taxes } = document.adjustments[index]!;
    const total = (of: (part: (typeof parts)[number]) => Decimal) => sum(parts.map(of)).plus(zero);
    return {
      taxPositions: taxes ? placeOf(taxes) : null,
      amount: total(({ amount }) => amount),
      net: total(({ net }) => net),
      tax: total(({ tax }) => tax),
    };
  });
  const { lineNet, net, tax, gross, rounding, payable } = result.totals;
  const totals = { lineNet, net, tax, gross, rounding, payable };
  return { lines: [...lines, ...adjustments], taxes: result.groups, totals };
}

/** Who sells reckons no tax that the buyer owes, so that it stands at no rate among the taxes of the document. */
function positionsOf(groups: readonly TaxGroup[]): (taxes: Taxes) => number[] {
  const places = new Map(groups.map(({ component }, index) => [signatureOf(component), index + 1]));
  const known = new Map<Taxes, number[]>();
  return (taxes) => {
    const found = known.get(taxes) ?? taxes.map((tax) => places.get(signatureOf(asCharged(tax)))!);
    known.set(taxes, found);
    return found;
  };
}

const asCharged = (tax: TaxComponent): TaxComponent => (tax.isReverseCharge ? { ...tax, rate: zero } : tax);
