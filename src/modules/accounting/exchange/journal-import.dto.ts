import { Choice, Code, Count, List, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { type AccountType, accountTypes } from '../chart/account-type.js';
import { JournalEntryFields } from '../journal/journal-entries.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST = 2_147_483_647;
export const MOST_ENTRIES = 10_000;

/** What every import of entries names. */
export class ImportedJournalFields {
  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Whose books these are. The default legal entity where left out; the only active one, where none is the default.',
  })
  legalEntityId?: string;
}

export class ImportJournalJson extends ImportedJournalFields {
  @List(() => JournalEntryFields, {
    min: 1,
    max: MOST_ENTRIES,
    description: 'Posted in this order. `legalEntityId` of an entry is left out or that of the import.',
  })
  entries: JournalEntryFields[];
}

export class CreatedAccountView {
  @Code(20, { example: '5410' })
  code: string;

  @Text(200, { example: 'Office supplies' })
  name: string;

  @Choice(accountTypes, { name: 'AccountType', example: 'expense' })
  type: AccountType;
}

export const skippedEntryReasons = ['other_commodity', 'no_amounts'] as const;

export class SkippedEntryView {
  @Count(1, MOST, { example: 17 })
  line: number;

  @Choice(skippedEntryReasons, { name: 'SkippedEntryReason', example: 'other_commodity' })
  reason: (typeof skippedEntryReasons)[number];

  @Text(500, { example: 'VHT is no currency of ISO 4217.' })
  explanation: string;
}

export class JournalImportRemarkView {
  @Count(1, MOST, { nullable: true, example: 3, description: 'Line of the file, from 1.' })
  line: number | null;

  @Code(100, { example: 'prices_not_kept' })
  code: string;

  @Text(2000, { example: 'Prices (P) are not kept.' })
  message: string;
}

/** What an import of entries did, or would do as a dry run. */
export class JournalImportReportView {
  @Code(64, {
    example: 'b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a',
    description:
      'Of the file; of the entries as JSON text where they are no file; of open items also of how the file was read and posted.',
  })
  sha256: string;

  @Count(1, MOST, { example: 120, description: 'Entries that are posted.' })
  entryCount: number;

  @Count(2, MOST, { example: 260, description: 'Their lines.' })
  lineCount: number;

  @OnDate({ example: '2026-01-02', description: 'The first date of them.' })
  firstOn: string;

  @OnDate({ example: '2026-03-31', description: 'The last date of them.' })
  lastOn: string;

  @List(() => CreatedAccountView, { max: MOST, description: 'Accounts that are new in the books.' })
  accountsCreated: CreatedAccountView[];

  @List(() => SkippedEntryView, { max: MOST, description: 'Entries of the file that are not posted, and why.' })
  skippedEntries: SkippedEntryView[];

  @List(() => JournalImportRemarkView, { max: 100, description: 'What was read past, the first hundred.' })
  remarks: JournalImportRemarkView[];
}

const outcomes = ['imported', 'dry_run', 'already_imported'] as const;

export class JournalImportView extends JournalImportReportView {
  @Choice(outcomes, {
    name: 'JournalImportOutcome',
    example: 'imported',
    description:
      '`already_imported`: the books have this very file, open items read and posted in the same way; the report is that of its import.',
  })
  status: (typeof outcomes)[number];

  @Ref({ nullable: true, example: exampleId, description: 'Null for a dry run.' })
  importId: string | null;

  @Ref({ example: exampleId })
  legalEntityId: string;
}
