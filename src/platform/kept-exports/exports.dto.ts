import { AtInstant, Choice, Code, Count, Ref, Text } from '../http/fields/fields.js';
import { ListOf } from '../listing/page.view.js';

export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const examplePath = '/v1/accounting/journal-entries?entryDate[gte]=2026-01-01&sort=entryDate';

const address = { pattern: '^/v1/[!-~]*$', words: 'an address of this API from /v1/ on, with its query string' };

export class RequestExport {
  @Code(2000, {
    ...address,
    example: examplePath,
    description:
      'Address of a list or report, with the query parameters of the direct request; of a list without `limit` and `after`.',
  })
  path: string;

  @Choice(exportFormats, {
    name: 'ExportFormat',
    example: 'csv',
    description: 'Lists have `csv` and `xlsx`, reports `pdf` as well.',
  })
  format: ExportFormat;
}

/** A row as the database gives it. */
export interface ExportRow {
  id: string;
  jobId: string;
  operation: string;
  permission: string;
  legalEntityIds: string[] | null;
  path: string;
  format: ExportFormat;
  rowCount: number;
  fileId: string;
  fileName: string;
  mediaType: string;
  sizeBytes: string;
  sha256: string;
  actorId: string;
  requestId: string;
  createdAt: Date;
  keptUntil: Date;
  updatedAt: Date;
}

export class ExportView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId, description: 'The job that made it.' })
  jobId: string;

  @Code(100, { example: 'listJournalEntries', description: 'The operation whose answer it is.' })
  operation: string;

  @Code(2000, { ...address, example: examplePath, description: 'What was asked for.' })
  path: string;

  @Choice(exportFormats, { name: 'ExportFormat', example: 'csv' })
  format: ExportFormat;

  @Text(255, { example: 'journal-entries.csv' })
  fileName: string;

  @Count(0, Number.MAX_SAFE_INTEGER, { example: 18_204_112, description: 'In bytes.' })
  sizeBytes: number;

  @Count(0, 2_147_483_647, {
    example: 204_112,
    description:
      'How many rows the file has, the line of column names not counted; as `Row-Count` of the direct answer.',
  })
  rowCount: number;

  @Code(64, {
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description: 'SHA-256 of the content in hexadecimal digits; `Content-Digest` of the direct answer has the same.',
  })
  sha256: string;

  @Text(500, { example: `/v1/exports/${exampleId}/content`, description: 'Path to download it at.' })
  contentHref: string;

  @Ref({ example: exampleId, description: 'The person or API key that asked for it.' })
  actorId: string;

  @Ref({ example: exampleId, description: 'The request that asked for it.' })
  requestId: string;

  @AtInstant({ example: '2026-01-31T08:30:09.000Z' })
  createdAt: string;

  @AtInstant({ example: '2026-02-07T08:30:09.000Z', description: 'It goes in the night after.' })
  keptUntil: string;

  @AtInstant({ example: '2026-01-31T08:30:09.000Z' })
  updatedAt: string;

  static from(row: ExportRow): ExportView {
    const { id, jobId, operation, path, format, fileName, rowCount, sha256, actorId, requestId } = row;
    const told = { id, jobId, operation, path, format, fileName, sizeBytes: Number(row.sizeBytes), rowCount, sha256 };
    const by = { contentHref: `/v1/exports/${id}/content`, actorId, requestId };
    const times = { createdAt: row.createdAt.toISOString(), keptUntil: row.keptUntil.toISOString() };
    return { ...told, ...by, ...times, updatedAt: row.updatedAt.toISOString() };
  }
}

export class ExportList extends ListOf(ExportView) {}
