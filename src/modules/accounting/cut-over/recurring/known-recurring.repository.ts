import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';

const TAKEN_OVER: Statement = {
  name: 'find_recurring_invoices_taken_over',
  text: `
    SELECT r.key, r.recurring_invoice_id AS id
    FROM accounting.imported_record r
    WHERE r.organization_id = $1 AND r.legal_entity_id = $2 AND r.key = ANY ($3::text[])
      AND r.kind = 'recurring_invoices' AND r.outcome = 'created'
      AND NOT EXISTS (SELECT FROM accounting.record_import_undo u
                      WHERE u.organization_id = r.organization_id AND u.import_id = r.import_id)`,
};
const HOLD: Statement = {
  name: 'hold_recurring_invoices',
  text: `
    SELECT FROM accounting.recurring_invoice WHERE organization_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
};
const RUN_COUNTS: Statement = {
  name: 'count_runs_of_recurring_invoices',
  text: `
    SELECT recurring_id AS id, count(*)::integer AS count FROM accounting.recurring_invoice_run
    WHERE organization_id = $1 AND recurring_id = ANY ($2::uuid[]) GROUP BY recurring_id`,
};
const END: Statement = {
  name: 'end_recurring_invoices',
  text: `
    UPDATE accounting.recurring_invoice
    SET status = 'ended', next_on = NULL, refusal_code = NULL, refusal = NULL, refused_at = NULL,
        version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND status <> 'ended'
    RETURNING id`,
};

/** What imports know of recurring invoices that were taken over before, and how they end them. */
@Injectable()
export class KnownRecurringRepository {
  /** Those that a standing import brought, by what the file called them. */
  async takenOver(
    transaction: Transaction,
    legalEntityId: string,
    keys: readonly string[],
  ): Promise<Map<string, string>> {
    const values = [transaction.organizationId, legalEntityId, keys];
    const rows = await transaction.rows<{ key: string; id: string }>(TAKEN_OVER, values);
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  async hold(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.rows(HOLD, [transaction.organizationId, ids]);
  }

  /** Of those that something came of. */
  async runCounts(transaction: Transaction, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await transaction.rows<{ id: string; count: number }>(RUN_COUNTS, [transaction.organizationId, ids]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** @returns how many had not ended */
  async end(transaction: Transaction, ids: readonly string[]): Promise<number> {
    return (await transaction.rows(END, [transaction.organizationId, ids])).length;
  }
}
