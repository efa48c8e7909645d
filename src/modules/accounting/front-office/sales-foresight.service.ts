import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { NamedLegalEntity } from '../chart/named-legal-entity.js';
import { PostingAccountsRepository } from '../chart/posting-accounts.repository.js';
import { SalesFactsRepository } from '../receivables/documents/sales-facts.repository.js';
import { SettlementsRepository } from '../receipts/settlements.repository.js';
import { TaxCodesRepository } from '../tax/codes/tax-codes.repository.js';
import type { RecordSale } from './record-sale.dto.js';
import type { SaleWish } from './sale-plan.js';
import type { SalesChannel } from './sales-channel.js';

/**
 * Asks for what sales are about to need to know, so that the questions leave together instead of one after the other. It decides
 * nothing: in a transaction that asks for each fact once, who needs the fact gets this answer, or is told why there is none.
 */
@Injectable()
export class SalesForesight {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly taxCodes: TaxCodesRepository,
    private readonly facts: SalesFactsRepository,
    private readonly settlements: SettlementsRepository,
  ) {}

  /** Before it is known whether there is anything to do. */
  ofSale(transaction: Transaction, { acting, body: { legalEntityId } }: SaleWish): void {
    unawaited(this.unitOfWork.onBehalfOf(transaction, acting, () => this.legalEntity.resolveActive(legalEntityId)));
  }

  /** Once the legal entity is known: accounts, and taxes where all lines name them. */
  ofBooks(transaction: Transaction, legalEntityId: string, { lines, adjustments = [], shipping }: RecordSale): void {
    unawaited(this.postingAccounts.of(transaction, legalEntityId));
    if (lines.some(({ taxCodes }) => taxCodes === undefined)) return;
    const named = [...lines, ...adjustments, ...(shipping ? [shipping] : [])];
    const codes = [...new Set(named.flatMap(({ taxCodes }) => taxCodes ?? []))];
    unawaited(this.taxCodes.byCode(transaction, legalEntityId, codes));
    // Others are asked for where a code has parts.
    unawaited(this.facts.taxCodes(transaction, legalEntityId, codes));
  }

  /** Once the channel is known: where the money is, and whether the payments are new. */
  ofPayments(
    transaction: Transaction,
    { legalEntityId, code: externalSource, paymentMethods }: SalesChannel,
    { payments = [] }: RecordSale,
  ): void {
    for (const { method, externalId } of payments) {
      const found = paymentMethods.find((one) => one.method === method);
      if (found) unawaited(this.settlements.moneyAccount(transaction, legalEntityId, { accountId: found.accountId }));
      if (externalId === undefined) continue;
      const key = { externalSource, externalId };
      unawaited(this.settlements.findByExternalId(transaction, 'receipt', legalEntityId, key));
    }
  }
}

/** Its failure is told to whoever asks again. */
function unawaited(asked: Promise<unknown>): void {
  asked.catch(() => undefined);
}
