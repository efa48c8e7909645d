import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How customers are reminded of what is overdue, step by step, and which items are left out for a while. */
export class AccountingDunningLevel1764400160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.dunning_level (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        level integer NOT NULL CHECK (level >= 1 AND level <= 9),
        previous_level integer GENERATED ALWAYS AS (CASE WHEN level > 1 THEN level - 1 END) STORED,
        name text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 100),
        -- Whole days: after the due date, since the reminder before, and until payment is expected.
        days_overdue integer NOT NULL CHECK (days_overdue >= 1 AND days_overdue <= 3650),
        days_since_last integer NOT NULL CHECK (days_since_last >= 1 AND days_since_last <= 3650),
        days_to_pay integer NOT NULL CHECK (days_to_pay >= 0 AND days_to_pay <= 3650),
        -- Amounts by currency.
        minimum_amounts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(minimum_amounts) = 'array'),
        fees jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(fees) = 'array'),
        -- Percent of a year.
        interest_rate numeric CHECK (interest_rate > 0 AND interest_rate <= 100),
        day_count text CHECK (day_count IN ('act_365', '30e_360')),
        posts_charges boolean NOT NULL,
        texts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(texts) = 'array'),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT dunning_level_key UNIQUE (organization_id, legal_entity_id, level),
        CONSTRAINT dunning_level_id_key UNIQUE (organization_id, legal_entity_id, id, level),
        CONSTRAINT dunning_level_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        -- None is missing between the first and the last.
        CONSTRAINT dunning_level_previous_fk FOREIGN KEY (organization_id, legal_entity_id, previous_level)
          REFERENCES accounting.dunning_level (organization_id, legal_entity_id, level),
        CONSTRAINT dunning_level_interest CHECK ((interest_rate IS NULL) = (day_count IS NULL))
      );
      CALL platform.protect_table('accounting.dunning_level', 'mutable');
      CALL platform.wall_legal_entity('accounting.dunning_level');
      GRANT UPDATE (name, days_overdue, days_since_last, days_to_pay, minimum_amounts, fees, interest_rate, day_count,
                    posts_charges, texts, version, updated_at), DELETE ON accounting.dunning_level TO bureau_app;

      -- Nobody is reminded of the item until a day, or until it is lifted: it is disputed, for example.
      CREATE TABLE accounting.dunning_block (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        item_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) >= 1 AND length(reason) <= 500),
        -- The last day; null: until it is lifted.
        blocked_until date,
        actor_id uuid NOT NULL,
        action text NOT NULL,
        request_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT dunning_block_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT dunning_block_item_fk FOREIGN KEY (organization_id, item_id)
          REFERENCES accounting.open_item (organization_id, id)
      );
      CREATE INDEX dunning_block_item_idx ON accounting.dunning_block (organization_id, item_id);
      CREATE INDEX dunning_block_created_idx ON accounting.dunning_block (organization_id, created_at, id);
      CALL platform.protect_table('accounting.dunning_block', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.dunning_block');

      CREATE TABLE accounting.dunning_block_lift (
        organization_id uuid NOT NULL,
        block_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) >= 1 AND length(reason) <= 500),
        actor_id uuid NOT NULL,
        action text NOT NULL,
        request_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT dunning_block_lift_pkey PRIMARY KEY (organization_id, block_id),
        CONSTRAINT dunning_block_lift_block_fk FOREIGN KEY (organization_id, legal_entity_id, block_id)
          REFERENCES accounting.dunning_block (organization_id, legal_entity_id, id)
      );
      CALL platform.protect_table('accounting.dunning_block_lift', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.dunning_block_lift');

      CREATE FUNCTION accounting.check_dunning_block() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.open_item i
          WHERE i.organization_id = NEW.organization_id AND i.id = NEW.item_id AND i.legal_entity_id = NEW.legal_entity_id
            AND i.control = 'receivable' AND i.amount > 0;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU630', MESSAGE = 'What is blocked from dunning is a charge of a customer, of the legal entity.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_dunning_block BEFORE INSERT ON accounting.dunning_block
        FOR EACH ROW EXECUTE FUNCTION accounting.check_dunning_block();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.dunning_block_lift, accounting.dunning_block, accounting.dunning_level;
      DROP FUNCTION accounting.check_dunning_block();
    `);
  }
}
