import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tax codes of legal entities, what groups of them consist of, and their rates by date. */
export class AccountingTaxCode1764400020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A group consists of other codes; everything but its names is theirs.
      CREATE TABLE accounting.tax_code (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        description text CHECK (length(description) BETWEEN 1 AND 500),
        printed_label text CHECK (length(printed_label) BETWEEN 1 AND 50),
        applies_to text NOT NULL CHECK (applies_to IN ('sale', 'purchase', 'both')),
        country text CHECK (country ~ '^[A-Z]{2}$'),
        is_group boolean NOT NULL DEFAULT false,
        kind text CHECK (kind IN ('vat', 'sales_tax', 'excise', 'other')),
        category text CHECK (category IN ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M')),
        computation text CHECK (computation IN ('percentage', 'fixed_per_unit', 'fixed_per_line')),
        is_reverse_charge boolean NOT NULL DEFAULT false,
        is_cash_basis boolean NOT NULL DEFAULT false,
        recoverable_share numeric NOT NULL DEFAULT 1 CHECK (recoverable_share BETWEEN 0 AND 1),
        exemption_code text CHECK (length(exemption_code) BETWEEN 1 AND 30),
        exemption_text text CHECK (length(exemption_text) BETWEEN 1 AND 500),
        output_account_id uuid,
        input_account_id uuid,
        cash_basis_account_id uuid,
        account_is_group boolean GENERATED ALWAYS AS (false) STORED,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_code_code_key UNIQUE (organization_id, legal_entity_id, code),
        CONSTRAINT tax_code_structure_key UNIQUE (organization_id, legal_entity_id, id, is_group),
        CONSTRAINT tax_code_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        CONSTRAINT tax_code_output_fk FOREIGN KEY (organization_id, legal_entity_id, output_account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id),
        CONSTRAINT tax_code_output_leaf_fk FOREIGN KEY (organization_id, output_account_id, account_is_group)
          REFERENCES accounting.account (organization_id, id, is_group),
        CONSTRAINT tax_code_input_fk FOREIGN KEY (organization_id, legal_entity_id, input_account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id),
        CONSTRAINT tax_code_input_leaf_fk FOREIGN KEY (organization_id, input_account_id, account_is_group)
          REFERENCES accounting.account (organization_id, id, is_group),
        CONSTRAINT tax_code_cash_basis_fk FOREIGN KEY (organization_id, legal_entity_id, cash_basis_account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id),
        CONSTRAINT tax_code_cash_basis_leaf_fk FOREIGN KEY (organization_id, cash_basis_account_id, account_is_group)
          REFERENCES accounting.account (organization_id, id, is_group),
        CONSTRAINT tax_code_structure CHECK (
          CASE WHEN is_group
            THEN kind IS NULL AND category IS NULL AND computation IS NULL AND NOT is_reverse_charge AND NOT is_cash_basis
                 AND exemption_code IS NULL AND exemption_text IS NULL AND recoverable_share = 1
                 AND output_account_id IS NULL AND input_account_id IS NULL AND cash_basis_account_id IS NULL
            ELSE kind IS NOT NULL AND category IS NOT NULL AND computation IS NOT NULL END),
        CONSTRAINT tax_code_vat_is_percentage CHECK (kind <> 'vat' OR computation = 'percentage'),
        CONSTRAINT tax_code_cash_basis CHECK (is_cash_basis = (cash_basis_account_id IS NOT NULL)),
        -- EN 16931: who sells without VAT says why, and who sells with it does not (BR-E-10, BR-AE-10, BR-S-10 and kin).
        CONSTRAINT tax_code_exemption CHECK (
          is_group OR kind <> 'vat' OR applies_to = 'purchase'
          OR (category IN ('E', 'AE', 'K', 'G', 'O')) = (exemption_code IS NOT NULL OR exemption_text IS NOT NULL)),
        -- Where tax arises there is an account for it: what is owed, and what is deducted.
        CONSTRAINT tax_code_accounts CHECK (
          is_group
          OR kind = 'vat' AND category IN ('Z', 'E', 'AE', 'K', 'G', 'O') AND NOT is_reverse_charge
          OR is_reverse_charge AND applies_to = 'sale'
          OR (applies_to = 'purchase' AND NOT is_reverse_charge OR output_account_id IS NOT NULL)
             AND (applies_to = 'sale' OR recoverable_share = 0 OR input_account_id IS NOT NULL))
      );
      CREATE INDEX tax_code_output_idx ON accounting.tax_code (organization_id, output_account_id) WHERE output_account_id IS NOT NULL;
      CREATE INDEX tax_code_input_idx ON accounting.tax_code (organization_id, input_account_id) WHERE input_account_id IS NOT NULL;
      CALL platform.protect_table('accounting.tax_code', 'mutable');
      CALL platform.wall_legal_entity('accounting.tax_code');
      GRANT UPDATE (name, description, printed_label, recoverable_share, exemption_code, exemption_text, output_account_id,
                    input_account_id, cash_basis_account_id, status, version, updated_at) ON accounting.tax_code TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.tax_code FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- In the order in which they are levied; \`on_top_of\` names positions before.
      CREATE TABLE accounting.tax_code_component (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        tax_code_id uuid NOT NULL,
        parent_is_group boolean GENERATED ALWAYS AS (true) STORED,
        position integer NOT NULL CHECK (position BETWEEN 1 AND 10),
        component_id uuid NOT NULL,
        component_is_group boolean GENERATED ALWAYS AS (false) STORED,
        on_top_of integer[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_code_component_position_key UNIQUE (organization_id, tax_code_id, position),
        CONSTRAINT tax_code_component_key UNIQUE (organization_id, tax_code_id, component_id),
        CONSTRAINT tax_code_component_parent_fk FOREIGN KEY (organization_id, legal_entity_id, tax_code_id, parent_is_group)
          REFERENCES accounting.tax_code (organization_id, legal_entity_id, id, is_group),
        CONSTRAINT tax_code_component_part_fk FOREIGN KEY (organization_id, legal_entity_id, component_id, component_is_group)
          REFERENCES accounting.tax_code (organization_id, legal_entity_id, id, is_group),
        CONSTRAINT tax_code_component_order CHECK (position > ALL (on_top_of) AND 0 < ALL (on_top_of))
      );
      CREATE INDEX tax_code_component_part_idx ON accounting.tax_code_component (organization_id, component_id);
      CALL platform.protect_table('accounting.tax_code_component', 'mutable');
      CALL platform.wall_legal_entity('accounting.tax_code_component');
      CREATE TRIGGER kept BEFORE DELETE ON accounting.tax_code_component FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- A fraction for percentages; otherwise an amount of the currency for each unit or line.
      CREATE TABLE accounting.tax_rate (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        tax_code_id uuid NOT NULL,
        code_is_group boolean GENERATED ALWAYS AS (false) STORED,
        valid_from date NOT NULL,
        valid_to date,
        rate numeric NOT NULL CHECK (rate >= 0 AND rate < 1e9 AND scale(rate) <= 12),
        currency text REFERENCES platform.currency (code),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_rate_code_fk FOREIGN KEY (organization_id, legal_entity_id, tax_code_id, code_is_group)
          REFERENCES accounting.tax_code (organization_id, legal_entity_id, id, is_group),
        CONSTRAINT tax_rate_validity CHECK (valid_from <= valid_to),
        CONSTRAINT tax_rate_no_overlap EXCLUDE USING gist
          (organization_id WITH =, tax_code_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );
      CREATE INDEX tax_rate_code_idx ON accounting.tax_rate (organization_id, tax_code_id, valid_from);
      CALL platform.protect_table('accounting.tax_rate', 'mutable');
      CALL platform.wall_legal_entity('accounting.tax_rate');
      GRANT UPDATE (valid_to, version, updated_at), DELETE ON accounting.tax_rate TO bureau_app;
    `);

    await runner.query(`
      -- What a group consists of is fixed with the group.
      CREATE FUNCTION accounting.check_tax_code_component() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.tax_code c
          WHERE c.organization_id = NEW.organization_id AND c.id = NEW.tax_code_id AND c.created_at < now();
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU423', MESSAGE = 'What a group of taxes consists of is fixed; make another one.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_tax_code_component BEFORE INSERT ON accounting.tax_code_component
        FOR EACH ROW EXECUTE FUNCTION accounting.check_tax_code_component();

      CREATE FUNCTION accounting.check_tax_group() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.tax_code_component p WHERE p.organization_id = NEW.organization_id AND p.tax_code_id = NEW.id;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU424', MESSAGE = 'A group of taxes consists of one at least.';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER check_tax_group AFTER INSERT ON accounting.tax_code DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.is_group) EXECUTE FUNCTION accounting.check_tax_group();

      -- A rate fits its code, and is never changed: it ends once, and another one follows.
      CREATE FUNCTION accounting.check_tax_rate() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        code accounting.tax_code;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF OLD.valid_to IS NOT NULL AND NEW.valid_to IS DISTINCT FROM OLD.valid_to THEN
            RAISE EXCEPTION USING ERRCODE = 'BU421', MESSAGE = format('The rate has its end on %s.', OLD.valid_to);
          END IF;
          RETURN NEW;
        END IF;
        SELECT * INTO code FROM accounting.tax_code c WHERE c.organization_id = NEW.organization_id AND c.id = NEW.tax_code_id;
        IF (code.computation = 'percentage') = (NEW.currency IS NOT NULL) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU420',
            MESSAGE = 'A share of a base has no currency, and a fixed amount has one.';
        ELSIF code.kind = 'vat' AND code.category IN ('Z', 'E', 'AE', 'K', 'G', 'O') AND NOT code.is_reverse_charge
              AND NEW.rate <> 0 THEN
          RAISE EXCEPTION USING ERRCODE = 'BU420', MESSAGE = format('VAT of the category %s is at the rate 0.', code.category);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_tax_rate BEFORE INSERT OR UPDATE ON accounting.tax_rate
        FOR EACH ROW EXECUTE FUNCTION accounting.check_tax_rate();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.tax_rate, accounting.tax_code_component, accounting.tax_code;
      DROP FUNCTION accounting.check_tax_rate(), accounting.check_tax_group(), accounting.check_tax_code_component();
    `);
  }
}
