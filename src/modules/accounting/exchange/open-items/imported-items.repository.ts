import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import type { ItemControl } from '../../open-items/open-items.dto.js';

const FIND: Statement = {
  name: 'find_imported_items',
  text: `
    SELECT s.import_id AS "importId", s.party_id AS "partyId", s.document_number AS "documentNumber"
    FROM accounting.imported_items($1, $2, $3::uuid[]) s
    JOIN (SELECT DISTINCT number FROM unnest($5::text[]) AS wanted (number)) w ON w.number = s.document_number
    WHERE s.control = $4`,
};

/** A document of a party that an import brought, and nothing took back. */
export interface ImportedItem {
  importId: string;
  partyId: string;
  documentNumber: string;
}

/** Open items of which imports have told. */
@Injectable()
export class ImportedItemsRepository {
  /** Those of the parties that have one of the numbers, among receivables or payables. */
  find(
    transaction: Transaction,
    legalEntityId: string,
    control: ItemControl,
    { parties, documentNumbers }: { parties: readonly string[]; documentNumbers: readonly string[] },
  ): Promise<ImportedItem[]> {
    const values = [transaction.organizationId, legalEntityId, parties, control, documentNumbers];
    return transaction.rows<ImportedItem & object>(FIND, values);
  }
}
