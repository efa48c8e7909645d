import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { budgetLineChanges } from './budget-line-changes.js';
import { BudgetLinesRepository } from './budget-lines.repository.js';
import { type FileBudgetRecord, wishesOfFile } from './budget-of-file.js';
import type { BudgetRow } from './budgets.dto.js';
import { BudgetsRepository } from './budgets.repository.js';
import { type PlannedBudgetLine, planBudgetLines } from './plan-budget-lines.js';

/** The code of budgets that files bring. */
const CODE = 'SIE';

/** The fiscal year that a file is about, and the file. */
export interface FileBudgetScope {
  legalEntityId: string;
  fiscalYearId: string;
  source: string;
}

/** What became of the budget in a file: nothing where it has none. */
export interface FileBudgetOutcome {
  kept?: Pick<BudgetRow, 'id' | 'code' | 'revision' | 'lineCount'>;
  /** Why it could not be kept; the rest of the file can. */
  fault?: ProblemError;
}

/** Keeps the budgets that files of books bring, one for each file and year. */
@Injectable()
export class FileBudgets {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly budgets: BudgetsRepository,
    private readonly lines: BudgetLinesRepository,
  ) {}

  /** The accounts and values that the records name are in the books by now, if they come to be there. */
  async keep(
    transaction: Transaction,
    scope: FileBudgetScope,
    records: readonly FileBudgetRecord[],
  ): Promise<FileBudgetOutcome> {
    if (records.length === 0) return {};
    const { wishes, fault } = wishesOfFile(records);
    if (fault) return { fault };
    const { functionalCurrency } = await this.legalEntity.describe(scope.legalEntityId);
    const year = (await this.budgets.year(transaction, scope.fiscalYearId))!;
    const named = await this.lines.named(transaction, scope.legalEntityId, wishes);
    const currency = requireCurrency(functionalCurrency);
    const { lines, faults } = planBudgetLines(wishes, { ...named, year, currency, signs: 'debit_positive' });
    if (faults) return { fault: faults[0]! };
    const name = `Budget ${year.startsOn} to ${year.endsOn}`;
    return {
      kept: shown((await this.same(transaction, scope, lines)) ?? (await this.add(transaction, scope, name, lines))),
    };
  }

  /** The budget that an earlier import of the file has left and nobody has changed. */
  private async same(
    transaction: Transaction,
    { fiscalYearId }: FileBudgetScope,
    lines: readonly PlannedBudgetLine[],
  ): Promise<BudgetRow | undefined> {
    const active = (await this.budgets.active(transaction, fiscalYearId)).find(({ code }) => code === CODE);
    if (!active) return undefined;
    const { added, removed } = budgetLineChanges(lines, await this.lines.of(transaction, active.id), 'all');
    return added.length + removed.length === 0 ? active : undefined;
  }

  private async add(
    transaction: Transaction,
    { fiscalYearId, source }: FileBudgetScope,
    name: string,
    added: PlannedBudgetLine[],
  ): Promise<BudgetRow> {
    const id = await this.budgets.insert(transaction, { fiscalYearId, code: CODE, name }, source);
    await this.lines.apply(transaction, await this.budgets.get(transaction, id), { added, removed: [] });
    await this.budgets.activate(transaction, id);
    return this.budgets.get(transaction, id);
  }
}

const shown = ({ id, code, revision, lineCount }: BudgetRow) => ({ id, code, revision, lineCount });
