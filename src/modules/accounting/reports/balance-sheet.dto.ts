import { List, Money, Nested, OnDate, Several } from '#platform/http/fields/fields.js';
import { dateRule } from '#platform/http/fields/time-rules.js';
import { StatementSectionView, StatementTotalView } from './financial-statement.dto.js';
import { ReportHead, ReportQuery } from './report-head.dto.js';
import { MOST_COMPARISONS } from './trial-balance.dto.js';

export class BalanceSheetQuery extends ReportQuery {
  @OnDate({ example: '2026-12-31', description: 'The last day that counts; a fiscal year holds it.' })
  asOf: string;

  @Several(dateRule, {
    optional: true,
    max: MOST_COMPARISONS,
    example: ['2025-12-31'],
    description: 'Days to compare with, a column each; separated by commas.',
  })
  compareTo?: string[];
}

export class BalanceSheetColumnView {
  @OnDate({ example: '2025-12-31' })
  asOf: string;

  @OnDate({
    nullable: true,
    example: '2025-01-01',
    description: 'Start of the fiscal year that holds the day; null where none does.',
  })
  fiscalYearStartsOn: string | null;

  @Money({ example: '0.00', description: 'Assets less liabilities and equity in this column.' })
  difference: string;
}

export class BalanceSheetView extends ReportHead {
  @OnDate({ example: '2026-12-31' })
  asOf: string;

  @OnDate({ example: '2026-01-01', description: 'Start of the fiscal year that holds `asOf`.' })
  fiscalYearStartsOn: string;

  @List(() => BalanceSheetColumnView, { max: MOST_COMPARISONS, description: 'The compared days, in their order.' })
  comparisons: BalanceSheetColumnView[];

  @Nested(() => StatementSectionView, { description: 'Debits are positive.' })
  assets: StatementSectionView;

  @Nested(() => StatementSectionView, { description: 'Credits are positive.' })
  liabilities: StatementSectionView;

  @Nested(() => StatementSectionView, {
    description:
      'Credits are positive. The last two lines are what income and expense accounts hold, of the fiscal year and of years before it: profits are positive, and zero once closed.',
  })
  equity: StatementSectionView;

  @Nested(() => StatementTotalView, { description: 'Equal to the assets, where all lines count.' })
  liabilitiesAndEquity: StatementTotalView;

  @Money({
    example: '0.00',
    description:
      'Assets less liabilities and equity. Of one value of a dimension: what its lines lack to balance, because the other sides of their entries do not have it. Of all lines it is zero, or the books were damaged: run the integrity checks.',
  })
  difference: string;
}
