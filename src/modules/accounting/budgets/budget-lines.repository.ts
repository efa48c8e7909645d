import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { BudgetLineChanges, KeptBudgetLine } from './budget-line-changes.js';
import type { BudgetAccount, BudgetDimension, BudgetLineWish, BudgetValue } from './plan-budget-lines.js';
import type { BudgetRow } from './budgets.dto.js';

const ACCOUNTS: Statement = {
  name: 'load_budget_accounts',
  text: `
    SELECT id, code, type, is_group AS "isGroup", status = 'active' AS "isActive" FROM accounting.account
    WHERE organization_id = $1 AND legal_entity_id = $2 AND code = ANY ($3)`,
};
const DIMENSIONS: Statement = {
  name: 'load_budget_dimensions',
  text: `
    SELECT d.code, d.status = 'active' AS "isActive", v.id AS "valueId", v.code AS "valueCode",
           v.status = 'active' AS "valueIsActive", v.valid_from AS "validFrom", v.valid_to AS "validTo"
    FROM accounting.dimension d
    LEFT JOIN accounting.dimension_value v
      ON v.organization_id = d.organization_id AND v.dimension_id = d.id AND v.code = ANY ($4)
    WHERE d.organization_id = $1 AND d.legal_entity_id = $2 AND d.code = ANY ($3)`,
};
const DIMENSION_CODES: Statement = {
  name: 'load_dimension_codes',
  text: 'SELECT code FROM accounting.dimension WHERE organization_id = $1 AND legal_entity_id = $2 ORDER BY code',
};
const LINES: Statement = {
  name: 'load_budget_lines',
  text: `
    SELECT id, account_id AS "accountId", fiscal_period_id AS "periodId",
           coalesce(dimension_value_ids, '{}') AS "valueIds", amount
    FROM accounting.budget_line WHERE organization_id = $1 AND budget_id = $2`,
};
const REMOVE: Statement = {
  name: 'remove_budget_lines',
  text: 'DELETE FROM accounting.budget_line WHERE organization_id = $1 AND budget_id = $2 AND id = ANY ($3)',
};
const INSERT: Statement = {
  name: 'insert_budget_lines',
  text: `
    INSERT INTO accounting.budget_line (organization_id, id, budget_id, legal_entity_id, fiscal_year_id, account_id,
                                        fiscal_period_id, dimension_value_ids, amount)
    SELECT $1, line.id, $2, $3, $4, line.account_id, line.period_id, nullif(line.value_ids::uuid[], '{}'), line.amount
    FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::numeric[])
      AS line (id, account_id, period_id, value_ids, amount)`,
};
/** Lines that a new revision may have: their accounts and values are still active. */
const PLANNABLE: Statement = {
  name: 'find_plannable_budget_lines',
  text: `
    SELECT l.id FROM accounting.budget_line l
    JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id AND a.status = 'active'
    JOIN accounting.fiscal_period p ON p.organization_id = l.organization_id AND p.id = l.fiscal_period_id
    WHERE l.organization_id = $1 AND l.budget_id = $2
      AND NOT EXISTS (
        SELECT FROM unnest(l.dimension_value_ids) AS n (value_id)
        JOIN accounting.dimension_value v ON v.organization_id = l.organization_id AND v.id = n.value_id
        JOIN accounting.dimension d ON d.organization_id = v.organization_id AND d.id = v.dimension_id
        WHERE v.status <> 'active' OR d.status <> 'active' OR p.ends_on < v.valid_from OR p.starts_on > v.valid_to)`,
};
const COPY: Statement = {
  name: 'copy_budget_lines',
  text: `
    INSERT INTO accounting.budget_line (organization_id, id, budget_id, legal_entity_id, fiscal_year_id, account_id,
                                        fiscal_period_id, dimension_value_ids, amount)
    SELECT $1, given.id, $3, l.legal_entity_id, l.fiscal_year_id, l.account_id, l.fiscal_period_id, l.dimension_value_ids, l.amount
    FROM unnest($4::uuid[], $5::uuid[]) AS given (line_id, id)
    JOIN accounting.budget_line l ON l.organization_id = $1 AND l.budget_id = $2 AND l.id = given.line_id`,
};

interface DimensionRow {
  code: string;
  isActive: boolean;
  valueId: string | null;
  valueCode: string;
  valueIsActive: boolean;
  validFrom: BudgetValue['validFrom'];
  validTo: BudgetValue['validTo'];
}

/** The lines of budgets, and what they need to know of the books. */
@Injectable()
export class BudgetLinesRepository {
  async dimensionCodes(transaction: Transaction, legalEntityId: string): Promise<string[]> {
    const values = [transaction.organizationId, legalEntityId];
    return (await transaction.rows<{ code: string }>(DIMENSION_CODES, values)).map(({ code }) => code);
  }

  /** The accounts and values that wishes name, as far as there are any. */
  async named(transaction: Transaction, legalEntityId: string, wishes: readonly BudgetLineWish[]) {
    const scope = [transaction.organizationId, legalEntityId];
    const codes = [...new Set(wishes.map(({ accountCode }) => accountCode))];
    const accounts = await transaction.rows<BudgetAccount & object>(ACCOUNTS, [...scope, codes]);
    const named = wishes.flatMap(({ dimensions }) => dimensions);
    const dimensions = new Map<string, BudgetDimension & { values: Map<string, BudgetValue> }>();
    if (named.length > 0) {
      const dimensionCodes = [...new Set(named.map(({ dimensionCode }) => dimensionCode))];
      const valueCodes = [...new Set(named.map(({ valueCode }) => valueCode))];
      const rows = await transaction.rows<DimensionRow & object>(DIMENSIONS, [...scope, dimensionCodes, valueCodes]);
      for (const { code, isActive, valueId, valueCode, valueIsActive, validFrom, validTo } of rows) {
        const dimension = dimensions.get(code) ?? { isActive, values: new Map<string, BudgetValue>() };
        dimensions.set(code, dimension);
        if (valueId !== null)
          dimension.values.set(valueCode, { id: valueId, isActive: valueIsActive, validFrom, validTo });
      }
    }
    return { accounts: new Map(accounts.map((account) => [account.code, account])), dimensions };
  }

  async of(transaction: Transaction, budgetId: string): Promise<KeptBudgetLine[]> {
    type Row = Omit<KeptBudgetLine, 'amount'> & { amount: string };
    const rows = await transaction.rows<Row>(LINES, [transaction.organizationId, budgetId]);
    return rows.map(({ amount, ...line }) => ({ ...line, amount: new Decimal(amount) }));
  }

  async apply(
    transaction: Transaction,
    { id, legalEntityId, fiscalYearId }: Pick<BudgetRow, 'id' | 'legalEntityId' | 'fiscalYearId'>,
    { added, removed }: Pick<BudgetLineChanges, 'added' | 'removed'>,
  ): Promise<void> {
    const { organizationId } = transaction;
    if (removed.length > 0) await transaction.rows(REMOVE, [organizationId, id, removed]);
    if (added.length === 0) return;
    await transaction.rows(INSERT, [
      organizationId,
      id,
      legalEntityId,
      fiscalYearId,
      added.map(() => newId()),
      added.map(({ accountId }) => accountId),
      added.map(({ periodId }) => periodId),
      added.map(({ valueIds }) => `{${valueIds.join(',')}}`),
      added.map(({ amount }) => amount.toFixed()),
    ]);
  }

  /**
   * The lines of a budget for another revision of it.
   *
   * @returns how many there are
   */
  async copy(transaction: Transaction, from: string, to: string): Promise<number> {
    const found = await transaction.rows<{ id: string }>(PLANNABLE, [transaction.organizationId, from]);
    if (found.length === 0) return 0;
    const ids = found.map(({ id }) => id);
    await transaction.rows(COPY, [transaction.organizationId, from, to, ids, ids.map(() => newId())]);
    return ids.length;
  }
}
