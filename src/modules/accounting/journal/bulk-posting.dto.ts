import { Choice, Count, List, Ref, Text } from '#platform/http/fields/fields.js';
import { JournalEntryFields } from './journal-entries.dto.js';

const MAX_BULK_ENTRIES = 1000;

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const bulkStatuses = ['posted', 'refused'] as const;

const bulkModes = ['atomic', 'independent'] as const;
type BulkMode = (typeof bulkModes)[number];

export class PostJournalEntriesInBulk {
  @Choice(bulkModes, {
    name: 'BulkMode',
    example: 'atomic',
    description:
      '`atomic`: all entries or none. `independent`: each for itself; a refused one does not hold back the others.',
  })
  mode: BulkMode;

  @List(() => JournalEntryFields, { min: 1, max: MAX_BULK_ENTRIES, description: 'Posted in this order.' })
  entries: JournalEntryFields[];
}

export class BulkErrorView {
  @Text(200, { min: 0, example: '/entries/3/lines/0/accountCode', description: 'JSON pointer into the request.' })
  pointer: string;

  @Text(100, { example: 'unknown_account' })
  code: string;

  @Text(500, { example: 'The legal entity has no account 1931.' })
  message: string;
}

export class BulkResultView {
  @Count(0, MAX_BULK_ENTRIES, { example: 0, description: 'Position of the entry in the request, from 0.' })
  index: number;

  @Choice(bulkStatuses, { name: 'BulkResultStatus', example: 'posted' })
  status: (typeof bulkStatuses)[number];

  @Ref({ nullable: true, example: exampleId })
  id: string | null;

  @Text(20, { nullable: true, example: 'GENERAL' })
  journalCode: string | null;

  @Count(1, 2_147_483_647, { nullable: true, example: 17 })
  number: number | null;

  @List(() => BulkErrorView, { max: 10_000, description: 'Why the entry was refused; empty where it was posted.' })
  errors: BulkErrorView[];
}

export class BulkPostingView {
  @Choice(bulkModes, { name: 'BulkMode', example: 'atomic' })
  mode: BulkMode;

  @List(() => BulkResultView, {
    max: MAX_BULK_ENTRIES,
    description: 'One result for each entry, in the order of the request.',
  })
  results: BulkResultView[];
}
