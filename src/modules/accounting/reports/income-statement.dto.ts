import { Choice, Count, List, Nested, OnDate, Several } from '#platform/http/fields/fields.js';
import { type Comparison, comparisons } from './comparison-ranges.js';
import { dateRangeRule } from './date-range-rule.js';
import { ComparedRangeView, StatementSectionView, StatementTotalView } from './financial-statement.dto.js';
import { ReportHead, ReportQuery } from './report-head.dto.js';
import { MOST_COMPARISONS } from './trial-balance.dto.js';

export class IncomeStatementQuery extends ReportQuery {
  @OnDate({ example: '2026-01-01', description: 'First day.' })
  from: string;

  @OnDate({ example: '2026-12-31', description: 'Last day. The range may cross fiscal years.' })
  to: string;

  @Choice(comparisons, {
    name: 'IncomeComparison',
    optional: true,
    example: 'previous_year',
    description:
      '`previous_period`: as many months or days before; `previous_year`: the same days a year earlier. A whole fiscal year is compared with the one before it either way.',
  })
  compare?: Comparison;

  @Count(1, MOST_COMPARISONS, {
    optional: true,
    example: 2,
    description: 'How many columns `compare` makes, each before the last; 1 where left out.',
  })
  compareCount?: number;

  @Several(dateRangeRule, {
    optional: true,
    max: MOST_COMPARISONS,
    example: ['2025-01-01/2025-12-31'],
    description: 'Ranges to compare with instead, a column each: first and last day with / between them.',
  })
  compareRanges?: string[];
}

export class IncomeStatementView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-12-31' })
  to: string;

  @List(() => ComparedRangeView, { max: MOST_COMPARISONS, description: 'The compared ranges, in their order.' })
  comparisons: ComparedRangeView[];

  @Nested(() => StatementSectionView, { description: 'Credits are positive.' })
  income: StatementSectionView;

  @Nested(() => StatementSectionView, { description: 'Debits are positive.' })
  expenses: StatementSectionView;

  @Nested(() => StatementTotalView, { description: 'Income less expenses: a profit is positive.' })
  result: StatementTotalView;
}
