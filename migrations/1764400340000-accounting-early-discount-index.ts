import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether any discount of a legal entity holds on a day is seen from an index, however many have ended. */
export class AccountingEarlyDiscountIndex1764400340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX early_discount_until_idx ON accounting.early_discount (organization_id, legal_entity_id, until_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX accounting.early_discount_until_idx;');
  }
}
