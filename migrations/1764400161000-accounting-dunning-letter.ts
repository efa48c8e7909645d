import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- A day of reminding: a draft says who and what is left out; its letters come with the confirmation.
    CREATE TABLE accounting.dunning_run (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      run_on date NOT NULL,
      includes_parties_on_hold boolean NOT NULL,
      -- Of a party in a currency, or of one item; each with a reason.
      exclusions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(exclusions) = 'array'),
      status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'confirmed')),
      confirmed_by uuid,
      confirmed_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT dunning_run_entity_key UNIQUE (organization_id, legal_entity_id, id),
      CONSTRAINT dunning_run_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
        REFERENCES administration.legal_entity (organization_id, id),
      CONSTRAINT dunning_run_confirmed CHECK (
        (status = 'confirmed') = (confirmed_at IS NOT NULL) AND (confirmed_at IS NULL) = (confirmed_by IS NULL))
    );
    CREATE INDEX dunning_run_date_idx ON accounting.dunning_run (organization_id, run_on, id);
    CALL platform.protect_table('accounting.dunning_run', 'mutable');
    CALL platform.wall_legal_entity('accounting.dunning_run');
    GRANT UPDATE (run_on, includes_parties_on_hold, exclusions, status, confirmed_by, confirmed_at, version, updated_at), DELETE
      ON accounting.dunning_run TO bureau_app;

    -- What a customer was reminded of in one currency, as it was written. Charges are posted by the entry, if there is one.
    CREATE TABLE accounting.dunning_letter (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      run_id uuid NOT NULL,
      party_id uuid NOT NULL,
      level_id uuid NOT NULL,
      level integer NOT NULL,
      issued_on date NOT NULL,
      pay_by date NOT NULL,
      currency text NOT NULL REFERENCES platform.currency (code),
      language text NOT NULL CHECK (length(language) >= 2 AND length(language) <= 12),
      overdue_amount numeric NOT NULL CHECK (overdue_amount > 0),
      credit_amount numeric NOT NULL CHECK (credit_amount >= 0),
      fee numeric NOT NULL CHECK (fee >= 0 AND fee < 1e18),
      interest numeric NOT NULL CHECK (interest >= 0 AND interest < 1e18),
      posts_charges boolean NOT NULL,
      entry_id uuid,
      -- Who writes to whom, and the words.
      content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
      actor_id uuid NOT NULL,
      action text NOT NULL,
      request_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT dunning_letter_entity_key UNIQUE (organization_id, legal_entity_id, id),
      CONSTRAINT dunning_letter_party_key UNIQUE (organization_id, run_id, party_id, currency),
      CONSTRAINT dunning_letter_run_fk FOREIGN KEY (organization_id, legal_entity_id, run_id)
        REFERENCES accounting.dunning_run (organization_id, legal_entity_id, id),
      CONSTRAINT dunning_letter_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
        REFERENCES accounting.party (organization_id, legal_entity_id, id),
      CONSTRAINT dunning_letter_level_fk FOREIGN KEY (organization_id, legal_entity_id, level_id, level)
        REFERENCES accounting.dunning_level (organization_id, legal_entity_id, id, level),
      CONSTRAINT dunning_letter_entry_fk FOREIGN KEY (organization_id, entry_id)
        REFERENCES accounting.journal_entry (organization_id, id),
      CONSTRAINT dunning_letter_is_owed CHECK (overdue_amount > credit_amount),
      CONSTRAINT dunning_letter_pay_by CHECK (pay_by >= issued_on),
      CONSTRAINT dunning_letter_charges CHECK ((entry_id IS NOT NULL) = (posts_charges AND fee + interest > 0))
    );
    CREATE INDEX dunning_letter_date_idx ON accounting.dunning_letter (organization_id, issued_on, id);
    CREATE INDEX dunning_letter_party_idx ON accounting.dunning_letter (organization_id, party_id, issued_on, id);
    CALL platform.protect_table('accounting.dunning_letter', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.dunning_letter');

    CREATE TABLE accounting.dunning_letter_item (
      organization_id uuid NOT NULL,
      letter_id uuid NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      legal_entity_id uuid NOT NULL,
      item_id uuid NOT NULL,
      level integer NOT NULL CHECK (level >= 1),
      -- The number of its document as the letter names it.
      reference text CHECK (length(reference) <= 100),
      entry_date date NOT NULL,
      due_on date NOT NULL,
      open_amount numeric NOT NULL CHECK (open_amount > 0),
      -- For the days after the first date, through the second.
      interest numeric NOT NULL CHECK (interest >= 0),
      interest_after date,
      interest_through date,
      PRIMARY KEY (organization_id, letter_id, position),
      CONSTRAINT dunning_letter_item_key UNIQUE (organization_id, letter_id, item_id),
      CONSTRAINT dunning_letter_item_letter_fk FOREIGN KEY (organization_id, legal_entity_id, letter_id)
        REFERENCES accounting.dunning_letter (organization_id, legal_entity_id, id),
      CONSTRAINT dunning_letter_item_item_fk FOREIGN KEY (organization_id, item_id)
        REFERENCES accounting.open_item (organization_id, id),
      CONSTRAINT dunning_letter_item_interest CHECK (
        (interest_after IS NULL) = (interest_through IS NULL) AND (interest = 0 OR interest_after < interest_through))
    );
    CREATE INDEX dunning_letter_item_item_idx ON accounting.dunning_letter_item (organization_id, item_id);
    CALL platform.protect_table('accounting.dunning_letter_item', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.dunning_letter_item');

    CREATE TABLE accounting.dunning_letter_cancellation (
      organization_id uuid NOT NULL,
      letter_id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      cancelled_on date NOT NULL,
      reason text NOT NULL CHECK (length(reason) >= 1 AND length(reason) <= 500),
      actor_id uuid NOT NULL,
      action text NOT NULL,
      request_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT dunning_letter_cancellation_pkey PRIMARY KEY (organization_id, letter_id),
      CONSTRAINT dunning_letter_cancellation_letter_fk FOREIGN KEY (organization_id, legal_entity_id, letter_id)
        REFERENCES accounting.dunning_letter (organization_id, legal_entity_id, id)
    );
    CALL platform.protect_table('accounting.dunning_letter_cancellation', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.dunning_letter_cancellation');
  `);
}

async function createRunRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION accounting.check_dunning_run() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        IF OLD.status = 'confirmed' AND NOT platform.is_emptying() THEN
          RAISE EXCEPTION USING ERRCODE = 'BU631', MESSAGE = 'A dunning run that was confirmed stays as it is; cancel letters of it.';
        END IF;
        RETURN OLD;
      END IF;
      IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'draft' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU631', MESSAGE = 'A dunning run begins as a draft.';
        END IF;
        RETURN NEW;
      END IF;
      IF OLD.status = 'confirmed' THEN
        RAISE EXCEPTION USING ERRCODE = 'BU631', MESSAGE = 'A dunning run that was confirmed stays as it is; cancel letters of it.';
      END IF;
      IF NEW.status = 'confirmed' AND NEW.confirmed_at <> now() THEN
        RAISE EXCEPTION USING ERRCODE = 'BU631', MESSAGE = 'A dunning run is confirmed when it is confirmed.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_dunning_run BEFORE INSERT OR UPDATE OR DELETE ON accounting.dunning_run
      FOR EACH ROW EXECUTE FUNCTION accounting.check_dunning_run();

    CREATE FUNCTION accounting.check_new_dunning_letters() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM new_letters n
        JOIN accounting.dunning_run r ON r.organization_id = n.organization_id AND r.id = n.run_id
        WHERE r.confirmed_at IS DISTINCT FROM now() OR r.run_on <> n.issued_on;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU632', MESSAGE = 'Dunning letters come with the confirmation of their run, of its date.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER check_new_dunning_letters AFTER INSERT ON accounting.dunning_letter
      REFERENCING NEW TABLE AS new_letters FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_dunning_letters();

    -- What a letter says in sum is what its items are, and its entry posts its charges to its customer, by the end of the
    -- transaction.
    CREATE FUNCTION accounting.check_dunning_letter() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.dunning_letter_item i
        WHERE i.organization_id = NEW.organization_id AND i.letter_id = NEW.id
        HAVING (sum(i.open_amount), sum(i.interest), max(i.level)) IS DISTINCT FROM (NEW.overdue_amount, NEW.interest, NEW.level);
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU634', MESSAGE = 'A dunning letter is of the amounts, interest and highest level of its items.';
      END IF;
      IF NEW.entry_id IS NULL THEN RETURN NULL; END IF;
      PERFORM FROM accounting.journal_entry e
        WHERE e.organization_id = NEW.organization_id AND e.id = NEW.entry_id AND e.legal_entity_id = NEW.legal_entity_id
          AND e.origin = 'dunning_letter' AND e.origin_id = NEW.id AND e.entry_date = NEW.issued_on AND e.reversal_of IS NULL
          AND NEW.fee + NEW.interest IS NOT DISTINCT FROM (
            SELECT sum(i.amount) FROM accounting.open_item i
            WHERE i.organization_id = e.organization_id AND i.entry_id = e.id)
          AND NOT EXISTS (
            SELECT FROM accounting.open_item i
            JOIN accounting.party p ON p.organization_id = NEW.organization_id AND p.id = NEW.party_id
            WHERE i.organization_id = e.organization_id AND i.entry_id = e.id
              AND (i.party_id, i.currency, i.control) IS DISTINCT FROM (coalesce(p.survivor_id, p.id), NEW.currency, 'receivable'));
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU635', MESSAGE = 'The entry of a dunning letter posts its fee and interest to its customer, on its date.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER check_dunning_letter AFTER INSERT ON accounting.dunning_letter
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_dunning_letter();
  `);
}

async function createItemRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- An item is reminded of one level after the other. Whoever reminds of it, or takes that back, holds it: the second one
    -- finds what the first has done. Runs as the owner, because a lock takes the right to change.
    CREATE FUNCTION accounting.check_new_dunning_items() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
    DECLARE
      fault text;
    BEGIN
      PERFORM FROM accounting.open_item i
        WHERE (i.organization_id, i.id) IN (SELECT n.organization_id, n.item_id FROM new_items n)
        ORDER BY i.organization_id, i.id FOR NO KEY UPDATE;
      SELECT min(CASE
               WHEN d.id IS NULL OR (d.legal_entity_id, d.currency, d.control) IS DISTINCT FROM (l.legal_entity_id, l.currency, 'receivable')
                 OR d.party_id <> coalesce(p.survivor_id, p.id) OR d.open_amount <> n.open_amount
                 OR coalesce(d.due_on, d.entry_date) <> n.due_on OR n.due_on >= l.issued_on THEN
                 'BU636 A dunning letter is of what its customer has overdue in its currency.'
               WHEN l.created_at <> now() THEN 'BU636 The items of a dunning letter come with it.'
               WHEN n.level <> 1 + coalesce((
                   SELECT max(o.level) FROM accounting.dunning_letter_item o
                   WHERE o.organization_id = n.organization_id AND o.item_id = n.item_id AND o.letter_id <> n.letter_id
                     AND NOT EXISTS (
                       SELECT FROM accounting.dunning_letter_cancellation c
                       WHERE c.organization_id = o.organization_id AND c.letter_id = o.letter_id)), 0) THEN
                 'BU633 An item is reminded of one level after the other, of each once.'
             END) INTO fault
        FROM new_items n
        JOIN accounting.dunning_letter l ON l.organization_id = n.organization_id AND l.id = n.letter_id
        JOIN accounting.party p ON p.organization_id = l.organization_id AND p.id = l.party_id
        LEFT JOIN accounting.open_item d ON d.organization_id = n.organization_id AND d.id = n.item_id;
      IF fault IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
      END IF;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.check_new_dunning_items() FROM PUBLIC;
    CREATE TRIGGER check_new_dunning_items AFTER INSERT ON accounting.dunning_letter_item
      REFERENCING NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_dunning_items();

    CREATE FUNCTION accounting.check_dunning_letter_cancellation() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      PERFORM FROM accounting.open_item i
        JOIN accounting.dunning_letter_item n ON n.organization_id = i.organization_id AND n.item_id = i.id
        WHERE n.organization_id = NEW.organization_id AND n.letter_id = NEW.letter_id
        ORDER BY i.organization_id, i.id FOR NO KEY UPDATE OF i;
      PERFORM FROM accounting.dunning_letter l
        WHERE l.organization_id = NEW.organization_id AND l.id = NEW.letter_id AND l.issued_on > NEW.cancelled_on;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU637', MESSAGE = 'A dunning letter is cancelled on its date or later.';
      END IF;
      PERFORM FROM accounting.dunning_letter_item n
        JOIN accounting.dunning_letter_item o ON o.organization_id = n.organization_id AND o.item_id = n.item_id AND o.level > n.level
        WHERE n.organization_id = NEW.organization_id AND n.letter_id = NEW.letter_id
          AND NOT EXISTS (
            SELECT FROM accounting.dunning_letter_cancellation c
            WHERE c.organization_id = o.organization_id AND c.letter_id = o.letter_id);
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU637', MESSAGE = 'A later letter reminds of an item of this one; cancel that first.';
      END IF;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.check_dunning_letter_cancellation() FROM PUBLIC;
    CREATE TRIGGER check_dunning_letter_cancellation AFTER INSERT ON accounting.dunning_letter_cancellation
      FOR EACH ROW EXECUTE FUNCTION accounting.check_dunning_letter_cancellation();

    -- Its charges are taken back with it, by the end of the transaction.
    CREATE FUNCTION accounting.check_cancelled_charges() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.dunning_letter l
        LEFT JOIN accounting.journal_entry r ON r.organization_id = l.organization_id AND r.reversal_of = l.entry_id
          AND r.entry_date = NEW.cancelled_on
        WHERE l.organization_id = NEW.organization_id AND l.id = NEW.letter_id AND l.entry_id IS NOT NULL AND r.id IS NULL;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU637', MESSAGE = 'The charges of a dunning letter are reversed with it, on its day.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER check_cancelled_charges AFTER INSERT ON accounting.dunning_letter_cancellation
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_cancelled_charges();

    -- An entry that says it is of a letter is the one that the letter names, or reverses that of a cancelled one.
    CREATE FUNCTION accounting.check_dunning_entry() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.reversal_of IS NULL THEN
        PERFORM FROM accounting.dunning_letter l
          WHERE l.organization_id = NEW.organization_id AND l.id = NEW.origin_id AND l.entry_id = NEW.id;
      ELSE
        PERFORM FROM accounting.dunning_letter_cancellation c
          WHERE c.organization_id = NEW.organization_id AND c.letter_id = NEW.origin_id AND c.cancelled_on = NEW.entry_date;
      END IF;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU635', MESSAGE = 'An entry of a dunning letter is named by it, or reversed with it.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER check_dunning_entry AFTER INSERT ON accounting.journal_entry
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'dunning_letter')
      EXECUTE FUNCTION accounting.check_dunning_entry();
  `);
}

/** Dunning runs and their letters: which items a customer was reminded of, at which level, and what that cost. */
export class AccountingDunningLetter1764400161000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createRunRules(runner);
    await createItemRules(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_dunning_entry ON accounting.journal_entry;
      DROP TABLE accounting.dunning_letter_cancellation, accounting.dunning_letter_item, accounting.dunning_letter,
                 accounting.dunning_run;
      DROP FUNCTION accounting.check_dunning_entry(), accounting.check_cancelled_charges(),
                    accounting.check_dunning_letter_cancellation(), accounting.check_new_dunning_items(),
                    accounting.check_dunning_letter(), accounting.check_new_dunning_letters(),
                    accounting.check_dunning_run();
    `);
  }
}
