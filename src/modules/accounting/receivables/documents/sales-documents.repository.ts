import { Injectable } from '@nestjs/common';
import type { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { SalesDocumentView, type SalesDocumentRow } from './sales-documents.dto.js';
import { INSERT_DOCUMENTS, salesDocumentColumns, salesDocumentTables, salesStatusSql } from './sales-documents.sql.js';
import type { SalesDocument, SalesKind } from './sales-document.js';

const FIND: Statement = {
  name: 'find_sales_documents',
  text: [
    'SELECT',
    salesStatusSql,
    'AS status,',
    salesDocumentColumns,
    'FROM',
    salesDocumentTables,
    'WHERE document.organization_id = $1 AND document.id = ANY ($2)',
  ].join(' '),
};
const HOLD: Statement = { name: 'hold_sales_document', text: 'SELECT accounting.hold_sales_document($1, $2)' };
const CREDIT_LINES: Statement = {
  name: 'find_credited_quantities',
  text: `
    SELECT l.credits_position AS position, sum(l.quantity)::text AS quantity
    FROM accounting.sales_document d
    JOIN accounting.sales_document_line l ON l.organization_id = d.organization_id AND l.document_id = d.id
    WHERE d.organization_id = $1 AND d.credits_id = $2 AND l.quantity IS NOT NULL AND l.credits_position IS NOT NULL
    GROUP BY l.credits_position`,
};

/** A document with the entry that the running command posts it with, and who issues it. */
export interface IssuedDocument {
  document: SalesDocument;
  entryId: string;
  issuedBy: string;
  /** What the command that issues it settles of it. */
  prepaid: Decimal;
}

const names = { invoice: 'invoice', credit_note: 'credit note' } as const;

/** Invoices and credit notes that are issued. */
@Injectable()
export class SalesDocumentsRepository {
  async insert(transaction: Transaction, issued: readonly IssuedDocument[]): Promise<void> {
    const rows = issued.map(({ document, entryId, issuedBy, prepaid }) => ({
      ...document,
      prepaid,
      entryId,
      issuedBy,
      lines: document.lines.map((line, place) => ({ ...line, position: place + 1 })),
      taxes: document.taxes.map(({ component, ...tax }, place) => ({ ...component, ...tax, position: place + 1 })),
      withholdings: document.withholdings.map((one, place) => ({ ...one, id: newId(), position: place + 1 })),
    }));
    await transaction.rows(INSERT_DOCUMENTS, [transaction.organizationId, JSON.stringify(rows)]);
  }

  async find(transaction: Transaction, ids: readonly string[]): Promise<Map<string, SalesDocumentRow>> {
    const rows = await transaction.rows<SalesDocumentRow & object>(FIND, [transaction.organizationId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** @throws Problem not_found, also for a document of the other kind */
  async get(transaction: Transaction, kind: SalesKind, id: string): Promise<SalesDocumentRow> {
    const row = (await this.find(transaction, [id])).get(id.toLowerCase());
    if (row?.kind !== kind) throw platformProblems.not_found(`There is no ${names[kind]} ${id}.`);
    return row;
  }

  /** The same, held until the transaction ends: nobody else credits it meanwhile. */
  async hold(transaction: Transaction, kind: SalesKind, id: string): Promise<SalesDocumentRow> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, kind, id);
  }

  /** How much of each item of an invoice is credited. */
  async creditedQuantities(transaction: Transaction, id: string): Promise<Map<number, string>> {
    const values = [transaction.organizationId, id];
    const rows = await transaction.rows<{ position: number; quantity: string }>(CREDIT_LINES, values);
    return new Map(rows.map(({ position, quantity }) => [position, quantity]));
  }

  async list(transaction: Transaction, kind: SalesKind, request: ListRequest): Promise<Page<SalesDocumentView>> {
    const places = await request.rows<{ id: string }>(transaction, {
      columns: 'document.id',
      from: salesDocumentTables,
      where: 'document.organization_id = $1 AND document.kind = $2',
      parameters: [transaction.organizationId, kind],
    });
    const ids = places.map(({ id }) => id);
    const rows = await this.find(transaction, ids);
    return request.page(places, ({ id }) => SalesDocumentView.from(rows.get(id)!));
  }
}
