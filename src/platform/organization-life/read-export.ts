import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import {
  type ExportHeader,
  FORMAT,
  FORMAT_VERSION,
  headerLine,
  lastLine,
  type Row,
  tableLine,
} from './export-format.js';

/** The file is not an export, or not the one that was written. */
export class ExportFault extends Error {}

export type ExportPart =
  | { kind: 'header'; header: ExportHeader }
  | { kind: 'table'; table: string; columns: readonly string[] }
  | { kind: 'row'; row: Row }
  /** Comes last, and only when the file is whole and as it was written. */
  | { kind: 'end'; rows: Readonly<Record<string, number>>; sha256: string };

const LONGEST_LINE = 256 * 1024 * 1024;

/** Reads an export part by part, and holds no more of it than a line. @throws ExportFault */
export async function* readExport(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ExportPart> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  let [number, table, width, isWhole] = [0, '', 0, false];
  for await (const line of linesOf(chunks)) {
    number += 1;
    if (isWhole) throw new ExportFault(`Line ${number} stands behind the end of the export.`);
    const content = contentOf(line, number);
    if (number === 1) {
      yield { kind: 'header', header: headerOf(content) };
    } else if (Array.isArray(content)) {
      if (content.length !== width || !content.every((cell) => cell === null || typeof cell === 'string')) {
        throw new ExportFault(`Line ${number} is not a row of ${table === '' ? 'a table' : table}.`);
      }
      rows[table]! += 1;
      yield { kind: 'row', row: content as Row };
    } else if (tableLine.safeParse(content).success) {
      const head = tableLine.parse(content);
      if (head.table in rows) throw new ExportFault(`Line ${number} begins ${head.table} a second time.`);
      [table, width] = [head.table, head.columns.length];
      rows[table] = 0;
      yield { kind: 'table', ...head };
    } else {
      const { sha256 } = requireEnd(content, number, rows, hash.copy().digest('hex'));
      isWhole = true;
      yield { kind: 'end', rows, sha256 };
    }
    hash.update(line);
    hash.update('\n');
  }
  if (number === 0) throw new ExportFault('The file is empty.');
  if (!isWhole) throw torn();
}

const torn = () => new ExportFault('The file ends before its last line: it was torn off. Export it again.');

/** Lines of bytes, without their ends. @throws ExportFault where the last one has none */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = rest.indexOf(10); at !== -1; at = rest.indexOf(10)) {
      const line = rest.subarray(0, at);
      yield begun.length === 0 ? line : Buffer.concat([...begun, line]);
      [begun, length] = [[], 0];
      rest = rest.subarray(at + 1);
    }
    if (rest.length > 0) begun.push(rest);
    length += rest.length;
    if (length > LONGEST_LINE) throw new ExportFault('The file is no export: a line has no end.');
  }
  if (length > 0) throw torn();
}

function contentOf(line: Buffer, number: number): unknown {
  try {
    if (isUtf8(line)) return JSON.parse(line.toString()) as unknown;
  } catch {
    // Told below.
  }
  if (number === 1) throw noExport();
  throw new ExportFault(`Line ${number} cannot be read: the file was changed or damaged.`);
}

const noExport = () => new ExportFault('The file is no export of an organization.');

function headerOf(content: unknown): ExportHeader {
  const { format, version } = (content ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) throw noExport();
  if (version !== FORMAT_VERSION) {
    throw new ExportFault(
      `The file is of version ${String(version)} of the format; this release reads ${FORMAT_VERSION}.`,
    );
  }
  const header = headerLine.safeParse(content);
  if (!header.success)
    throw new ExportFault('The first line is not as it was written: the file was changed or damaged.');
  return header.data;
}

function requireEnd(content: unknown, number: number, rows: Readonly<Record<string, number>>, digest: string) {
  const end = lastLine.safeParse(content);
  if (!end.success) throw new ExportFault(`Line ${number} is neither table nor row: the file was changed or damaged.`);
  const names = new Set([...Object.keys(rows), ...Object.keys(end.data.rows)]);
  const differing = [...names].filter((name) => rows[name] !== end.data.rows[name]);
  if (differing.length > 0) {
    const told = differing.map((name) => `${name} has ${rows[name] ?? 'none'} of ${end.data.rows[name] ?? 'none'}`);
    throw new ExportFault(`Rows are missing or were added: ${told.join(', ')}. The file was changed.`);
  }
  if (end.data.sha256 !== digest) {
    throw new ExportFault('The file is not as it was written: its SHA-256 is another one. Export it again.');
  }
  return end.data;
}
