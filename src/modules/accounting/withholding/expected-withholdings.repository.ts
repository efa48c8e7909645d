import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { leftOfWithholding } from './left-of-withholding.sql.js';

/** All that the documents of some items have open, the items among it. */
const FIND_ITEMS: Statement = {
  name: 'find_items_of_withheld_documents',
  text: `
    SELECT DISTINCT o.id, o.entry_id AS "entryId", o.currency, o.open_amount::text AS "openAmount"
    FROM accounting.open_item i
    JOIN accounting.sales_document d ON d.organization_id = i.organization_id AND d.entry_id = i.entry_id
    JOIN accounting.sales_document_withholding w ON w.organization_id = d.organization_id AND w.document_id = d.id
    JOIN accounting.open_item o ON o.organization_id = i.organization_id AND o.entry_id = i.entry_id AND o.open_amount <> 0
    WHERE i.organization_id = $1 AND i.id = ANY ($2::uuid[]) AND d.kind = 'invoice' ORDER BY o.id`,
};
const FIND_LEFT: Statement = {
  name: 'find_withholdings_left_of_entries',
  text: [
    'SELECT d.entry_id AS "entryId", c.code,',
    leftOfWithholding,
    `::text AS amount
    FROM accounting.sales_document d
    JOIN accounting.sales_document_withholding w ON w.organization_id = d.organization_id AND w.document_id = d.id
    JOIN accounting.withholding_code c ON c.organization_id = w.organization_id AND c.id = w.code_id
    WHERE d.organization_id = $1 AND d.entry_id = ANY ($2::uuid[]) AND d.kind = 'invoice' ORDER BY w.position`,
  ].join(' '),
};
const IS_ANY: Statement = {
  name: 'find_whether_withholdings_are_expected',
  text: `
    SELECT EXISTS (SELECT FROM accounting.sales_document_withholding
                   WHERE organization_id = $1 AND legal_entity_id = $2) AS "isAny"`,
};

/** What of the documents of items is open, as it is now. */
export interface OpenBeside {
  id: string;
  entryId: string;
  currency: string;
  openAmount: string;
}

/** What customers are still expected to keep back of invoices. */
@Injectable()
export class ExpectedWithholdingsRepository {
  /** The ids of all that the invoices of these items have open, where anything is to be withheld of them. */
  async itemsBeside(transaction: Transaction, itemIds: readonly string[]): Promise<string[]> {
    return (await this.openBeside(transaction, itemIds)).map(({ id }) => id);
  }

  /** The same with what is open of them. */
  async openBeside(transaction: Transaction, itemIds: readonly string[]): Promise<OpenBeside[]> {
    if (itemIds.length === 0) return [];
    return transaction.rows<OpenBeside & object>(FIND_ITEMS, [transaction.organizationId, itemIds]);
  }

  /** Whether documents of the legal entity say anything of withholding at all; those of most do not. */
  async isAny(transaction: Transaction, legalEntityId: string): Promise<boolean> {
    const values = [transaction.organizationId, legalEntityId];
    const [row] = await transaction.rows<{ isAny: boolean }>(IS_ANY, values);
    return row!.isAny;
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
