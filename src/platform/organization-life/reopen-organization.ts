import type { Client } from 'pg';
import { newId } from '#kernel/id.js';
import { SYSTEM_ACTOR } from '../database/acting.js';
import { asOwnerOfDatabase } from './owner-transaction.js';

const ACT_IN = "SELECT set_config('bureau.organization_id', $1, true)";
const REOPEN = `
  UPDATE platform.organization SET status = 'active', version = version + 1, updated_at = now()
  WHERE id = $1 AND status = 'closed'`;
const RECORD = `
  INSERT INTO platform.organization_event (organization_id, id, kind, reason, actor_id)
  VALUES ($1, $2, 'reopened', $3, $4)`;

/** Reopens a closed organization: people sign in to it again, its API keys and invitations go on. */
export function reopenOrganization(url: string, organizationId: string, reason: string): Promise<void> {
  const work = async (client: Client) => {
    await client.query(ACT_IN, [organizationId]);
    const { rowCount } = await client.query(REOPEN, [organizationId]);
    if (rowCount === 0) throw new Error('The organization is not closed.');
    await client.query(RECORD, [organizationId, newId(), reason, SYSTEM_ACTOR]);
  };
  return asOwnerOfDatabase({ url, action: 'platform.organization.reopen', work });
}
