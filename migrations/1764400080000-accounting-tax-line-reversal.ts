import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The account of a code may have become another one since the original: its reversal goes where the original went. */
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
                   array_agg(DISTINCT e.reversal_of IS NOT NULL
                     OR j.account_id IS NOT DISTINCT FROM k.cash_basis_account_id
                     OR j.account_id IS NOT DISTINCT FROM
                        CASE t.side WHEN 'output' THEN k.output_account_id ELSE k.input_account_id END) AS accounts
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
                        WHERE e.organization_id = t.organization_id AND e.id = t.entry_id AND e.reversal_of IS NOT NULL)
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU422', MESSAGE = 'Documents have been posted with the rate on these days.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
`;

/** Tax lines are of parties that there are, and an entry that is reversed takes its tax lines back. */
export class AccountingTaxLineReversal1764400080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.tax_line ADD CONSTRAINT tax_line_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
        REFERENCES accounting.party (organization_id, legal_entity_id, id);

      -- Whoever reverses, in whatever way: what was taxed is given back on the day of the reversal. Entries that reverse
      -- nothing never get here.
      CREATE FUNCTION accounting.mirror_tax_lines() RETURNS trigger
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
      CREATE TRIGGER mirror_tax_lines AFTER INSERT ON accounting.journal_entry
        FOR EACH ROW WHEN (NEW.reversal_of IS NOT NULL) EXECUTE FUNCTION accounting.mirror_tax_lines();
    `);
    await runner.query(CHECK_TAX_LINES);
    await runner.query(KEEP_USED_TAX_RATE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER mirror_tax_lines ON accounting.journal_entry;
      DROP FUNCTION accounting.mirror_tax_lines();
      ALTER TABLE accounting.tax_line DROP CONSTRAINT tax_line_party_fk;
    `);
    await runner.query(CHECK_TAX_LINES_BEFORE);
    await runner.query(KEEP_USED_TAX_RATE_BEFORE);
  }
}

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
           END) INTO fault
      FROM new_lines t
      JOIN accounting.journal_entry e ON e.organization_id = t.organization_id AND e.id = t.entry_id
      JOIN platform.currency c ON c.code = t.currency
      JOIN platform.currency f ON f.code = e.functional_currency;
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
                   array_agg(DISTINCT j.account_id IS NOT DISTINCT FROM k.cash_basis_account_id
                     OR j.account_id IS NOT DISTINCT FROM
                        CASE t.side WHEN 'output' THEN k.output_account_id ELSE k.input_account_id END) AS accounts
            FROM accounting.tax_line t
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

const KEEP_USED_TAX_RATE_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.keep_used_tax_rate() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.tax_code k WHERE k.organization_id = OLD.organization_id AND k.id = OLD.tax_code_id FOR UPDATE;
    PERFORM FROM accounting.tax_line t
      WHERE t.organization_id = OLD.organization_id AND t.tax_code_id = OLD.tax_code_id
        AND t.tax_point_on >= OLD.valid_from AND (OLD.valid_to IS NULL OR t.tax_point_on <= OLD.valid_to)
        AND (TG_OP = 'DELETE' OR t.tax_point_on > NEW.valid_to)
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU422', MESSAGE = 'Documents have been posted with the rate on these days.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
`;
