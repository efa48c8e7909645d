import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';

export type SaleKind = 'sale' | 'refund';

/** What a channel has handed over under an id of its own. */
export interface RecordedSale {
  documentId: string;
  kind: SaleKind;
  contentDigest: string;
  settlementIds: string[];
}

const FIND: Statement = {
  name: 'find_recorded_sale',
  text: `
    SELECT document_id AS "documentId", kind, content_digest AS "contentDigest", settlement_ids AS "settlementIds"
    FROM accounting.recorded_sale WHERE organization_id = $1 AND channel_id = $2 AND kind = $3 AND external_id = $4`,
};
const INSERT: Statement = {
  name: 'insert_recorded_sale',
  text: `
    INSERT INTO accounting.recorded_sale
      (organization_id, document_id, legal_entity_id, channel_id, external_id, kind, content_digest, settlement_ids)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const OPEN_ITEMS: Statement = {
  name: 'find_open_items_of_sale',
  text: `
    SELECT i.id, abs(i.open_amount)::text AS "openAmount"
    FROM accounting.sales_document d
    JOIN accounting.open_item i ON i.organization_id = d.organization_id AND i.entry_id = d.entry_id
    WHERE d.organization_id = $1 AND d.id = $2 AND i.open_amount <> 0 ORDER BY i.due_on, i.line_number`,
};
const PAYMENTS: Statement = {
  name: 'find_payments_of_sale',
  text: `
    SELECT s.id, s.amount::text, coalesce(s.charge, 0)::text AS fee, e.entry_ids AS "entryIds"
    FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
    JOIN accounting.settlement s ON s.organization_id = $1 AND s.id = wanted.id
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(j.id ORDER BY j.posted_at, j.id), '{}') AS entry_ids FROM accounting.journal_entry j
      WHERE j.organization_id = $1 AND j.origin_id = s.id) e
    ORDER BY wanted.place`,
};

export interface OpenPart {
  id: string;
  openAmount: string;
}

export interface PaymentOfSale {
  id: string;
  amount: string;
  fee: string;
  entryIds: string[];
}

/** What sales channels have handed over, each once. */
@Injectable()
export class RecordedSalesRepository {
  async find(
    transaction: Transaction,
    channelId: string,
    kind: SaleKind,
    externalId: string,
  ): Promise<RecordedSale | undefined> {
    const values = [transaction.organizationId, channelId, kind, externalId];
    return (await transaction.rows<RecordedSale & object>(FIND, values))[0];
  }

  async insert(
    transaction: Transaction,
    sale: RecordedSale & { legalEntityId: string; channelId: string; externalId: string },
  ): Promise<void> {
    const { documentId, legalEntityId, channelId, externalId, kind, contentDigest, settlementIds } = sale;
    const values = [documentId, legalEntityId, channelId, externalId, kind, contentDigest, settlementIds];
    await transaction.rows(INSERT, [transaction.organizationId, ...values]);
  }

  /** What is open of a document, the earliest due first. */
  openItemsOf(transaction: Transaction, documentId: string): Promise<OpenPart[]> {
    return transaction.rows<OpenPart & object>(OPEN_ITEMS, [transaction.organizationId, documentId]);
  }

  /** In the order of the ids. */
  payments(transaction: Transaction, settlementIds: readonly string[]): Promise<PaymentOfSale[]> {
    if (settlementIds.length === 0) return Promise.resolve([]);
    return transaction.rows<PaymentOfSale & object>(PAYMENTS, [transaction.organizationId, settlementIds]);
  }
}
