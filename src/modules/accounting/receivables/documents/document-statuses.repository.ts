import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { SalesKind } from './sales-document.js';
import { salesDocumentTables, salesStatusSql } from './sales-documents.sql.js';
import type { SalesStatus } from './sales-statuses.js';

/** What a command did that may have changed what became of documents. */
export interface DoneToDocuments {
  /** Made or undone. */
  allocationIds: readonly string[];
  creditNoteIds: readonly string[];
}

/** A document, its amounts as the database has them, and its status before the command. */
export interface ChangedStatus {
  documentId: string;
  legalEntityId: string;
  kind: SalesKind;
  number: string;
  partyId: string;
  externalSource: string | null;
  externalId: string | null;
  currency: string;
  payable: string;
  openAmount: string;
  creditedAmount: string;
  writtenOffAmount: string;
  statusBefore: SalesStatus;
  status: SalesStatus;
}

const touched = `
  SELECT d.id FROM accounting.sales_document d
  WHERE d.organization_id = $1 AND d.entry_id IN (
    SELECT i.entry_id FROM accounting.allocation a
    JOIN accounting.open_item i
      ON i.organization_id = a.organization_id AND i.id = ANY (ARRAY[a.debit_item_id, a.credit_item_id])
    WHERE a.organization_id = $1 AND a.id = ANY ($2::uuid[]))
  UNION
  SELECT c.credits_id FROM accounting.sales_document c
  WHERE c.organization_id = $1 AND c.id = ANY ($3::uuid[]) AND c.credits_id IS NOT NULL`;

const HOLD: Statement = {
  name: 'hold_statuses_of_documents',
  text: [
    "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'accounting.document_status', $1::uuid, one.id), 0)) FROM (",
    touched,
    'ORDER BY id) AS one',
  ].join(' '),
};
/**
 * The status before follows from the facts of now less those of the command: what its allocations settled, the part of it
 * that is of write-offs, and its credit notes. Those that take back have amounts below zero.
 */
const FIND: Statement = {
  name: 'find_changed_statuses_of_documents',
  text: [
    `WITH moved AS (
       SELECT i.entry_id, sum(a.amount) AS amount, coalesce(sum(a.amount) FILTER (WHERE s.id IS NOT NULL), 0) AS written_off
       FROM accounting.allocation a
       JOIN accounting.open_item i
         ON i.organization_id = a.organization_id AND i.id = ANY (ARRAY[a.debit_item_id, a.credit_item_id])
       LEFT JOIN accounting.allocation undone ON undone.organization_id = a.organization_id AND undone.id = a.undoes
       LEFT JOIN accounting.settlement s
         ON s.organization_id = a.organization_id AND s.kind = 'write_off'
           AND s.id = CASE WHEN undone.id IS NULL THEN a.group_id ELSE undone.group_id END
       WHERE a.organization_id = $1 AND a.id = ANY ($2::uuid[])
       GROUP BY i.entry_id
     ), now AS (
       SELECT`,
    salesStatusSql,
    `    AS status, document.id, document.entry_id, document.legal_entity_id, document.kind, document.number,
            coalesce(party.survivor_id, party.id) AS party_id, document.external_source, document.external_id,
            document.currency, document.payable, still_open.amount AS open, credited.amount AS credited, settled.written_off
     FROM`,
    salesDocumentTables,
    `  WHERE document.organization_id = $1 AND document.id IN (`,
    touched,
    `) ), compared AS (
       SELECT document.*,`,
    salesStatusSql,
    `    AS status_before
       FROM now AS document
       LEFT JOIN moved ON moved.entry_id = document.entry_id
       CROSS JOIN LATERAL (SELECT document.open + coalesce(moved.amount, 0) AS amount) AS still_open
       CROSS JOIN LATERAL (
         SELECT document.credited - coalesce(sum(c.payable), 0) AS amount FROM accounting.sales_document c
         WHERE c.organization_id = $1 AND c.credits_id = document.id AND c.id = ANY ($3::uuid[])) AS credited
       CROSS JOIN LATERAL (SELECT document.written_off - coalesce(moved.written_off, 0) AS written_off) AS settled
     )
     SELECT id AS "documentId", legal_entity_id AS "legalEntityId", kind, number, party_id AS "partyId",
            external_source AS "externalSource", external_id AS "externalId", currency, payable::text, open::text AS "openAmount",
            credited::text AS "creditedAmount", written_off::text AS "writtenOffAmount", status_before AS "statusBefore", status
     FROM compared WHERE status <> status_before ORDER BY id`,
  ].join(' '),
};

/** What a command made of the statuses of documents. */
@Injectable()
export class DocumentStatusesRepository {
  /** Others who settle or credit the same documents wait from here on, so that each sees what those before it did. */
  async findChanged(
    transaction: Transaction,
    { allocationIds, creditNoteIds }: DoneToDocuments,
  ): Promise<ChangedStatus[]> {
    const values = [transaction.organizationId, allocationIds, creditNoteIds];
    // Sent together: the second statement begins when the first one has what it waits for.
    const [, changed] = await Promise.all([
      transaction.rows(HOLD, values),
      transaction.rows<ChangedStatus & object>(FIND, values),
    ]);
    return changed;
  }
}
