import { PickType } from '@nestjs/swagger';
import { Choice, Code, Count, List, Money, Nested, OnDate, Rate, Text } from '#platform/http/fields/fields.js';
import { type TaxCategory, taxCategories } from '../tax/calculation/tax-component.js';
import { type DocumentDirection, documentDirections } from '../tax/calculation/tax-document.js';
import { type TaxSide, taxSides } from '../tax/lines/tax-lines.repository.js';
import { ComparedRangeView } from './financial-statement.dto.js';
import { IncomeStatementQuery } from './income-statement.dto.js';
import { exampleId, ReportHead } from './report-head.dto.js';
import { MOST_COMPARISONS } from './trial-balance.dto.js';

/** By tax point date. */
export class TaxSummaryQuery extends PickType(IncomeStatementQuery, [
  'legalEntityId',
  'knownAt',
  'from',
  'to',
  'compare',
  'compareCount',
  'compareRanges',
]) {}

export class TaxAmountsView {
  @Money({ example: '1000.00', description: 'What was taxed; what was given back is below zero.' })
  base: string;

  @Money({ example: '250.00' })
  tax: string;
}

export class TaxSummaryLineView extends TaxAmountsView {
  @Code(20, { example: 'VAT25' })
  taxCode: string;

  @Text(200, { example: 'VAT 25 %' })
  taxName: string;

  @Choice(taxCategories, { name: 'TaxCategory', example: 'S' })
  category: TaxCategory;

  @Rate({ example: '0.25' })
  rate: string;

  @Choice(documentDirections, { name: 'TaxDirection', example: 'sale' })
  direction: DocumentDirection;

  @Choice(taxSides, {
    name: 'TaxSide',
    example: 'output',
    description:
      'What is owed, or what is deducted. A tax that the buyer owes has a line for each, with the same base.',
  })
  side: TaxSide;

  @Count(0, 2_147_483_647, { example: 12, description: 'Tax lines of the report; none where only compared ones are.' })
  lineCount: number;

  @List(() => TaxAmountsView, { max: MOST_COMPARISONS, description: 'One for each compared column.' })
  comparisons: TaxAmountsView[];

  @Text(1000, {
    example: `/v1/accounting/tax-lines?legalEntityId=${exampleId}&taxCode=VAT25&rate=0.25&direction=sale&side=output&category=S&isDeferred=false&taxPointOn[gte]=2026-01-01&taxPointOn[lte]=2026-03-31`,
    description: 'The tax lines that the figures are of.',
  })
  drillDown: string;
}

export class TaxTotalsView {
  @Money({ example: '250.00', description: 'Tax that is owed.' })
  output: string;

  @Money({ example: '100.00', description: 'Tax that is deducted.' })
  input: string;

  @Money({ example: '150.00', description: 'What is owed less what is deducted.' })
  net: string;
}

export class ComparedTaxTotalsView extends TaxTotalsView {
  @List(() => TaxTotalsView, { max: MOST_COMPARISONS, description: 'One for each compared column.' })
  comparisons: TaxTotalsView[];
}

export class TaxSummaryView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-03-31' })
  to: string;

  @List(() => ComparedRangeView, { max: MOST_COMPARISONS, description: 'The compared ranges, in their order.' })
  comparisons: ComparedRangeView[];

  @List(() => TaxSummaryLineView, { max: 100_000, description: 'By tax code, rate, direction and side.' })
  lines: TaxSummaryLineView[];

  @Nested(() => ComparedTaxTotalsView)
  totals: ComparedTaxTotalsView;
}
