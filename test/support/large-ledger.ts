import type { Client } from 'pg';
import type { Books } from './ledger-fixture.js';

// Around the triggers, which check one entry at a time: what they would keep is written along.
const STATEMENTS = [
  `INSERT INTO accounting.journal_entry
     (organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, kind, description,
      functional_currency, line_count, total, actor_id, action, request_id)
   SELECT $1, uuidv, $2, $3, $4, p.id, n, p.starts_on + (n % 28), 'regular', 'Entry ' || n, 'EUR', 2, 1, $1, 'test', $1
   FROM generate_series(1, $5::integer) n
   CROSS JOIN LATERAL (SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS uuidv) id
   JOIN accounting.fiscal_period p ON p.organization_id = $1 AND p.legal_entity_id = $2 AND p.fiscal_year_id = $4
     AND p.number = 1 + n % 12`,
  `INSERT INTO accounting.journal_line
     (organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency, debit, credit,
      functional_debit, functional_credit)
   SELECT e.organization_id, e.id, side, e.legal_entity_id, CASE side WHEN 1 THEN $3::uuid ELSE $4::uuid END, e.entry_date,
          'EUR', 2 - side, side - 1, 2 - side, side - 1
   FROM accounting.journal_entry e CROSS JOIN generate_series(1, 2) side
   WHERE e.organization_id = $1 AND e.legal_entity_id = $2`,
  `INSERT INTO accounting.account_balance_day
   SELECT organization_id, legal_entity_id, account_id, entry_date, 'regular', sum(functional_debit), sum(functional_credit)
   FROM accounting.journal_line WHERE organization_id = $1 AND legal_entity_id = $2 GROUP BY 1, 2, 3, 4`,
  `INSERT INTO accounting.account_balance_month
   SELECT organization_id, legal_entity_id, account_id, date_trunc('month', day), kind, sum(debit), sum(credit)
   FROM accounting.account_balance_day WHERE organization_id = $1 AND legal_entity_id = $2 GROUP BY 1, 2, 3, 4, 5`,
];

/**
 * Fills the year 2026 with entries of 1.00 from sales to the bank account, in the books and beside them.
 * @param known whether PostgreSQL learns how many rows there are now
 */
export async function fillLedger(owner: Client, books: Books, entries: number, { known = true } = {}): Promise<void> {
  const scope = [books.organizationId, books.legalEntityId];
  await owner.query('BEGIN');
  await owner.query("SET LOCAL session_replication_role = 'replica'");
  const [headers, lines, ...balances] = STATEMENTS;
  await owner.query(headers!, [...scope, books.journals['GENERAL'], books.years['2026'], entries]);
  await owner.query(lines!, [...scope, books.accounts['1930'], books.accounts['3000']]);
  for (const statement of balances) await owner.query(statement, scope);
  await owner.query('COMMIT');
  if (!known) return;
  await owner.query(
    'ANALYZE accounting.journal_entry, accounting.journal_line, accounting.account_balance_day, accounting.account_balance_month',
  );
}
