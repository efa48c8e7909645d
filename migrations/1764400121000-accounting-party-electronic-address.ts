import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where electronic documents reach a party. */
export class AccountingPartyElectronicAddress1764400121000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.party
        ADD COLUMN electronic_address jsonb CONSTRAINT party_electronic_address_form
          CHECK (jsonb_typeof(electronic_address) = 'object' AND electronic_address ? 'scheme' AND electronic_address ? 'id');
      CALL platform.declare_personal('accounting.party', 'id', 'electronic_address');
      GRANT UPDATE (electronic_address) ON accounting.party TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.party DROP COLUMN electronic_address;
      DROP TRIGGER audit ON accounting.party;
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON accounting.party FOR EACH ROW
        EXECUTE FUNCTION platform.record_audit('subject:id', 'personal:name', 'personal:legal_name', 'personal:addresses',
                                               'personal:contacts', 'personal:hold_reason');
    `);
  }
}
