import type { IntegrityCheck } from './integrity-check.js';

/** What closing fiscal years promises, proved from the lines up. */
export const yearEndChecks: readonly IntegrityCheck[] = [
  {
    name: 'closed_years_leave_no_result',
    description:
      'When a closed fiscal year ends, every income and expense account is at zero, closing entries included.',
    text: `
      SELECT a.code || ' ' || y.ends_on AS subject,
             format('Its lines up to the end of the closed year leave %s.', l.amount) AS message
      FROM accounting.fiscal_year y
      CROSS JOIN LATERAL (
        SELECT l.account_id, sum(l.functional_debit - l.functional_credit) AS amount FROM accounting.journal_line l
        WHERE l.organization_id = y.organization_id AND l.legal_entity_id = y.legal_entity_id AND l.entry_date <= y.ends_on
        GROUP BY l.account_id) l
      JOIN accounting.account a ON a.organization_id = y.organization_id AND a.id = l.account_id
      WHERE y.organization_id = $1 AND ($2::uuid IS NULL OR y.legal_entity_id = $2) AND y.status = 'closed'
        AND a.type IN ('income', 'expense') AND l.amount <> 0`,
  },
  {
    name: 'results_are_carried_once',
    description: 'No opening entry carries the result of a closed fiscal year once more.',
    text: `
      SELECT a.code AS subject, format('Opening entries after the closed year bring it to %s.', l.amount) AS message
      FROM (SELECT y.organization_id, y.legal_entity_id, max(y.ends_on) AS ends_on FROM accounting.fiscal_year y
            WHERE y.organization_id = $1 AND ($2::uuid IS NULL OR y.legal_entity_id = $2) AND y.status = 'closed'
            GROUP BY 1, 2) y
      CROSS JOIN LATERAL (
        SELECT l.account_id, sum(l.functional_debit - l.functional_credit) AS amount
        FROM accounting.journal_entry e
        JOIN accounting.journal_line l ON l.organization_id = e.organization_id AND l.entry_id = e.id
        WHERE e.organization_id = y.organization_id AND e.legal_entity_id = y.legal_entity_id
          AND e.kind = 'opening' AND e.entry_date > y.ends_on
        GROUP BY l.account_id) l
      JOIN accounting.account a ON a.organization_id = y.organization_id AND a.id = l.account_id
      WHERE a.type IN ('income', 'expense') AND l.amount <> 0`,
  },
  {
    name: 'years_open_as_they_closed',
    description:
      'Every account opens a fiscal year in the reports with what the lines of the years before leave on it.',
    text: `
      SELECT a.code || ' ' || y.starts_on AS subject,
             format('The reports open it with %s, the lines before leave %s.', f.in_reports, f.in_lines) AS message
      FROM accounting.fiscal_year y
      CROSS JOIN LATERAL (
        SELECT figure.account_id, sum(figure.in_reports) AS in_reports, sum(figure.in_lines) AS in_lines
        FROM (SELECT m.account_id, m.debit - m.credit AS in_reports, 0 AS in_lines FROM accounting.account_balance_month m
              WHERE m.organization_id = y.organization_id AND m.legal_entity_id = y.legal_entity_id
                AND m.month < date_trunc('month', y.starts_on)
              UNION ALL
              SELECT d.account_id, d.debit - d.credit, 0 FROM accounting.account_balance_day d
              WHERE d.organization_id = y.organization_id AND d.legal_entity_id = y.legal_entity_id
                AND d.day >= date_trunc('month', y.starts_on) AND d.day < y.starts_on
              UNION ALL
              SELECT l.account_id, 0, l.functional_debit - l.functional_credit FROM accounting.journal_line l
              JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
              JOIN accounting.fiscal_year before ON before.organization_id = e.organization_id AND before.id = e.fiscal_year_id
              WHERE l.organization_id = y.organization_id AND l.legal_entity_id = y.legal_entity_id
                AND before.ends_on < y.starts_on) figure
        GROUP BY figure.account_id) f
      JOIN accounting.account a ON a.organization_id = y.organization_id AND a.id = f.account_id
      WHERE y.organization_id = $1 AND ($2::uuid IS NULL OR y.legal_entity_id = $2) AND f.in_reports <> f.in_lines`,
  },
];
