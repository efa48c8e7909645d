import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import type { ProblemError } from '#kernel/problem.js';

const MOST_FINDINGS = 100;
const MOST_CELL = 2000;

/** A line of a file: what stands under each name of the header. Empty cells are left out. */
export interface CsvRow {
  /** Counted from 1, the header included. */
  line: number;
  cells: Readonly<Record<string, string>>;
}

export type CsvFile = { rows: CsvRow[]; errors?: undefined } | { rows?: undefined; errors: ProblemError[] };

export interface CsvForm {
  /** Names that the header may have. */
  columns: readonly string[];
  /** Those that it must have. */
  required: readonly string[];
  mostRows: number;
  /** Whether further columns are passed over; else they are faults. */
  passesOthers?: true;
  /** The one that the header has most of, unless it is known. */
  delimiter?: string;
  /** Lines before the header, which say something else. */
  linesBefore?: number;
  /** There is no header: columns are called by their number, counted from 1. */
  hasNoHeader?: boolean;
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Reads comma-separated values (RFC 4180) in UTF-8, with or without a byte order mark: a header, then one record on each
 * line, separated by comma, semicolon or tab, whichever the header has. Pure; all faults are found at once.
 */
export function readCsv(bytes: Buffer, form: CsvForm): CsvFile {
  if (!isUtf8(bytes)) return refuse('not_utf8', 'The file is not UTF-8 text.');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.includes('\0')) return refuse('control_characters', 'The file contains the character U+0000.');
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      delimiter: form.delimiter ?? delimiterOf(text),
      from_line: (form.linesBefore ?? 0) + 1,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: (form.columns.length + (form.passesOthers ? 100 : 0)) * MOST_CELL,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as unknown as { lines?: number };
    if (error.code === 'CSV_MAX_RECORD_SIZE') return refuse('line_too_long', 'The line is too long.', lines);
    return refuse(
      'broken_csv',
      'A quotation mark is not closed, or stands inside of a cell without being doubled.',
      lines,
    );
  }
  if (!form.hasNoHeader || !parsed[0]) return readRecords(parsed, form);
  const numbers = parsed[0].record.map((_, index) => String(index + 1));
  return readRecords([{ record: numbers, info: parsed[0].info }, ...parsed], form);
}

function readRecords([header, ...records]: Parsed[], form: CsvForm): CsvFile {
  const { mostRows } = form;
  if (!header) return refuse('empty_file', 'The file is empty: begin it with a line of column names.');
  const names = header.record;
  const errors = headerFaults(names, form, header.info.lines);
  if (errors.length > 0) return { errors };
  if (records.length > mostRows)
    return refuse('too_many_rows', `A file has at most ${mostRows} rows; this one has ${records.length}.`);
  const rows = records.map(({ record, info }) => {
    if (record.length !== names.length && errors.length < MOST_FINDINGS) {
      const message = `The line has ${record.length} cells and the header ${names.length}.`;
      errors.push({ pointer: '', code: 'cell_count', message, line: info.lines });
    }
    return { line: info.lines, cells: Object.fromEntries(names.flatMap((name, at) => cellOf(name, record[at]))) };
  });
  return errors.length > 0 ? { errors } : { rows };
}

const cellOf = (name: string, cell: string | undefined): [string, string][] => (cell ? [[name, cell]] : []);

function headerFaults(
  names: readonly string[],
  { columns, required, passesOthers }: CsvForm,
  line: number,
): ProblemError[] {
  const fault = (code: string, message: string): ProblemError => ({ pointer: '', code, message, line });
  const shown = (name: string) => JSON.stringify(name.slice(0, 50));
  const listed = columns.join(', ');
  return [
    ...names
      .filter((name) => !passesOthers && !columns.includes(name))
      .slice(0, MOST_FINDINGS)
      .map((name) => fault('unknown_column', `${shown(name)} is not the name of a column; these are: ${listed}.`)),
    ...names
      .filter((name, at) => columns.includes(name) && names.indexOf(name) < at)
      .map((name) => fault('repeated_column', `The column ${name} stands in the header twice.`)),
    ...required
      .filter((name) => !names.includes(name))
      .map((name) => fault('missing_column', `The column ${name} is missing.`)),
  ];
}

/** The one that occurs most in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

const refuse = (code: string, message: string, line?: number): CsvFile => ({
  errors: [{ pointer: '', code, message, line }],
});
