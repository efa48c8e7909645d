import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The forms on which a legal entity declares taxes: which tax codes they report, and their boxes by version. */
export class AccountingTaxReturnForm1764400081000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.tax_return_form (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) >= 1 AND length(code) <= 20),
        name text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 200),
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        subdivision text COLLATE "C" CHECK (subdivision ~ '^[A-Z0-9]{1,3}$'),
        frequency text NOT NULL CHECK (frequency IN ('monthly', 'two_monthly', 'quarterly', 'half_yearly', 'yearly')),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_return_form_code_key UNIQUE (organization_id, legal_entity_id, code),
        CONSTRAINT tax_return_form_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT tax_return_form_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id)
      );
      CALL platform.protect_table('accounting.tax_return_form', 'mutable');
      CALL platform.wall_legal_entity('accounting.tax_return_form');
      GRANT UPDATE (name, frequency, status, version, updated_at) ON accounting.tax_return_form TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.tax_return_form FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- A tax code is reported on one form, so that no tax line is due on two.
      CREATE TABLE accounting.tax_return_form_code (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        legal_entity_id uuid NOT NULL,
        form_id uuid NOT NULL,
        tax_code_id uuid NOT NULL,
        code_is_group boolean GENERATED ALWAYS AS (false) STORED,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_return_form_code_once UNIQUE (organization_id, tax_code_id),
        CONSTRAINT tax_return_form_code_form_fk FOREIGN KEY (organization_id, legal_entity_id, form_id)
          REFERENCES accounting.tax_return_form (organization_id, legal_entity_id, id),
        CONSTRAINT tax_return_form_code_code_fk FOREIGN KEY (organization_id, legal_entity_id, tax_code_id, code_is_group)
          REFERENCES accounting.tax_code (organization_id, legal_entity_id, id, is_group)
      );
      CREATE INDEX tax_return_form_code_form_idx ON accounting.tax_return_form_code (organization_id, form_id);
      CALL platform.protect_table('accounting.tax_return_form_code', 'mutable');
      CALL platform.wall_legal_entity('accounting.tax_return_form_code');
      GRANT DELETE ON accounting.tax_return_form_code TO bureau_app;

      -- Never changes: returns that were filed on it stay what they were. What is mended is a further version.
      CREATE TABLE accounting.tax_return_form_version (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        form_id uuid NOT NULL,
        number integer NOT NULL CHECK (number >= 1),
        valid_from date NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_return_form_version_number_key UNIQUE (organization_id, form_id, number),
        CONSTRAINT tax_return_form_version_form_key UNIQUE (organization_id, form_id, id),
        CONSTRAINT tax_return_form_version_form_fk FOREIGN KEY (organization_id, legal_entity_id, form_id)
          REFERENCES accounting.tax_return_form (organization_id, legal_entity_id, id)
      );
      CALL platform.protect_table('accounting.tax_return_form_version', 'append_only');
      CALL platform.wall_legal_entity('accounting.tax_return_form_version');
    `);

    await runner.query(`
      -- The base or the tax of tax lines, chosen by what they are; or sums and differences of boxes that are less deep.
      CREATE TABLE accounting.tax_return_box (
        organization_id uuid NOT NULL,
        version_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) >= 1 AND length(code) <= 20),
        legal_entity_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 200),
        position integer NOT NULL CHECK (position >= 1 AND position <= 100),
        depth integer NOT NULL CHECK (depth >= 0),
        kind text GENERATED ALWAYS AS (CASE depth WHEN 0 THEN 'lines' ELSE 'formula' END) STORED,
        amount text CHECK (amount IN ('base', 'tax')),
        is_negated boolean NOT NULL DEFAULT false,
        direction text CHECK (direction IN ('sale', 'purchase')),
        side text CHECK (side IN ('output', 'input')),
        categories text[] CHECK (
          categories <@ ARRAY['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'] AND cardinality(categories) >= 1),
        -- Of certain codes only, which stand beside the box.
        names_codes boolean NOT NULL DEFAULT false,
        rounding text NOT NULL CHECK (rounding IN ('exact', 'whole_half_up', 'whole_down')),
        PRIMARY KEY (organization_id, version_id, code),
        CONSTRAINT tax_return_box_position_key UNIQUE (organization_id, version_id, position),
        CONSTRAINT tax_return_box_depth_key UNIQUE (organization_id, version_id, code, depth),
        CONSTRAINT tax_return_box_version_fk FOREIGN KEY (organization_id, version_id)
          REFERENCES accounting.tax_return_form_version (organization_id, id),
        CONSTRAINT tax_return_box_kind CHECK (
          CASE depth WHEN 0 THEN amount IS NOT NULL
          ELSE amount IS NULL AND direction IS NULL AND side IS NULL AND categories IS NULL AND NOT names_codes
               AND NOT is_negated END)
      );
      CALL platform.protect_table('accounting.tax_return_box', 'append_only');
      CALL platform.wall_legal_entity('accounting.tax_return_box');

      CREATE TABLE accounting.tax_return_box_code (
        organization_id uuid NOT NULL,
        version_id uuid NOT NULL,
        box_code text COLLATE "C" NOT NULL,
        box_depth integer GENERATED ALWAYS AS (0) STORED,
        tax_code_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        code_is_group boolean GENERATED ALWAYS AS (false) STORED,
        PRIMARY KEY (organization_id, version_id, box_code, tax_code_id),
        CONSTRAINT tax_return_box_code_box_fk FOREIGN KEY (organization_id, version_id, box_code, box_depth)
          REFERENCES accounting.tax_return_box (organization_id, version_id, code, depth),
        CONSTRAINT tax_return_box_code_code_fk FOREIGN KEY (organization_id, legal_entity_id, tax_code_id, code_is_group)
          REFERENCES accounting.tax_code (organization_id, legal_entity_id, id, is_group)
      );
      CALL platform.protect_table('accounting.tax_return_box_code', 'append_only');
      CALL platform.wall_legal_entity('accounting.tax_return_box_code');

      -- A term is less deep than the box that it is of, so that no box comes back to itself.
      CREATE TABLE accounting.tax_return_box_term (
        organization_id uuid NOT NULL,
        version_id uuid NOT NULL,
        box_code text COLLATE "C" NOT NULL,
        box_depth integer NOT NULL,
        term_code text COLLATE "C" NOT NULL,
        term_depth integer NOT NULL,
        legal_entity_id uuid NOT NULL,
        position integer NOT NULL CHECK (position >= 1),
        is_subtracted boolean NOT NULL,
        PRIMARY KEY (organization_id, version_id, box_code, term_code),
        CONSTRAINT tax_return_box_term_box_fk FOREIGN KEY (organization_id, version_id, box_code, box_depth)
          REFERENCES accounting.tax_return_box (organization_id, version_id, code, depth),
        CONSTRAINT tax_return_box_term_term_fk FOREIGN KEY (organization_id, version_id, term_code, term_depth)
          REFERENCES accounting.tax_return_box (organization_id, version_id, code, depth),
        CONSTRAINT tax_return_box_term_no_circle CHECK (term_depth < box_depth)
      );
      CALL platform.protect_table('accounting.tax_return_box_term', 'append_only');
      CALL platform.wall_legal_entity('accounting.tax_return_box_term');

      -- What a version consists of comes with it.
      CREATE FUNCTION accounting.check_part_of_form_version() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.tax_return_form_version v
          WHERE v.organization_id = NEW.organization_id AND v.id = NEW.version_id
            AND v.created_at = now() AND v.legal_entity_id = NEW.legal_entity_id;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU550', MESSAGE = 'The boxes of a version of a form are fixed; make another version.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_part_of_form_version BEFORE INSERT ON accounting.tax_return_box
        FOR EACH ROW EXECUTE FUNCTION accounting.check_part_of_form_version();
      CREATE TRIGGER check_part_of_form_version BEFORE INSERT ON accounting.tax_return_box_code
        FOR EACH ROW EXECUTE FUNCTION accounting.check_part_of_form_version();
      CREATE TRIGGER check_part_of_form_version BEFORE INSERT ON accounting.tax_return_box_term
        FOR EACH ROW EXECUTE FUNCTION accounting.check_part_of_form_version();

      -- Whether tax lines that are like this are in the box; formulas have none of their own.
      CREATE FUNCTION accounting.is_in_tax_return_box(
        box accounting.tax_return_box, tax_code uuid, category text, direction text, side text
      ) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT box.depth = 0 AND (box.direction IS NULL OR box.direction = direction) AND (box.side IS NULL OR box.side = side)
          AND (box.categories IS NULL OR category = ANY (box.categories))
          AND (NOT box.names_codes OR EXISTS (
            SELECT FROM accounting.tax_return_box_code c
            WHERE c.organization_id = box.organization_id AND c.version_id = box.version_id AND c.box_code = box.code
              AND c.tax_code_id = tax_code))
      $$;

      CREATE FUNCTION accounting.check_whole_form_version() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.tax_return_box b WHERE b.organization_id = NEW.organization_id AND b.version_id = NEW.id;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU551', MESSAGE = 'A form has one box at least.';
        END IF;
        PERFORM FROM accounting.tax_return_box b
          WHERE b.organization_id = NEW.organization_id AND b.version_id = NEW.id
            AND (b.kind = 'formula' AND NOT EXISTS (
                   SELECT FROM accounting.tax_return_box_term t
                   WHERE t.organization_id = b.organization_id AND t.version_id = b.version_id AND t.box_code = b.code)
                 OR b.names_codes IS DISTINCT FROM EXISTS (
                   SELECT FROM accounting.tax_return_box_code c
                   WHERE c.organization_id = b.organization_id AND c.version_id = b.version_id AND c.box_code = b.code));
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU551', MESSAGE = 'A box lacks the codes or boxes that it is of.';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER check_whole_form_version AFTER INSERT ON accounting.tax_return_form_version
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_whole_form_version();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION accounting.is_in_tax_return_box(accounting.tax_return_box, uuid, text, text, text);
      DROP TABLE accounting.tax_return_box_term, accounting.tax_return_box_code, accounting.tax_return_box,
                 accounting.tax_return_form_version, accounting.tax_return_form_code, accounting.tax_return_form;
      DROP FUNCTION accounting.check_whole_form_version(), accounting.check_part_of_form_version();
    `);
  }
}
