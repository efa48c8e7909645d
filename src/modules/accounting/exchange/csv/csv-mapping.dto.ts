import { Choice, Code, CurrencyCode, List, Nested, Text, Value } from '#platform/http/fields/fields.js';
import {
  type DateFormat,
  dateFormats,
  type DecimalSeparator,
  decimalSeparators,
  type GroupSeparator,
  groupSeparators,
} from '#platform/imports/cell-formats.js';
import { fileTextRule } from '../file-text-rule.js';
import { ImportedJournalFields } from '../journal-import.dto.js';

const column = (example: string, description: string) => Text(200, { example, description });
const optionalColumn = (example: string, description: string) => Text(200, { optional: true, example, description });

/** Names of columns, as the header of the file has them. */
export class CsvColumns {
  @column('Voucher', 'Lines with the same text here are one entry, wherever they stand.')
  entryKey: string;

  @column('Date', 'Accounting date; the same on all lines of an entry.')
  entryDate: string;

  @column('Account', 'The account by its code.')
  accountCode: string;

  @optionalColumn('Debit', 'Debit amounts; needs `credits`, instead of `amounts`.')
  debits?: string;

  @optionalColumn('Credit', 'Credit amounts.')
  credits?: string;

  @optionalColumn('Amount', 'Signed amounts, debits positive; instead of `debits` and `credits`.')
  amounts?: string;

  @optionalColumn('Currency', 'ISO 4217; the default where a cell is empty.')
  currency?: string;

  @optionalColumn('Rate', 'Functional currency for one unit of the currency of the line.')
  exchangeRates?: string;

  @optionalColumn('Text', 'Description of the entry; that of its first line with one.')
  description?: string;

  @optionalColumn('Line text', 'Description of the line.')
  lineDescription?: string;

  @optionalColumn('Document', 'Reference of the entry; the same on all lines that have one.')
  reference?: string;

  @optionalColumn('Journal', 'Code of the journal; the same on all lines that have one.')
  journalCode?: string;
}

export class CsvDimensionColumn {
  @column('Cost centre', 'The column that has the code of the value, or nothing.')
  column: string;

  @Code(20, { example: 'COST-CENTRE' })
  dimensionCode: string;
}

/** What lines have whose cells are empty or missing. */
export class CsvDefaults {
  @Text(20, { optional: true, example: 'GENERAL' })
  journalCode?: string;

  @CurrencyCode({ optional: true, example: 'EUR', description: 'The functional currency where left out.' })
  currency?: string;

  @Text(500, { optional: true, example: 'Opening of the webshop' })
  description?: string;

  @Text(100, {
    optional: true,
    example: 'ECB reference rate',
    description: 'Where the rates of the file come from; needed with a column of rates.',
  })
  exchangeRateSource?: string;
}

export class CsvMapping {
  @Nested(() => CsvColumns)
  columns: CsvColumns;

  @List(() => CsvDimensionColumn, { optional: true, max: 20 })
  dimensions?: CsvDimensionColumn[];

  @Nested(() => CsvDefaults, { optional: true })
  defaults?: CsvDefaults;

  @Choice(dateFormats, {
    name: 'CsvDateFormat',
    example: 'day_month_year',
    description:
      'Of all dates, never guessed: 2026-01-31; `compact` 20260131; 31.01.2026; 01/31/2026. Between the numbers stand `-`, `.` or `/`.',
  })
  dateFormat: DateFormat;

  @Choice(decimalSeparators, {
    name: 'DecimalSeparator',
    example: 'comma',
    description: 'Of all amounts and rates; never guessed.',
  })
  decimalSeparator: DecimalSeparator;

  @Choice(groupSeparators, {
    name: 'GroupSeparator',
    optional: true,
    example: 'point',
    description: 'Between thousands; `none` where left out.',
  })
  groupSeparator?: GroupSeparator;
}

export class ImportJournalCsv extends ImportedJournalFields {
  @Value(fileTextRule, {
    example: 'Voucher;Date;Account;Amount\n1;31.01.2026;1930;1.250,00\n1;31.01.2026;3000;-1.250,00\n',
    description:
      'The file as text: a header and lines separated by comma, semicolon or tab; at most 200,000 lines. One of more than 2 MiB becomes a job, also as a dry run.',
  })
  file: string;

  @Nested(() => CsvMapping)
  mapping: CsvMapping;
}
