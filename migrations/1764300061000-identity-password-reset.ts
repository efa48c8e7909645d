import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resets of forgotten passwords. They stand outside the organizations, as the people do. */
export class IdentityPasswordReset1764300061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.password_reset (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES identity.user_account (id),
        -- The one that the mail is sent by; not what the reset is for.
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        token_hash bytea NOT NULL CONSTRAINT password_reset_token_hash CHECK (length(token_hash) = 32),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL DEFAULT now() + interval '1 hour',
        used_at timestamptz,
        CONSTRAINT password_reset_token_key UNIQUE (token_hash),
        CONSTRAINT password_reset_duration CHECK (expires_at <= created_at + interval '1 hour')
      );
      CREATE INDEX password_reset_user_idx ON identity.password_reset (user_id, created_at);
      GRANT SELECT, INSERT (id, user_id, organization_id, token_hash), UPDATE (used_at) ON identity.password_reset TO bureau_app;

      -- A token that was used stays so.
      CREATE FUNCTION identity.refuse_second_use() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU024', MESSAGE = 'The password reset was used, which is final.';
      END $$;
      CREATE TRIGGER used_once BEFORE UPDATE ON identity.password_reset
        FOR EACH ROW WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION identity.refuse_second_use();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.password_reset;
      DROP FUNCTION identity.refuse_second_use();
    `);
  }
}
