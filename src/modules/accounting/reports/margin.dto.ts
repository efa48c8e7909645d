import { PickType } from '@nestjs/swagger';
import { List, Money, Nested, OnDate, Text, Value } from '#platform/http/fields/fields.js';
import { decimalRule } from '#platform/http/fields/number-rules.js';
import { IncomeStatementQuery } from './income-statement.dto.js';
import { MOST_PERIODS } from './periods-of.js';
import { exampleId, ReportHead } from './report-head.dto.js';

const percent = decimalRule({ integerDigits: 18, fractionDigits: 1, example: '37.5' });

export class MarginQuery extends PickType(IncomeStatementQuery, [
  'legalEntityId',
  'knownAt',
  'dimensionCode',
  'valueCode',
  'from',
  'to',
]) {}

export class MarginFiguresView {
  @Money({
    example: '12000.00',
    description: 'Income of sub-type `operating_revenue` or of none, in the natural sign.',
  })
  revenue: string;

  @Money({ example: '7500.00', description: 'Expenses of sub-type `cost_of_sales`.' })
  costOfSales: string;

  @Money({ example: '4500.00', description: 'Revenue less cost of sales.' })
  grossMargin: string;

  @Value(percent, {
    nullable: true,
    example: '37.5',
    description: 'Gross margin in percent of revenue, rounded half up; null where revenue is zero or below.',
  })
  grossMarginPercent: string | null;

  @Money({ example: '1200.00', description: 'The result of the income statement: a profit is positive.' })
  result: string;
}

export class MarginLineView extends MarginFiguresView {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-01-31' })
  to: string;

  @Text(1000, {
    example: `/v1/accounting/reports/income-statement?legalEntityId=${exampleId}&from=2026-01-01&to=2026-01-31`,
    description: 'The accounts behind the figures.',
  })
  drillDown: string;
}

export class MarginView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-12-31' })
  to: string;

  @List(() => MarginLineView, { max: MOST_PERIODS, description: 'What the range has of each month, in order of time.' })
  lines: MarginLineView[];

  @Nested(() => MarginFiguresView)
  totals: MarginFiguresView;
}
