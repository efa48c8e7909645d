import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { Decimal } from '#kernel/decimal.js';
import { given } from '#kernel/given.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { PostingRequest } from '../contract/ledger-posting.js';
import type { OpenItemView } from '../open-items/open-items.dto.js';
import type { SalesDocumentView } from '../receivables/documents/sales-documents.dto.js';
import type { PreparedDocument } from '../receivables/documents/sales-preparation.service.js';
import { ReceiptPlanning } from '../receipts/receipt-planning.service.js';
import type { RecordReceipt } from '../receipts/receipts.dto.js';
import { RefundsService } from '../receipts/refunds.service.js';
import { type OpenedSettlement, SettlementOpening } from '../receipts/settlement-opening.service.js';
import type { PlannedSettlement } from '../receipts/settlement-recording.service.js';
import type { RecordSale, SalePayment } from './record-sale.dto.js';
import { RecordedSalesRepository } from './recorded-sales.repository.js';
import { accountsOfPayments, saleRefusal } from './sale-faults.js';
import type { PreparedPayment } from './sale-plan.js';
import type { SalesChannel } from './sales-channel.js';
import { toldAt } from './told-at.js';

/** Receipts for what was paid for sales, and refunds of what was paid back, by the methods of their channel. */
@Injectable()
export class SalePayments {
  constructor(
    private readonly recorded: RecordedSalesRepository,
    private readonly opening: SettlementOpening,
    private readonly planning: ReceiptPlanning,
    private readonly refunds: RefundsService,
  ) {}

  /**
   * Receipts for what was paid, each settling what is still open of the invoice, the earliest due first. Writes nothing.
   *
   * @param items of the invoice
   */
  async prepare(
    transaction: Transaction,
    { channel, prepared: { document, party, rate }, items, functionalCurrency }: SaleToPay,
    { payments = [], softCloseReason }: RecordSale,
    accountIds: readonly string[],
  ): Promise<PreparedPayment[]> {
    const { legalEntityId, issuedOn, currency } = document;
    let open = [...items].sort((one, other) => compareText(one.dueOn!, other.dueOn!));
    const made: PreparedPayment[] = [];
    for (const [index, { method: _, fee, paidOn = issuedOn, amount, externalId, reference }] of payments.entries()) {
      const { allocations, left } = allocated(new Decimal(amount), open);
      const receipt: RecordReceipt = {
        legalEntityId,
        partyId: party.id,
        receivedOn: paidOn,
        amount,
        currency,
        accountId: accountIds[index]!,
        ...(paidOn === issuedOn && given(rate)),
        ...(fee !== undefined && { charge: fee }),
        ...(reference !== undefined && { reference }),
        ...(externalId !== undefined && { externalSource: channel.code, externalId }),
        ...(softCloseReason !== undefined && { softCloseReason }),
        allocations,
      };
      const opened: OpenedSettlement = {
        id: newId(),
        kind: 'receipt',
        legalEntityId,
        functionalCurrency,
        party,
        items: new Map(open.map((item) => [item.id, item])),
      };
      const settlement = await toldAt(placeOfPayment(index), async () => {
        await this.opening.requireFreeKey(transaction, 'receipt', legalEntityId, receipt);
        return this.planning.plan(transaction, opened, receipt);
      });
      made.push({ id: opened.id, index, settlement, request: requestOf(legalEntityId, opened.id, settlement) });
      open = left;
    }
    return made;
  }

  /** Before the credit note settles anything: who takes back what was withheld holds the customer first. */
  holdCustomer(transaction: Transaction, partyId: string): Promise<void> {
    return this.refunds.holdCustomer(transaction, partyId);
  }

  /** Out of what the credit note leaves open: what was not paid yet, nobody gets back. */
  async payBack(
    transaction: Transaction,
    channel: SalesChannel,
    { id, legalEntityId, partyId, issuedOn, openAmount, currency }: SalesDocumentView,
    payments: readonly SalePayment[],
  ): Promise<string[]> {
    if (payments.length === 0) return [];
    const accounts = accountsOfPayments(channel, payments);
    const paid = payments.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
    if (paid.greaterThan(openAmount)) {
      const message = `${paid.toFixed()} ${currency} was paid back, and the credit note leaves ${openAmount} open.`;
      throw saleRefusal([{ pointer: '/payments', code: 'refund_beyond_credit', message }]);
    }
    const [credit] = await this.recorded.openItemsOf(transaction, id);
    const ids: string[] = [];
    for (const [index, payment] of payments.entries()) {
      const { amount, paidOn = issuedOn, reference, externalId, withholding, withholdings } = payment;
      const refund = await toldAt(placeOfPayment(index), () =>
        this.refunds.recordWithin(transaction, {
          legalEntityId,
          partyId,
          refundedOn: paidOn,
          accountId: accounts[index]!,
          items: [{ openItemId: credit!.id, amount, ...given({ withholding, withholdings }) }],
          ...(reference !== undefined && { reference }),
          ...(externalId !== undefined && { externalSource: channel.code, externalId }),
        }),
      );
      ids.push(refund.id);
    }
    return ids;
  }
}

/** An invoice that is about to be posted, with what it will leave open. */
interface SaleToPay {
  channel: SalesChannel;
  prepared: PreparedDocument;
  items: readonly OpenItemView[];
  functionalCurrency: string;
}

const compareText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** What a payment takes off what is open, in this order, and what it leaves. */
export function allocated<Item extends Pick<OpenItemView, 'id' | 'openAmount'>>(
  amount: Decimal,
  open: readonly Item[],
) {
  let rest = amount;
  const taken = open.map((item) => {
    const part = Decimal.min(rest, item.openAmount);
    rest = rest.minus(part);
    return { item, part, openAmount: new Decimal(item.openAmount).minus(part) };
  });
  return {
    allocations: taken
      .filter(({ part }) => !part.isZero())
      .map(({ item, part }) => ({ openItemId: item.id, amount: part.toFixed() })),
    left: taken
      .filter(({ openAmount }) => !openAmount.isZero())
      .map(({ item, openAmount }) => ({ ...item, openAmount: openAmount.toFixed() })),
  };
}

/** The entry that moves the money. */
const requestOf = (legalEntityId: string, id: string, settlement: PlannedSettlement): PostingRequest => ({
  ...settlement.money!,
  legalEntityId,
  journalCode: settlement.journalCode,
  entryDate: settlement.kept.settledOn as CalendarDate,
  softCloseReason: settlement.softCloseReason,
  origin: { type: 'receipt', id },
});

const renamed: Readonly<Record<string, string>> = {
  '/receivedOn': '/paidOn',
  '/refundedOn': '/paidOn',
  '/charge': '/fee',
  '/accountId': '/method',
};

/** Where the sale has what a receipt or refund of it names. */
export const placeOfPayment = (index: number) => (pointer: string) => {
  if (pointer.startsWith('/exchangeRate') || pointer === '/softCloseReason') return pointer;
  const withheld = /^\/(?:allocations|items)\/\d+(\/withholdings?(?:\/|$).*)/.exec(pointer)?.[1];
  if (withheld !== undefined) return `/payments/${index}${withheld}`;
  return `/payments/${index}${renamed[pointer] ?? (pointer.startsWith('/allocations') || pointer.startsWith('/items') ? '/amount' : pointer)}`;
};
