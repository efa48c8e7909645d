import { IntersectionType } from '@nestjs/swagger';
import { Choice, Code, List, Text } from '#platform/http/fields/fields.js';
import { Column, OptionalColumn } from '#platform/imports/cell-fields.js';
import { MOST_DIMENSIONS_OF_LINE } from '../../dimensions/dimension-kind.js';
import { type AdjustmentKind, adjustmentKinds } from '../../tax/calculation/tax-document.js';

/** Where a line says when it is served. */
export class ServiceColumns {
  @OptionalColumn('Served from', 'First day of what is served later: its net amount is deferred revenue.')
  serviceStartDates?: string;

  @OptionalColumn('Served until', 'Last day of it.')
  serviceEndDates?: string;

  @OptionalColumn(
    'Deferral',
    '`by_day`, `by_month`, `prorated` or `none`; `by_day` where a service is said and nothing else.',
  )
  deferral?: string;
}

/** Names of columns, as the header of the file has them. */
export class RecurringColumns extends ServiceColumns {
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

  @OptionalColumn('Rate type', 'Type of the recorded exchange rate; spot where nothing is said.')
  exchangeRateType?: string;

  @OptionalColumn('Gross', 'Whether prices include the taxes.')
  pricesIncludeTax?: string;

  @OptionalColumn('Tax rounding', '`group` or `line`; once for each group where nothing is said.')
  rounding?: string;

  @OptionalColumn('Rounded to', 'What the payable amount is a multiple of.')
  cashRounding?: string;

  @OptionalColumn(
    'Delivered to',
    'Country of supply (ISO 3166-1 alpha-2), for rules; that of the customer where empty.',
  )
  country?: string;

  @OptionalColumn('State', 'Its subdivision (ISO 3166-2).')
  subdivision?: string;

  @OptionalColumn('Terms', 'Payment terms, by their code.')
  paymentTermsCode?: string;

  @OptionalColumn('Their reference')
  buyerReference?: string;

  @OptionalColumn('Their order')
  orderReference?: string;

  @OptionalColumn('Note')
  note?: string;

  @OptionalColumn(
    'Withheld',
    'Withholding codes of the whole document, those of several with a blank between. They come before those of lines.',
  )
  withholdingCodes?: string;

  @OptionalColumn('Item')
  itemCode?: string;

  @Column('Text', 'What the line is for.')
  description: string;

  @OptionalColumn('Quantity', '1 where nothing is said.')
  quantity?: string;

  @OptionalColumn('Unit', 'By UN/ECE Recommendation 20.')
  unit?: string;

  @Column('Price', 'Of one unit, or of as many as `priceBaseQuantity` says.')
  unitPrices: string;

  @OptionalColumn('Price for', 'Units that the price is for; 1 where nothing is said.')
  priceBaseQuantity?: string;

  @OptionalColumn(
    'Tax code',
    'Tax codes of the line, those of several with a blank between; `-` is no tax at all, and rules decide where nothing is said.',
  )
  taxCodes?: string;

  @OptionalColumn('Item class', 'Tax class of the item, for rules.')
  itemTaxClass?: string;

  @OptionalColumn(
    'Line withheld',
    'Withholding codes that are reckoned of this line, and of others that name them, instead of the whole document.',
  )
  lineWithholdingCodes?: string;

  @OptionalColumn('Revenue', 'The account for revenue, by its code.')
  accountCode?: string;
}

/** Where lines say their value of a dimension. */
export class RecurringDimensionColumn {
  @Code(20, { example: 'COST-CENTRE', description: 'The dimension by its code.' })
  dimensionCode: string;

  @Column('Cost centre', 'The value by its code; none of the dimension where a cell is empty.')
  values: string;
}

/** Columns of an allowance or charge: there is one where a row says an amount or a rate that is not zero. */
export class RecurringAdjustmentColumns {
  @Choice(adjustmentKinds, { name: 'AdjustmentKind', example: 'allowance', description: 'Taken off, or added.' })
  kind: AdjustmentKind;

  @OptionalColumn('Discount', 'Amounts; a row has an amount or a rate.')
  amounts?: string;

  @OptionalColumn('Discount %', 'Parts of quantity times price, or of the lines together, as `rateUnit` says.')
  rates?: string;

  @OptionalColumn('Discount for')
  reason?: string;

  @Text(200, { optional: true, example: 'Volume discount', description: 'Of those whose cell of the reason is empty.' })
  defaultReason?: string;
}

/** The same of the whole document. */
export class RecurringDocumentAdjustmentColumns extends IntersectionType(RecurringAdjustmentColumns, ServiceColumns) {
  @OptionalColumn('Freight tax', 'Tax codes that it bears, as of lines; spread over those of the lines where empty.')
  taxCodes?: string;

  @OptionalColumn('Freight account', 'The account for revenue, by its code.')
  accountCode?: string;

  @List(() => RecurringDimensionColumn, { optional: true, max: MOST_DIMENSIONS_OF_LINE })
  dimensions?: RecurringDimensionColumn[];
}
