import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A tax that is not due stands on the account that the code names for it, and one that is due on the others. */
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
               -o.functional_base, -o.functional_tax, o.party_id, e.entry_date) IS DISTINCT FROM (
               t.line_number, t.tax_code_id, t.rate, t.category, t.direction, t.side, t.currency, t.base, t.tax,
               t.functional_base, t.functional_tax, t.party_id, t.tax_point_on) THEN
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
                   array_agg(DISTINCT coalesce(e.reversal_of IS NOT NULL OR j.account_id IS NOT DISTINCT FROM k.cash_basis_account_id
   OR j.account_id IS NOT DISTINCT FROM CASE t.side WHEN 'output' THEN k.output_account_id ELSE k.input_account_id END, false)) AS accounts
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

const MIRROR_TAX_LINES = `
  CREATE OR REPLACE FUNCTION accounting.mirror_tax_lines() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO accounting.tax_line
      (organization_id, id, legal_entity_id, entry_id, position, line_number, tax_code_id, rate, category, direction, side,
       tax_point_on, currency, base, tax, functional_base, functional_tax, party_id, document_type, document_id, is_deferred)
    SELECT t.organization_id, gen_random_uuid(), t.legal_entity_id, NEW.id, t.position, t.line_number, t.tax_code_id, t.rate,
           t.category, t.direction, t.side, NEW.entry_date, t.currency, -t.base, -t.tax, -t.functional_base,
           -t.functional_tax, t.party_id, t.document_type, t.document_id, t.is_deferred
    FROM accounting.tax_line t
    WHERE t.organization_id = NEW.organization_id AND t.entry_id = NEW.reversal_of;
    RETURN NULL;
  END $$;
`;
const MIRROR_TAX_LINES_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.mirror_tax_lines() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO accounting.tax_line
      (organization_id, id, legal_entity_id, entry_id, position, line_number, tax_code_id, rate, category, direction, side,
       tax_point_on, currency, base, tax, functional_base, functional_tax, party_id, document_type, document_id)
    SELECT t.organization_id, gen_random_uuid(), t.legal_entity_id, NEW.id, t.position, t.line_number, t.tax_code_id, t.rate,
           t.category, t.direction, t.side, NEW.entry_date, t.currency, -t.base, -t.tax, -t.functional_base,
           -t.functional_tax, t.party_id, t.document_type, t.document_id
    FROM accounting.tax_line t
    WHERE t.organization_id = NEW.organization_id AND t.entry_id = NEW.reversal_of;
    RETURN NULL;
  END $$;
`;

/** What became due has the rate of its document, on whatever day it was paid. */
const KEEP_USED_TAX_RATE = `
  CREATE OR REPLACE FUNCTION accounting.keep_used_tax_rate() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.tax_code k WHERE k.organization_id = OLD.organization_id AND k.id = OLD.tax_code_id FOR UPDATE;
    PERFORM FROM accounting.tax_line t
      WHERE t.organization_id = OLD.organization_id AND t.tax_code_id = OLD.tax_code_id
        AND t.tax_point_on >= OLD.valid_from AND (OLD.valid_to IS NULL OR t.tax_point_on <= OLD.valid_to)
        AND (TG_OP = 'DELETE' OR t.tax_point_on > NEW.valid_to)
        -- A reversal gives back at the rate of its original, on whatever day.
        AND NOT EXISTS (SELECT FROM accounting.journal_entry e
                        WHERE e.organization_id = t.organization_id AND e.id = t.entry_id AND (e.reversal_of IS NOT NULL OR e.origin = 'cash_basis_tax'))
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU422', MESSAGE = 'Documents have been posted with the rate on these days.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
`;
const KEEP_USED_TAX_RATE_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.keep_used_tax_rate() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.tax_code k WHERE k.organization_id = OLD.organization_id AND k.id = OLD.tax_code_id FOR UPDATE;
    PERFORM FROM accounting.tax_line t
      WHERE t.organization_id = OLD.organization_id AND t.tax_code_id = OLD.tax_code_id
        AND t.tax_point_on >= OLD.valid_from AND (OLD.valid_to IS NULL OR t.tax_point_on <= OLD.valid_to)
        AND (TG_OP = 'DELETE' OR t.tax_point_on > NEW.valid_to)
        -- A reversal gives back at the rate of its original, on whatever day.
        AND NOT EXISTS (SELECT FROM accounting.journal_entry e
                        WHERE e.organization_id = t.organization_id AND e.id = t.entry_id AND (e.reversal_of IS NOT NULL))
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU422', MESSAGE = 'Documents have been posted with the rate on these days.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
`;

const CHECK_TAX_RETURN_LINES = `
  CREATE OR REPLACE FUNCTION accounting.check_tax_return_lines() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN r.filed_at IS DISTINCT FROM now() THEN 'The tax lines of a return are those that it was filed with.'
             WHEN n.legal_entity_id <> r.legal_entity_id OR t.legal_entity_id <> r.legal_entity_id OR c.form_id IS NULL THEN
               'A tax line is declared on the form that its tax code is reported on.'
             WHEN t.tax_point_on > r.ends_on OR n.is_late <> (t.tax_point_on < r.starts_on) OR r.revision > 0 AND n.is_late THEN
               'A tax line is of the period of its return, or late.'
             WHEN t.is_deferred THEN 'A tax that is not due is not declared.'
           END) INTO fault
      FROM new_lines n
      JOIN accounting.tax_return r ON r.organization_id = n.organization_id AND r.id = n.return_id
      JOIN accounting.tax_line t ON t.organization_id = n.organization_id AND t.id = n.tax_line_id
      LEFT JOIN accounting.tax_return_form_code c
        ON c.organization_id = t.organization_id AND c.tax_code_id = t.tax_code_id AND c.form_id = r.form_id;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU555', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
`;
const CHECK_TAX_RETURN_LINES_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.check_tax_return_lines() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN r.filed_at IS DISTINCT FROM now() THEN 'The tax lines of a return are those that it was filed with.'
             WHEN n.legal_entity_id <> r.legal_entity_id OR t.legal_entity_id <> r.legal_entity_id OR c.form_id IS NULL THEN
               'A tax line is declared on the form that its tax code is reported on.'
             WHEN t.tax_point_on > r.ends_on OR n.is_late <> (t.tax_point_on < r.starts_on) OR r.revision > 0 AND n.is_late THEN
               'A tax line is of the period of its return, or late.'
           END) INTO fault
      FROM new_lines n
      JOIN accounting.tax_return r ON r.organization_id = n.organization_id AND r.id = n.return_id
      JOIN accounting.tax_line t ON t.organization_id = n.organization_id AND t.id = n.tax_line_id
      LEFT JOIN accounting.tax_return_form_code c
        ON c.organization_id = t.organization_id AND c.tax_code_id = t.tax_code_id AND c.form_id = r.form_id;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU555', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
`;

/** Two who settle different items of one document would each take their part of the same tax: who holds one holds all. */
const HOLD_OPEN_ITEMS = `
  CREATE OR REPLACE FUNCTION accounting.hold_open_items(organization uuid, items uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF organization IS DISTINCT FROM platform.current_organization_id() THEN
      RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'Only the organization that acts holds its items.';
    END IF;
    RETURN QUERY SELECT i.id FROM accounting.open_item i
      WHERE i.organization_id = organization AND i.id = ANY (items || ARRAY(
        SELECT s.id FROM accounting.open_item n
        JOIN accounting.open_item s ON s.organization_id = n.organization_id AND s.entry_id = n.entry_id
        WHERE n.organization_id = organization AND n.id = ANY (items)
          AND EXISTS (SELECT FROM accounting.tax_line t
                      WHERE t.organization_id = n.organization_id AND t.entry_id = n.entry_id AND t.is_deferred))) ORDER BY i.id FOR UPDATE;
  END $$;
`;
const HOLD_OPEN_ITEMS_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.hold_open_items(organization uuid, items uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF organization IS DISTINCT FROM platform.current_organization_id() THEN
      RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'Only the organization that acts holds its items.';
    END IF;
    RETURN QUERY SELECT i.id FROM accounting.open_item i
      WHERE i.organization_id = organization AND i.id = ANY (items) ORDER BY i.id FOR UPDATE;
  END $$;
`;

/** What was there of taxes minds those that wait until they are paid. */
export class AccountingCashBasisTaxLines1764400171000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHECK_TAX_LINES);
    await runner.query(MIRROR_TAX_LINES);
    await runner.query(KEEP_USED_TAX_RATE);
    await runner.query(CHECK_TAX_RETURN_LINES);
    await runner.query(HOLD_OPEN_ITEMS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(CHECK_TAX_LINES_BEFORE);
    await runner.query(MIRROR_TAX_LINES_BEFORE);
    await runner.query(KEEP_USED_TAX_RATE_BEFORE);
    await runner.query(CHECK_TAX_RETURN_LINES_BEFORE);
    await runner.query(HOLD_OPEN_ITEMS_BEFORE);
  }
}
