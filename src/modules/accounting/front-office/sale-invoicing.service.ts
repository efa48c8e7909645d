import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { Transaction } from '#platform/database/transaction.js';
import { accountingProblems } from '../accounting.problems.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import type { SalesTotals } from '../receivables/documents/sales-document.js';
import type { SalesAdjustmentFields } from '../receivables/documents/sales-fields.dto.js';
import type { KnownCustomer } from '../receivables/documents/sales-policy.js';
import { type PreparedDocument, SalesPreparation } from '../receivables/documents/sales-preparation.service.js';
import { agreeTotals, type SaidTotals } from './agree-totals.js';
import type { RecordSale } from './record-sale.dto.js';
import { saleRefusal } from './sale-faults.js';
import { accountByRules, type SalesChannel } from './sales-channel.js';
import { toldAt } from './told-at.js';

/** Whom a sale is to; with what is known of it where the transaction holds it. */
export interface SaleParty {
  partyId: string;
  customer?: KnownCustomer | undefined;
}

/** Makes invoices of sales, as is agreed with their channel. */
@Injectable()
export class SaleInvoicing {
  constructor(
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly preparation: SalesPreparation,
  ) {}

  /**
   * @param customer where the transaction holds it already
   * @throws Problem sale_refused, sale_totals_differ, and what refuses an invoice, with pointers into the sale
   */
  async prepare(
    transaction: Transaction,
    channel: SalesChannel,
    { partyId, customer }: SaleParty,
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
        customer,
      }),
    );
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
