import { type Options, stringify } from 'csv-stringify/sync';
import { csvCell } from './csv-cell.js';
import type { ColumnHead, TableRow } from './table.js';

const OPTIONS: Options = {
  record_delimiter: '\r\n',
  // What contains the delimiter, a quote or a whole CRLF is quoted anyway; readers would cut blanks off.
  quoted_match: /[\r\n]|^\s|\s$/,
};

/** The line of a row (RFC 4180), with its end. */
export const csvLine = (columns: readonly ColumnHead[], { cells }: TableRow): string =>
  stringify([cells.map((cell, at) => csvCell(cell, columns[at]!.kind))], OPTIONS);

/** The line of the names of the columns. */
export const csvNames = (columns: readonly ColumnHead[]): string =>
  stringify([columns.map(({ name }) => name)], OPTIONS);
