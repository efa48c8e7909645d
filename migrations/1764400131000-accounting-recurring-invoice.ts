import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- An invoice that comes back: what it says, and when.
    CREATE TABLE accounting.recurring_invoice (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      party_id uuid NOT NULL,
      name text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 200),
      mode text NOT NULL CHECK (mode IN ('issue', 'draft')),
      -- What day the documents have: the date of the schedule, or the day on which they are made.
      dating text NOT NULL CHECK (dating IN ('due_date', 'run_date')),
      content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
      frequency text NOT NULL CHECK (frequency IN ('weekly', 'monthly', 'quarterly', 'yearly')),
      starts_on date NOT NULL,
      month_end boolean NOT NULL,
      ends_on date,
      occurrences integer CHECK (occurrences >= 1 AND occurrences <= 10000),
      status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'ended')),
      -- How many dates of the schedule are behind it, and the next one.
      passed integer NOT NULL DEFAULT 0 CHECK (passed >= 0),
      next_on date,
      -- Why the next date was refused, and since when.
      refusal_code text CHECK (length(refusal_code) >= 1 AND length(refusal_code) <= 100),
      refusal text CHECK (length(refusal) >= 1 AND length(refusal) <= 1000),
      refused_at timestamptz,
      -- Who set it up or changed it last; the person is told where it cannot go on.
      responsible_id uuid NOT NULL,
      responsible_person_id uuid,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT recurring_invoice_entity_key UNIQUE (organization_id, legal_entity_id, id),
      CONSTRAINT recurring_invoice_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
        REFERENCES accounting.party (organization_id, legal_entity_id, id),
      CONSTRAINT recurring_invoice_ended_without_next CHECK ((status = 'ended') = (next_on IS NULL)),
      CONSTRAINT recurring_invoice_end_after_start CHECK (ends_on >= starts_on),
      CONSTRAINT recurring_invoice_month_end CHECK (NOT month_end OR frequency <> 'weekly'),
      CONSTRAINT recurring_invoice_refusal_whole CHECK (num_nonnulls(refusal_code, refusal, refused_at) IN (0, 3))
    );
    CREATE INDEX recurring_invoice_due_idx ON accounting.recurring_invoice (organization_id, next_on, id)
      WHERE status = 'active';
    CREATE INDEX recurring_invoice_party_idx ON accounting.recurring_invoice (organization_id, party_id);
    CREATE INDEX recurring_invoice_updated_idx ON accounting.recurring_invoice (organization_id, updated_at, id);
    CALL platform.protect_table('accounting.recurring_invoice', 'mutable');
    CALL platform.wall_legal_entity('accounting.recurring_invoice');
    GRANT UPDATE (party_id, name, mode, dating, content, ends_on, occurrences, status, passed, next_on, refusal_code, refusal,
                  refused_at, responsible_id, responsible_person_id, version, updated_at)
      ON accounting.recurring_invoice TO bureau_app;
    CREATE POLICY relay ON accounting.recurring_invoice FOR SELECT TO bureau_relay USING (true);
    GRANT SELECT (organization_id, status) ON accounting.recurring_invoice TO bureau_relay;

    -- What came of each date: one invoice or draft, for ever; a draft may be deleted afterwards.
    CREATE TABLE accounting.recurring_invoice_run (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      recurring_id uuid NOT NULL,
      due_on date NOT NULL,
      document_id uuid,
      draft_id uuid,
      actor_id uuid NOT NULL,
      ran_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT recurring_invoice_run_due_key UNIQUE (organization_id, recurring_id, due_on),
      CONSTRAINT recurring_invoice_run_document_key UNIQUE (organization_id, document_id),
      CONSTRAINT recurring_invoice_run_recurring_fk FOREIGN KEY (organization_id, legal_entity_id, recurring_id)
        REFERENCES accounting.recurring_invoice (organization_id, legal_entity_id, id),
      CONSTRAINT recurring_invoice_run_document_fk FOREIGN KEY (organization_id, document_id)
        REFERENCES accounting.sales_document (organization_id, id),
      CONSTRAINT recurring_invoice_run_one_result CHECK (num_nonnulls(document_id, draft_id) = 1)
    );
    CREATE INDEX recurring_invoice_run_ran_idx ON accounting.recurring_invoice_run (organization_id, due_on, id);
    CALL platform.protect_table('accounting.recurring_invoice_run', 'append_only');
    CALL platform.wall_legal_entity('accounting.recurring_invoice_run');
  `);
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION accounting.check_recurring_invoice() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.status = 'ended' THEN
        RAISE EXCEPTION USING ERRCODE = 'BU598', MESSAGE = 'A recurring invoice that has ended stays so; set up another one.';
      ELSIF NEW.next_on < OLD.next_on OR NEW.passed < OLD.passed THEN
        RAISE EXCEPTION USING ERRCODE = 'BU598', MESSAGE = 'A recurring invoice never goes back to a date that is behind it.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_recurring_invoice BEFORE UPDATE ON accounting.recurring_invoice
      FOR EACH ROW EXECUTE FUNCTION accounting.check_recurring_invoice();

    CREATE FUNCTION accounting.check_recurring_invoice_run() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      recurring accounting.recurring_invoice;
    BEGIN
      SELECT * INTO recurring FROM accounting.recurring_invoice r
        WHERE r.organization_id = NEW.organization_id AND r.id = NEW.recurring_id FOR SHARE;
      IF recurring.status IS DISTINCT FROM 'active' OR NEW.due_on IS DISTINCT FROM recurring.next_on THEN
        RAISE EXCEPTION USING ERRCODE = 'BU599', MESSAGE = 'An active recurring invoice runs for its next date.';
      END IF;
      IF NEW.document_id IS NULL THEN RETURN NEW; END IF;
      PERFORM FROM accounting.sales_document d
        JOIN accounting.party p ON p.organization_id = d.organization_id AND p.id = d.party_id
        JOIN accounting.party o ON o.organization_id = recurring.organization_id AND o.id = recurring.party_id
        WHERE d.organization_id = NEW.organization_id AND d.id = NEW.document_id AND d.kind = 'invoice'
          AND d.legal_entity_id = NEW.legal_entity_id
          AND coalesce(p.survivor_id, p.id) = coalesce(o.survivor_id, o.id);
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU599', MESSAGE = 'What comes of a recurring invoice is an invoice to its customer.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_recurring_invoice_run BEFORE INSERT ON accounting.recurring_invoice_run
      FOR EACH ROW EXECUTE FUNCTION accounting.check_recurring_invoice_run();
  `);
}

/** Invoices that come back on a schedule, and what came of each date. */
export class AccountingRecurringInvoice1764400131000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createRules(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.recurring_invoice_run, accounting.recurring_invoice;
      DROP FUNCTION accounting.check_recurring_invoice_run(), accounting.check_recurring_invoice();
    `);
  }
}
