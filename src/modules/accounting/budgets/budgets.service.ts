import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { type BudgetLineRow, BudgetLineView } from './budget-lines.dto.js';
import { BudgetLinesRepository } from './budget-lines.repository.js';
import {
  type BudgetRow,
  BudgetView,
  type CreateBudget,
  type RevisedBudgetView,
  type UpdateBudget,
} from './budgets.dto.js';
import { budgetColumns, budgetLineColumns, budgetLineTables } from './budgets.list.js';
import { BudgetsRepository } from './budgets.repository.js';
import { requireDraft } from './require-draft.js';

const MANAGE = accountingPermissions.manageBudgets.name;

/** Budgets of fiscal years and their revisions. */
@Injectable()
export class BudgetsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly budgets: BudgetsRepository,
    private readonly budgetLines: BudgetLinesRepository,
  ) {}

  list(request: ListRequest): Promise<Page<BudgetView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<BudgetRow>(transaction, {
        columns: budgetColumns,
        from: 'accounting.budget',
        where: 'budget.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => BudgetView.from(row));
    });
  }

  find(id: string): Promise<BudgetView> {
    return this.unitOfWork.read(async (transaction) => BudgetView.from(await this.budgets.get(transaction, id)));
  }

  lines(id: string, request: ListRequest): Promise<Page<BudgetLineView>> {
    return this.unitOfWork.read(async (transaction) => {
      const { currency } = await this.budgets.get(transaction, id);
      const rows = await request.rows<BudgetLineRow>(transaction, {
        columns: budgetLineColumns,
        from: budgetLineTables,
        where: 'line.organization_id = $1 AND line.budget_id = $2',
        parameters: [transaction.organizationId, id],
      });
      return request.page(rows, (row) => BudgetLineView.from(row, currency));
    });
  }

  create(fields: CreateBudget): Promise<BudgetView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { fiscalYearId, code } = fields;
      const year = await this.budgets.year(transaction, fiscalYearId);
      if (!year) {
        const message = `There is no fiscal year ${fiscalYearId}.`;
        const error = { pointer: '/fiscalYearId', code: 'unknown_fiscal_year', message };
        throw accountingProblems.no_fiscal_year(message, [error]);
      }
      await this.legalEntity.resolveActive(year.legalEntityId, '/fiscalYearId');
      if (await this.budgets.hasCode(transaction, fiscalYearId, code)) {
        const message = `The fiscal year has a budget ${code}; make another revision of it.`;
        throw accountingProblems.budget_code_taken(message, [{ pointer: '/code', code: 'code_taken', message }]);
      }
      return this.viewOf(transaction, await this.budgets.insert(transaction, fields));
    });
  }

  update(id: string, expectedVersion: number, { name }: UpdateBudget): Promise<BudgetView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const budget = await this.hold(transaction, id, expectedVersion);
      requireDraft(budget);
      if (name !== undefined && name !== budget.name) await this.budgets.change(transaction, id, name);
      return this.viewOf(transaction, id);
    });
  }

  activate(id: string, expectedVersion: number): Promise<BudgetView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const budget = await this.hold(transaction, id, expectedVersion);
      requireDraft(budget);
      if (budget.lineCount === 0) throw accountingProblems.budget_refused('The budget has no lines yet.');
      await this.budgets.activate(transaction, id);
      return this.viewOf(transaction, id);
    });
  }

  revise(id: string): Promise<RevisedBudgetView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const { fiscalYearId, legalEntityId, code, name, lineCount } = await this.budgets.get(transaction, id);
      await this.legalEntity.resolveActive(legalEntityId, '');
      const revisionId = await this.budgets.insert(transaction, { fiscalYearId, code, name });
      const copied = await this.budgetLines.copy(transaction, id, revisionId);
      return { ...(await this.viewOf(transaction, revisionId)), linesLeftOut: lineCount - copied };
    });
  }

  private async hold(transaction: Transaction, id: string, expectedVersion: number): Promise<BudgetRow> {
    requireVersion(await this.budgets.hold(transaction, id), expectedVersion);
    return this.budgets.get(transaction, id);
  }

  private async viewOf(transaction: Transaction, id: string): Promise<BudgetView> {
    return BudgetView.from(await this.budgets.get(transaction, id));
  }
}
