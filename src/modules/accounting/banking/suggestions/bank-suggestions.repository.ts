import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { leftOfWithholding } from '../../withholding/left-of-withholding.sql.js';
import { MOST_COMBINED } from './combine-items.js';
import type { FoundItem, LedgerCandidate } from './rank-suggestions.js';

/** Days before and after a line of the bank within which a line of the books may be the same. */
const DAYS_BEFORE = 90;
const DAYS_AFTER = 30;
/** Of one line; more of the same amount tell nothing apart. */
const MOST_CANDIDATES = 20;
/** Codes that a document names; the share of an item is rounded for each. */
const MOST_WITHHOLDINGS = 5;
/** That one line names: a payment of a large customer may be of many invoices. */
const MOST_ITEMS = 100;

const selectLines = `
  SELECT line.id, line.booked_on::text AS "bookedOn", line.amount::text AS amount, line.remittance,
         line.end_to_end_reference AS "endToEndReference", line.creditor_reference AS "creditorReference",
         line.bank_reference AS "bankReference", line.counterparty_name AS "counterpartyName",
         line.counterparty_iban AS "counterpartyIban", line.transaction_code AS "transactionCode"
  FROM accounting.bank_statement_line_state state
  JOIN accounting.bank_statement_line line
    ON line.organization_id = state.organization_id AND line.id = state.line_id
  WHERE state.organization_id = $1 AND state.bank_account_id = $2 AND state.status = 'unmatched'`;
const LINES: Statement = {
  name: 'find_lines_to_suggest_for',
  text: [
    selectLines,
    'AND ($3::uuid[] IS NULL OR state.line_id = ANY ($3)) ORDER BY line.booked_on, line.id LIMIT $4',
  ].join(' '),
};
const LATEST_LINES: Statement = {
  name: 'find_latest_lines_to_preview_for',
  text: [selectLines, 'ORDER BY line.booked_on DESC, line.id DESC LIMIT $3'].join(' '),
};
const LINES_AFTER: Statement = {
  name: 'find_next_lines_to_suggest_for',
  text: [selectLines, 'AND ($3::uuid IS NULL OR state.line_id > $3) ORDER BY state.line_id LIMIT $4'].join(' '),
};
const REJECTED: Statement = {
  name: 'find_rejected_bank_suggestions',
  text: `
    SELECT statement_line_id AS "lineId", target_key AS "targetKey" FROM accounting.bank_match_rejection
    WHERE organization_id = $1 AND statement_line_id = ANY ($2::uuid[])`,
};
/** All lines at once. */
const LEDGER_CANDIDATES: Statement = {
  name: 'find_ledger_lines_to_suggest',
  text: `
    WITH line AS (
      SELECT * FROM unnest($3::uuid[], $4::date[], $5::numeric[]) AS l (id, booked_on, amount)
    ), key AS (
      SELECT * FROM unnest($6::uuid[], $7::text[]) AS k (line_id, reference_key)
    ), candidate AS (
      SELECT line.id AS line_id, ledger.id, ledger.entry_date, abs(ledger.entry_date - line.booked_on) AS days,
             EXISTS (SELECT FROM key WHERE key.line_id = line.id AND key.reference_key = ledger.reference_key) AS named
      FROM line
      JOIN accounting.bank_ledger_line ledger
        ON ledger.organization_id = $1 AND ledger.bank_account_id = $2 AND ledger.amount = line.amount
           AND ledger.match_id IS NULL AND ledger.entry_date >= line.booked_on - $8::integer
           AND ledger.entry_date <= line.booked_on + $9::integer
    ), placed AS (
      SELECT c.*, row_number() OVER (PARTITION BY c.line_id ORDER BY c.named DESC, c.days, c.id) AS place FROM candidate c
    )
    SELECT line_id AS "lineId", id AS "ledgerLineId", named AS "hasReference", days FROM placed WHERE place <= $10
    ORDER BY line_id, place`,
};
/** Lines, and the parties that they are known to come from or go to, by account or by name; those that were merged live on. */
const knownParties = `
  line AS (
    SELECT * FROM unnest($4::uuid[], $5::numeric[], $6::text[], $7::text[]) AS l (id, amount, iban, name)
  ), known AS MATERIALIZED (
    SELECT found.line_id, found.amount, coalesce(party.survivor_id, party.id) AS party_id,
           bool_or(found.by_iban) AS by_iban, bool_or(NOT found.by_iban) AS by_name
    FROM (
      SELECT line.id AS line_id, line.amount, account.party_id, true AS by_iban
      FROM line
      JOIN accounting.party_bank_account account
        ON account.organization_id = $1 AND account.legal_entity_id = $2 AND account.iban = line.iban
           AND account.status <> 'archived'
      UNION ALL
      SELECT line.id, line.amount, party.id, false
      FROM line
      JOIN accounting.party party
        ON party.organization_id = $1 AND party.legal_entity_id = $2 AND party.name = line.name) found
    JOIN accounting.party party ON party.organization_id = $1 AND party.id = found.party_id
    GROUP BY 1, 2, 3
  )`;
/**
 * What of customers comes in and of vendors goes out: named by a reference, or of a party that is known, in just the amount,
 * or, where withholding is known of at all, within a tolerance in what is to be paid when all is withheld.
 * Items are looked up one by one, by their keys: no estimate of how many there are leads to another plan. What is left to be
 * withheld is asked only of items that a line of the payer may be, by what was expected when they were issued.
 */
const ITEM_CANDIDATES: Statement = {
  name: 'find_open_items_to_suggest',
  text: [
    'WITH',
    knownParties,
    `, withheld AS MATERIALIZED (
      SELECT item.id, item.party_id, item.control, item.currency, item.open_amount, item.entry_date,
             item.open_amount - item.open_amount * expected.amount / beside.amount AS to_be_paid
      FROM (
        SELECT known.party_id, min(known.amount) AS least, max(known.amount) AS most FROM known
        WHERE $11::boolean AND known.amount > 0 GROUP BY 1) payer
      CROSS JOIN LATERAL (
        SELECT i.* FROM accounting.open_item i
        WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.party_id = payer.party_id AND i.control = 'receivable'
          AND i.open_amount <> 0 AND i.open_amount > payer.least AND i.currency = $3 OFFSET 0) item
      CROSS JOIN LATERAL (
        SELECT s.id FROM accounting.sales_document s
        WHERE s.organization_id = $1 AND s.entry_id = item.entry_id AND s.kind = 'invoice' LIMIT 1) sold
      CROSS JOIN LATERAL (
        SELECT sum(w.amount) AS amount FROM accounting.sales_document_withholding w
        WHERE w.organization_id = $1 AND w.document_id = sold.id) issued
      CROSS JOIN LATERAL (
        SELECT sum(`,
    leftOfWithholding,
    `) AS amount FROM accounting.sales_document d
        JOIN accounting.sales_document_withholding w ON w.organization_id = d.organization_id AND w.document_id = d.id
        WHERE d.organization_id = $1 AND d.id = sold.id AND item.open_amount - issued.amount <= payer.most) expected
      CROSS JOIN LATERAL (
        SELECT sum(b.open_amount) AS amount FROM accounting.open_item b
        WHERE b.organization_id = $1 AND b.entry_id = item.entry_id) beside
      WHERE expected.amount > 0
    ), key AS (
      SELECT * FROM unnest($8::uuid[], $9::text[]) AS k (line_id, reference_key)
    ), named AS MATERIALIZED (
      SELECT DISTINCT key.line_id, line.amount, reference.item_id
      FROM key
      JOIN line ON line.id = key.line_id
      JOIN accounting.open_item_reference reference
        ON reference.organization_id = $1 AND reference.legal_entity_id = $2 AND reference.reference_key = key.reference_key
    ), candidate AS (
      SELECT named.line_id, named.amount, item.*, true AS has_reference, known.by_iban, known.by_name
      FROM named
      CROSS JOIN LATERAL (
        SELECT i.id, i.party_id, i.control, i.currency, i.open_amount, i.entry_date FROM accounting.open_item i
        WHERE i.organization_id = $1 AND i.id = named.item_id LIMIT 1) item
      LEFT JOIN known ON known.line_id = named.line_id AND known.party_id = item.party_id
      UNION ALL
      SELECT known.line_id, known.amount, item.*, false, known.by_iban, known.by_name
      FROM known
      CROSS JOIN LATERAL (
        SELECT i.id, i.party_id, i.control, i.currency, i.open_amount, i.entry_date FROM accounting.open_item i
        WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.party_id = known.party_id
          AND i.control = CASE WHEN known.amount > 0 THEN 'receivable' ELSE 'payable' END
          AND i.open_amount <> 0 AND i.open_amount = known.amount LIMIT $10) item
      UNION ALL
      SELECT known.line_id, known.amount, withheld.id, withheld.party_id, withheld.control, withheld.currency,
             withheld.open_amount, withheld.entry_date, false, known.by_iban, known.by_name
      FROM known
      JOIN withheld ON withheld.party_id = known.party_id AND abs(withheld.to_be_paid - known.amount) < $12::numeric
    ), placed AS (
      SELECT line_id, id, party_id, open_amount, bool_or(has_reference) AS has_reference,
             coalesce(bool_or(by_iban), false) AS has_iban, coalesce(bool_or(by_name), false) AS has_name,
             row_number() OVER (PARTITION BY line_id ORDER BY bool_or(has_reference) DESC, entry_date, id) AS place
      FROM candidate
      WHERE currency = $3 AND sign(open_amount) = sign(amount)
        AND control = CASE WHEN amount > 0 THEN 'receivable' ELSE 'payable' END
      GROUP BY line_id, id, party_id, open_amount, entry_date
    )
    SELECT line_id AS "lineId", id AS "openItemId", party_id AS "partyId", abs(open_amount)::text AS open,
           has_reference AS "hasReference", has_iban AS "hasIban", has_name AS "hasName"
    FROM placed WHERE place <= $10 ORDER BY line_id, place`,
  ].join(' '),
};
/**
 * Of parties that are known to pay, what is open, for lines that neither name items nor are the amount of one: those due first,
 * and of one day in the order in which they were recorded.
 */
const PARTY_ITEMS: Statement = {
  name: 'find_open_items_of_payers',
  text: [
    'WITH',
    knownParties,
    `SELECT known.line_id AS "lineId", item.id AS "openItemId", known.party_id AS "partyId",
            abs(item.open_amount)::text AS open, false AS "hasReference", known.by_iban AS "hasIban", known.by_name AS "hasName"
     FROM known
     CROSS JOIN LATERAL (
       SELECT i.id, i.open_amount, i.due_on, i.entry_date, i.entry_id, i.line_number FROM accounting.open_item i
       WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.party_id = known.party_id
         AND i.control = CASE WHEN known.amount > 0 THEN 'receivable' ELSE 'payable' END
         AND i.open_amount <> 0 AND sign(i.open_amount) = sign(known.amount) AND i.currency = $3
       ORDER BY i.due_on, i.entry_date, i.entry_id, i.line_number LIMIT $8) item
     ORDER BY 1, 3, item.due_on, item.entry_date, item.entry_id, item.line_number`,
  ].join(' '),
};

/** A line of a statement with all that it says of who pays for what. */
export interface LineToSuggestFor {
  id: string;
  bookedOn: string;
  amount: string;
  remittance: string | null;
  endToEndReference: string | null;
  creditorReference: string | null;
  bankReference: string | null;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  transactionCode: string | null;
}

/** What each line may be named by: a pair of a line and a key for each. */
export interface LineKeys {
  lineIds: readonly string[];
  keys: readonly string[];
}

/** Finds what lines of statements may be; each question is one statement of SQL for all of them. */
@Injectable()
export class BankSuggestionsRepository {
  /** Those of the ids that wait, or the oldest that do. */
  lines(
    transaction: Transaction,
    bankAccountId: string,
    ids: readonly string[] | undefined,
    limit: number,
  ): Promise<LineToSuggestFor[]> {
    const values = [transaction.organizationId, bankAccountId, ids ?? null, limit];
    return transaction.rows<LineToSuggestFor & object>(LINES, values);
  }

  /** The latest that wait. */
  latest(transaction: Transaction, bankAccountId: string, limit: number): Promise<LineToSuggestFor[]> {
    const values = [transaction.organizationId, bankAccountId, limit];
    return transaction.rows<LineToSuggestFor & object>(LATEST_LINES, values);
  }

  /** The next that wait, in the order of their ids; from the first where there is none before. */
  after(
    transaction: Transaction,
    bankAccountId: string,
    lineId: string | null,
    limit: number,
  ): Promise<LineToSuggestFor[]> {
    const values = [transaction.organizationId, bankAccountId, lineId, limit];
    return transaction.rows<LineToSuggestFor & object>(LINES_AFTER, values);
  }

  /** What somebody has said that lines are not. */
  rejected(transaction: Transaction, lineIds: readonly string[]): Promise<{ lineId: string; targetKey: string }[]> {
    return transaction.rows<{ lineId: string; targetKey: string }>(REJECTED, [transaction.organizationId, lineIds]);
  }

  ledgerCandidates(
    transaction: Transaction,
    bankAccountId: string,
    lines: readonly LineToSuggestFor[],
    { lineIds, keys }: LineKeys,
  ): Promise<LedgerCandidate[]> {
    const columns = [
      lines.map(({ id }) => id),
      lines.map(({ bookedOn }) => bookedOn),
      lines.map(({ amount }) => amount),
    ];
    const values = [transaction.organizationId, bankAccountId, ...columns, lineIds, keys];
    return transaction.rows<LedgerCandidate & object>(LEDGER_CANDIDATES, [
      ...values,
      DAYS_BEFORE,
      DAYS_AFTER,
      MOST_CANDIDATES,
    ]);
  }

  /**
   * @param withholds whether anything is to be withheld in the legal entity: then items are found as well that the line comes
   *   near to less that; what is left to the cent, the shares of the items tell
   */
  itemCandidates(
    transaction: Transaction,
    of: { legalEntityId: string; currency: string },
    lines: readonly LineToSuggestFor[],
    { lineIds, keys }: LineKeys,
    withholds: boolean,
  ): Promise<FoundItem[]> {
    const columns = [
      lines.map(({ id }) => id),
      lines.map(({ amount }) => amount),
      lines.map(({ counterpartyIban }) => counterpartyIban),
      lines.map(({ counterpartyName }) => counterpartyName),
    ];
    const values = [transaction.organizationId, of.legalEntityId, of.currency, ...columns, lineIds, keys];
    const { minorUnits } = requireCurrency(of.currency);
    const tolerance = new Decimal(10).pow(-minorUnits).times(MOST_WITHHOLDINGS).toString();
    return transaction.rows<FoundItem & object>(ITEM_CANDIDATES, [...values, MOST_ITEMS, withholds, tolerance]);
  }

  /** What parties that lines are known to be of have open, those due first. */
  partyItems(
    transaction: Transaction,
    of: { legalEntityId: string; currency: string },
    lines: readonly LineToSuggestFor[],
  ): Promise<FoundItem[]> {
    const columns = [
      lines.map(({ id }) => id),
      lines.map(({ amount }) => amount),
      lines.map(({ counterpartyIban }) => counterpartyIban),
      lines.map(({ counterpartyName }) => counterpartyName),
    ];
    const values = [transaction.organizationId, of.legalEntityId, of.currency, ...columns, MOST_COMBINED];
    return transaction.rows<FoundItem & object>(PARTY_ITEMS, values);
  }
}
