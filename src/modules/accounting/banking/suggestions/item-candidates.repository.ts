import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { leftOfWithholding } from '../../withholding/left-of-withholding.sql.js';
import type { LineKeys, LineToSuggestFor } from './bank-suggestions.repository.js';
import { MOST_COMBINED } from './combine-items.js';
import type { FoundItem } from './item-candidate.js';

/** Codes that a document names; the share of an item is rounded for each. */
const MOST_WITHHOLDINGS = 5;
/** That one line names: a payment of a large customer may be of many invoices. */
const MOST_ITEMS = 100;

/** Lines, and the parties that they are known to come from or go to, by account or by name; those that were merged live on. */
const knownParties = `
  line AS (
    SELECT * FROM unnest($4::uuid[], $5::numeric[], $6::date[], $7::text[], $8::text[]) AS l (id, amount, booked_on, iban, name)
  ), known AS MATERIALIZED (
    SELECT found.line_id, found.amount, found.booked_on, coalesce(party.survivor_id, party.id) AS party_id,
           bool_or(found.by_iban) AS by_iban, bool_or(NOT found.by_iban) AS by_name
    FROM (
      SELECT line.id AS line_id, line.amount, line.booked_on, account.party_id, true AS by_iban
      FROM line
      JOIN accounting.party_bank_account account
        ON account.organization_id = $1 AND account.legal_entity_id = $2 AND account.iban = line.iban
           AND account.status <> 'archived'
      UNION ALL
      SELECT line.id, line.amount, line.booked_on, party.id, false
      FROM line
      JOIN accounting.party party
        ON party.organization_id = $1 AND party.legal_entity_id = $2 AND party.name = line.name) found
    JOIN accounting.party party ON party.organization_id = $1 AND party.id = found.party_id
    GROUP BY 1, 2, 3, 4
  )`;
/** What payers have open beyond the least that they pay, each looked up by its key. */
const openOfPayers = `
  payer AS MATERIALIZED (
    SELECT party_id, min(amount) AS least, max(amount) AS most, min(booked_on) AS earliest FROM known
    WHERE ($12::boolean OR $14::boolean) AND amount > 0 GROUP BY 1
  ), payable AS MATERIALIZED (
    SELECT item.*, payer.most, payer.earliest
    FROM payer
    CROSS JOIN LATERAL (
      SELECT i.id, i.party_id, i.control, i.currency, i.amount AS total, i.open_amount, i.entry_date, i.entry_id, i.line_number
      FROM accounting.open_item i
      WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.party_id = payer.party_id AND i.control = 'receivable'
        AND i.open_amount <> 0 AND i.open_amount > payer.least AND i.currency = $3 OFFSET 0) item
  )`;
/** What of these is granted to whoever pays all that is open until a day, but for rounding: each step that may hold. */
const discountedItems = `
  discounted AS MATERIALIZED (
    SELECT item.*, step.until_on, greatest(0, least(
             item.open_amount * step.amount / item.total, step.amount - granted.amount)) AS discount
    FROM payable item
    CROSS JOIN LATERAL (
      SELECT d.until_on, coalesce(d.amount, item.total * d.percentage / 100) AS amount FROM accounting.early_discount d
      WHERE $14::boolean AND d.organization_id = $1 AND d.entry_id = item.entry_id AND d.line_number = item.line_number
        AND d.until_on >= item.earliest OFFSET 0) step
    CROSS JOIN LATERAL (
      SELECT CASE WHEN item.open_amount = item.total THEN 0 ELSE (
        SELECT coalesce(sum(p.amount), 0) FROM accounting.settlement_part p
        WHERE p.organization_id = $1 AND p.item_id = item.id AND p.purpose = 'early_discount'
          AND NOT EXISTS (
            SELECT FROM accounting.settlement_reversal r
            WHERE r.organization_id = p.organization_id AND r.settlement_id = p.settlement_id)) END AS amount) granted
  )`;
/**
 * What is left of these when all is withheld that is expected, but for rounding; asked only of those that a line may be, by what
 * was expected when they were issued.
 */
const withheldItems = [
  `withheld AS MATERIALIZED (
    SELECT item.*, item.open_amount - item.open_amount * expected.amount / beside.amount AS to_be_paid
    FROM payable item
    CROSS JOIN LATERAL (
      SELECT s.id FROM accounting.sales_document s
      WHERE $12::boolean AND s.organization_id = $1 AND s.entry_id = item.entry_id AND s.kind = 'invoice' LIMIT 1) sold
    CROSS JOIN LATERAL (
      SELECT sum(w.amount) AS amount FROM accounting.sales_document_withholding w
      WHERE w.organization_id = $1 AND w.document_id = sold.id) issued
    CROSS JOIN LATERAL (
      SELECT CASE WHEN $14::boolean THEN (
        SELECT max(coalesce(e.amount, item.total * e.percentage / 100)) FROM accounting.early_discount e
        WHERE e.organization_id = $1 AND e.entry_id = item.entry_id AND e.line_number = item.line_number) END AS amount) offered
    CROSS JOIN LATERAL (
      SELECT sum(`,
  leftOfWithholding,
  `) AS amount FROM accounting.sales_document d
      JOIN accounting.sales_document_withholding w ON w.organization_id = d.organization_id AND w.document_id = d.id
      WHERE d.organization_id = $1 AND d.id = sold.id
        AND item.open_amount - issued.amount - coalesce(offered.amount, 0) <= item.most) expected
    CROSS JOIN LATERAL (
      SELECT sum(b.open_amount) AS amount FROM accounting.open_item b
      WHERE b.organization_id = $1 AND b.entry_id = item.entry_id) beside
    WHERE expected.amount > 0
  )`,
].join(' ');
/**
 * What payers may pay of items of which they keep something back: a tax, a discount until a day, or both. Amounts within the
 * tolerance of each other are in the same step of it or in two that adjoin, so that lines find them by their key.
 */
const lessened = `
  less AS (
    SELECT w.id, w.party_id, w.control, w.currency, w.total, w.open_amount, w.entry_date, 'infinity'::date AS until_on, w.to_be_paid
    FROM withheld w
    UNION ALL
    SELECT d.id, d.party_id, d.control, d.currency, d.total, d.open_amount, d.entry_date, d.until_on, d.open_amount - d.discount
    FROM discounted d
    UNION ALL
    SELECT d.id, d.party_id, d.control, d.currency, d.total, d.open_amount, d.entry_date, d.until_on, w.to_be_paid - d.discount
    FROM discounted d JOIN withheld w ON w.id = d.id
  ), lessened AS MATERIALIZED (
    SELECT less.*, floor(less.to_be_paid / $13::numeric) AS step FROM less
  ), near AS MATERIALIZED (
    SELECT known.*, floor(known.amount / $13::numeric) + beside.step AS step
    FROM known CROSS JOIN (VALUES (-1), (0), (1)) AS beside (step) WHERE ($12::boolean OR $14::boolean) AND known.amount > 0
  )`;
/**
 * What of customers comes in and of vendors goes out: named by a reference, or of a party that is known, in just the amount,
 * or, where withholding or discounts are known of at all, within a tolerance in what is to be paid less these.
 * Items are looked up one by one, by their keys: no estimate of how many there are leads to another plan.
 */
const ITEM_CANDIDATES: Statement = {
  name: 'find_open_items_to_suggest',
  text: [
    'WITH',
    [knownParties, openOfPayers, discountedItems, withheldItems, lessened].join(', '),
    `, key AS (
      SELECT * FROM unnest($9::uuid[], $10::text[]) AS k (line_id, reference_key)
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
        SELECT i.id, i.party_id, i.control, i.currency, i.amount AS total, i.open_amount, i.entry_date
        FROM accounting.open_item i
        WHERE i.organization_id = $1 AND i.id = named.item_id LIMIT 1) item
      LEFT JOIN known ON known.line_id = named.line_id AND known.party_id = item.party_id
      UNION ALL
      SELECT known.line_id, known.amount, item.*, false, known.by_iban, known.by_name
      FROM known
      CROSS JOIN LATERAL (
        SELECT i.id, i.party_id, i.control, i.currency, i.amount AS total, i.open_amount, i.entry_date
        FROM accounting.open_item i
        WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.party_id = known.party_id
          AND i.control = CASE WHEN known.amount > 0 THEN 'receivable' ELSE 'payable' END
          AND i.open_amount <> 0 AND i.open_amount = known.amount LIMIT $11) item
      UNION ALL
      SELECT near.line_id, near.amount, item.id, item.party_id, item.control, item.currency, item.total, item.open_amount,
             item.entry_date, false, near.by_iban, near.by_name
      FROM near
      JOIN lessened item ON item.party_id = near.party_id AND item.step = near.step AND item.until_on >= near.booked_on
        AND abs(item.to_be_paid - near.amount) < $13::numeric
    ), placed AS (
      SELECT line_id, id, party_id, total, open_amount, bool_or(has_reference) AS has_reference,
             coalesce(bool_or(by_iban), false) AS has_iban, coalesce(bool_or(by_name), false) AS has_name,
             row_number() OVER (PARTITION BY line_id ORDER BY bool_or(has_reference) DESC, entry_date, id) AS place
      FROM candidate
      WHERE currency = $3 AND sign(open_amount) = sign(amount)
        AND control = CASE WHEN amount > 0 THEN 'receivable' ELSE 'payable' END
      GROUP BY line_id, id, party_id, total, open_amount, entry_date
    )
    SELECT line_id AS "lineId", id AS "openItemId", party_id AS "partyId", abs(total)::text AS total, abs(open_amount)::text AS open,
           has_reference AS "hasReference", has_iban AS "hasIban", has_name AS "hasName"
    FROM placed WHERE place <= $11 ORDER BY line_id, place`,
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
            abs(item.amount)::text AS total, abs(item.open_amount)::text AS open, false AS "hasReference", known.by_iban AS "hasIban", known.by_name AS "hasName"
     FROM known
     CROSS JOIN LATERAL (
       SELECT i.id, i.amount, i.open_amount, i.due_on, i.entry_date, i.entry_id, i.line_number FROM accounting.open_item i
       WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.party_id = known.party_id
         AND i.control = CASE WHEN known.amount > 0 THEN 'receivable' ELSE 'payable' END
         AND i.open_amount <> 0 AND sign(i.open_amount) = sign(known.amount) AND i.currency = $3
       ORDER BY i.due_on, i.entry_date, i.entry_id, i.line_number LIMIT $9) item
     ORDER BY 1, 3, item.due_on, item.entry_date, item.entry_id, item.line_number`,
  ].join(' '),
};

/** What customers keep back of what they pay, as far as anything is known of it in the legal entity. */
export interface KeptBack {
  /** Whether anything is to be withheld. */
  withholds: boolean;
  /** Whether discounts hold on the days of the lines. */
  discounts: boolean;
}

/** Finds open items that lines of statements may pay; each question is one statement of SQL for all lines. */
@Injectable()
export class ItemCandidatesRepository {
  /**
   * @param kept what items are found by as well that the line comes near to less that; what is left to the cent, the shares and
   *   the offers of the items tell
   */
  found(
    transaction: Transaction,
    of: { legalEntityId: string; currency: string },
    lines: readonly LineToSuggestFor[],
    { lineIds, keys }: LineKeys,
    { withholds, discounts }: KeptBack,
  ): Promise<FoundItem[]> {
    const { minorUnits } = requireCurrency(of.currency);
    const tolerance = new Decimal(10).pow(-minorUnits).times(MOST_WITHHOLDINGS).toString();
    const rest = [lineIds, keys, MOST_ITEMS, withholds, tolerance, discounts];
    return transaction.rows<FoundItem & object>(ITEM_CANDIDATES, [...valuesOf(transaction, of, lines), ...rest]);
  }

  /** What parties that lines are known to be of have open, those due first. */
  ofPayers(
    transaction: Transaction,
    of: { legalEntityId: string; currency: string },
    lines: readonly LineToSuggestFor[],
  ): Promise<FoundItem[]> {
    return transaction.rows<FoundItem & object>(PARTY_ITEMS, [...valuesOf(transaction, of, lines), MOST_COMBINED]);
  }
}

const valuesOf = (
  { organizationId }: Transaction,
  { legalEntityId, currency }: { legalEntityId: string; currency: string },
  lines: readonly LineToSuggestFor[],
): unknown[] => [
  organizationId,
  legalEntityId,
  currency,
  lines.map(({ id }) => id),
  lines.map(({ amount }) => amount),
  lines.map(({ bookedOn }) => bookedOn),
  lines.map(({ counterpartyIban }) => counterpartyIban),
  lines.map(({ counterpartyName }) => counterpartyName),
];
