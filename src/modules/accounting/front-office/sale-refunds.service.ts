import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import type { WantedCredit } from '../receivables/crediting/plan-credit.js';
import { CreditingService } from '../receivables/crediting/crediting.service.js';
import type { SalesDocumentRow } from '../receivables/documents/sales-documents.dto.js';
import { namedWithholdings } from '../receipts/plan-withholding.js';
import { digestOf } from './content-digest.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { RecordSaleRefund, RefundedLine, SaleView } from './record-sale.dto.js';
import { saleRefusal } from './sale-faults.js';
import { SaleKeeping } from './sale-keeping.service.js';
import { SalePayments } from './sale-payments.service.js';

const ACTION = frontOfficePermissions.recordSales.name;

/** Takes back what a front office has sold: credit note, entry, and what was paid back, in one transaction. */
@Injectable()
export class SaleRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly keeping: SaleKeeping,
    private readonly crediting: CreditingService,
    private readonly payments: SalePayments,
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
    const invoice = await this.keeping.saleOf(transaction, channel, body.sale);
    const lines = body.lines && wantedOf(body.lines, invoice);
    const takesBack = (body.payments ?? []).some((payment) => namedWithholdings(payment).length > 0);
    if (takesBack) await this.payments.holdCustomer(transaction, invoice.partyId);
    const { reason, issuedOn, serviceEndsOn, externalId } = body;
    const credit = await this.crediting.credit(
      invoice.id,
      { reason, issuedOn, serviceEndsOn, lines, externalSource: channel.code, externalId },
      false,
    );
    const settlementIds = await this.payments.payBack(transaction, channel, credit, body.payments ?? []);
    const kept = { kind: 'refund' as const, documentId: credit.id, externalId, contentDigest, settlementIds };
    return this.keeping.keep(transaction, channel, { ...kept, showEntries: dryRun });
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
