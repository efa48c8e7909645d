import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { amountNames, type DeferredDocument, type TaxAmounts, type TaxMovement } from './deferred-tax.js';

type InText<T> = { [Name in keyof T]: T[Name] extends Decimal ? string : T[Name] };

/** A movement that was made before, with the document that it is of. */
export interface KeptMovement extends TaxMovement {
  currency: string;
  partyId: string | null;
  document: DeferredDocument['document'];
  /** The account of what is owed that it went to; null where it posted nothing. */
  dueAccountId: string | null;
}

export interface AccountsOfTax {
  deferredAccountId: string;
  outputAccountId: string;
}

const OF_DOCUMENT = `
  i.currency, t.party_id AS "partyId",
  CASE WHEN t.document_id IS NOT NULL THEN json_build_object('type', t.document_type, 'id', t.document_id) END AS document`;

/** Items of what reverses a document wait for nothing: the document and its reversal are one. */
const FIND_DOCUMENTS: Statement = {
  name: 'find_documents_with_deferred_tax',
  text: [
    'SELECT DISTINCT ON (i.entry_id) i.entry_id AS "entryId",',
    OF_DOCUMENT,
    `,
      (SELECT sum(abs(o.open_amount))::text FROM accounting.open_item o
       WHERE o.organization_id = $1 AND o.entry_id = i.entry_id AND o.control = 'receivable') AS open,
      (SELECT json_agg(json_build_object(
         'taxCodeId', w.tax_code_id, 'rate', w.rate::text, 'category', w.category, 'base', w.base::text,
         'tax', w.tax::text, 'functionalBase', w.functional_base::text, 'functionalTax', w.functional_tax::text)
         ORDER BY w.tax_code_id, w.rate, w.category)
       FROM accounting.deferred_taxes($1, i.entry_id) w) AS taxes
    FROM accounting.open_item i
    JOIN accounting.tax_line t ON t.organization_id = $1 AND t.entry_id = i.entry_id AND t.is_deferred
    JOIN accounting.journal_entry e ON e.organization_id = $1 AND e.id = i.entry_id AND e.reversal_of IS NULL
    WHERE i.organization_id = $1 AND i.id = ANY ($2)
    ORDER BY i.entry_id, t.position`,
  ].join(' '),
};
const FIND_MOVEMENTS: Statement = {
  name: 'find_cash_basis_movements',
  text: [
    `SELECT m.allocation_id AS "allocationId", m.document_entry_id AS "documentEntryId", m.kind,
            m.tax_code_id AS "taxCodeId", trim_scale(m.rate)::text AS rate, m.category, m.base::text, m.tax::text,
            m.functional_base::text AS "functionalBase", m.functional_tax::text AS "functionalTax",
            (SELECT l.account_id FROM accounting.tax_line d
             JOIN accounting.journal_line l
               ON l.organization_id = d.organization_id AND l.entry_id = d.entry_id AND l.line_number = d.line_number
             WHERE d.organization_id = $1 AND d.entry_id = m.entry_id AND NOT d.is_deferred
               AND d.tax_code_id = m.tax_code_id LIMIT 1) AS "dueAccountId",`,
    OF_DOCUMENT,
    `FROM accounting.cash_basis_movement m
     CROSS JOIN LATERAL (SELECT o.currency FROM accounting.open_item o
                         WHERE o.organization_id = $1 AND o.entry_id = m.document_entry_id LIMIT 1) i
     CROSS JOIN LATERAL (SELECT l.party_id, l.document_type, l.document_id FROM accounting.tax_line l
                         WHERE l.organization_id = $1 AND l.entry_id = m.document_entry_id AND l.is_deferred
                         ORDER BY l.position LIMIT 1) t
     WHERE m.organization_id = $1 AND m.allocation_id = ANY ($2)
     ORDER BY m.allocation_id, m.id`,
  ].join(' '),
};
const FIND_ACCOUNTS: Statement = {
  name: 'find_accounts_of_cash_basis_taxes',
  text: `
    SELECT id, cash_basis_account_id AS "deferredAccountId", output_account_id AS "outputAccountId"
    FROM accounting.tax_code WHERE organization_id = $1 AND id = ANY ($2)`,
};
const INSERT: Statement = {
  name: 'insert_cash_basis_movements',
  text: `
    INSERT INTO accounting.cash_basis_movement
      (organization_id, id, legal_entity_id, allocation_id, document_entry_id, kind, tax_code_id, rate, category, base, tax,
       functional_base, functional_tax, entry_id)
    SELECT $1, m.id, $2, m."allocationId", m."documentEntryId", m.kind, m."taxCodeId", m.rate, m.category, m.base, m.tax,
           m."functionalBase", m."functionalTax", m."entryId"
    FROM json_to_recordset($3::json) AS m (
      id uuid, "allocationId" uuid, "documentEntryId" uuid, kind text, "taxCodeId" uuid, rate numeric, category text,
      base numeric, tax numeric, "functionalBase" numeric, "functionalTax" numeric, "entryId" uuid)`,
};

/** Tax that waits until it is paid: of documents, and what allocations made of it. */
@Injectable()
export class CashBasisTaxesRepository {
  /** The documents of items of which tax was posted that was not due, with what still waits; the items are held. */
  async documentsOf(transaction: Transaction, itemIds: readonly string[]): Promise<Map<string, DeferredDocument>> {
    type Row = Omit<DeferredDocument, 'open' | 'taxes'> & { open: string; taxes: InText<TaxAmounts>[] };
    const rows = await transaction.rows<Row & object>(FIND_DOCUMENTS, [transaction.organizationId, itemIds]);
    return new Map(
      rows.map(({ open, taxes, ...row }) => [
        row.entryId,
        { ...row, open: new Decimal(open), taxes: taxes.map((tax) => inDecimals<TaxAmounts>(tax)) },
      ]),
    );
  }

  /** What allocations moved, in the order in which it was. */
  async movementsOf(transaction: Transaction, allocationIds: readonly string[]): Promise<KeptMovement[]> {
    const values = [transaction.organizationId, allocationIds];
    const rows = await transaction.rows<InText<KeptMovement> & object>(FIND_MOVEMENTS, values);
    return rows.map((row) => inDecimals<KeptMovement>(row));
  }

  async accountsOf(transaction: Transaction, taxCodeIds: readonly string[]): Promise<Map<string, AccountsOfTax>> {
    const values = [transaction.organizationId, taxCodeIds];
    const rows = await transaction.rows<AccountsOfTax & { id: string }>(FIND_ACCOUNTS, values);
    return new Map(rows.map(({ id, ...accounts }) => [id, accounts]));
  }

  /** @param movements each with the entry that it is posted by, null for none */
  async insert(
    transaction: Transaction,
    legalEntityId: string,
    movements: readonly (TaxMovement & { entryId: string | null })[],
  ): Promise<void> {
    const rows = movements.map((movement) => ({ ...movement, id: newId() }));
    await transaction.rows(INSERT, [transaction.organizationId, legalEntityId, JSON.stringify(rows)]);
  }
}

function inDecimals<T extends TaxAmounts>(row: InText<T>): T {
  const amounts = amountNames.map((name) => [name, new Decimal(row[name] as string)]);
  return { ...row, ...(Object.fromEntries(amounts) as object) } as T;
}
