import { asOwner } from '../support/owner.js';

const RECORDED = `
  SELECT a::text AS text FROM platform.audit_entry a WHERE organization_id = $1
  UNION ALL SELECT v::text FROM platform.audit_personal_value v WHERE organization_id = $1`;

/** Every text of the organization's rows in the tables of the audit trail; what is binary as `\x…`. */
export async function recordedIn(organizationId: string): Promise<string> {
  return asOwner(async (owner) => {
    const { rows } = await owner.query<{ text: string }>(RECORDED, [organizationId]);
    return rows.map(({ text }) => text).join('\n');
  });
}
