import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { type KnownWithholding, leftToTakeBack, leftToTakeBackAlone } from './left-to-take-back.js';

/** Those who take back what was withheld of a customer do so one after the other. */
const HOLD_CUSTOMER: Statement = {
  name: 'hold_customer_of_refund',
  text: `
    SELECT FROM accounting.party p
    WHERE p.organization_id = $1
      AND p.id = (SELECT coalesce(n.survivor_id, n.id) FROM accounting.party n WHERE n.organization_id = $1 AND n.id = $2)
    FOR NO KEY UPDATE`,
};
/** All that credit notes have open which take back the same documents as those of some items, these among it. */
const FIND_ITEMS: Statement = {
  name: 'find_items_of_credited_withholdings',
  text: `
    SELECT DISTINCT o.id, coalesce(d.credits_id, d.id) AS "documentId"
    FROM accounting.open_item i
    JOIN accounting.sales_document d ON d.organization_id = i.organization_id AND d.entry_id = i.entry_id
    JOIN accounting.sales_document_withholding w ON w.organization_id = d.organization_id AND w.document_id = d.id
    JOIN accounting.sales_document n ON n.organization_id = d.organization_id
      AND (n.id = d.id OR n.credits_id = d.credits_id)
    JOIN accounting.open_item o ON o.organization_id = n.organization_id AND o.entry_id = n.entry_id AND o.open_amount <> 0
    WHERE i.organization_id = $1 AND i.id = ANY ($2::uuid[]) AND d.kind = 'credit_note' ORDER BY o.id`,
};
const FIND_KNOWN: Statement = {
  name: 'find_withholdings_to_take_back',
  text: `
    SELECT d.id AS "documentId", d.kind, c.code, w.amount::text AS expected, w.base::text AS base,
           credited.amount::text AS credited, credited.base::text AS "creditedBase", known.withheld::text AS withheld,
           known.taken_back::text AS "takenBack",
           CASE d.kind WHEN 'credit_note' THEN accounting.withheld_of_customer($1, w.party_id, w.code_id) ELSE 0 END::text
             AS "ofCustomer"
    FROM accounting.sales_document d
    JOIN accounting.sales_document_withholding w ON w.organization_id = d.organization_id AND w.document_id = d.id
    JOIN accounting.withholding_code c ON c.organization_id = w.organization_id AND c.id = w.code_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(x.amount), 0) AS amount, coalesce(sum(x.base), 0) AS base FROM accounting.sales_document n
      JOIN accounting.sales_document_withholding x ON x.organization_id = n.organization_id AND x.document_id = n.id
      WHERE n.organization_id = $1 AND n.credits_id = d.id AND x.code_id = w.code_id) credited
    CROSS JOIN LATERAL accounting.withheld_of_document($1, d.id, w.code_id) known
    WHERE d.organization_id = $1 AND d.id = ANY ($2::uuid[]) ORDER BY w.position`,
};

type KnownRow = { [Name in keyof KnownWithholding]: string } & {
  documentId: string;
  kind: 'invoice' | 'credit_note';
  code: string;
  ofCustomer: string;
};

/** What is to be taken back of what customers withheld, when credit notes are refunded. */
@Injectable()
export class TakenBackWithholdingsRepository {
  /** Until the transaction ends, nobody else takes back what was withheld of the customer, or reverses that. */
  async holdCustomer(transaction: Transaction, partyId: string): Promise<void> {
    await transaction.rows(HOLD_CUSTOMER, [transaction.organizationId, partyId]);
  }

  /** By the ids of items of credit notes: the invoice, or the credit note that stands alone, that these are reckoned by. */
  async itemsBeside(transaction: Transaction, itemIds: readonly string[]): Promise<Map<string, string>> {
    const values = [transaction.organizationId, itemIds];
    const rows = await transaction.rows<{ id: string; documentId: string }>(FIND_ITEMS, values);
    return new Map(rows.map(({ id, documentId }) => [id, documentId]));
  }

  /** By document, then by code. */
  async left(
    transaction: Transaction,
    documentIds: readonly string[],
    minorUnits: number,
  ): Promise<Map<string, Map<string, Decimal>>> {
    const found = new Map<string, Map<string, Decimal>>();
    if (documentIds.length === 0) return found;
    const values = [transaction.organizationId, documentIds];
    for (const row of await transaction.rows<KnownRow & object>(FIND_KNOWN, values)) {
      const of = found.get(row.documentId) ?? new Map<string, Decimal>();
      found.set(row.documentId, of.set(row.code, leftOf(row, minorUnits)));
    }
    return found;
  }
}

function leftOf({ kind, ofCustomer, ...row }: KnownRow, minorUnits: number): Decimal {
  const known = {
    expected: new Decimal(row.expected),
    credited: new Decimal(row.credited),
    base: new Decimal(row.base),
    creditedBase: new Decimal(row.creditedBase),
    withheld: new Decimal(row.withheld),
    takenBack: new Decimal(row.takenBack),
  };
  return kind === 'invoice' ? leftToTakeBack(known, minorUnits) : leftToTakeBackAlone(known, new Decimal(ofCustomer));
}
