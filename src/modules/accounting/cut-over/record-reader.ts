import { scaleOf } from '#kernel/decimal.js';
import { isRefusal, type Problem, type ProblemError } from '#kernel/problem.js';
import { parseFields } from '#platform/http/fields/parse-fields.js';
import type { DateFormat, RateUnit } from '#platform/imports/cell-formats.js';
import { type NumberFormat, readDateCell, readNumberCell } from '#platform/imports/read-cells.js';
import { type CsvRow, readCsv } from '#platform/imports/read-csv.js';
import { oneLine } from '../exchange/one-line.js';

const MOST_CELL = 4000;

type RateFormat = Partial<NumberFormat> & { rateUnit?: RateUnit | undefined };

/** Programs that export put it before what a spreadsheet would take for a formula, such as the plus of a phone number. */
const apostrophe = /^'(?=[=+\-@])/;

/** What flags are written as; capitals do not count. */
const flagWords: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', 'x'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0'].map((word) => [word, false] as const),
]);

/**
 * Reads one line of a file as members of a request, and remembers which column each member came from, so that whoever
 * proves the request is told of in the words of the file.
 */
export class RecordReader {
  /** Columns by the pointers of the members that they became. */
  private readonly columns = new Map<string, string>();
  private readonly said = new Set<string>();

  constructor(
    private readonly row: CsvRow,
    private readonly faults: ProblemError[],
  ) {}

  get line(): number {
    return this.row.line;
  }

  /** Whether anything was wrong with the line. */
  get hasFaults(): boolean {
    return this.said.size > 0;
  }

  /** Remembers the column of a member that another member was read from. */
  comesFrom(pointer: string, column: string | undefined): void {
    if (column !== undefined) this.columns.set(pointer, column);
  }

  /** Text without blanks at its ends or two in a row; undefined where the cell is empty or no column is named. */
  text(pointer: string, column: string | undefined): string | undefined {
    if (column === undefined) return undefined;
    this.columns.set(pointer, column);
    const cell = this.row.cells[column];
    if (cell === undefined) return undefined;
    if (cell.includes('\uFFFD')) {
      const message = 'Has characters that got lost: the file was read in another encoding than it was written in.';
      this.fault('lost_characters', message, column);
      return undefined;
    }
    const text = oneLine(cell, MOST_CELL).replace(apostrophe, '');
    return text === '' ? undefined : text;
  }

  flag(pointer: string, column: string | undefined): boolean | undefined {
    const text = this.text(pointer, column);
    const flag = text === undefined ? undefined : flagWords.get(text.toLowerCase());
    if (text !== undefined && flag === undefined) {
      this.fault('invalid_flag', `Has to be one of ${[...flagWords.keys()].join(', ')}, not ${shown(text)}.`, column);
    }
    return flag;
  }

  /** @returns the number as text, with a point */
  decimal(pointer: string, column: string | undefined, format: Partial<NumberFormat>): string | undefined {
    return this.number(this.text(pointer, column), column, format)?.toFixed();
  }

  /** @returns a part of one as text, with a point: 0.05 where percent are told, of 5 as of 5 % */
  rate(pointer: string, column: string | undefined, { rateUnit, ...format }: RateFormat): string | undefined {
    const text = this.text(pointer, column);
    if (rateUnit !== 'percent') return this.number(text, column, format)?.toFixed();
    return this.number(text?.replace(/ ?%$/, ''), column, format)?.dividedBy(100).toFixed();
  }

  private number(text: string | undefined, column: string | undefined, format: Partial<NumberFormat>) {
    const { decimalSeparator = 'point', groupSeparator = 'none' } = format;
    const number = text === undefined ? undefined : readNumberCell(text, { decimalSeparator, groupSeparator });
    if (text !== undefined && (number === undefined || scaleOf(number) > 12)) {
      const form = `a decimal ${decimalSeparator} (thousands: ${groupSeparator})`;
      this.fault('invalid_number', `Has to be a number with ${form}, not ${shown(text)}.`, column);
    }
    return number;
  }

  date(pointer: string, column: string | undefined, format: DateFormat): string | undefined {
    const text = this.text(pointer, column);
    const date = text === undefined ? undefined : readDateCell(text, format);
    if (text !== undefined && date === undefined) {
      this.fault('invalid_date', `Has to be a day as ${format}, not ${shown(text)}.`, column);
    }
    return date;
  }

  /** @returns a whole number, not negative */
  count(pointer: string, column: string | undefined): number | undefined {
    const text = this.text(pointer, column);
    if (text === undefined) return undefined;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    this.fault('invalid_count', `Has to be a whole number, not ${shown(text)}.`, column);
    return undefined;
  }

  /** What the class makes of the members, by its own rules; undefined where it refuses them, which is told. */
  parsed<T extends object>(
    type: new () => T,
    members: object,
    tell: (problem: Problem) => void = (problem) => this.tell(problem),
  ): T | undefined {
    try {
      return parseFields(type, members);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      tell(error);
      return undefined;
    }
  }

  /** Tells of the line what a problem says; its pointers are those of the members that were read. */
  tell(problem: Problem, place = ''): void {
    const { code, detail, errors } = problem;
    if (errors.length === 0) this.fault(code, detail);
    for (const error of errors) this.fault(error.code, error.message, this.columnOf(`${place}${error.pointer}`));
  }

  fault(code: string, message: string, column?: string): void {
    const said = column === undefined ? message : `${shown(column)}: ${message}`;
    // What two members took from one cell is told once.
    if (this.said.has(said)) return;
    this.said.add(said);
    this.faults.push({ pointer: '', code, message: said, line: this.row.line });
  }

  /** That of the member, else that of what it is a part of. */
  columnOf(pointer: string): string | undefined {
    for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
      const column = this.columns.get(place);
      if (column !== undefined) return column;
    }
    return undefined;
  }
}

/** A reader for each line of a file that has the columns. What is wrong with the file as a whole is told. */
export function readersOf(
  file: string,
  columns: readonly string[],
  mostRows: number,
  errors: ProblemError[],
): RecordReader[] {
  const form = { columns, required: columns, mostRows, passesOthers: true } as const;
  const { rows, errors: broken } = readCsv(Buffer.from(file), form);
  if (broken) errors.push(...broken);
  else if (rows.length === 0) {
    errors.push({ pointer: '', code: 'no_records', message: 'The file has no lines under its header.', line: 1 });
  }
  return (rows ?? []).map((row) => new RecordReader(row, errors));
}

export const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
