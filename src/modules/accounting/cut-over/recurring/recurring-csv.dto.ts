import { Choice, Flag, Nested, Ref, Text, Value } from '#platform/http/fields/fields.js';
import {
  Column,
  CsvDateFormat,
  CsvDecimalSeparator,
  CsvGroupSeparator,
  OptionalColumn,
} from '#platform/imports/cell-fields.js';
import type { DateFormat, DecimalSeparator, GroupSeparator } from '#platform/imports/cell-formats.js';
import { fileTextRule } from '../../exchange/file-text-rule.js';
import { recurringInvoiceDatings, recurringInvoiceModes } from '../../receivables/recurring/recurring-invoices.dto.js';
import { frequencies, type Frequency } from '../../schedules/recurrence.js';
import { exampleId } from '../record-imports.dto.js';

/** Names of columns, as the header of the file has them. */
export class RecurringColumns {
  @Column(
    'Contract',
    'Rows with the same text here are one recurring invoice, wherever they stand. It is taken over once.',
  )
  key: string;

  @Column('Customer', 'The number of the customer, or its external id where `partySource` is given.')
  party: string;

  @OptionalColumn('Name', 'What the recurring invoice is called; its key where nothing is said.')
  name?: string;

  @Column('Next', 'The next date: the first that is invoiced here.')
  nextDates: string;

  @OptionalColumn(
    'Since',
    'The first date of all, from which the others are counted: what began on the 31st goes on on the last days of shorter months. The next date where nothing is said.',
  )
  startDates?: string;

  @OptionalColumn('Until', 'The last day that it may fall on.')
  endDates?: string;

  @OptionalColumn('Times', 'How many dates it has at most, those before the cut-over among them.')
  occurrences?: string;

  @OptionalColumn(
    'Invoiced',
    'How many of them the books before have invoiced. With a first date it is proved: so many dates come before the next one.',
  )
  invoicedCounts?: string;

  @OptionalColumn('Rhythm', '`weekly`, `monthly`, `quarterly` or `yearly`; the default where a cell is empty.')
  frequency?: string;

  @OptionalColumn('Month end', 'Whether it falls on the last day of each month.')
  monthEnd?: string;

  @OptionalColumn('Currency', 'ISO 4217; that of the customer where nothing is said.')
  currency?: string;

  @OptionalColumn('Gross', 'Whether prices include the taxes.')
  pricesIncludeTax?: string;

  @OptionalColumn('Terms', 'Payment terms, by their code.')
  paymentTermsCode?: string;

  @OptionalColumn('Their reference')
  buyerReference?: string;

  @OptionalColumn('Their order')
  orderReference?: string;

  @OptionalColumn('Note')
  note?: string;

  @OptionalColumn('Item')
  itemCode?: string;

  @Column('Text', 'What the line is for.')
  description: string;

  @OptionalColumn('Quantity', '1 where nothing is said.')
  quantity?: string;

  @OptionalColumn('Unit', 'By UN/ECE Recommendation 20.')
  unit?: string;

  @Column('Price', 'Of one unit.')
  unitPrices: string;

  @OptionalColumn(
    'Tax code',
    'Tax codes of the line, those of several with a blank between; rules decide where nothing is said.',
  )
  taxCodes?: string;

  @OptionalColumn('Revenue', 'The account for revenue, by its code.')
  accountCode?: string;
}

export class RecurringMapping {
  @Nested(() => RecurringColumns)
  columns: RecurringColumns;

  @Text(100, {
    optional: true,
    example: 'old-erp',
    description: 'The system whose external ids name the customers; where left out, their numbers do.',
  })
  partySource?: string;

  @Choice(frequencies, {
    name: 'Frequency',
    optional: true,
    example: 'monthly',
    description: 'Of those whose cell is empty.',
  })
  frequency?: Frequency;

  @CsvDateFormat()
  dateFormat: DateFormat;

  @CsvDecimalSeparator({ description: 'Of prices and quantities; never guessed.' })
  decimalSeparator: DecimalSeparator;

  @CsvGroupSeparator()
  groupSeparator?: GroupSeparator;
}

export const MOST_RECURRING_ROWS = 20_000;

export class ImportRecurringInvoices {
  @Ref({ optional: true, example: exampleId, description: 'Who invoices; the default legal entity where left out.' })
  legalEntityId?: string;

  @Choice(recurringInvoiceModes, {
    name: 'RecurringInvoiceMode',
    example: 'issue',
    description: '`issue`: invoices are issued. `draft`: drafts are made, for somebody to look at and issue.',
  })
  mode: (typeof recurringInvoiceModes)[number];

  @Choice(recurringInvoiceDatings, {
    name: 'RecurringInvoiceDating',
    optional: true,
    example: 'due_date',
    description: 'The day of each invoice; `due_date` where left out.',
  })
  dating?: (typeof recurringInvoiceDatings)[number];

  @Flag({
    optional: true,
    example: false,
    description:
      'Whether next dates may be past already: the next run makes up for them. Else they are faults, as of a list that is not of the cut-over.',
  })
  allowPastDates?: boolean;

  @Value(fileTextRule, {
    example: 'Contract;Customer;Next;Rhythm;Text;Price\nC-1;10001;31.01.2026;monthly;Subscription;100,00\n',
    description:
      'The file as text: a header and lines separated by comma, semicolon or tab; at most 20,000 lines. One of more than 128 KiB becomes a job, also as a dry run.',
  })
  file: string;

  @Nested(() => RecurringMapping)
  mapping: RecurringMapping;
}
