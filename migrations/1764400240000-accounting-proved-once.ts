import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From the entries that were written to their lines: nothing else is read, whatever the planner knows of the tables. */
const CHECK_TAX_LINES = `
  CREATE OR REPLACE FUNCTION accounting.check_tax_lines() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN e.legal_entity_id <> t.legal_entity_id THEN 'A tax line is of the legal entity of its entry.'
             WHEN e.posted_at <> now() THEN 'Tax lines are written together with their entry.'
             WHEN scale(t.base) > c.minor_units OR scale(t.tax) > c.minor_units
                  OR scale(t.functional_base) > f.minor_units OR scale(t.functional_tax) > f.minor_units THEN
               'An amount of a tax line has more decimals than its currency has.'
             WHEN t.currency = e.functional_currency AND (t.base <> t.functional_base OR t.tax <> t.functional_tax) THEN
               'Amounts in the functional currency are the same twice.'
             WHEN e.reversal_of IS NOT NULL AND (
               o.line_number, o.tax_code_id, o.rate, o.category, o.direction, o.side, o.currency, -o.base, -o.tax,
               -o.functional_base, -o.functional_tax, o.party_id, e.entry_date, o.is_deferred) IS DISTINCT FROM (
               t.line_number, t.tax_code_id, t.rate, t.category, t.direction, t.side, t.currency, t.base, t.tax,
               t.functional_base, t.functional_tax, t.party_id, t.tax_point_on, t.is_deferred) THEN
               'A reversal takes back the taxes of its original, and no others.'
           END) INTO fault
      FROM new_lines t
      JOIN accounting.journal_entry e ON e.organization_id = t.organization_id AND e.id = t.entry_id
      JOIN platform.currency c ON c.code = t.currency
      JOIN platform.currency f ON f.code = e.functional_currency
      LEFT JOIN accounting.tax_line o
        ON o.organization_id = e.organization_id AND o.entry_id = e.reversal_of AND o.position = t.position;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU425', MESSAGE = fault;
    END IF;

    SELECT min(CASE
             WHEN l.entry_id IS NULL THEN format('The entry has no line %s.', s.line_number)
             WHEN s.functional_tax <> l.functional_credit - l.functional_debit
                  OR s.currency = l.currency AND s.tax <> l.credit - l.debit THEN
               format('The tax lines do not sum to the journal line %s that they are in.', s.line_number)
             WHEN s.currencies > 1 THEN format('The tax lines of line %s are in several currencies.', s.line_number)
             WHEN NOT (s.accounts @> ARRAY[true]) OR s.accounts @> ARRAY[false] THEN
               format('The journal line %s is on no account of its tax code.', s.line_number)
           END) INTO fault
      FROM (SELECT DISTINCT n.organization_id, n.entry_id FROM new_lines n) written
      JOIN accounting.journal_entry e ON e.organization_id = written.organization_id AND e.id = written.entry_id
      CROSS JOIN LATERAL (
        SELECT t.line_number, min(t.currency) AS currency, count(DISTINCT t.currency) AS currencies,
               sum(CASE t.side WHEN 'output' THEN t.tax ELSE -t.tax END) AS tax,
               sum(CASE t.side WHEN 'output' THEN t.functional_tax ELSE -t.functional_tax END) AS functional_tax,
               array_agg(DISTINCT coalesce(e.reversal_of IS NOT NULL OR CASE
                 WHEN j.account_id IS NOT DISTINCT FROM
                      CASE WHEN t.is_deferred THEN k.cash_basis_account_id WHEN t.side = 'output' THEN k.output_account_id
                           ELSE k.input_account_id END THEN true
                 -- What is due no longer goes back from where it went, though the code is owed elsewhere by now.
                 ELSE e.origin = 'cash_basis_tax' AND NOT t.is_deferred AND EXISTS (
                   SELECT FROM accounting.tax_line p
                   JOIN accounting.journal_line m
                     ON m.organization_id = p.organization_id AND m.entry_id = p.entry_id AND m.line_number = p.line_number
                   WHERE p.organization_id = t.organization_id AND p.tax_code_id = t.tax_code_id AND NOT p.is_deferred
                     AND p.entry_id <> t.entry_id AND m.account_id = j.account_id) END, false)) AS accounts
        FROM accounting.tax_line t
        JOIN accounting.tax_code k ON k.organization_id = t.organization_id AND k.id = t.tax_code_id
        LEFT JOIN accounting.journal_line j ON j.organization_id = written.organization_id AND j.entry_id = written.entry_id
          AND j.line_number = t.line_number
        WHERE t.organization_id = written.organization_id AND t.entry_id = written.entry_id AND t.line_number IS NOT NULL
        GROUP BY t.line_number) s
      LEFT JOIN accounting.journal_line l ON l.organization_id = written.organization_id AND l.entry_id = written.entry_id
        AND l.line_number = s.line_number;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU426', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
`;
const CHECK_TAX_LINES_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.check_tax_lines() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN e.legal_entity_id <> t.legal_entity_id THEN 'A tax line is of the legal entity of its entry.'
             WHEN e.posted_at <> now() THEN 'Tax lines are written together with their entry.'
             WHEN scale(t.base) > c.minor_units OR scale(t.tax) > c.minor_units
                  OR scale(t.functional_base) > f.minor_units OR scale(t.functional_tax) > f.minor_units THEN
               'An amount of a tax line has more decimals than its currency has.'
             WHEN t.currency = e.functional_currency AND (t.base <> t.functional_base OR t.tax <> t.functional_tax) THEN
               'Amounts in the functional currency are the same twice.'
             WHEN e.reversal_of IS NOT NULL AND (
               o.line_number, o.tax_code_id, o.rate, o.category, o.direction, o.side, o.currency, -o.base, -o.tax,
               -o.functional_base, -o.functional_tax, o.party_id, e.entry_date, o.is_deferred) IS DISTINCT FROM (
               t.line_number, t.tax_code_id, t.rate, t.category, t.direction, t.side, t.currency, t.base, t.tax,
               t.functional_base, t.functional_tax, t.party_id, t.tax_point_on, t.is_deferred) THEN
               'A reversal takes back the taxes of its original, and no others.'
           END) INTO fault
      FROM new_lines t
      JOIN accounting.journal_entry e ON e.organization_id = t.organization_id AND e.id = t.entry_id
      JOIN platform.currency c ON c.code = t.currency
      JOIN platform.currency f ON f.code = e.functional_currency
      LEFT JOIN accounting.tax_line o
        ON o.organization_id = e.organization_id AND o.entry_id = e.reversal_of AND o.position = t.position;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU425', MESSAGE = fault;
    END IF;

    SELECT min(CASE
             WHEN l.entry_id IS NULL THEN format('The entry has no line %s.', s.line_number)
             WHEN s.functional_tax <> l.functional_credit - l.functional_debit
                  OR s.currency = l.currency AND s.tax <> l.credit - l.debit THEN
               format('The tax lines do not sum to the journal line %s that they are in.', s.line_number)
             WHEN s.currencies > 1 THEN format('The tax lines of line %s are in several currencies.', s.line_number)
             WHEN NOT (s.accounts @> ARRAY[true]) OR s.accounts @> ARRAY[false] THEN
               format('The journal line %s is on no account of its tax code.', s.line_number)
           END) INTO fault
      FROM (SELECT t.organization_id, t.entry_id, t.line_number, min(t.currency) AS currency,
                   count(DISTINCT t.currency) AS currencies,
                   sum(CASE t.side WHEN 'output' THEN t.tax ELSE -t.tax END) AS tax,
                   sum(CASE t.side WHEN 'output' THEN t.functional_tax ELSE -t.functional_tax END) AS functional_tax,
                   array_agg(DISTINCT coalesce(e.reversal_of IS NOT NULL OR CASE
     WHEN j.account_id IS NOT DISTINCT FROM
          CASE WHEN t.is_deferred THEN k.cash_basis_account_id WHEN t.side = 'output' THEN k.output_account_id
               ELSE k.input_account_id END THEN true
     -- What is due no longer goes back from where it went, though the code is owed elsewhere by now.
     ELSE e.origin = 'cash_basis_tax' AND NOT t.is_deferred AND EXISTS (
       SELECT FROM accounting.tax_line p
       JOIN accounting.journal_line m
         ON m.organization_id = p.organization_id AND m.entry_id = p.entry_id AND m.line_number = p.line_number
       WHERE p.organization_id = t.organization_id AND p.tax_code_id = t.tax_code_id AND NOT p.is_deferred
         AND p.entry_id <> t.entry_id AND m.account_id = j.account_id) END, false)) AS accounts
            FROM accounting.tax_line t
            JOIN accounting.journal_entry e ON e.organization_id = t.organization_id AND e.id = t.entry_id
            JOIN accounting.tax_code k ON k.organization_id = t.organization_id AND k.id = t.tax_code_id
            LEFT JOIN accounting.journal_line j ON j.organization_id = t.organization_id AND j.entry_id = t.entry_id
              AND j.line_number = t.line_number
            WHERE t.line_number IS NOT NULL
              AND (t.organization_id, t.entry_id) IN (SELECT n.organization_id, n.entry_id FROM new_lines n)
            GROUP BY t.organization_id, t.entry_id, t.line_number) s
      LEFT JOIN accounting.journal_line l ON l.organization_id = s.organization_id AND l.entry_id = s.entry_id
        AND l.line_number = s.line_number;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU426', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
`;

/** Once: a settlement that came with its parts is proved by what proves these. */
const CHECK_SETTLEMENTS = `
  CREATE OR REPLACE FUNCTION accounting.check_new_settlement() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    PERFORM FROM accounting.settlement_part p WHERE p.organization_id = NEW.organization_id AND p.settlement_id = NEW.id;
    IF FOUND THEN
      RETURN NULL;
    END IF;
    fault := CASE NEW.kind WHEN 'deposit_application' THEN accounting.application_fault(NEW.organization_id, NEW.id)
             ELSE accounting.settlement_fault(NEW.organization_id, NEW.id) END;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
    END IF;
    RETURN NULL;
  END $$;
`;
const CHECK_SETTLEMENTS_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.check_new_settlement() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text := CASE NEW.kind WHEN 'deposit_application' THEN accounting.application_fault(NEW.organization_id, NEW.id)
                  ELSE accounting.settlement_fault(NEW.organization_id, NEW.id) END;
  BEGIN
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
    END IF;
    RETURN NULL;
  END $$;
`;

/** Each fact is proved once, and from itself. */
export class AccountingProvedOnce1764400240000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHECK_TAX_LINES);
    await runner.query(CHECK_SETTLEMENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(CHECK_TAX_LINES_BEFORE);
    await runner.query(CHECK_SETTLEMENTS_BEFORE);
  }
}
