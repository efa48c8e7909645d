import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adjustment periods, periods that are not open yet, and fiscal years that are closed and reopened. */
export class AccountingPeriodsAndYearEnd1764200010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.fiscal_year
        ADD COLUMN status text NOT NULL DEFAULT 'open' CONSTRAINT fiscal_year_status CHECK (status IN ('open', 'closed')),
        ADD COLUMN status_reason text CONSTRAINT fiscal_year_status_reason CHECK (length(status_reason) BETWEEN 1 AND 500),
        ADD COLUMN closing_entry_id uuid,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT fiscal_year_closing_entry_fk FOREIGN KEY (organization_id, closing_entry_id)
          REFERENCES accounting.journal_entry (organization_id, id),
        ADD CONSTRAINT fiscal_year_closing_entry_of_closed CHECK (closing_entry_id IS NULL OR status = 'closed'),
        ADD CONSTRAINT fiscal_year_status_key UNIQUE (organization_id, legal_entity_id, id, status);
      CREATE UNIQUE INDEX fiscal_year_closing_entry_key ON accounting.fiscal_year (organization_id, closing_entry_id)
        WHERE closing_entry_id IS NOT NULL;

      -- The range of a year stays fixed; its status changes, and each change leaves an audit row.
      DROP TRIGGER append_only ON accounting.fiscal_year;
      DROP TRIGGER append_only_truncate ON accounting.fiscal_year;
      UPDATE accounting.fiscal_year SET updated_at = created_at;
      CREATE FUNCTION accounting.refuse_other_year() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'The range of a fiscal year never changes.';
      END $$;
      CREATE TRIGGER fixed BEFORE UPDATE OF organization_id, id, legal_entity_id, starts_on, ends_on, created_at
        ON accounting.fiscal_year FOR EACH ROW EXECUTE FUNCTION accounting.refuse_other_year();
      CREATE TRIGGER kept BEFORE DELETE ON accounting.fiscal_year FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON accounting.fiscal_year
        FOR EACH ROW EXECUTE FUNCTION platform.record_audit();
      GRANT UPDATE (status, status_reason, closing_entry_id, version, updated_at) ON accounting.fiscal_year TO bureau_app;

      -- Every period carries the status of its year: a posting reads it from the row that it holds anyway, and closing the
      -- year, which the key carries over to its periods, waits for the postings that hold them.
      ALTER TABLE accounting.fiscal_period
        ADD COLUMN is_adjustment boolean NOT NULL DEFAULT false,
        ADD COLUMN fiscal_year_status text NOT NULL DEFAULT 'open',
        DROP CONSTRAINT fiscal_period_status_check,
        ADD CONSTRAINT fiscal_period_status CHECK (status IN ('future', 'open', 'soft_closed', 'locked')),
        DROP CONSTRAINT fiscal_period_year_fk,
        ADD CONSTRAINT fiscal_period_year_fk FOREIGN KEY (organization_id, legal_entity_id, fiscal_year_id, fiscal_year_status)
          REFERENCES accounting.fiscal_year (organization_id, legal_entity_id, id, status) ON UPDATE CASCADE,
        -- An adjustment period repeats the last day of its year.
        DROP CONSTRAINT fiscal_period_no_overlap,
        ADD CONSTRAINT fiscal_period_no_overlap EXCLUDE USING gist
          (organization_id WITH =, legal_entity_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
          WHERE (NOT is_adjustment);
      CREATE UNIQUE INDEX fiscal_period_adjustment_key ON accounting.fiscal_period (organization_id, fiscal_year_id)
        WHERE is_adjustment;

      CREATE OR REPLACE FUNCTION accounting.check_fiscal_period() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NOT EXISTS (SELECT FROM accounting.fiscal_year y
                         WHERE y.organization_id = NEW.organization_id AND y.id = NEW.fiscal_year_id
                           AND CASE WHEN NEW.is_adjustment THEN NEW.starts_on = y.ends_on AND NEW.ends_on = y.ends_on
                                    ELSE NEW.starts_on >= y.starts_on AND NEW.ends_on <= y.ends_on END) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU120',
              MESSAGE = 'A fiscal period lies inside its fiscal year, an adjustment period on its last day.';
          END IF;
        ELSIF NEW.fiscal_year_status <> OLD.fiscal_year_status THEN
          -- The status of the year, carried over by the key; nobody else may write it.
          RETURN NEW;
        ELSIF OLD.status = 'locked' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU121', MESSAGE = 'A locked fiscal period stays locked for good.';
        ELSIF NEW.status = 'future' AND OLD.status <> 'future' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU121', MESSAGE = 'A fiscal period that was opened is closed, not put off.';
        END IF;
        RETURN NEW;
      END $$;
    `);

    await runner.query(`
      -- Fiscal years are closed in their order and reopened in the opposite one, and no year is put before what is final.
      -- The lock lets changes of two years of a legal entity see each other.
      CREATE FUNCTION accounting.check_fiscal_year() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        other accounting.fiscal_year;
      BEGIN
        PERFORM FROM accounting.books b
          WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id FOR UPDATE;
        IF TG_OP = 'INSERT' THEN
          PERFORM FROM accounting.fiscal_period p
            WHERE p.organization_id = NEW.organization_id AND p.legal_entity_id = NEW.legal_entity_id
              AND p.starts_on > NEW.ends_on AND (p.status = 'locked' OR p.fiscal_year_status = 'closed');
          IF FOUND OR NEW.status <> 'open' THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123',
              MESSAGE = 'A fiscal year begins open, and not before periods that are locked or years that are closed.';
          END IF;
        ELSIF OLD.status = NEW.status THEN
          IF OLD.closing_entry_id IS DISTINCT FROM NEW.closing_entry_id THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123', MESSAGE = 'The closing entry of a fiscal year changes with its status only.';
          END IF;
        ELSE
          SELECT y.* INTO other FROM accounting.fiscal_year y
            WHERE y.organization_id = NEW.organization_id AND y.legal_entity_id = NEW.legal_entity_id
              AND CASE NEW.status WHEN 'closed' THEN y.starts_on < NEW.starts_on AND y.status = 'open'
                                  ELSE y.starts_on > NEW.starts_on AND y.status = 'closed' END
            LIMIT 1;
          IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123',
              MESSAGE = format('Fiscal years are closed in their order and reopened in the opposite one: %s to %s is %s.',
                               other.starts_on, other.ends_on, other.status);
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_fiscal_year BEFORE INSERT OR UPDATE ON accounting.fiscal_year
        FOR EACH ROW EXECUTE FUNCTION accounting.check_fiscal_year();

      -- What closing and reopening leave behind, judged when the transaction ends: a closed year has no result left, and
      -- nothing counts its result once more; the closing entry of a year that is open again is reversed.
      CREATE FUNCTION accounting.check_year_end() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        now_closing_entry uuid;
        now_status text;
        account text;
      BEGIN
        SELECT y.status, y.closing_entry_id INTO now_status, now_closing_entry FROM accounting.fiscal_year y
          WHERE y.organization_id = NEW.organization_id AND y.id = NEW.id;
        IF OLD.closing_entry_id IS NOT NULL AND OLD.closing_entry_id IS DISTINCT FROM now_closing_entry THEN
          PERFORM FROM accounting.journal_entry r
            WHERE r.organization_id = NEW.organization_id AND r.reversal_of = OLD.closing_entry_id
              AND r.fiscal_year_id = NEW.id;
          IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU124', MESSAGE = 'Reopening a fiscal year reverses its closing entry.';
          END IF;
        END IF;
        IF now_status <> 'closed' THEN RETURN NULL; END IF;

        IF now_closing_entry IS NOT NULL THEN
          PERFORM FROM accounting.journal_entry e
            WHERE e.organization_id = NEW.organization_id AND e.id = now_closing_entry AND e.fiscal_year_id = NEW.id
              AND e.kind = 'closing' AND e.reversal_of IS NULL
              AND NOT EXISTS (SELECT FROM accounting.journal_entry r
                              WHERE r.organization_id = e.organization_id AND r.reversal_of = e.id);
          IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU124',
              MESSAGE = 'The closing entry of a fiscal year is an entry of kind closing in it that nothing reverses.';
          END IF;
        END IF;
        SELECT min(a.code) INTO account FROM (
          SELECT figure.account_id FROM (
            SELECT b.account_id, 'closing' AS part, b.debit - b.credit AS amount FROM accounting.account_balance_month b
              WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id
                AND b.month < date_trunc('month', NEW.ends_on)
            UNION ALL
            SELECT b.account_id, 'closing', b.debit - b.credit FROM accounting.account_balance_day b
              WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id
                AND b.day >= date_trunc('month', NEW.ends_on) AND b.day <= NEW.ends_on
            UNION ALL
            SELECT b.account_id, 'carried later', b.debit - b.credit FROM accounting.account_balance_day b
              WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id
                AND b.day > NEW.ends_on AND b.kind = 'opening') figure
          GROUP BY figure.account_id, figure.part HAVING sum(figure.amount) <> 0) remaining
          JOIN accounting.account a ON a.organization_id = NEW.organization_id AND a.id = remaining.account_id
          WHERE a.type IN ('income', 'expense');
        IF account IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU124',
            MESSAGE = format('A closed fiscal year leaves income and expense accounts at zero, and nothing carries its result once more: account %s.', account);
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER check_year_end AFTER UPDATE ON accounting.fiscal_year
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status <> NEW.status)
        EXECUTE FUNCTION accounting.check_year_end();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_year_end ON accounting.fiscal_year;
      DROP TRIGGER check_fiscal_year ON accounting.fiscal_year;
      DROP FUNCTION accounting.check_year_end(), accounting.check_fiscal_year();
      CREATE OR REPLACE FUNCTION accounting.check_fiscal_period() RETURNS trigger
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
      DROP INDEX accounting.fiscal_period_adjustment_key;
      ALTER TABLE accounting.fiscal_period
        DROP CONSTRAINT fiscal_period_no_overlap,
        DROP CONSTRAINT fiscal_period_year_fk,
        DROP CONSTRAINT fiscal_period_status,
        DROP COLUMN is_adjustment,
        DROP COLUMN fiscal_year_status,
        ADD CONSTRAINT fiscal_period_status_check CHECK (status IN ('open', 'soft_closed', 'locked')),
        ADD CONSTRAINT fiscal_period_year_fk FOREIGN KEY (organization_id, legal_entity_id, fiscal_year_id)
          REFERENCES accounting.fiscal_year (organization_id, legal_entity_id, id),
        ADD CONSTRAINT fiscal_period_no_overlap EXCLUDE USING gist
          (organization_id WITH =, legal_entity_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
      REVOKE UPDATE (status, status_reason, closing_entry_id, version, updated_at) ON accounting.fiscal_year FROM bureau_app;
      DROP TRIGGER kept ON accounting.fiscal_year;
      DROP TRIGGER fixed ON accounting.fiscal_year;
      DROP FUNCTION accounting.refuse_other_year();
      DROP TRIGGER audit ON accounting.fiscal_year;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON accounting.fiscal_year
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON accounting.fiscal_year
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
      DROP INDEX accounting.fiscal_year_closing_entry_key;
      ALTER TABLE accounting.fiscal_year
        DROP CONSTRAINT fiscal_year_status_key,
        DROP COLUMN closing_entry_id,
        DROP COLUMN status,
        DROP COLUMN status_reason,
        DROP COLUMN version,
        DROP COLUMN updated_at;
    `);
  }
}
