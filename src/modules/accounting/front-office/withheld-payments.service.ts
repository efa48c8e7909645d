import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { given } from '#kernel/given.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import type { PreparedDocument } from '../receivables/documents/sales-preparation.service.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { type InstalmentPaid, planSalePayments, type PlannedSalePayments } from './plan-sale-payments.js';
import type { RecordSale, SalePaymentTaken } from './record-sale.dto.js';
import { RecordedSalesRepository } from './recorded-sales.repository.js';
import { saleRefusal } from './sale-faults.js';
import { placeOfPayment } from './sale-payments.service.js';
import type { SalesChannel } from './sales-channel.js';
import { toldAt } from './told-at.js';

/** An invoice that is issued, with the payments that are recorded for it. */
interface SaleToPay {
  channel: SalesChannel;
  prepared: PreparedDocument;
  planned: PlannedSalePayments;
  accountIds: readonly string[];
}

/** Receipts for what was paid for sales, with what was withheld beside. */
@Injectable()
export class WithheldPayments {
  constructor(
    private readonly recorded: RecordedSalesRepository,
    private readonly receipts: ReceiptsService,
  ) {}

  /** Before the invoice is posted. @throws Problem sale_refused */
  plan(
    { document: { issuedOn, instalments, withholdings, currency } }: PreparedDocument,
    payments: readonly SalePaymentTaken[],
  ): PlannedSalePayments {
    const open = [...instalments]
      .sort((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)))
      .map(({ amount }) => amount);
    const expected = new Map(withholdings.map(({ code, amount }) => [code, amount]));
    const planned = planSalePayments(payments, { open, expected }, requireCurrency(currency));
    const faults = [...paidBeforeFaults(payments, issuedOn), ...planned.faults];
    if (faults.length > 0) throw saleRefusal(faults);
    return planned;
  }

  /** @returns the ids of the receipts */
  async record(
    transaction: Transaction,
    { channel, prepared: { document, party, rate }, planned, accountIds }: SaleToPay,
    { payments = [], softCloseReason }: RecordSale,
  ): Promise<string[]> {
    const { legalEntityId, issuedOn, currency } = document;
    const items = await this.recorded.openItemsOf(transaction, document.id);
    const ids: string[] = [];
    for (const [index, payment] of payments.entries()) {
      const { amount, fee, paidOn = issuedOn, reference, externalId } = payment;
      const allocations = planned.payments[index]!.map((paid) => allocationOf(payment, paid, items[paid.place]!.id));
      const receipt = await toldAt(placeOfPayment(index), () =>
        this.receipts.recordWithin(transaction, {
          legalEntityId,
          partyId: party.id,
          receivedOn: paidOn,
          amount,
          currency,
          accountId: accountIds[index]!,
          ...(paidOn === issuedOn && given(rate)),
          ...given({ charge: fee, reference, softCloseReason }),
          ...(externalId !== undefined && { externalSource: channel.code, externalId }),
          allocations,
        }),
      );
      ids.push(receipt.id);
    }
    return ids;
  }
}

/** What was paid before is a deposit, of which nothing is withheld. */
const paidBeforeFaults = (payments: readonly SalePaymentTaken[], issuedOn: string): ProblemError[] =>
  payments.flatMap(({ paidOn = issuedOn }, index) => {
    if (paidOn >= issuedOn) return [];
    const message = `A sale that is withheld of is dated ${issuedOn}, and paid on that day or later; record what was paid before as a deposit, and apply it to the invoice.`;
    return [{ pointer: `/payments/${index}/paidOn`, code: 'paid_before_sale', message }];
  });

/** In the member in which the payment has it, so that refusals are told of that. */
function allocationOf(payment: SalePaymentTaken, { amount, withholdings }: InstalmentPaid, openItemId: string) {
  const [first] = withholdings;
  const withheld = payment.withholdings ? { withholdings } : given({ withholding: first });
  return { openItemId, amount: amount.toFixed(), ...withheld };
}
