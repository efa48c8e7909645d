import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import type { Statement } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { OrganizationClock } from '#platform/organizations/organization-clock.js';
import { figuresHeading } from '../../chart/figures-heading.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import {
  type DeferredTaxAccountView,
  type DeferredTaxDocumentView,
  type DeferredTaxesQuery,
  type DeferredTaxesView,
  MOST_DOCUMENTS,
} from './deferred-taxes.dto.js';
import { deferredTaxesForm, deferredTaxesRows } from './deferred-taxes-table.js';

/** By the lines of the accounts, and by the tax lines of those; nothing that one knows of the other. */
const ACCOUNTS: Statement = {
  name: 'find_accounts_of_deferred_taxes',
  text: `
    SELECT a.id AS "accountId", a.code AS "accountCode", a.name AS "accountName",
           (SELECT coalesce(sum(j.functional_credit - j.functional_debit), 0) FROM accounting.journal_line j
            WHERE j.organization_id = $1 AND j.legal_entity_id = $2 AND j.account_id = a.id AND j.entry_date <= $3)::text AS balance,
           (SELECT coalesce(sum(t.functional_tax), 0) FROM accounting.tax_line t
            JOIN accounting.journal_line j
              ON j.organization_id = t.organization_id AND j.entry_id = t.entry_id AND j.line_number = t.line_number
            WHERE t.organization_id = $1 AND t.legal_entity_id = $2 AND t.is_deferred AND j.account_id = a.id
              AND j.entry_date <= $3)::text AS deferred
    FROM accounting.account a
    WHERE a.organization_id = $1 AND a.legal_entity_id = $2
      AND a.id IN (SELECT k.cash_basis_account_id FROM accounting.tax_code k
                   WHERE k.organization_id = $1 AND k.legal_entity_id = $2 AND k.is_cash_basis)
    ORDER BY a.code COLLATE "C"`,
};
/** An entry that was reversed is one with its reversal from the day of that. */
const DOCUMENTS: Statement = {
  name: 'find_documents_of_deferred_taxes',
  text: `
    WITH waiting AS (
      SELECT coalesce(e.reversal_of, e.id) AS entry_id, t.functional_base AS base, t.functional_tax AS tax
      FROM accounting.tax_line t
      JOIN accounting.journal_entry e ON e.organization_id = t.organization_id AND e.id = t.entry_id
      WHERE t.organization_id = $1 AND t.legal_entity_id = $2 AND t.is_deferred AND e.entry_date <= $3
        AND e.origin IS DISTINCT FROM 'cash_basis_tax'
      UNION ALL
      SELECT m.document_entry_id, -m.functional_base, -m.functional_tax
      FROM accounting.cash_basis_movement m
      JOIN accounting.allocation a ON a.organization_id = m.organization_id AND a.id = m.allocation_id
      WHERE m.organization_id = $1 AND m.legal_entity_id = $2 AND a.effective_on <= $3
    ), document AS (
      SELECT w.entry_id, sum(w.base) AS base, sum(w.tax) AS tax FROM waiting w GROUP BY 1 HAVING sum(w.tax) <> 0)
    SELECT d.entry_id AS "entryId", e.entry_date AS "entryDate", t.document_type AS "documentType",
           t.document_id AS "documentId", t.party_id AS "partyId", d.base::text AS base, d.tax::text AS tax,
           (count(*) OVER ())::integer AS count, (sum(d.tax) OVER ())::text AS total
    FROM document d
    JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = d.entry_id
    CROSS JOIN LATERAL (SELECT l.document_type, l.document_id, l.party_id FROM accounting.tax_line l
                        WHERE l.organization_id = $1 AND l.entry_id = d.entry_id AND l.is_deferred
                        ORDER BY l.position LIMIT 1) t
    ORDER BY e.entry_date, d.entry_id LIMIT $4`,
};

/** Tells what was taxed and waits until it is paid, on any day. */
@Injectable()
export class DeferredTaxesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly legalEntity: NamedLegalEntity,
  ) {}

  /** As a file it has every document. */
  report(query: DeferredTaxesQuery): Report<DeferredTaxesView> {
    return {
      name: query.on === undefined ? 'deferred-taxes' : `deferred-taxes-${query.on}`,
      view: async () => (await this.read(query, MOST_DOCUMENTS)).view,
      table: () =>
        tableOf(deferredTaxesForm, async () => {
          const { view, entity, madeAt } = await this.read(query, null);
          const title = { title: 'Taxes that wait until they are paid', period: `as of ${view.on}`, madeAt };
          return { head: figuresHeading(entity, title), rows: deferredTaxesRows(view) };
        }),
    };
  }

  /**
   * @param mostDocuments null for all of them
   * @throws Problem legal_entity_required, legal_entity_unknown
   */
  private read(
    { legalEntityId, on: named }: DeferredTaxesQuery,
    mostDocuments: number | null,
  ): Promise<{ view: DeferredTaxesView; entity: LegalEntityFact; madeAt: Date }> {
    return this.unitOfWork.read(async (transaction) => {
      const entity = await this.legalEntity.describe(legalEntityId, '?legalEntityId');
      const { id, functionalCurrency: currency } = entity;
      const on = named ?? (await this.clock.today(transaction));
      const { minorUnits } = requireCurrency(currency);
      const text = (amount: Decimal | string) => new Decimal(amount).toFixed(minorUnits);
      const key = [transaction.organizationId, id, on];
      const accounts = await transaction.rows<DeferredTaxAccountView & object>(ACCOUNTS, key);
      const documents = await transaction.rows<DeferredTaxDocumentView & { count: number; total: string }>(DOCUMENTS, [
        ...key,
        mostDocuments,
      ]);
      const view = {
        on,
        currency,
        accounts: accounts.map((account) => ({
          ...account,
          balance: text(account.balance),
          deferred: text(account.deferred),
          withoutTaxLines: text(new Decimal(account.balance).minus(account.deferred)),
        })),
        total: text(documents[0]?.total ?? '0'),
        documents: documents.map(({ count: _all, total: _total, ...document }) => {
          return { ...document, base: text(document.base), tax: text(document.tax) };
        }),
        documentCount: documents[0]?.count ?? 0,
      };
      return { view, entity, madeAt: await transaction.startedAt };
    });
  }
}
