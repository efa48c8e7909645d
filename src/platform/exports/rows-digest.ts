import { createHash } from 'node:crypto';
import { csvLine, csvNames } from './csv-line.js';
import type { ColumnHead, TableRow } from './table.js';

/**
 * Counts the rows of a file that is no CSV, and knows the SHA-256 of the CSV that they would be (with column names,
 * without a byte order mark): whoever has both can prove that they say the same.
 */
export class RowsDigest {
  private readonly hash = createHash('sha256');
  private count = 0;

  constructor(private readonly columns: readonly ColumnHead[]) {
    this.hash.update(csvNames(columns));
  }

  get rowCount(): number {
    return this.count;
  }

  add(row: TableRow): void {
    if (row.isForReaders) return;
    this.count += 1;
    this.hash.update(csvLine(this.columns, row));
  }

  /** To be called once, after the last row. */
  sha256(): string {
    return this.hash.digest('hex');
  }
}
