import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { bankingProblems } from '../banking.problems.js';
import type { LedgerAccountFacts } from './bank-account-faults.js';
import { type BankAccountRow, BankAccountView } from './bank-accounts.dto.js';
import { bankAccountColumns, bankAccountSource } from './bank-accounts.list.js';

const select = ['SELECT', bankAccountColumns, 'FROM', bankAccountSource, 'WHERE bank.organization_id = $1 AND'].join(
  ' ',
);

const FIND: Statement = { name: 'find_bank_account', text: [select, 'bank.id = $2'].join(' ') };
const FIND_ACTIVE: Statement = {
  name: 'find_active_bank_accounts',
  text: [select, "bank.legal_entity_id = $2 AND bank.status = 'active' ORDER BY account.code, bank.id"].join(' '),
};
const MATCHED_AFTER_IMPORT: Statement = {
  name: 'find_bank_accounts_matched_after_import',
  text: `
    SELECT id FROM accounting.bank_account
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND matches_after_import ORDER BY id`,
};
const HOLD: Statement = {
  name: 'hold_bank_account',
  text: 'SELECT FROM accounting.bank_account WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const FIND_LEDGER_ACCOUNT: Statement = {
  name: 'find_ledger_account_of_bank',
  text: `
    SELECT a.id, a.code, a.type, a.control, a.currency, a.is_group AS "isGroup", a.status,
           (SELECT b.id FROM accounting.bank_account b
            WHERE b.organization_id = a.organization_id AND b.account_id = a.id) AS "bankAccountId"
    FROM accounting.account a WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.code = $3 FOR SHARE OF a`,
};
const INSERT: Statement = {
  name: 'insert_bank_account',
  text: `
    INSERT INTO accounting.bank_account
      (organization_id, id, legal_entity_id, account_id, name, currency, iban, bic, number, bank_name, starts_on,
       opening_balance, csv_mappings, auto_match_score, matches_after_import)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
};
const UPDATE: Statement = {
  name: 'update_bank_account',
  text: `
    UPDATE accounting.bank_account
    SET name = $3, iban = $4, bic = $5, number = $6, bank_name = $7, starts_on = $8, opening_balance = $9,
        csv_mappings = $10, auto_match_score = $11, matches_after_import = $12, status = $13, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

export type FoundLedgerAccount = LedgerAccountFacts & { id: string; bankAccountId: string | null };

export type NewBankAccount = Pick<
  BankAccountView,
  | 'id'
  | 'legalEntityId'
  | 'accountId'
  | 'name'
  | 'currency'
  | 'iban'
  | 'bic'
  | 'number'
  | 'bankName'
  | 'startsOn'
  | 'openingBalance'
  | 'csvMappings'
  | 'autoMatchScore'
  | 'matchesAfterImport'
>;

@Injectable()
export class BankAccountsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<BankAccountView> {
    const found = await this.find(transaction, id);
    if (!found) throw platformProblems.not_found(`There is no bank account ${id}.`);
    return found;
  }

  private async find(transaction: Transaction, id: string): Promise<BankAccountView | undefined> {
    const [row] = await transaction.rows<BankAccountRow & object>(FIND, [transaction.organizationId, id]);
    return row && BankAccountView.from(row);
  }

  /**
   * The one that a request names elsewhere than in its path.
   *
   * @throws Problem bank_account_unknown, with the pointer
   */
  async named(transaction: Transaction, id: string, pointer = '/bankAccountId'): Promise<BankAccountView> {
    const found = await this.find(transaction, id);
    if (found) return found;
    const message = `There is no bank account ${id}.`;
    throw bankingProblems.bank_account_unknown(message, [{ pointer, code: 'unknown_bank_account', message }]);
  }

  /** The same, held until the transaction ends: nobody else imports statements of it. */
  async hold(transaction: Transaction, id: string): Promise<BankAccountView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  /** Those of the ids whose lines are matched after each import. */
  async matchedAfterImport(transaction: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows = await transaction.rows<{ id: string }>(MATCHED_AFTER_IMPORT, [transaction.organizationId, ids]);
    return rows.map(({ id }) => id);
  }

  async active(transaction: Transaction, legalEntityId: string): Promise<BankAccountView[]> {
    const values = [transaction.organizationId, legalEntityId];
    const rows = await transaction.rows<BankAccountRow & object>(FIND_ACTIVE, values);
    return rows.map((row) => BankAccountView.from(row));
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<BankAccountView>> {
    const rows = await request.rows<BankAccountRow>(transaction, {
      columns: bankAccountColumns,
      from: bankAccountSource,
      where: 'bank.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, (row) => BankAccountView.from(row));
  }

  async ledgerAccount(
    transaction: Transaction,
    legalEntityId: string,
    code: string,
  ): Promise<FoundLedgerAccount | undefined> {
    const values = [transaction.organizationId, legalEntityId, code];
    const [found] = await transaction.rows<FoundLedgerAccount>(FIND_LEDGER_ACCOUNT, values);
    return found;
  }

  async insert(transaction: Transaction, account: NewBankAccount): Promise<void> {
    const { id, legalEntityId, accountId, name, currency, iban, bic, number, bankName } = account;
    const { startsOn, openingBalance, csvMappings, autoMatchScore, matchesAfterImport } = account;
    const key = [transaction.organizationId, id, legalEntityId, accountId];
    const rest = [name, currency, iban, bic, number, bankName, startsOn, openingBalance, JSON.stringify(csvMappings)];
    await transaction.rows(INSERT, [...key, ...rest, autoMatchScore, matchesAfterImport]);
  }

  async update(transaction: Transaction, account: BankAccountView): Promise<void> {
    const { id, name, iban, bic, number, bankName, startsOn, openingBalance, csvMappings, status } = account;
    const { autoMatchScore, matchesAfterImport } = account;
    const values = [name, iban, bic, number, bankName, startsOn, openingBalance, JSON.stringify(csvMappings)];
    const matching = [autoMatchScore, matchesAfterImport];
    await transaction.rows(UPDATE, [transaction.organizationId, id, ...values, ...matching, status]);
  }
}
