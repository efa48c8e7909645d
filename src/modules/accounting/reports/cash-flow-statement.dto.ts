import { PickType } from '@nestjs/swagger';
import { Choice, Code, Count, List, Nested, OnDate, Ref, Text, Values } from '#platform/http/fields/fields.js';
import { textRule } from '#platform/http/fields/text-rules.js';
import { type CashFlowItem, cashFlowItems, type CashFlowMethod, cashFlowMethods } from './cash-flow-lines.js';
import { ComparedRangeView, StatementTotalView } from './financial-statement.dto.js';
import { IncomeStatementQuery } from './income-statement.dto.js';
import { exampleId, ReportHead } from './report-head.dto.js';
import { MOST_COMPARISONS } from './trial-balance.dto.js';

export class CashFlowStatementQuery extends PickType(IncomeStatementQuery, [
  'legalEntityId',
  'knownAt',
  'from',
  'to',
  'compare',
  'compareCount',
  'compareRanges',
]) {
  @Choice(cashFlowMethods, {
    name: 'CashFlowMethod',
    optional: true,
    example: 'indirect',
    description:
      'How operating activities are shown: `direct` by receipts and payments, `indirect` (where left out) from the result. Both sum to the same.',
  })
  method?: CashFlowMethod;
}

export const cashFlowLineKinds = ['group', 'account', 'result'] as const;

export class CashFlowLineView extends StatementTotalView {
  @Choice(cashFlowLineKinds, {
    name: 'CashFlowLineKind',
    example: 'account',
    description: 'A `group` sums up the accounts after it; a `result` is that of all income and expense accounts.',
  })
  kind: (typeof cashFlowLineKinds)[number];

  @Choice(cashFlowItems, {
    name: 'CashFlowItem',
    example: 'receipts_from_customers',
    description:
      'What the line is about. `not_cash`: what the result has and no money moved, such as depreciation; `other_sections`: what it has of investing and financing.',
  })
  item: CashFlowItem;

  @Count(0, 1, { example: 1, description: 'How many groups stand above the line.' })
  level: number;

  @Ref({ nullable: true, example: exampleId })
  accountId: string | null;

  @Code(20, { nullable: true, example: '1100' })
  accountCode: string | null;

  @Text(200, { example: 'Trade receivables' })
  name: string;

  @Values(textRule({ max: 1000 }), {
    max: 2,
    example: [
      `/v1/accounting/reports/cash-flow-entries?legalEntityId=${exampleId}&accountId=${exampleId}&figure=receipt&from=2026-01-01&to=2026-12-31`,
    ],
    description:
      'Where the amount comes from: entries with their shares, the general ledger of the account, or the income statement. None for groups.',
  })
  drillDown: string[];
}

export class CashFlowSectionView extends StatementTotalView {
  @List(() => CashFlowLineView, { max: 200_000, description: 'What has a figure: groups, and their accounts by code.' })
  lines: CashFlowLineView[];
}

export class CashFlowStatementView extends ReportHead {
  @Choice(cashFlowMethods, { name: 'CashFlowMethod', example: 'indirect' })
  method: CashFlowMethod;

  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-12-31' })
  to: string;

  @List(() => ComparedRangeView, { max: MOST_COMPARISONS, description: 'The compared ranges, in their order.' })
  comparisons: ComparedRangeView[];

  @Nested(() => CashFlowSectionView, { description: 'Money that comes is positive, in all sections.' })
  operating: CashFlowSectionView;

  @Nested(() => CashFlowSectionView, { description: 'Buying and selling what is kept for long, and investments.' })
  investing: CashFlowSectionView;

  @Nested(() => CashFlowSectionView, { description: 'Owners and lenders.' })
  financing: CashFlowSectionView;

  @Nested(() => CashFlowSectionView, {
    description: 'What exchange rates made of money in other currencies, which is no cash flow (IAS 7.28).',
  })
  exchange: CashFlowSectionView;

  @Nested(() => StatementTotalView, { description: 'The sum of the four sections.' })
  change: StatementTotalView;

  @Nested(() => CashFlowSectionView, {
    description: 'Cash and cash equivalents before the first day, with the opening entries of its fiscal year.',
  })
  opening: CashFlowSectionView;

  @Nested(() => CashFlowSectionView, { description: 'The same at the end of the last day, by account.' })
  closing: CashFlowSectionView;

  @Nested(() => StatementTotalView, {
    description: 'Closing less opening less change: zero, or the books were damaged.',
  })
  difference: StatementTotalView;
}
