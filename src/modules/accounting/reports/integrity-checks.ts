import { deferralChecks } from './deferral-checks.js';
import { cashBasisChecks } from './cash-basis-checks.js';
import { dimensionChecks } from './dimension-checks.js';
import type { IntegrityCheck } from './integrity-check.js';
import { openItemChecks } from './open-item-checks.js';
import { withholdingChecks } from './withholding-checks.js';
import { taxReturnChecks } from './tax-return-checks.js';

export const integrityChecks: readonly IntegrityCheck[] = [
  {
    name: 'entries_balance',
    description: 'Debits equal credits in every entry, both equal the total of its header, and no line is missing.',
    text: `
      SELECT j.code || ' ' || e.number AS subject,
             format('The lines sum to %s debit and %s credit, the header says %s in %s lines.',
                    l.debit, l.credit, e.total, e.line_count) AS message
      FROM accounting.journal_entry e
      JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
      LEFT JOIN (SELECT entry_id, count(*) AS lines, sum(functional_debit) AS debit, sum(functional_credit) AS credit
                 FROM accounting.journal_line WHERE organization_id = $1 GROUP BY entry_id) l ON l.entry_id = e.id
      WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.legal_entity_id = $2)
        AND (l.debit, l.credit, l.lines) IS DISTINCT FROM (e.total, e.total, e.line_count::bigint)`,
  },
  {
    name: 'month_balances_follow_lines',
    description: 'The balance of every account and month is the sum of its lines.',
    text: `
      SELECT a.code || ' ' || coalesce(b.month, l.month) AS subject,
             format('The balance is %s debit and %s credit, the lines sum to %s and %s.', b.debit, b.credit, l.debit, l.credit) AS message
      FROM (SELECT * FROM accounting.account_balance_month WHERE organization_id = $1) b
      FULL JOIN (SELECT l.legal_entity_id, l.account_id, date_trunc('month', l.entry_date)::date AS month, e.kind,
                        sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
                 FROM accounting.journal_line l
                 JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
                 WHERE l.organization_id = $1 GROUP BY 1, 2, 3, 4) l
        USING (legal_entity_id, account_id, month, kind)
      JOIN accounting.account a ON a.organization_id = $1 AND a.id = account_id
      WHERE ($2::uuid IS NULL OR a.legal_entity_id = $2) AND (b.debit, b.credit) IS DISTINCT FROM (l.debit, l.credit)`,
  },
  {
    name: 'day_balances_follow_lines',
    description: 'The balance of every account and day is the sum of its lines.',
    text: `
      SELECT a.code || ' ' || coalesce(b.day, l.day) AS subject,
             format('The balance is %s debit and %s credit, the lines sum to %s and %s.', b.debit, b.credit, l.debit, l.credit) AS message
      FROM (SELECT * FROM accounting.account_balance_day WHERE organization_id = $1) b
      FULL JOIN (SELECT l.legal_entity_id, l.account_id, l.entry_date AS day, e.kind,
                        sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
                 FROM accounting.journal_line l
                 JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
                 WHERE l.organization_id = $1 GROUP BY 1, 2, 3, 4) l
        USING (legal_entity_id, account_id, day, kind)
      JOIN accounting.account a ON a.organization_id = $1 AND a.id = account_id
      WHERE ($2::uuid IS NULL OR a.legal_entity_id = $2) AND (b.debit, b.credit) IS DISTINCT FROM (l.debit, l.credit)`,
  },
  ...dimensionChecks,
  ...openItemChecks,
  ...deferralChecks,
  ...taxReturnChecks,
  ...cashBasisChecks,
  ...withholdingChecks,
  {
    name: 'numbers_are_gapless',
    description: 'The numbers of every journal and fiscal year run from 1 to the counter, each once.',
    text: `
      SELECT j.code || ' ' || y.starts_on AS subject,
             format('%s entries, numbers %s to %s, counter at %s.', n.entries, n.first, n.last, s.last_number) AS message
      FROM accounting.number_series s
      JOIN accounting.journal j ON j.organization_id = s.organization_id AND j.id = s.journal_id
      JOIN accounting.fiscal_year y ON y.organization_id = s.organization_id AND y.id = s.fiscal_year_id
      CROSS JOIN LATERAL (
        SELECT count(*) AS entries, count(DISTINCT e.number) AS numbers, coalesce(min(e.number), 1) AS first,
               coalesce(max(e.number), 0) AS last
        FROM accounting.journal_entry e
        WHERE e.organization_id = s.organization_id AND e.journal_id = s.journal_id AND e.fiscal_year_id = s.fiscal_year_id) n
      WHERE s.organization_id = $1 AND ($2::uuid IS NULL OR s.legal_entity_id = $2)
        AND (n.entries, n.numbers, n.first, n.last) IS DISTINCT FROM (s.last_number::bigint, n.last::bigint, 1, s.last_number)`,
  },
  {
    name: 'dates_lie_in_their_periods',
    description: 'Every entry and line is dated inside the fiscal period that it is posted to.',
    text: `
      SELECT j.code || ' ' || e.number AS subject,
             format('Dated %s in the period %s to %s.', e.entry_date, p.starts_on, p.ends_on) AS message
      FROM accounting.journal_entry e
      JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
      JOIN accounting.fiscal_period p ON p.organization_id = e.organization_id AND p.id = e.period_id
      WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.legal_entity_id = $2)
        AND (e.entry_date NOT BETWEEN p.starts_on AND p.ends_on
             OR EXISTS (SELECT FROM accounting.journal_line l WHERE l.organization_id = e.organization_id AND l.entry_id = e.id
                          AND (l.entry_date <> e.entry_date OR l.legal_entity_id <> e.legal_entity_id)))`,
  },
  {
    name: 'accounts_take_postings',
    description: 'No line stands on a group or on an account of another legal entity.',
    text: `
      SELECT a.code AS subject, format('%s lines stand on it.', count(*)) AS message
      FROM accounting.journal_line l
      JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
      WHERE l.organization_id = $1 AND ($2::uuid IS NULL OR l.legal_entity_id = $2)
        AND (a.is_group OR a.legal_entity_id <> l.legal_entity_id)
      GROUP BY a.code`,
  },
  {
    name: 'rounding_lines_are_small',
    description: 'No rounding line takes more than half a minor unit for each converted line of its entry.',
    text: `
      SELECT j.code || ' ' || e.number AS subject,
             format('The rounding line takes %s for %s converted lines.', r.amount, r.converted) AS message
      FROM (SELECT l.entry_id, sum(l.functional_debit + l.functional_credit) FILTER (WHERE l.is_rounding) AS amount,
                   count(*) FILTER (WHERE l.exchange_rate IS NOT NULL) AS converted
            FROM accounting.journal_line l
            WHERE l.organization_id = $1
              AND l.entry_id IN (SELECT m.entry_id FROM accounting.journal_line m
                                 WHERE m.organization_id = $1 AND m.is_rounding)
            GROUP BY l.entry_id) r
      JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = r.entry_id
      JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
      JOIN platform.currency c ON c.code = e.functional_currency
      WHERE ($2::uuid IS NULL OR e.legal_entity_id = $2)
        AND r.amount > r.converted * 0.5 * 10 ^ (-c.minor_units)::numeric`,
  },
  {
    name: 'reversals_mirror',
    description: 'Every reversal mirrors its original line by line, on its date or later, and is not reversed itself.',
    text: `
      SELECT j.code || ' ' || e.number AS subject, 'It does not mirror the entry that it reverses.' AS message
      FROM accounting.journal_entry e
      JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id
      JOIN accounting.journal_entry o ON o.organization_id = e.organization_id AND o.id = e.reversal_of
      WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.legal_entity_id = $2)
        AND (o.reversal_of IS NOT NULL OR e.entry_date < o.entry_date OR e.line_count <> o.line_count OR EXISTS (
          SELECT FROM accounting.journal_line a
          LEFT JOIN accounting.journal_line b
            ON b.organization_id = a.organization_id AND b.entry_id = e.id AND b.line_number = a.line_number
          WHERE a.organization_id = o.organization_id AND a.entry_id = o.id
            AND (a.account_id, a.currency, a.functional_debit, a.functional_credit, a.dimension_value_ids)
                IS DISTINCT FROM
                (b.account_id, b.currency, b.functional_credit, b.functional_debit, b.dimension_value_ids)))`,
  },
];
