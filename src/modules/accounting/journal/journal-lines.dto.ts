import {
  Code,
  Count,
  CurrencyCode,
  DerivedExchangeRate,
  Flag,
  List,
  Money,
  Nested,
  OnDate,
  Percentage,
  Rate,
  Ref,
  Text,
} from '#platform/http/fields/fields.js';
import { MOST_DIMENSIONS_OF_LINE } from '../dimensions/dimension-kind.js';
import { LineTaxFields } from './entry-taxes.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const MAX_LINES = 5000;

/** How types of exchange rates are written. */
export const rateType = {
  pattern: '^[a-z][a-z0-9_]{0,19}$',
  words: 'lower-case letters, digits and _, beginning with a letter',
};

export class SplitShareFields {
  @Text(50, { example: 'STO', description: 'The value by its code.' })
  valueCode: string;

  @Percentage({
    sign: 'positive',
    example: '60',
    description: 'Share of the line in percent, above zero. The shares of a split sum to exactly 100.',
  })
  percentage: string;
}

export class LineDimensionFields {
  @Text(20, { example: 'COST-CENTRE', description: 'The dimension by its code.' })
  dimensionCode: string;

  @Text(50, { optional: true, example: 'STO', description: 'The value by its code. Give this or `split`.' })
  valueCode?: string;

  @List(() => SplitShareFields, {
    optional: true,
    min: 2,
    max: 100,
    description:
      'Divides the line into one for each share, by largest remainder, in this order. A line is split along one dimension only.',
  })
  split?: SplitShareFields[];
}

export class JournalLineFields {
  @Code(20, { optional: true, example: '1930', description: 'The account by its code. Give this or `accountId`.' })
  accountCode?: string;

  @Ref({ optional: true, example: exampleId, description: 'The account by its id. Give this or `accountCode`.' })
  accountId?: string;

  @Money({
    sign: 'not_negative',
    optional: true,
    example: '1250.00',
    description: 'Debit amount in the currency of the line. A line has either a debit or a credit, above zero.',
  })
  debit?: string;

  @Money({
    sign: 'not_negative',
    optional: true,
    example: '0.00',
    description: 'Credit amount in the currency of the line.',
  })
  credit?: string;

  @CurrencyCode({ optional: true, example: 'EUR', description: 'ISO 4217; the currency of the entry where left out.' })
  currency?: string;

  @Rate({
    optional: true,
    sign: 'positive',
    example: '11.2345',
    description:
      'Functional currency for one unit of the line’s currency. Where the two differ and neither rate nor source is given, the rate that is recorded for the entry date is taken. The functional amount is amount × rate, rounded half-up.',
  })
  exchangeRate?: string;

  @Text(100, {
    optional: true,
    example: 'ECB reference rate',
    description: 'Where the rate comes from; needed with a rate.',
  })
  exchangeRateSource?: string;

  @Code(20, {
    ...rateType,
    optional: true,
    example: 'spot',
    description:
      'Type of the recorded rate to take; the one of the entry where left out. Not with a rate that is given.',
  })
  exchangeRateType?: string;

  @Text(500, { optional: true, example: 'Office rent' })
  description?: string;

  @List(() => LineDimensionFields, {
    optional: true,
    max: MOST_DIMENSIONS_OF_LINE,
    description:
      'Values of dimensions, at most one of each. The rules of the account may need or refuse some, and add defaults.',
  })
  dimensions?: LineDimensionFields[];

  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Whose the line is. Lines on accounts that control receivables or payables need a party of the legal entity; others take none.',
  })
  partyId?: string;

  @OnDate({
    optional: true,
    example: '2026-03-02',
    description: 'When what the line leaves open falls due; only with a party.',
  })
  dueOn?: string;

  @Nested(() => LineTaxFields, {
    optional: true,
    description:
      'The taxes of the line. They become lines of their own on the accounts of the codes, one for each tax of lines alike, and tax lines that returns are made of. What cannot be deducted stays with the line.',
  })
  taxes?: LineTaxFields;
}

export class LineDimensionView {
  @Ref({ example: exampleId })
  dimensionId: string;

  @Text(20, { example: 'COST-CENTRE' })
  dimensionCode: string;

  @Ref({ example: exampleId })
  valueId: string;

  @Text(50, { example: 'STO' })
  valueCode: string;

  @Text(200, { example: 'Stockholm' })
  valueName: string;
}

export class JournalLineView {
  @Count(1, MAX_LINES + 1, { example: 1 })
  lineNumber: number;

  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1930' })
  accountCode: string;

  @Text(200, { example: 'Bank account' })
  accountName: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Money({
    example: '1250.00',
    description: 'In `currency`. Both amounts are zero where a line adjusts the functional currency alone.',
  })
  debit: string;

  @Money({ example: '0.00' })
  credit: string;

  @Money({ example: '1250.00', description: 'In the functional currency of the entry.' })
  functionalDebit: string;

  @Money({ example: '0.00' })
  functionalCredit: string;

  @DerivedExchangeRate({ nullable: true, example: '11.2345' })
  exchangeRate: string | null;

  @Text(100, { nullable: true, example: 'ECB reference rate' })
  exchangeRateSource: string | null;

  @Text(500, { nullable: true, example: 'Office rent' })
  description: string | null;

  @List(() => LineDimensionView, {
    max: MOST_DIMENSIONS_OF_LINE,
    description: 'Values of dimensions, by the code of the dimension; those that the line was posted with.',
  })
  dimensions: LineDimensionView[];

  @Flag({
    example: false,
    description:
      'Whether nobody asked for the line: it takes what rounding left of converted amounts, on the rounding account of the books.',
  })
  isRounding: boolean;

  @Ref({ nullable: true, example: exampleId, description: 'The customer or vendor that the line is of.' })
  partyId: string | null;

  @OnDate({ nullable: true, example: '2026-03-02', description: 'When what it leaves open falls due.' })
  dueOn: string | null;
}
