import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import { WithholdingCodesRepository } from '../withholding/withholding-codes.repository.js';
import { EarlyDiscounts } from './early-discounts.repository.js';
import type { ReceiptFacts } from './plan-receipt.js';
import type { RecordReceipt } from './receipts.dto.js';
import type { OpenedSettlement } from './settlement-opening.service.js';

/** What the books know of what a receipt names. */
@Injectable()
export class ReceiptFactsReader {
  constructor(
    private readonly discounts: EarlyDiscounts,
    private readonly withholdingCodes: WithholdingCodesRepository,
  ) {}

  async of(
    transaction: Transaction,
    { legalEntityId, items, functionalCurrency }: OpenedSettlement,
    { allocations = [] }: RecordReceipt,
  ): Promise<ReceiptFacts> {
    const discounts = await this.discounts.of(transaction, [...items.keys()]);
    const codes = new Set(allocations.flatMap(({ withholding }) => withholding?.code ?? []));
    const withholdingCodes = await this.withholdingCodes.byCode(transaction, legalEntityId, [...codes]);
    return { items, discounts, withholdingCodes, functionalCurrency };
  }
}
