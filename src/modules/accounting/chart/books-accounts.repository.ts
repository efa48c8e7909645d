import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';

/** Codes of the accounts that books name. */
export interface BooksAccounts {
  retainedEarningsAccountCode: string | null;
  roundingAccountCode: string | null;
}

const FIND: Statement = {
  name: 'find_books_accounts',
  text: `
    SELECT earnings.code AS "retainedEarningsAccountCode", rounding.code AS "roundingAccountCode"
    FROM accounting.books b
    LEFT JOIN accounting.account earnings
      ON earnings.organization_id = b.organization_id AND earnings.id = b.retained_earnings_account_id
    LEFT JOIN accounting.account rounding
      ON rounding.organization_id = b.organization_id AND rounding.id = b.rounding_account_id
    WHERE b.organization_id = $1 AND b.legal_entity_id = $2`,
};
const NAME_WHERE_NONE: Statement = {
  name: 'name_books_accounts_where_none',
  text: `
    UPDATE accounting.books b
    SET retained_earnings_account_id = coalesce(b.retained_earnings_account_id, earnings.id),
        rounding_account_id = coalesce(b.rounding_account_id, rounding.id), version = b.version + 1, updated_at = now()
    FROM accounting.account earnings, accounting.account rounding
    WHERE b.organization_id = $1 AND b.legal_entity_id = $2
      AND (b.retained_earnings_account_id IS NULL OR b.rounding_account_id IS NULL)
      AND earnings.organization_id = $1 AND earnings.legal_entity_id = $2 AND earnings.code = $3
      AND rounding.organization_id = $1 AND rounding.legal_entity_id = $2 AND rounding.code = $4`,
};

/** The accounts that the books of a legal entity name for purposes of their own. */
@Injectable()
export class BooksAccountsRepository {
  /** Undefined where no books are open. */
  async find(transaction: Transaction, legalEntityId: string): Promise<BooksAccounts | undefined> {
    return (await transaction.rows<BooksAccounts & object>(FIND, [transaction.organizationId, legalEntityId]))[0];
  }

  async nameWhereNone(
    transaction: Transaction,
    legalEntityId: string,
    retainedEarningsCode: string,
    roundingCode: string,
  ): Promise<void> {
    const codes = [retainedEarningsCode, roundingCode];
    await transaction.rows(NAME_WHERE_NONE, [transaction.organizationId, legalEntityId, ...codes]);
  }
}
