import { AtInstant, Choice, Code, Count, Nested, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { JournalImportReportView } from './journal-import.dto.js';
import { SieReportView } from './sie-report.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleInstant = '2026-01-31T08:30:00.000Z';

export const importFormats = ['sie4', 'csv', 'json', 'plain_text', 'open_items'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const importStatuses = ['imported', 'undone'] as const;
export type ImportStatus = (typeof importStatuses)[number];

export class ImportView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Ref({ example: exampleId, description: 'The one that a SIE file brings; of other formats that of the first entry.' })
  fiscalYearId: string;

  @Choice(importFormats, { name: 'ImportFormat', example: 'sie4' })
  format: ImportFormat;

  @Code(64, {
    example: 'b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a',
    description: 'Of the file; of open items also of how it was read and posted.',
  })
  sha256: string;

  @Text(100, {
    example: 'sie:b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a',
    description:
      'Entries of the import that bring no key of their own have it as `externalSource`; their `externalId` is their place or key in the file.',
  })
  externalSource: string;

  @Count(0, 2_147_483_647, { example: 85, description: 'Entries that it posted, the opening entry included.' })
  entryCount: number;

  @Choice(importStatuses, { name: 'ImportStatus', example: 'imported' })
  status: ImportStatus;

  @Ref({ example: exampleId, description: 'The person who imported it.' })
  importedBy: string;

  @AtInstant({ example: exampleInstant })
  importedAt: string;

  @Ref({ nullable: true, example: exampleId })
  undoneBy: string | null;

  @AtInstant({ nullable: true, example: exampleInstant })
  undoneAt: string | null;

  @Count(1, 2_147_483_647, { example: 1, description: 'Counts the changes; also the ETag.' })
  version: number;

  @AtInstant({ example: exampleInstant })
  updatedAt: string;
}

export class ImportList extends ListOf(ImportView) {}

export class ImportDetailView extends ImportView {
  @Nested(() => SieReportView, { description: 'As it was answered when the file was imported.' })
  report: SieReportView;
}

export class JournalImportDetailView extends ImportView {
  @Nested(() => JournalImportReportView, { description: 'As it was answered when the entries were imported.' })
  report: JournalImportReportView;
}

export class UndoneImportView extends ImportView {
  @Count(0, 2_147_483_647, {
    example: 85,
    description: 'Entries reversed now; those that had been reversed before stay so.',
  })
  entriesReversed: number;

  @Text(500, { example: '85 entries were reversed, each on its own date. Accounts and the fiscal year stay.' })
  explanation: string;
}
