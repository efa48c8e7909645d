import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { salesKinds } from '../documents/sales-document.js';
import { customerSql } from '../documents/sales-documents.sql.js';
import { salesDraftStatuses } from './sales-drafts.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const draftStatusSql = `CASE WHEN draft.document_id IS NULL THEN 'draft' ELSE 'issued' END`;

export const salesDraftList = defineList({
  name: 'salesDraft',
  id: 'draft.id',
  updatedAt: 'draft.updated_at',
  filters: {
    legalEntityId: filter.ref('draft.legal_entity_id', {
      description: 'Drafts of this legal entity.',
      example: exampleId,
    }),
    partyId: filter.ref(customerSql, {
      description: 'Drafts for this customer.',
      example: exampleId,
    }),
    kind: filter.choice('draft.kind', salesKinds, {
      name: 'SalesDocumentKind',
      description: 'Drafts of invoices or of credit notes.',
      example: 'invoice',
    }),
    status: filter.choice(draftStatusSql, salesDraftStatuses, {
      name: 'SalesDraftStatus',
      description: 'Drafts with this status.',
      example: 'draft',
    }),
    createdBy: filter.ref('draft.created_by', { description: 'Drafts that this one began.', example: exampleId }),
  },
  sorts: { createdAt: { column: 'draft.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});
