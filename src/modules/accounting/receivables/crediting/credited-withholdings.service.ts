import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { SalesFactsRepository } from '../documents/sales-facts.repository.js';
import type { SalesWithholding } from '../documents/sales-document.js';
import type { SalesDocumentRow } from '../documents/sales-documents.dto.js';
import type { PlannedCredit } from './plan-credit.js';
import { type CreditedWithholding, planCreditedWithholdings } from './plan-credited-withholdings.js';

const FIND: Statement = {
  name: 'find_credited_withholdings',
  text: `
    SELECT i.code_id AS "codeId", credited.base::text AS base, credited.taxable::text AS taxable, credited.amount::text AS amount,
           known.base::text AS "cumulativeBase", known.taxable::text AS "cumulativeTaxable"
    FROM accounting.sales_document_withholding i
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(w.base), 0) AS base, coalesce(sum(w.taxable), 0) AS taxable, coalesce(sum(w.amount), 0) AS amount
      FROM accounting.sales_document c
      JOIN accounting.sales_document_withholding w ON w.organization_id = c.organization_id AND w.document_id = c.id
      WHERE c.organization_id = i.organization_id AND c.credits_id = i.document_id AND w.code_id = i.code_id) credited
    CROSS JOIN LATERAL accounting.withheld_of_year(i.organization_id, i.party_id, i.code_id, i.year_starts_on, NULL) known
    WHERE i.organization_id = $1 AND i.document_id = $2`,
};

/** What credit notes take back of what their invoices expected to be withheld. */
@Injectable()
export class CreditedWithholdings {
  constructor(private readonly facts: SalesFactsRepository) {}

  /** @param invoice held, so that nobody else credits it meanwhile; its customer is held here, so that nobody adds to the year */
  async of(transaction: Transaction, invoice: SalesDocumentRow, credit: PlannedCredit): Promise<SalesWithholding[]> {
    if (invoice.withholdings.length === 0) return [];
    await this.facts.holdCustomers(transaction, [invoice.partyId], true);
    const values = [transaction.organizationId, invoice.id];
    const rows = await transaction.rows<CreditedWithholding & object>(FIND, values);
    const known = new Map(rows.map((row) => [row.codeId, row]));
    return planCreditedWithholdings(invoice, credit, known, requireCurrency(invoice.currency).minorUnits);
  }
}
