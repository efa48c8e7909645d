import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is open is aged from its index alone, and items are listed along one. */
export class AccountingOpenItemIndexes1764400181000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX accounting.open_item_open_idx;
      CREATE INDEX open_item_open_idx ON accounting.open_item (organization_id, legal_entity_id, control, party_id, due_on, id)
        INCLUDE (currency, entry_date, amount, open_amount, functional_open) WHERE open_amount <> 0;
      CREATE INDEX open_item_list_idx ON accounting.open_item (organization_id, entry_date, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX accounting.open_item_list_idx;
      DROP INDEX accounting.open_item_open_idx;
      CREATE INDEX open_item_open_idx ON accounting.open_item (organization_id, legal_entity_id, control, party_id, due_on, id)
        WHERE open_amount <> 0;
    `);
  }
}
