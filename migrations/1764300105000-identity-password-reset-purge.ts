import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Password resets that are used or over are forgotten, by the real time: they stand outside the organizations. */
export class IdentityPasswordResetPurge1764300105000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX password_reset_age_idx ON identity.password_reset (created_at);

      -- A reset works for an hour, and the last hour is counted; mails that carry one are tried for a day.
      CREATE FUNCTION identity.purge_password_resets() RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        purged integer;
      BEGIN
        DELETE FROM identity.password_reset r WHERE r.created_at < now() - interval '7 days';
        GET DIAGNOSTICS purged = ROW_COUNT;
        RETURN purged;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.purge_password_resets() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.purge_password_resets() TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.purge_password_resets();
      DROP INDEX identity.password_reset_age_idx;
    `);
  }
}
