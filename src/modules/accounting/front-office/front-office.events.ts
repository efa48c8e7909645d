import type { EventDeclaration } from '#platform/events/event-declaration.js';
import { Choice, Code, Count, CurrencyCode, Flag, Money, Ref, Text } from '#platform/http/fields/fields.js';

const documentId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const legalEntityId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a12';
const batchId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a14';
const partyId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a13';

class SaleData {
  @Ref({
    example: documentId,
    description: 'The invoice, or the credit note of a refund; also the subject of the event.',
  })
  documentId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @Choice(['sale', 'refund'] as const, { name: 'SaleKind', example: 'sale' })
  kind: 'sale' | 'refund';

  @Code(100, { example: 'webshop' })
  channelCode: string;

  @Text(200, { example: 'order-10248' })
  externalId: string;

  @Code(60, { example: 'INV-2026-000017' })
  number: string;

  @Ref({ example: partyId })
  partyId: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '1250.00' })
  payable: string;

  @Money({ example: '0.00', description: 'What is still to be paid, or to be given back.' })
  openAmount: string;
}

class SalesBatchData {
  @Ref({ example: batchId, description: 'Also the id of the job, and the subject of the event.' })
  salesBatchId: string;

  @Ref({ example: legalEntityId })
  legalEntityId: string;

  @Flag({ example: false, description: 'Whether the sales were only tried: nothing was recorded then.' })
  dryRun: boolean;

  @Count(0, 1000, { example: 198, description: 'What is recorded now, or would be.' })
  recorded: number;

  @Count(0, 1000, { example: 0, description: 'What had been recorded before.' })
  existing: number;

  @Count(0, 1000, { example: 2 })
  refused: number;
}

export const frontOfficeEvents = {
  saleRecorded: {
    type: 'accounting.sale.recorded.v1',
    description:
      'What a sales channel handed over is invoiced, or credited, posted, and settled as far as it was paid.',
    data: SaleData,
    example: {
      documentId,
      legalEntityId,
      kind: 'sale',
      channelCode: 'webshop',
      externalId: 'order-10248',
      number: 'INV-2026-000017',
      partyId,
      currency: 'EUR',
      payable: '1250.00',
      openAmount: '0.00',
    },
  } satisfies EventDeclaration<SaleData>,
  salesBatchEnded: {
    type: 'accounting.sales_batch.ended.v1',
    description:
      'A job has taken a batch of sales; `GET /v1/accounting/sales-batches/{id}` has what became of each. What is answered at once is not told so.',
    data: SalesBatchData,
    example: { salesBatchId: batchId, legalEntityId, dryRun: false, recorded: 198, existing: 0, refused: 2 },
  } satisfies EventDeclaration<SalesBatchData>,
} as const;
