import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { PartyAddress } from '../../parties/party-fields.dto.js';
import type { DunnedItem } from './plan-dunning.js';

/** A receivable as letters name it. */
export interface ReceivableFact extends DunnedItem {
  entryDate: CalendarDate;
  /** The number of its document. */
  reference: string | null;
  /** Of the party, as BCP 47. */
  language: string | null;
}

/** Who a letter goes to. */
export interface Addressee {
  id: string;
  number: string;
  name: string;
  addresses: readonly PartyAddress[];
}

/** What is overdue or in credit on a day, with the last letter about each that stands, and who blocked it. */
const LOAD: Statement = {
  name: 'load_dunning_facts',
  text: `
    SELECT item.id, item.party_id AS "partyId", party.number AS "partyNumber", party.name AS "partyName", party.language,
           item.currency, item.entry_date AS "entryDate", coalesce(item.due_on, item.entry_date) AS "dueOn",
           item.open_amount::text AS "openAmount", coalesce(document.number, entry.reference) AS reference,
           coalesce(entry.origin = 'dunning_letter', false) AS "isCharge", coalesce(last.level, 0) AS "lastLevel",
           last.reminded_on AS "lastRemindedOn", last.interest_through AS "interestThrough",
           party.is_dunning_blocked AS "isPartyBlocked", party.status = 'on_hold' AS "isPartyOnHold",
           (SELECT b.reason FROM accounting.dunning_block b
            WHERE b.organization_id = $1 AND b.item_id = item.id AND (b.blocked_until IS NULL OR b.blocked_until >= $3)
              AND NOT EXISTS (SELECT FROM accounting.dunning_block_lift l
                              WHERE l.organization_id = b.organization_id AND l.block_id = b.id)
            ORDER BY b.created_at, b.id LIMIT 1) AS "blockReason"
    FROM accounting.open_item item
    JOIN accounting.party party ON party.organization_id = item.organization_id AND party.id = item.party_id
    JOIN accounting.journal_entry entry ON entry.organization_id = item.organization_id AND entry.id = item.entry_id
    LEFT JOIN accounting.sales_document document
      ON entry.origin IN ('invoice', 'credit_note') AND document.organization_id = entry.organization_id
      AND document.id = entry.origin_id
    LEFT JOIN LATERAL (
      SELECT max(n.level) AS level, max(l.issued_on) AS reminded_on,
             max(n.interest_through) FILTER (WHERE l.posts_charges) AS interest_through
      FROM accounting.dunning_letter_item n
      JOIN accounting.dunning_letter l ON l.organization_id = n.organization_id AND l.id = n.letter_id
      WHERE n.organization_id = $1 AND n.item_id = item.id
        AND NOT EXISTS (SELECT FROM accounting.dunning_letter_cancellation c
                        WHERE c.organization_id = n.organization_id AND c.letter_id = n.letter_id)) last ON true
    WHERE item.organization_id = $1 AND item.legal_entity_id = $2 AND item.control = 'receivable' AND item.open_amount <> 0
      AND item.entry_date <= $3 AND (item.open_amount < 0 OR coalesce(item.due_on, item.entry_date) < $3)
      AND ($4::uuid IS NULL OR item.party_id = $4)
    ORDER BY item.party_id, item.currency, "dueOn", item.entry_date, item.id`,
};
const HOLD: Statement = {
  name: 'hold_items_of_dunning',
  text: 'SELECT count(*) FROM accounting.hold_open_items($1, $2)',
};
const SURVIVORS: Statement = {
  name: 'find_survivors_of_dunned_parties',
  text: `
    SELECT id, coalesce(survivor_id, id) AS "survivorId" FROM accounting.party
    WHERE organization_id = $1 AND legal_entity_id = $2 AND id = ANY ($3::uuid[])`,
};
const KNOWN_ITEMS: Statement = {
  name: 'find_items_left_out_of_dunning',
  text: `
    SELECT id FROM accounting.open_item
    WHERE organization_id = $1 AND legal_entity_id = $2 AND control = 'receivable' AND id = ANY ($3::uuid[])`,
};
const ADDRESSEES: Statement = {
  name: 'find_addressees_of_dunning',
  text: 'SELECT id, number, name, addresses FROM accounting.party WHERE organization_id = $1 AND id = ANY ($2::uuid[])',
};

type Row = Omit<ReceivableFact, 'openAmount'> & { openAmount: string };

/** What dunning goes by. */
@Injectable()
export class DunningFactsRepository {
  /** Receivables of a legal entity, those of a customer and currency together, the oldest due first. */
  async load(
    transaction: Transaction,
    of: { legalEntityId: string; runOn: string; partyId?: string },
  ): Promise<ReceivableFact[]> {
    const values = [transaction.organizationId, of.legalEntityId, of.runOn, of.partyId ?? null];
    const rows = await transaction.rows<Row & object>(LOAD, values);
    return rows.map((row) => ({ ...row, openAmount: new Decimal(row.openAmount) }));
  }

  /** Until the transaction ends nobody settles the items or reminds of them. */
  async hold(transaction: Transaction, itemIds: readonly string[]): Promise<void> {
    await transaction.rows(HOLD, [transaction.organizationId, itemIds]);
  }

  /** Those whom parties of the legal entity live on as, by their ids. */
  async survivors(
    transaction: Transaction,
    legalEntityId: string,
    partyIds: readonly string[],
  ): Promise<Map<string, string>> {
    const values = [transaction.organizationId, legalEntityId, partyIds];
    const rows = await transaction.rows<{ id: string; survivorId: string }>(SURVIVORS, values);
    return new Map(rows.map(({ id, survivorId }) => [id, survivorId]));
  }

  /** Those of the ids that are receivables of the legal entity. */
  async knownItems(transaction: Transaction, legalEntityId: string, itemIds: readonly string[]): Promise<Set<string>> {
    const values = [transaction.organizationId, legalEntityId, itemIds];
    return new Set((await transaction.rows<{ id: string }>(KNOWN_ITEMS, values)).map(({ id }) => id));
  }

  /** Names and addresses of parties, by their ids. */
  async addressees(transaction: Transaction, partyIds: readonly string[]): Promise<Map<string, Addressee>> {
    const rows = await transaction.rows<Addressee & object>(ADDRESSEES, [transaction.organizationId, partyIds]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
