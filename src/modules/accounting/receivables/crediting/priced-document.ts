import { requireCurrency } from '#kernel/currency.js';
import { Decimal, sum, zero } from '#kernel/decimal.js';
import { calculateDocument } from '../../tax/calculation/calculate-document.js';
import { roundAmount } from '../../tax/calculation/round-amount.js';
import { signatureOf, type TaxComponent } from '../../tax/calculation/tax-component.js';
import type { Adjustment, DocumentLine, TaxDocument } from '../../tax/calculation/tax-document.js';
import { composeAmounts } from '../documents/compose-document.js';
import type { SalesLine, SalesTotals } from '../documents/sales-document.js';
import type { SalesDocumentRow, SalesLineView } from '../documents/sales-documents.dto.js';

const single = new Decimal(1);

/** How much of an item counts: its quantity, and which share of the whole that is. */
export interface SoldPart {
  line: SalesLineView;
  quantity: Decimal;
  share: Decimal;
}

/**
 * An issued document as it would be if only a part of each item had been sold, with the prices, rates and policy that it
 * was issued with. Allowances and charges that are amounts shrink with their line, those of the document with its lines.
 *
 * @param parts of all items
 */
export function pricedPart(document: SalesDocumentRow, parts: readonly SoldPart[]): TaxDocument {
  const { minorUnits } = requireCurrency(document.currency);
  const taxes = document.taxes.map(componentOf);
  const taxesOf = memoized((places) => places.map((place) => taxes[place - 1]!));
  const shareOfLines = shareOfWhole(parts);
  return {
    currency: requireCurrency(document.currency),
    direction: 'sale',
    pricesIncludeTax: document.pricesIncludeTax,
    rounding: document.rounding,
    lines: soldOf(parts).map(({ line, quantity, share }): DocumentLine => ({
      quantity,
      unitPrice: new Decimal(line.unitPrice!),
      priceBaseQuantity: line.priceBaseQuantity === null ? undefined : new Decimal(line.priceBaseQuantity),
      adjustments: line.adjustments.map((one) => shrunk(one, share, minorUnits)),
      taxes: taxesOf(line.taxPositions!),
    })),
    adjustments: document.lines
      .filter(({ kind }) => kind !== 'item')
      .map(({ adjustments: [given], taxPositions }) => ({
        ...shrunk(given!, shareOfLines, minorUnits),
        taxes: taxPositions === null ? undefined : taxesOf(taxPositions),
      })),
    prepaid: zero,
    cashRounding: document.cashRounding === null ? undefined : new Decimal(document.cashRounding),
    withholdings: [],
  };
}

/** What of the parts was sold at all, in the order of the document. */
const soldOf = (parts: readonly SoldPart[]) => parts.filter(({ share }) => !share.isZero());

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
  const adjustments = document.lines.filter(({ kind }) => kind !== 'item');
  const positions = [...soldOf(parts).map(({ line }) => line), ...adjustments].map(({ position }) => position);
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
