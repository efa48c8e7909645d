import { Injectable } from '@nestjs/common';
import type { DateRange } from '#kernel/date-range.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { DeferredRevenueGrouping } from './deferred-revenue.dto.js';
import type { ReportBooks } from './report-books.js';

/** Invoices add, credit notes and recognition take away, each on its day. */
const ROLL_FORWARD: Statement = {
  name: 'sum_deferred_revenue',
  text: `
    WITH fact AS (
      SELECT p.schedule_id, d.issued_on AS day,
             CASE WHEN p.document_id = s.document_id THEN 'added' ELSE 'credited' END AS kind, p.functional_amount AS amount
      FROM accounting.deferral_part p
      JOIN accounting.deferral_schedule s ON s.organization_id = p.organization_id AND s.id = p.schedule_id
      JOIN accounting.sales_document d ON d.organization_id = p.organization_id AND d.id = p.document_id
      WHERE p.organization_id = $1 AND p.legal_entity_id = $2 AND d.issued_on <= $4
        AND ($5::timestamptz IS NULL OR date_trunc('milliseconds', d.issued_at) <= $5)
      UNION ALL
      SELECT p.schedule_id, g.recognized_on, 'recognized', -p.functional_amount
      FROM accounting.deferral_recognition g
      JOIN accounting.deferral_recognized_part r ON r.organization_id = g.organization_id AND r.recognition_id = g.id
      JOIN accounting.deferral_part p ON p.organization_id = r.organization_id AND p.id = r.part_id
      WHERE g.organization_id = $1 AND g.legal_entity_id = $2 AND g.recognized_on <= $4
        AND ($5::timestamptz IS NULL OR date_trunc('milliseconds', g.created_at) <= $5)
    ), keyed AS (
      SELECT f.day, f.kind, f.amount, a.code AS account_code, a.name AS account_name, q.id AS party_id, q.number, q.name,
             CASE WHEN $6 = 'deferral' THEN s.id END AS of_deferral, CASE WHEN $6 = 'deferral' THEN d.number END AS invoice_number,
             CASE WHEN $6 = 'deferral' THEN s.position END AS of_position,
             CASE WHEN $6 IN ('account', 'deferral') THEN a.id END AS of_account,
             CASE WHEN $6 IN ('customer', 'deferral') THEN q.id END AS of_party,
             CASE WHEN $6 = 'month' AND f.day >= $3 THEN date_trunc('month', f.day)::date END AS of_month
      FROM fact f
      JOIN accounting.deferral_schedule s ON s.organization_id = $1 AND s.id = f.schedule_id
      JOIN accounting.account a ON a.organization_id = $1 AND a.id = s.account_id
      JOIN accounting.sales_document d ON d.organization_id = $1 AND d.id = s.document_id
      JOIN accounting.party n ON n.organization_id = $1 AND n.id = d.party_id
      JOIN accounting.party q ON q.organization_id = $1
        AND q.id = CASE WHEN n.survivor_id IS NULL THEN n.id ELSE n.survivor_id END
      WHERE $7::uuid IS NULL OR q.id = $7
    )
    SELECT CASE WHEN of_account IS NOT NULL THEN min(account_code) END AS "accountCode",
           CASE WHEN of_account IS NOT NULL THEN min(account_name) END AS "accountName",
           of_party AS "partyId", CASE WHEN of_party IS NOT NULL THEN min(number) END AS "partyNumber",
           CASE WHEN of_party IS NOT NULL THEN min(name) END AS "partyName", of_deferral AS "deferralId",
           invoice_number AS "invoiceNumber", of_position AS position, of_month AS month,
           coalesce(sum(amount) FILTER (WHERE day < $3), 0)::text AS opening,
           coalesce(sum(amount) FILTER (WHERE day >= $3 AND kind = 'added'), 0)::text AS added,
           coalesce(-sum(amount) FILTER (WHERE day >= $3 AND kind = 'recognized'), 0)::text AS recognized,
           coalesce(-sum(amount) FILTER (WHERE day >= $3 AND kind = 'credited'), 0)::text AS credited
    FROM keyed
    GROUP BY of_account, of_party, of_deferral, invoice_number, of_position, of_month
    HAVING sum(amount) <> 0 OR bool_or(day >= $3)
    ORDER BY of_month NULLS FIRST, min(account_code) FILTER (WHERE of_account IS NOT NULL) COLLATE "C",
             min(name) FILTER (WHERE of_party IS NOT NULL) COLLATE "C", min(number) FILTER (WHERE of_party IS NOT NULL),
             invoice_number COLLATE "C", of_position`,
};

/** What is on the accounts of deferrals, and what of it these put there. */
const ACCOUNTS: Statement = {
  name: 'sum_deferred_accounts',
  text: `
    SELECT a.code AS "accountCode", coalesce(l.balance, 0)::text AS balance, coalesce(p.deferred, 0)::text AS deferred
    FROM accounting.account a
    CROSS JOIN LATERAL (
      SELECT sum(j.functional_credit - j.functional_debit) AS balance
      FROM accounting.journal_line j
      JOIN accounting.journal_entry e ON e.organization_id = j.organization_id AND e.id = j.entry_id
      WHERE j.organization_id = a.organization_id AND j.account_id = a.id AND j.entry_date <= $3
        AND ($4::timestamptz IS NULL OR date_trunc('milliseconds', e.posted_at) <= $4)) l
    CROSS JOIN LATERAL (
      SELECT sum(p.functional_amount) AS deferred
      FROM accounting.deferral_schedule s
      JOIN accounting.deferral_part p ON p.organization_id = s.organization_id AND p.schedule_id = s.id
      JOIN accounting.sales_document d ON d.organization_id = p.organization_id AND d.id = p.document_id
      LEFT JOIN accounting.deferral_recognized_part r ON r.organization_id = p.organization_id AND r.part_id = p.id
      LEFT JOIN accounting.deferral_recognition g ON g.organization_id = r.organization_id AND g.id = r.recognition_id
      WHERE s.organization_id = a.organization_id AND s.account_id = a.id AND d.issued_on <= $3
        AND ($4::timestamptz IS NULL OR date_trunc('milliseconds', d.issued_at) <= $4)
        AND (g.id IS NULL OR g.recognized_on > $3 OR date_trunc('milliseconds', g.created_at) > $4)) p
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2
      AND EXISTS (SELECT FROM accounting.deferral_schedule s WHERE s.organization_id = $1 AND s.account_id = a.id)
    ORDER BY a.code COLLATE "C"`,
};

export interface DeferredRevenueSum {
  accountCode: string | null;
  accountName: string | null;
  partyId: string | null;
  partyNumber: string | null;
  partyName: string | null;
  deferralId: string | null;
  invoiceNumber: string | null;
  position: number | null;
  month: string | null;
  opening: string;
  added: string;
  recognized: string;
  credited: string;
}

export interface DeferredAccountSum {
  accountCode: string;
  balance: string;
  deferred: string;
}

@Injectable()
export class DeferredRevenueRepository {
  rollForward(
    transaction: Transaction,
    { legalEntityId, knownAt }: ReportBooks,
    { startsOn, endsOn }: DateRange,
    { by, partyId }: { by: DeferredRevenueGrouping; partyId: string | undefined },
  ): Promise<DeferredRevenueSum[]> {
    const values = [transaction.organizationId, legalEntityId, startsOn, endsOn, knownAt, by, partyId ?? null];
    return transaction.rows<DeferredRevenueSum & Record<string, unknown>>(ROLL_FORWARD, values);
  }

  accounts(
    transaction: Transaction,
    { legalEntityId, knownAt }: ReportBooks,
    asOf: string,
  ): Promise<DeferredAccountSum[]> {
    const values = [transaction.organizationId, legalEntityId, asOf, knownAt];
    return transaction.rows<DeferredAccountSum & Record<string, unknown>>(ACCOUNTS, values);
  }
}
