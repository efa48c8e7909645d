import { PassThrough, type Readable } from 'node:stream';
import { csvLine, csvNames } from './csv-line.js';
import type { CsvOptions } from './file-format.js';
import { openFile, type WriteChunk } from './open-file.js';
import type { Table } from './table.js';

/** Characters that are sent at a time: lines by themselves would cost more to send than to write. */
const CHUNK = 16_384;

const taken = Promise.resolve();

/** The table as CSV (RFC 4180) in UTF-8, made while it is read; `counted` is called with every row. */
export function openCsv(
  table: Table,
  { header, bom }: CsvOptions,
  { counted, done }: { counted: () => void; done: () => void },
): Promise<Readable> {
  const write = async (writeChunk: WriteChunk<string>) => {
    let text = (bom ? '\uFEFF' : '') + (header ? csvNames(table.columns) : '');
    await table.write({
      begin: () => undefined,
      row: (row) => {
        if (row.isForReaders) return taken;
        text += csvLine(table.columns, row);
        counted();
        if (text.length < CHUNK) return taken;
        const chunk = text;
        text = '';
        return writeChunk(chunk);
      },
    });
    if (text !== '') await writeChunk(text);
  };
  return openFile(new PassThrough(), write, done);
}
