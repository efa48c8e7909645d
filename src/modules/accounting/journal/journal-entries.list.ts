import { taggedFilter } from '#platform/annotations/tagged-filter.js';
import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { ListOf } from '#platform/listing/page.view.js';
import { ENTRY } from '../annotations/accounting-subjects.js';
import { entryKinds, JournalEntryView } from './journal-entries.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const journalEntryList = defineList({
  name: 'journalEntry',
  id: 'entry.id',
  // Posted entries never change.
  updatedAt: 'entry.posted_at',
  filters: {
    legalEntityId: filter.ref('entry.legal_entity_id', {
      description: 'Entries of this legal entity.',
      example: exampleId,
    }),
    fiscalYearId: filter.ref('entry.fiscal_year_id', {
      description: 'Entries of this fiscal year.',
      example: exampleId,
    }),
    periodId: filter.ref('entry.period_id', { description: 'Entries of this fiscal period.', example: exampleId }),
    journalCode: filter.text('journal.code', {
      description: 'Entries of the journal with this code.',
      example: 'GENERAL',
    }),
    number: filter.integer('entry.number', {
      description: 'Number within the journal and fiscal year.',
      example: '17',
    }),
    entryDate: filter.date('entry.entry_date', { description: 'Accounting date.', example: '2026-01-31' }),
    kind: filter.choice('entry.kind', entryKinds, {
      name: 'JournalEntryKind',
      description: 'Entries of this kind.',
      example: 'regular',
    }),
    reference: filter.text('entry.reference', {
      description: 'Number of the document behind it.',
      example: 'INV-2026-0117',
    }),
    externalSource: filter.text('entry.external_source', {
      description: 'System that the entry comes from.',
      example: 'webshop',
    }),
    externalId: filter.text('entry.external_id', { description: 'Its key in that system.', example: 'order-4711' }),
    dimensionValueId: filter.refAmong(
      'valued.dimension_value_id',
      [
        `EXISTS (SELECT FROM accounting.dimension_line valued
                 WHERE valued.organization_id = entry.organization_id AND valued.entry_id = entry.id AND`,
        ')',
      ],
      { description: 'Entries with a line that has this value of a dimension.', example: exampleId },
    ),
    tagId: taggedFilter(ENTRY, 'entry'),
    reversalOf: filter.ref('entry.reversal_of', { description: 'The reversal of this entry.', example: exampleId }),
  },
  sorts: {
    entryDate: { column: 'entry.entry_date', type: 'date' },
    number: { column: 'entry.number', type: 'bigint' },
    postedAt: { column: 'entry.posted_at', type: 'timestamptz' },
  },
  defaultSort: '-entryDate',
});

export class JournalEntryList extends ListOf(JournalEntryView) {}
