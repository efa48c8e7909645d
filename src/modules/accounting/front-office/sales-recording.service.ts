import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import { Problem, type ProblemError } from '#kernel/problem.js';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { accountingProblems } from '../accounting.problems.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import { PartyUpserts } from '../parties/party-upserts.service.js';
import type { SalesTotals } from '../receivables/documents/sales-document.js';
import type { SalesAdjustmentFields } from '../receivables/documents/sales-fields.dto.js';
import { SalesIssuing } from '../receivables/documents/sales-issuing.service.js';
import { type PreparedDocument, SalesPreparation } from '../receivables/documents/sales-preparation.service.js';
import { ReceiptsService } from '../receipts/receipts.service.js';
import { agreeTotals, type SaidTotals } from './agree-totals.js';
import { digestOf } from './content-digest.js';
import { frontOfficePermissions } from './front-office.permissions.js';
import type { RecordSale, SaleCustomer, SalePaymentTaken, SaleView } from './record-sale.dto.js';
import { type OpenPart, RecordedSalesRepository } from './recorded-sales.repository.js';
import { accountByRules, type SalesChannel } from './sales-channel.js';
import { accountOfMethod, saleRefusal } from './sale-faults.js';
import { SaleKeeping } from './sale-keeping.service.js';
import { toldAt } from './told-at.js';

const ACTION = frontOfficePermissions.recordSales.name;

/** Takes what a front office has sold: customer, invoice, entry, payments and what they settle, in one transaction. */
@Injectable()
export class SalesRecording {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly keeping: SaleKeeping,
    private readonly recorded: RecordedSalesRepository,
    private readonly parties: PartyUpserts,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly preparation: SalesPreparation,
    private readonly issuing: SalesIssuing,
    private readonly receipts: ReceiptsService,
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
    const prepared = await this.prepare(transaction, channel, partyId, body);
    await this.issuing.issue(transaction, [prepared]);
    const { id } = prepared.document;
    const settlementIds = await this.pay(transaction, channel, prepared, body, methods);
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

  private async prepare(
    transaction: Transaction,
    channel: SalesChannel,
    partyId: string,
    body: RecordSale,
  ): Promise<PreparedDocument> {
    const { shipping, externalId, totals, adjustments = [], ...fields } = body;
    if (totals && fields.cashRounding !== undefined) {
      const message = 'Totals of the caller say what is paid; cashRounding would round it again.';
      throw saleRefusal([{ pointer: '/cashRounding', code: 'rounded_twice', message }]);
    }
    const charge: SalesAdjustmentFields | undefined = shipping && {
      kind: 'charge',
      amount: shipping.amount,
      reason: shipping.description ?? 'Shipping',
      ...(shipping.taxCodes && { taxCodes: shipping.taxCodes }),
    };
    const shippingAccount =
      shipping && (await this.postingAccounts.of(transaction, channel.legalEntityId)).get('shipping_revenue');
    const wanted = {
      ...fields,
      partyId,
      externalSource: channel.code,
      externalId,
      adjustments: charge ? [...adjustments, charge] : adjustments,
    };
    const placeOf = (pointer: string) => {
      if (pointer.startsWith('/partyId')) return '/customer';
      const ofShipping = `/adjustments/${adjustments.length}`;
      return shipping && pointer.startsWith(ofShipping) ? `/shipping${pointer.slice(ofShipping.length)}` : pointer;
    };
    return toldAt(placeOf, () =>
      this.preparation.prepare(transaction, 'invoice', channel.legalEntityId, wanted, {
        itemAccounts: body.lines.map((line) => accountByRules(channel.accountRules, line)),
        adjustmentAccounts: [...adjustments.map(() => undefined), shippingAccount?.id],
        totalsOf: totals && ((ours, currency) => agreed(ours, totals, channel, currency)),
      }),
    );
  }

  /** Receipts for what was paid, each settling what is still open, the earliest due first. */
  private async pay(
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
}

function agreed(ours: SalesTotals, said: SaidTotals, channel: SalesChannel, currency: string): SalesTotals {
  const tolerance = new Decimal(channel.totalsTolerance);
  const { totals, faults, differ } = agreeTotals(ours, said, tolerance, requireCurrency(currency));
  if (totals) return totals;
  if (!differ) throw saleRefusal(faults);
  const detail = faults.map(({ message }) => message).join(' ');
  throw accountingProblems.sale_totals_differ(detail, faults);
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

export const placeOfPayment = (index: number) => (pointer: string) => {
  if (pointer.startsWith('/exchangeRate') || pointer === '/softCloseReason') return pointer;
  return `/payments/${index}${renamed[pointer] ?? (pointer.startsWith('/allocations') || pointer.startsWith('/items') ? '/amount' : pointer)}`;
};

const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
