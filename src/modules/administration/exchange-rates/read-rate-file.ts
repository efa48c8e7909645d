import { Problem, type ProblemError } from '#kernel/problem.js';
import { parseFields } from '#platform/http/fields/parse-fields.js';
import { type CsvRow, readCsv } from '#platform/imports/read-csv.js';
import { ExchangeRateFields } from './exchange-rates.dto.js';
import { MOST_CSV_RATES } from './rate-import.dto.js';

const MOST_FINDINGS = 100;
const columns = ['rateType', 'fromCurrency', 'toCurrency', 'rateOn', 'rate', 'source'];

/** What holds for the rates of a file whose lines do not say it. */
export interface FileDefaults {
  rateType?: string;
  source?: string;
}

export type RateFile =
  | { rates: ExchangeRateFields[]; lines: number[]; errors?: undefined }
  | { rates?: undefined; lines?: undefined; errors: ProblemError[] };

/** Reads rates from comma-separated values: each line by the rules of the fields that it fills. Pure. */
export function readRateFile(bytes: Buffer, defaults: FileDefaults): RateFile {
  const given: Readonly<Record<string, string | undefined>> = { ...defaults };
  const required = columns.filter((column) => given[column] === undefined);
  const { rows, errors } = readCsv(bytes, { columns, required, mostRows: MOST_CSV_RATES });
  if (errors) return { errors };
  if (rows.length === 0) return { errors: [{ pointer: '', code: 'empty_file', message: 'The file has no rates.' }] };
  return readRows(rows, defaults);
}

function readRows(rows: readonly CsvRow[], defaults: FileDefaults): RateFile {
  const errors: ProblemError[] = [];
  const rates: ExchangeRateFields[] = [];
  for (const { line, cells } of rows) {
    const read = readRow({ ...defaults, ...cells });
    if (read instanceof Problem) errors.push(...read.errors.map((error) => ({ ...error, line })));
    else rates.push(read);
    if (errors.length >= MOST_FINDINGS) break;
  }
  return errors.length > 0 ? { errors } : { rates, lines: rows.map(({ line }) => line) };
}

function readRow(cells: object): ExchangeRateFields | Problem {
  try {
    return parseFields(ExchangeRateFields, cells);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
