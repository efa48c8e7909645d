import type { Readable, Writable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { CsvOptions } from './accepted-format.js';

/** Resolves when the reader has room for more. */
export type WriteRow = (cells: readonly string[]) => Promise<void>;

/** Rows under named columns, written one by one as they are read. */
export interface CsvTable {
  columns: readonly string[];
  write(row: WriteRow): Promise<void>;
}

/** A reader that takes nothing for so long is given up: a transaction may stay open behind the rows. */
const STALLED_AFTER_MS = 20_000;

class ReaderGone extends Error {}

/**
 * The table as CSV (RFC 4180) in UTF-8, made while it is read. It opens with the first row, so that whatever is refused
 * before is still a refusal; what fails later breaks the stream, and `done` is called either way.
 */
export function openCsv(table: CsvTable, { header, bom }: CsvOptions, done: () => void): Promise<Readable> {
  const lines = stringify({
    bom,
    header,
    columns: [...table.columns],
    record_delimiter: '\r\n',
    // What contains the delimiter, a quote or a whole CRLF is quoted anyway.
    quoted_match: /[\r\n]|^\s|\s$/,
  });
  // Whoever reads it learns of the error as well; before that, nobody listens.
  lines.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    let isOpen = false;
    const open = () => {
      isOpen = true;
      resolve(lines);
    };
    const end = () => {
      lines.end();
      open();
    };
    const fail = (error: Error) => {
      if (!isOpen) return reject(error);
      if (!(error instanceof ReaderGone)) new Logger('Export').error('A file broke off', error.stack);
      lines.destroy(error);
    };
    const writeRow: WriteRow = async (cells) => {
      if (!isOpen) open();
      if (lines.destroyed) throw new ReaderGone();
      if (!lines.write(cells)) await drained(lines);
    };
    void table.write(writeRow).then(end, fail).finally(done);
  });
}

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const stalled = setTimeout(() => stream.destroy(), STALLED_AFTER_MS);
    const settle = () => {
      clearTimeout(stalled);
      stream.off('drain', settle).off('close', settle);
      if (stream.destroyed) reject(new ReaderGone());
      else resolve();
    };
    stream.on('drain', settle).on('close', settle);
  });
}
