import { Choice, Code, Count, List, Money, Nested, Quantity, Text, Values } from '#platform/http/fields/fields.js';
import { countRule } from '#platform/http/fields/number-rules.js';
import { codeRule } from '#platform/http/fields/text-rules.js';
import { MOST_DIMENSIONS_OF_LINE } from '../../dimensions/dimension-kind.js';
import { LineDimensionFields } from '../../journal/journal-lines.dto.js';
import { MOST_LINES, TaxAdjustmentFields } from '../../tax/documents/tax-calculations.dto.js';
import { type DeferralMethod, deferralMethods } from '../deferrals/deferral-method.js';
import { type SalesLineKind, salesLineKinds } from './sales-document.js';
import { MOST_ADJUSTMENTS, ServicePeriodFields } from './sales-fields.dto.js';

export class SalesLineView {
  @Count(1, MOST_LINES + MOST_ADJUSTMENTS, { example: 1, description: 'Its place in the document.' })
  position: number;

  @Choice(salesLineKinds, {
    name: 'SalesLineKind',
    example: 'item',
    description: 'Something sold, or an allowance or charge of the whole document.',
  })
  kind: SalesLineKind;

  @Code(100, { nullable: true, example: 'CHAIR-7' })
  itemCode: string | null;

  @Text(50, { nullable: true, example: 'books' })
  itemTaxClass: string | null;

  @Text(500, { nullable: true, example: 'Office chair' })
  description: string | null;

  @Quantity({ nullable: true, example: '10' })
  quantity: string | null;

  @Code(10, { nullable: true, example: 'C62' })
  unit: string | null;

  @Money({ nullable: true, example: '100.00' })
  unitPrice: string | null;

  @Quantity({ nullable: true, example: '1' })
  priceBaseQuantity: string | null;

  @List(() => TaxAdjustmentFields, { max: 10, description: 'As they were given.' })
  adjustments: TaxAdjustmentFields[];

  @Values(codeRule({ max: 20 }), { max: 5, example: ['VAT25'], description: 'As named, or as a rule says.' })
  taxCodes: string[];

  @Values(countRule(1, 5000), {
    max: 50,
    nullable: true,
    example: [1],
    description: 'Places of its taxes in `taxes`; null where it is spread over those of the lines.',
  })
  taxPositions: number[] | null;

  @Money({ example: '1000.00', description: 'As priced: with the taxes where prices include them.' })
  amount: string;

  @Money({ example: '1000.00' })
  net: string;

  @Money({ example: '250.00' })
  tax: string;

  @Code(20, { example: '3000' })
  accountCode: string;

  @List(() => LineDimensionFields, { max: MOST_DIMENSIONS_OF_LINE })
  dimensions: LineDimensionFields[];

  @Nested(() => ServicePeriodFields, { nullable: true, description: 'When it is served, where that is not at once.' })
  service: ServicePeriodFields | null;

  @Choice(deferralMethods, {
    name: 'DeferralMethod',
    nullable: true,
    example: null as never,
    description: 'How it is earned over its service; null where it is earned at once.',
  })
  deferral: DeferralMethod | null;

  @Count(1, MOST_LINES + MOST_ADJUSTMENTS, {
    nullable: true,
    example: null as never,
    description: 'Of a credit note: the line of the invoice that it takes back.',
  })
  creditsPosition: number | null;
}
