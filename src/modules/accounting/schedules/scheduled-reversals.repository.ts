import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { type ScheduledReversalRow, ScheduledReversalView } from './scheduled-reversals.dto.js';
import { scheduledReversalColumns } from './scheduled-reversals.list.js';

/** A reversal whose date has come. */
export interface DueReversal {
  id: string;
  entryId: string;
  dueOn: string;
  refusalCode: string | null;
  refusal: string | null;
}

/** What has become of an attempt at a due reversal. */
export interface ReversalOutcome {
  id: string;
  reversalId: string | null;
  refusalCode: string | null;
  refusal: string | null;
}

const FIND: Statement = {
  name: 'find_scheduled_reversal',
  text: [
    'SELECT',
    scheduledReversalColumns,
    'FROM accounting.scheduled_reversal AS scheduled WHERE scheduled.organization_id = $1 AND scheduled.id = $2',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_scheduled_reversal',
  text: 'SELECT FROM accounting.scheduled_reversal WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const CANCEL: Statement = {
  name: 'cancel_scheduled_reversal',
  text: `
    UPDATE accounting.scheduled_reversal
    SET status = 'cancelled', refusal_code = NULL, refusal = NULL, refused_at = NULL,
        version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const MOVE: Statement = {
  name: 'move_scheduled_reversal',
  text: `
    UPDATE accounting.scheduled_reversal
    SET reverses_on = $3, refusal_code = NULL, refusal = NULL, refused_at = NULL,
        version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
/** Rows that another run holds are its to carry out. */
const HOLD_DUE: Statement = {
  name: 'hold_due_reversals',
  text: `
    SELECT id, entry_id AS "entryId", reverses_on AS "dueOn", refusal_code AS "refusalCode", refusal
    FROM accounting.scheduled_reversal
    WHERE organization_id = $1 AND status = 'scheduled' AND reverses_on <= $2
      AND ($3::uuid IS NULL OR legal_entity_id = $3) AND (reverses_on, id) > ($4::date, $5::uuid)
    ORDER BY reverses_on, id LIMIT $6 FOR UPDATE SKIP LOCKED`,
};
const SETTLE: Statement = {
  name: 'settle_scheduled_reversals',
  text: `
    UPDATE accounting.scheduled_reversal s
    SET status = CASE WHEN o."reversalId" IS NULL THEN 'scheduled' ELSE 'done' END, reversal_id = o."reversalId",
        refusal_code = o."refusalCode", refusal = o.refusal,
        refused_at = CASE WHEN o.refusal IS NOT NULL THEN $3::timestamptz END,
        version = s.version + 1, updated_at = now()
    FROM json_to_recordset($2::json) AS o (id uuid, "reversalId" uuid, "refusalCode" text, refusal text)
    WHERE s.organization_id = $1 AND s.id = o.id`,
};

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class ScheduledReversalsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<ScheduledReversalView> {
    const values = [transaction.organizationId, id];
    const [row] = await transaction.rows<ScheduledReversalRow & Record<string, unknown>>(FIND, values);
    if (!row) throw platformProblems.not_found(`There is no scheduled reversal ${id}.`);
    return ScheduledReversalView.from(row);
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<ScheduledReversalView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<ScheduledReversalView>> {
    const rows = await request.rows<ScheduledReversalRow>(transaction, {
      columns: scheduledReversalColumns,
      from: 'accounting.scheduled_reversal AS scheduled',
      where: 'scheduled.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => ScheduledReversalView.from(row));
  }

  async cancel(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(CANCEL, [transaction.organizationId, id]);
  }

  async move(transaction: Transaction, id: string, reversesOn: string): Promise<void> {
    await transaction.rows(MOVE, [transaction.organizationId, id, reversesOn]);
  }

  /** The next due ones by date, held; behind `after`, so that those which are refused again do not stand in the way. */
  holdDue(
    transaction: Transaction,
    { through, legalEntityId }: { through: string; legalEntityId?: string },
    after: DueReversal | undefined,
    limit: number,
  ): Promise<DueReversal[]> {
    const place = [after?.dueOn ?? '-infinity', after?.id ?? FIRST_ID];
    const values = [transaction.organizationId, through, legalEntityId ?? null, ...place, limit];
    return transaction.rows<DueReversal & Record<string, unknown>>(HOLD_DUE, values);
  }

  async settle(transaction: Transaction, outcomes: readonly ReversalOutcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const values = [transaction.organizationId, JSON.stringify(outcomes), await transaction.startedAt];
    await transaction.rows(SETTLE, values);
  }
}
