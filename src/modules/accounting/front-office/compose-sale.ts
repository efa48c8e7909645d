import { requireCurrency } from '#kernel/currency.js';
import { type Decimal, zero } from '#kernel/decimal.js';
import { type SalesDocumentRow, SalesDocumentView } from '../receivables/documents/sales-documents.dto.js';
import type { SalesLine } from '../receivables/documents/sales-document.js';
import type { SaleView } from './record-sale.dto.js';
import { openOfSale, type PlannedSale } from './sale-plan.js';

const plain = (amount: Decimal | null) => (amount === null ? null : amount.toFixed());
/** As it is read back: with decimals as text. */
const asKept = (value: unknown): never => JSON.parse(JSON.stringify(value)) as never;

/** What is answered for a sale, from what was written alone; as if it was read. */
export function composeSale(sale: PlannedSale, number: string, issuedAt: Date): SaleView {
  const { channel, body, receipts, issue } = sale;
  const { minorUnits } = requireCurrency(issue.prepared.document.currency);
  return {
    outcome: 'recorded',
    channelCode: channel.code,
    externalId: body.externalId,
    document: SalesDocumentView.from(rowOf(sale, number, issuedAt)),
    payments: receipts.map(({ id, settlement: { kept } }) => {
      const amounts = { amount: kept.amount.toFixed(minorUnits), fee: kept.charge?.toFixed(minorUnits) ?? '0' };
      return { id, ...amounts, withheldAmount: zero.toFixed(minorUnits) };
    }),
    entries: null,
  };
}

function rowOf(sale: PlannedSale, number: string, issuedAt: Date): SalesDocumentRow {
  const { issue, invoice, acting, accountCodes } = sale;
  const { lines, taxes, totals, seller, buyer, instalments, creditsId, cashRounding, ...content } =
    issue.prepared.document;
  const open = openOfSale(sale);
  const status = open.equals(totals.payable) ? 'issued' : open.isZero() ? 'paid' : 'partly_paid';
  return {
    ...content,
    number,
    status,
    entryId: invoice.id,
    seller: asKept(seller),
    buyer: asKept(buyer),
    cashRounding: plain(cashRounding),
    instalments: asKept(instalments),
    lineNet: totals.lineNet.toFixed(),
    net: totals.net.toFixed(),
    tax: totals.tax.toFixed(),
    gross: totals.gross.toFixed(),
    roundingAmount: totals.rounding.toFixed(),
    payable: totals.payable.toFixed(),
    paidAtIssue: totals.payable.minus(open).toFixed(),
    openAmount: open.toFixed(),
    creditedAmount: '0',
    prepaidAmount: '0',
    writtenOffAmount: '0',
    creditsInvoiceId: creditsId,
    withholdings: [],
    issuedBy: acting.actorId,
    issuedAt,
    lines: lines.map((line, index) => lineOf(line, index + 1, accountCodes)),
    taxes: taxes.map(({ component, taxCodeId, base, tax }) => {
      const { code, kind, category, computation, rate, onTopOf, isReverseCharge, exemptionCode, exemptionText } =
        component;
      const told = { taxCode: code, taxCodeId, kind, category, computation, rate: rate.toFixed() };
      const why = { isReverseCharge, exemptionCode, exemptionText };
      return { ...told, onTopOf: [...onTopOf], ...why, base: base.toFixed(), tax: tax.toFixed() };
    }),
  };
}

function lineOf(
  line: SalesLine,
  position: number,
  codes: ReadonlyMap<string, string>,
): SalesDocumentRow['lines'][number] {
  const {
    quantity,
    unitPrice,
    priceBaseQuantity,
    amount,
    net,
    tax,
    accountId,
    deferredLineNumber: _,
    ...content
  } = line;
  return {
    position,
    ...content,
    quantity: plain(quantity),
    unitPrice: plain(unitPrice),
    priceBaseQuantity: plain(priceBaseQuantity),
    adjustments: asKept(content.adjustments),
    taxCodes: [...content.taxCodes],
    taxPositions: content.taxPositions && [...content.taxPositions],
    amount: amount.toFixed(),
    net: net.toFixed(),
    tax: tax.toFixed(),
    accountId,
    accountCode: codes.get(accountId)!,
    dimensions: asKept(content.dimensions),
  };
}
