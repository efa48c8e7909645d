import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { DRAFT } from '../annotations/accounting-subjects.js';
import { draftStatuses } from './journal-entry-drafts.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const draftStatusSql = `(CASE
  WHEN draft.entry_id IS NOT NULL THEN 'posted'
  WHEN EXISTS (
    SELECT FROM platform.approval_request r
    WHERE r.organization_id = draft.organization_id AND r.subject_kind = 'journal_entry' AND r.subject_id = draft.id
      AND r.state = 'pending') THEN 'pending_approval'
  ELSE 'draft' END)`;

export const journalEntryDraftList = defineList({
  name: 'journalEntryDraft',
  id: 'draft.id',
  updatedAt: 'draft.updated_at',
  filters: {
    legalEntityId: filter.ref('draft.legal_entity_id', {
      description: 'Drafts for this legal entity.',
      example: exampleId,
    }),
    status: filter.choice(draftStatusSql, draftStatuses, {
      name: 'JournalEntryDraftStatus',
      description: 'Drafts with this status.',
      example: 'draft',
    }),
    journalCode: filter.text('draft.journal_code', {
      description: 'Drafts that name the journal with this code.',
      example: 'GENERAL',
    }),
    entryDate: filter.date('draft.entry_date', { description: 'Accounting date, where given.', example: '2026-01-31' }),
    reference: filter.text('draft.reference', {
      description: 'Number of the document behind it.',
      example: 'INV-2026-0117',
    }),
    tagId: taggedFilter(DRAFT, 'draft'),
    createdBy: filter.ref('draft.created_by', { description: 'Drafts that this one began.', example: exampleId }),
  },
  sorts: { createdAt: { column: 'draft.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
});
