import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of what customers owed and vendors were owed in the books before. */
export class AccountingOpenItemImports1764400150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.import
        DROP CONSTRAINT import_format_check,
        ADD CONSTRAINT import_format_check CHECK (format IN ('sie4', 'csv', 'json', 'plain_text', 'open_items'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.import
        DROP CONSTRAINT import_format_check,
        ADD CONSTRAINT import_format_check CHECK (format IN ('sie4', 'csv', 'json', 'plain_text'));
    `);
  }
}
