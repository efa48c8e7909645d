import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { csvLine, csvLines } from './csv-stream.js';
import type { ColumnHead, TableRow } from './table.js';

/**
 * Counts the rows of a file that is no CSV, and knows the SHA-256 of the CSV that they would be (with column names,
 * without a byte order mark): whoever has both can prove that they say the same.
 */
export class RowsDigest {
  private readonly hash = createHash('sha256');
  private readonly lines;
  private count = 0;

  constructor(private readonly columns: readonly ColumnHead[]) {
    this.lines = csvLines(columns, { header: true, bom: false });
    this.lines.on('data', (chunk: Buffer) => this.hash.update(chunk));
  }

  get rowCount(): number {
    return this.count;
  }

  add(row: TableRow): void {
    if (row.isForReaders) return;
    this.count += 1;
    this.lines.write(csvLine(this.columns, row));
  }

  /** To be called once, after the last row. */
  async sha256(): Promise<string> {
    this.lines.end();
    await once(this.lines, 'end');
    return this.hash.digest('hex');
  }
}
