import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { DeferralPartView, DeferralView } from './deferrals.dto.js';
import { deferralColumns, deferralPartColumns, deferralPartTables, deferralTables } from './deferrals.list.js';

const FIND: Statement = {
  name: 'find_deferral',
  text: [
    'SELECT',
    deferralColumns,
    'FROM',
    deferralTables,
    'WHERE deferral.organization_id = $1 AND deferral.id = $2',
  ].join(' '),
};

interface DeferralRow extends Omit<DeferralView, 'service' | 'remainingAmount' | 'functionalRemaining' | 'createdAt'> {
  serviceFrom: string;
  serviceThrough: string;
  createdAt: Date;
}

/** Deferrals and their parts as they stand. */
@Injectable()
export class DeferralViews {
  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<DeferralView> {
    const values = [transaction.organizationId, id];
    const [row] = await transaction.rows<DeferralRow & Record<string, unknown>>(FIND, values);
    if (!row) throw platformProblems.not_found(`There is no deferral ${id}.`);
    return viewOf(row);
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<DeferralView>> {
    return request.page(
      await request.rows<DeferralRow>(transaction, {
        columns: deferralColumns,
        from: deferralTables,
        where: 'deferral.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      viewOf,
    );
  }

  async parts(transaction: Transaction, request: ListRequest): Promise<Page<DeferralPartView>> {
    return request.page(
      await request.rows<DeferralPartView>(transaction, {
        columns: deferralPartColumns,
        from: deferralPartTables,
        where: 'part.organization_id = $1',
        parameters: [transaction.organizationId],
      }),
      partOf,
    );
  }
}

function viewOf(row: DeferralRow): DeferralView {
  const { id, legalEntityId, invoiceId, invoiceNumber, position, description, partyId, partyNumber, partyName } = row;
  const { accountCode, revenueAccountCode, method, status, currency, functionalCurrency, nextDueOn } = row;
  const own = texts(currency, row.amount, row.recognizedAmount, row.creditedAmount);
  const functional = texts(functionalCurrency, row.functionalAmount, row.functionalRecognized, row.functionalCredited);
  return {
    id,
    legalEntityId,
    invoiceId,
    invoiceNumber,
    position,
    description,
    partyId,
    partyNumber,
    partyName,
    accountCode,
    revenueAccountCode,
    service: { from: row.serviceFrom, through: row.serviceThrough },
    method,
    status,
    currency,
    amount: own.amount,
    recognizedAmount: own.recognized,
    remainingAmount: own.remaining,
    creditedAmount: own.credited,
    functionalCurrency,
    functionalAmount: functional.amount,
    functionalRecognized: functional.recognized,
    functionalRemaining: functional.remaining,
    functionalCredited: functional.credited,
    nextDueOn: status === 'deferred' ? nextDueOn : null,
    createdAt: row.createdAt.toISOString(),
  };
}

function texts(currency: string, amount: string, recognized: string, credited: string) {
  const { minorUnits } = requireCurrency(currency);
  const text = (value: string | Decimal) => new Decimal(value).toFixed(minorUnits);
  const remaining = new Decimal(amount).minus(recognized).minus(credited);
  return { amount: text(amount), recognized: text(recognized), remaining: text(remaining), credited: text(credited) };
}

function partOf(row: DeferralPartView): DeferralPartView {
  const text = (amount: string, currency: string) => new Decimal(amount).toFixed(requireCurrency(currency).minorUnits);
  return {
    id: row.id,
    legalEntityId: row.legalEntityId,
    deferralId: row.deferralId,
    documentId: row.documentId,
    documentNumber: row.documentNumber,
    month: row.month,
    dueOn: row.dueOn,
    currency: row.currency,
    amount: text(row.amount, row.currency),
    functionalCurrency: row.functionalCurrency,
    functionalAmount: text(row.functionalAmount, row.functionalCurrency),
    entryId: row.entryId,
    recognizedOn: row.recognizedOn,
  };
}
