import { IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
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
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { MOST_LINES } from '../../tax/documents/tax-calculations.dto.js';
import { IssuedDocumentView, TakenDeposits } from '../documents/issue-documents.dto.js';
import { PrintedPartyView } from '../documents/printed-parties.dto.js';
import { exampleId, MOST_ADJUSTMENTS, SalesFields } from '../documents/sales-fields.dto.js';
import { SalesLineView } from '../documents/sales-lines.dto.js';
import { SalesTaxView, SalesTotalsView } from '../documents/sales-totals.dto.js';

export const quoteStatuses = ['draft', 'sent', 'accepted', 'declined', 'expired', 'converted'] as const;
export type QuoteStatus = (typeof quoteStatuses)[number];

export const quoteAnswers = ['accepted', 'declined'] as const;
export type QuoteAnswer = (typeof quoteAnswers)[number];

const validity = {
  nullable: true,
  example: '2026-04-30',
  description: 'The last day on which it may be accepted, by the clock of the organization; no end where null.',
} as const;

/** What the quote says; days, rates and reasons are those of the invoice that it becomes. */
export class QuoteContent extends PickType(SalesFields, [
  'partyId',
  'currency',
  'pricesIncludeTax',
  'rounding',
  'cashRounding',
  'country',
  'subdivision',
  'paymentTermsCode',
  'buyerReference',
  'orderReference',
  'note',
  'lines',
  'adjustments',
  'withholdings',
] as const) {}

export class CreateQuote extends QuoteContent {
  @Ref({ optional: true, example: exampleId, description: 'Who offers; the default legal entity where left out.' })
  legalEntityId?: string;

  @OnDate({ ...validity, optional: true })
  validUntil?: string | null;
}

export class UpdateQuote extends PartialType(OmitType(CreateQuote, ['legalEntityId'] as const)) {}

export class SendQuote {
  @OnDate({
    optional: true,
    example: '2026-03-05',
    description: 'When it was sent, which decides the rates of taxes; today where left out, and no later than that.',
  })
  sentOn?: string;
}

export class AnswerQuote {
  @OnDate({
    optional: true,
    example: '2026-03-20',
    description:
      'When the customer said so, no earlier than it was sent; today where left out, and no later than that.',
  })
  answeredOn?: string;

  @Text(500, { optional: true, example: 'By telephone, Mrs. Lindqvist' })
  note?: string;
}

const acceptsChanges = {
  optional: true,
  example: false,
  description:
    'Whether it is converted although amounts come out otherwise than in what was accepted, because rates of taxes have changed; `false` where left out.',
} as const;

export class ConvertQuote {
  @OnDate({ optional: true, example: '2026-03-31', description: 'Date of the invoice; today where left out.' })
  issuedOn?: string;

  @Flag(acceptsChanges)
  acceptChangedAmounts?: boolean;
}

export class InvoiceQuote extends IntersectionType(
  PickType(SalesFields, [
    'issuedOn',
    'taxPointOn',
    'deliveredOn',
    'dueOn',
    'exchangeRate',
    'exchangeRateSource',
    'exchangeRateType',
    'softCloseReason',
    'creditLimitReason',
  ] as const),
  TakenDeposits,
) {
  @Flag(acceptsChanges)
  acceptChangedAmounts?: boolean;
}

export class QuoteView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Code(60, {
    nullable: true,
    example: 'QUO-000017',
    description: 'Without gaps in each legal entity; null until it is first sent.',
  })
  number: string | null;

  @Count(1, 1000, { example: 1, description: 'The revision that is written, or was sent last.' })
  revision: number;

  @Choice(quoteStatuses, {
    name: 'QuoteStatus',
    example: 'sent',
    description:
      'Of that revision. `expired`: sent, not answered, and its last day is over. `converted`: it has become an invoice or a draft of one.',
  })
  status: QuoteStatus;

  @Ref({ example: exampleId, description: 'The customer; the one that stands for it where it was merged.' })
  partyId: string;

  @OnDate(validity)
  validUntil: string | null;

  @Nested(() => QuoteContent)
  content: QuoteContent;

  @CurrencyCode({ nullable: true, example: 'EUR', description: 'Of the amounts; null until it is sent.' })
  currency: string | null;

  @Money({
    nullable: true,
    example: '1250.00',
    description: 'What it comes to, as it was sent; null until it is sent.',
  })
  payable: string | null;

  @OnDate({ nullable: true, example: '2026-03-05' })
  sentOn: string | null;

  @OnDate({ nullable: true, example: '2026-03-20', description: 'When it was accepted or declined.' })
  answeredOn: string | null;

  @Text(500, { nullable: true, example: 'By telephone, Mrs. Lindqvist' })
  answerNote: string | null;

  @Ref({ nullable: true, example: null as never, description: 'The invoice that it became.' })
  documentId: string | null;

  @Ref({ nullable: true, example: null as never, description: 'The draft of an invoice that it became.' })
  draftId: string | null;

  @Ref({ nullable: true, example: null as never, description: 'The quote that it was copied from.' })
  copyOf: string | null;

  @Ref({ example: exampleId })
  createdBy: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  updatedAt: string;
}

/** A quote that has just become an invoice. */
export class InvoicedQuoteView extends QuoteView {
  @Nested(() => IssuedDocumentView)
  invoice: IssuedDocumentView;
}

export class QuoteList extends ListOf(QuoteView) {}

export class QuoteLineView extends OmitType(SalesLineView, ['accountCode', 'dimensions', 'creditsPosition'] as const) {}

/** All that is printed of a quote. */
export class PrintedQuoteView {
  @Nested(() => PrintedPartyView)
  seller: PrintedPartyView;

  @Nested(() => PrintedPartyView)
  buyer: PrintedPartyView;

  @List(() => QuoteLineView, { max: MOST_LINES + MOST_ADJUSTMENTS })
  lines: QuoteLineView[];

  @List(() => SalesTaxView, { max: 5000, description: 'Each tax, rounded once.' })
  taxes: SalesTaxView[];

  @Nested(() => SalesTotalsView)
  totals: SalesTotalsView;
}

/** What was sent: it never changes. */
export class QuoteRevisionView extends PrintedQuoteView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  quoteId: string;

  @Code(60, { example: 'QUO-000017' })
  number: string;

  @Count(1, 1000, { example: 1 })
  revision: number;

  @OnDate({ example: '2026-03-05' })
  sentOn: string;

  @OnDate(validity)
  validUntil: string | null;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Choice(quoteAnswers, { name: 'QuoteAnswer', nullable: true, example: 'accepted' })
  answer: QuoteAnswer | null;

  @OnDate({ nullable: true, example: '2026-03-20' })
  answeredOn: string | null;

  @Text(500, { nullable: true, example: 'By telephone, Mrs. Lindqvist' })
  answerNote: string | null;

  @Ref({ example: exampleId, description: 'Who sent it.' })
  sentBy: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  sentAt: string;
}

export class QuoteRevisionList extends ListOf(QuoteRevisionView) {}
