import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A posted entry as the text whose digest is sealed. */
export class AccountingAuditProof1764300091000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION accounting.journal_entry_text(entry accounting.journal_entry) RETURNS text
        LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
        SELECT jsonb_strip_nulls(to_jsonb(entry))::text || coalesce((
          SELECT string_agg(chr(10) || jsonb_strip_nulls(to_jsonb(l))::text, '' ORDER BY l.line_number)
          FROM accounting.journal_line l
          WHERE l.organization_id = entry.organization_id AND l.entry_id = entry.id), '')
      $$;
      CREATE OR REPLACE FUNCTION accounting.journal_entry_digest(entry accounting.journal_entry) RETURNS bytea
        LANGUAGE sql STABLE AS $$
        SELECT sha256(convert_to(accounting.journal_entry_text(entry), 'UTF8'))
      $$;

      CREATE FUNCTION accounting.locate_journal_entry(organization uuid, id text)
        RETURNS TABLE (series text, place bigint, content text) LANGUAGE sql STABLE AS $$
        SELECT e.journal_id || '/' || e.fiscal_year_id, e.number, accounting.journal_entry_text(e)
        FROM accounting.journal_entry e
        WHERE e.organization_id = organization
          AND e.id = CASE WHEN locate_journal_entry.id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN locate_journal_entry.id::uuid END
      $$;
      UPDATE platform.sealed_record_type
        SET locate = 'accounting.locate_journal_entry', read_permission = 'accounting.journal_entry.read'
        WHERE record_type = 'accounting.journal_entry';
      -- All of them can be proved by now.
      ALTER TABLE platform.sealed_record_type ALTER COLUMN locate SET NOT NULL, ALTER COLUMN read_permission SET NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE platform.sealed_record_type ALTER COLUMN locate DROP NOT NULL, ALTER COLUMN read_permission DROP NOT NULL;
      UPDATE platform.sealed_record_type SET locate = NULL, read_permission = NULL WHERE record_type = 'accounting.journal_entry';
      DROP FUNCTION accounting.locate_journal_entry(uuid, text);
      CREATE OR REPLACE FUNCTION accounting.journal_entry_digest(entry accounting.journal_entry) RETURNS bytea
        LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
        SELECT sha256(convert_to(jsonb_strip_nulls(to_jsonb(entry))::text || coalesce((
          SELECT string_agg(chr(10) || jsonb_strip_nulls(to_jsonb(l))::text, '' ORDER BY l.line_number)
          FROM accounting.journal_line l
          WHERE l.organization_id = entry.organization_id AND l.entry_id = entry.id), ''), 'UTF8'))
      $$;
      DROP FUNCTION accounting.journal_entry_text(accounting.journal_entry);
    `);
  }
}
