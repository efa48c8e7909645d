import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import {
  type BankLineDetail,
  type BankLineStatus,
  type BankStatementLineDetailView,
  type BankStatementLineRow,
  BankStatementLineView,
} from './bank-statement-lines.dto.js';
import { bankStatementLineColumns, bankStatementLineSource } from './bank-statement-lines.list.js';
import { type BankStatementRow, BankStatementView } from './bank-statements.dto.js';
import { bankStatementColumns, bankStatementSource } from './bank-statements.list.js';

const FIND: Statement = {
  name: 'find_bank_statement',
  text: [
    'SELECT',
    bankStatementColumns,
    'FROM',
    bankStatementSource,
    'WHERE statement.organization_id = $1 AND statement.id = $2',
  ].join(' '),
};
/** A batch without its transactions has those of the notification that announced it. */
const FIND_LINE: Statement = {
  name: 'find_bank_statement_line',
  text: [
    'SELECT',
    bankStatementLineColumns,
    `, coalesce(line.details, (
         SELECT told.details FROM accounting.bank_statement_line told
         JOIN accounting.bank_statement_line_state announced
           ON announced.organization_id = told.organization_id AND announced.line_id = told.id
              AND announced.status = 'announced'
         WHERE told.organization_id = line.organization_id AND told.bank_account_id = line.bank_account_id
           AND told.bank_reference = line.bank_reference AND told.amount = line.amount
           AND told.booked_on = line.booked_on AND told.details IS NOT NULL
         ORDER BY told.id DESC LIMIT 1)) AS details
       FROM`,
    bankStatementLineSource,
    'WHERE line.organization_id = $1 AND line.id = $2',
  ].join(' '),
};
const HOLD_LINE: Statement = {
  name: 'hold_bank_statement_line',
  text: `
    SELECT status, version FROM accounting.bank_statement_line_state
    WHERE organization_id = $1 AND line_id = $2 FOR UPDATE`,
};
const SET_STATUS: Statement = {
  name: 'set_bank_statement_line_status',
  text: `
    UPDATE accounting.bank_statement_line_state
    SET status = $3, reason = $4, changed_by = $5, changed_at = now(), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND line_id = $2`,
};

/** Statements that stand, and their lines. */
@Injectable()
export class BankStatementsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<BankStatementView>> {
    const rows = await request.rows<BankStatementRow>(transaction, {
      columns: bankStatementColumns,
      from: bankStatementSource,
      where: 'statement.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => BankStatementView.from(row));
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<BankStatementView> {
    const [row] = await transaction.rows<BankStatementRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no bank statement ${id}.`);
    return BankStatementView.from(row);
  }

  async listLines(transaction: Transaction, request: ListRequest): Promise<Page<BankStatementLineView>> {
    const rows = await request.rows<BankStatementLineRow>(transaction, {
      columns: bankStatementLineColumns,
      from: bankStatementLineSource,
      where: 'line.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => BankStatementLineView.from(row));
  }

  /** @throws Problem not_found */
  async getLine(transaction: Transaction, id: string): Promise<BankStatementLineDetailView> {
    const [row] = await transaction.rows<BankStatementLineRow & object>(FIND_LINE, [transaction.organizationId, id]);
    if (!row) throw noLine(id);
    return { ...BankStatementLineView.from(row), details: row.details ?? ([] as BankLineDetail[]) };
  }

  /** @throws Problem not_found */
  async holdLine(transaction: Transaction, id: string): Promise<{ status: BankLineStatus; version: number }> {
    type Held = { status: BankLineStatus; version: number };
    const [held] = await transaction.rows<Held>(HOLD_LINE, [transaction.organizationId, id]);
    if (!held) throw noLine(id);
    return held;
  }

  /** The same of a line that a request names elsewhere than in its path; undefined where there is none. */
  async holdNamedLine(transaction: Transaction, id: string): Promise<BankLineStatus | undefined> {
    return (await transaction.rows<{ status: BankLineStatus }>(HOLD_LINE, [transaction.organizationId, id]))[0]?.status;
  }

  async setStatus(transaction: Transaction, id: string, status: BankLineStatus, reason: string | null): Promise<void> {
    const { organizationId, acting } = transaction;
    await transaction.rows(SET_STATUS, [organizationId, id, status, reason, acting.actorId]);
  }
}

const noLine = (id: string) => platformProblems.not_found(`There is no line of a bank statement ${id}.`);
