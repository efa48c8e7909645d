import type { IntegrityCheck } from './integrity-check.js';

/** The rules of receivables and payables, proved from the lines up. Together they hold at every date. */
export const openItemChecks: readonly IntegrityCheck[] = [
  {
    name: 'open_items_follow_lines',
    description:
      'Each line of a party on a control account is an item of that party, or of the one it was merged into.',
    text: `
      SELECT j.code || ' ' || e.number || ' line ' || l.line_number AS subject,
             format('The item is of %s in %s, the line of %s.', i.amount, i.currency, l.debit - l.credit) AS message
      FROM accounting.journal_line l
      JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
      JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
      JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
      JOIN accounting.party p ON p.organization_id = l.organization_id AND p.id = l.party_id
      LEFT JOIN (SELECT * FROM accounting.open_item WHERE organization_id = $1) i
        ON i.entry_id = l.entry_id AND i.line_number = l.line_number
      WHERE l.organization_id = $1 AND ($2::uuid IS NULL OR l.legal_entity_id = $2) AND l.party_id IS NOT NULL
        AND (l.debit <> 0 OR l.credit <> 0)
        AND (i.party_id, i.account_id, i.control, i.currency, i.entry_date, i.amount, i.functional_amount) IS DISTINCT FROM
            (coalesce(p.survivor_id, p.id), l.account_id, a.control, l.currency, l.entry_date, l.debit - l.credit,
             l.functional_debit - l.functional_credit)`,
  },
  {
    name: 'open_amounts_follow_allocations',
    description: 'What is open of each item is its amount less what was settled of it, in both currencies.',
    text: `
      SELECT j.code || ' ' || e.number || ' line ' || i.line_number AS subject,
             format('%s of %s are open, %s are settled.', i.open_amount, i.amount, coalesce(s.amount, 0)) AS message
      FROM accounting.open_item i
      JOIN accounting.journal_entry e ON e.organization_id = i.organization_id AND e.id = i.entry_id
      JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
      LEFT JOIN (
        SELECT u.item_id, sum(u.amount) AS amount, sum(u.functional) AS functional FROM (
          SELECT debit_item_id AS item_id, amount, functional_debit AS functional
          FROM accounting.allocation WHERE organization_id = $1
          UNION ALL
          SELECT credit_item_id, -amount, -functional_credit FROM accounting.allocation WHERE organization_id = $1) u
        GROUP BY 1) s ON s.item_id = i.id
      WHERE i.organization_id = $1 AND ($2::uuid IS NULL OR i.legal_entity_id = $2)
        AND (i.open_amount, i.functional_open) IS DISTINCT FROM
            (i.amount - coalesce(s.amount, 0), i.functional_amount - coalesce(s.functional, 0))`,
  },
  {
    name: 'exchange_differences_are_posted',
    description: 'Entries of allocations post the realised exchange differences, on the day on which they take effect.',
    text: `
      SELECT j.code || ' ' || e.number AS subject,
             format('It posts %s, the allocations leave %s.', l.amount, s.difference) AS message
      FROM (SELECT difference_entry_id AS entry_id, sum(functional_credit - functional_debit) AS difference,
                   min(effective_on) AS first, max(effective_on) AS last
            FROM accounting.allocation WHERE organization_id = $1 AND difference_entry_id IS NOT NULL GROUP BY 1) s
      FULL JOIN (SELECT entry_id, sum(functional_debit - functional_credit) AS amount FROM accounting.journal_line
                 WHERE organization_id = $1 AND party_id IS NOT NULL AND debit = 0 AND credit = 0 GROUP BY 1) l USING (entry_id)
      JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = entry_id
      JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
      WHERE ($2::uuid IS NULL OR e.legal_entity_id = $2)
        AND (s.difference IS DISTINCT FROM coalesce(l.amount, 0) OR s.first <> e.entry_date OR s.last <> e.entry_date)`,
  },
  {
    name: 'control_accounts_equal_their_items',
    description:
      'The balance of each control account is what its items have open, and what was posted to it of nobody.',
    text: `
      SELECT a.code AS subject,
             format('The account stands at %s, its items at %s and lines of nobody at %s.', l.balance, coalesce(i.open, 0), l.nobodys) AS message
      FROM accounting.account a
      JOIN (SELECT account_id, sum(functional_debit - functional_credit) AS balance,
                   coalesce(sum(functional_debit - functional_credit) FILTER (WHERE party_id IS NULL), 0) AS nobodys
            FROM accounting.journal_line WHERE organization_id = $1 GROUP BY 1) l ON l.account_id = a.id
      LEFT JOIN (SELECT account_id, sum(functional_open) AS open FROM accounting.open_item
                 WHERE organization_id = $1 GROUP BY 1) i ON i.account_id = a.id
      WHERE a.organization_id = $1 AND ($2::uuid IS NULL OR a.legal_entity_id = $2)
        AND a.control IN ('receivable', 'payable') AND l.balance <> coalesce(i.open, 0) + l.nobodys`,
  },
];
