import { defineList } from '#platform/listing/define-list.js';
import { filter } from '#platform/listing/filter.js';
import { budgetStatuses } from './budget-status.js';

const exampleId = '0199d1a0-7c1e-7b3a-9c55-3f2b8f0e4a11';

export const budgetList = defineList({
  name: 'budget',
  id: 'budget.id',
  updatedAt: 'budget.updated_at',
  filters: {
    legalEntityId: filter.ref('budget.legal_entity_id', {
      description: 'Budgets of this legal entity.',
      example: exampleId,
    }),
    fiscalYearId: filter.ref('budget.fiscal_year_id', {
      description: 'Budgets of this fiscal year.',
      example: exampleId,
    }),
    code: filter.text('budget.code', { prefix: true, description: 'Budgets with this code.', example: 'BASE' }),
    status: filter.choice('budget.status', budgetStatuses, {
      name: 'BudgetStatus',
      description: 'Budgets with this status.',
      example: 'active',
    }),
  },
  sorts: {
    code: { column: 'budget.code COLLATE "C"', type: 'text' },
    revision: { column: 'budget.revision', type: 'bigint' },
  },
  defaultSort: 'code,-revision',
});

export const budgetColumns = `
  budget.id, budget.legal_entity_id AS "legalEntityId", budget.fiscal_year_id AS "fiscalYearId", budget.code,
  budget.revision, budget.name, budget.currency, budget.status, budget.source, budget.activated_at AS "activatedAt",
  budget.version, budget.created_at AS "createdAt", budget.updated_at AS "updatedAt",
  (SELECT count(*)::integer FROM accounting.budget_line line
   WHERE line.organization_id = budget.organization_id AND line.budget_id = budget.id) AS "lineCount"`;

export const budgetLineList = defineList({
  name: 'budgetLine',
  id: 'line.id',
  updatedAt: 'line.created_at',
  filters: {
    accountCode: filter.text('account.code', { prefix: true, description: 'Lines of this account.', example: '4000' }),
    periodNumber: filter.integer('period.number', {
      description: 'Lines of the fiscal period with this number.',
      example: '1',
    }),
  },
  sorts: {
    accountCode: { column: 'account.code COLLATE "C"', type: 'text' },
    periodNumber: { column: 'period.number', type: 'bigint' },
  },
  defaultSort: 'accountCode,periodNumber',
});

export const budgetLineTables = `
  accounting.budget_line line
  JOIN accounting.account ON account.organization_id = line.organization_id AND account.id = line.account_id
  JOIN accounting.fiscal_period period
    ON period.organization_id = line.organization_id AND period.id = line.fiscal_period_id`;

export const budgetLineColumns = `
  line.id, line.account_id AS "accountId", account.code AS "accountCode", account.name AS "accountName",
  line.fiscal_period_id AS "fiscalPeriodId", period.number AS "periodNumber", period.starts_on AS "startsOn",
  period.ends_on AS "endsOn", line.amount, line.created_at AS "updatedAt",
  coalesce((SELECT json_agg(json_build_object('dimensionCode', dimension.code, 'valueCode', value.code)
                            ORDER BY dimension.code)
            FROM accounting.dimension_value value
            JOIN accounting.dimension
              ON dimension.organization_id = value.organization_id AND dimension.id = value.dimension_id
            WHERE value.organization_id = line.organization_id AND value.id = ANY (line.dimension_value_ids)), '[]')
    AS dimensions`;
