import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What only test organizations have: a clock that walks, and mails that are kept instead of sent. */
export class PlatformTestOrganization1764300102000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION platform.refuse_change_of_mode() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU370',
          MESSAGE = 'Whether an organization is a test organization is decided at its creation, for good.';
      END $$;
      CREATE TRIGGER mode_stays BEFORE UPDATE OF is_test ON platform.organization
        FOR EACH ROW WHEN (NEW.is_test <> OLD.is_test) EXECUTE FUNCTION platform.refuse_change_of_mode();
      -- For keys from what only test organizations have.
      ALTER TABLE platform.organization ADD CONSTRAINT organization_mode_key UNIQUE (id, is_test);

      -- Where the clock is to get to. It goes from one due date to the next, so that what is due happens on its day.
      CREATE TABLE platform.clock_walk (
        organization_id uuid PRIMARY KEY,
        is_test boolean NOT NULL GENERATED ALWAYS AS (true) STORED,
        target_at timestamptz NOT NULL,
        is_done boolean NOT NULL DEFAULT false,
        started_at timestamptz NOT NULL DEFAULT now(),
        started_by uuid NOT NULL,
        CONSTRAINT clock_walk_of_test FOREIGN KEY (organization_id, is_test) REFERENCES platform.organization (id, is_test)
      );
      CALL platform.protect_table('platform.clock_walk', 'derived');
      GRANT INSERT, UPDATE (target_at, is_done, started_at, started_by) ON platform.clock_walk TO bureau_app;

      -- It holds what mails say, tokens included, so there are none of live organizations.
      CREATE TABLE platform.captured_mail (
        organization_id uuid NOT NULL,
        is_test boolean NOT NULL GENERATED ALWAYS AS (true) STORED,
        -- That of the mail.
        id uuid NOT NULL,
        kind text NOT NULL,
        source_id uuid NOT NULL,
        recipient text NOT NULL,
        subject text NOT NULL,
        text_body text NOT NULL,
        html_body text NOT NULL,
        captured_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT captured_mail_of_test FOREIGN KEY (organization_id, is_test) REFERENCES platform.organization (id, is_test)
      );
      CREATE INDEX captured_mail_captured_idx ON platform.captured_mail (organization_id, captured_at, id);
      CALL platform.protect_table('platform.captured_mail', 'derived');
      GRANT INSERT (organization_id, id, kind, source_id, recipient, subject, text_body, html_body), DELETE
        ON platform.captured_mail TO bureau_app;
      CREATE POLICY relay ON platform.captured_mail FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, captured_at) ON platform.captured_mail TO bureau_relay;

      ALTER TABLE platform.mail
        DROP CONSTRAINT mail_state, DROP CONSTRAINT mail_explained,
        ADD CONSTRAINT mail_state CHECK (state IN ('queued', 'sent', 'captured', 'failed', 'cancelled')),
        ADD CONSTRAINT mail_explained CHECK (last_error IS NOT NULL OR state IN ('queued', 'sent', 'captured'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was captured was never sent.
      ALTER TABLE platform.mail DISABLE TRIGGER final;
      UPDATE platform.mail SET state = 'cancelled', last_error = 'captured' WHERE state = 'captured';
      ALTER TABLE platform.mail ENABLE TRIGGER final;
      ALTER TABLE platform.mail
        DROP CONSTRAINT mail_state, DROP CONSTRAINT mail_explained,
        ADD CONSTRAINT mail_state CHECK (state IN ('queued', 'sent', 'failed', 'cancelled')),
        ADD CONSTRAINT mail_explained CHECK (last_error IS NOT NULL OR state IN ('queued', 'sent'));
      DROP TABLE platform.captured_mail, platform.clock_walk;
      ALTER TABLE platform.organization DROP CONSTRAINT organization_mode_key;
      DROP TRIGGER mode_stays ON platform.organization;
      DROP FUNCTION platform.refuse_change_of_mode();
    `);
  }
}
