import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  CurrencyCode,
  List,
  Money,
  OnDate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import {
  type StatementFormat,
  statementFormats,
  type StatementKind,
  statementKinds,
} from '../reading/read-statement.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const exampleInstant = '2026-01-31T08:30:00.000Z';
const exampleSha256 = 'b51c72a7a1c5a3d5a6a3e6f15d2f3f1e4b1f2d0f5a7e6c9d8b7a6f5e4d3c2b1a';
export const MOST_STATEMENTS = 5000;

export class ImportBankStatementsQuery extends DryRunQuery {
  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Whose statements these are. That of the bank account, or else the default legal entity, where left out.',
  })
  legalEntityId?: string;

  @Ref({
    optional: true,
    example: exampleId,
    description:
      'The bank account of all statements of the file. Where left out, each is that of the IBAN or number that the file names.',
  })
  bankAccountId?: string;

  @Text(100, {
    optional: true,
    example: 'Sparkasse',
    description: 'The file is CSV, to be read by this mapping of the bank account; needs `bankAccountId`.',
  })
  csvMapping?: string;
}

export const statementResults = ['added', 'already_there'] as const;

export class ImportedStatementView {
  @Ref({ nullable: true, example: exampleId, description: 'Null of a dry run, and where nothing of it was new.' })
  statementId: string | null;

  @Choice(statementResults, {
    name: 'BankStatementResult',
    example: 'added',
    description: '`already_there`: all of its lines are known, and it adds nothing.',
  })
  result: (typeof statementResults)[number];

  @Ref({ example: exampleId })
  bankAccountId: string;

  @Choice(statementKinds, { name: 'BankStatementKind', example: 'statement' })
  kind: StatementKind;

  @Text(100, { nullable: true, example: 'STMT-2026-01-31' })
  reference: string | null;

  @Text(50, { nullable: true, example: '31/1' })
  number: string | null;

  @OnDate({ nullable: true, example: '2026-01-31' })
  toOn: string | null;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ nullable: true, example: '1250.00', description: 'Null of what only announces, and of what adds nothing.' })
  openingBalance: string | null;

  @Money({ nullable: true, example: '1400.00' })
  closingBalance: string | null;

  @Count(0, 200_000, { example: 3 })
  linesAdded: number;

  @Count(0, 200_000, { example: 0, description: 'Lines that were there already.' })
  linesKnown: number;
}

export class BankStatementRemark {
  @Count(1, 2_147_483_647, { example: 17, description: 'Line of the file, counted from 1.' })
  line: number;

  @Code(50, { example: 'not_booked' })
  code: string;

  @Text(2000, { example: '2 entries are not booked yet and are passed over.' })
  message: string;
}

class BankStatementReport {
  @Choice(statementFormats, {
    name: 'BankStatementFormat',
    example: 'camt',
    description: 'Found by what the file says.',
  })
  format: StatementFormat;

  @Code(64, { example: exampleSha256, description: 'Of the file.' })
  sha256: string;

  @List(() => ImportedStatementView, { max: MOST_STATEMENTS })
  statements: ImportedStatementView[];

  @Count(0, 2_147_483_647, { example: 3 })
  linesAdded: number;

  @Count(0, 2_147_483_647, { example: 0 })
  linesKnown: number;

  @List(() => BankStatementRemark, { max: 100, description: 'What is worth knowing and refuses nothing.' })
  remarks: BankStatementRemark[];
}

/** What is kept of an import. */
export type KeptStatementReport = BankStatementReport;

const importOutcomes = ['imported', 'dry_run', 'already_imported'] as const;

export class BankStatementImportOutcome extends BankStatementReport {
  @Choice(importOutcomes, {
    name: 'BankStatementImportOutcomeStatus',
    example: 'imported',
    description: '`already_imported`: this very file was imported; the report is that of its import.',
  })
  status: (typeof importOutcomes)[number];

  @Ref({ nullable: true, example: exampleId, description: 'Null for a dry run.' })
  importId: string | null;

  @Ref({ example: exampleId })
  legalEntityId: string;
}

export const statementImportStatuses = ['imported', 'undone'] as const;

export class BankStatementImportView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  legalEntityId: string;

  @Choice(statementFormats, { name: 'BankStatementFormat', example: 'camt' })
  format: StatementFormat;

  @Code(64, { example: exampleSha256, description: 'Of the file.' })
  sha256: string;

  @Choice(statementImportStatuses, { name: 'BankStatementImportStatus', example: 'imported' })
  status: (typeof statementImportStatuses)[number];

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

  static from(row: BankStatementImportRow): BankStatementImportView {
    const { id, legalEntityId, format, sha256, status, importedBy, undoneBy, version } = row;
    const [importedAt, updatedAt] = [row.importedAt.toISOString(), row.updatedAt.toISOString()];
    const undoneAt = row.undoneAt?.toISOString() ?? null;
    const key = { id, legalEntityId, format, sha256, status };
    return { ...key, importedBy, importedAt, undoneBy, undoneAt, version, updatedAt };
  }
}

export class BankStatementImportDetailView extends BankStatementImportView {
  @List(() => ImportedStatementView, { max: MOST_STATEMENTS, description: 'As it was answered at the import.' })
  statements: ImportedStatementView[];

  @List(() => BankStatementRemark, { max: 100 })
  remarks: BankStatementRemark[];
}

/** An import as the database gives it. */
export interface BankStatementImportRow extends Omit<BankStatementImportView, 'importedAt' | 'undoneAt' | 'updatedAt'> {
  importedAt: Date;
  undoneAt: Date | null;
  updatedAt: Date;
}

export class BankStatementImportList extends ListOf(BankStatementImportView) {}
