import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts say the taxes of their lines as entries do: by codes, which need not exist yet. */
export class AccountingDraftTaxes1764400330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.journal_entry_draft ADD COLUMN tax_point_on date;
      GRANT UPDATE (tax_point_on) ON accounting.journal_entry_draft TO bureau_app;
      ALTER TABLE accounting.journal_entry_draft_line
        ADD COLUMN taxes jsonb CHECK (jsonb_typeof(taxes) = 'object');
      GRANT UPDATE (taxes) ON accounting.journal_entry_draft_line TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.journal_entry_draft_line DROP COLUMN taxes;
      ALTER TABLE accounting.journal_entry_draft DROP COLUMN tax_point_on;
    `);
  }
}
