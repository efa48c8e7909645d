import { Decimal } from '#kernel/decimal.js';
import { calculateDocument } from '../../tax/calculation/calculate-document.js';
import type { TaxDocument } from '../../tax/calculation/tax-document.js';
import { composeAmounts } from '../documents/compose-document.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';

const onRevenue = {
  accountId: 'revenue',
  accountCode: '3000',
  dimensions: [],
  service: null,
  deferral: null,
  deferredAccountId: null,
};
const text = (value: Decimal | undefined) => value?.toFixed();

/** The document as the database would give it once it is issued. */
export function soldDocument(given: TaxDocument): SalesDocumentRow {
  const { lines, taxes, totals } = composeAmounts(given, calculateDocument(given));
  const ofLine = (index: number) => {
    const item = given.lines[index];
    const adjustments = item?.adjustments ?? [given.adjustments[index - given.lines.length]!];
    return {
      kind: item ? 'item' : adjustments[0]!.kind,
      quantity: text(item?.quantity) ?? null,
      unitPrice: text(item?.unitPrice) ?? null,
      priceBaseQuantity: text(item?.priceBaseQuantity) ?? null,
      adjustments: adjustments.map(({ kind, amount, rate }) => ({
        kind,
        ...(amount && { amount: text(amount)! }),
        ...(rate && { rate: text(rate)! }),
      })),
    };
  };
  const rows = lines.map(({ taxPositions, ...own }, index) => ({
    ...ofLine(index),
    position: index + 1,
    itemCode: null,
    itemTaxClass: null,
    description: 'Item',
    unit: 'C62',
    taxCodes: [],
    taxPositions,
    amount: text(own.amount)!,
    net: text(own.net)!,
    tax: text(own.tax)!,
    ...onRevenue,
    creditsPosition: null,
  })) as SalesDocumentRow['lines'];
  const { lineNet, net, tax, gross, rounding, payable } = totals;
  return {
    currency: given.currency.code,
    pricesIncludeTax: given.pricesIncludeTax,
    rounding: given.rounding,
    cashRounding: text(given.cashRounding) ?? null,
    lines: rows,
    taxes: taxes.map(
      ({ component: { code, rate, isCashBasis: _isCashBasis, recoverableShare: _share, ...of }, base, charged }) => ({
        ...of,
        taxCode: code,
        taxCodeId: code,
        rate: text(rate)!,
        base: text(base)!,
        tax: text(charged)!,
      }),
    ),
    lineNet: text(lineNet)!,
    net: text(net)!,
    tax: text(tax)!,
    gross: text(gross)!,
    roundingAmount: text(rounding)!,
    payable: text(payable)!,
    creditedAmount: '0',
    withholdings: [] as SalesDocumentRow['withholdings'],
  } as SalesDocumentRow;
}
