import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { contentOfDate } from './content-of-date.js';
import type { RecurringInvoiceRow, RecurringInvoiceRunView, RecurringInvoiceView } from './recurring-invoices.dto.js';
import {
  recurringInvoiceColumns,
  recurringInvoiceRunColumns,
  recurringInvoiceRunTables,
  recurringInvoiceTables,
} from './recurring-invoices.list.js';

/** What a run looks at. */
export interface DueScope {
  through: string;
  legalEntityId?: string | undefined;
}

/** The place of a recurring invoice in the order of runs. */
export interface DuePlace {
  id: string;
  nextOn: string;
}

/** One date that was done. */
export interface DoneDate {
  dueOn: string;
  documentId: string | null;
  draftId: string | null;
}

type Found = RecurringInvoiceRow & Record<string, unknown>;
type RunRow = Omit<RecurringInvoiceRunView, 'ranAt'> & { ranAt: Date };

const oneInvoice = [
  'SELECT',
  recurringInvoiceColumns,
  'FROM',
  recurringInvoiceTables,
  'WHERE recurring.organization_id = $1 AND recurring.id = $2',
].join(' ');
const FIND: Statement = { name: 'find_recurring_invoice', text: oneInvoice };
const HOLD: Statement = { name: 'hold_recurring_invoice', text: [oneInvoice, 'FOR UPDATE OF recurring'].join(' ') };
const FIND_DUE: Statement = {
  name: 'find_due_recurring_invoices',
  text: `
    SELECT recurring.id, recurring.next_on AS "nextOn" FROM accounting.recurring_invoice AS recurring
    WHERE recurring.organization_id = $1 AND recurring.status = 'active' AND recurring.next_on <= $2
      AND ($3::uuid IS NULL OR recurring.legal_entity_id = $3)
      AND (recurring.next_on, recurring.id) > ($4::date, $5::uuid)
    ORDER BY recurring.next_on, recurring.id LIMIT $6`,
};
const INSERT: Statement = {
  name: 'insert_recurring_invoice',
  text: `
    INSERT INTO accounting.recurring_invoice
      (organization_id, id, legal_entity_id, party_id, name, mode, dating, content, frequency, starts_on, month_end, ends_on,
       occurrences, status, passed, content_passed, next_on, responsible_id, responsible_person_id)
    SELECT $1, r.id, r."legalEntityId", r."partyId", r.name, r.mode, r.dating, r.content, r.frequency, r."startsOn",
           r."monthEnd", r."endsOn", r.occurrences, r.status, r.passed, r."contentPassed", r."nextOn", r."responsibleId",
           r."responsiblePersonId"
    FROM json_to_record($2::json) AS r (
      id uuid, "legalEntityId" uuid, "partyId" uuid, name text, mode text, dating text, content jsonb, frequency text,
      "startsOn" date, "monthEnd" boolean, "endsOn" date, occurrences integer, status text, passed integer,
      "contentPassed" integer, "nextOn" date, "responsibleId" uuid, "responsiblePersonId" uuid)`,
};
const UPDATE: Statement = {
  name: 'update_recurring_invoice',
  text: `
    UPDATE accounting.recurring_invoice e
    SET party_id = r."partyId", name = r.name, mode = r.mode, dating = r.dating, content = r.content, ends_on = r."endsOn",
        occurrences = r.occurrences, status = r.status, passed = r.passed, content_passed = r."contentPassed", next_on = r."nextOn",
        refusal_code = r."refusalCode", refusal = r.refusal, refused_at = r."refusedAt",
        responsible_id = r."responsibleId", responsible_person_id = r."responsiblePersonId",
        version = e.version + 1, updated_at = now()
    FROM json_to_record($2::json) AS r (
      id uuid, "partyId" uuid, name text, mode text, dating text, content jsonb, "endsOn" date, occurrences integer,
      status text, passed integer, "contentPassed" integer, "nextOn" date, "refusalCode" text, refusal text, "refusedAt" timestamptz,
      "responsibleId" uuid, "responsiblePersonId" uuid)
    WHERE e.organization_id = $1 AND e.id = r.id`,
};
const INSERT_RUN: Statement = {
  name: 'insert_recurring_invoice_run',
  text: `
    INSERT INTO accounting.recurring_invoice_run
      (organization_id, id, legal_entity_id, recurring_id, due_on, document_id, draft_id, actor_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

const FIRST: DuePlace = { nextOn: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** Invoices that come back, and what came of their dates. */
@Injectable()
export class RecurringInvoicesRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<RecurringInvoiceRow> {
    return one(await transaction.rows<Found>(FIND, [transaction.organizationId, id]), id);
  }

  /** The same, held until the transaction ends: who runs or changes it meanwhile waits. */
  async hold(transaction: Transaction, id: string): Promise<RecurringInvoiceRow> {
    return one(await transaction.rows<Found>(HOLD, [transaction.organizationId, id]), id);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<RecurringInvoiceView>> {
    const rows = await request.rows<RecurringInvoiceRow>(transaction, {
      columns: recurringInvoiceColumns,
      from: recurringInvoiceTables,
      where: 'recurring.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  async listRuns(transaction: Transaction, request: ListRequest): Promise<Page<RecurringInvoiceRunView>> {
    const rows = await request.rows<RunRow>(transaction, {
      columns: recurringInvoiceRunColumns,
      from: recurringInvoiceRunTables,
      where: 'run.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, ({ id, recurringId, dueOn, documentId, number, draftId, ranBy, ranAt }) => {
      return { id, recurringId, dueOn, documentId, number, draftId, ranBy, ranAt: ranAt.toISOString() };
    });
  }

  /** The next due ones by date, behind a place, so that those which are refused do not stand in the way. */
  findDue(
    transaction: Transaction,
    { through, legalEntityId }: DueScope,
    { nextOn, id }: DuePlace = FIRST,
    limit: number,
  ): Promise<DuePlace[]> {
    const values = [transaction.organizationId, through, legalEntityId ?? null, nextOn, id, limit];
    return transaction.rows<DuePlace & Record<string, unknown>>(FIND_DUE, values);
  }

  async insert(transaction: Transaction, row: object): Promise<void> {
    await transaction.rows(INSERT, [transaction.organizationId, JSON.stringify(row)]);
  }

  async update(transaction: Transaction, row: RecurringInvoiceRow): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, JSON.stringify(row)]);
  }

  async insertRun(
    transaction: Transaction,
    { id, legalEntityId }: Pick<RecurringInvoiceRow, 'id' | 'legalEntityId'>,
    { dueOn, documentId, draftId }: DoneDate,
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const values = [organizationId, newId(), legalEntityId, id, dueOn, documentId, draftId, acting.actorId];
    await transaction.rows(INSERT_RUN, values);
  }
}

export function viewOf({
  id,
  legalEntityId,
  partyId,
  name,
  mode,
  dating,
  contentPassed,
  content: said,
  ...row
}: RecurringInvoiceRow): RecurringInvoiceView {
  const { frequency, passed } = row;
  const { content } = contentOfDate({ content: said, contentPassed, frequency, passed });
  return {
    id,
    legalEntityId,
    partyId,
    name,
    mode,
    dating,
    content,
    frequency,
    startsOn: row.startsOn,
    monthEnd: row.monthEnd,
    endsOn: row.endsOn,
    occurrences: row.occurrences,
    status: row.status,
    passed,
    nextOn: row.nextOn,
    refusalCode: row.refusalCode,
    refusal: row.refusal,
    refusedAt: row.refusedAt?.toISOString() ?? null,
    responsibleId: row.responsibleId,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function one([found]: RecurringInvoiceRow[], id: string): RecurringInvoiceRow {
  if (!found) throw platformProblems.not_found(`There is no recurring invoice ${id}.`);
  return found;
}
