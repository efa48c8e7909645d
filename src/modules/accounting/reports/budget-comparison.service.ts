import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { DateRange } from '#kernel/date-range.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { requireOrder } from '#platform/http/require-order.js';
import { accountingProblems } from '../accounting.problems.js';
import { type BudgetYear, isOfWholePeriods } from '../budgets/budget-period.js';
import type { BudgetRow } from '../budgets/budgets.dto.js';
import { BudgetsRepository } from '../budgets/budgets.repository.js';
import { boundsOfComparison, budgetComparisonContent } from './budget-comparison-content.js';
import type { BudgetComparisonQuery, BudgetComparisonView } from './budget-comparison.dto.js';
import { BudgetSumsRepository } from './budget-sums.repository.js';
import { LedgerSumsRepository } from './ledger-sums.repository.js';
import { headOf, noFiscalYear, type ReportBooks, wrongParameter } from './report-books.js';
import { comparisonForm, comparisonRows } from './budget-comparison-table.js';
import { ReportBooksReader } from './report-books.reader.js';
import { budgetChart } from './report-charts.js';
import { headingOf, periodText } from './report-title.js';

@Injectable()
export class BudgetComparisonService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReportBooksReader,
    private readonly sums: LedgerSumsRepository,
    private readonly budgets: BudgetsRepository,
    private readonly budgetSums: BudgetSumsRepository,
  ) {}

  report(query: BudgetComparisonQuery): Report<BudgetComparisonView> {
    return {
      name: `budget-comparison-${query.from}-${query.to}`,
      view: async () => (await this.read(query)).view,
      chart: async () => budgetChart((await this.read(query)).view),
      table: () =>
        tableOf(comparisonForm, async () => {
          const { view, books } = await this.read(query);
          const budget = `${view.budget.code}, revision ${view.budget.revision}`;
          const head = headingOf(books, 'Budget comparison', periodText(query.from, query.to), ['Budget', budget]);
          return { head, rows: comparisonRows(view) };
        }),
    };
  }

  private read(query: BudgetComparisonQuery): Promise<{ view: BudgetComparisonView; books: ReportBooks }> {
    return this.unitOfWork.read(async (transaction) => {
      requireOrder(query);
      const books = await this.reader.open(transaction, query);
      const range = { startsOn: query.from as CalendarDate, endsOn: query.to as CalendarDate };
      const year = await this.yearOf(transaction, books, range);
      const { id, code, revision, name, status } = await this.budgetOf(transaction, year, query.budgetId);
      const planned = await this.budgetSums.read(transaction, id, range, books.part);
      const [chart, sums] = await Promise.all([
        this.reader.chart(transaction, books.legalEntityId),
        this.sums.read(transaction, books, boundsOfComparison(range, books)),
      ]);
      const view = {
        ...headOf(books),
        from: range.startsOn,
        to: range.endsOn,
        fiscalYearStartsOn: year.startsOn,
        budget: { id, code, revision, name, status },
        ...budgetComparisonContent({ books, range, planned, sums, chart, showsAll: query.accounts === 'all' }),
      };
      return { view, books };
    });
  }

  /** @throws Problem no_fiscal_year, or 400 where the range does not consist of periods of one year */
  private async yearOf(transaction: Transaction, books: ReportBooks, range: DateRange): Promise<BudgetYear> {
    const id = await this.budgetSums.yearHolding(transaction, books.legalEntityId, range.startsOn);
    if (id === undefined) {
      throw noFiscalYear(`No fiscal year of the legal entity holds ${range.startsOn}.`, '?from');
    }
    const year = (await this.budgets.year(transaction, id))!;
    if (isOfWholePeriods(range, year)) return year;
    const message = `Must be the first and last day of fiscal periods from ${year.startsOn} to ${year.endsOn}.`;
    throw wrongParameter('?from', 'not_whole_periods', message);
  }

  /** @throws Problem budget_unknown */
  private async budgetOf(transaction: Transaction, year: BudgetYear, id: string | undefined): Promise<BudgetRow> {
    const span = `the fiscal year from ${year.startsOn} to ${year.endsOn}`;
    if (id !== undefined) {
      const budget = await this.budgets.find(transaction, id);
      if (budget?.fiscalYearId === year.id) return budget;
      throw noBudget('unknown_budget', `There is no budget ${id} of ${span}.`);
    }
    const [budget, ...others] = await this.budgets.active(transaction, year.id);
    if (!budget) throw noBudget('no_active_budget', `No budget of ${span} is active; name one.`);
    if (others.length === 0) return budget;
    const codes = [budget, ...others].map(({ code }) => code).join(', ');
    throw noBudget('several_budgets', `Several budgets of ${span} are active: ${codes}; name one.`);
  }
}

function noBudget(code: string, message: string) {
  return accountingProblems.budget_unknown(message, [{ pointer: '?budgetId', code, message }]);
}
