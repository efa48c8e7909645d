import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { type BankLedgerLineRow, BankLedgerLineView } from './bank-ledger-lines.dto.js';
import { bankLedgerLineColumns, bankLedgerLineSource } from './bank-ledger-lines.list.js';
import type { LedgerLineFacts } from './plan-match.js';

const FIND: Statement = {
  name: 'find_bank_ledger_lines',
  text: `
    SELECT id, bank_account_id AS "bankAccountId", amount::text AS amount, match_id AS "matchId", entry_date::text AS "entryDate"
    FROM accounting.bank_ledger_line WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
};
const OF_ENTRIES: Statement = {
  name: 'find_bank_ledger_lines_of_entries',
  text: `
    SELECT id, bank_account_id AS "bankAccountId", amount::text AS amount, match_id AS "matchId", entry_id AS "entryId",
           line_number AS "lineNumber"
    FROM accounting.bank_ledger_line WHERE organization_id = $1 AND entry_id = ANY ($2::uuid[])
    ORDER BY entry_id, line_number`,
};
/** Of entries that are reversed, and of what reverses them. */
const OF_REVERSED: Statement = {
  name: 'find_bank_ledger_lines_of_reversed_entries',
  text: `
    SELECT l.id, l.bank_account_id AS "bankAccountId", l.amount::text AS amount, l.match_id AS "matchId",
           l.entry_id AS "entryId", l.line_number AS "lineNumber"
    FROM accounting.journal_entry e
    JOIN accounting.bank_ledger_line l ON l.organization_id = e.organization_id AND l.entry_id = e.id
    WHERE e.organization_id = $1 AND (e.id = ANY ($2::uuid[]) OR e.reversal_of = ANY ($2::uuid[]))
    ORDER BY l.entry_id, l.line_number`,
};
/** What waits from before the bank account began, and what of that day entries that open the books brought, or is named. */
const BEFORE_START: Statement = {
  name: 'find_bank_ledger_lines_before_start',
  text: `
    SELECT l.id, l.bank_account_id AS "bankAccountId", l.amount::text AS amount, l.match_id AS "matchId"
    FROM accounting.bank_ledger_line l
    JOIN accounting.bank_account b ON b.organization_id = l.organization_id AND b.id = l.bank_account_id
    JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
    WHERE l.organization_id = $1 AND l.bank_account_id = $2 AND l.match_id IS NULL AND l.entry_date <= b.starts_on
      AND (l.entry_date < b.starts_on OR e.kind = 'opening' OR l.id = ANY ($4::uuid[])) AND l.id <> ALL ($3::uuid[])`,
};

export type LedgerLineOfEntry = LedgerLineFacts & { entryId: string; lineNumber: number };

/** What the books have on the ledger accounts of bank accounts. */
@Injectable()
export class BankLedgerLinesRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<BankLedgerLineView>> {
    const rows = await request.rows<BankLedgerLineRow>(transaction, {
      columns: bankLedgerLineColumns,
      from: bankLedgerLineSource,
      where: 'ledger.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => BankLedgerLineView.from(row));
  }

  find(transaction: Transaction, ids: readonly string[]): Promise<(LedgerLineFacts & { entryDate: string })[]> {
    return transaction.rows<LedgerLineFacts & { entryDate: string }>(FIND, [transaction.organizationId, ids]);
  }

  ofEntries(transaction: Transaction, entryIds: readonly string[]): Promise<LedgerLineOfEntry[]> {
    return transaction.rows<LedgerLineOfEntry & object>(OF_ENTRIES, [transaction.organizationId, entryIds]);
  }

  /** Those of entries that are reversed, together with those of what reverses them. */
  ofReversed(transaction: Transaction, entryIds: readonly string[]): Promise<LedgerLineOfEntry[]> {
    return transaction.rows<LedgerLineOfEntry & object>(OF_REVERSED, [transaction.organizationId, entryIds]);
  }

  beforeStart(
    transaction: Transaction,
    bankAccountId: string,
    { except, also }: { except: readonly string[]; also: readonly string[] },
  ): Promise<LedgerLineFacts[]> {
    const values = [transaction.organizationId, bankAccountId, except, also];
    return transaction.rows<LedgerLineFacts & object>(BEFORE_START, values);
  }
}
