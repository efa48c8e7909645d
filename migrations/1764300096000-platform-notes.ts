import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people write about records. */
export class PlatformNotes1764300096000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.note (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        subject_type text NOT NULL CONSTRAINT note_subject_type CHECK (subject_type ~ '^[a-z][a-z_]{0,49}$'),
        subject_id uuid NOT NULL,
        reply_to uuid,
        body text CONSTRAINT note_body CHECK (length(body) BETWEEN 1 AND 5000),
        mentions uuid[] NOT NULL DEFAULT '{}' CONSTRAINT note_mentions CHECK (cardinality(mentions) <= 50),
        author_id uuid NOT NULL,
        edited_at timestamptz,
        deleted_at timestamptz,
        deleted_by uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        -- An answer is about the same record.
        CONSTRAINT note_subject_key UNIQUE (organization_id, id, subject_type, subject_id),
        CONSTRAINT note_reply_fk FOREIGN KEY (organization_id, reply_to, subject_type, subject_id)
          REFERENCES platform.note (organization_id, id, subject_type, subject_id),
        CONSTRAINT note_deleted CHECK (CASE WHEN deleted_at IS NULL THEN body IS NOT NULL AND deleted_by IS NULL
                                            ELSE body IS NULL AND deleted_by IS NOT NULL AND mentions = '{}' END)
      );
      CREATE INDEX note_subject_idx ON platform.note (organization_id, subject_type, subject_id, created_at, id);
      CREATE INDEX note_created_idx ON platform.note (organization_id, created_at, id);
      CREATE INDEX note_reply_idx ON platform.note (organization_id, reply_to) WHERE reply_to IS NOT NULL;
      CALL platform.protect_table('platform.note', 'mutable');
      -- The text may be about people: the audit trail keeps each wording apart, and lets go of it when the author is erased.
      CALL platform.declare_personal('platform.note', 'author_id', 'body');
      GRANT UPDATE (subject_type, subject_id, body, mentions, edited_at, deleted_at, deleted_by, version, updated_at)
        ON platform.note TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.note FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE FUNCTION platform.check_note() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF OLD.deleted_at IS NOT NULL AND (NEW.body, NEW.deleted_at, NEW.deleted_by)
             IS DISTINCT FROM (OLD.body, OLD.deleted_at, OLD.deleted_by) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU383', MESSAGE = 'The note was deleted; that stays.';
          END IF;
          IF NEW.body IS NULL OR (NEW.body, NEW.mentions) IS NOT DISTINCT FROM (OLD.body, OLD.mentions) THEN
            RETURN NEW;
          END IF;
        END IF;
        IF NEW.author_id IS DISTINCT FROM nullif(current_setting('bureau.actor_id', true), '')::uuid THEN
          RAISE EXCEPTION USING ERRCODE = 'BU384', MESSAGE = 'A note is written by its author, and by nobody else.';
        END IF;
        IF EXISTS (SELECT FROM unnest(NEW.mentions) AS mentioned (person) WHERE NOT EXISTS (
             SELECT FROM identity.membership m WHERE m.organization_id = NEW.organization_id AND m.user_id = mentioned.person)) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU385', MESSAGE = 'Members of the organization are mentioned, and nobody else.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_note BEFORE INSERT OR UPDATE ON platform.note
        FOR EACH ROW EXECUTE FUNCTION platform.check_note();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE platform.note;
      DROP FUNCTION platform.check_note();
    `);
  }
}
