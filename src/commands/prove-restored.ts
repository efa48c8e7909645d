import type { Client } from 'pg';
import { COMPARE_WHOLE_SETS } from '#modules/accounting/reports/integrity-check.js';
import { integrityChecks } from '#modules/accounting/reports/integrity-checks.js';
import { yearEndChecks } from '#modules/accounting/reports/year-end-checks.js';

const LAST_SEAL = 'SELECT coalesce(max(sequence), 0) AS last FROM platform.audit_seal WHERE organization_id = $1';
const CHECK_SEALS = 'SELECT * FROM platform.check_seals(1, $1)';
const CHECK_ENTRIES = 'SELECT * FROM platform.check_audit_entries()';
const MOST_TOLD = 20;

interface ChainFault {
  fault: string;
  record_type: string | null;
  series: string | null;
  place: string | null;
}

/** What the integrity checks of the books and the proof of the audit chain find; nothing in sound books. */
export async function proveRestored(client: Client, organizationId: string): Promise<string[]> {
  const findings: string[] = [];
  await client.query(COMPARE_WHOLE_SETS.text);
  for (const { name, text } of [...integrityChecks, ...yearEndChecks]) {
    const { rows } = await client.query<{ subject: string; message: string }>(text, [organizationId, null]);
    findings.push(...rows.map(({ subject, message }) => `  ${name}: ${subject}: ${message}`));
  }
  const { rows: seals } = await client.query<{ last: string }>(LAST_SEAL, [organizationId]);
  const { rows: ofSeals } = await client.query<ChainFault>(CHECK_SEALS, [seals[0]!.last]);
  const { rows: ofEntries } = await client.query<ChainFault>(CHECK_ENTRIES);
  for (const { fault, record_type, series, place } of [...ofSeals, ...ofEntries]) {
    const where = [record_type, series, place].filter(Boolean).join(' ');
    findings.push(`  audit chain: ${fault} ${where}`.trimEnd());
  }
  return findings.length > MOST_TOLD
    ? [...findings.slice(0, MOST_TOLD), `  and ${findings.length - MOST_TOLD} more`]
    : findings;
}
