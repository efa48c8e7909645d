import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posted entries under the organization's chain, in posting order, at no cost for the posting. */
export class AccountingAuditSeal1764200032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The entry and its lines, without columns that are null: a column that is added later counts from its first value
      -- on, and entries from before it keep their digest as long as it is null for them.
      CREATE FUNCTION accounting.journal_entry_digest(entry accounting.journal_entry) RETURNS bytea
        LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
        SELECT sha256(convert_to(jsonb_strip_nulls(to_jsonb(entry))::text || coalesce((
          SELECT string_agg(chr(10) || jsonb_strip_nulls(to_jsonb(l))::text, '' ORDER BY l.line_number)
          FROM accounting.journal_line l
          WHERE l.organization_id = entry.organization_id AND l.entry_id = entry.id), ''), 'UTF8'))
      $$;

      CREATE FUNCTION accounting.sealed_number(organization uuid, numbers text) RETURNS bigint
        LANGUAGE sql STABLE AS $$
        SELECT coalesce((
          SELECT s.last_place FROM platform.audit_seal s
          WHERE s.organization_id = organization AND s.record_type = 'accounting.journal_entry' AND s.series = numbers
          ORDER BY s.sequence DESC LIMIT 1), 0)
      $$;

      CREATE FUNCTION accounting.journal_entries_waiting() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        SELECT DISTINCT s.organization_id FROM accounting.number_series s
        WHERE s.last_number > accounting.sealed_number(s.organization_id, s.journal_id || '/' || s.fiscal_year_id)
      $$;

      -- Numbers of a series become visible in their order, because a posting holds the counter until it commits: what
      -- follows the last sealed number is all that is not sealed. At most about 20,000 lines of a series at once.
      CREATE FUNCTION accounting.take_journal_entries(organization uuid)
        RETURNS TABLE (series text, place bigint, digest bytea) LANGUAGE sql STABLE AS $$
        SELECT waiting.series, waiting.number, accounting.journal_entry_digest(waiting.entry)
        FROM (
          SELECT s.series, e.number, e.entry,
                 sum(e.line_count) OVER (PARTITION BY s.series ORDER BY e.number) - e.line_count AS lines
          FROM (
            SELECT n.journal_id, n.fiscal_year_id, n.last_number, n.journal_id || '/' || n.fiscal_year_id AS series,
                   accounting.sealed_number(n.organization_id, n.journal_id || '/' || n.fiscal_year_id) AS sealed
            FROM accounting.number_series n WHERE n.organization_id = organization) s
          CROSS JOIN LATERAL (
            SELECT j AS entry, j.number, j.line_count FROM accounting.journal_entry j
            WHERE j.organization_id = organization AND j.journal_id = s.journal_id AND j.fiscal_year_id = s.fiscal_year_id
              AND j.number > s.sealed ORDER BY j.number LIMIT 1000) e
          WHERE s.last_number > s.sealed) waiting
        WHERE waiting.lines < 20000
      $$;

      CREATE FUNCTION accounting.inspect_journal_entries(organization uuid, series text, places bigint[])
        RETURNS TABLE (place bigint, record_id uuid, digest bytea) LANGUAGE sql STABLE AS $$
        SELECT e.number, e.id, accounting.journal_entry_digest(e)
        FROM accounting.journal_entry e
        WHERE e.organization_id = organization AND e.journal_id = split_part(series, '/', 1)::uuid
          AND e.fiscal_year_id = split_part(series, '/', 2)::uuid AND e.number = ANY (places)
      $$;

      INSERT INTO platform.sealed_record_type (record_type, waiting, take, inspect) VALUES
        ('accounting.journal_entry', 'accounting.journal_entries_waiting', 'accounting.take_journal_entries',
         'accounting.inspect_journal_entries');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Refused where there are seals over entries: they could not be proved any more.
      DELETE FROM platform.sealed_record_type WHERE record_type = 'accounting.journal_entry';
      DROP FUNCTION accounting.inspect_journal_entries(uuid, text, bigint[]), accounting.take_journal_entries(uuid),
                    accounting.journal_entries_waiting(), accounting.sealed_number(uuid, text),
                    accounting.journal_entry_digest(accounting.journal_entry);
    `);
  }
}
