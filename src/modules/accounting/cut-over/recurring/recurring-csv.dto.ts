import { Choice, Flag, List, Nested, Ref, Text, Value } from '#platform/http/fields/fields.js';
import { CsvDateFormat, CsvDecimalSeparator, CsvGroupSeparator } from '#platform/imports/cell-fields.js';
import {
  type DateFormat,
  type DecimalSeparator,
  type GroupSeparator,
  type RateUnit,
  rateUnits,
} from '#platform/imports/cell-formats.js';
import { MOST_DIMENSIONS_OF_LINE } from '../../dimensions/dimension-kind.js';
import { fileTextRule } from '../../exchange/file-text-rule.js';
import { MOST_ADJUSTMENTS } from '../../receivables/documents/sales-fields.dto.js';
import { recurringInvoiceDatings, recurringInvoiceModes } from '../../receivables/recurring/recurring-invoices.dto.js';
import { frequencies, type Frequency } from '../../schedules/recurrence.js';
import { MOST_ADJUSTMENTS_OF_LINE } from '../../tax/documents/tax-calculations.dto.js';
import { exampleId } from '../record-imports.dto.js';
import {
  RecurringAdjustmentColumns,
  RecurringColumns,
  RecurringDimensionColumn,
  RecurringDocumentAdjustmentColumns,
} from './recurring-columns.dto.js';

export class RecurringMapping {
  @Nested(() => RecurringColumns)
  columns: RecurringColumns;

  @List(() => RecurringAdjustmentColumns, {
    optional: true,
    max: MOST_ADJUSTMENTS_OF_LINE,
    description: 'Allowances and charges of each line.',
  })
  lineAdjustments?: RecurringAdjustmentColumns[];

  @List(() => RecurringDocumentAdjustmentColumns, {
    optional: true,
    max: MOST_ADJUSTMENTS,
    description: 'Allowances and charges of the whole document, such as freight: the first row says them.',
  })
  adjustments?: RecurringDocumentAdjustmentColumns[];

  @List(() => RecurringDimensionColumn, {
    optional: true,
    max: MOST_DIMENSIONS_OF_LINE,
    description: 'Dimensions of each line.',
  })
  dimensions?: RecurringDimensionColumn[];

  @Choice(rateUnits, {
    name: 'CsvRateUnit',
    optional: true,
    example: 'percent',
    description: 'How rates are written, never guessed: 5 or 5 % as `percent`, 0.05 as `fraction`. Goes with `rates`.',
  })
  rateUnit?: RateUnit;

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

  @CsvDecimalSeparator({ description: 'Of prices, quantities, amounts and rates; never guessed.' })
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
