import { Client } from 'pg';
import { COMPARE_WHOLE_SETS } from '#modules/accounting/reports/integrity-check.js';
import { integrityChecks } from '#modules/accounting/reports/integrity-checks.js';
import { yearEndChecks } from '#modules/accounting/reports/year-end-checks.js';
import { provided } from './database.js';
import { faultOfEvent } from './described-answers.js';

// After every spec, the books of its organizations are proved as `checkIntegrity` proves them, by the same statements;
// and their events, published or not, are those that the API document declares.

const kept = new Set<string>();

/** The books of this organization have to be right at the end of the spec. */
export function keepsBooks(organizationId: string): void {
  kept.add(organizationId);
}

/** A test falsifies the books of this organization, to see that it shows. */
export function falsifiesBooks(organizationId: string): void {
  kept.delete(organizationId);
}

afterAll(async () => {
  if (kept.size === 0) return;
  const owner = new Client(provided('TEST_OWNER_URL'));
  await owner.connect();
  try {
    const posting = await owner.query<{ id: string }>(
      'SELECT made.id FROM unnest($1::uuid[]) AS made (id) WHERE EXISTS (SELECT FROM accounting.journal_entry e WHERE e.organization_id = made.id)',
      [[...kept]],
    );
    const findings: unknown[] = await undeclaredEvents(owner);
    await owner.query('BEGIN');
    await owner.query(COMPARE_WHOLE_SETS.text);
    for (const { id } of posting.rows) {
      for (const { name, text } of [...integrityChecks, ...yearEndChecks]) {
        const { rows } = await owner.query({ name, text, values: [id, null] });
        findings.push(...rows.map((row) => ({ organizationId: id, check: name, ...(row as object) })));
      }
    }
    if (findings.length > 0)
      throw new Error(`The books are not right any more: ${JSON.stringify(findings.slice(0, 20))}`);
  } finally {
    await owner.end();
  }
});

async function undeclaredEvents(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ type: string; data: unknown }>(
    'SELECT DISTINCT ON (type, md5(data::text)) type, data FROM platform.outbox_event WHERE organization_id = ANY ($1)',
    [[...kept]],
  );
  return rows.flatMap(({ type, data }) => faultOfEvent(type, data) ?? []);
}
