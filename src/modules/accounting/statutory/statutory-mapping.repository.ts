import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { MappableAccount, MappingChanges } from './plan-mapping.js';

const LOAD_ACCOUNTS: Statement = {
  name: 'load_mappable_accounts',
  text: `
    SELECT account.id, account.code, account.is_group AS "isGroup", mapping.line_id AS "lineId"
    FROM accounting.account
    LEFT JOIN accounting.statutory_mapping mapping
      ON mapping.organization_id = account.organization_id AND mapping.chart_id = $2 AND mapping.account_id = account.id
    WHERE account.organization_id = $1 AND account.legal_entity_id = $3 AND account.code = ANY ($4)`,
};
const SET: Statement = {
  name: 'set_statutory_mapping',
  text: `
    INSERT INTO accounting.statutory_mapping (organization_id, chart_id, id, account_id, line_id)
    SELECT $1, $2, m.id, m.account_id, m.line_id
    FROM unnest($3::uuid[], $4::uuid[], $5::uuid[]) AS m (id, account_id, line_id)
    ON CONFLICT ON CONSTRAINT statutory_mapping_account_key
    DO UPDATE SET line_id = excluded.line_id, updated_at = now()`,
};
const REMOVE: Statement = {
  name: 'remove_statutory_mapping',
  text: 'DELETE FROM accounting.statutory_mapping WHERE organization_id = $1 AND chart_id = $2 AND account_id = ANY ($3)',
};
const COUNT_UNMAPPED: Statement = {
  name: 'count_unmapped_accounts',
  text: `
    SELECT count(*)::integer AS unmapped FROM accounting.account
    WHERE account.organization_id = $1 AND account.legal_entity_id = $3 AND NOT account.is_group
      AND account.status = 'active' AND NOT EXISTS (
        SELECT FROM accounting.statutory_mapping mapping
        WHERE mapping.organization_id = account.organization_id AND mapping.chart_id = $2
          AND mapping.account_id = account.id)`,
};

/** Which line of a statutory chart each account belongs to. */
@Injectable()
export class StatutoryMappingRepository {
  /** The accounts with these codes, by code. */
  async accounts(
    transaction: Transaction,
    chartId: string,
    legalEntityId: string,
    codes: readonly string[],
  ): Promise<Map<string, MappableAccount>> {
    const values = [transaction.organizationId, chartId, legalEntityId, codes];
    const rows = await transaction.rows<MappableAccount & object>(LOAD_ACCOUNTS, values);
    return new Map(rows.map((account) => [account.code, account]));
  }

  async apply(transaction: Transaction, chartId: string, { set, removed }: MappingChanges): Promise<void> {
    const scope = [transaction.organizationId, chartId];
    if (removed.length > 0) await transaction.rows(REMOVE, [...scope, removed]);
    if (set.length === 0) return;
    const accountIds = set.map(({ accountId }) => accountId);
    const lineIds = set.map(({ lineId }) => lineId);
    await transaction.rows(SET, [...scope, set.map(() => newId()), accountIds, lineIds]);
  }

  async countUnmapped(transaction: Transaction, chartId: string, legalEntityId: string): Promise<number> {
    const values = [transaction.organizationId, chartId, legalEntityId];
    return (await transaction.rows<{ unmapped: number }>(COUNT_UNMAPPED, values))[0]!.unmapped;
  }
}
