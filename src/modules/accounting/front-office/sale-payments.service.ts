import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { SalesDocumentView } from '../receivables/documents/sales-documents.dto.js';
import type { PreparedDocument } from '../receivables/documents/sales-preparation.service.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { RefundsService } from '../receipts/refunds.service.js';
import type { RecordSale, SalePayment } from './record-sale.dto.js';
import { type OpenPart, RecordedSalesRepository } from './recorded-sales.repository.js';
import { accountOfMethod, saleRefusal } from './sale-faults.js';
import type { SalesChannel } from './sales-channel.js';
import { toldAt } from './told-at.js';

/** Records what was paid for sales, and paid back for refunds, by the methods of their channel. */
@Injectable()
export class SalePayments {
  constructor(
    private readonly recorded: RecordedSalesRepository,
    private readonly receipts: ReceiptsService,
    private readonly refunds: RefundsService,
  ) {}

  /** Receipts for what was paid, each settling what is still open, the earliest due first. */
  async pay(
    transaction: Transaction,
    channel: SalesChannel,
    { document, rate }: PreparedDocument,
    { payments = [], softCloseReason }: RecordSale,
    accountIds: readonly string[],
  ): Promise<string[]> {
    if (payments.length === 0) return [];
    const { legalEntityId, partyId, issuedOn, currency } = document;
    let open = await this.recorded.openItemsOf(transaction, document.id);
    const ids: string[] = [];
    for (const [index, { method: _, fee, paidOn = issuedOn, amount, externalId, reference }] of payments.entries()) {
      const { allocations, left } = allocated(new Decimal(amount), open);
      open = left;
      const isOfTheDay = paidOn === issuedOn;
      const receipt = await toldAt(placeOfPayment(index), () =>
        this.receipts.recordWithin(transaction, {
          legalEntityId,
          partyId,
          receivedOn: paidOn,
          amount,
          currency,
          accountId: accountIds[index]!,
          ...(isOfTheDay && given(rate)),
          ...(fee !== undefined && { charge: fee }),
          ...(reference !== undefined && { reference }),
          ...(externalId !== undefined && { externalSource: channel.code, externalId }),
          ...(softCloseReason !== undefined && { softCloseReason }),
          allocations,
        }),
      );
      ids.push(receipt.id);
    }
    return ids;
  }

  /** Out of what the credit note leaves open: what was not paid yet, nobody gets back. */
  async payBack(
    transaction: Transaction,
    channel: SalesChannel,
    { id, legalEntityId, partyId, issuedOn, openAmount, currency }: SalesDocumentView,
    payments: readonly SalePayment[],
  ): Promise<string[]> {
    if (payments.length === 0) return [];
    const faults: ProblemError[] = [];
    const accounts = payments.map(({ method }, index) =>
      accountOfMethod(channel, method, `/payments/${index}/method`, faults),
    );
    const paid = payments.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
    if (paid.greaterThan(openAmount)) {
      const message = `${paid.toFixed()} ${currency} was paid back, and the credit note leaves ${openAmount} open.`;
      faults.push({ pointer: '/payments', code: 'refund_beyond_credit', message });
    }
    if (faults.length > 0) throw saleRefusal(faults);
    const [credit] = await this.recorded.openItemsOf(transaction, id);
    const ids: string[] = [];
    for (const [index, { amount, paidOn = issuedOn, reference, externalId }] of payments.entries()) {
      const refund = await toldAt(placeOfPayment(index), () =>
        this.refunds.recordWithin(transaction, {
          legalEntityId,
          partyId,
          refundedOn: paidOn,
          accountId: accounts[index]!,
          items: [{ openItemId: credit!.id, amount }],
          ...(reference !== undefined && { reference }),
          ...(externalId !== undefined && { externalSource: channel.code, externalId }),
        }),
      );
      ids.push(refund.id);
    }
    return ids;
  }
}

function allocated(amount: Decimal, open: readonly OpenPart[]) {
  let rest = amount;
  const taken = open.map(({ id, openAmount }) => {
    const part = Decimal.min(rest, openAmount);
    rest = rest.minus(part);
    return { id, part, openAmount: new Decimal(openAmount).minus(part) };
  });
  return {
    allocations: taken
      .filter(({ part }) => !part.isZero())
      .map(({ id, part }) => ({ openItemId: id, amount: part.toFixed() })),
    left: taken
      .filter(({ openAmount }) => !openAmount.isZero())
      .map(({ id, openAmount }) => ({ id, openAmount: openAmount.toFixed() })),
  };
}

const renamed: Readonly<Record<string, string>> = {
  '/receivedOn': '/paidOn',
  '/refundedOn': '/paidOn',
  '/charge': '/fee',
  '/accountId': '/method',
};

const placeOfPayment = (index: number) => (pointer: string) => {
  if (pointer.startsWith('/exchangeRate') || pointer === '/softCloseReason') return pointer;
  return `/payments/${index}${renamed[pointer] ?? (pointer.startsWith('/allocations') || pointer.startsWith('/items') ? '/amount' : pointer)}`;
};

const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
