import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { type BankReconciliationRow, BankReconciliationView } from './bank-reconciliations.dto.js';
import { bankReconciliationColumns, bankReconciliationSource } from './bank-reconciliations.list.js';

const select = ['SELECT', bankReconciliationColumns, 'FROM', bankReconciliationSource, 'WHERE'].join(' ');

const FIND: Statement = {
  name: 'find_bank_reconciliation',
  text: [select, 'reconciliation.organization_id = $1 AND reconciliation.id = $2'].join(' '),
};
const FIND_AT: Statement = {
  name: 'find_bank_reconciliation_at',
  text: [
    select,
    `reconciliation.organization_id = $1 AND reconciliation.bank_account_id = $2 AND reconciliation.reconciled_on = $3
     AND reconciliation.status = 'signed_off' ORDER BY reconciliation.position DESC LIMIT 1`,
  ].join(' '),
};
const FIND_LAST: Statement = {
  name: 'find_last_bank_reconciliation',
  text: [
    select,
    `reconciliation.organization_id = $1 AND reconciliation.bank_account_id = $2 AND reconciliation.status = 'signed_off'
     ORDER BY reconciliation.position DESC LIMIT 1`,
  ].join(' '),
};
const INSERT: Statement = {
  name: 'insert_bank_reconciliation',
  text: `
    INSERT INTO accounting.bank_reconciliation
      (organization_id, id, legal_entity_id, bank_account_id, reconciled_on, statement_id, position, statement_balance,
       deposits_in_transit, outstanding_payments, book_balance, signed_off_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const REOPEN: Statement = {
  name: 'reopen_bank_reconciliation',
  text: `
    UPDATE accounting.bank_reconciliation
    SET status = 'reopened', reopened_by = $3, reopened_at = now(), reopen_reason = $4, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

export interface NewBankReconciliation extends Pick<
  BankReconciliationView,
  | 'id'
  | 'legalEntityId'
  | 'bankAccountId'
  | 'reconciledOn'
  | 'statementId'
  | 'statementBalance'
  | 'depositsInTransit'
  | 'outstandingPayments'
  | 'bookBalance'
> {
  position: number;
}

@Injectable()
export class BankReconciliationsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<BankReconciliationView> {
    const found = await this.one(transaction, FIND, [id]);
    if (!found) throw platformProblems.not_found(`There is no sign-off of a bank account ${id}.`);
    return found;
  }

  /** The sign-off of a day that was not reopened. */
  at(transaction: Transaction, bankAccountId: string, day: string): Promise<BankReconciliationView | undefined> {
    return this.one(transaction, FIND_AT, [bankAccountId, day]);
  }

  last(transaction: Transaction, bankAccountId: string): Promise<BankReconciliationView | undefined> {
    return this.one(transaction, FIND_LAST, [bankAccountId]);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<BankReconciliationView>> {
    const rows = await request.rows<BankReconciliationRow>(transaction, {
      columns: bankReconciliationColumns,
      from: bankReconciliationSource,
      where: 'reconciliation.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => BankReconciliationView.from(row));
  }

  async insert(transaction: Transaction, one: NewBankReconciliation): Promise<void> {
    const { id, legalEntityId, bankAccountId, reconciledOn, statementId, position } = one;
    const key = [transaction.organizationId, id, legalEntityId, bankAccountId, reconciledOn, statementId, position];
    const figures = [one.statementBalance, one.depositsInTransit, one.outstandingPayments, one.bookBalance];
    await transaction.rows(INSERT, [...key, ...figures, transaction.acting.actorId]);
  }

  async reopen(transaction: Transaction, id: string, reason: string): Promise<void> {
    await transaction.rows(REOPEN, [transaction.organizationId, id, transaction.acting.actorId, reason]);
  }

  private async one(
    transaction: Transaction,
    statement: Statement,
    values: string[],
  ): Promise<BankReconciliationView | undefined> {
    const [row] = await transaction.rows<BankReconciliationRow & object>(statement, [
      transaction.organizationId,
      ...values,
    ]);
    return row && BankReconciliationView.from(row);
  }
}
