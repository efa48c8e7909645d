import { Choice, Code, CurrencyCode, List, Money, Nested, OnDate, Text, Value } from '#platform/http/fields/fields.js';
import {
  Column,
  CsvDateFormat,
  CsvDecimalSeparator,
  CsvGroupSeparator,
  OptionalColumn,
} from '#platform/imports/cell-fields.js';
import type { DateFormat, DecimalSeparator, GroupSeparator } from '#platform/imports/cell-formats.js';
import { type ItemControl, itemControls } from '../../open-items/open-items.dto.js';
import { fileTextRule } from '../file-text-rule.js';
import { ImportedJournalFields } from '../journal-import.dto.js';

export const openItemKinds = ['regular', 'opening'] as const;

/** Names of columns, as the header of the file has them. */
export class OpenItemColumns {
  @Column('Customer', 'Whose the item is: the number of the party, or its external id where `partySource` is given.')
  party: string;

  @Column('Document', 'Number of the document; it becomes the reference. A party has each number once in a file.')
  documentNumber: string;

  @OptionalColumn('Date', 'Date of the document; not after the day of the cut-over.')
  documentDates?: string;

  @OptionalColumn('Due', 'When it falls due.')
  dueDates?: string;

  @Column(
    'Open',
    'What is open, in the currency of the item: above zero what the customer owes, or what is owed to the vendor; below zero the other way around, as of credit notes and payments that settle nothing yet.',
  )
  amounts: string;

  @OptionalColumn('Currency', 'ISO 4217; the default where a cell is empty.')
  currency?: string;

  @OptionalColumn(
    'Book value',
    'What is open in the functional currency, as the books before had it. Needed for items in another currency, unless a rate of the day of the cut-over is recorded.',
  )
  functionalAmounts?: string;

  @OptionalColumn(
    'Account',
    'The control account by its code; where a cell is empty, that of the party, else the usual one.',
  )
  accountCode?: string;

  @OptionalColumn('Text', 'Description; the number and date of the document where a cell is empty.')
  description?: string;
}

export class OpenItemMapping {
  @Nested(() => OpenItemColumns)
  columns: OpenItemColumns;

  @Text(100, {
    optional: true,
    example: 'old-erp',
    description: 'The system whose external ids name the parties; where left out, their numbers do.',
  })
  partySource?: string;

  @CurrencyCode({
    optional: true,
    example: 'EUR',
    description: 'Of items whose cell is empty; the functional currency where left out.',
  })
  currency?: string;

  @CsvDateFormat()
  dateFormat: DateFormat;

  @CsvDecimalSeparator({ description: 'Of all amounts; never guessed.' })
  decimalSeparator: DecimalSeparator;

  @CsvGroupSeparator()
  groupSeparator?: GroupSeparator;
}

export class ExpectedTotal {
  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({ example: '18250.40' })
  amount: string;
}

export class ImportOpenItems extends ImportedJournalFields {
  @OnDate({
    example: '2026-01-01',
    description: 'The day from which these books have the items; all of them are posted on it.',
  })
  cutOverOn: string;

  @Choice(itemControls, {
    name: 'OpenItemControl',
    example: 'receivable',
    description: 'Whether customers owe the items or vendors are owed them.',
  })
  control: ItemControl;

  @Code(20, {
    example: '1100',
    description:
      'What is posted against the items. Where the balance of the control account is in the books already, as from a SIE file, name that account: the balance that was of nobody becomes that of the parties. Else name an account for opening balances.',
  })
  contraAccountCode: string;

  @Code(20, { optional: true, example: 'GENERAL', description: '`GENERAL` where left out.' })
  journalCode?: string;

  @Choice(openItemKinds, {
    name: 'OpenItemEntryKind',
    optional: true,
    example: 'opening',
    description:
      '`opening` where the items count as opening balances, as those of the books do that they are part of; `regular` where left out.',
  })
  kind?: (typeof openItemKinds)[number];

  @List(() => ExpectedTotal, {
    optional: true,
    max: 200,
    description:
      'What the items sum to by currency in the list of the books before, for all currencies of the file. A difference refuses the file.',
  })
  expectedTotals?: ExpectedTotal[];

  @Value(fileTextRule, {
    example: 'Customer;Document;Date;Due;Open\n10001;4711;15.11.2025;15.12.2025;1.250,00\n',
    description:
      'The file as text: a header and lines separated by comma, semicolon or tab; at most 100,000 items. One of more than 2 MiB becomes a job, also as a dry run.',
  })
  file: string;

  @Nested(() => OpenItemMapping)
  mapping: OpenItemMapping;
}
