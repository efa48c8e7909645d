import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { activeStatuses } from './account-type.js';

export const journalList = defineList({
  name: 'journal',
  id: 'journal.id',
  updatedAt: 'journal.updated_at',
  filters: {
    legalEntityId: filter.ref('journal.legal_entity_id', {
      description: 'Journals of this legal entity.',
      example: '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11',
    }),
    code: filter.text('journal.code', { prefix: true, description: 'Journals with this code.', example: 'SALES' }),
    status: filter.choice('journal.status', activeStatuses, {
      name: 'JournalStatus',
      description: 'Journals with this status.',
      example: 'active',
    }),
  },
  sorts: {
    code: { column: 'journal.code COLLATE "C"', type: 'text' },
    name: { column: 'journal.name', type: 'text' },
  },
  defaultSort: 'code',
});

export const journalColumns = `
  journal.id, journal.legal_entity_id AS "legalEntityId", journal.code, journal.name, journal.status, journal.version,
  journal.created_at AS "createdAt", journal.updated_at AS "updatedAt"`;
