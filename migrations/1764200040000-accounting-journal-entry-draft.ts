import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of journal entries: saved as typed, outside the ledger, until they are posted or deleted. */
export class AccountingJournalEntryDraft1764200040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A draft names journals, accounts and values by their codes and by no foreign key: it may be typed before they
      -- exist, and it outlives a chart that changes. What is wrong with it then is told when it is validated.
      CREATE TABLE accounting.journal_entry_draft (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        journal_code text CHECK (length(journal_code) BETWEEN 1 AND 20),
        entry_date date,
        adjustment boolean,
        kind text CHECK (kind IN ('regular', 'opening', 'closing')),
        description text CHECK (length(description) BETWEEN 1 AND 500),
        reference text CHECK (length(reference) BETWEEN 1 AND 100),
        external_source text CHECK (length(external_source) BETWEEN 1 AND 100),
        external_id text CHECK (length(external_id) BETWEEN 1 AND 200),
        currency text CHECK (length(currency) = 3),
        exchange_rate numeric CHECK (exchange_rate > 0 AND exchange_rate < 1e9),
        exchange_rate_source text CHECK (length(exchange_rate_source) BETWEEN 1 AND 100),
        exchange_rate_type text CHECK (length(exchange_rate_type) BETWEEN 1 AND 20),
        soft_close_reason text CHECK (length(soft_close_reason) BETWEEN 1 AND 500),
        reverses_on date,
        -- The posted entry that it was copied from.
        copy_of uuid,
        -- What it was posted as; a draft with an entry never changes again.
        entry_id uuid,
        created_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT journal_entry_draft_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        CONSTRAINT journal_entry_draft_copy_fk FOREIGN KEY (organization_id, copy_of)
          REFERENCES accounting.journal_entry (organization_id, id),
        -- Checked at the end: the entry comes with the last statement of the posting.
        CONSTRAINT journal_entry_draft_entry_fk FOREIGN KEY (organization_id, entry_id)
          REFERENCES accounting.journal_entry (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT journal_entry_draft_entry_key UNIQUE (organization_id, entry_id)
      );
      CREATE INDEX journal_entry_draft_created_idx ON accounting.journal_entry_draft (organization_id, created_at, id);
      CALL platform.protect_table('accounting.journal_entry_draft', 'mutable');
      GRANT UPDATE (journal_code, entry_date, adjustment, kind, description, reference, external_source, external_id, currency,
                    exchange_rate, exchange_rate_source, exchange_rate_type, soft_close_reason, reverses_on, entry_id, version, updated_at),
            DELETE ON accounting.journal_entry_draft TO bureau_app;

      CREATE TABLE accounting.journal_entry_draft_line (
        organization_id uuid NOT NULL,
        draft_id uuid NOT NULL,
        line_number integer NOT NULL CHECK (line_number BETWEEN 1 AND 5000),
        account_code text CHECK (length(account_code) BETWEEN 1 AND 20),
        debit numeric CHECK (debit >= 0 AND debit < 1e18),
        credit numeric CHECK (credit >= 0 AND credit < 1e18),
        currency text CHECK (length(currency) = 3),
        exchange_rate numeric CHECK (exchange_rate > 0 AND exchange_rate < 1e9),
        exchange_rate_source text CHECK (length(exchange_rate_source) BETWEEN 1 AND 100),
        exchange_rate_type text CHECK (length(exchange_rate_type) BETWEEN 1 AND 20),
        description text CHECK (length(description) BETWEEN 1 AND 500),
        dimensions jsonb CHECK (jsonb_typeof(dimensions) = 'array'),
        PRIMARY KEY (organization_id, draft_id, line_number),
        CONSTRAINT journal_entry_draft_line_draft_fk FOREIGN KEY (organization_id, draft_id)
          REFERENCES accounting.journal_entry_draft (organization_id, id) ON DELETE CASCADE
      );
      CALL platform.protect_table('accounting.journal_entry_draft_line', 'mutable');
      GRANT UPDATE (account_code, debit, credit, currency, exchange_rate, exchange_rate_source, exchange_rate_type,
                    description, dimensions),
            DELETE ON accounting.journal_entry_draft_line TO bureau_app;
    `);

    await runner.query(`
      CREATE FUNCTION accounting.check_journal_entry_draft() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.entry_id IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU150', MESSAGE = 'A draft that was posted stays as it was posted.';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER check_journal_entry_draft BEFORE UPDATE OR DELETE ON accounting.journal_entry_draft
        FOR EACH ROW EXECUTE FUNCTION accounting.check_journal_entry_draft();

      -- The lines follow their draft; the lock makes a posting of the draft wait for them, or them for it.
      CREATE FUNCTION accounting.check_draft_lines() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.journal_entry_draft d
          WHERE d.organization_id = platform.current_organization_id()
            AND d.id IN (SELECT c.draft_id FROM changed c)
          ORDER BY d.id FOR SHARE;
        PERFORM FROM accounting.journal_entry_draft d
          WHERE d.organization_id = platform.current_organization_id()
            AND d.id IN (SELECT c.draft_id FROM changed c) AND d.entry_id IS NOT NULL;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU150', MESSAGE = 'A draft that was posted stays as it was posted.';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER check_new_draft_lines AFTER INSERT ON accounting.journal_entry_draft_line
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_draft_lines();
      CREATE TRIGGER check_changed_draft_lines AFTER UPDATE ON accounting.journal_entry_draft_line
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_draft_lines();
      CREATE TRIGGER check_removed_draft_lines AFTER DELETE ON accounting.journal_entry_draft_line
        REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_draft_lines();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.journal_entry_draft_line, accounting.journal_entry_draft;
      DROP FUNCTION accounting.check_draft_lines(), accounting.check_journal_entry_draft();
    `);
  }
}
