import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';

/** A journal that documents of one kind are posted in, so that their numbers have no gaps. */
export interface DocumentJournal {
  code: string;
  name: string;
}

const ENSURE: Statement = {
  name: 'ensure_document_journal',
  text: `
    INSERT INTO accounting.journal (organization_id, id, legal_entity_id, code, name)
    SELECT $1, $2, b.legal_entity_id, $4, $5 FROM accounting.books b
    WHERE b.organization_id = $1 AND b.legal_entity_id = $3
      AND NOT EXISTS (SELECT FROM accounting.journal j
                      WHERE j.organization_id = $1 AND j.legal_entity_id = $3 AND j.code = $4)
    ON CONFLICT (organization_id, legal_entity_id, code) DO NOTHING`,
};

/** Journals of documents; each is there from the first document on. */
@Injectable()
export class DocumentJournals {
  async ensure(transaction: Transaction, legalEntityId: string, { code, name }: DocumentJournal): Promise<void> {
    await transaction.rows(ENSURE, [transaction.organizationId, newId(), legalEntityId, code, name]);
  }
}
