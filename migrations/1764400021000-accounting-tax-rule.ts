import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which tax code a line takes, by who buys, what is sold, and where. */
export class AccountingTaxRule1764400021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.tax_code ADD CONSTRAINT tax_code_entity_key UNIQUE (organization_id, legal_entity_id, id);
      -- A condition that is null holds for everything. Of the rules that hold, the one with the lowest priority counts: no
      -- two active rules share one on the same day, so there is never a choice.
      CREATE TABLE accounting.tax_rule (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        direction text NOT NULL CHECK (direction IN ('sale', 'purchase')),
        priority integer NOT NULL CHECK (priority BETWEEN 1 AND 1000000),
        party_tax_class text COLLATE "C" CHECK (length(party_tax_class) BETWEEN 1 AND 50),
        item_tax_class text COLLATE "C" CHECK (length(item_tax_class) BETWEEN 1 AND 50),
        country text CHECK (country ~ '^[A-Z]{2}$'),
        subdivision text COLLATE "C" CHECK (subdivision ~ '^[A-Z0-9]{1,3}$'),
        valid_from date,
        valid_to date,
        tax_code_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_rule_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        CONSTRAINT tax_rule_code_fk FOREIGN KEY (organization_id, legal_entity_id, tax_code_id)
          REFERENCES accounting.tax_code (organization_id, legal_entity_id, id),
        CONSTRAINT tax_rule_subdivision_of_country CHECK (subdivision IS NULL OR country IS NOT NULL),
        CONSTRAINT tax_rule_validity CHECK (valid_from <= valid_to),
        CONSTRAINT tax_rule_priority EXCLUDE USING gist (organization_id WITH =, legal_entity_id WITH =, direction WITH =,
          priority WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (status = 'active')
      );
      CREATE INDEX tax_rule_code_idx ON accounting.tax_rule (organization_id, tax_code_id);
      CALL platform.protect_table('accounting.tax_rule', 'mutable');
      CALL platform.wall_legal_entity('accounting.tax_rule');
      GRANT UPDATE (name, priority, party_tax_class, item_tax_class, country, subdivision, valid_from, valid_to, tax_code_id,
                    status, version, updated_at) ON accounting.tax_rule TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.tax_rule FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.tax_rule;
      ALTER TABLE accounting.tax_code DROP CONSTRAINT tax_code_entity_key;
    `);
  }
}
