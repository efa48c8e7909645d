import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accruals: entries that are to be reversed on a later date, and what has become of it. */
export class AccountingScheduledReversal1764200042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.scheduled_reversal (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        reverses_on date NOT NULL,
        status text NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'done', 'cancelled')),
        reversal_id uuid,
        -- Why the last attempt was refused, and since when it has been for this reason.
        refusal_code text CHECK (length(refusal_code) BETWEEN 1 AND 100),
        refusal text CHECK (length(refusal) BETWEEN 1 AND 1000),
        refused_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT scheduled_reversal_entry_key UNIQUE (organization_id, entry_id),
        -- Checked at the end: entries come with the last statement of a posting.
        CONSTRAINT scheduled_reversal_entry_fk FOREIGN KEY (organization_id, entry_id)
          REFERENCES accounting.journal_entry (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT scheduled_reversal_reversal_fk FOREIGN KEY (organization_id, reversal_id)
          REFERENCES accounting.journal_entry (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT scheduled_reversal_done_by CHECK ((status = 'done') = (reversal_id IS NOT NULL)),
        CONSTRAINT scheduled_reversal_refusal_whole CHECK (
          num_nonnulls(refusal_code, refusal, refused_at) IN (0, 3) AND (status = 'scheduled' OR refusal IS NULL))
      );
      CREATE INDEX scheduled_reversal_due_idx ON accounting.scheduled_reversal (organization_id, reverses_on, id)
        WHERE status = 'scheduled';
      CREATE INDEX scheduled_reversal_date_idx ON accounting.scheduled_reversal (organization_id, reverses_on, id);
      CALL platform.protect_table('accounting.scheduled_reversal', 'mutable');
      GRANT UPDATE (reverses_on, status, reversal_id, refusal_code, refusal, refused_at, version, updated_at)
        ON accounting.scheduled_reversal TO bureau_app;
      -- The relay finds out where reversals wait, across organizations, and reads nothing of what they are.
      CREATE POLICY relay ON accounting.scheduled_reversal FOR SELECT TO bureau_relay USING (true);
      GRANT USAGE ON SCHEMA accounting TO bureau_relay;
      GRANT SELECT (organization_id, status) ON accounting.scheduled_reversal TO bureau_relay;

      CREATE FUNCTION accounting.keep_settled_reversal() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU151', MESSAGE = 'A reversal that was carried out or cancelled stays so.';
      END $$;
      CREATE TRIGGER keep_settled_reversal BEFORE UPDATE ON accounting.scheduled_reversal
        FOR EACH ROW WHEN (OLD.status <> 'scheduled') EXECUTE FUNCTION accounting.keep_settled_reversal();

      -- At the commit, when all entries are there.
      CREATE FUNCTION accounting.check_scheduled_reversal() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.journal_entry e
          WHERE e.organization_id = NEW.organization_id AND e.id = NEW.entry_id
            AND e.legal_entity_id = NEW.legal_entity_id AND e.entry_date < NEW.reverses_on AND e.reversal_of IS NULL;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU152',
            MESSAGE = 'An entry of the legal entity that is no reversal is reversed after its own date.';
        END IF;
        PERFORM FROM accounting.journal_entry r
          WHERE NEW.reversal_id IS NOT NULL AND r.organization_id = NEW.organization_id AND r.id = NEW.reversal_id
            AND r.reversal_of IS DISTINCT FROM NEW.entry_id;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU152', MESSAGE = 'A scheduled reversal is carried out by the reversal of its entry.';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER check_scheduled_reversal AFTER INSERT OR UPDATE ON accounting.scheduled_reversal
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_scheduled_reversal();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.scheduled_reversal;
      DROP FUNCTION accounting.check_scheduled_reversal(), accounting.keep_settled_reversal();
      REVOKE USAGE ON SCHEMA accounting FROM bureau_relay;
    `);
  }
}
