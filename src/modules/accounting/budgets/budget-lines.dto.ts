import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import {
  AtInstant,
  Choice,
  Code,
  Count,
  Flag,
  List,
  Money,
  OnDate,
  Ref,
  Text,
  Value,
} from '#platform/http/fields/fields.js';
import { ListOf } from '#platform/listing/page.view.js';
import { type BudgetReplacement, budgetReplacements } from './budget-line-changes.js';
import { type BudgetSigns, budgetSigns } from './plan-budget-lines.js';
import { monthRule } from './read-budget-file.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';
const MOST = 2_147_483_647;
export const MOST_LINES = 5000;

class BudgetLineValueView {
  @Text(20, { example: 'COST-CENTRE' })
  dimensionCode: string;

  @Text(50, { example: 'STO' })
  valueCode: string;
}

export class BudgetLineFields {
  @Code(20, { example: '4000', description: 'An active account that takes postings.' })
  accountCode: string;

  @Value(monthRule, {
    optional: true,
    example: '2026-01',
    description: 'The month, in a fiscal year of calendar months. This or `periodNumber`.',
  })
  month?: string;

  @Count(1, 999, {
    optional: true,
    example: 1,
    description: 'Number of the fiscal period; no adjustment period. This or `month`.',
  })
  periodNumber?: number;

  @List(() => BudgetLineValueView, {
    optional: true,
    max: 20,
    description: 'Values of dimensions, one of each at most. Lines with and without values add up to the account.',
  })
  dimensions?: BudgetLineValueView[];

  @Money({ example: '1250.00', description: 'Movement of the account in the period, with the sign of `signs`.' })
  amount: string;
}

class BudgetLinesOptions {
  @Choice(budgetSigns, {
    name: 'BudgetSigns',
    optional: true,
    example: 'natural',
    description:
      'What a positive amount is. `debit_positive` (where left out): a debit, as in the ledger, so that income is negative. `natural`: more of what the account is for, so that income is positive.',
  })
  signs?: BudgetSigns;

  @Choice(budgetReplacements, {
    name: 'BudgetReplacement',
    optional: true,
    example: 'named_periods',
    description:
      'Which lines give way: `all` of the budget (where left out), or those of the periods that the new lines name.',
  })
  replace?: BudgetReplacement;
}

export class BudgetLinesBody extends BudgetLinesOptions {
  @List(() => BudgetLineFields, { max: MOST_LINES })
  lines: BudgetLineFields[];
}

export class ImportBudgetLinesQuery extends BudgetLinesOptions {
  @Flag({ optional: true, example: false, description: 'Answer the same report and keep nothing.' })
  dryRun?: boolean;
}

const changeStatuses = ['replaced', 'nothing_new', 'dry_run'] as const;

export class BudgetLinesChangeView {
  @Choice(changeStatuses, {
    name: 'BudgetLinesStatus',
    example: 'replaced',
    description: '`nothing_new`: the budget had exactly these lines already.',
  })
  status: (typeof changeStatuses)[number];

  @Ref({ example: exampleId })
  budgetId: string;

  @Count(1, MOST, { example: 2, description: 'Of the budget, as it is now; also the ETag.' })
  version: number;

  @Count(0, MOST, { example: 24, description: 'Lines that the budget did not have.' })
  added: number;

  @Count(0, MOST, { example: 3, description: 'Lines with another amount than before.' })
  changed: number;

  @Count(0, MOST, { example: 0, description: 'Lines that the budget does not have any more.' })
  removed: number;

  @Count(0, MOST, { example: 117 })
  unchanged: number;

  @Count(0, MOST, { example: 144, description: 'Lines of the whole budget, as it is now.' })
  lineCount: number;
}

export interface BudgetLineRow {
  id: string;
  accountId: string;
  accountCode: string;
  accountName: string;
  fiscalPeriodId: string;
  periodNumber: number;
  startsOn: string;
  endsOn: string;
  dimensions: BudgetLineValueView[];
  amount: string;
  updatedAt: Date;
}

export class BudgetLineView {
  @Ref({ example: exampleId })
  id: string;

  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '4000' })
  accountCode: string;

  @Text(200, { example: 'Office rent' })
  accountName: string;

  @Ref({ example: exampleId })
  fiscalPeriodId: string;

  @Count(1, 999, { example: 1 })
  periodNumber: number;

  @OnDate({ example: '2026-01-01', description: 'First day of the period.' })
  startsOn: string;

  @OnDate({ example: '2026-01-31', description: 'Last day of the period.' })
  endsOn: string;

  @List(() => BudgetLineValueView, { max: 20, description: 'By code of the dimension; none for the account as such.' })
  dimensions: BudgetLineValueView[];

  @Money({ example: '1250.00', description: 'Movement of the account in the period, debit positive.' })
  amount: string;

  @AtInstant({ example: '2026-01-31T08:30:00.000Z', description: 'When the line came; it never changes.' })
  updatedAt: string;

  static from({ amount, updatedAt, ...row }: BudgetLineRow, currency: string): BudgetLineView {
    const { id, accountId, accountCode, accountName, fiscalPeriodId, periodNumber, startsOn, endsOn, dimensions } = row;
    const values = dimensions.map(({ dimensionCode, valueCode }) => ({ dimensionCode, valueCode }));
    return {
      id,
      accountId,
      accountCode,
      accountName,
      fiscalPeriodId,
      periodNumber,
      startsOn,
      endsOn,
      dimensions: values,
      amount: new Decimal(amount).toFixed(requireCurrency(currency).minorUnits),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

export class BudgetLineList extends ListOf(BudgetLineView) {}
