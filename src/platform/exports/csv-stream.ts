import type { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { CsvOptions } from './accepted-format.js';
import { openFile, type WriteChunk } from './open-file.js';

/** Resolves when the reader has room for more. */
export type WriteRow = WriteChunk<readonly string[]>;

/** Rows under named columns, written one by one as they are read. */
export interface CsvTable {
  columns: readonly string[];
  write(row: WriteRow): Promise<void>;
}

/** The table as CSV (RFC 4180) in UTF-8, made while it is read. */
export function openCsv(table: CsvTable, { header, bom }: CsvOptions, done: () => void): Promise<Readable> {
  const lines = stringify({
    bom,
    header,
    columns: [...table.columns],
    record_delimiter: '\r\n',
    // What contains the delimiter, a quote or a whole CRLF is quoted anyway.
    quoted_match: /[\r\n]|^\s|\s$/,
  });
  return openFile(lines, (row: WriteRow) => table.write(row), done);
}
