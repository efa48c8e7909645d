import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { AccountRule, PaymentMethod, SalesChannel } from './sales-channel.js';
import type { SalesChannelView } from './sales-channels.dto.js';
import { salesChannelColumns } from './sales-channels.list.js';

interface ChannelRow extends Omit<SalesChannelView, 'createdAt' | 'updatedAt'> {
  createdAt: Date;
  updatedAt: Date;
}

/** What of a channel people decide, with accounts by id. */
export interface ChannelContent {
  name: string;
  totalsTolerance: string;
  accountRules: readonly AccountRule[];
  paymentMethods: readonly PaymentMethod[];
  status: 'active' | 'inactive';
}

const FIND: Statement = {
  name: 'find_sales_channel',
  text: [
    'SELECT',
    salesChannelColumns,
    'FROM accounting.sales_channel AS channel WHERE channel.organization_id = $1 AND channel.id = $2',
  ].join(' '),
};
const HOLD: Statement = {
  name: 'hold_sales_channel',
  text: 'SELECT FROM accounting.sales_channel WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const BY_CODE: Statement = {
  name: 'find_sales_channel_by_code',
  text: `
    SELECT id, legal_entity_id AS "legalEntityId", code, status, totals_tolerance::text AS "totalsTolerance",
           account_rules AS "accountRules", payment_methods AS "paymentMethods"
    FROM accounting.sales_channel WHERE organization_id = $1 AND legal_entity_id = $2 AND code = $3`,
};
const INSERT: Statement = {
  name: 'insert_sales_channel',
  text: `
    INSERT INTO accounting.sales_channel
      (organization_id, id, legal_entity_id, code, name, totals_tolerance, account_rules, payment_methods, status)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const UPDATE: Statement = {
  name: 'update_sales_channel',
  text: `
    UPDATE accounting.sales_channel
    SET name = $3, totals_tolerance = $4, account_rules = $5, payment_methods = $6, status = $7, version = version + 1,
        updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const CONTENT: Statement = {
  name: 'find_content_of_sales_channel',
  text: `
    SELECT name, totals_tolerance::text AS "totalsTolerance", account_rules AS "accountRules",
           payment_methods AS "paymentMethods", status
    FROM accounting.sales_channel WHERE organization_id = $1 AND id = $2`,
};

/** Systems that sell, and what is agreed with them. */
@Injectable()
export class SalesChannelsRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<SalesChannelView>> {
    const rows = await request.rows<ChannelRow>(transaction, {
      columns: salesChannelColumns,
      from: 'accounting.sales_channel AS channel',
      where: 'channel.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<SalesChannelView> {
    const [row] = await transaction.rows<ChannelRow & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no sales channel ${id}.`);
    return viewOf(row);
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<SalesChannelView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  async byCode(transaction: Transaction, legalEntityId: string, code: string): Promise<SalesChannel | undefined> {
    const values = [transaction.organizationId, legalEntityId, code];
    return (await transaction.facts<SalesChannel & object>(BY_CODE, values))[0];
  }

  async content(transaction: Transaction, id: string): Promise<ChannelContent> {
    return (await transaction.rows<ChannelContent & object>(CONTENT, [transaction.organizationId, id]))[0]!;
  }

  async insert(
    transaction: Transaction,
    { id, legalEntityId, code }: { id: string; legalEntityId: string; code: string },
    content: ChannelContent,
  ): Promise<void> {
    const { name, totalsTolerance, accountRules, paymentMethods, status } = content;
    const lists = [JSON.stringify(accountRules), JSON.stringify(paymentMethods)];
    const values = [transaction.organizationId, id, legalEntityId, code, name, totalsTolerance, ...lists, status];
    await transaction.rows(INSERT, values);
  }

  async update(transaction: Transaction, id: string, content: ChannelContent): Promise<void> {
    const { name, totalsTolerance, accountRules, paymentMethods, status } = content;
    const lists = [JSON.stringify(accountRules), JSON.stringify(paymentMethods)];
    await transaction.rows(UPDATE, [transaction.organizationId, id, name, totalsTolerance, ...lists, status]);
  }
}

function viewOf(row: ChannelRow): SalesChannelView {
  const { id, legalEntityId, code, name, accountRules, paymentMethods, status, version } = row;
  const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
  const totalsTolerance = new Decimal(row.totalsTolerance).toFixed();
  return { id, legalEntityId, code, name, totalsTolerance, accountRules, paymentMethods, status, version, ...times };
}
