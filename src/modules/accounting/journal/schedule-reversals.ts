import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { PlannedEntry } from './planned-entry.js';

const SCHEDULE: Statement = {
  name: 'schedule_reversals',
  text: `
    INSERT INTO accounting.scheduled_reversal (organization_id, id, legal_entity_id, entry_id, reverses_on)
    SELECT $1, w.id, w.legal_entity_id, w.entry_id, w.reverses_on
    FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[]) AS w (id, legal_entity_id, entry_id, reverses_on)`,
};

/**
 * Notes which entries of this posting are to be reversed, and when. They come with its last statement; the database
 * looks for them at the commit. Asks nothing of the database where none is an accrual.
 */
export async function scheduleReversals(transaction: Transaction, entries: readonly PlannedEntry[]): Promise<void> {
  const accruals = entries.filter(({ reversesOn }) => reversesOn !== null);
  if (accruals.length === 0) return;
  await transaction.rows(SCHEDULE, [
    transaction.organizationId,
    accruals.map(() => newId()),
    accruals.map(({ legalEntityId }) => legalEntityId),
    accruals.map(({ id }) => id),
    accruals.map(({ reversesOn }) => reversesOn),
  ]);
}
