import { findCurrency } from '#kernel/currency.js';
import { scaleOf, type Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { readDateCell, readNumberCell, separatorFaults } from '#platform/imports/read-cells.js';
import { type CsvRow, readCsv } from '#platform/imports/read-csv.js';
import type { PostingLine, PostingRequest } from '../../contract/ledger-posting.js';
import { oneLine } from '../one-line.js';
import type { CsvColumns, CsvMapping } from './csv-mapping.dto.js';

const MOST_CSV_LINES = 200_000;

/** An entry of a file, of whatever legal entity it becomes one. */
export interface ProposedEntry {
  request: Omit<PostingRequest, 'legalEntityId'>;
  /** Tells it apart in the file. */
  key: string;
  lineNumber: number;
  lineNumbers: readonly number[];
}

/** The entries of sound lines, and what is wrong with the others. */
export interface ProposedEntries {
  entries: ProposedEntry[];
  errors: ProblemError[];
}

/**
 * The entries of a CSV file by its mapping, in the order of their first lines. Pure; all that is wrong with the form is
 * found at once, each fault with its line.
 */
export function readJournalCsv(file: string, mapping: CsvMapping): ProposedEntries {
  const names = columnNames(mapping);
  const form = { columns: names.all, required: names.all, mostRows: MOST_CSV_LINES, passesOthers: true } as const;
  const { rows, errors: broken } = readCsv(Buffer.from(file), form);
  if (broken) return { entries: [], errors: broken };
  const errors: ProblemError[] = [];
  const entries = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const key = row.cells[mapping.columns.entryKey];
    if (key === undefined) errors.push(fault(row, 'cell_missing', `${shown(mapping.columns.entryKey)} is empty.`));
    else if (entries.has(key)) entries.get(key)!.push(row);
    else entries.set(key, [row]);
  }
  if (rows.length === 0) errors.push({ pointer: '', code: 'no_entries', message: 'The file has no lines.', line: 1 });
  const proposed = [...entries].flatMap(
    ([key, ofEntry]) => new EntryReader(key, ofEntry, mapping, errors).read() ?? [],
  );
  return { entries: proposed, errors };
}

/** What is wrong with the mapping itself; pointers into it. */
export function mappingFaults(mapping: CsvMapping): ProblemError[] {
  const { columns, dimensions = [], defaults } = mapping;
  const errors: ProblemError[] = [];
  const add = (pointer: string, code: string, message: string) => errors.push({ pointer, code, message });
  const { debits, credits, amounts } = columns;
  if (
    amounts === undefined
      ? debits === undefined || credits === undefined
      : debits !== undefined || credits !== undefined
  ) {
    add(
      '/mapping/columns',
      'amount_columns',
      'Name either the column of signed amounts, or those of debit and credit.',
    );
  }
  errors.push(...separatorFaults(mapping, '/mapping/groupSeparator'));
  if (columns.exchangeRates !== undefined && defaults?.exchangeRateSource === undefined) {
    add('/mapping/defaults', 'rate_source_missing', 'A column of rates needs the default exchangeRateSource.');
  }
  dimensions.forEach(({ dimensionCode }, index) => {
    if (dimensions.findIndex((one) => one.dimensionCode === dimensionCode) === index) return;
    add(`/mapping/dimensions/${index}/dimensionCode`, 'duplicate_dimension', 'The dimension has a column already.');
  });
  return errors;
}

function columnNames({ columns, dimensions = [] }: CsvMapping) {
  const named = Object.values(columns).filter((name): name is string => typeof name === 'string');
  return { all: [...new Set([...named, ...dimensions.map(({ column }) => column)])] };
}

class EntryReader {
  constructor(
    private readonly key: string,
    private readonly rows: readonly CsvRow[],
    private readonly mapping: CsvMapping,
    private readonly errors: ProblemError[],
  ) {}

  read(): ProposedEntry | undefined {
    const before = this.errors.length;
    const [first] = this.rows;
    const { defaults = {} } = this.mapping;
    const date = this.date();
    const reference = this.same('reference');
    const journalCode = this.same('journalCode') ?? defaults.journalCode;
    const description = this.firstOf('description') ?? defaults.description ?? this.key;
    const lines = this.rows.flatMap((row) => this.line(row) ?? []);
    if (this.rows.length < 2) {
      this.errors.push(
        fault(first!, 'single_line', `Entry ${shown(this.key)} has one line; an entry has two or more.`),
      );
    }
    if (this.key.length > 200) this.errors.push(fault(first!, 'key_too_long', 'A key has at most 200 characters.'));
    if (this.errors.length > before || date === undefined) return undefined;
    const request = {
      entryDate: date,
      journalCode,
      description: oneLine(description, 500),
      reference: reference === undefined ? undefined : oneLine(reference, 100),
      currency: defaults.currency,
      lines,
    };
    return { request, key: this.key, lineNumber: first!.line, lineNumbers: this.rows.map(({ line }) => line) };
  }

  private date(): CalendarDate | undefined {
    const { dateFormat, columns } = this.mapping;
    let date: CalendarDate | undefined;
    for (const row of this.rows) {
      const text = row.cells[columns.entryDate];
      const read = text === undefined ? undefined : readDateCell(text, dateFormat);
      if (!read) {
        const message = `${shown(columns.entryDate)} has to be a day as ${dateFormat}, not ${shown(text ?? '')}.`;
        this.errors.push(fault(row, 'invalid_date', message));
      } else if (date !== undefined && date !== read) this.differs(row, columns.entryDate, date, read);
      date ??= read;
    }
    return date;
  }

  /** Of all lines that have one. */
  private same(field: 'reference' | 'journalCode'): string | undefined {
    const column = this.mapping.columns[field];
    if (column === undefined) return undefined;
    let known: string | undefined;
    for (const row of this.rows) {
      const text = row.cells[column];
      if (known !== undefined && text !== undefined && text !== known) this.differs(row, column, known, text);
      known ??= text;
    }
    return known;
  }

  private firstOf(field: 'description'): string | undefined {
    const column = this.mapping.columns[field];
    return column === undefined
      ? undefined
      : this.rows.map(({ cells }) => cells[column]).find((text) => text !== undefined);
  }

  private line(row: CsvRow): PostingLine | undefined {
    const { columns, dimensions = [], defaults = {} } = this.mapping;
    const cell = (field: keyof CsvColumns) => (columns[field] === undefined ? undefined : row.cells[columns[field]]);
    const accountCode = cell('accountCode');
    if (accountCode === undefined) {
      this.errors.push(fault(row, 'cell_missing', `${shown(columns.accountCode)} is empty.`));
    }
    const amount = this.amount(row);
    const currency = cell('currency');
    if (currency !== undefined && !findCurrency(currency)) {
      this.errors.push(fault(row, 'unknown_currency', `${shown(currency)} is no currency of ISO 4217.`));
    }
    const rate = columns.exchangeRates === undefined ? undefined : this.number(row, columns.exchangeRates);
    if (accountCode === undefined || !amount) return undefined;
    const text = cell('lineDescription');
    const values = dimensions.flatMap(({ column, dimensionCode }) => {
      const valueCode = row.cells[column];
      return valueCode === undefined ? [] : [{ dimensionCode, valueCode }];
    });
    return {
      accountCode,
      [amount.isNegative() ? 'credit' : 'debit']: amount.abs().toFixed(),
      currency,
      ...(rate && { exchangeRate: rate.toFixed(), exchangeRateSource: defaults.exchangeRateSource }),
      description: text === undefined ? undefined : oneLine(text, 500),
      dimensions: values.length > 0 ? values : undefined,
    };
  }

  /** Debit positive; a line without an amount is a fault, because nothing says what it should be. */
  private amount(row: CsvRow): Decimal | undefined {
    const { columns } = this.mapping;
    const before = this.errors.length;
    if (columns.amounts !== undefined) {
      const amount = this.number(row, columns.amounts);
      if (this.errors.length > before) return undefined;
      return amount && !amount.isZero() ? amount : this.lacksAmount(row);
    }
    const [debit, credit] = [this.number(row, columns.debits!), this.number(row, columns.credits!)];
    if (this.errors.length > before) return undefined;
    if (debit?.isNegative() || credit?.isNegative()) {
      this.errors.push(fault(row, 'negative_amount', 'Debits and credits are not below zero.'));
      return undefined;
    }
    const sides = [debit, credit?.negated()].filter((side) => side !== undefined && !side.isZero());
    if (sides.length === 2) {
      this.errors.push(fault(row, 'two_sides', 'A line has either a debit or a credit.'));
      return undefined;
    }
    return sides[0] ?? this.lacksAmount(row);
  }

  private lacksAmount(row: CsvRow): undefined {
    this.errors.push(fault(row, 'amount_missing', 'The line has no amount other than zero.'));
  }

  private number(row: CsvRow, column: string): Decimal | undefined {
    const text = row.cells[column];
    if (text === undefined) return undefined;
    const number = readNumberCell(text, this.mapping);
    if (number && scaleOf(number) <= 12) return number;
    const { decimalSeparator, groupSeparator = 'none' } = this.mapping;
    const message = `${shown(column)} has to be a number with a decimal ${decimalSeparator} (thousands: ${groupSeparator}), not ${shown(text)}.`;
    this.errors.push(fault(row, 'invalid_number', message));
    return undefined;
  }

  private differs(row: CsvRow, column: string, known: string, text: string): void {
    const message = `${shown(column)} of entry ${shown(this.key)} is ${shown(text)} here and ${shown(known)} before.`;
    this.errors.push(fault(row, 'entry_differs', message));
  }
}

const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
const fault = ({ line }: CsvRow, code: string, message: string): ProblemError => ({ pointer: '', code, message, line });
