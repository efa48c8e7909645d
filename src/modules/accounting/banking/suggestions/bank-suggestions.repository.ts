import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { LedgerCandidate } from './rank-suggestions.js';

/** Days before and after a line of the bank within which a line of the books may be the same. */
const DAYS_BEFORE = 90;
const DAYS_AFTER = 30;
/** Of one line; more of the same amount tell nothing apart. */
const MOST_CANDIDATES = 20;

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
}
