import { Choice, Count, Flag, Nested, Text } from '#platform/http/fields/fields.js';
import { Column, CsvDateFormat, CsvDecimalSeparator, CsvGroupSeparator } from '#platform/imports/cell-fields.js';
import type { DateFormat, DecimalSeparator, GroupSeparator } from '#platform/imports/cell-formats.js';
import { type TextEncoding, textEncodings } from '../reading/file-text.js';
import { type CsvDelimiter, csvDelimiters, type CsvLineOrder, csvLineOrders } from './csv-statement-mapping.js';

const optionalColumn = (example: string, description: string) =>
  Text(200, { optional: true, nullable: true, example, description });

/** Columns by their name in the header, or by their number, counted from 1, where the file has no header. */
export class BankCsvColumns {
  @Column('Booking date', 'The day on which the bank booked the line.')
  bookingDay: string;

  @optionalColumn('Value date', 'The day from which the amount counts for interest.')
  valueDay?: string | null;

  @optionalColumn('Amount', 'Signed amounts; instead of `debits` and `credits`.')
  amounts?: string | null;

  @optionalColumn('Debit', 'What goes out, with or without a minus; needs `credits`.')
  debits?: string | null;

  @optionalColumn('Credit', 'What comes in; needs `debits`.')
  credits?: string | null;

  @optionalColumn('Dr/Cr', 'Says of each amount whether it goes out, by `debitWord`.')
  side?: string | null;

  @optionalColumn('Currency', 'ISO 4217; that of the bank account where a cell is empty.')
  currency?: string | null;

  @optionalColumn('Reference', 'What the bank calls the line, unique in the account.')
  bankReference?: string | null;

  @optionalColumn('End-to-end', 'What the sender of the payment calls it.')
  endToEndReference?: string | null;

  @optionalColumn('Payment reference', 'Structured reference of the creditor; else it is looked for in the text.')
  creditorReference?: string | null;

  @optionalColumn('Text', 'What the payment is for.')
  remittance?: string | null;

  @optionalColumn('Text 2', 'More of the same.')
  moreRemittance?: string | null;

  @optionalColumn('Name', 'Who stands at the other end.')
  counterpartyName?: string | null;

  @optionalColumn('Account', 'Their account, an IBAN or a number.')
  counterpartyAccount?: string | null;

  @optionalColumn('Type', 'What kind of transaction it is.')
  transactionCode?: string | null;

  @optionalColumn('Balance', 'What is left after the line: then the balances are verified.')
  balances?: string | null;
}

/** How the bank writes its CSV files. Nothing of it is guessed. */
export class BankCsvMapping {
  @Text(100, { example: 'Sparkasse', description: 'Named by imports; unique in the bank account.' })
  name: string;

  @Choice(csvDelimiters, { name: 'BankCsvDelimiter', example: 'semicolon', description: 'Between cells.' })
  delimiter: CsvDelimiter;

  @Choice(textEncodings, {
    name: 'BankCsvEncoding',
    optional: true,
    example: 'windows_1252',
    description: 'UTF-8 where the file is that, else Windows-1252, where left out. A byte order mark wins.',
  })
  encoding?: TextEncoding;

  @Count(0, 1000, { optional: true, example: 4, description: 'Lines above the header, which are passed over.' })
  linesBeforeHeader?: number;

  @Flag({ optional: true, example: true, description: 'Whether there is a header; `true` where left out.' })
  hasHeader?: boolean;

  @CsvDateFormat('Of all days.')
  dateFormat: DateFormat;

  @CsvDecimalSeparator({ description: 'Of all amounts.' })
  decimalSeparator: DecimalSeparator;

  @CsvGroupSeparator()
  groupSeparator?: GroupSeparator;

  @Choice(csvLineOrders, { name: 'BankCsvLineOrder', example: 'newest_first', description: 'Which line comes first.' })
  lineOrder: CsvLineOrder;

  @Text(20, {
    optional: true,
    nullable: true,
    example: 'D',
    description: 'The word in the column `side` of what goes out; needed with it.',
  })
  debitWord?: string | null;

  @Flag({ optional: true, example: false, description: 'Amounts that come in are negative; `false` where left out.' })
  isNegated?: boolean;

  @Nested(() => BankCsvColumns)
  columns: BankCsvColumns;
}
