import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements of banks and their lines: facts that never change, and beside them what stands and what became of it. */
export class AccountingBankStatement1764400041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createFacts(runner);
    await createStates(runner);
    await createRules(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_start_of_bank_account ON accounting.bank_account;
      DROP TABLE accounting.bank_statement_line_state, accounting.bank_statement_standing,
                 accounting.bank_statement_line, accounting.bank_statement, accounting.bank_statement_import;
      DROP FUNCTION accounting.keep_start_of_bank_account(), accounting.check_new_statement_lines(),
                    accounting.check_statement_standing(), accounting.keep_matched_statement(),
                    accounting.check_statement_line_state(), accounting.check_statement_import();
    `);
  }
}

async function createFacts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE accounting.bank_statement_import (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      format text NOT NULL CHECK (format IN ('camt', 'mt940', 'ofx', 'csv')),
      sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      report json NOT NULL,
      status text NOT NULL DEFAULT 'imported' CHECK (status IN ('imported', 'undone')),
      imported_by uuid NOT NULL,
      imported_at timestamptz NOT NULL DEFAULT now(),
      undone_by uuid,
      undone_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT bank_statement_import_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
        REFERENCES administration.legal_entity (organization_id, id),
      CONSTRAINT bank_statement_import_undone_by_whom CHECK (
        (status = 'undone') = (undone_by IS NOT NULL) AND (status = 'undone') = (undone_at IS NOT NULL))
    );
    -- A file has one effect, until the import is undone.
    CREATE UNIQUE INDEX bank_statement_import_file_key
      ON accounting.bank_statement_import (organization_id, legal_entity_id, sha256) WHERE status = 'imported';
    CREATE INDEX bank_statement_import_at_idx ON accounting.bank_statement_import (organization_id, imported_at, id);
    -- The report never changes, so the audit trail need not repeat it.
    CALL platform.protect_table('accounting.bank_statement_import', 'mutable', 'report');
    CALL platform.wall_legal_entity('accounting.bank_statement_import');
    GRANT UPDATE (status, undone_by, undone_at, version, updated_at) ON accounting.bank_statement_import TO bureau_app;

    CREATE TABLE accounting.bank_statement (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      import_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('statement', 'report', 'notification')),
      reference text CHECK (length(reference) BETWEEN 1 AND 100),
      number text CHECK (length(number) BETWEEN 1 AND 50),
      from_on date,
      to_on date NOT NULL,
      -- Of announcements, which do not count, there are none.
      opening_balance numeric CHECK (abs(opening_balance) < 1e18),
      closing_balance numeric CHECK (abs(closing_balance) < 1e18),
      -- Whether the file states them; else they follow from the statement before and the lines.
      balances_stated boolean NOT NULL,
      available_balance numeric CHECK (abs(available_balance) < 1e18),
      available_on date,
      line_count integer NOT NULL CHECK (line_count >= 0),
      credit_total numeric NOT NULL CHECK (credit_total >= 0),
      debit_total numeric NOT NULL CHECK (debit_total >= 0),
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT bank_statement_account_key UNIQUE (organization_id, bank_account_id, id),
      CONSTRAINT bank_statement_account_fk FOREIGN KEY (organization_id, legal_entity_id, bank_account_id)
        REFERENCES accounting.bank_account (organization_id, legal_entity_id, id),
      CONSTRAINT bank_statement_import_fk FOREIGN KEY (organization_id, import_id)
        REFERENCES accounting.bank_statement_import (organization_id, id),
      CONSTRAINT bank_statement_adds_up CHECK (
        kind <> 'statement' OR coalesce(opening_balance + credit_total - debit_total = closing_balance, false))
    );
    CREATE INDEX bank_statement_import_idx ON accounting.bank_statement (organization_id, import_id);
    CREATE INDEX bank_statement_to_idx ON accounting.bank_statement (organization_id, bank_account_id, to_on, id);
    CALL platform.protect_table('accounting.bank_statement', 'append_only');
    CALL platform.wall_legal_entity('accounting.bank_statement');

    CREATE TABLE accounting.bank_statement_line (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      statement_id uuid NOT NULL,
      line_number integer NOT NULL CHECK (line_number >= 1),
      booked_on date NOT NULL,
      valued_on date,
      -- In the currency of the bank account; what comes in is positive.
      amount numeric NOT NULL CHECK (abs(amount) < 1e18),
      original_amount numeric,
      original_currency text CHECK (original_currency ~ '^[A-Z]{3}$'),
      exchange_rate numeric CHECK (exchange_rate >= 0),
      bank_reference text CHECK (length(bank_reference) <= 200),
      end_to_end_reference text CHECK (length(end_to_end_reference) <= 100),
      mandate_reference text CHECK (length(mandate_reference) <= 100),
      creditor_reference text CHECK (length(creditor_reference) <= 100),
      remittance text CHECK (length(remittance) <= 2000),
      counterparty_name text CHECK (length(counterparty_name) <= 200),
      counterparty_iban text CHECK (length(counterparty_iban) <= 34),
      counterparty_number text CHECK (length(counterparty_number) <= 50),
      counterparty_bic text CHECK (length(counterparty_bic) <= 11),
      transaction_code text CHECK (length(transaction_code) <= 50),
      is_reversal boolean NOT NULL,
      charges jsonb CHECK (jsonb_typeof(charges) = 'array'),
      details jsonb CHECK (jsonb_typeof(details) = 'array'),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT bank_statement_line_number_key UNIQUE (organization_id, statement_id, line_number),
      CONSTRAINT bank_statement_line_statement_fk FOREIGN KEY (organization_id, bank_account_id, statement_id)
        REFERENCES accounting.bank_statement (organization_id, bank_account_id, id),
      CONSTRAINT bank_statement_line_original CHECK ((original_amount IS NULL) = (original_currency IS NULL))
    );
    CREATE INDEX bank_statement_line_booked_idx
      ON accounting.bank_statement_line (organization_id, bank_account_id, booked_on, id);
    CREATE INDEX bank_statement_line_day_idx ON accounting.bank_statement_line (organization_id, booked_on, id);
    -- Finds what announces a line, and what a line was announced by.
    CREATE INDEX bank_statement_line_reference_idx
      ON accounting.bank_statement_line (organization_id, bank_account_id, bank_reference) WHERE bank_reference IS NOT NULL;
    CALL platform.protect_table('accounting.bank_statement_line', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.bank_statement_line');
  `);
}

async function createStates(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- The statements that count, and those that announce, until their import is undone. Those that count follow each other.
    CREATE TABLE accounting.bank_statement_standing (
      organization_id uuid NOT NULL,
      statement_id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      position integer CHECK (position >= 1),
      previous_id uuid,
      content_digest text NOT NULL CHECK (content_digest ~ '^[0-9a-f]{64}$'),
      PRIMARY KEY (organization_id, statement_id),
      CONSTRAINT bank_statement_standing_statement_fk FOREIGN KEY (organization_id, bank_account_id, statement_id)
        REFERENCES accounting.bank_statement (organization_id, bank_account_id, id),
      CONSTRAINT bank_statement_standing_account_key UNIQUE (organization_id, bank_account_id, statement_id),
      CONSTRAINT bank_statement_standing_position_key UNIQUE (organization_id, bank_account_id, position),
      CONSTRAINT bank_statement_standing_previous_key UNIQUE (organization_id, previous_id),
      CONSTRAINT bank_statement_standing_previous_fk FOREIGN KEY (organization_id, bank_account_id, previous_id)
        REFERENCES accounting.bank_statement_standing (organization_id, bank_account_id, statement_id),
      CONSTRAINT bank_statement_standing_content_key UNIQUE (organization_id, bank_account_id, content_digest),
      CONSTRAINT bank_statement_standing_first CHECK ((coalesce(position, 1) = 1) = (previous_id IS NULL))
    );
    CALL platform.protect_table('accounting.bank_statement_standing', 'mutable');
    CALL platform.wall_legal_entity('accounting.bank_statement_standing');
    GRANT DELETE ON accounting.bank_statement_standing TO bureau_app;

    CREATE TABLE accounting.bank_statement_line_state (
      organization_id uuid NOT NULL,
      line_id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      statement_id uuid NOT NULL,
      -- Tell the line apart from all others of the bank account, whatever file it comes in: what it says, and which of
      -- those that say the same it is.
      fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{32}$'),
      occurrence integer NOT NULL CHECK (occurrence >= 1),
      status text NOT NULL CHECK (status IN ('unmatched', 'matched', 'excluded', 'announced')),
      reason text CHECK (length(reason) BETWEEN 1 AND 500),
      changed_by uuid,
      changed_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, line_id),
      CONSTRAINT bank_statement_line_state_line_fk FOREIGN KEY (organization_id, line_id)
        REFERENCES accounting.bank_statement_line (organization_id, id),
      CONSTRAINT bank_statement_line_state_standing_fk FOREIGN KEY (organization_id, bank_account_id, statement_id)
        REFERENCES accounting.bank_statement_standing (organization_id, bank_account_id, statement_id) ON DELETE CASCADE,
      CONSTRAINT bank_statement_line_state_fingerprint_key UNIQUE (organization_id, bank_account_id, fingerprint, occurrence),
      CONSTRAINT bank_statement_line_state_reason CHECK (status <> 'excluded' OR reason IS NOT NULL),
      CONSTRAINT bank_statement_line_state_by_whom CHECK ((changed_by IS NULL) = (changed_at IS NULL))
    );
    CREATE INDEX bank_statement_line_state_status_idx
      ON accounting.bank_statement_line_state (organization_id, bank_account_id, status, line_id);
    CREATE INDEX bank_statement_line_state_updated_idx
      ON accounting.bank_statement_line_state (organization_id, updated_at, line_id);
    CREATE INDEX bank_statement_line_state_statement_idx
      ON accounting.bank_statement_line_state (organization_id, bank_account_id, statement_id);
    -- Born with its line and gone with its statement, which both tell; in between, every change is in the audit trail.
    CALL platform.protect_table('accounting.bank_statement_line_state', 'derived');
    CALL platform.wall_legal_entity_of_many('accounting.bank_statement_line_state');
    GRANT INSERT, UPDATE (status, reason, changed_by, changed_at, version, updated_at)
      ON accounting.bank_statement_line_state TO bureau_app;
    CREATE TRIGGER audit AFTER UPDATE ON accounting.bank_statement_line_state
      FOR EACH ROW EXECUTE FUNCTION platform.record_audit();
  `);
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- The start of the chain stays once something follows from it.
    CREATE FUNCTION accounting.keep_start_of_bank_account() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.bank_statement_standing s
        WHERE s.organization_id = NEW.organization_id AND s.bank_account_id = NEW.id AND s.position = 1;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU442', MESSAGE =
          'The start of a bank account that has statements stays: they follow from it.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER keep_start_of_bank_account BEFORE UPDATE OF starts_on, opening_balance ON accounting.bank_account
      FOR EACH ROW WHEN ((OLD.starts_on, OLD.opening_balance) IS DISTINCT FROM (NEW.starts_on, NEW.opening_balance))
      EXECUTE FUNCTION accounting.keep_start_of_bank_account();

    CREATE FUNCTION accounting.check_new_statement_lines() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM (SELECT DISTINCT l.organization_id, l.statement_id FROM new_lines l) AS l
        JOIN accounting.bank_statement_standing s
          ON s.organization_id = l.organization_id AND s.statement_id = l.statement_id;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU443', MESSAGE = 'A statement that stands takes no further lines.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER check_new_statement_lines AFTER INSERT ON accounting.bank_statement_line
      REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_statement_lines();

    -- A statement stands with all its lines, and begins where the one before ended; the first where the account does.
    CREATE FUNCTION accounting.check_statement_standing() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      statement accounting.bank_statement;
      told record;
      before numeric;
    BEGIN
      SELECT * INTO statement FROM accounting.bank_statement s
        WHERE s.organization_id = NEW.organization_id AND s.id = NEW.statement_id;
      IF statement.legal_entity_id IS DISTINCT FROM NEW.legal_entity_id
         OR (statement.kind = 'statement') IS DISTINCT FROM (NEW.position IS NOT NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'BU443', MESSAGE =
          'What counts has a place among the statements of its account, and what announces has none.';
      END IF;
      SELECT count(*) AS lines, coalesce(sum(l.amount) FILTER (WHERE l.amount > 0), 0) AS credits,
             coalesce(-sum(l.amount) FILTER (WHERE l.amount < 0), 0) AS debits
        INTO told FROM accounting.bank_statement_line l
        WHERE l.organization_id = NEW.organization_id AND l.statement_id = NEW.statement_id;
      IF (told.lines, told.credits, told.debits)
         IS DISTINCT FROM (statement.line_count::bigint, statement.credit_total, statement.debit_total) THEN
        RAISE EXCEPTION USING ERRCODE = 'BU443', MESSAGE = 'The lines of a statement are not those that it counts.';
      END IF;
      IF NEW.position IS NULL THEN RETURN NEW; END IF;

      -- One statement after the other, also of requests that come at once.
      SELECT b.opening_balance INTO before FROM accounting.bank_account b
        WHERE b.organization_id = NEW.organization_id AND b.id = NEW.bank_account_id FOR NO KEY UPDATE;
      IF NEW.position > 1 THEN
        SELECT p.closing_balance INTO before FROM accounting.bank_statement_standing s
          JOIN accounting.bank_statement p ON p.organization_id = s.organization_id AND p.id = s.statement_id
          WHERE s.organization_id = NEW.organization_id AND s.bank_account_id = NEW.bank_account_id
            AND s.statement_id = NEW.previous_id AND s.position = NEW.position - 1;
      END IF;
      IF before IS DISTINCT FROM statement.opening_balance THEN
        RAISE EXCEPTION USING ERRCODE = 'BU444', MESSAGE =
          'A statement begins with the balance that the one before ended with.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_statement_standing BEFORE INSERT ON accounting.bank_statement_standing
      FOR EACH ROW EXECUTE FUNCTION accounting.check_statement_standing();

    CREATE FUNCTION accounting.keep_matched_statement() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.bank_statement_line_state s
        WHERE s.organization_id = OLD.organization_id AND s.bank_account_id = OLD.bank_account_id
          AND s.statement_id = OLD.statement_id AND s.status = 'matched';
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU445', MESSAGE = 'A statement with matched lines stays.';
      END IF;
      RETURN OLD;
    END $$;
    CREATE TRIGGER keep_matched_statement BEFORE DELETE ON accounting.bank_statement_standing
      FOR EACH ROW EXECUTE FUNCTION accounting.keep_matched_statement();

    -- A line is of its statement; what is only announced becomes nothing else, and nothing becomes that.
    CREATE FUNCTION accounting.check_statement_line_state() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        PERFORM FROM new_states n
          LEFT JOIN accounting.bank_statement_line l
            ON l.organization_id = n.organization_id AND l.id = n.line_id AND l.statement_id = n.statement_id
               AND l.legal_entity_id = n.legal_entity_id
          LEFT JOIN accounting.bank_statement s ON s.organization_id = l.organization_id AND s.id = l.statement_id
          WHERE l.id IS NULL OR (s.kind = 'statement') = (n.status = 'announced') OR n.status IN ('matched', 'excluded');
      ELSE
        PERFORM FROM new_states n
          JOIN old_states o ON o.organization_id = n.organization_id AND o.line_id = n.line_id
          WHERE (o.status = 'announced') <> (n.status = 'announced');
      END IF;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU446', MESSAGE =
          'A line of a statement begins unmatched, and one that is only announced stays that.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER check_new_line_states AFTER INSERT ON accounting.bank_statement_line_state
      REFERENCING NEW TABLE AS new_states FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_statement_line_state();
    CREATE TRIGGER check_changed_line_states AFTER UPDATE ON accounting.bank_statement_line_state
      REFERENCING OLD TABLE AS old_states NEW TABLE AS new_states
      FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_statement_line_state();

    CREATE FUNCTION accounting.check_statement_import() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.status = 'undone' THEN
        RAISE EXCEPTION USING ERRCODE = 'BU447', MESSAGE = 'An import that was undone stays undone.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_statement_import BEFORE UPDATE ON accounting.bank_statement_import
      FOR EACH ROW EXECUTE FUNCTION accounting.check_statement_import();
  `);
}
