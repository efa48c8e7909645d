import { Injectable } from '@nestjs/common';
import { requireCurrency } from '#kernel/currency.js';
import { Decimal } from '#kernel/decimal.js';
import type { LegalEntityFact } from '#modules/administration/contract/legal-entities.js';
import type { Statement } from '#platform/database/transaction.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { Report } from '#platform/exports/report.js';
import { tableOf } from '#platform/exports/table.js';
import { countFact, figuresHeading, periodText } from '../../chart/figures-heading.js';
import { NamedLegalEntity } from '../../chart/named-legal-entity.js';
import { DECLARED_LINES } from './declared-lines.js';
import {
  MOST_POSTINGS,
  type PostingWithoutTaxLineView,
  type ReconciledAccountView,
  type TaxReturnReconciliationView,
} from './tax-return-reconciliation.dto.js';
import { reconciliationForm, reconciliationRows } from './tax-return-reconciliation-table.js';
import type { TaxReturnRow } from './tax-returns.dto.js';
import { TaxReturnsRepository } from './tax-returns.repository.js';

/** The accounts of the codes of the form, and those on which declared taxes were posted when codes had others. */
const TAXES_IN_BOOKS = [
  DECLARED_LINES,
  `, code_of_form AS (
    SELECT k.* FROM ret
    JOIN accounting.tax_return_form_code c ON c.organization_id = ret.organization_id AND c.form_id = ret.form_id
    JOIN accounting.tax_code k ON k.organization_id = c.organization_id AND k.id = c.tax_code_id
  ), declared_tax AS (
    SELECT j.account_id, j.entry_date, t.id AS tax_line_id,
           CASE t.side WHEN 'output' THEN t.functional_tax ELSE -t.functional_tax END AS tax
    FROM declared d
    JOIN accounting.tax_line t ON t.organization_id = $1 AND t.id = d.tax_line_id
    JOIN accounting.journal_line j
      ON j.organization_id = t.organization_id AND j.entry_id = t.entry_id AND j.line_number = t.line_number
  ), tax_account AS (
    SELECT output_account_id AS id FROM code_of_form UNION SELECT input_account_id FROM code_of_form
    UNION SELECT account_id FROM declared_tax
  ), posting AS (
    SELECT j.account_id, j.entry_id, j.line_number, j.entry_date, j.functional_credit - j.functional_debit AS amount,
           e.origin IS NOT DISTINCT FROM 'tax_return_settlement' AS is_settlement
    FROM ret
    JOIN accounting.journal_line j
      ON j.organization_id = ret.organization_id AND j.legal_entity_id = ret.legal_entity_id
         AND j.account_id IN (SELECT a.id FROM tax_account a)
         AND j.entry_date >= ret.starts_on AND j.entry_date <= ret.ends_on
    JOIN accounting.journal_entry e ON e.organization_id = j.organization_id AND e.id = j.entry_id
  ), taxed AS (
    SELECT p.account_id, t.id AS tax_line_id,
           CASE t.side WHEN 'output' THEN t.functional_tax ELSE -t.functional_tax END AS tax
    FROM posting p
    JOIN accounting.tax_line t
      ON t.organization_id = $1 AND t.entry_id = p.entry_id AND t.line_number = p.line_number
  ), untaxed AS (
    SELECT p.* FROM posting p
    WHERE NOT p.is_settlement AND NOT EXISTS (SELECT FROM accounting.tax_line t
                      WHERE t.organization_id = $1 AND t.entry_id = p.entry_id AND t.line_number = p.line_number)
  )`,
].join(' ');

const ACCOUNTS: Statement = {
  name: 'reconcile_tax_return',
  text: [
    TAXES_IN_BOOKS,
    `SELECT a.id AS "accountId", a.code AS "accountCode", a.name AS "accountName",
       (SELECT coalesce(sum(p.amount), 0) FROM posting p WHERE p.account_id = a.id)::text AS movement,
       (SELECT coalesce(sum(d.tax), 0) FROM declared_tax d WHERE d.account_id = a.id)::text AS declared,
       (SELECT coalesce(sum(d.tax), 0) FROM declared_tax d
        WHERE d.account_id = a.id AND (d.entry_date < ret.starts_on OR d.entry_date > ret.ends_on))::text AS "declaredOfOtherDates",
       (SELECT coalesce(sum(t.tax), 0) FROM taxed t
        WHERE t.account_id = a.id AND t.tax_line_id NOT IN (SELECT d.tax_line_id FROM declared d))::text AS undeclared,
       (SELECT coalesce(sum(u.amount), 0) FROM untaxed u WHERE u.account_id = a.id)::text AS "withoutTaxLines",
       (SELECT coalesce(sum(p.amount), 0) FROM posting p WHERE p.account_id = a.id AND p.is_settlement)::text AS settled
     FROM ret CROSS JOIN tax_account
     JOIN accounting.account a ON a.organization_id = $1 AND a.id = tax_account.id
     ORDER BY a.code COLLATE "C"`,
  ].join(' '),
};
const POSTINGS: Statement = {
  name: 'find_postings_without_tax_lines',
  text: [
    TAXES_IN_BOOKS,
    `SELECT u.entry_id AS "entryId", u.line_number AS "lineNumber", j.code AS "journalCode", e.number AS "entryNumber",
            u.entry_date AS "entryDate", e.description, a.code AS "accountCode", u.amount::text AS amount,
            (count(*) OVER ())::integer AS count
     FROM untaxed u
     JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = u.entry_id
     JOIN accounting.journal j ON j.organization_id = $1 AND j.id = e.journal_id
     JOIN accounting.account a ON a.organization_id = $1 AND a.id = u.account_id
     ORDER BY u.entry_date, u.entry_id, u.line_number LIMIT $3`,
  ].join(' '),
};

interface ReadReconciliation {
  view: TaxReturnReconciliationView;
  found: TaxReturnRow;
  entity: LegalEntityFact;
  madeAt: Date;
}

/** Holds what a return declares against the books. */
@Injectable()
export class TaxReturnReconciliationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly legalEntity: NamedLegalEntity,
    private readonly returns: TaxReturnsRepository,
  ) {}

  /** As a file it has every posting. */
  report(id: string): Report<TaxReturnReconciliationView> {
    return {
      name: `tax-return-reconciliation-${id}`,
      view: async () => (await this.read(id, MOST_POSTINGS)).view,
      table: () =>
        tableOf(reconciliationForm, async () => {
          const { view, found, entity, madeAt } = await this.read(id, null);
          const { formCode, startsOn, endsOn, status, revision } = found;
          const title = { title: `Reconciliation of ${formCode}`, period: periodText(startsOn, endsOn), madeAt };
          const head = figuresHeading(entity, title, ...countFact('Amendment', revision), ['Status', status]);
          return { head, rows: reconciliationRows(view) };
        }),
    };
  }

  /** @param mostPostings null for all of them */
  private read(id: string, mostPostings: number | null): Promise<ReadReconciliation> {
    return this.unitOfWork.read(async (transaction) => {
      const found = await this.returns.get(transaction, id);
      const entity = await this.legalEntity.describe(found.legalEntityId);
      const currency = entity.functionalCurrency;
      const { minorUnits } = requireCurrency(currency);
      const text = (amount: string) => new Decimal(amount).toFixed(minorUnits);
      const key = [transaction.organizationId, id];
      const accounts = await transaction.rows<ReconciledAccountView & object>(ACCOUNTS, key);
      const postings = await transaction.rows<PostingWithoutTaxLineView & { count: number }>(POSTINGS, [
        ...key,
        mostPostings,
      ]);
      const view = {
        taxReturnId: id,
        currency,
        accounts: accounts.map((account) => ({
          ...account,
          movement: text(account.movement),
          declared: text(account.declared),
          declaredOfOtherDates: text(account.declaredOfOtherDates),
          undeclared: text(account.undeclared),
          withoutTaxLines: text(account.withoutTaxLines),
          settled: text(account.settled),
        })),
        postingsWithoutTaxLines: postings.map(({ count: _all, ...posting }) => {
          return { ...posting, amount: text(posting.amount) };
        }),
        postingWithoutTaxLineCount: postings[0]?.count ?? 0,
      };
      return { view, found, entity, madeAt: await transaction.startedAt };
    });
  }
}
