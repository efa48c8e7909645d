import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE accounting.bank_match (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      -- By hand; with an entry that was posted for it; the balance that the bank account began with; an entry with the one
      -- that takes it back; or a suggestion that somebody, or a threshold, accepted.
      method text NOT NULL CHECK (method IN ('manual', 'entry', 'opening', 'reversal', 'suggestion', 'automatic')),
      entry_id uuid,
      -- What the entry settled when it was posted.
      allocation_group_id uuid,
      undoes uuid,
      reason text CHECK (length(reason) BETWEEN 1 AND 500),
      actor_id uuid NOT NULL,
      action text NOT NULL,
      request_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT bank_match_account_key UNIQUE (organization_id, bank_account_id, id),
      CONSTRAINT bank_match_account_fk FOREIGN KEY (organization_id, legal_entity_id, bank_account_id)
        REFERENCES accounting.bank_account (organization_id, legal_entity_id, id),
      CONSTRAINT bank_match_undone_fk FOREIGN KEY (organization_id, bank_account_id, undoes)
        REFERENCES accounting.bank_match (organization_id, bank_account_id, id),
      CONSTRAINT bank_match_undone_reason CHECK ((undoes IS NULL) = (reason IS NULL)),
      CONSTRAINT bank_match_undone_entry CHECK (undoes IS NULL OR entry_id IS NULL),
      CONSTRAINT bank_match_group_of_entry CHECK (allocation_group_id IS NULL OR entry_id IS NOT NULL)
    );
    CREATE UNIQUE INDEX bank_match_undone_key ON accounting.bank_match (organization_id, undoes) WHERE undoes IS NOT NULL;
    CREATE UNIQUE INDEX bank_match_entry_key ON accounting.bank_match (organization_id, entry_id) WHERE entry_id IS NOT NULL;
    CREATE INDEX bank_match_created_idx ON accounting.bank_match (organization_id, created_at, id);
    CREATE INDEX bank_match_account_idx ON accounting.bank_match (organization_id, bank_account_id, created_at, id);
    CALL platform.protect_table('accounting.bank_match', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.bank_match');

    -- A line of a statement, a line of the books, or, with neither, the balance that the bank account began with.
    CREATE TABLE accounting.bank_match_part (
      organization_id uuid NOT NULL,
      match_id uuid NOT NULL,
      part_number integer NOT NULL CHECK (part_number >= 1),
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      statement_line_id uuid,
      ledger_line_id uuid,
      amount numeric NOT NULL,
      PRIMARY KEY (organization_id, match_id, part_number),
      CONSTRAINT bank_match_part_match_fk FOREIGN KEY (organization_id, bank_account_id, match_id)
        REFERENCES accounting.bank_match (organization_id, bank_account_id, id),
      CONSTRAINT bank_match_part_of_one CHECK (statement_line_id IS NULL OR ledger_line_id IS NULL)
    );
    CREATE INDEX bank_match_part_statement_idx ON accounting.bank_match_part (organization_id, statement_line_id)
      WHERE statement_line_id IS NOT NULL;
    CREATE INDEX bank_match_part_ledger_idx ON accounting.bank_match_part (organization_id, ledger_line_id)
      WHERE ledger_line_id IS NOT NULL;
    CALL platform.protect_table('accounting.bank_match_part', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.bank_match_part');

    -- The matches that were not undone, and how far they reach: the place of the last of their statements, and the last day
    -- of their entries.
    CREATE TABLE accounting.bank_match_standing (
      organization_id uuid NOT NULL,
      match_id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      is_opening boolean NOT NULL,
      first_position integer,
      last_position integer,
      last_entry_date date,
      PRIMARY KEY (organization_id, match_id),
      CONSTRAINT bank_match_standing_match_fk FOREIGN KEY (organization_id, bank_account_id, match_id)
        REFERENCES accounting.bank_match (organization_id, bank_account_id, id)
    );
    -- A bank account begins once.
    CREATE UNIQUE INDEX bank_match_standing_opening_key
      ON accounting.bank_match_standing (organization_id, bank_account_id) WHERE is_opening;
    CALL platform.protect_table('accounting.bank_match_standing', 'derived');
    CALL platform.wall_legal_entity_of_many('accounting.bank_match_standing');

    ALTER TABLE accounting.bank_ledger_line
      ADD CONSTRAINT bank_ledger_line_match_fk FOREIGN KEY (organization_id, match_id)
        REFERENCES accounting.bank_match_standing (organization_id, match_id);
    ALTER TABLE accounting.bank_statement_line_state
      ADD COLUMN match_id uuid,
      ADD CONSTRAINT bank_statement_line_state_match_fk FOREIGN KEY (organization_id, match_id)
        REFERENCES accounting.bank_match_standing (organization_id, match_id),
      ADD CONSTRAINT bank_statement_line_state_matched CHECK ((status = 'matched') = (match_id IS NOT NULL));
    CREATE INDEX bank_statement_line_state_match_idx
      ON accounting.bank_statement_line_state (organization_id, match_id) WHERE match_id IS NOT NULL;
  `);
}

async function createMaking(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Matches come whole, with all their parts in one statement: equal sums of what waits on both sides. Runs as the owner,
    -- because nobody else says that a line is matched.
    CREATE FUNCTION accounting.make_bank_matches() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      fault text;
    BEGIN
      -- Whoever signs a bank account off waits for this, or this for them.
      PERFORM FROM accounting.bank_account b
        WHERE (b.organization_id, b.id) IN (SELECT p.organization_id, p.bank_account_id FROM new_parts p) FOR KEY SHARE;
      -- In one order, so that those who want the same lines wait for each other, and the second finds them taken.
      PERFORM FROM accounting.bank_statement_line_state s
        WHERE (s.organization_id, s.line_id) IN (
          SELECT p.organization_id, p.statement_line_id FROM new_parts p WHERE p.statement_line_id IS NOT NULL)
        ORDER BY s.organization_id, s.line_id FOR UPDATE;
      PERFORM FROM accounting.bank_ledger_line l
        WHERE (l.organization_id, l.id) IN (
          SELECT p.organization_id, p.ledger_line_id FROM new_parts p WHERE p.ledger_line_id IS NOT NULL)
        ORDER BY l.organization_id, l.id FOR UPDATE;

      SELECT min(CASE
               WHEN m.legal_entity_id <> p.legal_entity_id OR m.undoes IS NOT NULL
                 OR (m.method = 'opening') <> (t.openings > 0) THEN
                 'BU542 A match is of one bank account, and what undoes another has no parts.'
               WHEN EXISTS (SELECT FROM accounting.bank_match_standing g
                            WHERE g.organization_id = p.organization_id AND g.match_id = p.match_id) THEN
                 'BU542 A match that stands takes no further parts.'
               WHEN p.statement_line_id IS NOT NULL AND s.line_id IS NULL
                 OR p.ledger_line_id IS NOT NULL AND l.id IS NULL THEN
                 'BU542 A match is of lines of one bank account, and of statements that stand.'
               WHEN p.amount <> coalesce(f.amount, l.amount, b.opening_balance) THEN
                 'BU542 A part of a match has the whole amount of its line.'
               WHEN s.status <> 'unmatched' OR l.match_id IS NOT NULL THEN
                 'BU543 A line is matched or excluded already; read them again.'
               WHEN t.parts < 2 OR t.openings > 1 OR t.difference <> 0 THEN
                 'BU542 What is matched adds up to the same on both sides.'
               WHEN t.parts > t.named THEN 'BU542 A match has each line once.'
             END) INTO fault
        FROM new_parts p
        JOIN accounting.bank_match m ON m.organization_id = p.organization_id AND m.id = p.match_id
        JOIN accounting.bank_account b ON b.organization_id = p.organization_id AND b.id = p.bank_account_id
        JOIN (SELECT n.organization_id, n.match_id, count(*) AS parts,
                     count(DISTINCT coalesce(n.statement_line_id, n.ledger_line_id, n.match_id)) AS named,
                     count(*) FILTER (WHERE n.statement_line_id IS NULL AND n.ledger_line_id IS NULL) AS openings,
                     sum(CASE WHEN n.ledger_line_id IS NULL THEN n.amount ELSE -n.amount END) AS difference
              FROM new_parts n GROUP BY 1, 2) t ON t.organization_id = p.organization_id AND t.match_id = p.match_id
        LEFT JOIN accounting.bank_statement_line_state s
          ON s.organization_id = p.organization_id AND s.line_id = p.statement_line_id AND s.bank_account_id = p.bank_account_id
        LEFT JOIN accounting.bank_statement_line f ON f.organization_id = s.organization_id AND f.id = s.line_id
        LEFT JOIN accounting.bank_ledger_line l
          ON l.organization_id = p.organization_id AND l.id = p.ledger_line_id AND l.bank_account_id = p.bank_account_id;
      IF fault IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
      END IF;

      INSERT INTO accounting.bank_match_standing
        (organization_id, match_id, legal_entity_id, bank_account_id, is_opening, first_position, last_position, last_entry_date)
        SELECT p.organization_id, p.match_id, p.legal_entity_id, p.bank_account_id,
               bool_or(p.statement_line_id IS NULL AND p.ledger_line_id IS NULL), min(g.position), max(g.position), max(l.entry_date)
        FROM new_parts p
        LEFT JOIN accounting.bank_statement_line_state s ON s.organization_id = p.organization_id AND s.line_id = p.statement_line_id
        LEFT JOIN accounting.bank_statement_standing g ON g.organization_id = s.organization_id AND g.statement_id = s.statement_id
        LEFT JOIN accounting.bank_ledger_line l ON l.organization_id = p.organization_id AND l.id = p.ledger_line_id
        GROUP BY 1, 2, 3, 4;
      UPDATE accounting.bank_statement_line_state s
        SET status = 'matched', match_id = p.match_id, reason = NULL, changed_by = m.actor_id, changed_at = now(),
            version = s.version + 1, updated_at = now()
        FROM new_parts p JOIN accounting.bank_match m ON m.organization_id = p.organization_id AND m.id = p.match_id
        WHERE s.organization_id = p.organization_id AND s.line_id = p.statement_line_id;
      UPDATE accounting.bank_ledger_line l SET match_id = p.match_id, updated_at = now()
        FROM new_parts p WHERE l.organization_id = p.organization_id AND l.id = p.ledger_line_id;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.make_bank_matches() FROM PUBLIC;
    CREATE TRIGGER make_bank_matches AFTER INSERT ON accounting.bank_match_part
      REFERENCING NEW TABLE AS new_parts FOR EACH STATEMENT EXECUTE FUNCTION accounting.make_bank_matches();
  `);
}

async function createUndoing(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What was matched waits again. An entry that was posted for the match is taken back before.
    CREATE FUNCTION accounting.undo_bank_match() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      PERFORM FROM accounting.bank_account b
        WHERE b.organization_id = NEW.organization_id AND b.id = NEW.bank_account_id FOR KEY SHARE;
      PERFORM FROM accounting.bank_match_standing g
        WHERE g.organization_id = NEW.organization_id AND g.match_id = NEW.undoes FOR UPDATE;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU544', MESSAGE = 'The match does not stand: it is undone, or undoes one.';
      END IF;
      PERFORM FROM accounting.bank_match m
        WHERE m.organization_id = NEW.organization_id AND m.id = NEW.undoes AND m.entry_id IS NOT NULL
          AND NOT EXISTS (SELECT FROM accounting.journal_entry e
                          WHERE e.organization_id = m.organization_id AND e.reversal_of = m.entry_id);
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU542', MESSAGE = 'A match is undone with the entry that was posted for it.';
      END IF;
      UPDATE accounting.bank_statement_line_state s
        SET status = 'unmatched', match_id = NULL, changed_by = NEW.actor_id, changed_at = now(), version = s.version + 1,
            updated_at = now()
        WHERE s.organization_id = NEW.organization_id AND s.match_id = NEW.undoes;
      UPDATE accounting.bank_ledger_line l SET match_id = NULL, updated_at = now()
        WHERE l.organization_id = NEW.organization_id AND l.match_id = NEW.undoes;
      DELETE FROM accounting.bank_match_standing g
        WHERE g.organization_id = NEW.organization_id AND g.match_id = NEW.undoes;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.undo_bank_match() FROM PUBLIC;
    CREATE TRIGGER undo_bank_match AFTER INSERT ON accounting.bank_match
      FOR EACH ROW WHEN (NEW.undoes IS NOT NULL) EXECUTE FUNCTION accounting.undo_bank_match();

    -- An entry of a match is there for it, and is taken back with it.
    CREATE FUNCTION accounting.check_entry_of_bank_match() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      stands boolean;
    BEGIN
      SELECT g.match_id IS NOT NULL INTO stands
        FROM accounting.bank_match m
        LEFT JOIN accounting.bank_match_standing g ON g.organization_id = m.organization_id AND g.match_id = m.id
        WHERE m.organization_id = NEW.organization_id AND m.entry_id = coalesce(NEW.reversal_of, NEW.id)
          AND m.id = NEW.origin_id;
      IF stands IS NULL OR (NEW.reversal_of IS NOT NULL AND stands) THEN
        RAISE EXCEPTION USING ERRCODE = 'BU548', MESSAGE =
          'An entry for a line of a bank statement belongs to its match, and is taken back by undoing that.';
      END IF;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.check_entry_of_bank_match() FROM PUBLIC;
    CREATE CONSTRAINT TRIGGER check_entry_of_bank_match AFTER INSERT ON accounting.journal_entry
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'bank_match')
      EXECUTE FUNCTION accounting.check_entry_of_bank_match();

    CREATE FUNCTION accounting.keep_matched_opening() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.bank_match_standing g
        WHERE g.organization_id = NEW.organization_id AND g.bank_account_id = NEW.id AND g.is_opening;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU442', MESSAGE =
          'The balance that a bank account begins with stays while it is matched with the books.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER keep_matched_opening BEFORE UPDATE OF opening_balance ON accounting.bank_account
      FOR EACH ROW WHEN (OLD.opening_balance IS DISTINCT FROM NEW.opening_balance)
      EXECUTE FUNCTION accounting.keep_matched_opening();

    -- As it was, and lets all go where a test organization is emptied.
    CREATE OR REPLACE FUNCTION accounting.keep_matched_statement() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      IF platform.is_emptying() THEN RETURN OLD; END IF;
      PERFORM FROM accounting.bank_statement_line_state s
        WHERE s.organization_id = OLD.organization_id AND s.bank_account_id = OLD.bank_account_id
          AND s.statement_id = OLD.statement_id AND s.status = 'matched';
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU445', MESSAGE = 'A statement with matched lines stays.';
      END IF;
      RETURN OLD;
    END $$;
  `);
}

/** What of a bank's statements is what of the books: matches as facts, and beside them those that stand. */
export class AccountingBankMatch1764400071000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createMaking(runner);
    await createUndoing(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_entry_of_bank_match ON accounting.journal_entry;
      DROP TRIGGER keep_matched_opening ON accounting.bank_account;
      ALTER TABLE accounting.bank_statement_line_state DROP COLUMN match_id;
      ALTER TABLE accounting.bank_ledger_line DROP CONSTRAINT bank_ledger_line_match_fk;
      DROP TABLE accounting.bank_match_standing, accounting.bank_match_part, accounting.bank_match;
      DROP FUNCTION accounting.make_bank_matches(), accounting.undo_bank_match(), accounting.check_entry_of_bank_match(),
                    accounting.keep_matched_opening();
      CREATE OR REPLACE FUNCTION accounting.keep_matched_statement() RETURNS trigger
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
    `);
  }
}
