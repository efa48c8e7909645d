import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { DepositView } from './deposits.dto.js';
import { depositColumns, depositCondition, depositTables } from './deposits.list.js';

type Row = Omit<DepositView, 'updatedAt'> & { functionalCurrency: string; updatedAt: Date };

const FIND: Statement = {
  name: 'find_deposit',
  text: ['SELECT', depositColumns, 'FROM', depositTables, 'WHERE', depositCondition, 'AND item.id = $2'].join(' '),
};

/** What customers paid before they were charged, and what is left of it. */
@Injectable()
export class DepositsRepository {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<DepositView> {
    const [row] = await transaction.rows<Row & object>(FIND, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no deposit ${id}.`);
    return viewOf(row);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<DepositView>> {
    const rows = await request.rows<Row>(transaction, {
      columns: depositColumns,
      from: depositTables,
      where: depositCondition,
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }
}

function viewOf({ functionalCurrency, ...row }: Row): DepositView {
  const text = (amount: string, currency: string) => new Decimal(amount).toFixed(requireCurrency(currency).minorUnits);
  return {
    id: row.id,
    legalEntityId: row.legalEntityId,
    partyId: row.partyId,
    partyNumber: row.partyNumber,
    partyName: row.partyName,
    accountCode: row.accountCode,
    receivedOn: row.receivedOn,
    entryId: row.entryId,
    receiptId: row.receiptId,
    reference: row.reference,
    currency: row.currency,
    amount: text(row.amount, row.currency),
    openAmount: text(row.openAmount, row.currency),
    functionalOpenAmount: text(row.functionalOpenAmount, functionalCurrency),
    status: row.status,
    updatedAt: row.updatedAt.toISOString(),
  };
}
