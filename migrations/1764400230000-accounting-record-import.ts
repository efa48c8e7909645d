import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- A file that brought records from the books before: customers and vendors, or what is invoiced again and again.
    CREATE TABLE accounting.record_import (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('parties', 'recurring_invoices')),
      -- Of the file and how it was read.
      sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      created integer NOT NULL CHECK (created >= 0),
      changed integer NOT NULL CHECK (changed >= 0),
      reactivated integer NOT NULL CHECK (reactivated >= 0),
      unchanged integer NOT NULL CHECK (unchanged >= 0),
      bank_accounts integer NOT NULL CHECK (bank_accounts >= 0),
      imported_by uuid NOT NULL,
      imported_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT record_import_kind_key UNIQUE (organization_id, legal_entity_id, id, kind),
      CONSTRAINT record_import_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
        REFERENCES administration.legal_entity (organization_id, id)
    );
    CREATE INDEX record_import_imported_idx ON accounting.record_import (organization_id, imported_at, id);
    CREATE INDEX record_import_file_idx ON accounting.record_import (organization_id, legal_entity_id, sha256);
    CALL platform.protect_table('accounting.record_import', 'append_only');
    CALL platform.wall_legal_entity('accounting.record_import');

    -- What became of each record of a file.
    CREATE TABLE accounting.imported_record (
      organization_id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      import_id uuid NOT NULL,
      kind text NOT NULL,
      line integer NOT NULL CHECK (line >= 1),
      -- What the file calls it.
      key text COLLATE "C" NOT NULL CHECK (length(key) >= 1 AND length(key) <= 200),
      party_id uuid,
      recurring_invoice_id uuid,
      -- The bank account that came with the party and was not known.
      bank_account_id uuid,
      outcome text NOT NULL CHECK (outcome IN ('created', 'changed', 'reactivated', 'unchanged')),
      PRIMARY KEY (organization_id, import_id, line),
      CONSTRAINT imported_record_import_fk FOREIGN KEY (organization_id, legal_entity_id, import_id, kind)
        REFERENCES accounting.record_import (organization_id, legal_entity_id, id, kind),
      CONSTRAINT imported_record_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
        REFERENCES accounting.party (organization_id, legal_entity_id, id),
      CONSTRAINT imported_record_recurring_fk FOREIGN KEY (organization_id, legal_entity_id, recurring_invoice_id)
        REFERENCES accounting.recurring_invoice (organization_id, legal_entity_id, id),
      CONSTRAINT imported_record_bank_account_fk FOREIGN KEY (organization_id, bank_account_id)
        REFERENCES accounting.party_bank_account (organization_id, id),
      CONSTRAINT imported_record_of_kind CHECK (
        CASE kind WHEN 'parties' THEN num_nonnulls(party_id) = 1 AND recurring_invoice_id IS NULL
                  ELSE num_nonnulls(recurring_invoice_id) = 1 AND num_nonnulls(party_id, bank_account_id) = 0 END)
    );
    CREATE INDEX imported_record_party_idx ON accounting.imported_record (organization_id, party_id) WHERE party_id IS NOT NULL;
    CREATE INDEX imported_record_key_idx ON accounting.imported_record (organization_id, legal_entity_id, key)
      WHERE kind = 'recurring_invoices' AND outcome = 'created';
    CALL platform.protect_table('accounting.imported_record', 'append_only');
    CALL platform.wall_legal_entity('accounting.imported_record');

    CREATE TABLE accounting.record_import_undo (
      organization_id uuid NOT NULL,
      import_id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      kind text NOT NULL,
      undone_by uuid NOT NULL,
      undone_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, import_id),
      CONSTRAINT record_import_undo_import_fk FOREIGN KEY (organization_id, legal_entity_id, import_id, kind)
        REFERENCES accounting.record_import (organization_id, legal_entity_id, id, kind)
    );
    CALL platform.protect_table('accounting.record_import_undo', 'append_only');
    CALL platform.wall_legal_entity('accounting.record_import_undo');
  `);
}

async function createReferences(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What names one of the parties, whatever table that is: those to come are found by their foreign keys. What is part of a
    -- party does not count, nor does that a file brought it.
    CREATE FUNCTION accounting.references_to_parties(organization uuid, parties uuid[])
      RETURNS TABLE (party_id uuid, referrer text)
      LANGUAGE plpgsql STABLE AS $$
    DECLARE
      reference record;
    BEGIN
      FOR reference IN
        SELECT here.attrelid::regclass AS source, here.attname AS member
        FROM pg_constraint c
        CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS pair (own, other)
        JOIN pg_attribute here ON here.attrelid = c.conrelid AND here.attnum = pair.own
        JOIN pg_attribute there ON there.attrelid = c.confrelid AND there.attnum = pair.other AND there.attname = 'id'
        WHERE c.contype = 'f' AND c.confrelid = 'accounting.party'::regclass AND c.conparentid = 0
          AND c.conrelid <> ALL (ARRAY['accounting.party_tax_id', 'accounting.party_external_id', 'accounting.party_bank_account',
                                       'accounting.imported_record']::regclass[])
        UNION
        SELECT t.source, 'party_id'
        FROM unnest(ARRAY['accounting.journal_line', 'accounting.journal_entry_draft_line']::regclass[]) AS t (source)
        ORDER BY source, member
      LOOP
        RETURN QUERY EXECUTE format(
          'SELECT DISTINCT r.%1$I, %2$L::text FROM %3$s r WHERE r.organization_id = $1 AND r.%1$I = ANY ($2)',
          reference.member, (SELECT relname FROM pg_class WHERE oid = reference.source), reference.source)
          USING organization, parties;
      END LOOP;
    END $$;
  `);
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION accounting.check_imported_record() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.record_import i
        WHERE i.organization_id = NEW.organization_id AND i.id = NEW.import_id AND i.imported_at = now();
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU770', MESSAGE = 'The records of an import are those that it came with.';
      END IF;
      IF NEW.kind <> 'recurring_invoices' OR NEW.outcome <> 'created' THEN RETURN NEW; END IF;
      -- Those who import into one legal entity come one after the other.
      PERFORM FROM accounting.imported_record r
        WHERE r.organization_id = NEW.organization_id AND r.legal_entity_id = NEW.legal_entity_id AND r.key = NEW.key
          AND r.kind = 'recurring_invoices' AND r.outcome = 'created'
          AND NOT EXISTS (SELECT FROM accounting.record_import_undo u
                          WHERE u.organization_id = r.organization_id AND u.import_id = r.import_id);
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU771', MESSAGE = 'A recurring invoice of the books before is taken over once.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_imported_record BEFORE INSERT ON accounting.imported_record
      FOR EACH ROW EXECUTE FUNCTION accounting.check_imported_record();

    CREATE FUNCTION accounting.check_record_import_undo() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      parties uuid[];
    BEGIN
      SELECT coalesce(array_agg(r.party_id), '{}') INTO parties FROM accounting.imported_record r
        WHERE r.organization_id = NEW.organization_id AND r.import_id = NEW.import_id AND r.party_id IS NOT NULL
          AND r.outcome IN ('created', 'reactivated');
      PERFORM FROM accounting.party p
        WHERE p.organization_id = NEW.organization_id AND p.id = ANY (parties) AND p.status <> 'archived';
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU772', MESSAGE = 'Parties that an undone import brought are archived.';
      END IF;
      PERFORM FROM accounting.references_to_parties(NEW.organization_id, parties);
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU772', MESSAGE = 'Something names a party that the import brought.';
      END IF;
      PERFORM FROM accounting.imported_record r
        JOIN accounting.recurring_invoice i ON i.organization_id = r.organization_id AND i.id = r.recurring_invoice_id
        WHERE r.organization_id = NEW.organization_id AND r.import_id = NEW.import_id AND r.outcome = 'created'
          AND (i.status <> 'ended' OR EXISTS (
            SELECT FROM accounting.recurring_invoice_run run
            WHERE run.organization_id = i.organization_id AND run.recurring_id = i.id));
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU772',
          MESSAGE = 'Recurring invoices that an undone import brought have ended, and nothing came of them.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_record_import_undo BEFORE INSERT ON accounting.record_import_undo
      FOR EACH ROW EXECUTE FUNCTION accounting.check_record_import_undo();
  `);
}

/** Imports of customers, vendors and recurring invoices from the books before, and how they are taken back. */
export class AccountingRecordImport1764400230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createReferences(runner);
    await createRules(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.record_import_undo, accounting.imported_record, accounting.record_import;
      DROP FUNCTION accounting.check_record_import_undo(), accounting.check_imported_record(),
        accounting.references_to_parties(uuid, uuid[]);
    `);
  }
}
