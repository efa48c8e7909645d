import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People make test organizations, a few each; the organization that they act in meanwhile remembers it. */
export class PlatformTestOrganizationsOfPeople1764300103500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where nobody in particular makes it, as in a migration or a restore, there is nobody to count for.
      CREATE FUNCTION platform.limit_test_organizations() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        person uuid := nullif(current_setting('bureau.actor_id', true), '')::uuid;
        most CONSTANT integer := 10;
      BEGIN
        IF person IS NULL THEN RETURN NEW; END IF;
        -- One after the other, so that the next one is counted with this one.
        PERFORM pg_advisory_xact_lock(hashtextextended('test organizations of ' || person, 0));
        IF (SELECT count(*) FROM identity.membership m
            JOIN platform.organization o ON o.id = m.organization_id AND o.is_test AND o.status = 'active'
            WHERE m.user_id = person AND m.status = 'active' AND 'owner' = ANY (m.roles)) >= most THEN
          RAISE EXCEPTION USING ERRCODE = 'BU373', MESSAGE = format(
            'You own %s test organizations. Empty one of them (POST /v1/test/reset) to use it anew, or close one.', most);
        END IF;
        RETURN NEW;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.limit_test_organizations() FROM PUBLIC;
      CREATE TRIGGER a_few_each BEFORE INSERT ON platform.organization
        FOR EACH ROW WHEN (NEW.is_test) EXECUTE FUNCTION platform.limit_test_organizations();

      ALTER TABLE platform.organization_event
        DROP CONSTRAINT organization_event_kind,
        ADD CONSTRAINT organization_event_kind
          CHECK (kind IN ('exported', 'closed', 'reopened', 'restored', 'reset', 'test_organization_created'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE platform.organization_event DISABLE TRIGGER append_only, DISABLE TRIGGER audit;
      DELETE FROM platform.organization_event WHERE kind = 'test_organization_created';
      ALTER TABLE platform.organization_event ENABLE TRIGGER append_only, ENABLE TRIGGER audit;
      ALTER TABLE platform.organization_event
        DROP CONSTRAINT organization_event_kind,
        ADD CONSTRAINT organization_event_kind CHECK (kind IN ('exported', 'closed', 'reopened', 'restored', 'reset'));
      DROP TRIGGER a_few_each ON platform.organization;
      DROP FUNCTION platform.limit_test_organizations();
    `);
  }
}
