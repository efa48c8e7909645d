import type { IntegrityCheck } from './integrity-check.js';

/** The rules about values of dimensions, proved from the lines up. */
export const dimensionChecks: readonly IntegrityCheck[] = [
  {
    name: 'dimension_month_balances_follow_lines',
    description: 'The balance of every account, value of a dimension and month is the sum of its lines.',
    text: `
      SELECT a.code || ' ' || coalesce(v.code, '?') || ' ' || month AS subject,
             format('The balance is %s debit and %s credit, the lines sum to %s and %s.', b.debit, b.credit, l.debit, l.credit) AS message
      FROM (SELECT * FROM accounting.dimension_balance_month WHERE organization_id = $1) b
      FULL JOIN (SELECT l.legal_entity_id, n.dimension_value_id, l.account_id,
                        date_trunc('month', l.entry_date)::date AS month, e.kind,
                        sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
                 FROM accounting.journal_line l
                 CROSS JOIN LATERAL unnest(l.dimension_value_ids) AS n (dimension_value_id)
                 JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
                 WHERE l.organization_id = $1 GROUP BY 1, 2, 3, 4, 5) l
        USING (legal_entity_id, dimension_value_id, account_id, month, kind)
      JOIN accounting.account a ON a.organization_id = $1 AND a.id = account_id
      LEFT JOIN accounting.dimension_value v ON v.organization_id = $1 AND v.id = dimension_value_id
      WHERE ($2::uuid IS NULL OR a.legal_entity_id = $2) AND (b.debit, b.credit) IS DISTINCT FROM (l.debit, l.credit)`,
  },
  {
    name: 'dimension_day_balances_follow_lines',
    description: 'The balance of every account, value of a dimension and day is the sum of its lines.',
    text: `
      SELECT a.code || ' ' || coalesce(v.code, '?') || ' ' || day AS subject,
             format('The balance is %s debit and %s credit, the lines sum to %s and %s.', b.debit, b.credit, l.debit, l.credit) AS message
      FROM (SELECT * FROM accounting.dimension_balance_day WHERE organization_id = $1) b
      FULL JOIN (SELECT l.legal_entity_id, n.dimension_value_id, l.account_id, l.entry_date AS day, e.kind,
                        sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
                 FROM accounting.journal_line l
                 CROSS JOIN LATERAL unnest(l.dimension_value_ids) AS n (dimension_value_id)
                 JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
                 WHERE l.organization_id = $1 GROUP BY 1, 2, 3, 4, 5) l
        USING (legal_entity_id, dimension_value_id, account_id, day, kind)
      JOIN accounting.account a ON a.organization_id = $1 AND a.id = account_id
      LEFT JOIN accounting.dimension_value v ON v.organization_id = $1 AND v.id = dimension_value_id
      WHERE ($2::uuid IS NULL OR a.legal_entity_id = $2) AND (b.debit, b.credit) IS DISTINCT FROM (l.debit, l.credit)`,
  },
  {
    name: 'dimension_lines_follow_lines',
    description:
      'The look-up of lines by value of a dimension has each line once for each of its values, and no other.',
    text: `
      SELECT a.code || ' ' || coalesce(v.code, '?') AS subject,
             format('Line %s of entry %s is %s.', line_number, entry_id,
                    CASE WHEN b.is_there IS NULL THEN 'missing' ELSE 'there, but has not this value' END) AS message
      FROM (SELECT dimension_value_id, account_id, entry_date, entry_id, line_number, true AS is_there
            FROM accounting.dimension_line WHERE organization_id = $1) b
      FULL JOIN (SELECT n.dimension_value_id, l.account_id, l.entry_date, l.entry_id, l.line_number, true AS is_there
                 FROM accounting.journal_line l
                 CROSS JOIN LATERAL unnest(l.dimension_value_ids) AS n (dimension_value_id)
                 WHERE l.organization_id = $1) l
        USING (dimension_value_id, account_id, entry_date, entry_id, line_number)
      JOIN accounting.account a ON a.organization_id = $1 AND a.id = account_id
      LEFT JOIN accounting.dimension_value v ON v.organization_id = $1 AND v.id = dimension_value_id
      WHERE ($2::uuid IS NULL OR a.legal_entity_id = $2) AND (b.is_there IS NULL OR l.is_there IS NULL)`,
  },
  {
    name: 'lines_have_values_of_their_own',
    description: 'The values of every line are of its own legal entity, at most one of each dimension.',
    text: `
      SELECT a.code AS subject, format('Line %s of entry %s has values that it cannot have.', l.line_number, l.entry_id) AS message
      FROM accounting.journal_line l
      JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
      CROSS JOIN LATERAL (
        SELECT count(DISTINCT v.dimension_id) AS dimensions
        FROM unnest(l.dimension_value_ids) AS n (value_id)
        JOIN accounting.dimension_value v
          ON v.organization_id = l.organization_id AND v.id = n.value_id AND v.legal_entity_id = l.legal_entity_id) named
      WHERE l.organization_id = $1 AND ($2::uuid IS NULL OR l.legal_entity_id = $2)
        AND named.dimensions <> cardinality(l.dimension_value_ids)`,
  },
];
