import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  -- The month that the year begins in which thresholds are counted by; fixed with the code.
  ALTER TABLE accounting.withholding_code
    ADD COLUMN year_starts_in smallint NOT NULL DEFAULT 1 CHECK (year_starts_in >= 1 AND year_starts_in <= 12);

  -- What a law has the payer keep back from a day on: a share of what part of the price, and above which sum of the year.
  CREATE TABLE accounting.withholding_rate (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    legal_entity_id uuid NOT NULL,
    code_id uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    rate numeric NOT NULL CHECK (rate >= 0 AND rate <= 1 AND scale(rate) <= 12),
    base text NOT NULL CHECK (base IN ('net', 'gross')),
    base_share numeric NOT NULL CHECK (base_share > 0 AND base_share <= 1 AND scale(base_share) <= 12),
    -- In the functional currency.
    threshold numeric CHECK (threshold >= 0 AND threshold < 1e18),
    threshold_rule text CHECK (threshold_rule IN ('excess', 'whole')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    CONSTRAINT withholding_rate_code_key UNIQUE (organization_id, code_id, id),
    CONSTRAINT withholding_rate_code_fk FOREIGN KEY (organization_id, legal_entity_id, code_id)
      REFERENCES accounting.withholding_code (organization_id, legal_entity_id, id),
    CONSTRAINT withholding_rate_validity CHECK (valid_from <= valid_to),
    CONSTRAINT withholding_rate_threshold CHECK ((threshold IS NULL) = (threshold_rule IS NULL)),
    CONSTRAINT withholding_rate_no_overlap EXCLUDE USING gist
      (organization_id WITH =, code_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  );
  CREATE INDEX withholding_rate_code_idx ON accounting.withholding_rate (organization_id, code_id, valid_from);
  CALL platform.protect_table('accounting.withholding_rate', 'mutable');
  CALL platform.wall_legal_entity('accounting.withholding_rate');
  GRANT UPDATE (valid_to, version, updated_at), DELETE ON accounting.withholding_rate TO bureau_app;
`;

const RULES = `
  -- The first day of the year that a day counts towards.
  CREATE FUNCTION accounting.withholding_year(day date, starts_in integer) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
    SELECT make_date(extract(year FROM day)::integer - CASE WHEN extract(month FROM day) < starts_in THEN 1 ELSE 0 END, starts_in, 1)
  $$;
  REVOKE EXECUTE ON FUNCTION accounting.withholding_year(date, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.withholding_year(date, integer) TO bureau_app;

  CREATE FUNCTION accounting.check_withholding_rate() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.valid_to IS NOT NULL AND NEW.valid_to IS DISTINCT FROM OLD.valid_to THEN
      RAISE EXCEPTION USING ERRCODE = 'BU667', MESSAGE = format('The rate has its end on %s.', OLD.valid_to);
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER check_withholding_rate BEFORE UPDATE ON accounting.withholding_rate
    FOR EACH ROW EXECUTE FUNCTION accounting.check_withholding_rate();
`;

/** What customers are to withhold by law, by date: rates, what they are of, and thresholds. */
export class AccountingWithholdingRate1764400210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.withholding_rate;
      DROP FUNCTION accounting.check_withholding_rate(), accounting.withholding_year(date, integer);
      ALTER TABLE accounting.withholding_code DROP COLUMN year_starts_in;
    `);
  }
}
