import { Code, CurrencyCode, List, Nested, Text, Value } from '#platform/http/fields/fields.js';
import {
  Column,
  CsvDateFormat,
  CsvDecimalSeparator,
  CsvGroupSeparator,
  OptionalColumn,
} from '#platform/imports/cell-fields.js';
import type { DateFormat, DecimalSeparator, GroupSeparator } from '#platform/imports/cell-formats.js';
import { fileTextRule } from '../file-text-rule.js';
import { ImportedJournalFields } from '../journal-import.dto.js';

/** Names of columns, as the header of the file has them. */
export class CsvColumns {
  @Column('Voucher', 'Lines with the same text here are one entry, wherever they stand.')
  entryKey: string;

  @Column('Date', 'Accounting date; the same on all lines of an entry.')
  entryDate: string;

  @Column('Account', 'The account by its code.')
  accountCode: string;

  @OptionalColumn('Debit', 'Debit amounts; needs `credits`, instead of `amounts`.')
  debits?: string;

  @OptionalColumn('Credit', 'Credit amounts.')
  credits?: string;

  @OptionalColumn('Amount', 'Signed amounts, debits positive; instead of `debits` and `credits`.')
  amounts?: string;

  @OptionalColumn('Currency', 'ISO 4217; the default where a cell is empty.')
  currency?: string;

  @OptionalColumn('Rate', 'Functional currency for one unit of the currency of the line.')
  exchangeRates?: string;

  @OptionalColumn('Text', 'Description of the entry; that of its first line with one.')
  description?: string;

  @OptionalColumn('Line text', 'Description of the line.')
  lineDescription?: string;

  @OptionalColumn('Document', 'Reference of the entry; the same on all lines that have one.')
  reference?: string;

  @OptionalColumn('Journal', 'Code of the journal; the same on all lines that have one.')
  journalCode?: string;
}

export class CsvDimensionColumn {
  @Column('Cost centre', 'The column that has the code of the value, or nothing.')
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

  @CsvDateFormat()
  dateFormat: DateFormat;

  @CsvDecimalSeparator({ description: 'Of all amounts and rates; never guessed.' })
  decimalSeparator: DecimalSeparator;

  @CsvGroupSeparator()
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
