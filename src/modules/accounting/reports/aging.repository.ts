import { Injectable } from '@nestjs/common';
import type { Currency } from '#kernel/currency.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ItemControl } from '../open-items/open-items.dto.js';
import type { AgingRow } from './aging-content.js';

/**
 * What was open at the end of `$4`: what is open now, read from its index alone, and what was settled only later. A line for each
 * party and currency, and one of no party that sums them up. Places are -2 for credits, -1 for what has no due date, 0 for what was
 * not due, then the ages that begin with `$6`; amounts have `$7` decimals.
 */
const AGING: Statement = {
  name: 'aging_of_open_items',
  plan: 'by values',
  text: `
    WITH part AS (
      SELECT i.party_id, i.currency, i.amount, i.due_on, i.open_amount AS open, i.functional_open AS functional
      FROM accounting.open_item i
      WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.control = $3 AND i.entry_date <= $4
        AND ($5::uuid IS NULL OR i.party_id = $5) AND i.open_amount <> 0
      UNION ALL
      SELECT i.party_id, i.currency, i.amount, i.due_on, a.amount, a.functional_debit
      FROM accounting.allocation a
      JOIN accounting.open_item i ON i.organization_id = $1 AND i.id = a.debit_item_id
      WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.effective_on > $4
        AND i.legal_entity_id = $2 AND i.control = $3 AND i.entry_date <= $4 AND ($5::uuid IS NULL OR i.party_id = $5)
      UNION ALL
      SELECT i.party_id, i.currency, i.amount, i.due_on, -a.amount, -a.functional_credit
      FROM accounting.allocation a
      JOIN accounting.open_item i ON i.organization_id = $1 AND i.id = a.credit_item_id
      WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.effective_on > $4
        AND i.legal_entity_id = $2 AND i.control = $3 AND i.entry_date <= $4 AND ($5::uuid IS NULL OR i.party_id = $5)
    ), figure AS (
      SELECT p.party_id, p.currency,
             CASE WHEN (p.amount < 0) = ($3 = 'receivable') THEN -2
                  WHEN p.due_on IS NULL THEN -1
                  ELSE width_bucket($4::date - p.due_on, $6::integer[]) END AS place,
             sum(p.open) * CASE $3 WHEN 'receivable' THEN 1 ELSE -1 END AS open,
             sum(p.functional) * CASE $3 WHEN 'receivable' THEN 1 ELSE -1 END AS functional
      FROM part p GROUP BY 1, 2, 3 HAVING sum(p.open) <> 0
    ), line AS (
      SELECT f.party_id, f.currency, json_object_agg(f.place, round(f.functional, $7)::text) AS amounts,
             sum(f.functional) AS total, sum(f.open) AS open
      FROM figure f GROUP BY f.party_id, f.currency
      UNION ALL
      SELECT NULL, NULL, json_object_agg(t.place, round(t.functional, $7)::text), sum(t.functional), NULL
      FROM (SELECT f.place, sum(f.functional) AS functional FROM figure f GROUP BY f.place) t
    )
    SELECT p.id AS "partyId", p.number AS "partyNumber", p.name AS "partyName", l.currency, l.amounts,
           round(l.total, $7)::text AS total, l.open::text AS open
    FROM line l LEFT JOIN accounting.party p ON p.organization_id = $1 AND p.id = l.party_id
    ORDER BY p.name COLLATE "C", p.number, l.currency`,
};

/** What the control accounts stand at, debits positive. */
const CONTROL_BALANCE: Statement = {
  name: 'balance_of_control_accounts',
  text: `
    SELECT (coalesce(sum(b.debit - b.credit), 0))::text AS balance
    FROM accounting.account a
    CROSS JOIN LATERAL (
      SELECT m.debit, m.credit FROM accounting.account_balance_month m
      WHERE m.organization_id = a.organization_id AND m.legal_entity_id = a.legal_entity_id AND m.account_id = a.id
        AND m.month < date_trunc('month', $4::date)
      UNION ALL
      SELECT d.debit, d.credit FROM accounting.account_balance_day d
      WHERE d.organization_id = a.organization_id AND d.legal_entity_id = a.legal_entity_id AND d.account_id = a.id
        AND d.day >= date_trunc('month', $4::date) AND d.day <= $4) b
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.control = $3`,
};

@Injectable()
export class AgingRepository {
  read(
    transaction: Transaction,
    {
      legalEntityId,
      control,
      asOf,
      partyId,
    }: { legalEntityId: string; control: ItemControl; asOf: string; partyId?: string },
    starts: readonly number[],
    { minorUnits }: Currency,
  ): Promise<AgingRow[]> {
    const values = [transaction.organizationId, legalEntityId, control, asOf, partyId ?? null, starts, minorUnits];
    return transaction.rows<AgingRow & Record<string, unknown>>(AGING, values);
  }

  async controlBalance(
    transaction: Transaction,
    { legalEntityId, control, asOf }: { legalEntityId: string; control: ItemControl; asOf: string },
  ): Promise<string> {
    const values = [transaction.organizationId, legalEntityId, control, asOf];
    return (await transaction.rows<{ balance: string }>(CONTROL_BALANCE, values))[0]!.balance;
  }
}
