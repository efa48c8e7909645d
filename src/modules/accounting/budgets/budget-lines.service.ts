import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import type { ProblemFactory } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { requireVersion } from '#platform/http/etag.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { budgetLineChanges, type BudgetReplacement } from './budget-line-changes.js';
import type { BudgetLinesBody, BudgetLinesChangeView, ImportBudgetLinesQuery } from './budget-lines.dto.js';
import { BudgetLinesRepository } from './budget-lines.repository.js';
import type { BudgetRow } from './budgets.dto.js';
import { BudgetsRepository } from './budgets.repository.js';
import { type BudgetLineWish, type BudgetSigns, planBudgetLines } from './plan-budget-lines.js';
import { readBudgetFile } from './read-budget-file.js';
import { requireDraft } from './require-draft.js';

const MANAGE = accountingPermissions.manageBudgets.name;
const MOST_SHOWN = 100;

interface Replacement {
  wishes: readonly BudgetLineWish[];
  signs?: BudgetSigns;
  replace?: BudgetReplacement;
  /** How faults are answered. */
  problem: ProblemFactory;
}

/** Puts lines into drafts of budgets: all of them, or none. */
@Injectable()
export class BudgetLinesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly budgets: BudgetsRepository,
    private readonly lines: BudgetLinesRepository,
  ) {}

  replace(id: string, version: number, body: BudgetLinesBody, dryRun = false): Promise<BudgetLinesChangeView> {
    const wishes = body.lines.map(({ dimensions = [], ...line }, index): BudgetLineWish => {
      return { ...line, dimensions, at: { pointer: `/lines/${index}` } };
    });
    const { signs, replace } = body;
    const given = { wishes, signs, replace, problem: accountingProblems.budget_refused };
    return this.change(id, version, dryRun, () => Promise.resolve(given));
  }

  importFile(
    id: string,
    version: number,
    bytes: Buffer,
    { dryRun = false, signs, replace }: ImportBudgetLinesQuery,
  ): Promise<BudgetLinesChangeView> {
    const problem = accountingProblems.import_refused;
    return this.change(id, version, dryRun, async (transaction, { legalEntityId }) => {
      const codes = await this.lines.dimensionCodes(transaction, legalEntityId);
      const { wishes, errors } = readBudgetFile(bytes, codes);
      if (errors) throw problem(detailOf(errors), errors);
      return { wishes, signs, replace, problem };
    });
  }

  private async change(
    id: string,
    expectedVersion: number,
    dryRun: boolean,
    given: (transaction: Transaction, budget: BudgetRow) => Promise<Replacement>,
  ): Promise<BudgetLinesChangeView> {
    const work = async (transaction: Transaction) => {
      requireVersion(await this.budgets.hold(transaction, id), expectedVersion);
      const budget = await this.budgets.get(transaction, id);
      requireDraft(budget);
      await this.legalEntity.resolveActive(budget.legalEntityId, '');
      return this.bring(transaction, budget, await given(transaction, budget));
    };
    if (!dryRun) return this.unitOfWork.run(MANAGE, work);
    return { ...(await this.unitOfWork.rehearse(MANAGE, work)), status: 'dry_run', version: expectedVersion };
  }

  private async bring(
    transaction: Transaction,
    budget: BudgetRow,
    { wishes, signs = 'debit_positive', replace = 'all', problem }: Replacement,
  ): Promise<BudgetLinesChangeView> {
    const year = await this.budgets.year(transaction, budget.fiscalYearId);
    const named = await this.lines.named(transaction, budget.legalEntityId, wishes);
    const facts = { ...named, year: year!, signs, currency: requireCurrency(budget.currency) };
    const { lines, faults } = planBudgetLines(wishes, facts);
    if (faults) throw problem(detailOf(faults), faults.slice(0, MOST_SHOWN));
    const changes = budgetLineChanges(lines, await this.lines.of(transaction, budget.id), replace);
    await this.lines.apply(transaction, budget, changes);
    const { counts, added, removed } = changes;
    const hasChanges = added.length + removed.length > 0;
    if (hasChanges) await this.budgets.change(transaction, budget.id);
    const { version, lineCount } = await this.budgets.get(transaction, budget.id);
    return { status: hasChanges ? 'replaced' : 'nothing_new', budgetId: budget.id, version, ...counts, lineCount };
  }
}

function detailOf(errors: readonly { message: string }[]): string {
  return errors.length === 1 ? errors[0]!.message : `${errors.length} rules are broken; see errors.`;
}
