import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { LegalEntities } from '#modules/administration/contract/legal-entities.js';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { standardJournals } from './standard-journals.js';

const INSERT_BOOKS: Statement = {
  name: 'insert_books',
  text: `
    INSERT INTO accounting.books (organization_id, legal_entity_id, functional_currency) VALUES ($1, $2, $3)
    ON CONFLICT (organization_id, legal_entity_id) DO NOTHING`,
};
const INSERT_JOURNALS: Statement = {
  name: 'insert_standard_journals',
  text: `
    INSERT INTO accounting.journal (organization_id, id, legal_entity_id, code, name)
    SELECT $1, journal.id, $2, journal.code, journal.name
    FROM unnest($3::uuid[], $4::text[], $5::text[]) AS journal (id, code, name)
    WHERE EXISTS (SELECT FROM accounting.books b WHERE b.organization_id = $1 AND b.legal_entity_id = $2)
    ON CONFLICT (organization_id, legal_entity_id, code) DO NOTHING`,
};

/** Opens the books of a legal entity. */
@Injectable()
export class BooksOpening {
  constructor(private readonly legalEntities: LegalEntities) {}

  /**
   * Books in the functional currency of the legal entity, with the standard journals. Does nothing where they are open.
   *
   * @throws Problem not_found for a legal entity that the organization does not have
   */
  async open(transaction: Transaction, legalEntityId: string): Promise<void> {
    const { organizationId } = transaction;
    const { functionalCurrency } = await this.legalEntities.get(legalEntityId);
    await transaction.rows(INSERT_BOOKS, [organizationId, legalEntityId, functionalCurrency]);
    await this.addJournals(transaction, legalEntityId);
  }

  /** The standard journals that books lack which were opened before there were as many; nothing where none are open. */
  async addJournals(transaction: Transaction, legalEntityId: string): Promise<void> {
    await transaction.rows(INSERT_JOURNALS, [
      transaction.organizationId,
      legalEntityId,
      standardJournals.map(() => newId()),
      standardJournals.map((journal) => journal.code),
      standardJournals.map((journal) => journal.name),
    ]);
  }
}
