import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';

const TAKEN_BACK: Statement = {
  name: 'find_parties_of_undone_imports',
  text: `
    SELECT DISTINCT r.party_id AS id
    FROM accounting.imported_record r
    JOIN accounting.record_import_undo u ON u.organization_id = r.organization_id AND u.import_id = r.import_id
    JOIN accounting.party p ON p.organization_id = r.organization_id AND p.id = r.party_id AND p.updated_at = u.undone_at
    WHERE r.organization_id = $1 AND r.party_id = ANY ($2::uuid[]) AND r.outcome IN ('created', 'reactivated')
      AND p.status = 'archived'`,
};
const BANK_ACCOUNTS: Statement = {
  name: 'find_bank_accounts_of_parties',
  text: `
    SELECT party_id AS "partyId", iban, bank_code AS "bankCode", account_number AS "accountNumber"
    FROM accounting.party_bank_account
    WHERE organization_id = $1 AND party_id = ANY ($2::uuid[]) AND status <> 'archived'`,
};
const REFERENCES: Statement = {
  name: 'find_references_to_parties',
  text: `
    SELECT DISTINCT party_id AS "partyId", referrer FROM accounting.references_to_parties($1, $2::uuid[])
    ORDER BY referrer, party_id LIMIT 100`,
};
const ARCHIVE: Statement = {
  name: 'archive_imported_parties',
  text: `
    UPDATE accounting.party
    SET status = 'archived', hold_reason = NULL, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND status IN ('active', 'on_hold')
    RETURNING id, legal_entity_id AS "legalEntityId", number`,
};
const ARCHIVE_BANK_ACCOUNTS: Statement = {
  name: 'archive_imported_bank_accounts',
  text: `
    UPDATE accounting.party_bank_account SET status = 'archived', version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND status <> 'archived'`,
};

export interface KnownBankAccount {
  partyId: string;
  iban: string | null;
  bankCode: string | null;
  accountNumber: string | null;
}

export interface ArchivedParty {
  id: string;
  legalEntityId: string;
  number: string;
}

/** What imports know of parties that were there before, and how they take parties back. */
@Injectable()
export class KnownPartiesRepository {
  /**
   * Those of the parties that the undo of an import archived, and nobody has changed since: an undo and what it archives
   * have the time of one transaction.
   */
  async takenBack(transaction: Transaction, ids: readonly string[]): Promise<Set<string>> {
    const rows = await transaction.rows<{ id: string }>(TAKEN_BACK, [transaction.organizationId, ids]);
    return new Set(rows.map(({ id }) => id));
  }

  bankAccounts(transaction: Transaction, ids: readonly string[]): Promise<(KnownBankAccount & object)[]> {
    return transaction.rows<KnownBankAccount & object>(BANK_ACCOUNTS, [transaction.organizationId, ids]);
  }

  /** What names one of the parties, by the names of tables; at most a hundred. */
  references(transaction: Transaction, ids: readonly string[]): Promise<{ partyId: string; referrer: string }[]> {
    return transaction.rows<{ partyId: string; referrer: string }>(REFERENCES, [transaction.organizationId, ids]);
  }

  /** @returns those that were in use until now */
  archive(transaction: Transaction, ids: readonly string[]): Promise<ArchivedParty[]> {
    return transaction.rows<ArchivedParty & object>(ARCHIVE, [transaction.organizationId, ids]);
  }

  async archiveBankAccounts(transaction: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await transaction.rows(ARCHIVE_BANK_ACCOUNTS, [transaction.organizationId, ids]);
  }
}
