import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approvals know the person who answers for a service account. */
export class PlatformPersonOfServiceAccount1764300101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The person behind a credential: that of an API key is who made it, that of a service account who answers for it.
      CREATE OR REPLACE FUNCTION platform.person_of_actor(actor uuid) RETURNS uuid LANGUAGE sql STABLE
        RETURN coalesce((SELECT k.created_by FROM identity.api_key k
                         WHERE k.organization_id = platform.current_organization_id() AND k.id = actor),
                        (SELECT a.owner_id FROM identity.service_account a
                         WHERE a.organization_id = platform.current_organization_id() AND a.id = actor), actor);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION platform.person_of_actor(actor uuid) RETURNS uuid LANGUAGE sql STABLE
        RETURN coalesce((SELECT k.created_by FROM identity.api_key k
                         WHERE k.organization_id = platform.current_organization_id() AND k.id = actor), actor);
    `);
  }
}
