import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Budgets of fiscal years in revisions, with their lines by account, fiscal period and values of dimensions. */
export class AccountingBudget1764200070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.books
        ADD CONSTRAINT books_currency_key UNIQUE (organization_id, legal_entity_id, functional_currency);
      ALTER TABLE accounting.fiscal_period
        ADD CONSTRAINT fiscal_period_adjustment_of_year_key UNIQUE (organization_id, fiscal_year_id, id, is_adjustment);

      -- The version counts the changes of the budget and of its lines.
      CREATE TABLE accounting.budget (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        fiscal_year_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
        revision integer NOT NULL CHECK (revision > 0),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        currency text NOT NULL,
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'active', 'superseded')),
        source text CHECK (length(source) BETWEEN 1 AND 200),
        activated_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT budget_revision_key UNIQUE (organization_id, legal_entity_id, fiscal_year_id, code, revision),
        CONSTRAINT budget_scope_key UNIQUE (organization_id, legal_entity_id, fiscal_year_id, id),
        CONSTRAINT budget_year_fk FOREIGN KEY (organization_id, legal_entity_id, fiscal_year_id)
          REFERENCES accounting.fiscal_year (organization_id, legal_entity_id, id),
        -- Amounts are in the functional currency, which therefore stays what it is.
        CONSTRAINT budget_currency_fk FOREIGN KEY (organization_id, legal_entity_id, currency)
          REFERENCES accounting.books (organization_id, legal_entity_id, functional_currency),
        CONSTRAINT budget_activated CHECK ((status = 'draft') = (activated_at IS NULL))
      );
      CREATE UNIQUE INDEX budget_active_key ON accounting.budget (organization_id, legal_entity_id, fiscal_year_id, code)
        WHERE status = 'active';
      CALL platform.protect_table('accounting.budget', 'mutable');
      GRANT UPDATE (name, status, activated_at, version, updated_at) ON accounting.budget TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.budget FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE TABLE accounting.budget_line (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        budget_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        fiscal_year_id uuid NOT NULL,
        account_id uuid NOT NULL,
        account_is_group boolean GENERATED ALWAYS AS (false) STORED,
        fiscal_period_id uuid NOT NULL,
        period_is_adjustment boolean GENERATED ALWAYS AS (false) STORED,
        dimension_value_ids uuid[],
        amount numeric NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT budget_line_key UNIQUE NULLS NOT DISTINCT
          (organization_id, budget_id, account_id, fiscal_period_id, dimension_value_ids),
        CONSTRAINT budget_line_budget_fk FOREIGN KEY (organization_id, legal_entity_id, fiscal_year_id, budget_id)
          REFERENCES accounting.budget (organization_id, legal_entity_id, fiscal_year_id, id),
        CONSTRAINT budget_line_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id),
        CONSTRAINT budget_line_leaf_fk FOREIGN KEY (organization_id, account_id, account_is_group)
          REFERENCES accounting.account (organization_id, id, is_group),
        -- What is entered at the end of a year is not planned.
        CONSTRAINT budget_line_period_fk FOREIGN KEY (organization_id, fiscal_year_id, fiscal_period_id, period_is_adjustment)
          REFERENCES accounting.fiscal_period (organization_id, fiscal_year_id, id, is_adjustment),
        CONSTRAINT budget_line_amount CHECK (abs(amount) < 1e18),
        CONSTRAINT budget_line_dimension_count CHECK (cardinality(dimension_value_ids) BETWEEN 1 AND 20)
      );
      CALL platform.protect_table('accounting.budget_line', 'mutable');
      GRANT DELETE ON accounting.budget_line TO bureau_app;
    `);

    await runner.query(`
      -- A budget is planned as a draft and fixed once it is active; another revision takes its place.
      CREATE FUNCTION accounting.check_budget() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.status <> 'draft' THEN
            RAISE EXCEPTION USING ERRCODE = 'BU190', MESSAGE = 'A budget begins as a draft.';
          END IF;
        ELSIF OLD.status <> 'draft' AND (NEW.status = OLD.status OR NEW.name <> OLD.name) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU190', MESSAGE = 'A budget is changed as a draft only; make another revision.';
        ELSIF (OLD.status, NEW.status) NOT IN (('draft', 'draft'), ('draft', 'active'), ('active', 'superseded')) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU190',
            MESSAGE = format('A budget that is %s does not become %s; make another revision.', OLD.status, NEW.status);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_budget BEFORE INSERT OR UPDATE ON accounting.budget
        FOR EACH ROW EXECUTE FUNCTION accounting.check_budget();

      -- Holds the budget, so that lines do not slip into one that is being activated.
      CREATE FUNCTION accounting.check_budget_lines() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        status text;
        fault text;
      BEGIN
        FOR status IN
          SELECT b.status FROM accounting.budget b
          WHERE (b.organization_id, b.id) IN (SELECT l.organization_id, l.budget_id FROM changed_lines l)
          ORDER BY b.id FOR SHARE OF b
        LOOP
          IF status <> 'draft' THEN
            RAISE EXCEPTION USING ERRCODE = 'BU190', MESSAGE = 'The lines of a budget change as long as it is a draft.';
          END IF;
        END LOOP;
        IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;

        SELECT min(CASE
                 WHEN a.status <> 'active' THEN format('BU191 Account %s is inactive.', a.code)
                 WHEN scale(l.amount) > c.minor_units THEN
                   format('BU192 An amount has more decimals than the currency (%s) has.', b.currency)
                 WHEN l.dimension_value_ids IS DISTINCT FROM named.value_ids THEN
                   'BU193 A line names values of dimensions of its own legal entity, each once and sorted by id.'
                 WHEN named.dimensions <> cardinality(named.value_ids) THEN
                   'BU193 A line has at most one value of each dimension.'
                 WHEN named.unusable IS NOT NULL THEN
                   format('BU193 The dimension value %s or its dimension is inactive, or it is not valid in the period.', named.unusable)
               END) INTO fault
          FROM changed_lines l
          JOIN accounting.budget b ON b.organization_id = l.organization_id AND b.id = l.budget_id
          JOIN platform.currency c ON c.code = b.currency
          JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
          JOIN accounting.fiscal_period p ON p.organization_id = l.organization_id AND p.id = l.fiscal_period_id
          CROSS JOIN LATERAL (
            SELECT array_agg(DISTINCT v.id ORDER BY v.id) AS value_ids, count(DISTINCT v.dimension_id) AS dimensions,
                   min(v.code) FILTER (WHERE v.status <> 'active' OR d.status <> 'active'
                                          OR p.ends_on < v.valid_from OR p.starts_on > v.valid_to) AS unusable
            FROM unnest(l.dimension_value_ids) AS n (value_id)
            JOIN accounting.dimension_value v
              ON v.organization_id = l.organization_id AND v.id = n.value_id AND v.legal_entity_id = l.legal_entity_id
            JOIN accounting.dimension d ON d.organization_id = v.organization_id AND d.id = v.dimension_id) named;
        IF fault IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER check_new_budget_lines AFTER INSERT ON accounting.budget_line
        REFERENCING NEW TABLE AS changed_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_budget_lines();
      CREATE TRIGGER check_removed_budget_lines AFTER DELETE ON accounting.budget_line
        REFERENCING OLD TABLE AS changed_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_budget_lines();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.budget_line, accounting.budget;
      DROP FUNCTION accounting.check_budget_lines();
      DROP FUNCTION accounting.check_budget();
      ALTER TABLE accounting.fiscal_period DROP CONSTRAINT fiscal_period_adjustment_of_year_key;
      ALTER TABLE accounting.books DROP CONSTRAINT books_currency_key;
    `);
  }
}
