import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Quantity,
  Rate,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import { countRule } from '#platform/http/fields/number-rules.js';
import { MOST_DIMENSIONS_OF_LINE } from '../../dimensions/dimension-kind.js';
import { LineDimensionFields } from '../../journal/journal-lines.dto.js';
import {
  taxCategories,
  type TaxCategory,
  type TaxComputation,
  taxComputations,
  type TaxKind,
  taxKinds,
} from '../../tax/calculation/tax-component.js';
import { type TaxRounding, taxRoundings } from '../../tax/calculation/tax-document.js';
import { MOST_LINES, TaxAdjustmentFields } from '../../tax/documents/tax-calculations.dto.js';
import { type DeferralMethod, deferralMethods } from '../deferrals/deferral-method.js';
import { exampleId, MOST_ADJUSTMENTS, MOST_WITHHOLDINGS, ServicePeriodFields } from './sales-fields.dto.js';
import { type SalesKind, salesKinds, type SalesLineKind, salesLineKinds } from './sales-document.js';
import { SalesInstalmentView } from './sales-instalments.dto.js';
import { PrintedPartyView } from './printed-parties.dto.js';
import { creditNoteStatuses, invoiceStatuses } from './sales-statuses.js';
import { type SalesWithholdingRow, SalesWithholdingView, withholdingsOf } from './sales-withholdings.dto.js';

export class SalesLineView {
  @Count(1, MOST_LINES + MOST_ADJUSTMENTS, { example: 1, description: 'Its place in the document.' })
  position: number;

  @Choice(salesLineKinds, {
    name: 'SalesLineKind',
    example: 'item',
    description: 'Something sold, or an allowance or charge of the whole document.',
  })
  kind: SalesLineKind;

  @Code(100, { nullable: true, example: 'CHAIR-7' })
  itemCode: string | null;

  @Text(50, { nullable: true, example: 'books' })
  itemTaxClass: string | null;

  @Text(500, { nullable: true, example: 'Office chair' })
  description: string | null;

  @Quantity({ nullable: true, example: '10' })
  quantity: string | null;

  @Code(10, { nullable: true, example: 'C62' })
  unit: string | null;

  @Money({ nullable: true, example: '100.00' })
  unitPrice: string | null;

  @Quantity({ nullable: true, example: '1' })
  priceBaseQuantity: string | null;

  @List(() => TaxAdjustmentFields, { max: 10, description: 'As they were given.' })
  adjustments: TaxAdjustmentFields[];

  @Values(codeRule({ max: 20 }), { max: 5, example: ['VAT25'], description: 'As named, or as a rule says.' })
  taxCodes: string[];

  @Values(countRule(1, 5000), {
    max: 50,
    nullable: true,
    example: [1],
    description: 'Places of its taxes in `taxes`; null where it is spread over those of the lines.',
  })
  taxPositions: number[] | null;

  @Money({ example: '1000.00', description: 'As priced: with the taxes where prices include them.' })
  amount: string;

  @Money({ example: '1000.00' })
  net: string;

  @Money({ example: '250.00' })
  tax: string;

  @Code(20, { example: '3000' })
  accountCode: string;

  @List(() => LineDimensionFields, { max: MOST_DIMENSIONS_OF_LINE })
  dimensions: LineDimensionFields[];

  @Nested(() => ServicePeriodFields, { nullable: true, description: 'When it is served, where that is not at once.' })
  service: ServicePeriodFields | null;

  @Choice(deferralMethods, {
    name: 'DeferralMethod',
    nullable: true,
    example: null as never,
    description: 'How it is earned over its service; null where it is earned at once.',
  })
  deferral: DeferralMethod | null;

  @Count(1, MOST_LINES + MOST_ADJUSTMENTS, {
    nullable: true,
    example: null as never,
    description: 'Of a credit note: the line of the invoice that it takes back.',
  })
  creditsPosition: number | null;
}

export class SalesTaxView {
  @Code(20, { example: 'VAT25' })
  taxCode: string;

  @Choice(taxKinds, { name: 'TaxKind', example: 'vat' })
  kind: TaxKind;

  @Choice(taxCategories, { name: 'TaxCategory', example: 'S' })
  category: TaxCategory;

  @Choice(taxComputations, { name: 'TaxComputation', example: 'percentage' })
  computation: TaxComputation;

  @Rate({ example: '0.25' })
  rate: string;

  @Values(codeRule({ max: 20 }), { max: 9, example: [], description: 'Taxes that are part of the base.' })
  onTopOf: string[];

  @Flag({ example: false, description: 'The buyer owes it.' })
  isReverseCharge: boolean;

  @Text(30, { nullable: true, example: 'VATEX-EU-AE' })
  exemptionCode: string | null;

  @Text(500, { nullable: true, example: 'Reverse charge' })
  exemptionText: string | null;

  @Money({ example: '1000.00' })
  base: string;

  @Money({ example: '250.00' })
  tax: string;
}

export class SalesTotalsView {
  @Money({ example: '1000.00', description: 'BT-106 of EN 16931.' })
  lineNet: string;

  @Money({ example: '1000.00', description: 'BT-109: lines, less allowances, plus charges.' })
  net: string;

  @Money({ example: '250.00', description: 'BT-110.' })
  tax: string;

  @Money({ example: '1250.00', description: 'BT-112.' })
  gross: string;

  @Money({ example: '0.00', description: 'BT-114.' })
  rounding: string;

  @Money({ example: '1250.00', description: 'What the customer is charged, or given back: gross and rounding.' })
  payable: string;
}

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
  | 'prepaidAmount',
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
      | 'paidAtIssue'
      | 'dueAtIssue'
    >,
    Amounts {
  issuedAt: Date;
  lines: (SalesLineView & { accountId: string; deferredAccountId: string | null })[];
  taxes: (SalesTaxView & { taxCodeId: string })[];
  withholdings: SalesWithholdingRow[];
}

export const salesStatuses = [...new Set([...invoiceStatuses, ...creditNoteStatuses])];
export type SalesStatus = (typeof salesStatuses)[number];

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
      'Follows from what is open of it: nothing was settled, a part, or all of it; `credited` where credit notes took it back wholly.',
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
      issuedAt: issuedAt.toISOString(),
    };
  }
}
