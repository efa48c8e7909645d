import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { JournalEntryDraftView } from './journal-entry-drafts.dto.js';
import { draftStatusSql } from './journal-entry-drafts.list.js';

/** What of a draft the person who writes it decides. */
export type DraftContent = Omit<
  JournalEntryDraftView,
  | 'id'
  | 'legalEntityId'
  | 'status'
  | 'approval'
  | 'entryId'
  | 'copyOf'
  | 'createdBy'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
>;

interface DraftRow extends Omit<JournalEntryDraftView, 'createdAt' | 'updatedAt' | 'lines'> {
  lines: JournalEntryDraftView['lines'] | null;
  createdAt: Date;
  updatedAt: Date;
}

const columns = `
  draft.id, draft.legal_entity_id AS "legalEntityId", draft.journal_code AS "journalCode",
  draft.entry_date AS "entryDate", draft.adjustment, draft.kind, draft.description, draft.reference,
  draft.external_source AS "externalSource", draft.external_id AS "externalId", draft.currency,
  draft.exchange_rate::text AS "exchangeRate", draft.exchange_rate_source AS "exchangeRateSource",
  draft.exchange_rate_type AS "exchangeRateType", draft.soft_close_reason AS "softCloseReason",
  draft.reverses_on AS "reversesOn", draft.tax_point_on AS "taxPointOn",
  draft.entry_id AS "entryId", draft.copy_of AS "copyOf", draft.created_by AS "createdBy", draft.version,
  draft.created_at AS "createdAt", draft.updated_at AS "updatedAt",
  (SELECT json_agg(json_build_object(
     'accountCode', l.account_code, 'debit', l.debit::text, 'credit', l.credit::text, 'currency', l.currency,
     'exchangeRate', l.exchange_rate::text, 'exchangeRateSource', l.exchange_rate_source,
     'exchangeRateType', l.exchange_rate_type, 'description', l.description, 'dimensions', l.dimensions,
     'partyId', l.party_id, 'dueOn', l.due_on, 'taxes', l.taxes)
     ORDER BY l.line_number)
   FROM accounting.journal_entry_draft_line l
   WHERE l.organization_id = draft.organization_id AND l.draft_id = draft.id) AS lines,
  (SELECT json_build_object('requestId', r.id, 'state', r.state, 'reason', r.end_reason)
   FROM platform.approval_request r
   WHERE r.organization_id = draft.organization_id AND r.subject_kind = 'journal_entry' AND r.subject_id = draft.id
   ORDER BY r.created_at DESC, r.id DESC LIMIT 1) AS approval`;

const SELECT_DRAFTS: Statement = {
  name: 'select_journal_entry_drafts',
  text: [
    'SELECT',
    draftStatusSql,
    'AS status,',
    columns,
    'FROM accounting.journal_entry_draft AS draft WHERE draft.organization_id = $1 AND draft.id = ANY ($2)',
  ].join(' '),
};
const HOLD_DRAFT: Statement = {
  name: 'hold_journal_entry_draft',
  text: 'SELECT FROM accounting.journal_entry_draft WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT_DRAFT: Statement = {
  name: 'insert_journal_entry_draft',
  text: `
    INSERT INTO accounting.journal_entry_draft
      (organization_id, id, legal_entity_id, copy_of, created_by, journal_code, entry_date, adjustment, kind, description, reference,
       external_source, external_id, currency, exchange_rate, exchange_rate_source, exchange_rate_type, soft_close_reason,
       reverses_on, tax_point_on)
    SELECT $1, $2, $3, $4, $5, c."journalCode", c."entryDate", c.adjustment, c.kind, c.description, c.reference, c."externalSource",
           c."externalId", c.currency, c."exchangeRate", c."exchangeRateSource", c."exchangeRateType", c."softCloseReason",
           c."reversesOn", c."taxPointOn"
    FROM json_to_record($6::json) AS c (
      "journalCode" text, "entryDate" date, adjustment boolean, kind text, description text, reference text, "externalSource" text,
      "externalId" text, currency text, "exchangeRate" numeric, "exchangeRateSource" text, "exchangeRateType" text,
      "softCloseReason" text, "reversesOn" date, "taxPointOn" date)`,
};
const UPDATE_DRAFT: Statement = {
  name: 'update_journal_entry_draft',
  text: `
    UPDATE accounting.journal_entry_draft d
    SET journal_code = c."journalCode", entry_date = c."entryDate", adjustment = c.adjustment, kind = c.kind, description = c.description,
        reference = c.reference, external_source = c."externalSource", external_id = c."externalId",
        currency = c.currency, exchange_rate = c."exchangeRate", exchange_rate_source = c."exchangeRateSource",
        exchange_rate_type = c."exchangeRateType", soft_close_reason = c."softCloseReason",
        reverses_on = c."reversesOn", tax_point_on = c."taxPointOn",
        version = d.version + 1, updated_at = now()
    FROM json_to_record($3::json) AS c (
      "journalCode" text, "entryDate" date, adjustment boolean, kind text, description text, reference text, "externalSource" text,
      "externalId" text, currency text, "exchangeRate" numeric, "exchangeRateSource" text, "exchangeRateType" text,
      "softCloseReason" text, "reversesOn" date, "taxPointOn" date)
    WHERE d.organization_id = $1 AND d.id = $2`,
};
const MARK_POSTED: Statement = {
  name: 'mark_journal_entry_draft_posted',
  text: `
    UPDATE accounting.journal_entry_draft SET entry_id = $3, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DELETE_DRAFT: Statement = {
  name: 'delete_journal_entry_draft',
  text: 'DELETE FROM accounting.journal_entry_draft WHERE organization_id = $1 AND id = $2',
};
const CUT_LINES: Statement = {
  name: 'cut_journal_entry_draft_lines',
  text: 'DELETE FROM accounting.journal_entry_draft_line WHERE organization_id = $1 AND draft_id = $2 AND line_number > $3',
};
/** Lines that stay as they are stay untouched, so that the audit trail names those that change. */
const WRITE_LINES: Statement = {
  name: 'write_journal_entry_draft_lines',
  text: `
    INSERT INTO accounting.journal_entry_draft_line AS line
      (organization_id, draft_id, line_number, account_code, debit, credit, currency, exchange_rate,
       exchange_rate_source, exchange_rate_type, description, dimensions, party_id, due_on, taxes)
    SELECT $1, $2, l."lineNumber", l."accountCode", l.debit, l.credit, l.currency, l."exchangeRate",
           l."exchangeRateSource", l."exchangeRateType", l.description, l.dimensions, l."partyId", l."dueOn", l.taxes
    FROM json_to_recordset($3::json) AS l (
      "lineNumber" integer, "accountCode" text, debit numeric, credit numeric, currency text, "exchangeRate" numeric,
      "exchangeRateSource" text, "exchangeRateType" text, description text, dimensions jsonb, "partyId" uuid, "dueOn" date, taxes jsonb)
    ON CONFLICT (organization_id, draft_id, line_number) DO UPDATE
      SET account_code = excluded.account_code, debit = excluded.debit, credit = excluded.credit,
          currency = excluded.currency, exchange_rate = excluded.exchange_rate,
          exchange_rate_source = excluded.exchange_rate_source, exchange_rate_type = excluded.exchange_rate_type,
          description = excluded.description, dimensions = excluded.dimensions,
          party_id = excluded.party_id, due_on = excluded.due_on, taxes = excluded.taxes
      WHERE (line.account_code, line.debit::text, line.credit::text, line.currency, line.exchange_rate::text,
             line.exchange_rate_source, line.exchange_rate_type, line.description, line.dimensions,
             line.party_id, line.due_on, line.taxes)
            IS DISTINCT FROM
            (excluded.account_code, excluded.debit::text, excluded.credit::text, excluded.currency,
             excluded.exchange_rate::text, excluded.exchange_rate_source, excluded.exchange_rate_type,
             excluded.description, excluded.dimensions, excluded.party_id, excluded.due_on, excluded.taxes)`,
};

/** Drafts and their lines, each command of them in a statement or two, however many lines there are. */
@Injectable()
export class JournalEntryDraftsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<JournalEntryDraftView> {
    const [row] = await transaction.rows<DraftRow & Record<string, unknown>>(SELECT_DRAFTS, [
      transaction.organizationId,
      [id],
    ]);
    if (!row) throw platformProblems.not_found(`There is no draft ${id} of a journal entry.`);
    return viewOf(row);
  }

  /** The same, held until the transaction ends: who comes next sees what this command has left. */
  async hold(transaction: Transaction, id: string): Promise<JournalEntryDraftView> {
    await transaction.rows(HOLD_DRAFT, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<JournalEntryDraftView>> {
    const places = await request.rows<{ id: string }>(transaction, {
      columns: 'draft.id',
      from: 'accounting.journal_entry_draft AS draft',
      where: 'draft.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    const rows = await transaction.rows<DraftRow & Record<string, unknown>>(SELECT_DRAFTS, [
      transaction.organizationId,
      places.map(({ id }) => id),
    ]);
    const views = new Map(rows.map((row) => [row.id, viewOf(row)]));
    return request.page(places, ({ id }) => views.get(id)!);
  }

  async insert(
    transaction: Transaction,
    { id, legalEntityId, copyOf }: Pick<JournalEntryDraftView, 'id' | 'legalEntityId' | 'copyOf'>,
    { lines, ...header }: DraftContent,
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const key = [organizationId, id, legalEntityId, copyOf, acting.actorId];
    await transaction.rows(INSERT_DRAFT, [...key, JSON.stringify(header)]);
    await writeLines(transaction, id, lines);
  }

  async update(transaction: Transaction, id: string, { lines, ...header }: DraftContent): Promise<void> {
    const { organizationId } = transaction;
    await transaction.rows(UPDATE_DRAFT, [organizationId, id, JSON.stringify(header)]);
    await transaction.rows(CUT_LINES, [organizationId, id, lines.length]);
    await writeLines(transaction, id, lines);
  }

  async markPosted(transaction: Transaction, id: string, entryId: string): Promise<void> {
    await transaction.rows(MARK_POSTED, [transaction.organizationId, id, entryId]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE_DRAFT, [transaction.organizationId, id]);
  }
}

async function writeLines(transaction: Transaction, id: string, lines: DraftContent['lines']): Promise<void> {
  if (lines.length === 0) return;
  const numbered = lines.map((line, index) => ({ lineNumber: index + 1, ...line }));
  await transaction.rows(WRITE_LINES, [transaction.organizationId, id, JSON.stringify(numbered)]);
}

function viewOf({ createdAt, updatedAt, lines, ...row }: DraftRow): JournalEntryDraftView {
  return {
    ...row,
    lines: lines ?? [],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
