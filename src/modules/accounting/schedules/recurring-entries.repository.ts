import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import {
  type RecurringEntryRow,
  RecurringEntryView,
  type RecurringRunRow,
  RecurringRunView,
} from './recurring-entries.dto.js';
import { recurringEntryColumns, recurringRunColumns } from './recurring-entries.list.js';

/** One date that was done. */
export interface DoneDate {
  id: string;
  recurringId: string;
  dueOn: string;
  entryId: string | null;
  draftId: string | null;
}

type Found = RecurringEntryRow & Record<string, unknown>;

const FROM = 'FROM accounting.recurring_entry AS recurring WHERE recurring.organization_id = $1';
const FIND: Statement = {
  name: 'find_recurring_entry',
  text: ['SELECT', recurringEntryColumns, FROM, 'AND recurring.id = $2'].join(' '),
};
const FIND_ALL: Statement = {
  name: 'find_recurring_entries',
  text: ['SELECT', recurringEntryColumns, FROM, 'AND recurring.id = ANY ($2)'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_recurring_entry',
  text: ['SELECT', recurringEntryColumns, FROM, 'AND recurring.id = $2 FOR UPDATE'].join(' '),
};
/** Rows that another run holds are its to carry out. */
const HOLD_DUE: Statement = {
  name: 'hold_due_recurring_entries',
  text: [
    'SELECT',
    recurringEntryColumns,
    FROM,
    `AND recurring.status = 'active' AND recurring.next_on <= $2
     AND ($3::uuid IS NULL OR recurring.legal_entity_id = $3) AND (recurring.next_on, recurring.id) > ($4::date, $5::uuid)
     ORDER BY recurring.next_on, recurring.id LIMIT $6 FOR UPDATE SKIP LOCKED`,
  ].join(' '),
};
const INSERT: Statement = {
  name: 'insert_recurring_entry',
  text: `
    INSERT INTO accounting.recurring_entry
      (organization_id, id, legal_entity_id, template_id, name, mode, amounts, frequency, starts_on, month_end, ends_on,
       occurrences, posts_to_control_accounts, status, passed, next_on)
    SELECT $1, r.id, r."legalEntityId", r."templateId", r.name, r.mode, r.amounts, r.frequency, r."startsOn",
           r."monthEnd", r."endsOn", r.occurrences, r."postsToControlAccounts", r.status, r.passed, r."nextOn"
    FROM json_to_record($2::json) AS r (
      id uuid, "legalEntityId" uuid, "templateId" uuid, name text, mode text, amounts jsonb, frequency text,
      "startsOn" date, "monthEnd" boolean, "endsOn" date, occurrences integer, "postsToControlAccounts" boolean,
      status text, passed integer, "nextOn" date)`,
};
const UPDATE: Statement = {
  name: 'update_recurring_entries',
  text: `
    UPDATE accounting.recurring_entry e
    SET name = r.name, mode = r.mode, amounts = r.amounts, ends_on = r."endsOn", occurrences = r.occurrences,
        posts_to_control_accounts = r."postsToControlAccounts", status = r.status, passed = r.passed,
        next_on = r."nextOn", refusal_code = r."refusalCode", refusal = r.refusal, refused_at = r."refusedAt",
        version = e.version + 1, updated_at = now()
    FROM json_to_recordset($2::json) AS r (
      id uuid, name text, mode text, amounts jsonb, "endsOn" date, occurrences integer,
      "postsToControlAccounts" boolean, status text, passed integer, "nextOn" date, "refusalCode" text, refusal text,
      "refusedAt" timestamptz)
    WHERE e.organization_id = $1 AND e.id = r.id`,
};
const INSERT_RUNS: Statement = {
  name: 'insert_recurring_runs',
  text: `
    INSERT INTO accounting.recurring_run (organization_id, id, recurring_id, due_on, entry_id, draft_id, actor_id)
    SELECT $1, r.id, r."recurringId", r."dueOn", r."entryId", r."draftId", $2
    FROM json_to_recordset($3::json) AS r (id uuid, "recurringId" uuid, "dueOn" date, "entryId" uuid, "draftId" uuid)`,
};

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class RecurringEntriesRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<RecurringEntryRow> {
    return one(await transaction.rows<Found>(FIND, [transaction.organizationId, id]), id);
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<RecurringEntryRow> {
    return one(await transaction.rows<Found>(HOLD, [transaction.organizationId, id]), id);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<RecurringEntryView>> {
    const places = await request.rows<{ id: string }>(transaction, {
      columns: 'recurring.id',
      from: 'accounting.recurring_entry AS recurring',
      where: 'recurring.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    const ids = places.map(({ id }) => id);
    const rows = await transaction.rows<Found>(FIND_ALL, [transaction.organizationId, ids]);
    const views = new Map(rows.map((row) => [row.id, RecurringEntryView.from(row)]));
    return request.page(places, ({ id }) => views.get(id)!);
  }

  async listRuns(transaction: Transaction, request: ListRequest): Promise<Page<RecurringRunView>> {
    const rows = await request.rows<RecurringRunRow>(transaction, {
      columns: recurringRunColumns,
      from: 'accounting.recurring_run AS run',
      where: 'run.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => RecurringRunView.from(row));
  }

  /** The next due ones by date, held; behind `after`, so that those which are refused again do not stand in the way. */
  holdDue(
    transaction: Transaction,
    { through, legalEntityId }: { through: string; legalEntityId?: string },
    after: RecurringEntryRow | undefined,
    limit: number,
  ): Promise<RecurringEntryRow[]> {
    const place = [after?.nextOn ?? '-infinity', after?.id ?? FIRST_ID];
    const values = [transaction.organizationId, through, legalEntityId ?? null, ...place, limit];
    return transaction.rows<Found>(HOLD_DUE, values);
  }

  async insert(transaction: Transaction, row: Partial<RecurringEntryRow>): Promise<void> {
    await transaction.rows(INSERT, [transaction.organizationId, JSON.stringify(row)]);
  }

  async update(transaction: Transaction, rows: readonly RecurringEntryRow[]): Promise<void> {
    if (rows.length === 0) return;
    await transaction.rows(UPDATE, [transaction.organizationId, JSON.stringify(rows)]);
  }

  async insertRuns(transaction: Transaction, runs: readonly DoneDate[]): Promise<void> {
    if (runs.length === 0) return;
    const { organizationId, acting } = transaction;
    await transaction.rows(INSERT_RUNS, [organizationId, acting.actorId, JSON.stringify(runs)]);
  }
}

function one([found]: RecurringEntryRow[], id: string): RecurringEntryRow {
  if (!found) throw platformProblems.not_found(`There is no recurring entry ${id}.`);
  return found;
}
