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

/** What a channel calls it. */
export interface SaleKey {
  channelId: string;
  externalId: string;
}

export type NewRecordedSale = RecordedSale & SaleKey & { legalEntityId: string };

export const keyOf = ({ channelId, externalId }: SaleKey): string => JSON.stringify([channelId, externalId]);

const FIND: Statement = {
  name: 'find_recorded_sale',
  text: `
    SELECT r.channel_id AS "channelId", r.external_id AS "externalId", r.document_id AS "documentId", r.kind,
           r.content_digest AS "contentDigest", r.settlement_ids AS "settlementIds"
    FROM unnest($3::uuid[], $4::text[]) AS wanted (channel_id, external_id)
    JOIN accounting.recorded_sale r ON r.organization_id = $1 AND r.channel_id = wanted.channel_id AND r.kind = $2
      AND r.external_id = wanted.external_id`,
};
const INSERT: Statement = {
  name: 'insert_recorded_sale',
  text: `
    INSERT INTO accounting.recorded_sale
      (organization_id, document_id, legal_entity_id, channel_id, external_id, kind, content_digest, settlement_ids)
    SELECT $1, s."documentId", s."legalEntityId", s."channelId", s."externalId", s.kind, s."contentDigest", s."settlementIds"
    FROM json_to_recordset($2::json) AS s (
      "documentId" uuid, "legalEntityId" uuid, "channelId" uuid, "externalId" text, kind text, "contentDigest" text,
      "settlementIds" uuid[])`,
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
    SELECT s.id, s.amount::text, coalesce(s.charge, 0)::text AS fee, e.entry_ids AS "entryIds",
           (SELECT coalesce(sum(p.amount), 0)::text FROM accounting.settlement_part p
            WHERE p.organization_id = $1 AND p.settlement_id = s.id AND p.purpose = 'withholding') AS "withheldAmount"
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
  withheldAmount: string;
  entryIds: string[];
}

/** What sales channels have handed over, each once. */
@Injectable()
export class RecordedSalesRepository {
  async find(transaction: Transaction, kind: SaleKind, key: SaleKey): Promise<RecordedSale | undefined> {
    return (await this.findAll(transaction, kind, [key])).get(keyOf(key));
  }

  /** Those that there are, by `keyOf`. */
  async findAll(
    transaction: Transaction,
    kind: SaleKind,
    keys: readonly SaleKey[],
  ): Promise<Map<string, RecordedSale>> {
    if (keys.length === 0) return new Map();
    const columns = [keys.map(({ channelId }) => channelId), keys.map(({ externalId }) => externalId)];
    const values = [transaction.organizationId, kind, ...columns];
    const rows = await transaction.rows<RecordedSale & SaleKey & object>(FIND, values);
    return new Map(rows.map(({ channelId, externalId, ...sale }) => [keyOf({ channelId, externalId }), sale]));
  }

  async insert(transaction: Transaction, sales: readonly NewRecordedSale[]): Promise<void> {
    if (sales.length === 0) return;
    await transaction.rows(INSERT, [transaction.organizationId, JSON.stringify(sales)]);
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
