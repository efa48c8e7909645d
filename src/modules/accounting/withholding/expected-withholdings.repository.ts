import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';

/** All that the documents of some items have open, the items among it. */
const FIND_ITEMS: Statement = {
  name: 'find_items_of_withheld_documents',
  text: `
    SELECT DISTINCT o.id FROM accounting.open_item i
    JOIN accounting.sales_document d ON d.organization_id = i.organization_id AND d.entry_id = i.entry_id
    JOIN accounting.sales_document_withholding w ON w.organization_id = d.organization_id AND w.document_id = d.id
    JOIN accounting.open_item o ON o.organization_id = i.organization_id AND o.entry_id = i.entry_id AND o.open_amount <> 0
    WHERE i.organization_id = $1 AND i.id = ANY ($2::uuid[]) AND d.kind = 'invoice' ORDER BY o.id`,
};
/** What was expected, less what credit notes took back and what was withheld. */
const FIND_LEFT: Statement = {
  name: 'find_withholdings_left_of_entries',
  text: `
    SELECT d.entry_id AS "entryId", c.code, greatest(0, w.amount - credited.amount - withheld.amount)::text AS amount
    FROM accounting.sales_document d
    JOIN accounting.sales_document_withholding w ON w.organization_id = d.organization_id AND w.document_id = d.id
    JOIN accounting.withholding_code c ON c.organization_id = w.organization_id AND c.id = w.code_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(x.amount), 0) AS amount FROM accounting.sales_document n
      JOIN accounting.sales_document_withholding x ON x.organization_id = n.organization_id AND x.document_id = n.id
      WHERE n.organization_id = d.organization_id AND n.credits_id = d.id AND x.code_id = w.code_id) credited
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(p.amount), 0) AS amount FROM accounting.open_item o
      JOIN accounting.settlement_part p
        ON p.organization_id = o.organization_id AND p.item_id = o.id AND p.purpose = 'withholding'
      JOIN accounting.withholding h
        ON h.organization_id = p.organization_id AND h.settlement_id = p.settlement_id AND h.position = p.position
      WHERE o.organization_id = d.organization_id AND o.entry_id = d.entry_id AND h.code_id = w.code_id
        AND NOT EXISTS (SELECT FROM accounting.settlement_reversal r
                        WHERE r.organization_id = p.organization_id AND r.settlement_id = p.settlement_id)) withheld
    WHERE d.organization_id = $1 AND d.entry_id = ANY ($2::uuid[]) AND d.kind = 'invoice' ORDER BY w.position`,
};

/** What customers are still expected to keep back of invoices. */
@Injectable()
export class ExpectedWithholdingsRepository {
  /** The ids of all that the invoices of these items have open, where anything is to be withheld of them. */
  async itemsBeside(transaction: Transaction, itemIds: readonly string[]): Promise<string[]> {
    if (itemIds.length === 0) return [];
    const rows = await transaction.rows<{ id: string }>(FIND_ITEMS, [transaction.organizationId, itemIds]);
    return rows.map(({ id }) => id);
  }

  /** By the entry of the invoice, then by code; never below zero. */
  async left(transaction: Transaction, entryIds: readonly string[]): Promise<Map<string, Map<string, Decimal>>> {
    const rows = await transaction.rows<{ entryId: string; code: string; amount: string }>(FIND_LEFT, [
      transaction.organizationId,
      entryIds,
    ]);
    const found = new Map<string, Map<string, Decimal>>();
    for (const { entryId, code, amount } of rows) {
      found.set(entryId, (found.get(entryId) ?? new Map<string, Decimal>()).set(code, new Decimal(amount)));
    }
    return found;
  }
}
