import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import type { Transaction } from '#platform/database/transaction.js';
import { WithholdingTermsRepository } from '../../tax/documents/withholding-terms.repository.js';
import { planWithholdings } from './plan-withholdings.js';
import { refuseSale } from './sales-faults.js';
import type { SalesDocument, SalesWithholding } from './sales-document.js';
import type { SalesFields } from './sales-fields.dto.js';

/** Reckons what customers are expected to keep back of documents, by what their year has come to. */
@Injectable()
export class SalesWithholdings {
  constructor(private readonly terms: WithholdingTermsRepository) {}

  /**
   * @param document of a customer that the transaction holds, so that nobody else adds to the year meanwhile
   * @throws Problem sales_document_refused with a pointer for each code and line that cannot be
   */
  async reckon(
    transaction: Transaction,
    { withholdings: wanted = [] }: Pick<SalesFields, 'withholdings'>,
    document: Omit<SalesDocument, 'withholdings'>,
    functionalCurrency: string,
  ): Promise<SalesWithholding[]> {
    if (wanted.length === 0) return [];
    const { legalEntityId, partyId, issuedOn } = document;
    const codes = [...new Set(wanted.map(({ code }) => code))];
    const found = await this.terms.find(transaction, legalEntityId, { on: issuedOn, partyId }, codes);
    const facts = { found, issuedOn, currency: requireCurrency(document.currency), functionalCurrency };
    const { withholdings, faults } = planWithholdings(wanted, document, facts);
    refuseSale(faults);
    return withholdings;
  }
}
