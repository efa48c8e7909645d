import { PickType } from '@nestjs/swagger';
import { Choice, List, Money, OnDate, Text } from '#platform/http/fields/fields.js';
import { IncomeStatementQuery } from './income-statement.dto.js';
import { MOST_PERIODS, type PeriodLength, periodLengths } from './periods-of.js';
import { exampleId, ReportHead } from './report-head.dto.js';

const by = { name: 'PeriodLength', example: 'month' } as const;

export class CashBalanceQuery extends PickType(IncomeStatementQuery, ['legalEntityId', 'knownAt', 'from', 'to']) {
  @Choice(periodLengths, {
    ...by,
    optional: true,
    description: 'What there is a line for; `month` where left out. Up to 400 of them.',
  })
  by?: PeriodLength;
}

export class CashBalanceLineView {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-01-31' })
  to: string;

  @Money({ example: '-250.00', description: 'Money that comes is positive.' })
  change: string;

  @Money({ example: '1250.00', description: 'Cash and cash equivalents at the end of the last day.' })
  closing: string;

  @Text(1000, {
    example: `/v1/accounting/reports/cash-flow-statement?legalEntityId=${exampleId}&from=2026-01-01&to=2026-01-31`,
    description: 'Where the change comes from.',
  })
  drillDown: string;
}

export class CashBalanceView extends ReportHead {
  @Choice(periodLengths, by)
  by: PeriodLength;

  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-12-31' })
  to: string;

  @Money({
    example: '1500.00',
    description:
      'Before the first day, with the opening entries of the fiscal year, as in the statement of cash flows.',
  })
  opening: string;

  @List(() => CashBalanceLineView, { max: MOST_PERIODS, description: 'In order of time.' })
  lines: CashBalanceLineView[];

  @Money({ example: '1250.00', description: 'At the end of the last day.' })
  closing: string;
}
