import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates of entries, and entries that come back on a schedule. */
export class AccountingRecurringEntry1764200043000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Like drafts, templates name what the books have by code.
      CREATE TABLE accounting.entry_template (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        journal_code text CHECK (length(journal_code) BETWEEN 1 AND 20),
        description text NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
        currency text NOT NULL REFERENCES platform.currency (code),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT entry_template_code_key UNIQUE (organization_id, legal_entity_id, code),
        CONSTRAINT entry_template_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT entry_template_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id)
      );
      CALL platform.protect_table('accounting.entry_template', 'mutable');
      GRANT UPDATE (name, journal_code, description, currency, status, version, updated_at)
        ON accounting.entry_template TO bureau_app;

      CREATE TABLE accounting.entry_template_line (
        organization_id uuid NOT NULL,
        template_id uuid NOT NULL,
        line_number integer NOT NULL CHECK (line_number BETWEEN 1 AND 500),
        account_code text NOT NULL CHECK (length(account_code) BETWEEN 1 AND 20),
        side text NOT NULL CHECK (side IN ('debit', 'credit')),
        amount numeric CHECK (amount > 0 AND amount < 1e18),
        amount_name text CHECK (amount_name ~ '^[a-z][a-z0-9_]{0,29}$'),
        percentage numeric CHECK (percentage > 0 AND percentage < 1000),
        description text CHECK (length(description) BETWEEN 1 AND 500),
        dimensions jsonb CHECK (jsonb_typeof(dimensions) = 'array'),
        PRIMARY KEY (organization_id, template_id, line_number),
        CONSTRAINT entry_template_line_template_fk FOREIGN KEY (organization_id, template_id)
          REFERENCES accounting.entry_template (organization_id, id),
        CONSTRAINT entry_template_line_one_amount CHECK ((amount IS NULL) <> (amount_name IS NULL)),
        CONSTRAINT entry_template_line_share_of_named CHECK (percentage IS NULL OR amount_name IS NOT NULL)
      );
      CALL platform.protect_table('accounting.entry_template_line', 'mutable');
      GRANT UPDATE (account_code, side, amount, amount_name, percentage, description, dimensions), DELETE
        ON accounting.entry_template_line TO bureau_app;
    `);

    await runner.query(`
      CREATE TABLE accounting.recurring_entry (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        template_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        mode text NOT NULL CHECK (mode IN ('post', 'draft')),
        amounts jsonb NOT NULL CHECK (jsonb_typeof(amounts) = 'array'),
        frequency text NOT NULL CHECK (frequency IN ('weekly', 'monthly', 'quarterly', 'yearly')),
        starts_on date NOT NULL,
        month_end boolean NOT NULL,
        ends_on date,
        occurrences integer CHECK (occurrences BETWEEN 1 AND 10000),
        -- Whether the person who set it up may post to control accounts: what runs by itself may no more.
        posts_to_control_accounts boolean NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'ended')),
        -- How many dates of the schedule are behind it, and the next one.
        passed integer NOT NULL DEFAULT 0 CHECK (passed >= 0),
        next_on date,
        refusal_code text CHECK (length(refusal_code) BETWEEN 1 AND 100),
        refusal text CHECK (length(refusal) BETWEEN 1 AND 1000),
        refused_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT recurring_entry_template_fk FOREIGN KEY (organization_id, legal_entity_id, template_id)
          REFERENCES accounting.entry_template (organization_id, legal_entity_id, id),
        CONSTRAINT recurring_entry_ended_without_next CHECK ((status = 'ended') = (next_on IS NULL)),
        CONSTRAINT recurring_entry_end_after_start CHECK (ends_on >= starts_on),
        CONSTRAINT recurring_entry_month_end CHECK (NOT month_end OR frequency <> 'weekly'),
        CONSTRAINT recurring_entry_refusal_whole CHECK (num_nonnulls(refusal_code, refusal, refused_at) IN (0, 3))
      );
      CREATE INDEX recurring_entry_due_idx ON accounting.recurring_entry (organization_id, next_on, id)
        WHERE status = 'active';
      CALL platform.protect_table('accounting.recurring_entry', 'mutable');
      GRANT UPDATE (name, mode, amounts, ends_on, occurrences, posts_to_control_accounts, status, passed, next_on,
                    refusal_code, refusal, refused_at, version, updated_at) ON accounting.recurring_entry TO bureau_app;
      CREATE POLICY relay ON accounting.recurring_entry FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, status) ON accounting.recurring_entry TO bureau_relay;

      CREATE FUNCTION accounting.check_recurring_entry() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'ended' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU153', MESSAGE = 'A recurring entry that has ended stays so; set up another one.';
        ELSIF NEW.next_on < OLD.next_on OR NEW.passed < OLD.passed THEN
          RAISE EXCEPTION USING ERRCODE = 'BU153', MESSAGE = 'A recurring entry never goes back to a date that is behind it.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_recurring_entry BEFORE UPDATE ON accounting.recurring_entry
        FOR EACH ROW EXECUTE FUNCTION accounting.check_recurring_entry();

      -- What came of each due date. One run for each, for ever; a draft may be deleted afterwards.
      CREATE TABLE accounting.recurring_run (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        recurring_id uuid NOT NULL,
        due_on date NOT NULL,
        entry_id uuid,
        draft_id uuid,
        actor_id uuid NOT NULL,
        ran_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT recurring_run_due_key UNIQUE (organization_id, recurring_id, due_on),
        CONSTRAINT recurring_run_recurring_fk FOREIGN KEY (organization_id, recurring_id)
          REFERENCES accounting.recurring_entry (organization_id, id),
        CONSTRAINT recurring_run_entry_fk FOREIGN KEY (organization_id, entry_id)
          REFERENCES accounting.journal_entry (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT recurring_run_one_result CHECK (num_nonnulls(entry_id, draft_id) = 1)
      );
      CREATE INDEX recurring_run_ran_idx ON accounting.recurring_run (organization_id, due_on, id);
      CALL platform.protect_table('accounting.recurring_run', 'append_only');

      CREATE FUNCTION accounting.check_recurring_run() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.recurring_entry r
          WHERE r.organization_id = NEW.organization_id AND r.id = NEW.recurring_id
            AND r.status = 'active' AND NEW.due_on >= r.next_on FOR SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU154', MESSAGE = 'An active recurring entry runs for a date that is before it.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_recurring_run BEFORE INSERT ON accounting.recurring_run
        FOR EACH ROW EXECUTE FUNCTION accounting.check_recurring_run();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.recurring_run, accounting.recurring_entry, accounting.entry_template_line,
                 accounting.entry_template;
      DROP FUNCTION accounting.check_recurring_run(), accounting.check_recurring_entry();
    `);
  }
}
