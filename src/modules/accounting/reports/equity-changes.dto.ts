import { IntersectionType } from '@nestjs/swagger';
import { Choice, Code, List, Money, Nested, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { IncomeStatementQuery } from './income-statement.dto.js';
import { exampleId, ReportHead } from './report-head.dto.js';
import { MOST_COMPARISONS } from './trial-balance.dto.js';

export class EquityChangesQuery extends IncomeStatementQuery {}

export const equityComponentKinds = ['account', 'result'] as const;
export type EquityComponentKind = (typeof equityComponentKinds)[number];

/** Credits are positive. */
export class EquityMovementsView {
  @Money({ example: '50000.00', description: 'Before the first day, with the opening entries of the fiscal year.' })
  opening: string;

  @Money({
    example: '0.00',
    description: 'The result of the range, as the income statement has it: a profit is positive.',
  })
  result: string;

  @Money({
    example: '12000.00',
    description:
      'What entries that close or open a fiscal year took of results to accounts. In sum zero, where such entries stand on accounts of equity alone.',
  })
  appropriation: string;

  @Money({
    example: '5000.00',
    description: 'Other credits: contributions of owners, transfers from other components.',
  })
  increases: string;

  @Money({
    example: '-2000.00',
    description: 'Other debits, below zero: distributions to owners, transfers to others.',
  })
  decreases: string;

  @Money({ example: '65000.00', description: 'At the end of the last day: the sum of all before it.' })
  closing: string;
}

export class EquityComponentView extends EquityMovementsView {
  @Choice(equityComponentKinds, {
    name: 'EquityComponentKind',
    example: 'account',
    description:
      '`result`: what income and expense accounts hold, of the fiscal year and of years that were not closed.',
  })
  kind: EquityComponentKind;

  @Ref({ nullable: true, example: exampleId, description: 'Null for the result.' })
  accountId: string | null;

  @Code(20, { nullable: true, example: '2081' })
  accountCode: string | null;

  @Text(200, { example: 'Share capital' })
  name: string;

  @Text(1000, {
    nullable: true,
    example: `/v1/accounting/reports/general-ledger?legalEntityId=${exampleId}&accountId=${exampleId}&from=2026-01-01&to=2026-12-31`,
    description:
      'The lines of the account; of the result, the income statement. Null where no fiscal year has the first day.',
  })
  drillDown: string | null;
}

export class EquityPeriodView {
  @OnDate({ example: '2025-01-01' })
  from: string;

  @OnDate({ example: '2025-12-31' })
  to: string;

  @List(() => EquityComponentView, {
    max: 10_000,
    description: 'Accounts with any figure in the order of their codes, then the result.',
  })
  components: EquityComponentView[];

  @Nested(() => EquityMovementsView, { description: 'The sums of all components: equity of the balance sheet.' })
  total: EquityMovementsView;
}

export class EquityChangesView extends IntersectionType(ReportHead, EquityPeriodView) {
  @List(() => EquityPeriodView, {
    max: MOST_COMPARISONS,
    description: 'The same of the compared ranges, in their order.',
  })
  comparisons: EquityPeriodView[];
}
