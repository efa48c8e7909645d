import { Injectable } from '@nestjs/common';
import { Decimal } from '#kernel/decimal.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { TaxCategory } from '../tax/calculation/tax-component.js';

/** A tax of the document that an item is of. */
export interface SettledTax {
  taxCodeId: string;
  rate: Decimal;
  category: TaxCategory;
  base: Decimal;
  tax: Decimal;
  /** The account that the tax went to; of the code today, where that one is of the code no longer. */
  accountId: string | null;
  partyId: string | null;
  /** Whether it waits until it is paid. */
  isDeferred: boolean;
}

/** What of the document of an item its corrections go by. */
export interface SettledDocument {
  itemId: string;
  /** What the document came to, in the currency of the item. */
  gross: Decimal;
  /** The rate that the item was posted at; null in the functional currency. */
  exchangeRate: string | null;
  exchangeRateSource: string | null;
  functionalCurrency: string;
  taxes: SettledTax[];
}

interface Row {
  itemId: string;
  gross: string;
  exchangeRate: string | null;
  exchangeRateSource: string | null;
  functionalCurrency: string;
  taxes: (Omit<SettledTax, 'rate' | 'base' | 'tax'> & { rate: string; base: string; tax: string })[] | null;
}

const FIND: Statement = {
  name: 'find_settled_documents',
  text: `
    SELECT i.id AS "itemId", l.exchange_rate::text AS "exchangeRate", l.exchange_rate_source AS "exchangeRateSource",
           e.functional_currency AS "functionalCurrency",
           (SELECT sum(o.amount)::text FROM accounting.open_item o
            WHERE o.organization_id = i.organization_id AND o.entry_id = i.entry_id AND o.control = i.control
              AND o.currency = i.currency) AS gross,
           (SELECT json_agg(json_build_object(
               'taxCodeId', t.tax_code_id, 'rate', t.rate::text, 'category', t.category, 'base', t.base::text,
               'tax', t.tax::text, 'partyId', t.party_id, 'isDeferred', t.is_deferred, 'accountId',
               CASE WHEN posted.account_id IN (k.output_account_id, k.cash_basis_account_id) THEN posted.account_id
                    ELSE k.output_account_id END) ORDER BY t.position)
            FROM accounting.tax_line t
            JOIN accounting.tax_code k ON k.organization_id = t.organization_id AND k.id = t.tax_code_id
            LEFT JOIN accounting.journal_line posted ON posted.organization_id = t.organization_id
              AND posted.entry_id = t.entry_id AND posted.line_number = t.line_number
            WHERE t.organization_id = i.organization_id AND t.entry_id = i.entry_id AND t.direction = 'sale'
              AND t.currency = i.currency) AS taxes
    FROM accounting.open_item i
    JOIN accounting.journal_entry e ON e.organization_id = i.organization_id AND e.id = i.entry_id
    JOIN accounting.journal_line l
      ON l.organization_id = i.organization_id AND l.entry_id = i.entry_id AND l.line_number = i.line_number
    WHERE i.organization_id = $1 AND i.id = ANY ($2)`,
};

/** Reads the documents behind open items: their rates and taxes. */
@Injectable()
export class SettledDocumentsRepository {
  async find(transaction: Transaction, itemIds: readonly string[]): Promise<Map<string, SettledDocument>> {
    if (itemIds.length === 0) return new Map();
    const rows = await transaction.rows<Row & object>(FIND, [transaction.organizationId, itemIds]);
    return new Map(rows.map((row) => [row.itemId, documentOf(row)]));
  }
}

function documentOf({ gross, taxes, ...row }: Row): SettledDocument {
  return {
    ...row,
    gross: new Decimal(gross),
    taxes: (taxes ?? []).map(({ rate, base, tax, ...one }) => {
      return { ...one, rate: new Decimal(rate), base: new Decimal(base), tax: new Decimal(tax) };
    }),
  };
}
