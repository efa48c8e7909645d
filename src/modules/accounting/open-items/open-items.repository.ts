import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { ItemControl, OpenItemView } from './open-items.dto.js';
import { openItemColumns, openItemTables } from './open-items.list.js';

interface ItemRow extends Omit<OpenItemView, 'updatedAt'> {
  functionalCurrency: string;
  updatedAt: Date;
}

const FIND: Statement = {
  name: 'find_open_items',
  text: [
    'SELECT',
    openItemColumns,
    'FROM',
    openItemTables,
    'WHERE item.organization_id = $1 AND item.id = ANY ($2)',
  ].join(' '),
};
const HOLD: Statement = { name: 'hold_open_items', text: 'SELECT accounting.hold_open_items($1, $2)' };
const SURVIVOR: Statement = {
  name: 'find_survivor_of_party',
  text: 'SELECT coalesce(survivor_id, id) AS id FROM accounting.party WHERE organization_id = $1 AND id = $2',
};
const FIND_OF_ENTRIES: Statement = {
  name: 'find_open_items_of_entries',
  text: [
    'SELECT',
    openItemColumns,
    'FROM',
    openItemTables,
    'WHERE item.organization_id = $1 AND item.entry_id = ANY ($2) ORDER BY item.entry_id, item.line_number',
  ].join(' '),
};
/** Of one party, what is open, the oldest due first. */
const FIND_OPEN_OF_PARTY: Statement = {
  name: 'find_open_items_of_party',
  text: [
    'SELECT',
    openItemColumns,
    'FROM',
    openItemTables,
    `WHERE item.organization_id = $1 AND item.party_id = $2 AND item.control = $3 AND item.open_amount <> 0
       AND item.entry_date <= $4
       AND NOT EXISTS (
         SELECT FROM accounting.allocation u
         WHERE u.organization_id = $1 AND u.undoes IS NOT NULL AND u.effective_on > $4
           AND (u.debit_item_id = item.id OR u.credit_item_id = item.id))
     ORDER BY coalesce(item.due_on, item.entry_date), item.entry_date, item.entry_id, item.line_number LIMIT $5`,
  ].join(' '),
};

/** Items of receivables and payables. They follow from journal lines and allocations; nobody writes them. */
@Injectable()
export class OpenItemsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<OpenItemView> {
    const [item] = await this.find(transaction, [id]);
    if (!item) throw platformProblems.not_found(`There is no open item ${id}.`);
    return item;
  }

  async find(transaction: Transaction, ids: readonly string[]): Promise<OpenItemView[]> {
    const rows = await transaction.rows<ItemRow & Record<string, unknown>>(FIND, [transaction.organizationId, ids]);
    return rows.map(viewOf);
  }

  /** Those that came with entries, in the order of entries and lines. */
  async ofEntries(transaction: Transaction, entryIds: readonly string[]): Promise<OpenItemView[]> {
    const values = [transaction.organizationId, entryIds];
    return (await transaction.rows<ItemRow & Record<string, unknown>>(FIND_OF_ENTRIES, values)).map(viewOf);
  }

  /** The same as `find`, held until the transaction ends: nobody else settles them meanwhile. */
  async hold(transaction: Transaction, ids: readonly string[]): Promise<OpenItemView[]> {
    await transaction.rows(HOLD, [transaction.organizationId, ids]);
    return this.find(transaction, ids);
  }

  /** The party whose items those of the named one are today; undefined where there is no such party. */
  async survivorOf(transaction: Transaction, partyId: string): Promise<string | undefined> {
    return (await transaction.rows<{ id: string }>(SURVIVOR, [transaction.organizationId, partyId]))[0]?.id;
  }

  /** What is open of a party up to a day, the oldest due first. */
  async findOpen(
    transaction: Transaction,
    of: { partyId: string; control: ItemControl; through: string },
    limit: number,
  ): Promise<OpenItemView[]> {
    const values = [transaction.organizationId, of.partyId, of.control, of.through, limit];
    return (await transaction.rows<ItemRow & Record<string, unknown>>(FIND_OPEN_OF_PARTY, values)).map(viewOf);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<OpenItemView>> {
    const rows = await request.rows<ItemRow>(transaction, {
      columns: openItemColumns,
      from: openItemTables,
      where: 'item.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }
}

function viewOf(row: ItemRow): OpenItemView {
  const { id, legalEntityId, partyId, partyNumber, partyName, control, accountCode, entryId, lineNumber } = row;
  const { description, reference, entryDate, dueOn, currency, status, dunningLevel, lastRemindedOn, updatedAt } = row;
  const [own, functional] = [requireCurrency(currency), requireCurrency(row.functionalCurrency)];
  const text = (amount: string, { minorUnits }: { minorUnits: number }) => new Decimal(amount).toFixed(minorUnits);
  return {
    id,
    legalEntityId,
    partyId,
    partyNumber,
    partyName,
    control,
    accountCode,
    entryId,
    lineNumber,
    description,
    reference,
    entryDate,
    dueOn,
    currency,
    amount: text(row.amount, own),
    openAmount: text(row.openAmount, own),
    functionalAmount: text(row.functionalAmount, functional),
    functionalOpenAmount: text(row.functionalOpenAmount, functional),
    status,
    dunningLevel,
    lastRemindedOn,
    updatedAt: updatedAt.toISOString(),
  };
}
