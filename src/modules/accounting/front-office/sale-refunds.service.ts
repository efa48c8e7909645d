import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { WantedCredit } from '../receivables/crediting/plan-credit.js';
import { CreditingService } from '../receivables/crediting/crediting.service.js';
import type { SalesDocumentRow, SalesDocumentView } from '../receivables/documents/sales-documents.dto.js';
import { SalesDocumentsRepository } from '../receivables/documents/sales-documents.repository.js';
import { RefundsService } from '../receipts/refunds.service.js';
import { digestOf } from './content-digest.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { RecordSaleRefund, RefundedLine, SaleView } from './record-sale.dto.js';
import { RecordedSalesRepository } from './recorded-sales.repository.js';
import { accountOfMethod, saleRefusal } from './sale-faults.js';
import { SaleKeeping } from './sale-keeping.service.js';
import type { SalesChannel } from './sales-channel.js';
import { placeOfPayment } from './sales-recording.service.js';
import { toldAt } from './told-at.js';

const ACTION = frontOfficePermissions.recordSales.name;

/** Takes back what a front office has sold: credit note, entry, and what was paid back, in one transaction. */
@Injectable()
export class SaleRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly keeping: SaleKeeping,
    private readonly recorded: RecordedSalesRepository,
    private readonly documents: SalesDocumentsRepository,
    private readonly crediting: CreditingService,
    private readonly refunds: RefundsService,
  ) {}

  /** @throws Problem sale_refused, sale_taken, and what refuses the credit note or a payment, with pointers into the refund */
  record(body: RecordSaleRefund, dryRun: boolean): Promise<SaleView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, body, dryRun);
    return this.keeping.once(() =>
      dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work),
    );
  }

  private async recordWithin(transaction: Transaction, body: RecordSaleRefund, dryRun: boolean): Promise<SaleView> {
    const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
    const channel = await this.keeping.channel(transaction, legalEntityId, body.channelCode);
    const contentDigest = digestOf(body);
    const existing = await this.keeping.existing(transaction, channel, 'refund', body.externalId, contentDigest);
    if (existing) return existing;
    const invoice = await this.saleOf(transaction, channel, body);
    const lines = body.lines && wantedOf(body.lines, invoice);
    const { reason, issuedOn, externalId } = body;
    const credit = await this.crediting.credit(
      invoice.id,
      { reason, issuedOn, lines, externalSource: channel.code, externalId },
      false,
    );
    const settlementIds = await this.payBack(transaction, channel, credit, body);
    const kept = { kind: 'refund' as const, documentId: credit.id, externalId, contentDigest, settlementIds };
    return this.keeping.keep(transaction, channel, { ...kept, showEntries: dryRun });
  }

  private async saleOf(
    transaction: Transaction,
    channel: SalesChannel,
    { sale: saleId }: RecordSaleRefund,
  ): Promise<SalesDocumentRow> {
    const sale = await this.recorded.find(transaction, channel.id, saleId);
    if (sale?.kind === 'sale') return this.documents.hold(transaction, 'invoice', sale.documentId);
    const message = `The sales channel ${channel.code} has recorded no sale ${saleId}.`;
    throw saleRefusal([{ pointer: '/sale', code: 'unknown_sale', message }]);
  }

  /** Out of what the credit note leaves open: what was not paid yet, nobody gets back. */
  private async payBack(
    transaction: Transaction,
    channel: SalesChannel,
    { id, legalEntityId, partyId, issuedOn, openAmount, currency }: SalesDocumentView,
    { payments = [] }: RecordSaleRefund,
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

/** Lines by their places, also where they are named by the code of the item. */
function wantedOf(lines: readonly RefundedLine[], invoice: SalesDocumentRow): WantedCredit[] {
  const faults: ProblemError[] = [];
  const wanted = lines.flatMap(({ position, itemCode, quantity }, index): WantedCredit[] => {
    const fault = (code: string, message: string) => {
      faults.push({ pointer: `/lines/${index}`, code, message });
      return [];
    };
    if ((position === undefined) === (itemCode === undefined)) {
      return fault('line_unclear', 'A line is named by its place or by the code of its item.');
    }
    if (position !== undefined) return [{ position, quantity }];
    const found = invoice.lines.filter((line) => line.itemCode === itemCode);
    if (found.length === 1) return [{ position: found[0]!.position, quantity }];
    const times = found.length === 0 ? 'does not stand' : 'stands more than once';
    return fault(
      'line_unclear',
      `${itemCode} ${times} in the invoice ${invoice.number}; name the line by its position.`,
    );
  });
  if (faults.length > 0) throw saleRefusal(faults);
  return wanted;
}
