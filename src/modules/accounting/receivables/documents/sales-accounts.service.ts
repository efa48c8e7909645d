import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform/database/transaction.js';
import type { PostingAccounts } from '../../chart/posting-accounts.js';
import { PostingAccountsRepository } from '../../chart/posting-accounts.repository.js';
import type { WantedDocument } from './content-of-request.js';
import { SalesFactsRepository, type TaxCodeOfSale } from './sales-facts.repository.js';
import { accountFaults, refuseSale } from './sales-faults.js';
import type { SalesPolicy } from './sales-policy.js';

/** Where documents are posted. */
@Injectable()
export class SalesAccounts {
  constructor(
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly facts: SalesFactsRepository,
  ) {}

  of(transaction: Transaction, legalEntityId: string): Promise<PostingAccounts> {
    return this.postingAccounts.of(transaction, legalEntityId);
  }

  taxCodes(
    transaction: Transaction,
    legalEntityId: string,
    codes: readonly string[],
  ): Promise<Map<string, TaxCodeOfSale>> {
    return this.facts.taxCodes(transaction, legalEntityId, codes);
  }

  /** Where each line, then each allowance and charge is earned. @throws Problem sales_document_refused */
  async revenue(
    transaction: Transaction,
    legalEntityId: string,
    { lines, adjustments = [] }: WantedDocument,
    accounts: PostingAccounts,
    { itemAccounts, adjustmentAccounts }: SalesPolicy,
  ): Promise<string[]> {
    const named = [
      ...lines.map(({ accountCode }, index) => {
        return { accountCode, agreed: itemAccounts?.[index], pointer: `/lines/${index}/accountCode` };
      }),
      ...adjustments.map(({ accountCode }, index) => {
        return { accountCode, agreed: adjustmentAccounts?.[index], pointer: `/adjustments/${index}/accountCode` };
      }),
    ];
    const codes = [...new Set(named.flatMap(({ accountCode }) => accountCode ?? []))];
    const found = await this.facts.accounts(transaction, legalEntityId, codes);
    refuseSale(named.flatMap((one) => accountFaults(one, found)));
    return named.map(({ accountCode, agreed }) =>
      accountCode === undefined ? (agreed ?? accounts.get('revenue').id) : found.get(accountCode)!.id,
    );
  }
}
