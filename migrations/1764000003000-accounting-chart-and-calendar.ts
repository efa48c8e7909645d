import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Books, chart of accounts, fiscal calendar, journals and number series. */
export class AccountingChartAndCalendar1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA accounting;
      GRANT USAGE ON SCHEMA accounting TO bureau_app;

      CREATE TABLE accounting.account (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        type text NOT NULL CHECK (type IN ('asset', 'liability', 'equity', 'income', 'expense')),
        control text NOT NULL DEFAULT 'none' CHECK (control IN ('none', 'bank', 'receivable', 'payable')),
        is_group boolean NOT NULL DEFAULT false,
        parent_id uuid CHECK (parent_id <> id),
        parent_is_group boolean GENERATED ALWAYS AS (CASE WHEN parent_id IS NOT NULL THEN true END) STORED,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT account_code_key UNIQUE (organization_id, legal_entity_id, code),
        CONSTRAINT account_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT account_tree_key UNIQUE (organization_id, legal_entity_id, id, is_group, type),
        CONSTRAINT account_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        -- A parent is a group of the same entity and type; parents cannot change, so the tree has no cycle.
        CONSTRAINT account_parent_fk FOREIGN KEY (organization_id, legal_entity_id, parent_id, parent_is_group, type)
          REFERENCES accounting.account (organization_id, legal_entity_id, id, is_group, type),
        CONSTRAINT account_control_is_balance_sheet CHECK (control = 'none' OR (type IN ('asset', 'liability') AND NOT is_group))
      );
      CREATE INDEX account_parent_idx ON accounting.account (organization_id, parent_id) WHERE parent_id IS NOT NULL;
      CALL platform.protect_table('accounting.account', 'mutable');
      -- Journal lines name accounts without a foreign key.
      CREATE TRIGGER kept BEFORE DELETE ON accounting.account FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      GRANT UPDATE (name, status, version, updated_at) ON accounting.account TO bureau_app;

      -- One row per legal entity that keeps books.
      CREATE TABLE accounting.books (
        organization_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        functional_currency text NOT NULL,
        retained_earnings_account_id uuid,
        rounding_account_id uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, legal_entity_id),
        CONSTRAINT books_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id, functional_currency)
          REFERENCES administration.legal_entity (organization_id, id, functional_currency) ON UPDATE CASCADE,
        CONSTRAINT books_retained_earnings_fk FOREIGN KEY (organization_id, legal_entity_id, retained_earnings_account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id),
        CONSTRAINT books_rounding_fk FOREIGN KEY (organization_id, legal_entity_id, rounding_account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id)
      );
      CALL platform.protect_table('accounting.books', 'mutable');
      CREATE TRIGGER kept BEFORE DELETE ON accounting.books FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      GRANT UPDATE (retained_earnings_account_id, rounding_account_id, version, updated_at) ON accounting.books TO bureau_app;

      -- The currency follows that of the legal entity by the key until something is posted; the row has changed all the
      -- same. Postings hold the row, so none is under way here.
      CREATE FUNCTION accounting.follow_currency_change() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.account_balance_month b
          WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU122',
            MESSAGE = 'The functional currency of a legal entity is fixed once its first entry is posted.';
        END IF;
        NEW.version := OLD.version + 1;
        NEW.updated_at := now();
        RETURN NEW;
      END $$;
      CREATE TRIGGER follow_currency_change BEFORE UPDATE OF functional_currency ON accounting.books
        FOR EACH ROW WHEN (OLD.functional_currency <> NEW.functional_currency)
        EXECUTE FUNCTION accounting.follow_currency_change();

      CREATE TABLE accounting.fiscal_year (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT fiscal_year_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT fiscal_year_books_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES accounting.books (organization_id, legal_entity_id),
        -- A first or changed year may be longer than twelve months, up to eighteen.
        CONSTRAINT fiscal_year_length CHECK (ends_on >= starts_on AND ends_on < starts_on + interval '18 months'),
        CONSTRAINT fiscal_year_no_overlap EXCLUDE USING gist
          (organization_id WITH =, legal_entity_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
      );
      CALL platform.protect_table('accounting.fiscal_year', 'append_only');

      CREATE TABLE accounting.fiscal_period (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        fiscal_year_id uuid NOT NULL,
        number smallint NOT NULL CHECK (number > 0),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'soft_closed', 'locked')),
        status_reason text CHECK (length(status_reason) BETWEEN 1 AND 500),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT fiscal_period_year_key UNIQUE (organization_id, legal_entity_id, fiscal_year_id, id),
        CONSTRAINT fiscal_period_number_key UNIQUE (organization_id, fiscal_year_id, number),
        CONSTRAINT fiscal_period_year_fk FOREIGN KEY (organization_id, legal_entity_id, fiscal_year_id)
          REFERENCES accounting.fiscal_year (organization_id, legal_entity_id, id),
        CONSTRAINT fiscal_period_order CHECK (ends_on >= starts_on),
        CONSTRAINT fiscal_period_no_overlap EXCLUDE USING gist
          (organization_id WITH =, legal_entity_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
      );
      CREATE INDEX fiscal_period_date_idx ON accounting.fiscal_period (organization_id, legal_entity_id, starts_on, ends_on);
      CALL platform.protect_table('accounting.fiscal_period', 'mutable');
      -- So do entries with periods, and with the number series below.
      CREATE TRIGGER kept BEFORE DELETE ON accounting.fiscal_period FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      GRANT UPDATE (status, status_reason, version, updated_at) ON accounting.fiscal_period TO bureau_app;

      CREATE FUNCTION accounting.check_fiscal_period() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NOT EXISTS (SELECT FROM accounting.fiscal_year y
                         WHERE y.organization_id = NEW.organization_id AND y.id = NEW.fiscal_year_id
                           AND NEW.starts_on >= y.starts_on AND NEW.ends_on <= y.ends_on) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU120', MESSAGE = 'A fiscal period lies inside its fiscal year.';
          END IF;
        ELSIF OLD.status = 'locked' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU121', MESSAGE = 'A locked fiscal period stays locked for good.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_fiscal_period BEFORE INSERT OR UPDATE ON accounting.fiscal_period
        FOR EACH ROW EXECUTE FUNCTION accounting.check_fiscal_period();

      CREATE TABLE accounting.journal (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT journal_code_key UNIQUE (organization_id, legal_entity_id, code),
        CONSTRAINT journal_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT journal_books_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES accounting.books (organization_id, legal_entity_id)
      );
      CALL platform.protect_table('accounting.journal', 'mutable');
      GRANT UPDATE (name, status, version, updated_at) ON accounting.journal TO bureau_app;

      -- The counter of a gapless series: one per journal and fiscal year. Only posting moves it.
      CREATE TABLE accounting.number_series (
        organization_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        journal_id uuid NOT NULL,
        fiscal_year_id uuid NOT NULL,
        last_number integer NOT NULL DEFAULT 0 CHECK (last_number >= 0),
        PRIMARY KEY (organization_id, legal_entity_id, journal_id, fiscal_year_id),
        CONSTRAINT number_series_journal_fk FOREIGN KEY (organization_id, legal_entity_id, journal_id)
          REFERENCES accounting.journal (organization_id, legal_entity_id, id),
        CONSTRAINT number_series_year_fk FOREIGN KEY (organization_id, legal_entity_id, fiscal_year_id)
          REFERENCES accounting.fiscal_year (organization_id, legal_entity_id, id)
      ) WITH (fillfactor = 50);
      CALL platform.protect_table('accounting.number_series', 'derived');
      CREATE TRIGGER kept BEFORE DELETE ON accounting.number_series FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- Every journal has a series in every fiscal year. The lock lets a new journal and a new year see each other.
      CREATE FUNCTION accounting.open_number_series() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM FROM accounting.books b
          WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id FOR UPDATE;
        INSERT INTO accounting.number_series (organization_id, legal_entity_id, journal_id, fiscal_year_id)
          SELECT j.organization_id, j.legal_entity_id, j.id, y.id
          FROM accounting.journal j
          JOIN accounting.fiscal_year y ON y.organization_id = j.organization_id AND y.legal_entity_id = j.legal_entity_id
          WHERE j.organization_id = NEW.organization_id AND j.legal_entity_id = NEW.legal_entity_id
          ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.open_number_series() FROM PUBLIC;
      CREATE TRIGGER open_number_series AFTER INSERT ON accounting.journal
        FOR EACH ROW EXECUTE FUNCTION accounting.open_number_series();
      CREATE TRIGGER open_number_series AFTER INSERT ON accounting.fiscal_year
        FOR EACH ROW EXECUTE FUNCTION accounting.open_number_series();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA accounting CASCADE`);
  }
}
