import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of an organization, their contents by hash, and what they are attached to. */
export class PlatformFiles1764300030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A content is in the storage once for each organization. Its row is there before the storage has it and goes after
      -- the storage has lost it, so that nothing is stored that nobody knows of.
      CREATE TABLE platform.file_content (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        sha256 text COLLATE "C" NOT NULL CONSTRAINT file_content_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size_bytes bigint NOT NULL CONSTRAINT file_content_size CHECK (size_bytes > 0),
        status text NOT NULL DEFAULT 'kept' CONSTRAINT file_content_status CHECK (status IN ('kept', 'removing')),
        -- Uploads that are about to use it, believed until the time.
        arriving integer NOT NULL CONSTRAINT file_content_arriving CHECK (arriving >= 0),
        held_until timestamptz NOT NULL,
        is_used boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, sha256),
        CONSTRAINT file_content_size_key UNIQUE (organization_id, sha256, size_bytes, status)
      );
      CREATE INDEX file_content_unused_idx ON platform.file_content (organization_id) WHERE NOT is_used;
      CALL platform.protect_table('platform.file_content', 'derived');
      GRANT INSERT, UPDATE (status, arriving, held_until, is_used), DELETE ON platform.file_content TO bureau_app;
      CREATE POLICY relay ON platform.file_content FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, is_used) ON platform.file_content TO bureau_relay;

      -- What an organization stores in all, counted with the contents: who adds one waits for who adds another.
      CREATE TABLE platform.file_usage (
        organization_id uuid PRIMARY KEY REFERENCES platform.organization (id),
        bytes bigint NOT NULL CONSTRAINT file_usage_bytes CHECK (bytes >= 0)
      );
      CALL platform.protect_table('platform.file_usage', 'derived');
      CREATE FUNCTION platform.count_file_content() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO platform.file_usage AS u (organization_id, bytes) VALUES (NEW.organization_id, NEW.size_bytes)
            ON CONFLICT (organization_id) DO UPDATE SET bytes = u.bytes + excluded.bytes;
        ELSE
          UPDATE platform.file_usage u SET bytes = u.bytes - OLD.size_bytes WHERE u.organization_id = OLD.organization_id;
        END IF;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.count_file_content() FROM PUBLIC;
      CREATE TRIGGER counted AFTER INSERT OR DELETE ON platform.file_content
        FOR EACH ROW EXECUTE FUNCTION platform.count_file_content();

      -- A deleted file keeps its row, which tells what there was; its content is let go.
      CREATE TABLE platform.file (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        name text NOT NULL CONSTRAINT file_name CHECK (length(name) >= 1 AND length(name) <= 255 AND name !~ '[/\\\\[:cntrl:]]'),
        media_type text NOT NULL CONSTRAINT file_media_type CHECK (length(media_type) BETWEEN 3 AND 100),
        size_bytes bigint NOT NULL,
        sha256 text COLLATE "C" NOT NULL,
        status text NOT NULL DEFAULT 'stored' CONSTRAINT file_status CHECK (status IN ('stored', 'deleted')),
        stored_sha256 text COLLATE "C" GENERATED ALWAYS AS (CASE WHEN status = 'stored' THEN sha256 END) STORED,
        content_status text GENERATED ALWAYS AS ('kept') STORED,
        uploaded_by uuid NOT NULL,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT file_status_key UNIQUE (organization_id, id, status),
        CONSTRAINT file_content_fk FOREIGN KEY (organization_id, stored_sha256, size_bytes, content_status)
          REFERENCES platform.file_content (organization_id, sha256, size_bytes, status),
        CONSTRAINT file_deleted CHECK ((status = 'deleted') = (deleted_at IS NOT NULL))
      );
      CREATE INDEX file_content_idx ON platform.file (organization_id, stored_sha256);
      CREATE INDEX file_created_idx ON platform.file (organization_id, created_at, id);
      CALL platform.protect_table('platform.file', 'mutable');
      GRANT UPDATE (status, deleted_at, updated_at) ON platform.file TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.file FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
    `);

    await runner.query(`
      -- A fact: which file belonged to what, from when until when, and who says so.
      CREATE TABLE platform.attachment (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        file_id uuid NOT NULL,
        subject_type text NOT NULL CONSTRAINT attachment_subject_type CHECK (subject_type ~ '^[a-z][a-z_]{0,49}$'),
        subject_id uuid NOT NULL,
        title text CONSTRAINT attachment_title CHECK (length(title) BETWEEN 1 AND 200),
        retention_class text CONSTRAINT attachment_retention_class CHECK (retention_class ~ '^[a-z][a-z_]{0,49}$'),
        keep_until date,
        attached_by uuid NOT NULL,
        detached_at timestamptz,
        detached_by uuid,
        detach_reason text CONSTRAINT attachment_detach_reason CHECK (length(detach_reason) BETWEEN 1 AND 500),
        -- A file is there as long as it is attached.
        file_status text GENERATED ALWAYS AS (CASE WHEN detached_at IS NULL THEN 'stored' END) STORED,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT attachment_file_fk FOREIGN KEY (organization_id, file_id) REFERENCES platform.file (organization_id, id),
        CONSTRAINT attachment_stored_file_fk FOREIGN KEY (organization_id, file_id, file_status)
          REFERENCES platform.file (organization_id, id, status),
        CONSTRAINT attachment_retention CHECK ((retention_class IS NULL) = (keep_until IS NULL)),
        CONSTRAINT attachment_detached CHECK (num_nonnulls(detached_at, detached_by, detach_reason) IN (0, 3))
      );
      CREATE UNIQUE INDEX attachment_file_key ON platform.attachment (organization_id, subject_type, subject_id, file_id)
        WHERE detached_at IS NULL;
      CREATE INDEX attachment_file_idx ON platform.attachment (organization_id, file_id);
      CREATE INDEX attachment_created_idx ON platform.attachment (organization_id, created_at, id);
      CALL platform.protect_table('platform.attachment', 'mutable');
      GRANT UPDATE (detached_at, detached_by, detach_reason, version, updated_at) ON platform.attachment TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.attachment FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE FUNCTION platform.check_attachment() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.detached_at IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU330', MESSAGE = 'The attachment was detached; that stays as it was recorded.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_attachment BEFORE UPDATE ON platform.attachment
        FOR EACH ROW EXECUTE FUNCTION platform.check_attachment();

      -- After the row is locked, so that whatever was attached meanwhile is seen. The day is that of the organization.
      CREATE FUNCTION platform.check_file() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        kept_until date;
      BEGIN
        IF OLD.status = 'deleted' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU331', MESSAGE = 'The file is deleted.';
        END IF;
        SELECT max(a.keep_until) INTO kept_until FROM platform.attachment a
          JOIN platform.organization o ON o.id = a.organization_id
          WHERE a.organization_id = NEW.organization_id AND a.file_id = NEW.id
            AND a.keep_until >= ((now() + o.clock_ahead_ms * interval '1 millisecond') AT TIME ZONE o.time_zone)::date;
        IF kept_until IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU332', MESSAGE = format('The file must be kept until %s.', kept_until);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER check_file AFTER UPDATE ON platform.file FOR EACH ROW EXECUTE FUNCTION platform.check_file();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE platform.attachment, platform.file, platform.file_usage, platform.file_content;
      DROP FUNCTION platform.check_file(), platform.check_attachment(), platform.count_file_content();
    `);
  }
}
