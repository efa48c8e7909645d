import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { type PostedAccount, PostingAccounts } from './posting-accounts.js';
import type { PostingPurpose } from './posting-purposes.js';

const FIND: Statement = {
  name: 'find_posting_accounts',
  text: `
    SELECT p.legal_entity_id AS "legalEntityId", p.purpose, a.id, a.code
    FROM accounting.posting_account p
    JOIN accounting.account a ON a.organization_id = p.organization_id AND a.id = p.account_id
    WHERE p.organization_id = $1 AND p.legal_entity_id = ANY ($2::uuid[])`,
};
const NAME_WHERE_NONE: Statement = {
  name: 'name_posting_accounts_where_none',
  text: `
    INSERT INTO accounting.posting_account (organization_id, id, legal_entity_id, purpose, account_id)
    SELECT $1, wanted.id, $2, wanted.purpose, a.id
    FROM unnest($3::uuid[], $4::text[], $5::text[]) AS wanted (id, purpose, code)
    JOIN accounting.account a ON a.organization_id = $1 AND a.legal_entity_id = $2 AND a.code = wanted.code
    ON CONFLICT ON CONSTRAINT posting_account_purpose_key DO NOTHING`,
};

interface Row extends PostedAccount {
  legalEntityId: string;
  purpose: PostingPurpose;
}

/** The accounts that documents post to where nobody says otherwise, for use inside a command's transaction. */
@Injectable()
export class PostingAccountsRepository {
  async of(transaction: Transaction, legalEntityId: string): Promise<PostingAccounts> {
    return (await this.ofEach(transaction, [legalEntityId])).get(legalEntityId)!;
  }

  /** The same for several legal entities in one statement; every one of them has its own, if empty. */
  async ofEach(transaction: Transaction, legalEntityIds: readonly string[]): Promise<Map<string, PostingAccounts>> {
    const rows = await transaction.facts<Row & object>(FIND, [transaction.organizationId, legalEntityIds]);
    const named = new Map(legalEntityIds.map((id) => [id, new Map<PostingPurpose, PostedAccount>()]));
    for (const { legalEntityId, purpose, id, code } of rows) named.get(legalEntityId)!.set(purpose, { id, code });
    return new Map([...named].map(([id, byPurpose]) => [id, new PostingAccounts(id, byPurpose)]));
  }

  /** @param codes of accounts that fit, and that the transaction holds active */
  async nameWhereNone(
    transaction: Transaction,
    legalEntityId: string,
    codes: ReadonlyMap<PostingPurpose, string>,
  ): Promise<void> {
    const ids = [...codes].map(() => newId());
    const values = [transaction.organizationId, legalEntityId, ids, [...codes.keys()], [...codes.values()]];
    await transaction.rows(NAME_WHERE_NONE, values);
  }
}
