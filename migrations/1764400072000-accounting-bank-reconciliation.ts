import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE accounting.bank_reconciliation (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      reconciled_on date NOT NULL,
      -- The last statement up to that day, and its place among those of the account.
      statement_id uuid NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      statement_balance numeric NOT NULL,
      deposits_in_transit numeric NOT NULL CHECK (deposits_in_transit >= 0),
      outstanding_payments numeric NOT NULL CHECK (outstanding_payments >= 0),
      book_balance numeric NOT NULL,
      status text NOT NULL DEFAULT 'signed_off' CHECK (status IN ('signed_off', 'reopened')),
      signed_off_by uuid NOT NULL,
      signed_off_at timestamptz NOT NULL,
      reopened_by uuid,
      reopened_at timestamptz,
      reopen_reason text CHECK (length(reopen_reason) BETWEEN 1 AND 500),
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT bank_reconciliation_account_fk FOREIGN KEY (organization_id, legal_entity_id, bank_account_id)
        REFERENCES accounting.bank_account (organization_id, legal_entity_id, id),
      CONSTRAINT bank_reconciliation_statement_fk FOREIGN KEY (organization_id, bank_account_id, statement_id)
        REFERENCES accounting.bank_statement (organization_id, bank_account_id, id),
      CONSTRAINT bank_reconciliation_proof CHECK (
        book_balance = statement_balance + deposits_in_transit - outstanding_payments),
      CONSTRAINT bank_reconciliation_reopened_by_whom CHECK (
        (status = 'reopened') = (reopened_by IS NOT NULL) AND (status = 'reopened') = (reopened_at IS NOT NULL)
        AND (status = 'reopened') = (reopen_reason IS NOT NULL))
    );
    CREATE UNIQUE INDEX bank_reconciliation_position_key
      ON accounting.bank_reconciliation (organization_id, bank_account_id, position) WHERE status = 'signed_off';
    CREATE INDEX bank_reconciliation_on_idx
      ON accounting.bank_reconciliation (organization_id, bank_account_id, reconciled_on, id);
    CALL platform.protect_table('accounting.bank_reconciliation', 'mutable');
    CALL platform.wall_legal_entity('accounting.bank_reconciliation');
    GRANT UPDATE (status, reopened_by, reopened_at, reopen_reason, version, updated_at)
      ON accounting.bank_reconciliation TO bureau_app;

    -- What was on its way when it was signed off; what comes in is positive. A match that reaches past the day is one item.
    CREATE TABLE accounting.bank_reconciliation_item (
      organization_id uuid NOT NULL,
      reconciliation_id uuid NOT NULL,
      item_number integer NOT NULL,
      legal_entity_id uuid NOT NULL,
      -- Of a match, the first of its lines; null where the bank took back later what it had booked in error.
      ledger_line_id uuid,
      match_id uuid,
      item_date date NOT NULL,
      amount numeric NOT NULL CHECK (amount <> 0),
      PRIMARY KEY (organization_id, reconciliation_id, item_number),
      CONSTRAINT bank_reconciliation_item_fk FOREIGN KEY (organization_id, reconciliation_id)
        REFERENCES accounting.bank_reconciliation (organization_id, id)
    );
    CALL platform.protect_table('accounting.bank_reconciliation_item', 'derived');
    CALL platform.wall_legal_entity_of_many('accounting.bank_reconciliation_item');

    CREATE INDEX bank_match_standing_position_idx
      ON accounting.bank_match_standing (organization_id, bank_account_id, last_position);
    CREATE INDEX bank_match_standing_date_idx
      ON accounting.bank_match_standing (organization_id, bank_account_id, last_entry_date);
  `);
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What the books have up to a day and the bank has not up to a statement: lines that wait, and matches with what came
    -- later. What the bank has and the books have only later is below, with the sign turned.
    CREATE FUNCTION accounting.bank_items_on_their_way(organization uuid, account uuid, statement_position integer, day date)
      RETURNS TABLE (ledger_line_id uuid, match_id uuid, item_date date, amount numeric, booked_later boolean)
      LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
      SELECT l.id, NULL::uuid, l.entry_date, l.amount, false
      FROM accounting.bank_ledger_line l
      WHERE l.organization_id = organization AND l.bank_account_id = account AND l.match_id IS NULL AND l.entry_date <= day
      UNION ALL
      SELECT reach.first_line, reach.match_id, reach.first_date, reach.amount, reach.booked_later
      FROM (
        SELECT g.match_id,
               (array_agg(l.id ORDER BY l.entry_date, l.id) FILTER (WHERE l.id IS NOT NULL))[1] AS first_line,
               coalesce(min(l.entry_date), min(f.booked_on)) AS first_date,
               coalesce(sum(p.amount) FILTER (WHERE l.entry_date <= day), 0)
                 - coalesce(sum(p.amount) FILTER (WHERE p.ledger_line_id IS NULL AND coalesce(t.position, 0) <= statement_position), 0)
                 AS amount,
               coalesce(bool_or(l.entry_date > day)
                 AND bool_or(p.ledger_line_id IS NULL AND coalesce(t.position, 0) <= statement_position), false) AS booked_later
        FROM accounting.bank_match_standing g
        JOIN accounting.bank_match_part p ON p.organization_id = g.organization_id AND p.match_id = g.match_id
        LEFT JOIN accounting.bank_ledger_line l ON l.organization_id = p.organization_id AND l.id = p.ledger_line_id
        LEFT JOIN accounting.bank_statement_line_state s
          ON s.organization_id = p.organization_id AND s.line_id = p.statement_line_id
        LEFT JOIN accounting.bank_statement_line f ON f.organization_id = s.organization_id AND f.id = s.line_id
        LEFT JOIN accounting.bank_statement_standing t
          ON t.organization_id = s.organization_id AND t.statement_id = s.statement_id
        WHERE g.organization_id = organization AND g.bank_account_id = account
          AND (g.last_position > statement_position OR g.last_entry_date > day)
        GROUP BY g.match_id) reach
      WHERE reach.amount <> 0
    $$;

    CREATE FUNCTION accounting.signed_off_position(organization uuid, account uuid) RETURNS integer
      LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
      SELECT max(r.position) FROM accounting.bank_reconciliation r
      WHERE r.organization_id = organization AND r.bank_account_id = account AND r.status = 'signed_off'
    $$;

    -- Proves the figures from the lines, while nobody matches or takes back.
    CREATE FUNCTION accounting.check_bank_reconciliation() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      statement accounting.bank_statement;
      told record;
      books numeric;
    BEGIN
      PERFORM FROM accounting.bank_account b
        WHERE b.organization_id = NEW.organization_id AND b.id = NEW.bank_account_id FOR UPDATE;
      NEW.signed_off_at := clock_timestamp();
      PERFORM FROM accounting.bank_reconciliation r
        WHERE r.organization_id = NEW.organization_id AND r.bank_account_id = NEW.bank_account_id AND r.status = 'signed_off'
          AND (r.position >= NEW.position OR r.reconciled_on > NEW.reconciled_on);
      IF FOUND OR NEW.status <> 'signed_off' THEN
        RAISE EXCEPTION USING ERRCODE = 'BU547', MESSAGE = 'A bank account is signed off one day after the other.';
      END IF;
      SELECT s.* INTO statement FROM accounting.bank_statement_standing g
        JOIN accounting.bank_statement s ON s.organization_id = g.organization_id AND s.id = g.statement_id
        WHERE g.organization_id = NEW.organization_id AND g.bank_account_id = NEW.bank_account_id
          AND g.position = NEW.position AND g.statement_id = NEW.statement_id;
      IF statement.closing_balance IS DISTINCT FROM NEW.statement_balance OR statement.to_on > NEW.reconciled_on THEN
        RAISE EXCEPTION USING ERRCODE = 'BU546', MESSAGE = 'A bank account is signed off with the balance of a statement up to the day.';
      END IF;
      PERFORM FROM accounting.bank_statement_line_state s
        JOIN accounting.bank_statement_standing g
          ON g.organization_id = s.organization_id AND g.statement_id = s.statement_id AND g.position <= NEW.position
        WHERE s.organization_id = NEW.organization_id AND s.bank_account_id = NEW.bank_account_id AND s.status = 'unmatched';
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU546', MESSAGE = 'Lines of the statements up to the day are not matched.';
      END IF;
      SELECT coalesce(sum(i.amount) FILTER (WHERE i.amount > 0), 0) AS in_transit,
             coalesce(-sum(i.amount) FILTER (WHERE i.amount < 0), 0) AS outstanding,
             coalesce(bool_or(i.booked_later), false) AS booked_later
        INTO told
        FROM accounting.bank_items_on_their_way(NEW.organization_id, NEW.bank_account_id, NEW.position, NEW.reconciled_on) i;
      SELECT coalesce(sum(l.amount), 0) INTO books FROM accounting.bank_ledger_line l
        WHERE l.organization_id = NEW.organization_id AND l.bank_account_id = NEW.bank_account_id
          AND l.entry_date <= NEW.reconciled_on;
      IF told.booked_later THEN
        RAISE EXCEPTION USING ERRCODE = 'BU546', MESSAGE = 'A line of the statements is matched with an entry of a later day.';
      END IF;
      IF (told.in_transit, told.outstanding, books)
         IS DISTINCT FROM (NEW.deposits_in_transit, NEW.outstanding_payments, NEW.book_balance) THEN
        RAISE EXCEPTION USING ERRCODE = 'BU546', MESSAGE = 'The figures are not those of the lines; read them again.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_bank_reconciliation BEFORE INSERT ON accounting.bank_reconciliation
      FOR EACH ROW EXECUTE FUNCTION accounting.check_bank_reconciliation();

    -- Runs as the owner, because nobody else may write items.
    CREATE FUNCTION accounting.list_bank_reconciliation_items() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      INSERT INTO accounting.bank_reconciliation_item
        (organization_id, reconciliation_id, item_number, legal_entity_id, ledger_line_id, match_id, item_date, amount)
        SELECT NEW.organization_id, NEW.id, row_number() OVER (ORDER BY i.item_date, i.ledger_line_id, i.match_id), NEW.legal_entity_id,
               i.ledger_line_id, i.match_id, i.item_date, i.amount
        FROM accounting.bank_items_on_their_way(NEW.organization_id, NEW.bank_account_id, NEW.position, NEW.reconciled_on) i;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.list_bank_reconciliation_items() FROM PUBLIC;
    CREATE TRIGGER list_bank_reconciliation_items AFTER INSERT ON accounting.bank_reconciliation
      FOR EACH ROW EXECUTE FUNCTION accounting.list_bank_reconciliation_items();

    CREATE FUNCTION accounting.check_bank_reopening() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.bank_account b
        WHERE b.organization_id = NEW.organization_id AND b.id = NEW.bank_account_id FOR UPDATE;
      IF OLD.status <> 'signed_off'
         OR accounting.signed_off_position(NEW.organization_id, NEW.bank_account_id) > NEW.position THEN
        RAISE EXCEPTION USING ERRCODE = 'BU547', MESSAGE = 'The last sign-off of a bank account is reopened, once.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_bank_reopening BEFORE UPDATE ON accounting.bank_reconciliation
      FOR EACH ROW EXECUTE FUNCTION accounting.check_bank_reopening();
  `);
}

async function createFreezing(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What was matched when a bank account was signed off stays, up to the statement of the sign-off.
    CREATE FUNCTION accounting.keep_reconciled_match() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.bank_account b
        WHERE b.organization_id = NEW.organization_id AND b.id = NEW.bank_account_id FOR KEY SHARE;
      PERFORM FROM accounting.bank_match_standing g
        JOIN accounting.bank_match m ON m.organization_id = g.organization_id AND m.id = g.match_id
        JOIN accounting.bank_reconciliation r
          ON r.organization_id = g.organization_id AND r.bank_account_id = g.bank_account_id AND r.status = 'signed_off'
        WHERE g.organization_id = NEW.organization_id AND g.match_id = NEW.undoes
          AND (g.is_opening OR g.first_position <= r.position
               OR (g.first_position IS NULL AND g.last_entry_date <= r.reconciled_on AND m.created_at <= r.signed_off_at));
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU545', MESSAGE =
          'The bank account is signed off with this match; reopen the sign-off first.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER keep_reconciled_match BEFORE INSERT ON accounting.bank_match
      FOR EACH ROW WHEN (NEW.undoes IS NOT NULL) EXECUTE FUNCTION accounting.keep_reconciled_match();

    CREATE FUNCTION accounting.keep_reconciled_line() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.bank_account b
        WHERE b.organization_id = NEW.organization_id AND b.id = NEW.bank_account_id FOR KEY SHARE;
      PERFORM FROM accounting.bank_statement_standing g
        WHERE g.organization_id = NEW.organization_id AND g.statement_id = NEW.statement_id
          AND g.position <= accounting.signed_off_position(NEW.organization_id, NEW.bank_account_id);
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU545', MESSAGE =
          'The bank account is signed off up to the statement of this line; reopen the sign-off first.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER keep_reconciled_line BEFORE UPDATE OF status ON accounting.bank_statement_line_state
      FOR EACH ROW WHEN (OLD.status IN ('excluded', 'matched') AND NEW.status <> OLD.status)
      EXECUTE FUNCTION accounting.keep_reconciled_line();

    CREATE FUNCTION accounting.keep_reconciled_statement() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      IF platform.is_emptying() THEN RETURN OLD; END IF;
      IF OLD.position <= accounting.signed_off_position(OLD.organization_id, OLD.bank_account_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'BU545', MESSAGE =
          'The bank account is signed off with this statement; reopen the sign-off first.';
      END IF;
      RETURN OLD;
    END $$;
    CREATE TRIGGER keep_reconciled_statement BEFORE DELETE ON accounting.bank_statement_standing
      FOR EACH ROW EXECUTE FUNCTION accounting.keep_reconciled_statement();
  `);
}

/** Bank accounts that were signed off at a day: the books are what the bank says, but for what is on its way. */
export class AccountingBankReconciliation1764400072000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createRules(runner);
    await createFreezing(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_reconciled_match ON accounting.bank_match;
      DROP TRIGGER keep_reconciled_line ON accounting.bank_statement_line_state;
      DROP TRIGGER keep_reconciled_statement ON accounting.bank_statement_standing;
      DROP TABLE accounting.bank_reconciliation_item, accounting.bank_reconciliation;
      DROP INDEX accounting.bank_match_standing_position_idx, accounting.bank_match_standing_date_idx;
      DROP FUNCTION accounting.check_bank_reconciliation(), accounting.list_bank_reconciliation_items(),
                    accounting.check_bank_reopening(), accounting.keep_reconciled_match(),
                    accounting.keep_reconciled_line(), accounting.keep_reconciled_statement(),
                    accounting.signed_off_position(uuid, uuid), accounting.bank_items_on_their_way(uuid, uuid, integer, date);
    `);
  }
}
