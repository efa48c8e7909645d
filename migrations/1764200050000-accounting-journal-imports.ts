import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of entries from CSV, JSON and plain-text journals; several of them may make up a fiscal year. */
export class AccountingJournalImports1764200050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.import
        DROP CONSTRAINT import_format_check,
        ADD CONSTRAINT import_format_check CHECK (format IN ('sie4', 'csv', 'json', 'plain_text'));
      DROP INDEX accounting.import_fiscal_year_key;
      CREATE UNIQUE INDEX import_fiscal_year_key ON accounting.import (organization_id, legal_entity_id, fiscal_year_id)
        WHERE status = 'imported' AND format = 'sie4';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX accounting.import_fiscal_year_key;
      CREATE UNIQUE INDEX import_fiscal_year_key ON accounting.import (organization_id, legal_entity_id, fiscal_year_id)
        WHERE status = 'imported';
      ALTER TABLE accounting.import
        DROP CONSTRAINT import_format_check,
        ADD CONSTRAINT import_format_check CHECK (format IN ('sie4'));
    `);
  }
}
