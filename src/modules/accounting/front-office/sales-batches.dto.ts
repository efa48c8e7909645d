import { OmitType } from '@nestjs/swagger';
import { AtInstant, Choice, Code, Count, List, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { BulkErrorView } from '../journal/bulk-posting.dto.js';
import { MOST_SALES, RecordSale } from './record-sale.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export class SaleOfBatch extends OmitType(RecordSale, ['legalEntityId'] as const) {}

export class RecordSalesInBulk {
  @Ref({ optional: true, example: exampleId, description: 'Who sells; the default legal entity where left out.' })
  legalEntityId?: string;

  @List(() => SaleOfBatch, {
    min: 1,
    max: MOST_SALES,
    description: 'Each for itself, in this order: a refused one does not hold back the others.',
  })
  sales: SaleOfBatch[];
}

export const batchOutcomes = ['recorded', 'existing', 'refused'] as const;

export class SaleResultView {
  @Count(0, MOST_SALES, { example: 0, description: 'Position of the sale in the request, from 0.' })
  index: number;

  @Text(100, { example: 'webshop' })
  channelCode: string;

  @Text(200, { example: 'order-10248' })
  externalId: string;

  @Choice(batchOutcomes, { name: 'SaleResultOutcome', example: 'recorded' })
  outcome: (typeof batchOutcomes)[number];

  @Ref({ nullable: true, example: exampleId, description: 'The invoice; null for a refused sale.' })
  documentId: string | null;

  @Code(60, { nullable: true, example: 'INV-2026-000017' })
  number: string | null;

  @Code(100, { nullable: true, example: null as never, description: 'The code of the problem that refused it.' })
  problemCode: string | null;

  @Text(4000, { nullable: true, example: null as never, description: 'What the problem says.' })
  detail: string | null;

  @List(() => BulkErrorView, { max: 1000, description: 'Why it was refused, with pointers into the request.' })
  errors: BulkErrorView[];
}

class SalesBatchCounts {
  @Count(0, MOST_SALES, { example: 997 })
  recorded: number;

  @Count(0, MOST_SALES, { example: 1 })
  existing: number;

  @Count(0, MOST_SALES, { example: 2 })
  refused: number;
}

/** What a job did. */
export class SalesBatchSummary extends SalesBatchCounts {
  @Ref({ example: exampleId, description: 'Also the id of the job.' })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @AtInstant({ example: '2026-03-05T08:30:00.000Z' })
  createdAt: string;
}

export class SalesBatchList extends ListOf(SalesBatchSummary) {}

export class SalesBatchView extends SalesBatchCounts {
  @Ref({
    nullable: true,
    example: exampleId,
    description: 'Of what a job did, also the id of the job; null of what was answered at once.',
  })
  id: string | null;

  @List(() => SaleResultView, { max: MOST_SALES, description: 'One for each sale, in the order of the request.' })
  results: SaleResultView[];

  @AtInstant({ nullable: true, example: '2026-03-05T08:30:00.000Z' })
  createdAt: string | null;
}
