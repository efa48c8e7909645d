import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { DateRange } from '#kernel/date-range.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ReportPart } from './report-books.js';

const SUMS: Statement = {
  name: 'budget_sums',
  text: `
    SELECT l.account_id AS "accountId", sum(l.amount) AS amount
    FROM accounting.budget_line l
    JOIN accounting.fiscal_period p ON p.organization_id = l.organization_id AND p.id = l.fiscal_period_id
    WHERE l.organization_id = $1 AND l.budget_id = $2 AND p.starts_on >= $3::date AND p.ends_on <= $4::date
      AND ($5::uuid IS NULL OR $5 = ANY (l.dimension_value_ids))
    GROUP BY l.account_id`,
};

const YEAR_HOLDING: Statement = {
  name: 'budget_year_holding',
  text: `
    SELECT id FROM accounting.fiscal_year
    WHERE organization_id = $1 AND legal_entity_id = $2 AND starts_on <= $3::date AND ends_on >= $3::date`,
};

/** What a budget plans for the accounts in a range of whole periods. */
@Injectable()
export class BudgetSumsRepository {
  /** Id of the fiscal year of the legal entity that holds the day, if there is one. */
  async yearHolding(transaction: Transaction, legalEntityId: string, day: string): Promise<string | undefined> {
    const values = [transaction.organizationId, legalEntityId, day];
    return (await transaction.rows<{ id: string }>(YEAR_HOLDING, values))[0]?.id;
  }

  /** By account, debit positive. */
  async read(
    transaction: Transaction,
    budgetId: string,
    { startsOn, endsOn }: DateRange,
    part: ReportPart | null,
  ): Promise<Map<string, Decimal>> {
    const values = [transaction.organizationId, budgetId, startsOn, endsOn, part?.valueId ?? null];
    const rows = await transaction.rows<{ accountId: string; amount: string }>(SUMS, values);
    return new Map(rows.map(({ accountId, amount }) => [accountId, new Decimal(amount)]));
  }
}
