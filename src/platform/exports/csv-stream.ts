import type { Readable } from 'node:stream';
import { stringify, type Stringifier } from 'csv-stringify';
import { csvCell } from './csv-cell.js';
import type { CsvOptions } from './file-format.js';
import { openFile } from './open-file.js';
import type { ColumnHead, Table, TableRow } from './table.js';

/** The table as CSV (RFC 4180) in UTF-8, made while it is read; `counted` is called with every row. */
export function openCsv(
  table: Table,
  options: CsvOptions,
  { counted, done }: { counted: () => void; done: () => void },
): Promise<Readable> {
  const write = (line: (cells: string[]) => Promise<void>) =>
    table.write({
      begin: () => undefined,
      row: async (row) => {
        if (row.isForReaders) return;
        await line(csvLine(table.columns, row));
        counted();
      },
    });
  return openFile(csvLines(table.columns, options), write, done);
}

/** Takes the cells of one line after the other. */
export function csvLines(columns: readonly ColumnHead[], { header, bom }: CsvOptions): Stringifier {
  return stringify({
    bom,
    header,
    columns: columns.map(({ name }) => name),
    record_delimiter: '\r\n',
    // What contains the delimiter, a quote or a whole CRLF is quoted anyway.
    quoted_match: /[\r\n]|^\s|\s$/,
  });
}

export function csvLine(columns: readonly ColumnHead[], { cells }: TableRow): string[] {
  return cells.map((cell, at) => csvCell(cell, columns[at]!.kind));
}
