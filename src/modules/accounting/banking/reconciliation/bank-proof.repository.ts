import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';

const STATEMENT_AT: Statement = {
  name: 'find_last_bank_statement_up_to',
  text: `
    SELECT s.id, g.position, s.to_on::text AS "toOn", s.closing_balance::text AS "closingBalance"
    FROM accounting.bank_statement_standing g
    JOIN accounting.bank_statement s ON s.organization_id = g.organization_id AND s.id = g.statement_id
    WHERE g.organization_id = $1 AND g.bank_account_id = $2 AND g.position IS NOT NULL AND s.to_on <= $3
    ORDER BY g.position DESC LIMIT 1`,
};
const FIGURES: Statement = {
  name: 'find_figures_of_bank_proof',
  text: `
    SELECT
      (SELECT coalesce(sum(l.amount), 0)::text FROM accounting.bank_ledger_line l
       WHERE l.organization_id = $1 AND l.bank_account_id = $2 AND l.entry_date <= $4) AS "bookBalance",
      (SELECT coalesce(sum(f.amount), 0)::text FROM accounting.bank_statement_line_state s
       JOIN accounting.bank_statement_standing g
         ON g.organization_id = s.organization_id AND g.statement_id = s.statement_id AND g.position <= $3
       JOIN accounting.bank_statement_line f ON f.organization_id = s.organization_id AND f.id = s.line_id
       WHERE s.organization_id = $1 AND s.bank_account_id = $2 AND s.status = 'excluded') AS "excludedTotal",
      EXISTS (SELECT FROM accounting.bank_match_standing g
              WHERE g.organization_id = $1 AND g.bank_account_id = $2 AND g.is_opening) AS "isOpeningMatched"`,
};
const ITEMS: Statement = {
  name: 'find_items_on_their_way_to_bank',
  text: `
    SELECT i.ledger_line_id AS "ledgerLineId", i.match_id AS "matchId", i.item_date::text AS "itemDate",
           i.amount::text AS amount, i.booked_later AS "isBookedLater", l.entry_id AS "entryId", e.description, e.reference
    FROM accounting.bank_items_on_their_way($1, $2, $3, $4) i
    LEFT JOIN accounting.bank_ledger_line l ON l.organization_id = $1 AND l.id = i.ledger_line_id
    LEFT JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    ORDER BY i.item_date, i.ledger_line_id, i.match_id`,
};
const KEPT_ITEMS: Statement = {
  name: 'find_items_of_bank_reconciliation',
  text: `
    SELECT i.ledger_line_id AS "ledgerLineId", i.match_id AS "matchId", i.item_date::text AS "itemDate",
           i.amount::text AS amount, false AS "isBookedLater", l.entry_id AS "entryId", e.description, e.reference
    FROM accounting.bank_reconciliation_item i
    LEFT JOIN accounting.bank_ledger_line l ON l.organization_id = i.organization_id AND l.id = i.ledger_line_id
    LEFT JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    WHERE i.organization_id = $1 AND i.reconciliation_id = $2 ORDER BY i.item_number`,
};
const UNMATCHED: Statement = {
  name: 'find_unmatched_lines_of_bank_proof',
  text: `
    SELECT f.id, f.booked_on::text AS "bookedOn", f.amount::text AS amount, f.remittance,
           f.counterparty_name AS "counterpartyName"
    FROM accounting.bank_statement_line_state s
    JOIN accounting.bank_statement_standing g
      ON g.organization_id = s.organization_id AND g.statement_id = s.statement_id AND g.position <= $3
    JOIN accounting.bank_statement_line f ON f.organization_id = s.organization_id AND f.id = s.line_id
    WHERE s.organization_id = $1 AND s.bank_account_id = $2 AND s.status = 'unmatched'
    ORDER BY f.booked_on, f.id`,
};

export interface StatementAt {
  id: string;
  position: number;
  toOn: string;
  closingBalance: string;
}

export interface ProofFigures {
  bookBalance: string;
  excludedTotal: string;
  isOpeningMatched: boolean;
}

/** Of the books and not of the bank; or of the bank alone, where there is no line of the books. */
export interface ItemOnItsWay {
  ledgerLineId: string | null;
  matchId: string | null;
  itemDate: string;
  amount: string;
  isBookedLater: boolean;
  entryId: string | null;
  description: string | null;
  reference: string | null;
}

export interface UnmatchedLine {
  id: string;
  bookedOn: string;
  amount: string;
  remittance: string | null;
  counterpartyName: string | null;
}

/** Reads what proves that the books are what the bank says. */
@Injectable()
export class BankProofRepository {
  async statementAt(transaction: Transaction, bankAccountId: string, day: string): Promise<StatementAt | undefined> {
    const values = [transaction.organizationId, bankAccountId, day];
    return (await transaction.rows<StatementAt & object>(STATEMENT_AT, values))[0];
  }

  async figures(transaction: Transaction, bankAccountId: string, position: number, day: string): Promise<ProofFigures> {
    const values = [transaction.organizationId, bankAccountId, position, day];
    return (await transaction.rows<ProofFigures & object>(FIGURES, values))[0]!;
  }

  items(transaction: Transaction, bankAccountId: string, position: number, day: string): Promise<ItemOnItsWay[]> {
    const values = [transaction.organizationId, bankAccountId, position, day];
    return transaction.rows<ItemOnItsWay & object>(ITEMS, values);
  }

  keptItems(transaction: Transaction, reconciliationId: string): Promise<ItemOnItsWay[]> {
    return transaction.rows<ItemOnItsWay & object>(KEPT_ITEMS, [transaction.organizationId, reconciliationId]);
  }

  unmatched(transaction: Transaction, bankAccountId: string, position: number): Promise<UnmatchedLine[]> {
    return transaction.rows<UnmatchedLine & object>(UNMATCHED, [transaction.organizationId, bankAccountId, position]);
  }
}
