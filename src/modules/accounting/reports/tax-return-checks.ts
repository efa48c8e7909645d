import type { IntegrityCheck } from './integrity-check.js';

/** Rules of tax returns and tax lines, proved from the lines up. */
export const taxReturnChecks: readonly IntegrityCheck[] = [
  {
    name: 'tax_lines_sum_to_journal_lines',
    description: 'The tax lines of a journal line sum to it, and a reversal takes back those of its original.',
    text: `
      SELECT j.code || ' ' || e.number || coalesce(' line ' || f.line_number, '') AS subject, f.message
      FROM (
        SELECT t.entry_id, t.line_number, format('Its tax lines sum to %s, it is of %s.', t.tax, l.functional_credit - l.functional_debit) AS message
        FROM (SELECT entry_id, line_number, sum(CASE side WHEN 'output' THEN functional_tax ELSE -functional_tax END) AS tax
              FROM accounting.tax_line WHERE organization_id = $1 AND line_number IS NOT NULL GROUP BY 1, 2) t
        LEFT JOIN (SELECT * FROM accounting.journal_line WHERE organization_id = $1) l USING (entry_id, line_number)
        WHERE t.tax IS DISTINCT FROM l.functional_credit - l.functional_debit
        UNION ALL
        SELECT r.id, NULL, format('It has tax lines of %s and reverses %s.', coalesce(m.tax, 0), coalesce(o.tax, 0))
        FROM (SELECT id, reversal_of FROM accounting.journal_entry WHERE organization_id = $1 AND reversal_of IS NOT NULL) r
        LEFT JOIN (SELECT entry_id, count(*) AS lines, sum(functional_base + functional_tax) AS tax
                   FROM accounting.tax_line WHERE organization_id = $1 GROUP BY 1) m ON m.entry_id = r.id
        LEFT JOIN (SELECT entry_id, count(*) AS lines, sum(functional_base + functional_tax) AS tax
                   FROM accounting.tax_line WHERE organization_id = $1 GROUP BY 1) o ON o.entry_id = r.reversal_of
        WHERE (m.lines, m.tax) IS DISTINCT FROM (o.lines, -o.tax)) f
      JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = f.entry_id
      JOIN accounting.journal j ON j.organization_id = $1 AND j.id = e.journal_id
      WHERE $2::uuid IS NULL OR e.legal_entity_id = $2`,
  },
  {
    name: 'tax_returns_follow_their_lines',
    description:
      'Each box of a filed return is the sum of the tax lines that it was filed with, or of its other boxes.',
    text: `
      SELECT f.code || ' ' || r.starts_on || ' box ' || b.box_code AS subject,
             format('It was filed as %s, its lines come to %s.', a.amount, b.amount) AS message
      FROM accounting.tax_return r
      JOIN accounting.tax_return_form f ON f.organization_id = r.organization_id AND f.id = r.form_id
      CROSS JOIN LATERAL accounting.tax_return_boxes(r.organization_id, r.id) b
      LEFT JOIN (SELECT * FROM accounting.tax_return_amount WHERE organization_id = $1) a
        ON a.return_id = r.id AND a.box_code = b.box_code
      WHERE r.organization_id = $1 AND ($2::uuid IS NULL OR r.legal_entity_id = $2) AND r.status = 'filed'
        AND (a.amount, a.line_count::bigint) IS DISTINCT FROM (b.amount, b.line_count)`,
  },
  {
    name: 'tax_returns_are_of_their_periods',
    description: 'The tax lines of a return are of its legal entity, and of its period or late.',
    text: `
      SELECT f.code || ' ' || r.starts_on AS subject,
             format('%s lines are of another period or legal entity.', count(*)) AS message
      FROM accounting.tax_return_line l
      JOIN accounting.tax_return r ON r.organization_id = l.organization_id AND r.id = l.return_id
      JOIN accounting.tax_return_form f ON f.organization_id = r.organization_id AND f.id = r.form_id
      JOIN accounting.tax_line t ON t.organization_id = l.organization_id AND t.id = l.tax_line_id
      WHERE l.organization_id = $1 AND ($2::uuid IS NULL OR r.legal_entity_id = $2)
        AND (r.status <> 'filed' OR t.legal_entity_id <> r.legal_entity_id OR t.tax_point_on > r.ends_on
             OR l.is_late <> (t.tax_point_on < r.starts_on))
      GROUP BY f.code, r.starts_on`,
  },
  {
    name: 'settled_taxes_are_cleared',
    description:
      'What the lines of a settled return left on each account its settlement takes away, and what is due and rounded it posts.',
    text: `
      SELECT f.code || ' ' || r.starts_on || ' account ' || a.code AS subject,
             format('Of the taxes of the return and its settlement %s is left.', sum(w.amount)) AS message
      FROM (
        SELECT s.id, j.account_id, CASE t.side WHEN 'output' THEN t.functional_tax ELSE -t.functional_tax END AS amount
        FROM (SELECT * FROM accounting.tax_return_settlement WHERE organization_id = $1) s
        JOIN accounting.tax_return_line l ON l.organization_id = $1 AND l.return_id = s.return_id
        JOIN accounting.tax_line t ON t.organization_id = $1 AND t.id = l.tax_line_id
        JOIN accounting.journal_line j ON j.organization_id = $1 AND j.entry_id = t.entry_id AND j.line_number = t.line_number
        UNION ALL
        SELECT s.id, j.account_id, j.functional_credit - j.functional_debit
        FROM accounting.tax_return_settlement s
        JOIN accounting.journal_line j ON j.organization_id = $1 AND j.entry_id = s.entry_id
        WHERE s.organization_id = $1
        UNION ALL
        SELECT id, account_id, -amount_due FROM accounting.tax_return_settlement WHERE organization_id = $1
        UNION ALL
        SELECT id, rounding_account_id, rounding FROM accounting.tax_return_settlement
        WHERE organization_id = $1 AND rounding <> 0) w
      JOIN accounting.tax_return_settlement s ON s.organization_id = $1 AND s.id = w.id
      JOIN accounting.tax_return r ON r.organization_id = $1 AND r.id = s.return_id
      JOIN accounting.tax_return_form f ON f.organization_id = $1 AND f.id = r.form_id
      JOIN accounting.account a ON a.organization_id = $1 AND a.id = w.account_id
      WHERE $2::uuid IS NULL OR s.legal_entity_id = $2
      GROUP BY s.id, f.code, r.starts_on, a.code HAVING sum(w.amount) <> 0`,
  },
];
