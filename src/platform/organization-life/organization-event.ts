import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../database/transaction.js';

const INSERT_EVENT: Statement = {
  name: 'insert_organization_event',
  text: `
    INSERT INTO platform.organization_event (organization_id, id, kind, reason, actor_id) VALUES ($1, $2, $3, $4, $5)`,
};

/** Records what becomes of the organization as a whole; the audit trail shows it. */
export async function recordEvent(
  transaction: Transaction,
  kind: 'exported' | 'closed' | 'reset' | 'test_organization_created',
  reason: string | null,
): Promise<void> {
  const { organizationId, acting } = transaction;
  await transaction.rows(INSERT_EVENT, [organizationId, newId(), kind, reason, acting.actorId]);
}
