import { csvCell } from './csv-cell.js';
import type { ColumnHead, TableRow } from './table.js';

/** What stands in quotes: the delimiter, quotes and line breaks (RFC 4180), and blanks that readers would cut off. */
const needsQuotes = /[",\r\n]|^\s|\s$/;

/** The line of a row, with its end. */
export function csvLine(columns: readonly ColumnHead[], { cells }: TableRow): string {
  let line = '';
  for (const [at, cell] of cells.entries()) {
    if (at > 0) line += ',';
    if (cell !== null) line += quoted(csvCell(cell, columns[at]!.kind));
  }
  return line + LINE_END;
}

/** The line of the names of the columns. */
export const csvNames = (columns: readonly ColumnHead[]): string =>
  columns.map(({ name }) => quoted(name)).join(',') + LINE_END;

const LINE_END = '\r\n';

const quoted = (text: string) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
