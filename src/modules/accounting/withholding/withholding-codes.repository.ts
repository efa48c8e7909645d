import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { NamedAccount } from '../chart/books-account-rules.js';
import type { AccountControl } from '../chart/account-type.js';
import type { WithholdingCodeRow } from './withholding-codes.dto.js';
import { withholdingCodeColumns, withholdingCodeSource } from './withholding-codes.list.js';

const FIND: Statement = {
  name: 'find_withholding_code',
  text: [
    'SELECT',
    withholdingCodeColumns,
    'FROM',
    withholdingCodeSource,
    'WHERE code.organization_id = $1 AND code.id = $2',
  ].join(' '),
};
const FIND_BY_CODES: Statement = {
  name: 'find_withholding_codes_by_code',
  text: [
    'SELECT',
    withholdingCodeColumns,
    'FROM',
    withholdingCodeSource,
    'WHERE code.organization_id = $1 AND code.legal_entity_id = $2 AND code.code = ANY ($3::text[])',
    'ORDER BY code.id FOR SHARE OF code',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_withholding_code',
  text: 'SELECT id FROM accounting.withholding_code WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const FIND_ACCOUNT: Statement = {
  name: 'hold_account_of_withholding_code',
  text: `
    SELECT id, code, type, control, is_group AS "isGroup", status FROM accounting.account
    WHERE organization_id = $1 AND legal_entity_id = $2 AND code = $3 FOR SHARE`,
};
const INSERT: Statement = {
  name: 'insert_withholding_code',
  text: `
    INSERT INTO accounting.withholding_code (organization_id, id, legal_entity_id, code, name, account_id, year_starts_in)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const UPDATE: Statement = {
  name: 'update_withholding_code',
  text: `
    UPDATE accounting.withholding_code
    SET name = $3, account_id = $4, status = $5, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

export type AccountOfCode = NamedAccount & { readonly id: string; readonly control: AccountControl };

/** The codes under which customers withhold taxes. */
@Injectable()
export class WithholdingCodesRepository {
  async get(transaction: Transaction, id: string): Promise<WithholdingCodeRow> {
    const [row] = await transaction.rows<WithholdingCodeRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw noCode(id);
    return row;
  }

  /** Nobody else changes it until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<WithholdingCodeRow> {
    const [row] = await transaction.rows(HOLD, [transaction.organizationId, id]);
    if (!row) throw noCode(id);
    return this.get(transaction, id);
  }

  /** By code; held as they are until the transaction ends. */
  async byCode(
    transaction: Transaction,
    legalEntityId: string,
    codes: readonly string[],
  ): Promise<Map<string, WithholdingCodeRow>> {
    if (codes.length === 0) return new Map();
    const values = [transaction.organizationId, legalEntityId, codes];
    const rows = await transaction.rows<WithholdingCodeRow & object>(FIND_BY_CODES, values);
    return new Map(rows.map((row) => [row.code, row]));
  }

  async account(transaction: Transaction, legalEntityId: string, code: string): Promise<AccountOfCode | undefined> {
    const values = [transaction.organizationId, legalEntityId, code];
    return (await transaction.rows<AccountOfCode & object>(FIND_ACCOUNT, values))[0];
  }

  async insert(
    transaction: Transaction,
    row: Pick<WithholdingCodeRow, 'legalEntityId' | 'code' | 'name' | 'accountId' | 'yearStartsIn'>,
  ): Promise<string> {
    const id = newId();
    const { legalEntityId, code, name, accountId, yearStartsIn } = row;
    const values = [transaction.organizationId, id, legalEntityId, code, name, accountId, yearStartsIn];
    await transaction.rows(INSERT, values);
    return id;
  }

  async update(
    transaction: Transaction,
    { id, name, accountId, status }: Pick<WithholdingCodeRow, 'id' | 'name' | 'accountId' | 'status'>,
  ): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, name, accountId, status]);
  }
}

const noCode = (id: string) => platformProblems.not_found(`There is no withholding code ${id}.`);
