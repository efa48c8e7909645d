import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { MoneyAccount, NamedMoney } from './money-account.js';
import { type NewWithholding, WithholdingsRepository } from '../withholding/withholdings.repository.js';
import { settlementColumns, settlementTables } from './settlements.list.js';
import type { SettlementKind } from './settlement-refusal.js';
import type { PartPurpose, SettlementPartView, SettlementStatus } from './settlement.view.js';

/** A receipt, refund or write-off as it is kept, with amounts in the decimals of their currency. */
export interface SettlementRecord {
  id: string;
  legalEntityId: string;
  kind: SettlementKind;
  partyId: string;
  partyNumber: string;
  partyName: string;
  settledOn: string;
  currency: string;
  amount: string;
  charge: string;
  deposit: boolean;
  reference: string | null;
  note: string | null;
  externalSource: string | null;
  externalId: string | null;
  entryId: string | null;
  journalCode: string | null;
  number: string | null;
  accountId: string | null;
  accountCode: string | null;
  bankAccountId: string | null;
  bankMatchId: string | null;
  status: SettlementStatus;
  reversedOn: string | null;
  reversalReason: string | null;
  unallocatedAmount: string;
  parts: SettlementPartView[];
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

type Row = Omit<SettlementRecord, 'parts' | 'createdAt' | 'updatedAt'> & {
  parts: SettlementPartView[] | null;
  createdAt: Date;
  updatedAt: Date;
};

export interface NewSettlement {
  id: string;
  legalEntityId: string;
  kind: SettlementKind;
  partyId: string;
  settledOn: string;
  currency: string;
  amount: Decimal;
  charge?: Decimal;
  accountId?: string;
  bankAccountId?: string;
  /** The match that it is recorded for, which is made later in the same transaction. */
  bankMatchId?: string;
  entryId?: string;
  isDeposit?: boolean;
  reference?: string;
  note?: string;
  externalSource?: string;
  externalId?: string;
}

/** Money that settles what the running command posts. */
export interface NewPayment extends NewSettlement {
  actorId: string;
  requestId: string;
  /** What it took off which item, by the line that this comes from. */
  parts: readonly { position: number; entryId: string; line: number; amount: Decimal }[];
}

export interface NewPart {
  itemId: string;
  purpose: PartPurpose;
  amount: Decimal;
  entryId: string;
  reason: string | null;
  withholding?: NewWithholding | undefined;
}

const FIND: Statement = {
  name: 'find_settlement',
  text: [
    'SELECT',
    settlementColumns,
    'FROM',
    settlementTables,
    'WHERE settlement.organization_id = $1 AND settlement.kind = $2 AND settlement.id = $3',
  ].join(' '),
};
const FIND_BY_EXTERNAL_ID: Statement = {
  name: 'find_settlement_by_external_id',
  text: `
    SELECT id FROM accounting.settlement
    WHERE organization_id = $1 AND legal_entity_id = $2 AND kind = $3 AND external_source = $4 AND external_id = $5`,
};
/** With its parts in one statement, so that both are there when they are proved. */
const INSERT: Statement = {
  name: 'insert_settlement',
  text: `
    WITH settlement AS (
      INSERT INTO accounting.settlement
        (organization_id, id, legal_entity_id, kind, party_id, settled_on, currency, amount, charge, account_id,
         bank_account_id, bank_match_id, entry_id, is_deposit, reference, note, external_source, external_id, actor_id, action,
         request_id)
      SELECT $1, s.id, s."legalEntityId", s.kind, s."partyId", s."settledOn", s.currency, s.amount, coalesce(s.charge, 0),
             s."accountId", s."bankAccountId", s."bankMatchId", s."entryId", coalesce(s."isDeposit", false), s.reference,
             s.note, s."externalSource", s."externalId", $2, $3, $4
      FROM json_to_record($5::json) AS s (
        id uuid, "legalEntityId" uuid, kind text, "partyId" uuid, "settledOn" date, currency text, amount numeric,
        charge numeric, "accountId" uuid, "bankAccountId" uuid, "bankMatchId" uuid, "entryId" uuid, "isDeposit" boolean,
        reference text, note text, "externalSource" text, "externalId" text)
      RETURNING id, legal_entity_id)
    INSERT INTO accounting.settlement_part
      (organization_id, settlement_id, position, legal_entity_id, item_id, purpose, amount, entry_id, reason)
    SELECT $1, settlement.id, p.position, settlement.legal_entity_id, p."itemId", p.purpose, p.amount, p."entryId", p.reason
    FROM settlement, json_to_recordset($6::json) AS p (
      position integer, "itemId" uuid, purpose text, amount numeric, "entryId" uuid, reason text)`,
};
/** The same for many, whose items are named by the lines that they come from. */
const INSERT_MANY: Statement = {
  name: 'insert_settlements',
  text: `
    WITH given AS (
      SELECT s.* FROM json_to_recordset($3::json) AS s (
        id uuid, "legalEntityId" uuid, kind text, "partyId" uuid, "settledOn" date, currency text, amount numeric,
        charge numeric, "accountId" uuid, "bankAccountId" uuid, "entryId" uuid, "isDeposit" boolean, reference text,
        note text, "externalSource" text, "externalId" text, "actorId" uuid, "requestId" uuid, parts json)
    ), settlement AS (
      INSERT INTO accounting.settlement
        (organization_id, id, legal_entity_id, kind, party_id, settled_on, currency, amount, charge, account_id,
         bank_account_id, entry_id, is_deposit, reference, note, external_source, external_id, actor_id, action, request_id)
      SELECT $1, s.id, s."legalEntityId", s.kind, s."partyId", s."settledOn", s.currency, s.amount, coalesce(s.charge, 0),
             s."accountId", s."bankAccountId", s."entryId", coalesce(s."isDeposit", false), s.reference, s.note,
             s."externalSource", s."externalId", s."actorId", $2, s."requestId"
      FROM given s)
    INSERT INTO accounting.settlement_part
      (organization_id, settlement_id, position, legal_entity_id, item_id, purpose, amount, entry_id)
    SELECT $1, s.id, p.position, s."legalEntityId",
           -- Not joined: nobody knows how many parts the JSON has, and the plan for many would read all items.
           (SELECT i.id FROM accounting.open_item i
            WHERE i.organization_id = $1 AND i.entry_id = p."entryId" AND i.line_number = p.line),
           'payment', p.amount, s."entryId"
    FROM given s
    CROSS JOIN json_to_recordset(s.parts) AS p (position integer, "entryId" uuid, line integer, amount numeric)`,
};
const INSERT_REVERSAL: Statement = {
  name: 'insert_settlement_reversal',
  text: `
    INSERT INTO accounting.settlement_reversal
      (organization_id, settlement_id, legal_entity_id, reversed_on, reason, actor_id, action, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
/** All of the document: its own, and the realised exchange differences of what it settled. */
const FIND_ENTRIES: Statement = {
  name: 'find_entries_of_settlement',
  text: `
    SELECT id, origin NOT IN ('allocation', 'cash_basis_tax') AND reversal_of IS NULL AS "isReversed" FROM accounting.journal_entry
    WHERE organization_id = $1 AND origin_id = $2 ORDER BY id`,
};
const FIND_USERS: Statement = {
  name: 'find_settlements_of_groups',
  text: `
    SELECT id, kind FROM accounting.settlement
    WHERE organization_id = $1 AND id = ANY ($2) AND id <> $3 ORDER BY id`,
};
const FIND_OF_MATCH: Statement = {
  name: 'find_receipts_of_bank_match',
  text: [
    'SELECT',
    settlementColumns,
    'FROM',
    settlementTables,
    'WHERE settlement.organization_id = $1 AND settlement.bank_match_id = $2 ORDER BY settlement.id',
  ].join(' '),
};
const FIND_MONEY_ACCOUNT: Statement = {
  name: 'find_money_account',
  text: `
    SELECT a.id, a.code, a.type, a.control, a.is_group AS "isGroup", a.status = 'active' AS "isActive", a.currency,
           b.id AS "bankAccountId", b.currency AS "bankCurrency", b.status = 'active' AS "isBankActive"
    FROM accounting.account a
    LEFT JOIN accounting.bank_account b ON b.organization_id = a.organization_id AND b.account_id = a.id
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2 AND (a.id = $3 OR b.id = $4)`,
};

/** Receipts, refunds and write-offs: rows that never change, and beside them what took them back. */
@Injectable()
export class SettlementsRepository {
  constructor(private readonly withholdings: WithholdingsRepository) {}

  /** @throws Problem not_found */
  async get(transaction: Transaction, kind: SettlementKind, id: string): Promise<SettlementRecord> {
    const [row] = await transaction.rows<Row & object>(FIND, [transaction.organizationId, kind, id]);
    if (!row) throw platformProblems.not_found(`There is no ${kind.replace('_', '-')} ${id}.`);
    return recordOf(row);
  }

  async list<View>(
    transaction: Transaction,
    kind: SettlementKind,
    request: ListRequest,
    viewOf: (record: SettlementRecord) => View,
  ): Promise<Page<View>> {
    const rows = await request.rows<Row>(transaction, {
      columns: settlementColumns,
      from: settlementTables,
      where: 'settlement.organization_id = $1 AND settlement.kind = $2',
      parameters: [transaction.organizationId, kind],
    });
    return request.page(rows, (row) => viewOf(recordOf(row)));
  }

  async findByExternalId(
    transaction: Transaction,
    kind: SettlementKind,
    legalEntityId: string,
    key: { externalSource: string; externalId: string },
  ): Promise<string | undefined> {
    const values = [transaction.organizationId, legalEntityId, kind, key.externalSource, key.externalId];
    return (await transaction.facts<{ id: string }>(FIND_BY_EXTERNAL_ID, values))[0]?.id;
  }

  async insert(transaction: Transaction, action: string, settlement: NewSettlement, parts: NewPart[]): Promise<void> {
    const { organizationId, acting } = transaction;
    const placed = parts.map(({ withholding: _kept, ...part }, index) => ({ ...part, position: index + 1 }));
    const by = [acting.actorId, action, acting.requestId];
    await transaction.rows(INSERT, [organizationId, ...by, JSON.stringify(settlement), JSON.stringify(placed)]);
    const withheld = parts.flatMap(({ withholding }, index) =>
      withholding ? { ...withholding, position: index + 1 } : [],
    );
    await this.withholdings.insert(transaction, settlement, withheld);
  }

  /** All in one statement, of any actors. */
  async insertMany(transaction: Transaction, action: string, payments: readonly NewPayment[]): Promise<void> {
    if (payments.length === 0) return;
    await transaction.rows(INSERT_MANY, [transaction.organizationId, action, JSON.stringify(payments)]);
  }

  async insertReversal(
    transaction: Transaction,
    action: string,
    { id, legalEntityId }: SettlementRecord,
    { reversedOn, reason }: { reversedOn: string; reason: string },
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const by = [acting.actorId, action, acting.requestId];
    await transaction.rows(INSERT_REVERSAL, [organizationId, id, legalEntityId, reversedOn, reason, ...by]);
  }

  /** The receipts that were recorded for a match with a line of a bank statement. */
  async ofBankMatch(transaction: Transaction, bankMatchId: string): Promise<SettlementRecord[]> {
    const rows = await transaction.rows<Row & object>(FIND_OF_MATCH, [transaction.organizationId, bankMatchId]);
    return rows.map(recordOf);
  }

  /** The ids of all entries that were posted for it, in their order; `isReversed` those that a reversal takes back. */
  entriesOf(transaction: Transaction, id: string): Promise<{ id: string; isReversed: boolean }[]> {
    return transaction.rows<{ id: string; isReversed: boolean }>(FIND_ENTRIES, [transaction.organizationId, id]);
  }

  /** The other documents among groups of allocations. */
  usersOf(transaction: Transaction, groupIds: readonly string[], id: string) {
    const values = [transaction.organizationId, groupIds, id];
    return transaction.rows<{ id: string; kind: SettlementKind }>(FIND_USERS, values);
  }

  async moneyAccount(
    transaction: Transaction,
    legalEntityId: string,
    { accountId, bankAccountId }: NamedMoney,
  ): Promise<MoneyAccount | undefined> {
    const values = [transaction.organizationId, legalEntityId, accountId ?? null, bankAccountId ?? null];
    return (await transaction.facts<MoneyAccount & object>(FIND_MONEY_ACCOUNT, values))[0];
  }
}

function recordOf({ parts, createdAt, updatedAt, ...row }: Row): SettlementRecord {
  const { minorUnits } = requireCurrency(row.currency);
  const fixed = (text: string) => new Decimal(text).toFixed(minorUnits);
  return {
    ...row,
    amount: fixed(row.amount),
    charge: fixed(row.charge),
    unallocatedAmount: fixed(row.unallocatedAmount),
    parts: (parts ?? []).map((part) => {
      const expectedAmount = part.expectedAmount && fixed(part.expectedAmount);
      return { ...part, amount: fixed(part.amount), expectedAmount, openAmount: fixed(part.openAmount) };
    }),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
