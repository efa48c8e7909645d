import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import { calculateDocument } from '../../tax/calculation/calculate-document.js';
import { roundAmount } from '../../tax/calculation/round-amount.js';
import { signatureOf, type TaxComponent } from '../../tax/calculation/tax-component.js';
import type { Adjustment, DocumentLine, TaxDocument } from '../../tax/calculation/tax-document.js';
import { composeAmounts } from '../documents/compose-document.js';
import type { SalesLine, SalesTotals } from '../documents/sales-document.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';
import type { SalesLineView } from '../documents/sales-lines.dto.js';

const single = new Decimal(1);

/** How much of an item counts: its quantity, and which share of the whole that is. A charge of an amount has the quantity 1. */
export interface SoldPart {
  line: SalesLineView;
  quantity: Decimal;
  share: Decimal;
}

/**
 * An issued document as it would be if only a part of each item had been sold, with the prices, rates and policy that it
 * was issued with. Allowances and charges of a line that are amounts shrink with it, and allowances of the document with its
 * lines. Its charges that are amounts, such as freight, are parts of their own; one that is spread over the taxes of the
 * lines goes with the last of these.
 *
 * @param parts of all that can be taken back
 */
function pricedPart(document: SalesDocumentRow, parts: readonly SoldPart[]): TaxDocument {
  const { minorUnits } = requireCurrency(document.currency);
  const taxes = document.taxes.map(componentOf);
  const taxesOf = memoized((places) => places.map((place) => taxes[place - 1]!));
  const items = parts.filter(({ line }) => line.kind === 'item');
  const shareOfLines = shareOfWhole(items);
  return {
    currency: requireCurrency(document.currency),
    direction: 'sale',
    pricesIncludeTax: document.pricesIncludeTax,
    rounding: document.rounding,
    lines: soldOf(items).map(({ line, quantity, share }): DocumentLine => ({
      quantity,
      unitPrice: new Decimal(line.unitPrice!),
      priceBaseQuantity: line.priceBaseQuantity === null ? undefined : new Decimal(line.priceBaseQuantity),
      adjustments: line.adjustments.map((one) => shrunk(one, share, minorUnits)),
      taxes: taxesOf(line.taxPositions!),
    })),
    adjustments: adjustmentsOf(document, parts).map((line) => {
      const share = parts.find((part) => part.line === line)?.share ?? shareOfLines;
      const { taxPositions } = line;
      return {
        ...shrunk(line.adjustments[0]!, share, minorUnits),
        taxes: taxPositions === null ? undefined : taxesOf(taxPositions),
      };
    }),
    prepaid: zero,
    cashRounding: document.cashRounding === null ? undefined : new Decimal(document.cashRounding),
    withholdings: [],
  };
}

/** What of the parts was sold at all, in the order of the document. */
const soldOf = (parts: readonly SoldPart[]) => parts.filter(({ share }) => !share.isZero());

/** Whether it is taken back by itself: an item, or a charge of the document that is an amount. */
export const isPart = ({ kind, adjustments: [given] }: SalesLineView): boolean =>
  kind === 'item' || (kind === 'charge' && given?.amount !== undefined);

/** The allowances and charges of the document that are still there. */
function adjustmentsOf(document: SalesDocumentRow, parts: readonly SoldPart[]): SalesDocumentRow['lines'] {
  const hasItems = soldOf(parts).some(({ line }) => line.kind === 'item');
  const shares = new Map(parts.map(({ line, share }) => [line.position, share]));
  return document.lines.filter((line) => {
    if (line.kind === 'item') return false;
    if (!isPart(line) || line.taxPositions === null) return hasItems && !(shares.get(line.position) ?? single).isZero();
    return !shares.get(line.position)!.isZero();
  });
}

/** Amounts by position of the lines and of the taxes of the issued document; what is not there is nothing. */
export interface PartAmounts {
  lines: ReadonlyMap<number, Pick<SalesLine, 'amount' | 'net' | 'tax'>>;
  taxes: ReadonlyMap<number, { base: Decimal; tax: Decimal }>;
  totals: SalesTotals;
}

export function amountsOfPart(document: SalesDocumentRow, parts: readonly SoldPart[]): PartAmounts {
  if (soldOf(parts).length === 0) return { lines: new Map(), taxes: new Map(), totals: noTotals };
  const priced = pricedPart(document, parts);
  const { lines, taxes, totals: calculated } = composeAmounts(priced, calculateDocument(priced));
  // The whole came to what was agreed with the caller, which may be rounded otherwise.
  const isWhole = parts.every(({ share }) => share.equals(single));
  const totals = isWhole ? totalsOf(document) : calculated;
  const items = soldOf(parts).filter(({ line }) => line.kind === 'item');
  const there = [...items.map(({ line }) => line), ...adjustmentsOf(document, parts)];
  const positions = there.map(({ position }) => position);
  const places = new Map(document.taxes.map((tax, index) => [signatureOf(componentOf(tax)), index + 1]));
  return {
    lines: new Map(lines.map((line, index) => [positions[index]!, line])),
    taxes: new Map(
      taxes.map(({ component, base, charged }) => [places.get(signatureOf(component))!, { base, tax: charged }]),
    ),
    totals,
  };
}

const totalsOf = ({ lineNet, net, tax, gross, roundingAmount, payable }: SalesDocumentRow): SalesTotals => ({
  lineNet: new Decimal(lineNet),
  net: new Decimal(net),
  tax: new Decimal(tax),
  gross: new Decimal(gross),
  rounding: new Decimal(roundingAmount),
  payable: new Decimal(payable),
});

const noTotals = { lineNet: zero, net: zero, tax: zero, gross: zero, rounding: zero, payable: zero };

function shareOfWhole(parts: readonly SoldPart[]): Decimal {
  if (parts.every(({ share }) => share.equals(single))) return single;
  const weights = parts.map(({ line }) => new Decimal(line.amount).abs());
  const whole = sum(weights);
  if (whole.isZero()) return single;
  return sum(parts.map(({ share }, index) => weights[index]!.times(share))).dividedBy(whole);
}

function shrunk(
  { kind, amount, rate, reason }: SalesLineView['adjustments'][number],
  share: Decimal,
  minorUnits: number,
): Adjustment {
  return {
    kind,
    reason,
    amount: amount === undefined ? undefined : roundAmount(new Decimal(amount).times(share), minorUnits),
    rate: rate === undefined ? undefined : new Decimal(rate),
  };
}

export function componentOf(tax: SalesDocumentRow['taxes'][number]): TaxComponent {
  const {
    taxCode: code,
    kind,
    category,
    computation,
    rate,
    onTopOf,
    exemptionCode,
    exemptionText,
    isReverseCharge,
  } = tax;
  const more = { exemptionCode, exemptionText, isReverseCharge, isCashBasis: false, recoverableShare: single };
  return { code, kind, category, computation, rate: new Decimal(rate), onTopOf, ...more };
}

/** Lists that are alike are one, as calculations expect it. */
function memoized(make: (places: readonly number[]) => readonly TaxComponent[]) {
  const known = new Map<string, readonly TaxComponent[]>();
  return (places: readonly number[]) => {
    const key = places.join();
    const found = known.get(key) ?? make(places);
    known.set(key, found);
    return found;
  };
}
