import { Choice, Code, List, Money, Nested, OnDate, Ref, Several, Text } from '#platform/http/fields/fields.js';
import { dateRule } from '#platform/http/fields/time-rules.js';
import { type AccountType, accountTypes } from '../chart/account-type.js';
import { type ClosingEntries, closingEntriesChoices } from './account-figures.js';
import { exampleId, ReportHead, ReportQuery } from './report-head.dto.js';

/** Most columns that a report compares with. */
export const MOST_COMPARISONS = 11;

const shownAccounts = ['with_figures', 'with_balance', 'all'] as const;
export type ShownAccounts = (typeof shownAccounts)[number];

export class TrialBalanceQuery extends ReportQuery {
  @OnDate({
    optional: true,
    example: '2026-12-31',
    description:
      'The last day that counts; movement starts with the fiscal year that holds it. Either this or `from` and `to`.',
  })
  asOf?: string;

  @OnDate({ optional: true, example: '2026-04-01', description: 'First day of the movement; with `to`.' })
  from?: string;

  @OnDate({ optional: true, example: '2026-06-30', description: 'Last day of the movement; with `from`.' })
  to?: string;

  @Several(dateRule, {
    optional: true,
    max: MOST_COMPARISONS,
    example: ['2025-12-31'],
    description: 'Days whose closing balances stand beside, each as of its own fiscal year; separated by commas.',
  })
  compareTo?: string[];

  @Choice(shownAccounts, {
    name: 'TrialBalanceAccounts',
    optional: true,
    example: 'with_balance',
    description:
      'Which accounts are shown: those with any figure (where left out), those whose closing balance is not zero, or all that take postings.',
  })
  accounts?: ShownAccounts;

  @Choice(closingEntriesChoices, {
    name: 'ClosingEntries',
    optional: true,
    example: 'excluded',
    description:
      'Whether entries of kind `closing` from the start of the fiscal year on count; `included` where left out. `excluded` shows the balances before the year-end; closing entries of earlier years always count.',
  })
  closingEntries?: ClosingEntries;
}

class ComparedBalanceView {
  @Money({ example: '900.00', description: 'Closing balance on the day that the head names in the same place.' })
  closing: string;

  @Money({ example: '250.00', description: 'Closing of the report less this closing.' })
  difference: string;
}

export class TrialBalanceLineView {
  @Ref({ example: exampleId })
  accountId: string;

  @Code(20, { example: '1930' })
  accountCode: string;

  @Text(200, { example: 'Bank account' })
  accountName: string;

  @Choice(accountTypes, { name: 'AccountType', example: 'asset' })
  accountType: AccountType;

  @Money({
    example: '1000.00',
    description:
      'Balance before `from` with the opening entries of the fiscal year, debit positive. Income and expense accounts count from the start of the fiscal year.',
  })
  opening: string;

  @Money({
    example: '250.00',
    description: 'Sum of debits from `from` to `asOf`, opening and closing entries left out.',
  })
  debit: string;

  @Money({ example: '100.00', description: 'Sum of credits of the same entries.' })
  credit: string;

  @Money({ example: '0.00', description: 'Sum of debits of closing entries in the same time; zero where excluded.' })
  closingEntriesDebit: string;

  @Money({ example: '0.00', description: 'Sum of credits of closing entries in the same time; zero where excluded.' })
  closingEntriesCredit: string;

  @Money({ example: '1150.00', description: 'Opening, debit less credit, and the same of closing entries.' })
  closing: string;

  @List(() => ComparedBalanceView, { max: MOST_COMPARISONS, description: 'One for each day of `compareTo`.' })
  comparisons: ComparedBalanceView[];
}

export class TrialBalanceTotalsView {
  @Money({ example: '0.00' })
  opening: string;

  @Money({ example: '250.00' })
  debit: string;

  @Money({ example: '250.00' })
  credit: string;

  @Money({ example: '0.00' })
  closingEntriesDebit: string;

  @Money({ example: '0.00' })
  closingEntriesCredit: string;

  @Money({ example: '0.00' })
  closing: string;

  @List(() => ComparedBalanceView, { max: MOST_COMPARISONS, description: 'One for each day of `compareTo`.' })
  comparisons: ComparedBalanceView[];
}

class ComparedDateView {
  @OnDate({ example: '2025-12-31' })
  asOf: string;
}

export class TrialBalanceView extends ReportHead {
  @OnDate({ example: '2026-12-31', description: 'The last day that counts.' })
  asOf: string;

  @OnDate({ example: '2026-01-01', description: 'First day of the movement.' })
  from: string;

  @OnDate({ example: '2026-01-01', description: 'Start of the fiscal year that holds `from`.' })
  fiscalYearStartsOn: string;

  @Choice(closingEntriesChoices, { name: 'ClosingEntries', example: 'included' })
  closingEntries: ClosingEntries;

  @List(() => ComparedDateView, { max: MOST_COMPARISONS, description: 'The days of `compareTo`, in their order.' })
  comparisons: ComparedDateView[];

  @List(() => TrialBalanceLineView, { max: 100_000, description: 'The accounts, by code.' })
  lines: TrialBalanceLineView[];

  @Nested(() => TrialBalanceTotalsView, { description: 'Sums over all accounts, also those that are not shown.' })
  totals: TrialBalanceTotalsView;

  @Money({
    example: '0.00',
    description:
      'Result of earlier fiscal years that no entry has taken to equity yet, debit positive (a loss). It stands in no line; total opening and total closing are its opposite, and zero without it.',
  })
  unclosedResult: string;
}
