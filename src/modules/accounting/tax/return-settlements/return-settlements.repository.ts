import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { TaxOnAccount } from './plan-return-settlement.js';
import type { ReturnSettlementRow } from './return-settlements.dto.js';
import { returnSettlementColumns, returnSettlementSource } from './return-settlements.list.js';

const FIND: Statement = {
  name: 'find_tax_return_settlement',
  text: [
    'SELECT',
    returnSettlementColumns,
    'FROM',
    returnSettlementSource,
    'WHERE settlement.organization_id = $1 AND settlement.id = $2',
  ].join(' '),
};
const FIND_LIVE: Statement = {
  name: 'find_live_tax_return_settlement',
  text: `
    SELECT s.id, s.settled_on AS "settledOn" FROM accounting.tax_return_settlement s
    WHERE s.organization_id = $1 AND s.return_id = $2
      AND NOT EXISTS (SELECT FROM accounting.tax_return_settlement_reversal v
                      WHERE v.organization_id = s.organization_id AND v.settlement_id = s.id)`,
};
/** What the lines of the return itself left on the accounts that they were posted to; not those of what it amends. */
const TAXES: Statement = {
  name: 'sum_taxes_of_return_by_account',
  text: `
    SELECT a.id AS "accountId", a.code AS "accountCode",
           sum(CASE t.side WHEN 'output' THEN t.functional_tax ELSE -t.functional_tax END)::text AS tax
    FROM accounting.tax_return_line l
    JOIN accounting.tax_line t ON t.organization_id = l.organization_id AND t.id = l.tax_line_id
    JOIN accounting.journal_line j
      ON j.organization_id = t.organization_id AND j.entry_id = t.entry_id AND j.line_number = t.line_number
    JOIN accounting.account a ON a.organization_id = j.organization_id AND a.id = j.account_id
    WHERE l.organization_id = $1 AND l.return_id = $2
    GROUP BY a.id, a.code ORDER BY a.code COLLATE "C"`,
};
const ROUNDING_ACCOUNT: Statement = {
  name: 'find_rounding_account_of_books',
  text: `
    SELECT rounding_account_id AS id FROM accounting.books WHERE organization_id = $1 AND legal_entity_id = $2`,
};
const INSERT: Statement = {
  name: 'insert_tax_return_settlement',
  text: `
    INSERT INTO accounting.tax_return_settlement
      (organization_id, id, legal_entity_id, return_id, number, settled_on, due_box_code, amount_due, rounding, account_id,
       rounding_account_id, entry_id, actor_id, action, request_id)
    SELECT $1, s.id, s."legalEntityId", s."returnId",
           (SELECT count(*) + 1 FROM accounting.tax_return_settlement o
            WHERE o.organization_id = $1 AND o.return_id = s."returnId"),
           s."settledOn", s."dueBox", s."amountDue", s.rounding, s."accountId", s."roundingAccountId", s."entryId", $2, $3, $4
    FROM json_to_record($5::json) AS s (
      id uuid, "legalEntityId" uuid, "returnId" uuid, "settledOn" date, "dueBox" text, "amountDue" numeric,
      rounding numeric, "accountId" uuid, "roundingAccountId" uuid, "entryId" uuid)`,
};
const INSERT_REVERSAL: Statement = {
  name: 'insert_tax_return_settlement_reversal',
  text: `
    INSERT INTO accounting.tax_return_settlement_reversal
      (organization_id, settlement_id, legal_entity_id, reversed_on, reason, actor_id, action, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

export interface NewReturnSettlement {
  id: string;
  legalEntityId: string;
  returnId: string;
  settledOn: string;
  dueBox: string;
  amountDue: Decimal;
  rounding: Decimal;
  accountId: string;
  roundingAccountId: string | null;
  entryId: string;
}

/** Settlements of returns, and what there is to settle. */
@Injectable()
export class ReturnSettlementsRepository {
  async get(transaction: Transaction, id: string): Promise<ReturnSettlementRow> {
    const [row] = await transaction.rows<ReturnSettlementRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no settlement ${id} of a tax return.`);
    return row;
  }

  /** The one settlement of the return that is not reversed. */
  async live(transaction: Transaction, returnId: string): Promise<{ id: string; settledOn: string } | undefined> {
    const values = [transaction.organizationId, returnId];
    return (await transaction.rows<{ id: string; settledOn: string }>(FIND_LIVE, values))[0];
  }

  async taxes(transaction: Transaction, returnId: string): Promise<TaxOnAccount[]> {
    type Row = Omit<TaxOnAccount, 'tax'> & { tax: string };
    const rows = await transaction.rows<Row & object>(TAXES, [transaction.organizationId, returnId]);
    return rows.map(({ tax, ...account }) => ({ ...account, tax: new Decimal(tax) }));
  }

  async roundingAccount(transaction: Transaction, legalEntityId: string): Promise<string | undefined> {
    const values = [transaction.organizationId, legalEntityId];
    return (await transaction.rows<{ id: string | null }>(ROUNDING_ACCOUNT, values))[0]?.id ?? undefined;
  }

  async insert(transaction: Transaction, action: string, settlement: NewReturnSettlement): Promise<void> {
    const { organizationId, acting } = transaction;
    const by = [acting.actorId, action, acting.requestId];
    await transaction.rows(INSERT, [organizationId, ...by, JSON.stringify(settlement)]);
  }

  async insertReversal(
    transaction: Transaction,
    action: string,
    { id, legalEntityId }: ReturnSettlementRow,
    { reversedOn, reason }: { reversedOn: string; reason: string },
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const by = [acting.actorId, action, acting.requestId];
    await transaction.rows(INSERT_REVERSAL, [organizationId, id, legalEntityId, reversedOn, reason, ...by]);
  }
}
