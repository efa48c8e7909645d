import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exchange rates, their types, and the rules that the organization looks them up by. */
export class AdministrationExchangeRate1764100022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Types beside spot, average and closing, which every organization has.
      CREATE TABLE administration.exchange_rate_type (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        code text NOT NULL CONSTRAINT exchange_rate_type_code_form CHECK (code ~ '^[a-z][a-z0-9_]{0,19}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT exchange_rate_type_code_key UNIQUE (organization_id, code),
        CONSTRAINT exchange_rate_type_not_standard CHECK (code NOT IN ('spot', 'average', 'closing'))
      );
      CALL platform.protect_table('administration.exchange_rate_type', 'mutable');
      GRANT UPDATE (name, version, updated_at) ON administration.exchange_rate_type TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON administration.exchange_rate_type
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- A rate that was recorded for a type, pair and day. What corrects it is a further revision of the same.
      CREATE TABLE administration.exchange_rate (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        rate_type text NOT NULL,
        -- Null for the standard types, so that the key below looks up the others only.
        own_type text GENERATED ALWAYS AS (
          CASE WHEN rate_type IN ('spot', 'average', 'closing') THEN NULL ELSE rate_type END) STORED,
        from_currency text NOT NULL REFERENCES platform.currency (code),
        to_currency text NOT NULL REFERENCES platform.currency (code),
        rate_on date NOT NULL,
        rate numeric NOT NULL
          CONSTRAINT exchange_rate_range CHECK (rate >= 0.000000001 AND rate < 1000000000 AND scale(rate) <= 20),
        source text NOT NULL CONSTRAINT exchange_rate_source_length CHECK (length(source) BETWEEN 1 AND 50),
        revision integer NOT NULL CHECK (revision > 0),
        actor_id uuid NOT NULL,
        action text NOT NULL,
        request_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT exchange_rate_revision_key
          UNIQUE (organization_id, rate_type, from_currency, to_currency, rate_on, revision),
        CONSTRAINT exchange_rate_two_currencies CHECK (from_currency <> to_currency),
        CONSTRAINT exchange_rate_type_fk FOREIGN KEY (organization_id, own_type)
          REFERENCES administration.exchange_rate_type (organization_id, code)
      );
      CREATE INDEX exchange_rate_date_idx ON administration.exchange_rate (organization_id, rate_on, id);
      CREATE INDEX exchange_rate_from_idx ON administration.exchange_rate (organization_id, from_currency, rate_on);
      CREATE INDEX exchange_rate_to_idx ON administration.exchange_rate (organization_id, to_currency, rate_on);
      CREATE INDEX exchange_rate_recorded_idx ON administration.exchange_rate (organization_id, recorded_at, id);
      CALL platform.protect_table('administration.exchange_rate', 'append_only');

      -- Revisions follow each other in time and say something new, so that what was known at a time has one answer.
      CREATE FUNCTION administration.check_new_exchange_rates() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM new_rates n
          LEFT JOIN administration.exchange_rate e
            ON e.organization_id = n.organization_id AND e.rate_type = n.rate_type
            AND e.from_currency = n.from_currency AND e.to_currency = n.to_currency
            AND e.rate_on = n.rate_on AND e.revision = n.revision - 1
          WHERE n.revision > 1
            AND (e.id IS NULL OR e.recorded_at >= n.recorded_at OR (e.rate = n.rate AND e.source = n.source));
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU210',
            MESSAGE = 'A correction follows the rate that it corrects, later and with another rate or source.';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER check_new_exchange_rates AFTER INSERT ON administration.exchange_rate
        REFERENCING NEW TABLE AS new_rates FOR EACH STATEMENT
        EXECUTE FUNCTION administration.check_new_exchange_rates();

      -- Organizations that have set nothing have no row: rates are found directly or inversely, at most seven days old.
      CREATE TABLE administration.exchange_rate_policy (
        organization_id uuid PRIMARY KEY REFERENCES platform.organization (id),
        base_currency text REFERENCES platform.currency (code),
        max_age_days integer NOT NULL
          CONSTRAINT exchange_rate_policy_age CHECK (max_age_days BETWEEN 0 AND 366),
        version integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CALL platform.protect_table('administration.exchange_rate_policy', 'mutable');
      GRANT UPDATE (base_currency, max_age_days, version, updated_at)
        ON administration.exchange_rate_policy TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE administration.exchange_rate_policy, administration.exchange_rate, administration.exchange_rate_type;
      DROP FUNCTION administration.check_new_exchange_rates();
    `);
  }
}
