import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- When what a line charges is served (BT-134 and BT-135 of EN 16931); and how it is deferred, where it is.
    ALTER TABLE accounting.sales_document_line
      ADD COLUMN service_from date,
      ADD COLUMN service_through date,
      ADD COLUMN deferral text CHECK (deferral IN ('by_day', 'by_month', 'prorated')),
      ADD COLUMN deferred_account_id uuid,
      -- The line of the entry that posts it to the deferred account.
      ADD COLUMN deferred_line_number integer CHECK (deferred_line_number >= 1),
      ADD CONSTRAINT sales_document_line_service CHECK (
        (service_from IS NULL) = (service_through IS NULL) AND (service_from IS NULL OR
          (service_through >= service_from AND service_through <= service_from + 3660))),
      ADD CONSTRAINT sales_document_line_deferral CHECK (
        (deferral IS NULL) = (deferred_account_id IS NULL) AND (deferral IS NULL OR service_from IS NOT NULL)
        AND (deferred_line_number IS NULL) = (deferral IS NULL OR net = 0)),
      ADD CONSTRAINT sales_document_line_deferred_account_fk
        FOREIGN KEY (organization_id, legal_entity_id, deferred_account_id)
        REFERENCES accounting.account (organization_id, legal_entity_id, id);

    -- What a line of an invoice charges before it is earned.
    CREATE TABLE accounting.deferral_schedule (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      document_id uuid NOT NULL,
      position integer NOT NULL,
      account_id uuid NOT NULL,
      revenue_account_id uuid NOT NULL,
      dimensions jsonb NOT NULL CHECK (jsonb_typeof(dimensions) = 'array'),
      method text NOT NULL CHECK (method IN ('by_day', 'by_month', 'prorated')),
      service_from date NOT NULL,
      service_through date NOT NULL,
      currency text NOT NULL REFERENCES platform.currency (code),
      amount numeric NOT NULL CHECK (amount <> 0),
      functional_amount numeric NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT deferral_schedule_line_key UNIQUE (organization_id, document_id, position),
      CONSTRAINT deferral_schedule_entity_key UNIQUE (organization_id, legal_entity_id, id),
      CONSTRAINT deferral_schedule_line_fk FOREIGN KEY (organization_id, document_id, position)
        REFERENCES accounting.sales_document_line (organization_id, document_id, position)
    );
    CREATE INDEX deferral_schedule_created_idx ON accounting.deferral_schedule (organization_id, created_at, id);
    CREATE INDEX deferral_schedule_service_idx ON accounting.deferral_schedule (organization_id, service_from, id);
    CREATE INDEX deferral_schedule_account_idx ON accounting.deferral_schedule (organization_id, account_id);
    CALL platform.protect_table('accounting.deferral_schedule', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.deferral_schedule');

    -- What of it is earned in one month: as its invoice says, and what a credit note changes of that.
    CREATE TABLE accounting.deferral_part (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      schedule_id uuid NOT NULL,
      document_id uuid NOT NULL,
      month date NOT NULL CHECK (extract(day FROM month) = 1),
      due_on date NOT NULL,
      amount numeric NOT NULL,
      functional_amount numeric NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT deferral_part_month_key UNIQUE (organization_id, schedule_id, document_id, month),
      CONSTRAINT deferral_part_due CHECK (due_on >= month),
      CONSTRAINT deferral_part_schedule_fk FOREIGN KEY (organization_id, legal_entity_id, schedule_id)
        REFERENCES accounting.deferral_schedule (organization_id, legal_entity_id, id),
      CONSTRAINT deferral_part_document_fk FOREIGN KEY (organization_id, document_id)
        REFERENCES accounting.sales_document (organization_id, id)
    );
    CREATE INDEX deferral_part_due_idx ON accounting.deferral_part (organization_id, legal_entity_id, due_on, id);
    CREATE INDEX deferral_part_document_idx ON accounting.deferral_part (organization_id, document_id);
    CALL platform.protect_table('accounting.deferral_part', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.deferral_part');
    -- The relay finds out where revenue waits, across organizations, and reads nothing of what it is.
    CREATE POLICY relay ON accounting.deferral_part FOR SELECT TO bureau_relay USING (true);
    GRANT SELECT (organization_id) ON accounting.deferral_part TO bureau_relay;

    -- An entry that takes parts from the deferred account to revenue.
    CREATE TABLE accounting.deferral_recognition (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      recognized_on date NOT NULL,
      entry_id uuid NOT NULL,
      actor_id uuid NOT NULL,
      action text NOT NULL,
      request_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT deferral_recognition_entity_key UNIQUE (organization_id, legal_entity_id, id),
      CONSTRAINT deferral_recognition_entry_key UNIQUE (organization_id, entry_id),
      CONSTRAINT deferral_recognition_entry_fk FOREIGN KEY (organization_id, entry_id)
        REFERENCES accounting.journal_entry (organization_id, id)
    );
    CREATE INDEX deferral_recognition_on_idx ON accounting.deferral_recognition (organization_id, legal_entity_id, recognized_on);
    CALL platform.protect_table('accounting.deferral_recognition', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.deferral_recognition');

    -- No part is recognized twice: its id is the key. Parts come before the entry that their sums make.
    CREATE TABLE accounting.deferral_recognized_part (
      organization_id uuid NOT NULL,
      part_id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      recognition_id uuid NOT NULL,
      CONSTRAINT deferral_recognized_part_pkey PRIMARY KEY (organization_id, part_id),
      CONSTRAINT deferral_recognized_part_fk FOREIGN KEY (organization_id, part_id)
        REFERENCES accounting.deferral_part (organization_id, id),
      CONSTRAINT deferral_recognized_part_recognition_fk FOREIGN KEY (organization_id, legal_entity_id, recognition_id)
        REFERENCES accounting.deferral_recognition (organization_id, legal_entity_id, id) DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX deferral_recognized_part_recognition_idx
      ON accounting.deferral_recognized_part (organization_id, recognition_id);
    CALL platform.protect_table('accounting.deferral_recognized_part', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.deferral_recognized_part');
  `);
}

async function createRulesOfSchedules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Schedules come with their invoice, and change with a credit note of it alone.
    CREATE FUNCTION accounting.check_new_deferral_schedules() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM new_schedules n
        JOIN accounting.sales_document d ON d.organization_id = n.organization_id AND d.id = n.document_id
        WHERE d.issued_at <> now() OR d.kind <> 'invoice' OR d.legal_entity_id <> n.legal_entity_id OR d.currency <> n.currency;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU610', MESSAGE = 'A deferral comes with the invoice whose line is deferred.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER check_new_deferral_schedules AFTER INSERT ON accounting.deferral_schedule
      REFERENCING NEW TABLE AS new_schedules FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_deferral_schedules();

    CREATE FUNCTION accounting.check_new_deferral_parts() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM new_parts n
        JOIN accounting.deferral_schedule s ON s.organization_id = n.organization_id AND s.id = n.schedule_id
        JOIN accounting.sales_document d ON d.organization_id = n.organization_id AND d.id = n.document_id
        WHERE d.issued_at <> now() OR n.due_on < d.issued_on
           OR n.month < date_trunc('month', s.service_from)::date OR n.month > s.service_through
           OR NOT EXISTS (
             SELECT FROM accounting.sales_document_line l
             WHERE l.organization_id = d.organization_id AND l.document_id = d.id AND l.deferral IS NOT NULL
               AND ((d.id = s.document_id AND l.position = s.position)
                    OR (d.credits_id = s.document_id AND l.credits_position = s.position)));
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU610',
          MESSAGE = 'Parts of a deferral come with its invoice or with a credit note of it, for months of the service.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER check_new_deferral_parts AFTER INSERT ON accounting.deferral_part
      REFERENCING NEW TABLE AS new_parts FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_deferral_parts();

    -- What a line posts to the deferred account is what its parts sum to, in both currencies.
    CREATE FUNCTION accounting.check_deferral_of_line() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
    DECLARE
      fits boolean;
    BEGIN
      SELECT j.account_id = NEW.deferred_account_id AND s.account_id = NEW.deferred_account_id
             AND s.revenue_account_id = NEW.account_id AND s.dimensions = NEW.dimensions
             AND (s.method, s.service_from, s.service_through) = (NEW.deferral, NEW.service_from, NEW.service_through)
             AND (d.kind = 'credit_note' OR (s.amount, s.functional_amount) = (NEW.net, j.functional_credit - j.functional_debit))
             AND j.credit - j.debit = CASE d.kind WHEN 'invoice' THEN NEW.net ELSE -NEW.net END
             AND (SELECT (sum(p.amount), sum(p.functional_amount)) FROM accounting.deferral_part p
                  WHERE p.organization_id = s.organization_id AND p.schedule_id = s.id AND p.document_id = NEW.document_id)
               = (j.credit - j.debit, j.functional_credit - j.functional_debit)
        INTO fits
        FROM accounting.sales_document d
        JOIN accounting.journal_line j ON j.organization_id = d.organization_id AND j.entry_id = d.entry_id
          AND j.line_number = NEW.deferred_line_number
        JOIN accounting.deferral_schedule s ON s.organization_id = d.organization_id
          AND s.document_id = coalesce(d.credits_id, d.id) AND s.position = coalesce(NEW.credits_position, NEW.position)
        WHERE d.organization_id = NEW.organization_id AND d.id = NEW.document_id;
      IF fits IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = 'BU611',
          MESSAGE = 'The parts of a deferral sum to what its line posts to the deferred account.';
      END IF;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.check_deferral_of_line() FROM PUBLIC;
    CREATE CONSTRAINT TRIGGER check_deferral_of_line AFTER INSERT ON accounting.sales_document_line
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.deferred_line_number IS NOT NULL)
      EXECUTE FUNCTION accounting.check_deferral_of_line();
  `);
}

async function createRulesOfRecognition(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Nothing joins what was recognized by an earlier entry.
    CREATE FUNCTION accounting.check_new_recognized_parts() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM new_parts n
        JOIN accounting.deferral_recognition r ON r.organization_id = n.organization_id AND r.id = n.recognition_id
        WHERE r.created_at <> now();
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU612', MESSAGE = 'What an entry recognizes stays as it is.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER check_new_recognized_parts AFTER INSERT ON accounting.deferral_recognized_part
      REFERENCING NEW TABLE AS new_parts FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_recognized_parts();

    -- The entry says what its parts sum to, account by account, and no part is recognized before it is due.
    CREATE FUNCTION accounting.check_deferral_recognition() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      PERFORM FROM accounting.journal_entry e
        WHERE e.organization_id = NEW.organization_id AND e.id = NEW.entry_id AND e.origin = 'deferral'
          AND e.origin_id = NEW.id AND e.legal_entity_id = NEW.legal_entity_id AND e.entry_date = NEW.recognized_on
          AND e.reversal_of IS NULL;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU612', MESSAGE = 'The entry is not that of what is recognized.';
      END IF;
      PERFORM FROM (
          SELECT a.account_id, sum(a.amount) AS amount, max(a.due_on) AS due_on
          FROM accounting.deferral_recognized_part r
          JOIN accounting.deferral_part p ON p.organization_id = r.organization_id AND p.id = r.part_id
          JOIN accounting.deferral_schedule s ON s.organization_id = p.organization_id AND s.id = p.schedule_id
          CROSS JOIN LATERAL (VALUES (s.account_id, -p.functional_amount, p.due_on),
                                     (s.revenue_account_id, p.functional_amount, p.due_on)) AS a (account_id, amount, due_on)
          WHERE r.organization_id = NEW.organization_id AND r.recognition_id = NEW.id
            AND p.legal_entity_id = NEW.legal_entity_id
          GROUP BY a.account_id) said
        FULL JOIN (
          SELECT l.account_id, sum(l.functional_credit - l.functional_debit) AS amount FROM accounting.journal_line l
          WHERE l.organization_id = NEW.organization_id AND l.entry_id = NEW.entry_id GROUP BY l.account_id) posted
          USING (account_id)
        WHERE coalesce(said.amount, 0) <> coalesce(posted.amount, 0) OR said.due_on > NEW.recognized_on;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU612', MESSAGE = 'The entry does not post what its parts sum to, when they are due.';
      END IF;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.check_deferral_recognition() FROM PUBLIC;
    CREATE CONSTRAINT TRIGGER check_deferral_recognition AFTER INSERT ON accounting.deferral_recognition
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_deferral_recognition();

    -- An entry that says it recognizes revenue does; it is taken back by a credit note, not by its mirror.
    CREATE FUNCTION accounting.check_entry_of_deferral() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      PERFORM FROM accounting.deferral_recognition r
        WHERE r.organization_id = NEW.organization_id AND r.id = NEW.origin_id AND r.entry_id = NEW.id;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU612', MESSAGE = 'An entry that recognizes revenue is of parts of deferrals.';
      END IF;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.check_entry_of_deferral() FROM PUBLIC;
    CREATE CONSTRAINT TRIGGER check_entry_of_deferral AFTER INSERT ON accounting.journal_entry
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'deferral')
      EXECUTE FUNCTION accounting.check_entry_of_deferral();
  `);
}

/** Deferred revenue: what lines of invoices charge before it is earned, month by month, and the entries that recognize it. */
export class AccountingDeferral1764400140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createRulesOfSchedules(runner);
    await createRulesOfRecognition(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_entry_of_deferral ON accounting.journal_entry;
      DROP TRIGGER check_deferral_of_line ON accounting.sales_document_line;
      DROP TABLE accounting.deferral_recognized_part, accounting.deferral_recognition, accounting.deferral_part,
                 accounting.deferral_schedule;
      DROP FUNCTION accounting.check_entry_of_deferral(), accounting.check_deferral_recognition(),
                    accounting.check_new_recognized_parts(), accounting.check_deferral_of_line(),
                    accounting.check_new_deferral_parts(), accounting.check_new_deferral_schedules();
      ALTER TABLE accounting.sales_document_line
        DROP COLUMN service_from, DROP COLUMN service_through, DROP COLUMN deferral, DROP COLUMN deferred_account_id,
        DROP COLUMN deferred_line_number;
    `);
  }
}
