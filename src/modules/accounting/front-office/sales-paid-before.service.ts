import { Injectable } from '@nestjs/common';
import { Decimal, sum } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IssuingWithDeposits } from '../receivables/documents/issuing-with-deposits.service.js';
import type { WantedDeposit } from '../receivables/documents/plan-deposits.js';
import type { RecordSale, SaleView } from './record-sale.dto.js';
import { SaleKeeping } from './sale-keeping.service.js';
import type { PreparedPayment, PreparedSale, SaleWish } from './sale-plan.js';
import { SaleReceipts } from './sale-receipts.service.js';
import { SalesPreparing } from './sales-preparing.service.js';
import { toldAt } from './told-at.js';

/** Whether some of a sale may have been paid on a day before that of its invoice. */
export const mayBePaidBefore = ({ issuedOn, payments = [] }: RecordSale): boolean =>
  payments.some(({ paidOn }) => paidOn !== undefined && (issuedOn === undefined || paidOn < issuedOn));

/**
 * Takes sales that were paid before their date, as with an order that is invoiced when it is sent: what was paid is a deposit
 * of the customer from its own day on, and is applied on that of the invoice.
 */
@Injectable()
export class SalesPaidBefore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preparing: SalesPreparing,
    private readonly receipts: SaleReceipts,
    private readonly issuing: IssuingWithDeposits,
    private readonly keeping: SaleKeeping,
  ) {}

  /** In the running command. @throws Problem what refuses the sale, its customer, its invoice or a payment, with pointers into the sale */
  async record(transaction: Transaction, wish: SaleWish, dryRun: boolean): Promise<SaleView> {
    const acting = { ...wish.acting, idempotency: undefined };
    const { existing, sale } = await this.unitOfWork.onBehalfOf(transaction.askingOnce(), acting, (asking) =>
      this.preparing.prepareAlone(asking, wish),
    );
    if (existing) return existing;
    const { settlementIds, moreEntryIds } = await this.post(transaction, sale!);
    const { channel, body, digest: contentDigest, issue } = sale!;
    const kept = { kind: 'sale' as const, documentId: issue.prepared.document.id, externalId: body.externalId };
    const told = { contentDigest, settlementIds, showEntries: dryRun, moreEntryIds };
    return this.keeping.keep(transaction, channel, { ...kept, ...told });
  }

  /** What was paid before, the invoice, what was paid since. */
  private async post(transaction: Transaction, sale: PreparedSale) {
    const { prepared } = sale.issue;
    const { issuedOn, totals } = prepared.document;
    const keepsDeposits = await this.receipts.keepsDeposits(transaction, prepared);
    const isBefore = ({ settlement: { kept } }: PreparedPayment) => keepsDeposits && kept.settledOn < issuedOn;
    const [before, after] = [sale.payments.filter(isBefore), sale.payments.filter((one) => !isBefore(one))];
    const receiptIds = new Map<number, string>();
    const deposits: (WantedDeposit & { index: number })[] = [];
    let open = totals.payable;
    for (const payment of before) {
      const { index } = payment;
      const { receiptId, depositItemId } = await this.receipts.takeDeposit(transaction, sale, payment);
      receiptIds.set(index, receiptId);
      const amount = Decimal.min(payment.settlement.kept.amount, open);
      open = open.minus(amount);
      if (!amount.isZero()) deposits.push({ depositItemId, amount: amount.toFixed(), index });
    }
    const prepaid = Decimal.min(open, sum(after.map(({ settlement: { kept } }) => kept.amount)));
    const placeOf = (pointer: string) =>
      pointer.replace(/^\/deposits\/(\d+).*/, (_, at: string) => paymentAt(deposits, at));
    const moreEntryIds = await toldAt(placeOf, () =>
      this.issuing.issueWith(transaction, { ...prepared, prepaid }, deposits),
    );
    for (const payment of after) {
      receiptIds.set(payment.index, await this.receipts.settle(transaction, sale, payment));
    }
    return { settlementIds: sale.payments.map(({ index }) => receiptIds.get(index)!), moreEntryIds };
  }
}

const paymentAt = (deposits: readonly { index: number }[], at: string) => `/payments/${deposits[Number(at)]!.index}`;
