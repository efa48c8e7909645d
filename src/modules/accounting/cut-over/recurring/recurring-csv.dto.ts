import { Choice, Flag, Nested, Ref, Text, Value } from '#platform/http/fields/fields.js';
import {
  type DateFormat,
  dateFormats,
  type DecimalSeparator,
  decimalSeparators,
  type GroupSeparator,
  groupSeparators,
} from '#platform/imports/cell-formats.js';
import { fileTextRule } from '../../exchange/file-text-rule.js';
import { recurringInvoiceDatings, recurringInvoiceModes } from '../../receivables/recurring/recurring-invoices.dto.js';
import { frequencies, type Frequency } from '../../schedules/recurrence.js';
import { exampleId } from '../record-imports.dto.js';

const column = (example: string, description: string) => Text(200, { example, description });
const optionalColumn = (example: string, description?: string) =>
  Text(200, { optional: true, example, ...(description === undefined ? {} : { description }) });

/** Names of columns, as the header of the file has them. */
export class RecurringColumns {
  @column(
    'Contract',
    'Rows with the same text here are one recurring invoice, wherever they stand. It is taken over once.',
  )
  key: string;

  @column('Customer', 'The number of the customer, or its external id where `partySource` is given.')
  party: string;

  @optionalColumn('Name', 'What the recurring invoice is called; its key where nothing is said.')
  name?: string;

  @column('Next', 'The next date: the first that is invoiced here.')
  nextDates: string;

  @optionalColumn(
    'Since',
    'The first date of all, from which the others are counted: what began on the 31st goes on on the last days of shorter months. The next date where nothing is said.',
  )
  startDates?: string;

  @optionalColumn('Until', 'The last day that it may fall on.')
  endDates?: string;

  @optionalColumn('Times', 'How many dates it has at most, those before the cut-over among them.')
  occurrences?: string;

  @optionalColumn(
    'Invoiced',
    'How many of them the books before have invoiced. With a first date it is proved: so many dates come before the next one.',
  )
  invoicedCounts?: string;

  @optionalColumn('Rhythm', '`weekly`, `monthly`, `quarterly` or `yearly`; the default where a cell is empty.')
  frequency?: string;

  @optionalColumn('Month end', 'Whether it falls on the last day of each month.')
  monthEnd?: string;

  @optionalColumn('Currency', 'ISO 4217; that of the customer where nothing is said.')
  currency?: string;

  @optionalColumn('Gross', 'Whether prices include the taxes.')
  pricesIncludeTax?: string;

  @optionalColumn('Terms', 'Payment terms, by their code.')
  paymentTermsCode?: string;

  @optionalColumn('Their reference')
  buyerReference?: string;

  @optionalColumn('Their order')
  orderReference?: string;

  @optionalColumn('Note')
  note?: string;

  @optionalColumn('Item')
  itemCode?: string;

  @column('Text', 'What the line is for.')
  description: string;

  @optionalColumn('Quantity', '1 where nothing is said.')
  quantity?: string;

  @optionalColumn('Unit', 'By UN/ECE Recommendation 20.')
  unit?: string;

  @column('Price', 'Of one unit.')
  unitPrices: string;

  @optionalColumn(
    'Tax code',
    'Tax codes of the line, those of several with a blank between; rules decide where nothing is said.',
  )
  taxCodes?: string;

  @optionalColumn('Revenue', 'The account for revenue, by its code.')
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
    description: 'Of prices and quantities; never guessed.',
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
