import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The texts of the cells of a row, as PostgreSQL writes them; null where there is no value. */
export type Row = readonly (string | null)[];

export const FORMAT = 'bureau.organization';
/** Goes up when a reader of the former one would misunderstand the file. */
export const FORMAT_VERSION = 1;

const count = z.number().int().nonnegative();

/** The first line. */
export const headerLine = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** The newest migration of the database that the file was written from. */
  schema: z.string(),
  organization: z.strictObject({ id: z.uuid(), name: z.string() }),
  exportedAt: z.iso.datetime({ precision: 6 }),
});
export type ExportHeader = z.infer<typeof headerLine>;

/** The line before the rows of a table. */
export const tableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableHead = z.infer<typeof tableLine>;

/** The last line: how many rows each table has, and the SHA-256 of all bytes before this line. */
export const lastLine = z.strictObject({
  rows: z.record(z.string(), count),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Writes an export, line by line; the last line tells whether all of it arrived. */
export class ExportWriter {
  private readonly hash = createHash('sha256');
  private readonly rows: Record<string, number> = {};
  private table = '';

  constructor(private readonly write: (text: string) => Promise<void>) {}

  header(header: Omit<ExportHeader, 'format' | 'version'>): Promise<void> {
    return this.put(`${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, ...header })}\n`);
  }

  begin({ table, columns }: TableHead): Promise<void> {
    this.table = table;
    this.rows[table] = 0;
    return this.put(`${JSON.stringify({ table, columns })}\n`);
  }

  /** Rows of the table that was begun last, each a JSON array of texts. */
  lines(lines: readonly string[]): Promise<void> {
    this.rows[this.table]! += lines.length;
    return this.put(lines.map((line) => `${line}\n`).join(''));
  }

  end(): Promise<void> {
    return this.write(`${JSON.stringify({ rows: this.rows, sha256: this.hash.digest('hex') })}\n`);
  }

  private put(text: string): Promise<void> {
    this.hash.update(text);
    return this.write(text);
  }
}
