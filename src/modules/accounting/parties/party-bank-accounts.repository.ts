import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { PartyView } from './parties.dto.js';
import { partyPermissions } from './parties.permissions.js';
import type { BankDetails } from './bank-details.js';
import { type BankAccountRow, type BankAccountStatus, PartyBankAccountView } from './party-bank-accounts.dto.js';
import { personOf } from './person-of.js';

const columns = `
  account.id, account.party_id AS "partyId", account.legal_entity_id AS "legalEntityId", account.holder, account.iban,
  account.account_number AS "accountNumber", account.bank_code AS "bankCode", account.bic, account.country, account.currency,
  account.status, account.changed_by AS "changedBy", account.changed_at AS "changedAt", account.verified_by AS "verifiedBy",
  account.verified_at AS "verifiedAt", account.version, account.created_at AS "createdAt", account.updated_at AS "updatedAt"`;
const from = 'accounting.party_bank_account AS account';

const findText = ['SELECT', columns, 'FROM', from, 'WHERE account.organization_id = $1 AND account.id = $2'].join(' ');

const FIND: Statement = { name: 'find_party_bank_account', text: findText };
const FIND_AND_HOLD: Statement = {
  name: 'find_and_hold_party_bank_account',
  text: [findText, 'FOR UPDATE OF account'].join(' '),
};
const INSERT: Statement = {
  name: 'insert_party_bank_account',
  text: `
    INSERT INTO accounting.party_bank_account
      (organization_id, id, legal_entity_id, party_id, changed_by, holder, iban, country, account_number, bank_code, bic, currency)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const UPDATE: Statement = {
  name: 'update_party_bank_account',
  text: `
    UPDATE accounting.party_bank_account
    SET holder = $4, iban = $5, country = $6, account_number = $7, bank_code = $8, bic = $9, currency = $10,
        status = 'unverified', changed_by = $3, changed_at = now(), verified_by = NULL, verified_at = NULL,
        version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const VERIFY: Statement = {
  name: 'verify_party_bank_account',
  text: `
    UPDATE accounting.party_bank_account
    SET status = 'verified', verified_by = $3, verified_at = now(), version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const SET_STATUS: Statement = {
  name: 'set_party_bank_account_status',
  text: `
    UPDATE accounting.party_bank_account SET status = $3, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const FIND_MISSING: Statement = {
  name: 'find_missing_party_bank_accounts',
  text: `
    SELECT a.holder, a.iban, a.country, a.account_number AS "accountNumber", a.bank_code AS "bankCode", a.bic, a.currency
    FROM accounting.party_bank_account a
    WHERE a.organization_id = $1 AND a.party_id = $2 AND a.status <> 'archived'
      AND NOT EXISTS (
        SELECT FROM accounting.party_bank_account own
        WHERE own.organization_id = $1 AND own.party_id = $3 AND own.status <> 'archived'
          AND (own.iban, own.bank_code, own.account_number) IS NOT DISTINCT FROM (a.iban, a.bank_code, a.account_number))
    ORDER BY a.created_at, a.id`,
};

/** Rows of bank accounts of parties. */
@Injectable()
export class PartyBankAccountsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<PartyBankAccountView>> {
    const where = 'account.organization_id = $1';
    const source = { columns, from, where, parameters: [transaction.organizationId] };
    const rows = await request.rows<BankAccountRow>(transaction, source);
    return request.page(rows, (row) => viewOf(transaction, row));
  }

  async view(transaction: Transaction, id: string): Promise<PartyBankAccountView> {
    return viewOf(transaction, await find(transaction, FIND, id));
  }

  /** As it is, with its numbers, and held. */
  hold(transaction: Transaction, id: string): Promise<BankAccountRow> {
    return find(transaction, FIND_AND_HOLD, id);
  }

  async insert(
    transaction: Transaction,
    { id: partyId, legalEntityId }: Pick<PartyView, 'id' | 'legalEntityId'>,
    details: BankDetails,
  ): Promise<string> {
    const id = newId();
    const key = [transaction.organizationId, id, legalEntityId, partyId, personOf(transaction)];
    await transaction.rows(INSERT, [...key, ...valuesOf(details)]);
    return id;
  }

  async update(transaction: Transaction, id: string, details: BankDetails): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, personOf(transaction), ...valuesOf(details)]);
  }

  async verify(transaction: Transaction, id: string): Promise<void> {
    await transaction.rows(VERIFY, [transaction.organizationId, id, personOf(transaction)]);
  }

  async setStatus(transaction: Transaction, id: string, status: BankAccountStatus): Promise<void> {
    await transaction.rows(SET_STATUS, [transaction.organizationId, id, status]);
  }

  /** Gives the survivor what it lacks, as if entered now: nobody has verified them for it. */
  async copyMissing(transaction: Transaction, merged: PartyView, survivor: PartyView): Promise<number> {
    const values = [transaction.organizationId, merged.id, survivor.id];
    const missing = await transaction.rows<BankDetails & Record<string, unknown>>(FIND_MISSING, values);
    for (const details of missing) await this.insert(transaction, survivor, details);
    return missing.length;
  }
}

async function find(transaction: Transaction, statement: Statement, id: string): Promise<BankAccountRow> {
  const values = [transaction.organizationId, id];
  const [row] = await transaction.rows<BankAccountRow & Record<string, unknown>>(statement, values);
  if (!row) throw platformProblems.not_found(`There is no bank account ${id} of a party.`);
  return row;
}

function viewOf({ acting: { permissions } }: Transaction, row: BankAccountRow): PartyBankAccountView {
  return PartyBankAccountView.from(row, !permissions.has(partyPermissions.readBankDetails.name));
}

const valuesOf = ({ holder, iban, country, accountNumber, bankCode, bic, currency }: BankDetails) => {
  return [holder, iban, country, accountNumber, bankCode, bic, currency];
};
