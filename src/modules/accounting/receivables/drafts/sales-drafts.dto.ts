import { PartialType, PickType } from '@nestjs/swagger';
import { AtInstant, Choice, Count, Nested, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { IssueInvoice } from '../documents/issue-documents.dto.js';
import { exampleId } from '../documents/sales-fields.dto.js';
import { type SalesKind, salesKinds } from '../documents/sales-document.js';

export const salesDraftStatuses = ['draft', 'issued'] as const;
export type SalesDraftStatus = (typeof salesDraftStatuses)[number];

/** What the document says; as invoices and credit notes are issued. */
export class SalesDraftContent extends PickType(IssueInvoice, [
  'partyId',
  'issuedOn',
  'taxPointOn',
  'deliveredOn',
  'currency',
  'exchangeRate',
  'exchangeRateSource',
  'exchangeRateType',
  'pricesIncludeTax',
  'rounding',
  'cashRounding',
  'country',
  'subdivision',
  'paymentTermsCode',
  'dueOn',
  'buyerReference',
  'orderReference',
  'note',
  'lines',
  'adjustments',
  'withholdings',
  'softCloseReason',
  'creditLimitReason',
  'externalSource',
  'externalId',
  'deposits',
] as const) {
  @Text(500, {
    optional: true,
    example: 'Bonus of 2025',
    description: 'Why a credit note is issued: needed for one, and only for one.',
  })
  reason?: string;
}

export class CreateSalesDraft extends SalesDraftContent {
  @Choice(salesKinds, { name: 'SalesDocumentKind', example: 'invoice' })
  kind: SalesKind;

  @Ref({ optional: true, example: exampleId, description: 'Who sells; the default legal entity where left out.' })
  legalEntityId?: string;
}

export class UpdateSalesDraft extends PartialType(SalesDraftContent) {}

export class SalesDraftView {
  @Ref({ example: exampleId, description: 'Also the id of the document that it is issued as.' })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(salesKinds, { name: 'SalesDocumentKind', example: 'invoice' })
  kind: SalesKind;

  @Choice(salesDraftStatuses, { name: 'SalesDraftStatus', example: 'draft' })
  status: SalesDraftStatus;

  @Nested(() => SalesDraftContent)
  content: SalesDraftContent;

  @Ref({ example: exampleId })
  createdBy: string;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  updatedAt: string;
}

export class SalesDraftList extends ListOf(SalesDraftView) {}
