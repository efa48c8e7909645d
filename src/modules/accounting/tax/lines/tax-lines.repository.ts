import { Injectable } from '@nestjs/common';
import type { Decimal } from '#kernel/decimal.js';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { type TaxSide, taxSides } from '../../contract/tax-words.js';
import type { TaxCategory } from '../calculation/tax-component.js';
import type { DocumentDirection } from '../calculation/tax-document.js';

export { type TaxSide, taxSides };

/** One tax of a posted document. Amounts are signed: what is given back is below zero. */
export interface NewTaxLine {
  legalEntityId: string;
  entryId: string;
  /** The journal line that the tax is in, of the same entry; null where there is none. */
  lineNumber: number | null;
  taxCodeId: string;
  rate: Decimal;
  category: TaxCategory;
  direction: DocumentDirection;
  /** What is owed, or what is deducted; a tax that the buyer owes has a line on each side. */
  side: TaxSide;
  taxPointOn: string;
  currency: string;
  base: Decimal;
  tax: Decimal;
  functionalBase: Decimal;
  functionalTax: Decimal;
  partyId: string | null;
  document: { type: string; id: string } | null;
  /** Whether it waits until it is paid; what a document posts of a tax on a cash basis does, where left out. */
  isDeferred?: boolean;
}

const INSERT: Statement = {
  name: 'insert_tax_lines',
  text: `
    INSERT INTO accounting.tax_line
      (organization_id, id, legal_entity_id, entry_id, position, line_number, tax_code_id, rate, category, direction, side,
       tax_point_on, currency, base, tax, functional_base, functional_tax, party_id, document_type, document_id, is_deferred)
    SELECT $1, t.id, t.legal_entity_id, t.entry_id, t.position, t.line_number, t.tax_code_id, t.rate, t.category, t.direction,
           t.side, t.tax_point_on, t.currency, t.base, t.tax, t.functional_base, t.functional_tax, t.party_id,
           t.document_type, t.document_id,
           coalesce(t.is_deferred, k.is_cash_basis AND t.direction = 'sale' AND t.functional_tax <> 0, false)
    FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::integer[], $6::integer[], $7::uuid[], $8::numeric[], $9::text[],
                $10::text[], $11::text[], $12::date[], $13::text[], $14::numeric[], $15::numeric[], $16::numeric[],
                $17::numeric[], $18::uuid[], $19::text[], $20::uuid[], $21::boolean[])
      AS t (id, legal_entity_id, entry_id, position, line_number, tax_code_id, rate, category, direction, side,
            tax_point_on, currency, base, tax, functional_base, functional_tax, party_id, document_type, document_id, is_deferred)
    LEFT JOIN accounting.tax_code k ON k.organization_id = $1 AND k.id = t.tax_code_id`,
};

/** The taxes of posted documents: facts beside their journal entries. */
@Injectable()
export class TaxLinesRepository {
  /**
   * Writes all taxes of entries that the same transaction posts, in one statement. The lines that name a journal line
   * sum to it in the functional currency: what is owed is a credit, what is deducted a debit.
   */
  async recordTaxLines(transaction: Transaction, lines: readonly NewTaxLine[]): Promise<void> {
    if (lines.length === 0) return;
    const { statement, values } = insertOf(transaction.organizationId, lines);
    await transaction.rows(statement, values);
  }
}

/** The statement that writes the taxes of entries, one at least. */
export function insertOf(
  organizationId: string,
  lines: readonly NewTaxLine[],
): { statement: Statement; values: unknown[] } {
  const counts = new Map<string, number>();
  const positions = lines.map(({ entryId }) => {
    const position = (counts.get(entryId) ?? 0) + 1;
    counts.set(entryId, position);
    return position;
  });
  const column = <T>(value: (line: NewTaxLine) => T) => lines.map((line) => value(line));
  return {
    statement: INSERT,
    values: [
      organizationId,
      column(() => newId()),
      column((line) => line.legalEntityId),
      column((line) => line.entryId),
      positions,
      column((line) => line.lineNumber),
      column((line) => line.taxCodeId),
      column((line) => line.rate.toString()),
      column((line) => line.category),
      column((line) => line.direction),
      column((line) => line.side),
      column((line) => line.taxPointOn),
      column((line) => line.currency),
      column((line) => line.base.toString()),
      column((line) => line.tax.toString()),
      column((line) => line.functionalBase.toString()),
      column((line) => line.functionalTax.toString()),
      column((line) => line.partyId),
      column((line) => line.document?.type ?? null),
      column((line) => line.document?.id ?? null),
      column((line) => line.isDeferred ?? null),
    ],
  };
}
