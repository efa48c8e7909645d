import {
  Choice,
  Code,
  Count,
  CountryCode,
  CurrencyCode,
  Flag,
  List,
  Money,
  OnDate,
  Quantity,
  Rate,
  Ref,
  Text,
  Values,
} from '#platform/http/fields/fields.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import {
  type AdjustmentKind,
  adjustmentKinds,
  type DocumentDirection,
  documentDirections,
  type TaxRounding,
  taxRoundings,
  type ThresholdRule,
  thresholdRules,
  type WithholdingBase,
  withholdingBases,
} from '../calculation/tax-document.js';
import { subdivisionCode } from '../rules/tax-rules.dto.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
export const MOST_LINES = 1000;
export const MOST_ADJUSTMENTS_OF_LINE = 10;
const taxCodes = { max: 5, example: ['VAT25'] };

export class TaxAdjustmentFields {
  @Choice(adjustmentKinds, { name: 'AdjustmentKind', example: 'allowance', description: 'Taken off, or added.' })
  kind: AdjustmentKind;

  @Money({
    optional: true,
    example: '10.00',
    description: 'Either this or `rate`; with taxes where prices include them.',
  })
  amount?: string;

  @Rate({
    optional: true,
    example: '0.05',
    description: 'A fraction of quantity times price, or of the lines together.',
  })
  rate?: string;

  @Text(200, { optional: true, example: 'Volume discount' })
  reason?: string;
}

export class TaxDocumentAdjustmentFields extends TaxAdjustmentFields {
  @Values(codeRule({ max: 20 }), {
    ...taxCodes,
    optional: true,
    description: 'Taxes that it bears. Where left out it is spread over the taxes of the lines, in proportion.',
  })
  taxCodes?: string[];
}

export class TaxCalculationLineFields {
  @Quantity({ example: '3' })
  quantity: string;

  @Money({ example: '19.995', description: 'At full precision: the line is rounded once.' })
  unitPrice: string;

  @Quantity({
    sign: 'positive',
    optional: true,
    example: '1',
    description: 'Units that the price is for; 1 where left out.',
  })
  priceBaseQuantity?: string;

  @List(() => TaxAdjustmentFields, {
    optional: true,
    max: MOST_ADJUSTMENTS_OF_LINE,
    description: 'Allowances and charges of the line.',
  })
  adjustments?: TaxAdjustmentFields[];

  @Values(codeRule({ max: 20 }), {
    ...taxCodes,
    optional: true,
    description:
      'Tax codes in the order in which they are levied; an empty list is no tax. Rules decide where left out.',
  })
  taxCodes?: string[];

  @Text(50, { optional: true, nullable: true, example: 'books', description: 'Tax class of the item, for rules.' })
  itemTaxClass?: string | null;
}

export class WithholdingFields {
  @Code(20, { example: 'WHT10' })
  code: string;

  @Rate({
    sign: 'not_negative',
    optional: true,
    example: '0.1',
    description:
      'Where left out, the code is one of the legal entity’s: its rate on the tax point date, base and threshold hold.',
  })
  rate?: string;

  @Choice(withholdingBases, {
    name: 'WithholdingBase',
    optional: true,
    example: 'net',
    description: 'Net of tax unless the regime says otherwise.',
  })
  base?: WithholdingBase;

  @Rate({ sign: 'positive', optional: true, example: '1', description: 'The part of the base that the tax is of.' })
  baseShare?: string;

  @Money({ sign: 'not_negative', optional: true, example: '1000.00', description: 'Nothing is withheld up to it.' })
  threshold?: string;

  @Choice(thresholdRules, {
    name: 'ThresholdRule',
    optional: true,
    example: 'excess',
    description: 'Once the threshold is passed: of what is beyond it, or of the whole, what came before included.',
  })
  thresholdRule?: ThresholdRule;

  @Money({
    optional: true,
    example: '600.00',
    description:
      'Of the party and year before this document, credits taken off. Of a code of the legal entity, what documents of `partyId` have come to, where left out.',
  })
  cumulativeBase?: string;
}

export class TaxCalculationRequest {
  @Ref({ optional: true, example: exampleId, description: 'Whose tax codes; the default legal entity where left out.' })
  legalEntityId?: string;

  @CurrencyCode({ example: 'EUR' })
  currency: string;

  @Choice(documentDirections, { name: 'TaxDirection', example: 'sale' })
  direction: DocumentDirection;

  @OnDate({ example: '2026-03-05', description: 'Tax point date: decides rates and rules.' })
  taxPointOn: string;

  @Flag({ optional: true, example: false, description: 'Whether prices, allowances and charges include the taxes.' })
  pricesIncludeTax?: boolean;

  @Choice(taxRoundings, {
    name: 'TaxRounding',
    optional: true,
    example: 'group',
    description:
      'Tax is rounded once for each group of the document, as EN 16931 has it (where left out), or on each line where the law allows it.',
  })
  rounding?: TaxRounding;

  @Text(50, { optional: true, nullable: true, example: 'business', description: 'Tax class of the party, for rules.' })
  partyTaxClass?: string | null;

  @CountryCode({ optional: true, nullable: true, example: 'US', description: 'Place of supply, for rules.' })
  country?: string | null;

  @Code(3, {
    ...subdivisionCode,
    optional: true,
    nullable: true,
    example: 'NY',
    description: 'Its subdivision (ISO 3166-2).',
  })
  subdivision?: string | null;

  @List(() => TaxCalculationLineFields, { min: 1, max: MOST_LINES })
  lines: TaxCalculationLineFields[];

  @List(() => TaxDocumentAdjustmentFields, { optional: true, max: 20, description: 'Of the whole document.' })
  adjustments?: TaxDocumentAdjustmentFields[];

  @Money({ optional: true, example: '100.00', description: 'What has been paid already.' })
  prepaid?: string;

  @Money({
    sign: 'positive',
    optional: true,
    example: '0.05',
    description: 'What the payable amount is a multiple of.',
  })
  cashRounding?: string;

  @List(() => WithholdingFields, { optional: true, max: 5, description: 'What the payer keeps back.' })
  withholdings?: WithholdingFields[];

  @Ref({
    optional: true,
    example: exampleId,
    description:
      'Whose year withholdings by code count: a customer of the legal entity; nothing before where left out.',
  })
  partyId?: string;
}

export class MatchedTaxRuleView {
  @Ref({ example: exampleId })
  id: string;

  @Text(200, { example: 'Books to consumers in the country' })
  name: string;

  @Count(1, 1_000_000, { example: 100 })
  priority: number;

  @Text(500, { example: 'Priority 100: item tax class books, country SE.', description: 'Why it holds.' })
  reason: string;
}
