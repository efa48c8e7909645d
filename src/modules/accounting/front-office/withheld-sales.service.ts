import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { SalesIssuing } from '../receivables/documents/sales-issuing.service.js';
import { namedWithholdings } from '../receipts/plan-withholding.js';
import type { RecordSale, SaleView } from './record-sale.dto.js';
import { namedCustomer, SaleCustomers } from './sale-customers.service.js';
import { accountsOfPayments } from './sale-faults.js';
import { SaleInvoicing } from './sale-invoicing.service.js';
import { SaleKeeping } from './sale-keeping.service.js';
import type { SaleWish } from './sale-plan.js';
import { WithheldPayments } from './withheld-payments.service.js';

/** Whether anything is to be withheld of a sale, or was. */
export const isWithheld = ({ withholdings = [], payments = [] }: RecordSale): boolean =>
  withholdings.length > 0 || payments.some((payment) => namedWithholdings(payment).length > 0);

/**
 * Takes sales of which customers withhold taxes. What they add to the year of their customer hangs on what came before, so
 * each has a transaction of its own, and goes the ways that issue invoices and record receipts.
 */
@Injectable()
export class WithheldSales {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly keeping: SaleKeeping,
    private readonly customers: SaleCustomers,
    private readonly invoicing: SaleInvoicing,
    private readonly issuing: SalesIssuing,
    private readonly payments: WithheldPayments,
  ) {}

  /** In the running command. @throws Problem what refuses the sale, its customer, its invoice or a payment, with pointers into the sale */
  async record(
    transaction: Transaction,
    { body, digest: contentDigest }: SaleWish,
    dryRun: boolean,
  ): Promise<SaleView> {
    const { externalId, payments = [] } = body;
    const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
    const channel = await this.keeping.channel(transaction, legalEntityId, body.channelCode);
    const existing = await this.keeping.existing(transaction, channel, 'sale', externalId, contentDigest);
    if (existing) return existing;
    const accountIds = accountsOfPayments(channel, payments);
    const customer = { legalEntityId, named: namedCustomer(channel.code, body.customer) };
    await this.customers.holdAlone(transaction, customer);
    const party = await this.customers.bring(transaction, customer);
    const prepared = await this.invoicing.prepare(transaction, channel, party, body);
    const planned = this.payments.plan(prepared, payments);
    await this.issuing.issue(transaction, [{ ...prepared, prepaid: planned.paidAtIssue }]);
    const settlementIds = await this.payments.record(transaction, { channel, prepared, planned, accountIds }, body);
    const kept = { kind: 'sale' as const, documentId: prepared.document.id, externalId, contentDigest, settlementIds };
    return this.keeping.keep(transaction, channel, { ...kept, showEntries: dryRun });
  }
}
