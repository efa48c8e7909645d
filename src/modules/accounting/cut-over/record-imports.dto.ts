import { AtInstant, Choice, Code, Count, List, Ref, Text } from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type ImportStatus, importStatuses } from '../exchange/imports.dto.js';

export const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleInstant = '2026-01-31T08:30:00.000Z';
const MOST_RECORDS = 20_000;

export const recordKinds = ['parties', 'recurring_invoices'] as const;
export type RecordKind = (typeof recordKinds)[number];

export const recordOutcomes = ['created', 'changed', 'reactivated', 'unchanged'] as const;
export type RecordOutcome = (typeof recordOutcomes)[number];

const reportStatuses = ['imported', 'dry_run', 'already_imported', 'nothing_new'] as const;

export class ImportedRecordView {
  @Count(1, 2_147_483_647, { example: 2, description: 'Line of the file, from 1; the first of the record.' })
  line: number;

  @Text(200, { example: '10001', description: 'What the file calls it.' })
  key: string;

  @Choice(recordOutcomes, {
    name: 'ImportedRecordOutcome',
    example: 'created',
    description: '`reactivated`: an import that was undone had brought it; it is as the file has it again.',
  })
  outcome: RecordOutcome;

  @Ref({
    nullable: true,
    example: exampleId,
    description: 'The party or the recurring invoice; null where a dry run would make it.',
  })
  id: string | null;
}

/** How many records of a file became what. */
export class RecordCounts {
  @Count(0, MOST_RECORDS, { example: 120, description: 'Those that were not there before.' })
  created: number;

  @Count(0, MOST_RECORDS, { example: 3, description: 'Those that were there, and were otherwise.' })
  changed: number;

  @Count(0, MOST_RECORDS, { example: 0, description: 'Those that an undone import had brought before.' })
  reactivated: number;

  @Count(0, MOST_RECORDS, { example: 4, description: 'Those that stay as they were.' })
  unchanged: number;

  @Count(0, MOST_RECORDS, {
    example: 80,
    description: 'Bank accounts of parties that are new: another person verifies them before anything is paid there.',
  })
  bankAccounts: number;
}

export class RecordImportReportView extends RecordCounts {
  @Choice(reportStatuses, {
    name: 'RecordImportReportStatus',
    example: 'imported',
    description:
      '`already_imported`: this file was imported by the same mapping, and the report is that of then; `nothing_new`: everything was there as the file has it, and nothing was kept.',
  })
  status: (typeof reportStatuses)[number];

  @Ref({ nullable: true, example: exampleId, description: 'Null where nothing was kept.' })
  importId: string | null;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @List(() => ImportedRecordView, { max: MOST_RECORDS, description: 'One for each, in the order of the file.' })
  records: ImportedRecordView[];
}

export class RecordImportView extends RecordCounts {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(recordKinds, { name: 'RecordKind', example: 'parties' })
  kind: RecordKind;

  @Code(64, {
    example: 'b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a',
    description: 'Of the file and its mapping.',
  })
  sha256: string;

  @Choice(importStatuses, { name: 'ImportStatus', example: 'imported' })
  status: ImportStatus;

  @Ref({ example: exampleId, description: 'Who imported it.' })
  importedBy: string;

  @AtInstant({ example: exampleInstant })
  importedAt: string;

  @Ref({ nullable: true, example: exampleId })
  undoneBy: string | null;

  @AtInstant({ nullable: true, example: exampleInstant })
  undoneAt: string | null;
}

export class RecordImportList extends ListOf(RecordImportView) {}

export class RecordImportDetailView extends RecordImportView {
  @List(() => ImportedRecordView, { max: MOST_RECORDS, description: 'One for each, in the order of the file.' })
  records: ImportedRecordView[];
}

export class UndoneRecordImportView extends RecordImportView {
  @Count(0, MOST_RECORDS, {
    example: 120,
    description: 'Parties that were archived, or recurring invoices that were ended.',
  })
  recordsTakenBack: number;

  @Text(500, { example: '120 parties were archived. The file can be imported again.' })
  explanation: string;
}
