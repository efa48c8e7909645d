import { Decimal, zero } from '#kernel/decimal.js';
import type { SalesDocumentView } from '../documents/sales-documents.dto.js';
import type { SalesLineView } from '../documents/sales-lines.dto.js';
import type { SalesTaxView } from '../documents/sales-totals.dto.js';
import { lineAmounts } from '../../tax/calculation/line-amounts.js';
import type {
  ElectronicAdjustment,
  ElectronicLine,
  ElectronicLineAdjustment,
  ElectronicTax,
} from './electronic-document.js';
import { isExemptionCode } from './exemption-codes.js';

/** What quantity, price and allowances may differ by from the amount of the line (PEPPOL-EN16931-R120). */
const SLACK = '0.02';

/** A reason is asked for with each allowance and charge (BR-42, BR-44, BR-33, BR-38). */
const reasonOf = { allowance: 'Discount', charge: 'Charge' } as const;

export function taxOf({ category, rate, isReverseCharge, exemptionCode, exemptionText }: SalesTaxView): ElectronicTax {
  const code = exemptionCode !== null && isExemptionCode(exemptionCode) ? exemptionCode : undefined;
  return {
    category,
    percent: category === 'O' ? undefined : isReverseCharge ? '0' : new Decimal(rate).times(100).toFixed(),
    exemptionCode: code,
    exemptionText: exemptionText ?? (code === undefined ? (exemptionCode ?? undefined) : undefined),
  };
}

/**
 * Prices of EN 16931 are without tax and not below zero. Where the price of a line is another, or does not lead to its
 * amount (what credit notes take back is a difference), the amount itself is the price of the whole quantity.
 */
export function lineOf(
  line: SalesLineView,
  tax: ElectronicTax,
  document: SalesDocumentView,
  minorUnits: number,
): ElectronicLine {
  const common = {
    position: String(line.position),
    name: line.description!,
    itemCode: line.itemCode ?? undefined,
    unit: line.unit!,
    net: new Decimal(line.net).toFixed(minorUnits),
    tax,
  };
  const [quantity, unitPrice] = unsignedPrice(new Decimal(line.quantity!), new Decimal(line.unitPrice!));
  const priceBaseQuantity = line.priceBaseQuantity === null ? undefined : new Decimal(line.priceBaseQuantity);
  const given = line.adjustments.map(({ kind, amount, rate, reason }) => ({
    kind,
    ...(amount !== undefined && { amount: new Decimal(amount) }),
    ...(rate !== undefined && { rate: new Decimal(rate) }),
    ...(reason !== undefined && { reason }),
  }));
  const amounts = lineAmounts({ quantity, unitPrice, priceBaseQuantity, adjustments: given, taxes: [] }, minorUnits);
  const differs = amounts.amount.minus(line.net).abs().greaterThan(SLACK);
  if ((document.pricesIncludeTax || differs) && !quantity.isZero()) {
    const [count, price] = unsignedPrice(quantity, new Decimal(line.net).times(quantity.isNegative() ? -1 : 1));
    return {
      ...common,
      quantity: count.toFixed(),
      price: price.toFixed(),
      priceBaseQuantity: count.abs().toFixed(),
      adjustments: [],
    };
  }
  return {
    ...common,
    quantity: quantity.toFixed(),
    price: unitPrice.toFixed(),
    priceBaseQuantity: priceBaseQuantity?.toFixed(),
    adjustments: given.map((one, index): ElectronicLineAdjustment => ({
      kind: one.kind,
      amount: amounts.adjustments[index]!.toFixed(minorUnits),
      reason: one.reason ?? reasonOf[one.kind],
      percent: one.rate?.times(100).toFixed(),
      base: one.rate && amounts.listAmount.toFixed(minorUnits),
    })),
  };
}

const unsignedPrice = (quantity: Decimal, price: Decimal): [Decimal, Decimal] =>
  price.isNegative() && !price.isZero() ? [quantity.negated(), price.negated()] : [quantity, price.abs()];

/** An allowance or charge of the document in the parts that bear each tax. */
export function adjustmentsOf(
  document: SalesDocumentView,
  taxes: readonly ElectronicTax[],
  minorUnits: number,
): ElectronicAdjustment[] {
  const given = document.lines.filter(({ kind }) => kind !== 'item');
  const spread = given.filter(({ taxPositions }) => taxPositions === null);
  const left = unplaced(document);
  return given.flatMap((line) => {
    const places = line.taxPositions ?? undefined;
    const parts = places
      ? [{ place: places[0]!, net: new Decimal(line.net) }]
      : spreadPart(line, spread, left, minorUnits);
    return parts
      .filter(({ net }) => !net.isZero())
      .map(({ place, net }) => adjustmentOf(line, taxes[place - 1]!, net, minorUnits));
  });
}

function adjustmentOf(line: SalesLineView, tax: ElectronicTax, net: Decimal, minorUnits: number): ElectronicAdjustment {
  const kind = line.kind === 'charge' ? 'charge' : 'allowance';
  const amount = (kind === 'charge' ? net : net.negated()).plus(zero);
  return {
    kind,
    amount: amount.toFixed(minorUnits),
    reason: line.description ?? reasonOf[kind],
    percent: undefined,
    base: undefined,
    tax,
  };
}

/** What of the base of each tax, by its place, comes from allowances and charges that are spread over the taxes of the lines. */
export function unplaced({ lines, taxes }: SalesDocumentView): Map<number, Decimal> {
  return new Map(
    taxes.map(({ base }, index) => {
      const placed = lines.filter(({ taxPositions }) => taxPositions?.[0] === index + 1);
      return [index + 1, placed.reduce((rest, { net }) => rest.minus(net), new Decimal(base))];
    }),
  );
}

/** In the proportion of what is left for each tax; the last of them takes the rest, so that nothing is lost. */
function spreadPart(
  line: SalesLineView,
  spread: readonly SalesLineView[],
  left: Map<number, Decimal>,
  minorUnits: number,
): { place: number; net: Decimal }[] {
  const isLast = spread.at(-1) === line;
  const total = [...left.values()].reduce((sum, one) => sum.plus(one), zero);
  const places = [...left.keys()].filter((place) => !left.get(place)!.isZero());
  let rest = new Decimal(line.net);
  return places.map((place, index) => {
    const whole = left.get(place)!;
    const isLastPlace = index === places.length - 1;
    const share = total.isZero() ? zero : whole.times(line.net).div(total).toDecimalPlaces(minorUnits);
    const net = isLast ? whole : isLastPlace ? rest : share;
    rest = rest.minus(net);
    left.set(place, whole.minus(net));
    return { place, net };
  });
}
