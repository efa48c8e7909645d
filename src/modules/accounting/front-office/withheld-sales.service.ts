import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { given } from '#kernel/given.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { PartyFactsRepository } from '../parties/party-facts.repository.js';
import { SalesFactsRepository } from '../receivables/documents/sales-facts.repository.js';
import { SalesIssuing } from '../receivables/documents/sales-issuing.service.js';
import type { PreparedDocument } from '../receivables/documents/sales-preparation.service.js';
import { namedWithholdings } from '../receipts/plan-withholding.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import { type InstalmentPaid, planSalePayments, type PlannedSalePayments } from './plan-sale-payments.js';
import type { RecordSale, SalePaymentTaken, SaleView } from './record-sale.dto.js';
import { RecordedSalesRepository } from './recorded-sales.repository.js';
import { type CustomerOfSale, namedCustomer, SaleCustomers } from './sale-customers.service.js';
import { accountsOfPayments, saleRefusal } from './sale-faults.js';
import { SaleInvoicing } from './sale-invoicing.service.js';
import { SaleKeeping } from './sale-keeping.service.js';
import { placeOfPayment } from './sale-payments.service.js';
import type { SaleWish } from './sale-plan.js';
import type { SalesChannel } from './sales-channel.js';
import { toldAt } from './told-at.js';

const ACTION = frontOfficePermissions.recordSales.name;

/** Whether anything is to be withheld of a sale, or was. */
export const isWithheld = ({ withholdings = [], payments = [] }: RecordSale): boolean =>
  withholdings.length > 0 || payments.some((payment) => namedWithholdings(payment).length > 0);

/** An invoice that is issued, with the payments that are recorded for it. */
interface SaleToPay {
  channel: SalesChannel;
  prepared: PreparedDocument;
  planned: PlannedSalePayments;
  accountIds: readonly string[];
}

/**
 * Takes sales of which customers withhold taxes. What they add to the year of their customer hangs on what came before, so
 * each has a transaction of its own, and goes the ways that issue invoices and record receipts.
 */
@Injectable()
export class WithheldSales {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly keeping: SaleKeeping,
    private readonly customers: SaleCustomers,
    private readonly parties: PartyFactsRepository,
    private readonly facts: SalesFactsRepository,
    private readonly invoicing: SaleInvoicing,
    private readonly issuing: SalesIssuing,
    private readonly recorded: RecordedSalesRepository,
    private readonly receipts: ReceiptsService,
  ) {}

  /** @throws Problem what refuses the sale, its customer, its invoice or a payment, with pointers into the sale */
  record(wish: SaleWish, dryRun: boolean): Promise<SaleView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, wish, dryRun);
    return this.keeping.once(() =>
      dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work),
    );
  }

  private async recordWithin(
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
    await this.holdKnown(transaction, customer);
    const party = await this.customers.bring(transaction, customer);
    const prepared = await this.invoicing.prepare(transaction, channel, party, body);
    const planned = planPayments(prepared, payments);
    await this.issuing.issue(transaction, [{ ...prepared, prepaid: planned.paidAtIssue }]);
    const settlementIds = await this.pay(transaction, { channel, prepared, planned, accountIds }, body);
    const kept = { kind: 'sale' as const, documentId: prepared.document.id, externalId, contentDigest, settlementIds };
    return this.keeping.keep(transaction, channel, { ...kept, showEntries: dryRun });
  }

  /** Before anything else is read of it: who issues to it meanwhile waits. */
  private async holdKnown(transaction: Transaction, { legalEntityId, named }: CustomerOfSale): Promise<void> {
    const names = named.key ? { externalIds: [named.key] } : { ids: [named.partyId.toLowerCase()] };
    const found = await this.parties.load(transaction, { legalEntityIds: [legalEntityId], ...names });
    const known = named.key
      ? found.byExternalId(legalEntityId, named.key)
      : found.byId(legalEntityId, named.partyId.toLowerCase());
    if (known) await this.facts.holdCustomers(transaction, [known.id], true);
  }

  /** @returns the ids of the receipts */
  private async pay(
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

/** @throws Problem sale_refused */
function planPayments(
  { document: { instalments, withholdings, currency } }: PreparedDocument,
  payments: readonly SalePaymentTaken[],
): PlannedSalePayments {
  const open = [...instalments]
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)))
    .map(({ amount }) => amount);
  const expected = new Map(withholdings.map(({ code, amount }) => [code, amount]));
  const planned = planSalePayments(payments, { open, expected }, requireCurrency(currency));
  if (planned.faults.length > 0) throw saleRefusal(planned.faults);
  return planned;
}

/** In the member in which the payment has it, so that refusals are told of that. */
function allocationOf(payment: SalePaymentTaken, { amount, withholdings }: InstalmentPaid, openItemId: string) {
  const [first] = withholdings;
  const withheld = payment.withholdings ? { withholdings } : given({ withholding: first });
  return { openItemId, amount: amount.toFixed(), ...withheld };
}
