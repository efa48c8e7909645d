import { Injectable } from '@nestjs/common';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { PartyUpserts } from '../parties/party-upserts.service.js';
import { digestOf } from './content-digest.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { RecordSale, SaleCustomer, SalePaymentTaken, SaleView } from './record-sale.dto.js';
import { accountOfMethod, saleRefusal } from './sale-faults.js';
import { SaleInvoicing } from './sale-invoicing.service.js';
import { SaleKeeping } from './sale-keeping.service.js';
import { SalePayments } from './sale-payments.service.js';
import type { SalesChannel } from './sales-channel.js';
import { toldAt } from './told-at.js';

const ACTION = frontOfficePermissions.recordSales.name;

/** Takes what a front office has sold: customer, invoice, entry, payments and what they settle, in one transaction. */
@Injectable()
export class SalesRecording {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly keeping: SaleKeeping,
    private readonly parties: PartyUpserts,
    private readonly invoicing: SaleInvoicing,
    private readonly payments: SalePayments,
  ) {}

  /**
   * One effect for each external id of a channel: the same again is answered with what was recorded.
   *
   * @throws Problem sale_refused, sale_taken, sale_totals_differ, and what refuses the customer, the invoice or a payment,
   *   with pointers into the sale
   */
  record(body: RecordSale, dryRun: boolean): Promise<SaleView> {
    const work = (transaction: Transaction) => this.recordWithin(transaction, body, dryRun);
    return this.keeping.once(() =>
      dryRun ? this.unitOfWork.rehearse(ACTION, work) : this.unitOfWork.run(ACTION, work),
    );
  }

  private async recordWithin(transaction: Transaction, body: RecordSale, dryRun: boolean): Promise<SaleView> {
    const legalEntityId = await this.legalEntity.resolveActive(body.legalEntityId);
    const channel = await this.keeping.channel(transaction, legalEntityId, body.channelCode);
    const digest = digestOf(body);
    const existing = await this.keeping.existing(transaction, channel, 'sale', body.externalId, digest);
    if (existing) return existing;
    const methods = methodsOf(channel, body.payments ?? []);
    const partyId = await this.customer(transaction, channel, body.customer);
    const prepared = await this.invoicing.invoice(transaction, channel, partyId, body);
    const { id } = prepared.document;
    const settlementIds = await this.payments.pay(transaction, channel, prepared, body, methods);
    return this.keeping.keep(transaction, channel, {
      kind: 'sale',
      documentId: id,
      externalId: body.externalId,
      contentDigest: digest,
      settlementIds,
      showEntries: dryRun,
    });
  }

  /** The one that is named, or the one that the channel knows, made or changed by what it says. */
  private async customer(transaction: Transaction, channel: SalesChannel, said: SaleCustomer): Promise<string> {
    const { partyId, externalId, ...fields } = said;
    const isNamed = partyId !== undefined;
    if (isNamed === (externalId !== undefined) || (isNamed && Object.values(fields).some((one) => one !== undefined))) {
      const message = 'A customer is named by partyId alone, or by externalId with what is to be known of it.';
      throw saleRefusal([{ pointer: '/customer', code: 'customer_unclear', message }]);
    }
    if (isNamed) return partyId;
    const key = { source: channel.code, externalId: externalId! };
    const { party } = await toldAt('/customer', () =>
      this.parties.upsert(transaction, channel.legalEntityId, key, { ...fields, isCustomer: true }),
    );
    return party.id;
  }
}

/** Where each payment leads, by the methods of the channel. */
function methodsOf(channel: SalesChannel, payments: readonly SalePaymentTaken[]): string[] {
  const faults: ProblemError[] = [];
  const accounts = payments.map(({ method }, index) =>
    accountOfMethod(channel, method, `/payments/${index}/method`, faults),
  );
  if (faults.length > 0) throw saleRefusal(faults);
  return accounts;
}
