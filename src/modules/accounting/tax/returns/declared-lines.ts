/** The return `$2` of the organization `$1`, and from which day on undeclared lines belong to it while it is open. */
const RETURN = `
  ret AS MATERIALIZED (
    SELECT r.*,
           -- Late lines go to the earliest return that is open; an amendment has those of its own period alone.
           CASE WHEN r.revision > 0 OR EXISTS (
             SELECT FROM accounting.tax_return e
             WHERE e.organization_id = r.organization_id AND e.form_id = r.form_id AND e.status = 'open' AND e.revision = 0
               AND e.starts_on < r.starts_on)
           THEN r.starts_on
           ELSE (SELECT min(f.starts_on) FROM accounting.tax_return f
                 WHERE f.organization_id = r.organization_id AND f.form_id = r.form_id) END AS from_on
    FROM accounting.tax_return r WHERE r.organization_id = $1 AND r.id = $2)`;

/** Lines of the form up to the end of the period that no return was filed with; those of a period that is being amended are left to the amendment. */
const UNDECLARED = `
  SELECT line.id AS tax_line_id, line.tax_point_on < ret.starts_on AS is_late, ret.id AS return_id, ret.legal_entity_id
  FROM ret
  JOIN accounting.tax_return_form_code AS covered
    ON covered.organization_id = ret.organization_id AND covered.form_id = ret.form_id
  JOIN accounting.tax_line AS line
    ON line.organization_id = covered.organization_id AND line.tax_code_id = covered.tax_code_id
       AND line.tax_point_on >= ret.from_on AND line.tax_point_on <= ret.ends_on AND NOT line.is_deferred
  WHERE NOT EXISTS (
      SELECT FROM accounting.tax_return_line AS taken
      WHERE taken.organization_id = line.organization_id AND taken.tax_line_id = line.id)
    AND NOT EXISTS (
      SELECT FROM accounting.tax_return AS amendment
      WHERE amendment.organization_id = ret.organization_id AND amendment.form_id = ret.form_id
        AND amendment.status = 'open' AND amendment.revision > 0 AND amendment.id <> ret.id
        AND line.tax_point_on >= amendment.starts_on AND line.tax_point_on <= amendment.ends_on)`;

/** Takes what is undeclared into the return, for good. */
export const DECLARE_LINES = [
  'WITH',
  RETURN,
  'INSERT INTO accounting.tax_return_line (organization_id, tax_line_id, return_id, legal_entity_id, is_late)',
  'SELECT $1, found.tax_line_id, found.return_id, found.legal_entity_id, found.is_late FROM (',
  UNDECLARED,
  ') AS found',
].join(' ');

/**
 * What the return declares, as `declared`: what it and those that it amends were filed with, and while it is open what
 * would be.
 */
export const DECLARED_LINES = [
  'WITH',
  RETURN,
  `, declared AS (
    SELECT l.tax_line_id, l.is_late, l.return_id
    FROM ret
    JOIN accounting.tax_return AS filed
      ON filed.organization_id = ret.organization_id AND filed.form_id = ret.form_id
         AND filed.starts_on = ret.starts_on AND filed.revision <= ret.revision
    JOIN accounting.tax_return_line AS l ON l.organization_id = filed.organization_id AND l.return_id = filed.id
    UNION ALL
    SELECT found.tax_line_id, found.is_late, NULL FROM (`,
  UNDECLARED,
  `AND ret.status = 'open') AS found)`,
].join(' ');
