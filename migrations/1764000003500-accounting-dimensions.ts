import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dimensions with their values, and which of them an account asks for, refuses or takes by default. */
export class AccountingDimensions1764000003500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.dimension (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        kind text NOT NULL CHECK (kind IN ('cost_centre', 'project', 'custom')),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT dimension_code_key UNIQUE (organization_id, legal_entity_id, code),
        CONSTRAINT dimension_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT dimension_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id)
      );
      CALL platform.protect_table('accounting.dimension', 'mutable');
      GRANT UPDATE (name, status, version, updated_at) ON accounting.dimension TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.dimension FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE TABLE accounting.dimension_value (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        dimension_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 50),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        valid_from date,
        valid_to date,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT dimension_value_code_key UNIQUE (organization_id, dimension_id, code),
        CONSTRAINT dimension_value_dimension_key UNIQUE (organization_id, dimension_id, id),
        CONSTRAINT dimension_value_dimension_fk FOREIGN KEY (organization_id, legal_entity_id, dimension_id)
          REFERENCES accounting.dimension (organization_id, legal_entity_id, id),
        CONSTRAINT dimension_value_validity CHECK (valid_from <= valid_to)
      );
      CALL platform.protect_table('accounting.dimension_value', 'mutable');
      GRANT UPDATE (name, status, valid_from, valid_to, version, updated_at) ON accounting.dimension_value TO bureau_app;
      -- Journal lines name values without a foreign key.
      CREATE TRIGGER kept BEFORE DELETE ON accounting.dimension_value FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE TABLE accounting.dimension_rule (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        account_id uuid NOT NULL,
        dimension_id uuid NOT NULL,
        requirement text NOT NULL CHECK (requirement IN ('required', 'blocked', 'optional')),
        default_value_id uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT dimension_rule_key UNIQUE (organization_id, account_id, dimension_id),
        CONSTRAINT dimension_rule_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id),
        CONSTRAINT dimension_rule_dimension_fk FOREIGN KEY (organization_id, legal_entity_id, dimension_id)
          REFERENCES accounting.dimension (organization_id, legal_entity_id, id),
        CONSTRAINT dimension_rule_default_fk FOREIGN KEY (organization_id, dimension_id, default_value_id)
          REFERENCES accounting.dimension_value (organization_id, dimension_id, id),
        CONSTRAINT dimension_rule_blocked_without_default CHECK (requirement <> 'blocked' OR default_value_id IS NULL)
      );
      CREATE INDEX dimension_rule_default_idx ON accounting.dimension_rule (organization_id, default_value_id)
        WHERE default_value_id IS NOT NULL;
      CALL platform.protect_table('accounting.dimension_rule', 'mutable');
      GRANT UPDATE (requirement, default_value_id, version, updated_at) ON accounting.dimension_rule TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.dimension_rule FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- Says of an account that rules may concern it, so that a posting to any other looks for none.
      ALTER TABLE accounting.account ADD COLUMN has_dimension_rules boolean NOT NULL DEFAULT false;
      CREATE FUNCTION accounting.mark_ruled_account() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        UPDATE accounting.account a SET has_dimension_rules = true
          WHERE a.organization_id = NEW.organization_id AND a.id = NEW.account_id AND NOT a.has_dimension_rules;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.mark_ruled_account() FROM PUBLIC;
      CREATE TRIGGER mark_ruled_account AFTER INSERT ON accounting.dimension_rule
        FOR EACH ROW EXECUTE FUNCTION accounting.mark_ruled_account();
    `);

    await runner.query(`
      -- Movement of the lines with a value, per account, calendar month (or day) and kind of entry. Kept by the insert of
      -- the lines itself, as the balances of accounts are.
      CREATE TABLE accounting.dimension_balance_month (
        organization_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        dimension_value_id uuid NOT NULL,
        account_id uuid NOT NULL,
        month date NOT NULL CHECK (extract(day FROM month) = 1),
        kind text NOT NULL,
        debit numeric NOT NULL,
        credit numeric NOT NULL,
        PRIMARY KEY (organization_id, legal_entity_id, dimension_value_id, account_id, month, kind)
      ) WITH (fillfactor = 70);
      CALL platform.protect_table('accounting.dimension_balance_month', 'derived');

      CREATE TABLE accounting.dimension_balance_day (
        organization_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        dimension_value_id uuid NOT NULL,
        account_id uuid NOT NULL,
        day date NOT NULL,
        kind text NOT NULL,
        debit numeric NOT NULL,
        credit numeric NOT NULL,
        PRIMARY KEY (organization_id, legal_entity_id, dimension_value_id, day, account_id, kind)
      ) WITH (fillfactor = 70);
      CALL platform.protect_table('accounting.dimension_balance_day', 'derived');

      -- Lines by value. An index over the array itself would not do: its operators are not leakproof, so that row
      -- security keeps it from being used.
      CREATE TABLE accounting.dimension_line (
        organization_id uuid NOT NULL,
        dimension_value_id uuid NOT NULL,
        account_id uuid NOT NULL,
        entry_date date NOT NULL,
        entry_id uuid NOT NULL,
        line_number integer NOT NULL,
        PRIMARY KEY (organization_id, dimension_value_id, account_id, entry_date, entry_id, line_number)
      );
      CALL platform.protect_table('accounting.dimension_line', 'derived');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.dimension_balance_month, accounting.dimension_balance_day, accounting.dimension_line,
                 accounting.dimension_rule, accounting.dimension_value, accounting.dimension;
      DROP FUNCTION accounting.mark_ruled_account();
      ALTER TABLE accounting.account DROP COLUMN has_dimension_rules;
    `);
  }
}
