import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { SalesDraftContent, SalesDraftView } from './sales-drafts.dto.js';
import { draftStatusSql } from './sales-drafts.list.js';

interface DraftRow extends Omit<SalesDraftView, 'createdAt' | 'updatedAt'> {
  createdAt: Date;
  updatedAt: Date;
}

const columns = [
  draftStatusSql,
  `AS status, draft.id, draft.legal_entity_id AS "legalEntityId", draft.kind, draft.content, draft.created_by AS "createdBy",
   draft.version, draft.created_at AS "createdAt", draft.updated_at AS "updatedAt"`,
].join(' ');

const oneDraft = [
  'SELECT',
  columns,
  'FROM accounting.sales_draft AS draft WHERE draft.organization_id = $1 AND draft.id = $2',
].join(' ');
const FIND: Statement = { name: 'find_sales_draft', text: oneDraft };
const HOLD: Statement = { name: 'hold_sales_draft', text: [oneDraft, 'FOR UPDATE'].join(' ') };
const INSERT: Statement = {
  name: 'insert_sales_draft',
  text: `
    INSERT INTO accounting.sales_draft (organization_id, id, legal_entity_id, kind, party_id, content, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const UPDATE: Statement = {
  name: 'update_sales_draft',
  text: `
    UPDATE accounting.sales_draft SET party_id = $3, content = $4, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const MARK_ISSUED: Statement = {
  name: 'mark_sales_draft_issued',
  text: `
    UPDATE accounting.sales_draft SET document_id = id, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const DELETE: Statement = {
  name: 'delete_sales_draft',
  text: 'DELETE FROM accounting.sales_draft WHERE organization_id = $1 AND id = $2',
};

/** Invoices and credit notes that are being written. */
@Injectable()
export class SalesDraftsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<SalesDraftView>> {
    const rows = await request.rows<DraftRow>(transaction, {
      columns,
      from: 'accounting.sales_draft AS draft JOIN accounting.party AS party ON party.organization_id = draft.organization_id AND party.id = draft.party_id',
      where: 'draft.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** @throws Problem not_found */
  get(transaction: Transaction, id: string): Promise<SalesDraftView> {
    return one(transaction, FIND, id);
  }

  /** The same, held until the transaction ends. */
  hold(transaction: Transaction, id: string): Promise<SalesDraftView> {
    return one(transaction, HOLD, id);
  }

  async insert(
    transaction: Transaction,
    { id, legalEntityId, kind, content }: Pick<SalesDraftView, 'id' | 'legalEntityId' | 'kind' | 'content'>,
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const values = [organizationId, id, legalEntityId, kind, content.partyId, JSON.stringify(content), acting.actorId];
    await transaction.rows(INSERT, values);
  }

  async update(transaction: Transaction, id: string, content: SalesDraftContent): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, content.partyId, JSON.stringify(content)]);
  }

  async markIssued(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(MARK_ISSUED, [transaction.organizationId, id]);
  }

  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(DELETE, [transaction.organizationId, id]);
  }
}

async function one(transaction: Transaction, statement: Statement, id: string): Promise<SalesDraftView> {
  const [row] = await transaction.rows<DraftRow & object>(statement, [transaction.organizationId, id]);
  if (!row) throw platformProblems.not_found(`There is no draft ${id} of an invoice or credit note.`);
  return viewOf(row);
}

function viewOf({
  id,
  legalEntityId,
  kind,
  status,
  content,
  createdBy,
  version,
  createdAt,
  updatedAt,
}: DraftRow): SalesDraftView {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, legalEntityId, kind, status, content, createdBy, version, ...times };
}
