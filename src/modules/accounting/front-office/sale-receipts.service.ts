import { Injectable } from '@nestjs/common';
import { given } from '#kernel/given.js';
import type { Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import { OpenItemsRepository } from '../open-items/open-items.repository.js';
import type { PreparedDocument } from '../receivables/documents/sales-preparation.service.js';
import { SalesFactsRepository } from '../receivables/documents/sales-facts.repository.js';
import type { RecordReceipt } from '../receipts/receipts.dto.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { RecordedSalesRepository } from './recorded-sales.repository.js';
import { allocated, placeOfPayment } from './sale-payments.service.js';
import type { PreparedPayment, PreparedSale } from './sale-plan.js';
import { toldAt } from './told-at.js';

/** A payment that was recorded before the invoice. */
export interface TakenDeposit {
  receiptId: string;
  depositItemId: string;
}

/** Records payments of a sale one by one: as deposits before there is an invoice, or as receipts for it. */
@Injectable()
export class SaleReceipts {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly items: OpenItemsRepository,
    private readonly recorded: RecordedSalesRepository,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly facts: SalesFactsRepository,
  ) {}

  /** Whether there is an account that keeps deposits by customer, apart from what the invoice charges. */
  async keepsDeposits(
    transaction: Transaction,
    { document: { legalEntityId }, receivablesId }: PreparedDocument,
  ): Promise<boolean> {
    const account = (await this.postingAccounts.of(transaction, legalEntityId)).find('customer_deposits');
    if (!account || account.id === receivablesId) return false;
    const found = await this.facts.accounts(transaction, legalEntityId, [account.code]);
    return found.get(account.code)?.control === 'receivable';
  }

  /** @throws Problem what refuses the receipt, with pointers into the sale */
  async takeDeposit(transaction: Transaction, sale: PreparedSale, payment: PreparedPayment): Promise<TakenDeposit> {
    const receipt = await toldAt(placeOfPayment(payment.index), () =>
      this.receipts.recordWithin(transaction, { ...receiptOf(sale, payment), deposit: true }),
    );
    const entryIds = receipt.entries.map(({ id }) => id);
    const [deposit] = await this.items.ofEntries(transaction, entryIds);
    return { receiptId: receipt.id, depositItemId: deposit!.id };
  }

  /**
   * For what is open of the invoice, the earliest due first.
   *
   * @returns the id of the receipt
   * @throws Problem what refuses the receipt, with pointers into the sale
   */
  async settle(transaction: Transaction, sale: PreparedSale, payment: PreparedPayment): Promise<string> {
    const open = await this.recorded.openItemsOf(transaction, sale.issue.prepared.document.id);
    const { allocations } = allocated(payment.settlement.kept.amount, open);
    const receipt = await toldAt(placeOfPayment(payment.index), () =>
      this.receipts.recordWithin(transaction, { ...receiptOf(sale, payment), allocations }),
    );
    return receipt.id;
  }
}

/** The request that would record the payment by hand. */
function receiptOf(
  { issue: { prepared } }: PreparedSale,
  { settlement: { kept, softCloseReason } }: PreparedPayment,
): RecordReceipt {
  const { legalEntityId, issuedOn } = prepared.document;
  const { settledOn: receivedOn, amount, currency, charge, accountId, reference, externalSource, externalId } = kept;
  return {
    legalEntityId,
    partyId: prepared.party.id,
    receivedOn,
    amount: amount.toFixed(),
    currency,
    accountId: accountId!,
    ...(receivedOn === issuedOn && given(prepared.rate)),
    ...given({ reference, externalSource, externalId, softCloseReason }),
    ...(charge && !charge.isZero() && { charge: charge.toFixed() }),
  };
}
