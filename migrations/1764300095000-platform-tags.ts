import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of an organization, and the records that they stand on. */
export class PlatformTags1764300095000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The key is the name as Unicode folds it: databases differ in what they take for the small form of a letter.
      CREATE TABLE platform.tag (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        name text NOT NULL CONSTRAINT tag_name CHECK (length(name) BETWEEN 1 AND 50),
        name_key text NOT NULL CONSTRAINT tag_name_key_length CHECK (length(name_key) BETWEEN 1 AND 1000),
        colour text CONSTRAINT tag_colour CHECK (colour ~ '^#[0-9a-f]{6}$'),
        status text NOT NULL DEFAULT 'active' CONSTRAINT tag_status CHECK (status IN ('active', 'archived', 'merged')),
        merged_into uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tag_merged CHECK ((status = 'merged') = (merged_into IS NOT NULL)),
        CONSTRAINT tag_merged_into_fk FOREIGN KEY (organization_id, merged_into) REFERENCES platform.tag (organization_id, id),
        CONSTRAINT tag_merged_into_another CHECK (merged_into <> id)
      );
      CREATE UNIQUE INDEX tag_name_key ON platform.tag (organization_id, name_key) WHERE status <> 'merged';
      CREATE INDEX tag_merged_idx ON platform.tag (organization_id, merged_into) WHERE merged_into IS NOT NULL;
      CALL platform.protect_table('platform.tag', 'mutable');
      GRANT UPDATE (name, name_key, colour, status, merged_into, version, updated_at) ON platform.tag TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.tag FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- Stands beside the record and changes nothing of it.
      CREATE TABLE platform.tagging (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        tag_id uuid NOT NULL,
        subject_type text NOT NULL CONSTRAINT tagging_subject_type CHECK (subject_type ~ '^[a-z][a-z_]{0,49}$'),
        subject_id uuid NOT NULL,
        tagged_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tagging_key UNIQUE (organization_id, subject_type, subject_id, tag_id),
        CONSTRAINT tagging_tag_fk FOREIGN KEY (organization_id, tag_id) REFERENCES platform.tag (organization_id, id)
      );
      CREATE INDEX tagging_tag_idx ON platform.tagging (organization_id, tag_id, subject_type, subject_id);
      CREATE INDEX tagging_created_idx ON platform.tagging (organization_id, created_at, id);
      CALL platform.protect_table('platform.tagging', 'mutable');
      GRANT UPDATE (tag_id, subject_type, subject_id, updated_at), DELETE ON platform.tagging TO bureau_app;

      -- Holds the tag, so that it is not archived or merged at the same time.
      CREATE FUNCTION platform.check_tagging() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM platform.tag t
          WHERE t.organization_id = NEW.organization_id AND t.id = NEW.tag_id AND t.status = 'active' FOR SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU380', MESSAGE = 'The tag is archived, merged into another, or not there.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_tagging BEFORE INSERT OR UPDATE OF tag_id ON platform.tagging
        FOR EACH ROW EXECUTE FUNCTION platform.check_tagging();

      CREATE FUNCTION platform.check_tag() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'merged' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU381', MESSAGE = 'The tag was merged into another; that stays.';
        END IF;
        IF NEW.status = 'merged' THEN
          PERFORM FROM platform.tag t
            WHERE t.organization_id = NEW.organization_id AND t.id = NEW.merged_into AND t.status = 'active' FOR SHARE;
          IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU380', MESSAGE = 'The tag is archived, merged into another, or not there.';
          END IF;
          PERFORM FROM platform.tagging g WHERE g.organization_id = NEW.organization_id AND g.tag_id = NEW.id;
          IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU382', MESSAGE = 'The tag stands on records: they are moved first.';
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_tag BEFORE UPDATE ON platform.tag FOR EACH ROW EXECUTE FUNCTION platform.check_tag();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE platform.tagging, platform.tag;
      DROP FUNCTION platform.check_tag(), platform.check_tagging();
    `);
  }
}
