import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { planIssue } from '../receivables/documents/plan-issue.js';
import { SalesFactsRepository } from '../receivables/documents/sales-facts.repository.js';
import { itemsOfInvoice } from './items-of-invoice.js';
import { SaleInvoicing, type SaleParty } from './sale-invoicing.service.js';
import { SalePayments } from './sale-payments.service.js';
import type { PreparedSale, SaleWish } from './sale-plan.js';
import type { SalesChannel } from './sales-channel.js';

/** Decides the invoice of a sale and what its payments take off it. Writes nothing. */
@Injectable()
export class SaleDeciding {
  constructor(
    private readonly legalEntity: NamedLegalEntity,
    private readonly invoicing: SaleInvoicing,
    private readonly payments: SalePayments,
    private readonly facts: SalesFactsRepository,
  ) {}

  /** @throws Problem what refuses the invoice or a payment, with pointers into the sale */
  async decide(
    transaction: Transaction,
    wish: SaleWish,
    channel: SalesChannel,
    party: SaleParty,
    accountIds: readonly string[],
  ): Promise<PreparedSale> {
    const prepared = await this.invoicing.prepare(transaction, channel, party, wish.body);
    const issue = planIssue(prepared);
    const { legalEntityId, lines } = prepared.document;
    const accounts = [prepared.receivablesId, ...lines.map(({ accountId }) => accountId)];
    const accountCodes = await this.facts.accountCodes(transaction, accounts);
    const items = itemsOfInvoice(prepared, accountCodes.get(prepared.receivablesId)!);
    const { functionalCurrency } = await this.legalEntity.describe(legalEntityId);
    const toPay = { channel, prepared, items, functionalCurrency };
    const payments = await this.payments.prepare(transaction, toPay, wish.body, accountIds);
    return { ...wish, channel, issue, items, payments, accountCodes };
  }
}
