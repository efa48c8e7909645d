import type { IntegrityCheck } from './integrity-check.js';

/** The rules of taxes on a cash basis, proved from the lines up. */
export const cashBasisChecks: readonly IntegrityCheck[] = [
  {
    name: 'deferred_taxes_follow_settlements',
    description:
      'Tax that waits until it is paid waits wholly of what nothing settles, and not at all of what is settled.',
    text: `
      SELECT j.code || ' ' || e.number AS subject, f.message
      FROM (SELECT DISTINCT entry_id FROM accounting.tax_line WHERE organization_id = $1 AND is_deferred) d
      JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = d.entry_id AND e.reversal_of IS NULL
        AND e.origin IS DISTINCT FROM 'cash_basis_tax'
      JOIN accounting.journal j ON j.organization_id = $1 AND j.id = e.journal_id
      CROSS JOIN LATERAL accounting.deferred_tax_fault($1, e.id) AS f (message)
      WHERE ($2::uuid IS NULL OR e.legal_entity_id = $2) AND f.message IS NOT NULL`,
  },
  {
    name: 'due_taxes_follow_allocations',
    description: 'Entries that make tax due take it off what waits, as much as their allocations move.',
    text: `
      SELECT j.code || ' ' || e.number AS subject,
             format('It makes %s due and takes %s off what waits, its allocations move %s.', coalesce(p.due, 0),
                    coalesce(-p.deferred, 0), coalesce(m.tax, 0)) AS message
      FROM accounting.journal_entry e
      JOIN accounting.journal j ON j.organization_id = $1 AND j.id = e.journal_id
      LEFT JOIN (SELECT entry_id, sum(functional_tax) FILTER (WHERE NOT is_deferred) AS due,
                        sum(functional_tax) FILTER (WHERE is_deferred) AS deferred
                 FROM accounting.tax_line WHERE organization_id = $1 GROUP BY 1) p ON p.entry_id = e.id
      LEFT JOIN (SELECT entry_id, sum(functional_tax) AS tax FROM accounting.cash_basis_movement
                 WHERE organization_id = $1 AND entry_id IS NOT NULL GROUP BY 1) m ON m.entry_id = e.id
      WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.legal_entity_id = $2) AND e.origin = 'cash_basis_tax'
        AND (p.due, p.deferred) IS DISTINCT FROM (m.tax, -m.tax)`,
  },
];
