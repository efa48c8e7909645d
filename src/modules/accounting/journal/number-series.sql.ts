import type { Statement } from '#platform/database/transaction.js';

// Parameters: organization, legal entity, fiscal year, code of the journal; those that are null narrow nothing.

export const SELECT_SERIES: Statement = {
  name: 'select_number_series',
  text: `
    SELECT s.legal_entity_id AS "legalEntityId", s.journal_id AS "journalId", j.code AS "journalCode",
           s.fiscal_year_id AS "fiscalYearId", y.starts_on AS "startsOn", y.ends_on AS "endsOn", j.name AS "journalName",
           n.first AS "firstNumber", n.last AS "lastNumber", n.entries AS "entryCount", s.last_number AS counter,
           s.last_number + 1 AS "nextNumber",
           j.status = 'active' AND EXISTS (
             SELECT FROM accounting.fiscal_period p
             WHERE p.organization_id = s.organization_id AND p.fiscal_year_id = s.fiscal_year_id
               AND p.status IN ('open', 'soft_closed') AND p.fiscal_year_status = 'open') AS "isOpen",
           (n.entries, coalesce(n.first, 1), coalesce(n.last, 0)) = (s.last_number, 1, s.last_number) AS "isContiguous"
    FROM accounting.number_series s
    JOIN accounting.journal j ON j.organization_id = s.organization_id AND j.id = s.journal_id
    JOIN accounting.fiscal_year y ON y.organization_id = s.organization_id AND y.id = s.fiscal_year_id
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS entries, min(e.number) AS first, max(e.number) AS last
      FROM accounting.journal_entry e
      WHERE e.organization_id = s.organization_id AND e.journal_id = s.journal_id
        AND e.fiscal_year_id = s.fiscal_year_id) n
    WHERE s.organization_id = $1 AND ($2::uuid IS NULL OR s.legal_entity_id = $2)
      AND ($3::uuid IS NULL OR s.fiscal_year_id = $3) AND ($4::text IS NULL OR j.code = $4)
    ORDER BY y.starts_on, j.code, s.legal_entity_id, s.journal_id`,
};

/** Between the numbers of each series, before its first and behind its last. */
export const SELECT_GAPS: Statement = {
  name: 'select_number_gaps',
  text: `
    SELECT s.legal_entity_id AS "legalEntityId", s.journal_id AS "journalId", j.code AS "journalCode",
           s.fiscal_year_id AS "fiscalYearId", y.starts_on AS "startsOn", y.ends_on AS "endsOn",
           gap.before + 1 AS "fromNumber", gap.number - 1 AS "toNumber"
    FROM accounting.number_series s
    JOIN accounting.journal j ON j.organization_id = s.organization_id AND j.id = s.journal_id
    JOIN accounting.fiscal_year y ON y.organization_id = s.organization_id AND y.id = s.fiscal_year_id
    CROSS JOIN LATERAL (
      SELECT n.number, lag(n.number, 1, 0) OVER (ORDER BY n.number) AS before
      FROM (SELECT e.number FROM accounting.journal_entry e
            WHERE e.organization_id = s.organization_id AND e.journal_id = s.journal_id
              AND e.fiscal_year_id = s.fiscal_year_id
            UNION ALL SELECT s.last_number + 1) n) gap
    WHERE s.organization_id = $1 AND ($2::uuid IS NULL OR s.legal_entity_id = $2)
      AND ($3::uuid IS NULL OR s.fiscal_year_id = $3) AND ($4::text IS NULL OR j.code = $4)
      AND gap.number > gap.before + 1
    ORDER BY y.starts_on, j.code, s.legal_entity_id, s.journal_id, gap.number`,
};
