import type { ProblemError } from '#kernel/problem.js';
import type { DateFormat, DecimalSeparator, GroupSeparator } from '#platform/imports/cell-formats.js';
import { separatorFaults } from '#platform/imports/read-cells.js';
import type { TextEncoding } from '../reading/file-text.js';

export const csvDelimiters = ['comma', 'semicolon', 'tab', 'bar'] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];
export const csvLineOrders = ['oldest_first', 'newest_first'] as const;
export type CsvLineOrder = (typeof csvLineOrders)[number];

/** Columns by their name in the header, or by their number where there is none. */
export interface CsvStatementColumns {
  bookingDay: string;
  valueDay?: string | null;
  amounts?: string | null;
  debits?: string | null;
  credits?: string | null;
  side?: string | null;
  currency?: string | null;
  bankReference?: string | null;
  endToEndReference?: string | null;
  creditorReference?: string | null;
  remittance?: string | null;
  moreRemittance?: string | null;
  counterpartyName?: string | null;
  counterpartyAccount?: string | null;
  transactionCode?: string | null;
  balances?: string | null;
}

/** How a bank writes its files. */
export interface CsvStatementMapping {
  name: string;
  delimiter: CsvDelimiter;
  encoding?: TextEncoding;
  linesBeforeHeader?: number;
  hasHeader?: boolean;
  dateFormat: DateFormat;
  decimalSeparator: DecimalSeparator;
  groupSeparator?: GroupSeparator;
  lineOrder: CsvLineOrder;
  /** The word in the column `side` of what goes out. */
  debitWord?: string | null;
  /** What comes in is negative, as on the books of the bank. */
  isNegated?: boolean;
  columns: CsvStatementColumns;
}

/** What is wrong with the mapping itself; pointers into it. */
export function csvMappingFaults(mapping: CsvStatementMapping): ProblemError[] {
  const { columns, debitWord, hasHeader = true } = mapping;
  const errors: ProblemError[] = [];
  const add = (pointer: string, code: string, message: string) => errors.push({ pointer, code, message });
  const has = (name: keyof CsvStatementColumns) => (columns[name] ?? null) !== null;
  const [one, two] = [has('amounts'), has('debits') && has('credits')];
  if (one === two || (one && (has('debits') || has('credits')))) {
    add('/columns', 'amount_columns', 'Name either the column of amounts, or those of debit and credit.');
  }
  if (has('side') !== ((debitWord ?? null) !== null)) {
    add('/debitWord', 'debit_word', 'A column `side` needs the word for what goes out, and the word needs the column.');
  }
  if (has('side') && !one) add('/columns/side', 'side_of_nothing', 'A side is that of the column `amounts`.');
  errors.push(...separatorFaults(mapping, '/groupSeparator'));
  if (!hasHeader) {
    for (const [name, column] of Object.entries(columns)) {
      if (typeof column !== 'string' || /^[1-9]\d{0,2}$/.test(column)) continue;
      add(`/columns/${name}`, 'column_number', 'A file without a header has columns by number, counted from 1.');
    }
  }
  return errors;
}
