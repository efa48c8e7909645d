import type { IntegrityCheck } from './integrity-check.js';

/** The rules of deferred revenue, proved from the lines of entries. Together they hold at every date. */
export const deferralChecks: readonly IntegrityCheck[] = [
  {
    name: 'deferrals_follow_lines',
    description: 'What each line of a document posts to its deferred account is what its parts sum to.',
    text: `
      SELECT d.number || ' line ' || l.position AS subject,
             format('The line posts %s, the parts sum to %s.', j.functional_credit - j.functional_debit, coalesce(p.amount, 0)) AS message
      FROM accounting.sales_document_line l
      JOIN accounting.sales_document d ON d.organization_id = l.organization_id AND d.id = l.document_id
      LEFT JOIN accounting.journal_line j ON j.organization_id = d.organization_id AND j.entry_id = d.entry_id
        AND j.line_number = l.deferred_line_number
      LEFT JOIN (
        SELECT p.document_id, s.document_id AS invoice_id, s.position, s.account_id, sum(p.functional_amount) AS amount,
               sum(p.amount) AS own
        FROM accounting.deferral_part p
        JOIN accounting.deferral_schedule s ON s.organization_id = p.organization_id AND s.id = p.schedule_id
        WHERE p.organization_id = $1 GROUP BY 1, 2, 3, 4) p
        ON p.document_id = l.document_id AND p.invoice_id = CASE WHEN d.credits_id IS NULL THEN d.id ELSE d.credits_id END
           AND p.position = CASE WHEN l.credits_position IS NULL THEN l.position ELSE l.credits_position END
      WHERE l.organization_id = $1 AND ($2::uuid IS NULL OR l.legal_entity_id = $2) AND l.deferred_line_number IS NOT NULL
        AND (j.account_id, j.functional_credit - j.functional_debit, j.credit - j.debit)
            IS DISTINCT FROM (p.account_id, p.amount, p.own)`,
  },
  {
    name: 'deferred_accounts_equal_their_deferrals',
    description: 'What documents and recognition post to each deferred account is what its deferrals have left.',
    text: `
      SELECT a.code AS subject,
             format('The entries leave %s, the deferrals %s.', coalesce(posted.amount, 0), coalesce(remaining.amount, 0)) AS message
      FROM (
        SELECT j.account_id, sum(j.functional_credit - j.functional_debit) AS amount
        FROM accounting.journal_line j
        JOIN accounting.journal_entry e ON e.organization_id = j.organization_id AND e.id = j.entry_id
        LEFT JOIN accounting.journal_entry o ON o.organization_id = e.organization_id AND o.id = e.reversal_of
        LEFT JOIN accounting.sales_document d ON d.organization_id = e.organization_id AND d.entry_id = e.id
        LEFT JOIN accounting.sales_document_line l ON l.organization_id = d.organization_id AND l.document_id = d.id
          AND l.deferred_line_number = j.line_number
        WHERE j.organization_id = $1 AND (l.document_id IS NOT NULL OR e.origin = 'deferral' OR o.origin = 'deferral')
          AND j.account_id IN (SELECT s.account_id FROM accounting.deferral_schedule s WHERE s.organization_id = $1)
        GROUP BY 1) posted
      FULL JOIN (
        SELECT s.account_id, sum(p.functional_amount) AS amount
        FROM accounting.deferral_part p
        JOIN accounting.deferral_schedule s ON s.organization_id = p.organization_id AND s.id = p.schedule_id
        LEFT JOIN (SELECT part_id FROM accounting.deferral_recognized_part WHERE organization_id = $1) r ON r.part_id = p.id
        WHERE p.organization_id = $1 AND r.part_id IS NULL GROUP BY 1) remaining USING (account_id)
      JOIN accounting.account a ON a.organization_id = $1 AND a.id = account_id
      WHERE ($2::uuid IS NULL OR a.legal_entity_id = $2) AND coalesce(posted.amount, 0) <> coalesce(remaining.amount, 0)`,
  },
];
