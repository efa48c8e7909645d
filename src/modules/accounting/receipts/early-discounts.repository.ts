import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { DiscountStep } from './early-discount.js';

/** What may be kept of one line of an entry for paying it early. */
export interface OfferedDiscounts {
  legalEntityId: string;
  entryId: string;
  /** Of a line of a party on a control account: an open item. */
  lineNumber: number;
  /** Each until a day of its own. */
  steps: readonly DiscountStep[];
}

/** What was offered of an item, in the order of the days, and what was granted of it by documents that stand. */
export interface KnownDiscounts {
  steps: DiscountStep[];
  granted: Decimal;
}

const INSERT: Statement = {
  name: 'insert_early_discounts',
  text: `
    INSERT INTO accounting.early_discount
      (organization_id, entry_id, line_number, until_on, legal_entity_id, percentage, amount)
    SELECT $1, d."entryId", d."lineNumber", d."untilOn", d."legalEntityId", d.percentage, d.amount
    FROM json_to_recordset($2::json) AS d (
      "entryId" uuid, "lineNumber" integer, "untilOn" date, "legalEntityId" uuid, percentage numeric, amount numeric)`,
};
const FIND: Statement = {
  name: 'find_early_discounts',
  text: `
    SELECT i.id AS "itemId",
           (SELECT json_agg(json_build_object('untilOn', d.until_on, 'percentage', d.percentage::text,
                                              'amount', d.amount::text) ORDER BY d.until_on)
            FROM accounting.early_discount d
            WHERE d.organization_id = i.organization_id AND d.entry_id = i.entry_id AND d.line_number = i.line_number) AS steps,
           (SELECT coalesce(sum(p.amount), 0)::text FROM accounting.settlement_part p
            WHERE p.organization_id = i.organization_id AND p.item_id = i.id AND p.purpose = 'early_discount'
              AND NOT EXISTS (
                SELECT FROM accounting.settlement_reversal r
                WHERE r.organization_id = p.organization_id AND r.settlement_id = p.settlement_id)) AS granted
    FROM accounting.open_item i WHERE i.organization_id = $1 AND i.id = ANY ($2)`,
};

const IS_ANY: Statement = {
  name: 'find_whether_early_discounts_hold',
  text: `
    SELECT EXISTS (SELECT FROM accounting.early_discount
                   WHERE organization_id = $1 AND legal_entity_id = $2 AND until_on >= $3::date) AS "isAny"`,
};

/** What payment terms offer for paying early, beside the open items that they are of. */
@Injectable()
export class EarlyDiscounts {
  /**
   * Records what documents offer when they are issued: within the transaction that posts their entries, or later.
   *
   * @throws Problem early_discount_refused, early_discount_taken
   */
  async record(transaction: Transaction, offered: readonly OfferedDiscounts[]): Promise<void> {
    const rows = offered.flatMap(({ steps, ...line }) => steps.map((step) => ({ ...line, ...step })));
    if (rows.length === 0) return;
    await transaction.rows(INSERT, [transaction.organizationId, JSON.stringify(rows)]);
  }

  /** Whether anything is offered in the legal entity for payment on a day or a later one. */
  async isAny(transaction: Transaction, legalEntityId: string, day: string): Promise<boolean> {
    const values = [transaction.organizationId, legalEntityId, day];
    return (await transaction.rows<{ isAny: boolean }>(IS_ANY, values))[0]!.isAny;
  }

  /** Of each item; those that are held stay as they are told. */
  async of(transaction: Transaction, itemIds: readonly string[]): Promise<Map<string, KnownDiscounts>> {
    if (itemIds.length === 0) return new Map();
    const rows = await transaction.rows<{ itemId: string; steps: DiscountStep[] | null; granted: string }>(FIND, [
      transaction.organizationId,
      itemIds,
    ]);
    return new Map(
      rows.map(({ itemId, steps, granted }) => [itemId, { steps: steps ?? [], granted: new Decimal(granted) }]),
    );
  }
}
