import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import {
  AtInstant,
  Choice,
  Code,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { type TaxRounding, taxRoundings } from '../../tax/calculation/tax-document.js';
import { MOST_LINES } from '../../tax/documents/tax-calculations.dto.js';
import { PrintedPartyView } from './printed-parties.dto.js';
import { type SalesKind, salesKinds } from './sales-document.js';
import { exampleId, MOST_ADJUSTMENTS, MOST_WITHHOLDINGS } from './sales-fields.dto.js';
import { SalesInstalmentView } from './sales-instalments.dto.js';
import { SalesLineView } from './sales-lines.dto.js';
import { salesStatuses, type SalesStatus } from './sales-statuses.js';
import { SalesTaxView, SalesTotalsView } from './sales-totals.dto.js';
import { type SalesWithholdingRow, SalesWithholdingView, withholdingsOf } from './sales-withholdings.dto.js';

type Amounts = Record<
  | 'lineNet'
  | 'net'
  | 'tax'
  | 'gross'
  | 'roundingAmount'
  | 'payable'
  | 'paidAtIssue'
  | 'openAmount'
  | 'creditedAmount'
  | 'prepaidAmount'
  | 'writtenOffAmount',
  string
>;

/** A document as the database gives it. */
export interface SalesDocumentRow
  extends
    Omit<
      SalesDocumentView,
      | 'issuedAt'
      | 'totals'
      | 'lines'
      | 'taxes'
      | 'withholdings'
      | 'amountAfterWithholding'
      | 'openAmount'
      | 'creditedAmount'
      | 'prepaidAmount'
      | 'writtenOffAmount'
      | 'paidAtIssue'
      | 'dueAtIssue'
    >,
    Amounts {
  issuedAt: Date;
  lines: (SalesLineView & { accountId: string; deferredAccountId: string | null })[];
  taxes: (SalesTaxView & { taxCodeId: string })[];
  withholdings: SalesWithholdingRow[];
}

export class SalesDocumentView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(salesKinds, { name: 'SalesDocumentKind', example: 'invoice' })
  kind: SalesKind;

  @Code(60, { example: 'INV-2026-000017', description: 'Without gaps in each fiscal year.' })
  number: string;

  @Choice(salesStatuses, {
    name: 'SalesDocumentStatus',
    example: 'issued',
    description:
      'Follows from what is open of it: nothing was settled, a part, or all of it; `credited` where credit notes took it back wholly; `written_off` where nothing is open of it because some was written off as bad debt.',
  })
  status: SalesStatus;

  @Ref({ example: exampleId, description: 'The customer; the one that stands for it where it was merged.' })
  partyId: string;

  @Nested(() => PrintedPartyView)
  seller: PrintedPartyView;

  @Nested(() => PrintedPartyView)
  buyer: PrintedPartyView;

  @OnDate({ example: '2026-03-05' })
  issuedOn: string;

  @OnDate({ example: '2026-03-05' })
  taxPointOn: string;

  @OnDate({ nullable: true, example: '2026-03-04' })
  deliveredOn: string | null;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Flag({ example: false })
  pricesIncludeTax: boolean;

  @Choice(taxRoundings, { name: 'TaxRounding', example: 'group' })
  rounding: TaxRounding;

  @Money({ nullable: true, example: null as never })
  cashRounding: string | null;

  @Text(200, { nullable: true, example: 'Cost centre 4711' })
  buyerReference: string | null;

  @Text(200, { nullable: true, example: 'PO-2026-118' })
  orderReference: string | null;

  @Text(2000, { multiline: true, nullable: true, example: 'Thank you for your order.' })
  note: string | null;

  @Text(100, { nullable: true, example: 'webshop' })
  externalSource: string | null;

  @Text(200, { nullable: true, example: 'order-10248' })
  externalId: string | null;

  @List(() => SalesInstalmentView, { max: 100, description: 'What falls due when.' })
  instalments: SalesInstalmentView[];

  @List(() => SalesLineView, { max: MOST_LINES + MOST_ADJUSTMENTS })
  lines: SalesLineView[];

  @List(() => SalesTaxView, { max: 5000, description: 'Each tax of the document, rounded once.' })
  taxes: SalesTaxView[];

  @Nested(() => SalesTotalsView)
  totals: SalesTotalsView;

  @Money({
    example: '250.00',
    description:
      'What the command that issued it was told to be paid already: deposits that it took in, or payments of a sale (BT-113). It is printed, and stays as it is.',
  })
  paidAtIssue: string;

  @Money({ example: '1000.00', description: 'What it asked for when it was issued (BT-115).' })
  dueAtIssue: string;

  @List(() => SalesWithholdingView, {
    max: MOST_WITHHOLDINGS,
    description: 'What the customer is expected to keep back for the authority when it pays; owed until then.',
  })
  withholdings: SalesWithholdingView[];

  @Money({ example: '1100.00', description: 'What is to be paid of `dueAtIssue` when all of that is kept back.' })
  amountAfterWithholding: string;

  @Money({ example: '1000.00', description: 'What of it is not settled.' })
  openAmount: string;

  @Money({ example: '0.00', description: 'What credit notes have taken back of it.' })
  creditedAmount: string;

  @Money({ example: '0.00', description: 'What deposits of the customer have paid of it until now.' })
  prepaidAmount: string;

  @Money({
    example: '0.00',
    description: 'What of it was written off as bad debt; small differences and discounts of a receipt are not.',
  })
  writtenOffAmount: string;

  @Ref({ example: exampleId, description: 'The journal entry that it is posted with.' })
  entryId: string;

  @Ref({ nullable: true, example: null as never, description: 'Of a credit note: the invoice that it takes back.' })
  creditsInvoiceId: string | null;

  @Text(500, { nullable: true, example: 'Returned goods', description: 'Why a credit note was issued.' })
  reason: string | null;

  @Text(500, { nullable: true, example: 'Bank guarantee received', description: 'Why the credit limit was passed.' })
  creditLimitReason: string | null;

  @Ref({ example: exampleId })
  issuedBy: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  issuedAt: string;

  static from(row: SalesDocumentRow): SalesDocumentView {
    const {
      lineNet,
      net,
      tax,
      gross,
      roundingAmount,
      payable,
      openAmount,
      creditedAmount,
      issuedAt,
      paidAtIssue,
      ...more
    } = row;
    const { minorUnits } = requireCurrency(row.currency);
    const dueAtIssue = new Decimal(payable).minus(paidAtIssue);
    const money = (amount: string) => new Decimal(amount).toFixed(minorUnits);
    const price = (amount: string) => {
      const value = new Decimal(amount);
      return value.toFixed(Math.max(minorUnits, value.decimalPlaces()));
    };
    return {
      ...more,
      cashRounding: row.cashRounding && money(row.cashRounding),
      instalments: row.instalments.map(({ dueOn, amount, discounts }) => ({
        dueOn,
        amount: money(amount),
        discounts: discounts.map((one) => ({ ...one, amount: money(one.amount) })),
      })),
      lines: row.lines.map(({ accountId: _accountId, deferredAccountId: _deferredAccountId, ...line }) => ({
        ...line,
        unitPrice: line.unitPrice && price(line.unitPrice),
        amount: money(line.amount),
        net: money(line.net),
        tax: money(line.tax),
      })),
      taxes: row.taxes.map(({ taxCodeId: _taxCodeId, ...one }) => ({
        ...one,
        base: money(one.base),
        tax: money(one.tax),
      })),
      totals: {
        lineNet: money(lineNet),
        net: money(net),
        tax: money(tax),
        gross: money(gross),
        rounding: money(roundingAmount),
        payable: money(payable),
      },
      paidAtIssue: money(paidAtIssue),
      dueAtIssue: dueAtIssue.toFixed(minorUnits),
      ...withholdingsOf(row.withholdings, dueAtIssue, minorUnits),
      openAmount: money(openAmount),
      creditedAmount: money(creditedAmount),
      prepaidAmount: money(row.prepaidAmount),
      writtenOffAmount: money(row.writtenOffAmount),
      issuedAt: issuedAt.toISOString(),
    };
  }
}
