import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When what is invoiced falls due, in parts, and what is deducted where it is paid early. */
export class AccountingPaymentTerms1764400010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether a value is a whole number within the bounds; what is absent is.
      CREATE FUNCTION accounting.is_bounded_count(value jsonb, low integer, high integer) RETURNS boolean
        LANGUAGE sql IMMUTABLE
        RETURN CASE WHEN value IS NULL OR value = 'null' THEN true
                    WHEN jsonb_typeof(value) = 'number'
                      THEN (value #>> '{}')::numeric >= low AND (value #>> '{}')::numeric <= high
                        AND (value #>> '{}')::numeric % 1 = 0
                    ELSE false END;
      -- Whether a part says how much of the whole it is, and when: months, then the end of the month, then days, then a day.
      CREATE FUNCTION accounting.is_dated_share(part jsonb) RETURNS boolean
        LANGUAGE sql IMMUTABLE
        RETURN CASE WHEN jsonb_typeof(part) = 'object' AND jsonb_typeof(part -> 'percentage') = 'string'
                      AND part ->> 'percentage' ~ '^[0-9]{1,3}([.][0-9]{1,6})?$'
                    THEN (part ->> 'percentage')::numeric > 0
                      AND accounting.is_bounded_count(part -> 'months', 0, 120)
                      AND accounting.is_bounded_count(part -> 'days', 0, 3650)
                      AND accounting.is_bounded_count(part -> 'dayOfMonth', 1, 31)
                      AND coalesce(jsonb_typeof(part -> 'endOfMonth'), 'boolean') IN ('boolean', 'null')
                    ELSE false END;
      CREATE FUNCTION accounting.sum_of_shares(parts jsonb) RETURNS numeric
        LANGUAGE sql IMMUTABLE
        RETURN (SELECT CASE WHEN bool_and(accounting.is_dated_share(part)) 
                            THEN sum(CASE WHEN accounting.is_dated_share(part) THEN (part ->> 'percentage')::numeric END) END
                FROM jsonb_array_elements(parts) AS part);

      CREATE TABLE accounting.payment_terms (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        instalments jsonb NOT NULL,
        discounts jsonb NOT NULL DEFAULT '[]',
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT payment_terms_code_key UNIQUE (organization_id, legal_entity_id, code),
        CONSTRAINT payment_terms_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT payment_terms_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        CONSTRAINT payment_terms_whole CHECK (
          CASE WHEN jsonb_typeof(instalments) = 'array'
               THEN jsonb_array_length(instalments) <= 60 AND coalesce(accounting.sum_of_shares(instalments) = 100, false)
               ELSE false END),
        CONSTRAINT payment_terms_discounts CHECK (
          CASE WHEN jsonb_typeof(discounts) = 'array'
               THEN jsonb_array_length(discounts) = 0
                    OR (jsonb_array_length(discounts) <= 5 AND coalesce(accounting.sum_of_shares(discounts) < 500, false))
               ELSE false END)
      );
      CALL platform.protect_table('accounting.payment_terms', 'mutable');
      CALL platform.wall_legal_entity('accounting.payment_terms');
      GRANT UPDATE (name, instalments, discounts, status, version, updated_at) ON accounting.payment_terms TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.payment_terms FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.payment_terms;
      DROP FUNCTION accounting.sum_of_shares(jsonb);
      DROP FUNCTION accounting.is_dated_share(jsonb);
      DROP FUNCTION accounting.is_bounded_count(jsonb, integer, integer);
    `);
  }
}
