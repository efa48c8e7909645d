import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { BudgetYear } from './budget-period.js';
import type { BudgetRow } from './budgets.dto.js';
import { budgetColumns } from './budgets.list.js';

const FIND: Statement = {
  name: 'find_budget',
  text: ['SELECT', budgetColumns, 'FROM accounting.budget WHERE budget.organization_id = $1 AND budget.id = $2'].join(
    ' ',
  ),
};
const FIND_ACTIVE: Statement = {
  name: 'find_active_budgets',
  text: [
    'SELECT',
    budgetColumns,
    `FROM accounting.budget
     WHERE budget.organization_id = $1 AND budget.fiscal_year_id = $2 AND budget.status = 'active'
     ORDER BY budget.code`,
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_budget',
  text: 'SELECT version FROM accounting.budget WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const FIND_YEAR: Statement = {
  name: 'find_budget_year',
  text: `
    SELECT y.id, y.legal_entity_id AS "legalEntityId", y.starts_on AS "startsOn", y.ends_on AS "endsOn",
           (SELECT coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'startsOn', p.starts_on,
                                              'endsOn', p.ends_on, 'isAdjustment', p.is_adjustment) ORDER BY p.number), '[]')
            FROM accounting.fiscal_period p
            WHERE p.organization_id = y.organization_id AND p.fiscal_year_id = y.id) AS periods
    FROM accounting.fiscal_year y WHERE y.organization_id = $1 AND y.id = $2`,
};
/** The legal entity and its currency come from the books, the number from the revisions that there are. */
const INSERT: Statement = {
  name: 'insert_budget',
  text: `
    INSERT INTO accounting.budget (organization_id, id, legal_entity_id, fiscal_year_id, code, revision, name, currency, source)
    SELECT $1, $2, y.legal_entity_id, y.id, $4,
           1 + coalesce((SELECT max(b.revision) FROM accounting.budget b
                         WHERE b.organization_id = $1 AND b.legal_entity_id = y.legal_entity_id
                           AND b.fiscal_year_id = y.id AND b.code = $4), 0),
           $5, books.functional_currency, $6
    FROM accounting.fiscal_year y
    JOIN accounting.books ON books.organization_id = y.organization_id AND books.legal_entity_id = y.legal_entity_id
    WHERE y.organization_id = $1 AND y.id = $3`,
};
const CHANGE: Statement = {
  name: 'change_budget',
  text: `
    UPDATE accounting.budget SET name = coalesce($3, name), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const SUPERSEDE: Statement = {
  name: 'supersede_budget',
  text: `
    UPDATE accounting.budget before SET status = 'superseded', version = before.version + 1, updated_at = now()
    FROM accounting.budget b
    WHERE b.organization_id = $1 AND b.id = $2 AND before.organization_id = b.organization_id
      AND before.legal_entity_id = b.legal_entity_id AND before.fiscal_year_id = b.fiscal_year_id
      AND before.code = b.code AND before.status = 'active'`,
};
const ACTIVATE: Statement = {
  name: 'activate_budget',
  text: `
    UPDATE accounting.budget SET status = 'active', activated_at = now(), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const HAS_CODE: Statement = {
  name: 'find_budget_code',
  text: 'SELECT FROM accounting.budget WHERE organization_id = $1 AND fiscal_year_id = $2 AND code = $3 LIMIT 1',
};

/** The budgets of fiscal years; their lines have a repository of their own. */
@Injectable()
export class BudgetsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<BudgetRow> {
    const row = await this.find(transaction, id);
    if (!row) throw noBudget(id);
    return row;
  }

  async find(transaction: Transaction, id: string): Promise<BudgetRow | undefined> {
    return (await transaction.rows<BudgetRow & object>(FIND, [transaction.organizationId, id]))[0];
  }

  /** The active budgets of a fiscal year, by code. */
  active(transaction: Transaction, fiscalYearId: string): Promise<BudgetRow[]> {
    return transaction.rows<BudgetRow & object>(FIND_ACTIVE, [transaction.organizationId, fiscalYearId]);
  }

  /** Its version; nobody else changes it or its lines until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<number> {
    const [row] = await transaction.rows<{ version: number }>(HOLD, [transaction.organizationId, id]);
    if (!row) throw noBudget(id);
    return row.version;
  }

  async year(transaction: Transaction, fiscalYearId: string): Promise<BudgetYear | undefined> {
    const [year] = await transaction.rows<BudgetYear & object>(FIND_YEAR, [transaction.organizationId, fiscalYearId]);
    return year;
  }

  async hasCode(transaction: Transaction, fiscalYearId: string, code: string): Promise<boolean> {
    return (await transaction.rows(HAS_CODE, [transaction.organizationId, fiscalYearId, code])).length > 0;
  }

  /** The next revision with the code, a draft. */
  async insert(
    transaction: Transaction,
    { fiscalYearId, code, name }: Pick<BudgetRow, 'fiscalYearId' | 'code' | 'name'>,
    source: string | null = null,
  ): Promise<string> {
    const id = newId();
    await transaction.rows(INSERT, [transaction.organizationId, id, fiscalYearId, code, name, source]);
    return id;
  }

  /** Counts a change, also one of lines alone. */
  async change(transaction: Transaction, id: string, name?: string): Promise<void> {
    await transaction.rows(CHANGE, [transaction.organizationId, id, name ?? null]);
  }

  /** The draft holds from now on, instead of the revision that held before. */
  async activate(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(SUPERSEDE, [transaction.organizationId, id]);
    await transaction.rows(ACTIVATE, [transaction.organizationId, id]);
  }
}

const noBudget = (id: string) => platformProblems.not_found(`There is no budget ${id}.`);
