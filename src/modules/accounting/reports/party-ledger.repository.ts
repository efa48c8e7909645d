import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ItemControl } from '../open-items/open-items.dto.js';
import { MOST_PARTY_LINES } from './party-ledger.dto.js';
import type { PartyItemRow, PartyLineRow, PartyOpeningRow } from './party-ledger-content.js';

/** What a party and those merged into it have before a day, by currency. */
const OPENINGS: Statement = {
  name: 'party_ledger_openings',
  text: `
    SELECT l.currency, sum(l.debit - l.credit)::text AS balance,
           sum(l.functional_debit - l.functional_credit)::text AS "functionalBalance"
    FROM accounting.party p
    JOIN accounting.journal_line l ON l.organization_id = p.organization_id AND l.party_id = p.id AND l.entry_date < $5
    JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id AND a.control = $4
    WHERE p.organization_id = $1 AND p.legal_entity_id = $2 AND (p.id = $3 OR p.survivor_id = $3)
    GROUP BY l.currency`,
};

/** The document of an entry, with the number that people know it by. */
const DOCUMENT_COLUMNS = `
           e.origin AS "documentType", e.origin_id AS "documentId",
           coalesce(d.number, concat_ws(' ', sj.code, se.number)) AS "documentNumber"`;

const DOCUMENT_TABLES = `
    LEFT JOIN accounting.sales_document d
      ON e.origin IN ('invoice', 'credit_note') AND d.organization_id = e.organization_id AND d.id = e.origin_id
    LEFT JOIN accounting.settlement s
      ON e.origin IN ('receipt', 'refund', 'write_off', 'deposit_application') AND s.organization_id = e.organization_id AND s.id = e.origin_id
    LEFT JOIN accounting.journal_entry se ON se.organization_id = s.organization_id AND se.id = s.entry_id
    LEFT JOIN accounting.journal sj ON sj.organization_id = se.organization_id AND sj.id = se.journal_id`;

const LINES: Statement = {
  name: 'party_ledger_lines',
  text: [
    `
    SELECT l.entry_id AS "entryId", j.code AS "journalCode", e.number, l.line_number AS "lineNumber",
           l.entry_date AS "entryDate", e.kind, e.reversal_of AS "reversalOf", l.party_id AS "partyId",
           a.code AS "accountCode", coalesce(l.description, e.description) AS description, e.reference,
           l.due_on AS "dueOn", l.currency, l.debit::text AS debit, l.credit::text AS credit,
           l.functional_debit::text AS "functionalDebit", l.functional_credit::text AS "functionalCredit",`,
    DOCUMENT_COLUMNS,
    `
    FROM accounting.party p
    JOIN accounting.journal_line l
      ON l.organization_id = p.organization_id AND l.party_id = p.id AND l.entry_date >= $5 AND l.entry_date <= $6
    JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id AND a.control = $4
    JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    JOIN accounting.journal j ON j.organization_id = e.organization_id AND j.id = e.journal_id`,
    DOCUMENT_TABLES,
    `
    WHERE p.organization_id = $1 AND p.legal_entity_id = $2 AND (p.id = $3 OR p.survivor_id = $3)
    ORDER BY l.entry_date, l.entry_id, l.line_number
    LIMIT $7`,
  ].join(''),
};

/** What was open of a party at the end of `$5`: what is open now, and what was settled only later. */
const OPEN_ITEMS: Statement = {
  name: 'party_ledger_open_items',
  text: [
    `
    SELECT i.id AS "openItemId", i.entry_id AS "entryId", i.entry_date AS "entryDate", i.due_on AS "dueOn", i.currency,
           greatest(CASE WHEN (i.amount > 0) = ($4 = 'receivable') THEN $5::date - i.due_on END, 0) AS "daysOverdue",
           e.description, e.reference, i.amount::text AS amount,
           (i.open_amount + later.amount)::text AS "openAmount",
           (i.functional_open + later.functional)::text AS "functionalOpenAmount",`,
    DOCUMENT_COLUMNS,
    `
    FROM accounting.open_item i
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(n.amount), 0) AS amount, coalesce(sum(n.functional), 0) AS functional
      FROM (SELECT a.amount, a.functional_debit AS functional FROM accounting.allocation a
            WHERE a.organization_id = $1 AND a.debit_item_id = i.id AND a.effective_on > $5
            UNION ALL
            SELECT -a.amount, -a.functional_credit FROM accounting.allocation a
            WHERE a.organization_id = $1 AND a.credit_item_id = i.id AND a.effective_on > $5) n) later
    JOIN accounting.journal_entry e ON e.organization_id = i.organization_id AND e.id = i.entry_id`,
    DOCUMENT_TABLES,
    `
    WHERE i.organization_id = $1 AND i.legal_entity_id = $2 AND i.party_id = $3 AND i.control = $4 AND i.entry_date <= $5
      AND i.open_amount + later.amount <> 0
    ORDER BY i.due_on NULLS LAST, i.entry_date, i.entry_id, i.line_number`,
  ].join(''),
};

interface PartyScope {
  legalEntityId: string;
  /** One that was not merged itself. */
  partyId: string;
  control: ItemControl;
  from: string;
  to: string;
}

/** The lines of a party on the accounts that control receivables or payables. */
@Injectable()
export class PartyLedgerRepository {
  openings(transaction: Transaction, of: PartyScope): Promise<PartyOpeningRow[]> {
    return transaction.rows<PartyOpeningRow & Record<string, unknown>>(OPENINGS, [
      ...scopeOf(transaction, of),
      of.from,
    ]);
  }

  /** At most one more than a statement may have. */
  lines(transaction: Transaction, of: PartyScope): Promise<PartyLineRow[]> {
    const values = [...scopeOf(transaction, of), of.from, of.to, MOST_PARTY_LINES + 1];
    return transaction.rows<PartyLineRow & Record<string, unknown>>(LINES, values);
  }

  openItems(transaction: Transaction, of: PartyScope): Promise<PartyItemRow[]> {
    return transaction.rows<PartyItemRow & Record<string, unknown>>(OPEN_ITEMS, [...scopeOf(transaction, of), of.to]);
  }
}

const scopeOf = ({ organizationId }: Transaction, { legalEntityId, partyId, control }: PartyScope) => [
  organizationId,
  legalEntityId,
  partyId,
  control,
];
