import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';

interface BooksRow {
  accounts: string[] | null;
  journals: string[] | null;
  dimensions: { code: string; values: string[] | null }[] | null;
}

const LOAD: Statement = {
  name: 'load_codes_of_books',
  text: `
    SELECT
      (SELECT json_agg(code) FROM accounting.account
       WHERE organization_id = $1 AND legal_entity_id = $2) AS accounts,
      (SELECT json_agg(code) FROM accounting.journal
       WHERE organization_id = $1 AND legal_entity_id = $2) AS journals,
      (SELECT json_agg(json_build_object('code', d.code, 'values', (
                SELECT json_agg(v.code) FROM accounting.dimension_value v
                WHERE v.organization_id = d.organization_id AND v.dimension_id = d.id)))
       FROM accounting.dimension d WHERE d.organization_id = $1 AND d.legal_entity_id = $2) AS dimensions`,
};

/** Which codes books have. */
export interface CodesOfBooks {
  accounts: ReadonlySet<string>;
  journals: ReadonlySet<string>;
  /** Values by dimension. */
  dimensions: ReadonlyMap<string, ReadonlySet<string>>;
}

@Injectable()
export class CodesOfBooksRepository {
  async load(transaction: Transaction, legalEntityId: string): Promise<CodesOfBooks> {
    const [row] = await transaction.rows<BooksRow>(LOAD, [transaction.organizationId, legalEntityId]);
    const { accounts, journals, dimensions } = row!;
    return {
      accounts: new Set(accounts),
      journals: new Set(journals),
      dimensions: new Map((dimensions ?? []).map(({ code, values }) => [code, new Set(values)])),
    };
  }
}
