import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clock of an organization, which a test organization can set forward. */
export class PlatformOrganizationClock1764100021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The application sets is_test when it inserts the row; it has no right to update it.
      ALTER TABLE platform.organization
        ADD COLUMN is_test boolean NOT NULL DEFAULT false,
        ADD COLUMN clock_ahead_ms bigint NOT NULL DEFAULT 0
          CONSTRAINT organization_clock_not_behind CHECK (clock_ahead_ms >= 0),
        ADD CONSTRAINT organization_clock_of_test CHECK (is_test OR clock_ahead_ms = 0);
      GRANT UPDATE (clock_ahead_ms) ON platform.organization TO bureau_app;

      CREATE FUNCTION platform.refuse_turning_back() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU030', MESSAGE = 'The clock of an organization is never turned back.';
      END $$;
      CREATE TRIGGER clock_goes_on BEFORE UPDATE OF clock_ahead_ms ON platform.organization
        FOR EACH ROW WHEN (NEW.clock_ahead_ms < OLD.clock_ahead_ms)
        EXECUTE FUNCTION platform.refuse_turning_back();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER clock_goes_on ON platform.organization;
      DROP FUNCTION platform.refuse_turning_back();
      ALTER TABLE platform.organization
        DROP CONSTRAINT organization_clock_of_test, DROP COLUMN clock_ahead_ms, DROP COLUMN is_test;
    `);
  }
}
