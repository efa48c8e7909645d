import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import { AllocationFollowers } from './allocation-followers.js';
import type { AllocationView } from './allocations.dto.js';
import { allocationColumns, allocationTables } from './allocations.list.js';

interface AllocationRow extends Omit<
  AllocationView,
  'createdAt' | 'functionalDebitAmount' | 'functionalCreditAmount' | 'exchangeDifference'
> {
  functionalDebit: string;
  functionalCredit: string;
  functionalCurrency: string;
  createdAt: Date;
}

/** An allocation that is to be written; amounts are below zero where it takes another one back. */
export interface NewAllocation {
  id: string;
  debitItemId: string;
  creditItemId: string;
  amount: string;
  functionalDebit: string;
  functionalCredit: string;
  differenceEntryId: string | null;
  undoes: string | null;
}

const FIND: Statement = {
  name: 'find_allocations',
  text: [
    'SELECT',
    allocationColumns,
    'FROM',
    allocationTables,
    'WHERE allocation.organization_id = $1 AND allocation.id = ANY ($2) ORDER BY allocation.id',
  ].join(' '),
};
/** By the items of the entry, which there are indexes for. */
const FIND_ACTIVE_OF_ENTRY: Statement = {
  name: 'find_active_allocations_of_entry',
  text: [
    'SELECT',
    allocationColumns,
    'FROM',
    allocationTables,
    `WHERE allocation.organization_id = $1 AND allocation.id IN (
       SELECT own.id FROM accounting.open_item item
       JOIN accounting.allocation own
         ON own.organization_id = item.organization_id AND (own.debit_item_id = item.id OR own.credit_item_id = item.id)
       WHERE item.organization_id = $1 AND item.entry_id = $2 AND own.group_id = $3 AND own.undoes IS NULL)
     AND undoing.id IS NULL ORDER BY allocation.id`,
  ].join(' '),
};
const OPENED_AGAIN: Statement = {
  name: 'find_when_items_opened_again',
  text: `
    SELECT max(effective_on) AS "openedOn" FROM accounting.allocation
    WHERE organization_id = $1 AND undoes IS NOT NULL AND (debit_item_id = ANY ($2) OR credit_item_id = ANY ($2))`,
};
const FIND_ACTIVE: Statement = {
  name: 'find_active_allocations_of_items',
  text: [
    'SELECT',
    allocationColumns,
    'FROM',
    allocationTables,
    `WHERE allocation.organization_id = $1 AND allocation.undoes IS NULL AND undoing.id IS NULL
       AND (allocation.debit_item_id = ANY ($2) OR allocation.credit_item_id = ANY ($2)) ORDER BY allocation.id`,
  ].join(' '),
};
const INSERT: Statement = {
  name: 'insert_allocations',
  text: `
    INSERT INTO accounting.allocation
      (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
       functional_credit, difference_entry_id, undoes, actor_id, action, request_id)
    SELECT $1, a.id, $2, $3, a."debitItemId", a."creditItemId", $4, a.amount, a."functionalDebit", a."functionalCredit",
           a."differenceEntryId", a.undoes, $5, $6, $7
    FROM json_to_recordset($8::json) AS a (
      id uuid, "debitItemId" uuid, "creditItemId" uuid, amount numeric, "functionalDebit" numeric, "functionalCredit" numeric,
      "differenceEntryId" uuid, undoes uuid)`,
};

/** Items are named by the lines that they come from: nobody has to read them between the two statements. */
const INSERT_BETWEEN_LINES: Statement = {
  name: 'insert_allocations_between_lines',
  text: `
    INSERT INTO accounting.allocation
      (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount, functional_debit,
       functional_credit, difference_entry_id, actor_id, action, request_id)
    SELECT $1, a.id, d.legal_entity_id, a."groupId", d.id, c.id, a."effectiveOn", a.amount, a."functionalDebit",
           a."functionalCredit", a."differenceEntryId", a."actorId", $2, a."requestId"
    FROM json_to_recordset($3::json) AS a (
      id uuid, "groupId" uuid, "debitEntryId" uuid, "debitLine" integer, "creditEntryId" uuid, "creditLine" integer,
      "effectiveOn" date, amount numeric, "functionalDebit" numeric, "functionalCredit" numeric, "differenceEntryId" uuid,
      "actorId" uuid, "requestId" uuid)
    JOIN accounting.open_item d
      ON d.organization_id = $1 AND d.entry_id = a."debitEntryId" AND d.line_number = a."debitLine"
    JOIN accounting.open_item c
      ON c.organization_id = $1 AND c.entry_id = a."creditEntryId" AND c.line_number = a."creditLine"`,
};

/** An allocation of what the running command posts. */
export interface AllocationBetweenLines extends Pick<
  NewAllocation,
  'id' | 'amount' | 'functionalDebit' | 'functionalCredit' | 'differenceEntryId'
> {
  groupId: string;
  debitEntryId: string;
  debitLine: number;
  creditEntryId: string;
  creditLine: number;
  effectiveOn: string;
  actorId: string;
  requestId: string;
}

@Injectable()
export class AllocationsRepository {
  constructor(private readonly followers: AllocationFollowers) {}

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<AllocationView> {
    return (await this.getAll(transaction, [id]))[0]!;
  }

  /** @throws Problem not_found where one of them is not there */
  async getAll(transaction: Transaction, ids: readonly string[]): Promise<AllocationView[]> {
    const found = await this.find(transaction, ids);
    const missing = ids.find((id) => !found.some((one) => one.id === id));
    if (missing !== undefined) throw platformProblems.not_found(`There is no allocation ${missing}.`);
    return found;
  }

  /** Those of the ids that there are, in the order in which they were made. */
  async find(transaction: Transaction, ids: readonly string[]): Promise<AllocationView[]> {
    const values = [transaction.organizationId, ids];
    return (await transaction.rows<AllocationRow & Record<string, unknown>>(FIND, values)).map(viewOf);
  }

  /** What settles the items, or is settled with them, and was not taken back. */
  async activeOf(transaction: Transaction, itemIds: readonly string[]): Promise<AllocationView[]> {
    const values = [transaction.organizationId, itemIds];
    return (await transaction.rows<AllocationRow & Record<string, unknown>>(FIND_ACTIVE, values)).map(viewOf);
  }

  /** What one command settled of an entry and nobody took back, in the order in which it was made. */
  async activeOfEntry(transaction: Transaction, entryId: string, groupId: string): Promise<AllocationView[]> {
    const values = [transaction.organizationId, entryId, groupId];
    return (await transaction.rows<AllocationRow & Record<string, unknown>>(FIND_ACTIVE_OF_ENTRY, values)).map(viewOf);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<AllocationView>> {
    const rows = await request.rows<AllocationRow>(transaction, {
      columns: allocationColumns,
      from: allocationTables,
      where: 'allocation.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** The last day on which one of the items was opened again; null where none was. */
  async lastOpenedAgain(transaction: Transaction, itemIds: readonly string[]): Promise<string | null> {
    const values = [transaction.organizationId, itemIds];
    return (await transaction.rows<{ openedOn: string | null }>(OPENED_AGAIN, values))[0]!.openedOn;
  }

  async insert(
    transaction: Transaction,
    { legalEntityId, groupId, effectiveOn }: Pick<AllocationView, 'legalEntityId' | 'groupId' | 'effectiveOn'>,
    action: string,
    allocations: readonly NewAllocation[],
  ): Promise<void> {
    const { organizationId, acting } = transaction;
    const by = [acting.actorId, action, acting.requestId];
    const values = [organizationId, legalEntityId, groupId, effectiveOn, ...by, JSON.stringify(allocations)];
    await transaction.rows(INSERT, values);
    this.followers.tell(
      transaction,
      allocations.map(({ id }) => id),
    );
  }

  /** Between items that the running command posts, of any groups and actors; nobody follows what settles a document at its issue. */
  async insertBetweenLines(
    transaction: Transaction,
    action: string,
    allocations: readonly AllocationBetweenLines[],
  ): Promise<void> {
    if (allocations.length === 0) return;
    await transaction.rows(INSERT_BETWEEN_LINES, [transaction.organizationId, action, JSON.stringify(allocations)]);
  }
}

function viewOf(row: AllocationRow): AllocationView {
  const { functionalDebit, functionalCredit, functionalCurrency, createdAt, currency, amount } = row;
  const functional = (value: string | Decimal) => {
    const decimal = new Decimal(value);
    return (decimal.isZero() ? decimal.abs() : decimal).toFixed(requireCurrency(functionalCurrency).minorUnits);
  };
  return {
    id: row.id,
    legalEntityId: row.legalEntityId,
    groupId: row.groupId,
    partyId: row.partyId,
    debitItemId: row.debitItemId,
    debitEntryId: row.debitEntryId,
    creditItemId: row.creditItemId,
    creditEntryId: row.creditEntryId,
    currency,
    amount: new Decimal(amount).toFixed(requireCurrency(currency).minorUnits),
    functionalDebitAmount: functional(functionalDebit),
    functionalCreditAmount: functional(functionalCredit),
    exchangeDifference: functional(new Decimal(functionalCredit).minus(functionalDebit)),
    differenceEntryId: row.differenceEntryId,
    effectiveOn: row.effectiveOn,
    status: row.status,
    undoes: row.undoes,
    undoneBy: row.undoneBy,
    createdBy: row.createdBy,
    createdAt: createdAt.toISOString(),
  };
}
