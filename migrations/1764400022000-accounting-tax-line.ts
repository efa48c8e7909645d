import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was taxed and how: facts beside journal entries, which returns are made of. */
export class AccountingTaxLine1764400022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Signed: what is given back is below zero. A tax that the buyer owes has two lines, one on each side. \`line_number\` is
      -- the journal line that the tax is in; null where there is none.
      CREATE TABLE accounting.tax_line (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        position integer NOT NULL CHECK (position BETWEEN 1 AND 20000),
        line_number integer,
        tax_code_id uuid NOT NULL,
        code_is_group boolean GENERATED ALWAYS AS (false) STORED,
        rate numeric NOT NULL CHECK (rate >= 0),
        category text NOT NULL CHECK (category IN ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M')),
        direction text NOT NULL CHECK (direction IN ('sale', 'purchase')),
        side text NOT NULL CHECK (side IN ('output', 'input')),
        tax_point_on date NOT NULL,
        currency text NOT NULL REFERENCES platform.currency (code),
        base numeric NOT NULL,
        tax numeric NOT NULL,
        functional_base numeric NOT NULL,
        functional_tax numeric NOT NULL,
        party_id uuid,
        document_type text CHECK (document_type ~ '^[a-z][a-z_]{0,49}$'),
        document_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_line_position_key UNIQUE (organization_id, entry_id, position),
        CONSTRAINT tax_line_entry_fk FOREIGN KEY (organization_id, entry_id)
          REFERENCES accounting.journal_entry (organization_id, id),
        CONSTRAINT tax_line_code_fk FOREIGN KEY (organization_id, legal_entity_id, tax_code_id, code_is_group)
          REFERENCES accounting.tax_code (organization_id, legal_entity_id, id, is_group),
        CONSTRAINT tax_line_amounts CHECK (
          abs(base) < 1e18 AND abs(tax) < 1e18 AND abs(functional_base) < 1e18 AND abs(functional_tax) < 1e18),
        CONSTRAINT tax_line_document CHECK ((document_type IS NULL) = (document_id IS NULL)),
        CONSTRAINT tax_line_output_of_sale CHECK (direction = 'purchase' OR side = 'output'),
        -- Tax of any amount is in the books.
        CONSTRAINT tax_line_in_books CHECK (functional_tax = 0 OR line_number IS NOT NULL)
      );
      CREATE INDEX tax_line_point_idx ON accounting.tax_line (organization_id, legal_entity_id, tax_point_on, id);
      CREATE INDEX tax_line_code_idx ON accounting.tax_line (organization_id, tax_code_id, tax_point_on);
      CREATE INDEX tax_line_document_idx ON accounting.tax_line (organization_id, document_id) WHERE document_id IS NOT NULL;
      CALL platform.protect_table('accounting.tax_line', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.tax_line');
    `);

    await runner.query(`
      -- Tax lines come with their entry, once, and all the tax of a journal line that they name is theirs.
      CREATE FUNCTION accounting.check_tax_lines() RETURNS trigger
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
      CREATE TRIGGER check_tax_lines AFTER INSERT ON accounting.tax_line
        REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_tax_lines();

      -- What tax lines were made with stays. Their insert holds the code by its foreign key, and so does who gets here.
      CREATE FUNCTION accounting.keep_used_tax_rate() RETURNS trigger
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
      CREATE TRIGGER keep_used_tax_rate BEFORE UPDATE OF valid_to OR DELETE ON accounting.tax_rate
        FOR EACH ROW EXECUTE FUNCTION accounting.keep_used_tax_rate();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_used_tax_rate ON accounting.tax_rate;
      DROP TABLE accounting.tax_line;
      DROP FUNCTION accounting.keep_used_tax_rate(), accounting.check_tax_lines();
    `);
  }
}
