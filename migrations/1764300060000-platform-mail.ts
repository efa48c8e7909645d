import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that waits, was sent or was given up. It holds no address, no name and no secret: those are read when it is sent. */
export class PlatformMail1764300060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.mail (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        -- Also names the message (Message-ID), and a token in it is derived from it.
        id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT mail_kind CHECK (kind ~ '^[a-z_]{1,50}$'),
        -- What caused it, by its kind: an invitation, a password reset, a notification, a digest.
        source_id uuid NOT NULL,
        -- Whose address it goes to: that of a person, or of an invitation.
        person_id uuid REFERENCES identity.user_account (id),
        invitation_id uuid,
        language text NOT NULL CONSTRAINT mail_language CHECK (language IN ('en', 'de')),
        state text NOT NULL DEFAULT 'queued' CONSTRAINT mail_state CHECK (state IN ('queued', 'sent', 'failed', 'cancelled')),
        -- Counts the attempts; the number of the last one is what fences the others off.
        attempts integer NOT NULL DEFAULT 0 CONSTRAINT mail_attempts CHECK (attempts >= 0),
        -- Codes and fixed words only: what a mail server says may quote the message.
        last_error text CONSTRAINT mail_last_error CHECK (length(last_error) BETWEEN 1 AND 200),
        finished_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT mail_recipient CHECK (num_nonnulls(person_id, invitation_id) = 1),
        CONSTRAINT mail_invitation_fk FOREIGN KEY (organization_id, invitation_id)
          REFERENCES identity.invitation (organization_id, id),
        CONSTRAINT mail_finished CHECK ((state = 'queued') = (finished_at IS NULL)),
        CONSTRAINT mail_explained CHECK (last_error IS NOT NULL OR state IN ('queued', 'sent'))
      );
      -- One mail for one cause. An invitation is sent again with a new token.
      CREATE UNIQUE INDEX mail_once ON platform.mail (organization_id, kind, source_id) WHERE invitation_id IS NULL;
      CREATE INDEX mail_created_idx ON platform.mail (organization_id, created_at, id);
      CREATE INDEX mail_person_idx ON platform.mail (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX mail_invitation_idx ON platform.mail (organization_id, invitation_id) WHERE invitation_id IS NOT NULL;
      CREATE INDEX mail_finished_idx ON platform.mail (organization_id, finished_at) WHERE finished_at IS NOT NULL;
      CALL platform.protect_table('platform.mail', 'derived');
      GRANT INSERT (organization_id, id, kind, source_id, person_id, invitation_id, language),
            UPDATE (state, attempts, last_error, finished_at, updated_at), DELETE ON platform.mail TO bureau_app;
      CREATE POLICY relay ON platform.mail FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, finished_at) ON platform.mail TO bureau_relay;

      CREATE FUNCTION platform.refuse_change_of_finished_mail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU340', MESSAGE = format('The mail is %s, which is final.', OLD.state);
      END $$;
      CREATE TRIGGER final BEFORE UPDATE ON platform.mail
        FOR EACH ROW WHEN (OLD.state <> 'queued') EXECUTE FUNCTION platform.refuse_change_of_finished_mail();
      CREATE FUNCTION platform.refuse_removal_of_recent_mail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU340', MESSAGE = 'A mail is kept until 90 days after its end.';
      END $$;
      CREATE TRIGGER kept BEFORE DELETE ON platform.mail
        FOR EACH ROW WHEN (OLD.finished_at IS NULL OR OLD.finished_at > now() - interval '90 days')
        EXECUTE FUNCTION platform.refuse_removal_of_recent_mail();

      -- In the transaction that causes it. One at a time of an organization, so that none keeps the others waiting.
      CREATE FUNCTION platform.enqueue_mail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM platform.enqueue_job('send_mail', json_build_object('mailId', NEW.id), 'mail of ' || NEW.organization_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER enqueues AFTER INSERT ON platform.mail FOR EACH ROW EXECUTE FUNCTION platform.enqueue_mail();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE platform.mail;
      DROP FUNCTION platform.enqueue_mail();
      DROP FUNCTION platform.refuse_removal_of_recent_mail();
      DROP FUNCTION platform.refuse_change_of_finished_mail();
    `);
  }
}
