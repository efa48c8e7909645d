import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a legal entity prints on its documents: whom to ask, where to pay, and where electronic documents reach it. */
export class AdministrationSeller1764400120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE administration.legal_entity
        ADD COLUMN sales_contact jsonb CONSTRAINT legal_entity_sales_contact_form
          CHECK (jsonb_typeof(sales_contact) = 'object'),
        ADD COLUMN electronic_address jsonb CONSTRAINT legal_entity_electronic_address_form
          CHECK (jsonb_typeof(electronic_address) = 'object' AND electronic_address ? 'scheme' AND electronic_address ? 'id'),
        ADD COLUMN payment_accounts jsonb NOT NULL DEFAULT '[]' CONSTRAINT legal_entity_payment_accounts_form
          CHECK (jsonb_typeof(payment_accounts) = 'array' AND jsonb_array_length(payment_accounts) <= 20);
      GRANT UPDATE (sales_contact, electronic_address, payment_accounts) ON administration.legal_entity TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE administration.legal_entity
        DROP COLUMN sales_contact, DROP COLUMN electronic_address, DROP COLUMN payment_accounts;
    `);
  }
}
