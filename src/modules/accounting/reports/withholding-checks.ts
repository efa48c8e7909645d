import type { IntegrityCheck } from './integrity-check.js';

/** Rules of taxes that customers withheld, proved from the lines of entries. */
export const withholdingChecks: readonly IntegrityCheck[] = [
  {
    name: 'withholdings_follow_receipts',
    description:
      'What was withheld is a part of a receipt, and its entry claims as much on the account of the code; what was taken back is one of a refund, which takes as much off.',
    text: `
      SELECT coalesce(c.code, 'no code') || ' ' || s.settled_on AS subject,
             format('Withheld are %s, claimed %s.', side.sign * p.amount, coalesce(l.amount, 0)) AS message
      FROM accounting.settlement_part p
      JOIN accounting.settlement s ON s.organization_id = $1 AND s.id = p.settlement_id
      CROSS JOIN LATERAL (SELECT CASE s.kind WHEN 'refund' THEN -1 ELSE 1 END AS sign) side
      LEFT JOIN (SELECT * FROM accounting.withholding WHERE organization_id = $1) w
        ON w.settlement_id = p.settlement_id AND w.position = p.position
      LEFT JOIN (SELECT * FROM accounting.withholding_code WHERE organization_id = $1) c ON c.id = w.code_id
      LEFT JOIN LATERAL (
        SELECT sum(j.functional_debit - j.functional_credit) AS amount FROM accounting.journal_line j
        WHERE j.organization_id = $1 AND j.entry_id = p.entry_id AND j.account_id = w.account_id) l ON true
      WHERE p.organization_id = $1 AND ($2::uuid IS NULL OR p.legal_entity_id = $2) AND p.purpose = 'withholding'
        AND l.amount IS DISTINCT FROM side.sign * p.amount`,
  },
  {
    name: 'refunds_take_back_what_was_withheld',
    description:
      'Refunds took back no more than was withheld of the customer under the code, and of the invoice that their credit notes take back.',
    text: `
      SELECT s.settled_on || ' ' || s.amount AS subject, fault.message
      FROM accounting.settlement s
      CROSS JOIN LATERAL (SELECT accounting.taken_back_fault($1, s.id) AS message) fault
      WHERE s.organization_id = $1 AND ($2::uuid IS NULL OR s.legal_entity_id = $2) AND s.kind = 'refund'
        AND EXISTS (SELECT FROM accounting.settlement_part p
                    WHERE p.organization_id = $1 AND p.settlement_id = s.id AND p.purpose = 'withholding')
        AND fault.message IS NOT NULL`,
  },
  {
    name: 'expected_withholdings_follow_documents',
    description:
      'What customers are expected to withhold is reckoned of the lines of its document, and credit notes take back what they take back of the base.',
    text: `
      SELECT d.number || ' ' || c.code AS subject, fault.message
      FROM accounting.sales_document_withholding w
      JOIN accounting.sales_document d ON d.organization_id = $1 AND d.id = w.document_id
      JOIN accounting.withholding_code c ON c.organization_id = $1 AND c.id = w.code_id
      CROSS JOIN LATERAL (SELECT accounting.document_withholding_fault($1, w.document_id, w.code_id) AS message) fault
      WHERE w.organization_id = $1 AND ($2::uuid IS NULL OR w.legal_entity_id = $2) AND fault.message IS NOT NULL`,
  },
  {
    name: 'receipts_of_bank_lines_follow_matches',
    description:
      'A receipt that was recorded for a line of a bank statement is matched with it, or reversed and their match undone.',
    text: `
      SELECT s.settled_on || ' ' || s.amount AS subject,
             CASE WHEN m.id IS NULL THEN 'No match has the receipt.'
                  WHEN r.settlement_id IS NULL THEN 'The match is undone, and the receipt stands.'
                  ELSE 'The receipt is reversed, and the match stands.' END AS message
      FROM accounting.settlement s
      LEFT JOIN (
        SELECT p.match_id AS id, l.entry_id, g.match_id IS NOT NULL AS stands
        FROM accounting.bank_match_part p
        JOIN accounting.bank_ledger_line l ON l.organization_id = $1 AND l.id = p.ledger_line_id
        LEFT JOIN accounting.bank_match_standing g ON g.organization_id = $1 AND g.match_id = p.match_id
        WHERE p.organization_id = $1) m ON m.id = s.bank_match_id AND m.entry_id = s.entry_id
      LEFT JOIN accounting.settlement_reversal r ON r.organization_id = $1 AND r.settlement_id = s.id
      WHERE s.organization_id = $1 AND ($2::uuid IS NULL OR s.legal_entity_id = $2) AND s.bank_match_id IS NOT NULL
        AND (m.id IS NULL OR m.stands = (r.settlement_id IS NOT NULL))`,
  },
];
