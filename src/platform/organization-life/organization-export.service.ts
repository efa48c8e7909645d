import { PassThrough, type Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { currentActing } from '../database/acting.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FilesUnderWay } from '../exports/files-under-way.js';
import { openFile, type WriteChunk } from '../exports/open-file.js';
import { ExportWriter } from './export-format.js';
import { EXACT_TEXTS, exportedTables, type Query } from './exported-tables.js';
import { recordEvent } from './organization-event.js';
import { organizationLifePermissions } from './organization-life.permissions.js';

const HEADER = `
  SELECT name, platform.schema_version() AS schema,
         to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "exportedAt"
  FROM platform.organization WHERE id = $1`;

/** So many rows at once that they make up about a MiB, as far as the rows before tell. */
const FETCHES = [
  { rows: 20, text: 'FETCH 20 FROM exported' },
  { rows: 200, text: 'FETCH 200 FROM exported' },
  { rows: 2000, text: 'FETCH 2000 FROM exported' },
] as const;
const AT_ONCE = 1024 * 1024;

export interface OpenExport {
  /** Without an ending. */
  name: string;
  isGzip: boolean;
  content: Readable;
}

/** Writes all that an organization has into one file, from one state of the database. */
@Injectable()
export class OrganizationExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly filesUnderWay: FilesUnderWay,
  ) {}

  /** The export of the organization that is acted in; that it was made is recorded first, and is a part of it. */
  async open(asGzip: boolean): Promise<OpenExport> {
    const done = this.filesUnderWay.begin();
    const fill = async (write: WriteChunk<string>) => {
      await this.unitOfWork.run(organizationLifePermissions.exportOrganization.name, (transaction) =>
        recordEvent(transaction, 'exported', null),
      );
      await this.unitOfWork.read((transaction) => writeAll(transaction, write));
    };
    const content = await openFile(asGzip ? createGzip() : new PassThrough(), fill, done);
    return { name: `organization-${currentActing().organizationId}`, isGzip: asGzip, content };
  }
}

async function writeAll(transaction: Transaction, write: WriteChunk<string>): Promise<void> {
  const { organizationId } = transaction;
  const query: Query = (text, values) => transaction.query(text, values);
  await query(EXACT_TEXTS, []);
  const [organization] = await query<{ name: string; schema: string; exportedAt: string }>(HEADER, [organizationId]);
  const { name, schema, exportedAt } = organization!;
  const file = new ExportWriter(write);
  await file.header({ schema, organization: { id: organizationId, name }, exportedAt });
  for (const table of await exportedTables(query)) {
    await file.begin({ table: table.name, columns: table.columns });
    await query(table.reading, [organizationId]);
    await writeRows(query, file);
    await query('CLOSE exported', []);
  }
  await file.end();
}

async function writeRows(query: Query, file: ExportWriter): Promise<void> {
  let fetch: (typeof FETCHES)[number] = FETCHES[0];
  for (;;) {
    const rows: { line: string }[] = await query<{ line: string }>(fetch.text, []);
    const lines = rows.map(({ line }) => line);
    if (lines.length > 0) await file.lines(lines);
    if (lines.length < fetch.rows) return;
    const size = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
    fetch = FETCHES.findLast((one) => one.rows * size <= AT_ONCE) ?? FETCHES[0];
  }
}
