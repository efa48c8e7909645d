import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of books from files, and the entries that each of them posted. */
export class AccountingImport1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.import (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        fiscal_year_id uuid NOT NULL,
        format text NOT NULL CHECK (format IN ('sie4')),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        external_source text NOT NULL CHECK (length(external_source) BETWEEN 1 AND 100),
        entry_count integer NOT NULL CHECK (entry_count >= 0),
        report json NOT NULL,
        status text NOT NULL DEFAULT 'imported' CHECK (status IN ('imported', 'undone')),
        imported_by uuid NOT NULL,
        imported_at timestamptz NOT NULL DEFAULT now(),
        undone_by uuid,
        undone_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT import_source_key UNIQUE (organization_id, legal_entity_id, external_source),
        CONSTRAINT import_fiscal_year_fk FOREIGN KEY (organization_id, legal_entity_id, fiscal_year_id)
          REFERENCES accounting.fiscal_year (organization_id, legal_entity_id, id),
        CONSTRAINT import_undone_by_whom CHECK (
          (status = 'undone') = (undone_by IS NOT NULL) AND (status = 'undone') = (undone_at IS NOT NULL))
      );
      -- A file has one effect, and a fiscal year comes from one file, until the import is undone.
      CREATE UNIQUE INDEX import_file_key ON accounting.import (organization_id, legal_entity_id, sha256)
        WHERE status = 'imported';
      CREATE UNIQUE INDEX import_fiscal_year_key ON accounting.import (organization_id, legal_entity_id, fiscal_year_id)
        WHERE status = 'imported';
      -- The report never changes, so the audit trail need not repeat it.
      CALL platform.protect_table('accounting.import', 'mutable', 'report');
      GRANT UPDATE (status, undone_by, undone_at, version, updated_at) ON accounting.import TO bureau_app;

      CREATE FUNCTION accounting.check_import() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'undone' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU130', MESSAGE = 'An import that was undone stays undone.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_import BEFORE UPDATE ON accounting.import
        FOR EACH ROW EXECUTE FUNCTION accounting.check_import();

      CREATE TABLE accounting.import_entry (
        organization_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        import_id uuid NOT NULL,
        PRIMARY KEY (organization_id, entry_id),
        CONSTRAINT import_entry_entry_fk FOREIGN KEY (organization_id, entry_id)
          REFERENCES accounting.journal_entry (organization_id, id),
        CONSTRAINT import_entry_import_fk FOREIGN KEY (organization_id, import_id)
          REFERENCES accounting.import (organization_id, id)
      );
      CREATE INDEX import_entry_import_idx ON accounting.import_entry (organization_id, import_id);
      CALL platform.protect_table('accounting.import_entry', 'append_only');

      -- Keeps books as they are for the rest of the transaction: nobody posts to them (every posting needs a counter),
      -- and no journal or fiscal year is added. Counters before books, as posting has it.
      CREATE FUNCTION accounting.hold_books(organization uuid, legal_entity uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF organization IS DISTINCT FROM platform.current_organization_id() THEN RETURN; END IF;
        PERFORM FROM accounting.number_series s
          WHERE s.organization_id = organization AND s.legal_entity_id = legal_entity
          ORDER BY s.legal_entity_id, s.journal_id, s.fiscal_year_id FOR UPDATE;
        PERFORM FROM accounting.books b
          WHERE b.organization_id = organization AND b.legal_entity_id = legal_entity FOR UPDATE;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.hold_books(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION accounting.hold_books(uuid, uuid) TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION accounting.hold_books(uuid, uuid);
      DROP TABLE accounting.import_entry, accounting.import;
      DROP FUNCTION accounting.check_import();
    `);
  }
}
