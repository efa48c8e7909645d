import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ChartAccount } from './planned-account.js';

const QUEUE: Statement = {
  name: 'queue_chart_imports',
  text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'accounting.chart', $1::uuid, $2::uuid), 0))",
};
/** Also keeps groups from becoming inactive, and others from adding accounts to them, until the import is through. */
const HOLD: Statement = {
  name: 'hold_chart',
  text: `
    SELECT a.id, a.code FROM accounting.account a
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2 ORDER BY a.id FOR NO KEY UPDATE`,
};
const LOAD: Statement = {
  name: 'load_chart',
  text: `
    SELECT a.code, a.name, a.type, a.is_group AS "isGroup", a.subtype, a.cash_flow_section AS "cashFlowSection",
           a.control, a.currency, p.code AS "parentCode", a.status,
           CASE a.id WHEN b.retained_earnings_account_id THEN 'retained earnings'
                     WHEN b.rounding_account_id THEN 'rounding differences' END AS "booksPurpose",
           served.purpose AS "postingPurpose"
    FROM accounting.account a
    LEFT JOIN accounting.account p ON p.organization_id = a.organization_id AND p.id = a.parent_id
    LEFT JOIN accounting.books b ON b.organization_id = a.organization_id AND b.legal_entity_id = a.legal_entity_id
    LEFT JOIN (SELECT s.account_id, min(s.purpose) AS purpose FROM accounting.posting_account s
               WHERE s.organization_id = $1 AND s.legal_entity_id = $2 GROUP BY s.account_id) served
      ON served.account_id = a.id
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2`,
};
const INSERT: Statement = {
  name: 'insert_accounts',
  text: `
    INSERT INTO accounting.account
      (organization_id, id, legal_entity_id, code, name, type, subtype, control, currency, is_group, parent_id, status,
       cash_flow_section)
    SELECT $1, a.id, $2, a.code, a.name, a.type, a.subtype, a.control, a.currency, a.is_group, a.parent_id, a.status,
           a.cash_flow_section
    FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::boolean[],
                $11::uuid[], $12::text[], $13::text[])
      AS a (id, code, name, type, subtype, control, currency, is_group, parent_id, status, cash_flow_section)`,
};
const UPDATE: Statement = {
  name: 'update_accounts',
  text: `
    UPDATE accounting.account a
    SET name = n.name, subtype = n.subtype, status = n.status, cash_flow_section = n.cash_flow_section,
        version = a.version + 1, updated_at = now()
    FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
      AS n (code, name, subtype, status, cash_flow_section)
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND a.code = n.code`,
};

/** A chart as a whole, for imports: read at once, and written in one statement each for what is new and what changes. */
@Injectable()
export class ChartRepository {
  /** Ids by code of all accounts. Nobody else changes them, nor imports accounts, until the transaction ends. */
  async hold(transaction: Transaction, legalEntityId: string): Promise<Map<string, string>> {
    const values = [transaction.organizationId, legalEntityId];
    await transaction.rows(QUEUE, values);
    const rows = await transaction.rows<{ id: string; code: string }>(HOLD, values);
    return new Map(rows.map(({ id, code }) => [code, id]));
  }

  async load(transaction: Transaction, legalEntityId: string): Promise<Map<string, ChartAccount>> {
    const rows = await transaction.rows<ChartAccount>(LOAD, [transaction.organizationId, legalEntityId]);
    return new Map(rows.map((account) => [account.code, account]));
  }

  /** @param idsByCode those that the chart has; the new ones are added to it */
  async insert(
    transaction: Transaction,
    legalEntityId: string,
    accounts: readonly ChartAccount[],
    idsByCode: Map<string, string>,
  ): Promise<void> {
    if (accounts.length === 0) return;
    for (const { code } of accounts) idsByCode.set(code, newId());
    const column = <T>(value: (account: ChartAccount) => T) => accounts.map((account) => value(account));
    await transaction.rows(INSERT, [
      transaction.organizationId,
      legalEntityId,
      column(({ code }) => idsByCode.get(code)),
      column(({ code }) => code),
      column(({ name }) => name),
      column(({ type }) => type),
      column(({ subtype }) => subtype),
      column(({ control }) => control),
      column(({ currency }) => currency),
      column(({ isGroup }) => isGroup),
      column(({ parentCode }) => (parentCode === null ? null : idsByCode.get(parentCode))),
      column(({ status }) => status),
      column(({ cashFlowSection }) => cashFlowSection),
    ]);
  }

  async update(transaction: Transaction, legalEntityId: string, accounts: readonly ChartAccount[]): Promise<void> {
    if (accounts.length === 0) return;
    await transaction.rows(UPDATE, [
      transaction.organizationId,
      legalEntityId,
      accounts.map(({ code }) => code),
      accounts.map(({ name }) => name),
      accounts.map(({ subtype }) => subtype),
      accounts.map(({ status }) => status),
      accounts.map(({ cashFlowSection }) => cashFlowSection),
    ]);
  }
}
