import { Choice, Code, Count, List, Money, OnDate, Ref, Text } from '#platform/http/fields/fields.js';
import { exampleId } from './report-head.dto.js';
import { type StatementLineKind, statementLineKinds } from './statement-lines.js';
import { MOST_COMPARISONS } from './trial-balance.dto.js';

export class ComparedAmountView {
  @Money({ example: '900.00', description: 'The same figure in the column that the head names in the same place.' })
  amount: string;

  @Money({ example: '250.00', description: 'Amount of the report less this amount.' })
  difference: string;
}

/** A figure and what it is compared with. */
export class StatementTotalView {
  @Money({ example: '1150.00' })
  amount: string;

  @List(() => ComparedAmountView, { max: MOST_COMPARISONS, description: 'One for each compared column.' })
  comparisons: ComparedAmountView[];
}

export class StatementLineView extends StatementTotalView {
  @Choice(statementLineKinds, {
    name: 'StatementLineKind',
    example: 'account',
    description:
      'A `group` sums up the lines after it that have a higher level. The two results are of income and expense accounts and stand in equity.',
  })
  kind: StatementLineKind;

  @Count(0, 1000, { example: 1, description: 'How many groups stand above the line.' })
  level: number;

  @Ref({ nullable: true, example: exampleId })
  accountId: string | null;

  @Code(20, { nullable: true, example: '1930' })
  accountCode: string | null;

  @Text(200, { example: 'Bank account' })
  name: string;

  @Text(1000, {
    nullable: true,
    example: `/v1/accounting/reports/general-ledger?legalEntityId=${exampleId}&accountId=${exampleId}&from=2026-01-01&to=2026-12-31`,
    description:
      'Where the figure comes from: the general ledger of the account or group in the time of the report, or the income statement of a result.',
  })
  drillDown: string | null;
}

export class StatementSectionView extends StatementTotalView {
  @List(() => StatementLineView, { max: 100_000, description: 'Groups and accounts with a figure, by code.' })
  lines: StatementLineView[];
}

export class ComparedRangeView {
  @OnDate({ example: '2025-01-01' })
  from: string;

  @OnDate({ example: '2025-12-31' })
  to: string;
}
