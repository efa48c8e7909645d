import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { PostingAccountsRepository } from '../../chart/posting-accounts.repository.js';
import { DocumentStatuses } from '../documents/document-statuses.service.js';
import type { SalesDocument } from '../documents/sales-document.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';
import { SalesFactsRepository } from '../documents/sales-facts.repository.js';
import { postedTaxes } from '../documents/sales-preparation.service.js';
import { SalesIssuing } from '../documents/sales-issuing.service.js';
import { tellOfCredit } from '../documents/tell-of-document.js';
import type { CreditInvoice } from './credit-invoice.dto.js';

/** The account and the rate that an invoice was posted with. */
const FIND_POSTING: Statement = {
  name: 'find_posting_of_invoice',
  text: `
    SELECT account_id AS "accountId", exchange_rate::text AS "exchangeRate", exchange_rate_source AS "exchangeRateSource"
    FROM accounting.journal_line WHERE organization_id = $1 AND entry_id = $2 AND line_number = 1`,
};
/** Issues what takes an invoice back: on the accounts and at the rate that it was posted with. */
@Injectable()
export class CreditIssuing {
  constructor(
    private readonly facts: SalesFactsRepository,
    private readonly postingAccounts: PostingAccountsRepository,
    private readonly issuing: SalesIssuing,
    private readonly statuses: DocumentStatuses,
  ) {}

  async issue(
    transaction: Transaction,
    invoice: SalesDocumentRow,
    document: SalesDocument,
    { softCloseReason, serviceEndsOn }: CreditInvoice,
  ): Promise<void> {
    const values = [transaction.organizationId, invoice.entryId];
    const [posting] = await transaction.rows<{
      accountId: string;
      exchangeRate: string | null;
      exchangeRateSource: string | null;
    }>(FIND_POSTING, values);
    const { accountId, exchangeRate, exchangeRateSource } = posting!;
    const codes = document.taxes.map(({ component }) => component.code);
    const taxCodes = await this.facts.taxCodes(transaction, document.legalEntityId, codes);
    const prepared = {
      document,
      // What is given back passes no credit limit.
      party: { id: document.partyId, name: document.buyer.name, creditLimit: null, receivableAccountId: accountId },
      receivablesId: accountId,
      accounts: await this.postingAccounts.of(transaction, document.legalEntityId),
      ...postedTaxes(codes, taxCodes),
      rate: exchangeRate === null ? {} : { exchangeRate, exchangeRateSource: exchangeRateSource! },
      softCloseReason,
      serviceEndsOn: serviceEndsOn as CalendarDate | undefined,
    };
    await this.issuing.issue(transaction, [prepared]).catch((error: unknown) => {
      throw tellOfCredit(error);
    });
    this.statuses.credited(transaction, document.id);
  }
}
