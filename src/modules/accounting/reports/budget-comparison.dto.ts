import { Choice, Code, Count, List, Money, Nested, OnDate, Ref, Text, Value } from '#platform/http/fields/fields.js';
import { decimalRule } from '#platform/http/fields/number-rules.js';
import { type BudgetStatus, budgetStatuses } from '../budgets/budget-status.js';
import { type AccountType, accountTypes } from '../chart/account-type.js';
import { exampleId, ReportHead, ReportQuery } from './report-head.dto.js';

const shownAccounts = ['with_figures', 'all'] as const;

export class BudgetComparisonQuery extends ReportQuery {
  @OnDate({ example: '2026-01-01', description: 'First day, on which a fiscal period begins.' })
  from: string;

  @OnDate({
    example: '2026-06-30',
    description: 'Last day, on which a fiscal period of the same fiscal year ends. Adjustment periods count with it.',
  })
  to: string;

  @Ref({
    optional: true,
    example: exampleId,
    description: 'The budget, in any status. Where left out, the active one of the fiscal year, if there is one alone.',
  })
  budgetId?: string;

  @Choice(shownAccounts, {
    name: 'BudgetComparisonAccounts',
    optional: true,
    example: 'all',
    description: 'Which accounts are shown: those with a budget or an actual amount (where left out), or all.',
  })
  accounts?: (typeof shownAccounts)[number];
}

export class BudgetFigureView {
  @Money({ example: '6000.00' })
  budget: string;

  @Money({
    example: '5400.00',
    description:
      'Movement in the range. Of income and expense accounts it is that of the income statement; of others, opening and closing entries do not count.',
  })
  actual: string;

  @Money({ example: '-600.00', description: 'Actual less budget.' })
  difference: string;

  @Value(decimalRule({ integerDigits: 30, fractionDigits: 2, example: '-10.00' }), {
    nullable: true,
    example: '-10.00',
    description:
      'The difference in per cent of the budget without its sign, rounded half-up to two decimals; null where the budget is zero.',
  })
  differencePercent: string | null;
}

export class BudgetComparisonLineView extends BudgetFigureView {
  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '4000' })
  accountCode: string;

  @Text(200, { example: 'Office rent' })
  accountName: string;

  @Choice(accountTypes, { name: 'AccountType', example: 'expense' })
  accountType: AccountType;

  @Text(1000, {
    example: `/v1/accounting/reports/general-ledger?legalEntityId=${exampleId}&accountId=${exampleId}&from=2026-01-01&to=2026-06-30&closingEntries=excluded`,
    description: 'Where the actual amount comes from: the general ledger of the account.',
  })
  drillDown: string;
}

export class BudgetComparisonTotalView extends BudgetFigureView {
  @Choice(accountTypes, { name: 'AccountType', example: 'expense' })
  accountType: AccountType;
}

class ComparedBudgetView {
  @Ref({ example: exampleId })
  id: string;

  @Code(20, { example: 'BASE' })
  code: string;

  @Count(1, 2_147_483_647, { example: 1 })
  revision: number;

  @Text(200, { example: 'Budget 2026' })
  name: string;

  @Choice(budgetStatuses, { name: 'BudgetStatus', example: 'active' })
  status: BudgetStatus;
}

export class BudgetComparisonView extends ReportHead {
  @OnDate({ example: '2026-01-01' })
  from: string;

  @OnDate({ example: '2026-06-30' })
  to: string;

  @OnDate({ example: '2026-01-01', description: 'Start of the fiscal year of the budget.' })
  fiscalYearStartsOn: string;

  @Nested(() => ComparedBudgetView, { description: 'As it is now: `knownAt` is about the entries alone.' })
  budget: ComparedBudgetView;

  @List(() => BudgetComparisonLineView, {
    max: 100_000,
    description:
      'The accounts, by code. Debits of assets and expenses are positive, credits of liabilities, equity and income.',
  })
  lines: BudgetComparisonLineView[];

  @List(() => BudgetComparisonTotalView, {
    max: 5,
    description: 'Sums by type, over all accounts: assets, liabilities, equity, income, expenses.',
  })
  totals: BudgetComparisonTotalView[];

  @Nested(() => BudgetFigureView, { description: 'Income less expenses: a profit is positive.' })
  result: BudgetFigureView;
}
