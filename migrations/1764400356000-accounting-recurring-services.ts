import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recurring invoices know of which date their content was said: services move from there. */
export class AccountingRecurringServices1764400356000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.recurring_invoice
        ADD COLUMN content_passed integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT recurring_invoice_content_passed CHECK (content_passed >= 0 AND content_passed <= passed);
      GRANT UPDATE (content_passed) ON accounting.recurring_invoice TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounting.recurring_invoice DROP COLUMN content_passed');
  }
}
