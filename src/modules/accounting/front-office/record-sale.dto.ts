import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import {
  Choice,
  Count,
  List,
  Money,
  Nested,
  OnDate,
  Quantity,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import { JournalEntryView } from '../journal/journal-entries.dto.js';
import { UpsertParty } from '../parties/parties.dto.js';
import { SalesDocumentView } from '../receivables/documents/sales-documents.dto.js';
import { SalesFields } from '../receivables/documents/sales-fields.dto.js';
import { ReceiptWithholding } from '../receipts/receipts.dto.js';
import { RefundWithholding } from '../receipts/refunds.dto.js';
import { MOST_LINES } from '../tax/documents/tax-calculations.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST_PAYMENTS = 20;
export const MOST_SALES = 1000;

export class SaleCustomer extends PickType(UpsertParty, [
  'name',
  'legalName',
  'kind',
  'language',
  'currency',
  'addresses',
  'contacts',
  'electronicAddress',
  'taxIds',
  'taxClassCode',
  'paymentTermsCode',
] as const) {
  @Ref({
    optional: true,
    example: exampleId,
    description: 'A customer that is known; then nothing else is said of it.',
  })
  partyId?: string;

  @Text(200, {
    optional: true,
    example: 'customer-4711',
    description: 'What the channel calls the customer, which is made or changed by it. This or `partyId`.',
  })
  externalId?: string;
}

export class SaleShipping {
  @Money({ sign: 'positive', example: '9.90', description: 'With tax where prices include it.' })
  amount: string;

  @Values(codeRule({ max: 20 }), {
    max: 5,
    optional: true,
    example: ['VAT25'],
    description: 'Taxes that it bears; spread over those of the lines, in proportion, where left out.',
  })
  taxCodes?: string[];

  @Text(200, { optional: true, example: 'Express delivery', description: 'Shipping where left out.' })
  description?: string;
}

class SalePaymentFields {
  @Text(100, { example: 'card', description: 'A payment method of the channel: says where the money is.' })
  method: string;

  @Money({ sign: 'positive', example: '1250.00', description: 'In the currency of the document, with the fee in it.' })
  amount: string;

  @OnDate({ optional: true, example: '2026-03-05', description: 'The date of the document where left out.' })
  paidOn?: string;

  @Text(100, { optional: true, example: 'ch_3NqX', description: 'Reference of the payment.' })
  reference?: string;

  @Text(200, { optional: true, example: 'payment-4711', description: 'What the channel calls it; each once.' })
  externalId?: string;
}

export class SalePaymentTaken extends OmitType(SalePaymentFields, ['paidOn'] as const) {
  @OnDate({
    optional: true,
    example: '2026-03-05',
    description:
      'The date of the document where left out. What was paid before is a deposit of the customer from its own day on, where `customer_deposits` names an account that keeps them by customer, and is applied on the date of the document.',
  })
  paidOn?: string;

  @Money({
    sign: 'not_negative',
    optional: true,
    example: '17.50',
    description: 'What the provider kept of it; posted as a bank charge.',
  })
  fee?: string;

  @Nested(() => ReceiptWithholding, {
    optional: true,
    description:
      'A tax that the customer kept back of the sale for the authority, beside what was paid. In the functional currency alone.',
  })
  withholding?: ReceiptWithholding;

  @List(() => ReceiptWithholding, {
    optional: true,
    max: 5,
    description: 'The same where the customer kept back taxes under several codes, each once.',
  })
  withholdings?: ReceiptWithholding[];
}

export class SalePayment extends SalePaymentFields {
  @Nested(() => RefundWithholding, {
    optional: true,
    description:
      'A tax that the customer had kept back for the authority: the claim to it is taken back beside what was paid back.',
  })
  withholding?: RefundWithholding;

  @List(() => RefundWithholding, {
    optional: true,
    max: 5,
    description: 'The same where taxes had been kept back under several codes, each once.',
  })
  withholdings?: RefundWithholding[];
}

export class SaleTotals {
  @Money({ optional: true, example: '1000.00' })
  net?: string;

  @Money({ optional: true, example: '250.00' })
  tax?: string;

  @Money({ optional: true, example: '1250.00', description: 'What the customer was told to pay.' })
  gross?: string;
}

class SaleKey {
  @Ref({ optional: true, example: exampleId, description: 'Who sells; the default legal entity where left out.' })
  legalEntityId?: string;

  @Text(100, { example: 'webshop', description: 'The sales channel by its code.' })
  channelCode: string;

  @Text(200, {
    example: 'order-10248',
    description: 'What the channel calls the sale or refund. The same again is answered with what was recorded.',
  })
  externalId: string;
}

export class RecordSale extends IntersectionType(SaleKey, OmitType(SalesFields, ['partyId'] as const)) {
  @Nested(() => SaleCustomer)
  customer: SaleCustomer;

  @Nested(() => SaleShipping, { optional: true, description: 'Posted to the account for shipping revenue.' })
  shipping?: SaleShipping;

  @List(() => SalePaymentTaken, { optional: true, max: MOST_PAYMENTS, description: 'What was paid already.' })
  payments?: SalePaymentTaken[];

  @Nested(() => SaleTotals, {
    optional: true,
    description:
      'What the channel has calculated itself. Within its tolerance the gross amount is what the customer owes, the difference being rounding; beyond it the sale is refused.',
  })
  totals?: SaleTotals;
}

export class RefundedLine {
  @Count(1, MOST_LINES, {
    optional: true,
    example: 1,
    description: 'The place of the item in the invoice; or its code.',
  })
  position?: number;

  @Text(100, {
    optional: true,
    example: 'CHAIR-7',
    description: 'The item by its code, where it stands in the invoice once.',
  })
  itemCode?: string;

  @Quantity({ example: '2' })
  quantity: string;
}

export class RecordSaleRefund extends SaleKey {
  @Text(200, { example: 'order-10248', description: 'The sale that is taken back, by its external id.' })
  sale: string;

  @Text(500, { example: 'Returned goods' })
  reason: string;

  @OnDate({ optional: true, example: '2026-03-20', description: 'Of the credit note; today where left out.' })
  issuedOn?: string;

  @OnDate({
    optional: true,
    example: '2026-06-30',
    description: 'Of what is deferred: the last day that is still served, where the service is broken off.',
  })
  serviceEndsOn?: string;

  @List(() => RefundedLine, {
    optional: true,
    min: 1,
    max: MOST_LINES,
    description: 'All that is left where left out.',
  })
  lines?: RefundedLine[];

  @List(() => SalePayment, {
    optional: true,
    max: MOST_PAYMENTS,
    description: 'What was paid back already; at most what the credit note leaves open.',
  })
  payments?: SalePayment[];
}

export const saleOutcomes = ['recorded', 'existing'] as const;

export class SalePaymentView {
  @Ref({ example: exampleId, description: 'The receipt, or the refund.' })
  id: string;

  @Money({ example: '1250.00' })
  amount: string;

  @Money({ example: '17.50' })
  fee: string;

  @Money({ example: '0.00', description: 'Taxes that were withheld beside it, or taken back.' })
  withheldAmount: string;
}

export class SaleView {
  @Choice(saleOutcomes, {
    name: 'SaleOutcome',
    example: 'recorded',
    description: '`existing`: the same was handed over before, and nothing was done now.',
  })
  outcome: (typeof saleOutcomes)[number];

  @Text(100, { example: 'webshop' })
  channelCode: string;

  @Text(200, { example: 'order-10248' })
  externalId: string;

  @Nested(() => SalesDocumentView, { description: 'The invoice, or the credit note of a refund.' })
  document: SalesDocumentView;

  @List(() => SalePaymentView, {
    max: MOST_PAYMENTS,
    description: 'What was paid, or paid back, in the order of the request.',
  })
  payments: SalePaymentView[];

  @List(() => JournalEntryView, {
    nullable: true,
    max: 100,
    description: 'Of a dry run: every entry that it would post, with its lines. Null otherwise.',
  })
  entries: JournalEntryView[] | null;
}
