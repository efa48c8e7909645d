import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has read what is sensitive. */
export class PlatformAccessLog1764300092000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Written with every answer that it tells of: no foreign key, which would lock the organization's row for each.
      CREATE TABLE platform.access_log_entry (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        operation text NOT NULL CONSTRAINT access_log_entry_operation CHECK (operation ~ '^[a-z][A-Za-z]{1,99}$'),
        record_type text NOT NULL CONSTRAINT access_log_entry_record_type CHECK (record_type ~ '^[a-z_]+\\.[a-z_]+$'),
        subject text CONSTRAINT access_log_entry_subject CHECK (length(subject) BETWEEN 1 AND 100),
        -- Names of parameters, never their values.
        parameters text[] NOT NULL CONSTRAINT access_log_entry_parameters CHECK (
          cardinality(parameters) <= 100 AND array_to_string(parameters, ',', '') ~ '^[A-Za-z,\\[\\]]*$'),
        media_type text CONSTRAINT access_log_entry_media_type CHECK (length(media_type) BETWEEN 3 AND 200),
        outcome text NOT NULL CONSTRAINT access_log_entry_outcome CHECK (outcome IN ('answered', 'not_modified')),
        actor_id uuid NOT NULL,
        person_id uuid,
        request_id uuid NOT NULL,
        accessed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX access_log_entry_accessed_idx ON platform.access_log_entry (organization_id, accessed_at, id);
      CREATE INDEX access_log_entry_actor_idx ON platform.access_log_entry (organization_id, actor_id, accessed_at, id);
      CREATE INDEX access_log_entry_subject_idx ON platform.access_log_entry (organization_id, subject, accessed_at, id)
        WHERE subject IS NOT NULL;
      CALL platform.protect_table('platform.access_log_entry', 'derived');
      GRANT INSERT ON platform.access_log_entry TO bureau_app;
      CREATE POLICY relay ON platform.access_log_entry FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, accessed_at) ON platform.access_log_entry TO bureau_relay;

      CREATE FUNCTION platform.check_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND OLD.accessed_at < now() - interval '2 years' THEN RETURN OLD; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'An entry of the access log never changes, and is kept for two years.';
      END $$;
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON platform.access_log_entry
        FOR EACH ROW EXECUTE FUNCTION platform.check_access_log();
      CREATE TRIGGER kept_truncate BEFORE TRUNCATE ON platform.access_log_entry
        FOR EACH STATEMENT EXECUTE FUNCTION platform.check_access_log();

      -- A read that is to be answered: one statement, which is its own transaction.
      CREATE FUNCTION platform.record_access(
        organization uuid, entry_id uuid, operation text, record_type text, subject text, parameters text[], media_type text,
        outcome text, actor uuid, person uuid, request uuid
      ) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('bureau.organization_id', organization::text, true);
        INSERT INTO platform.access_log_entry
          (organization_id, id, operation, record_type, subject, parameters, media_type, outcome, actor_id, person_id, request_id)
          VALUES (organization, entry_id, operation, record_type, subject, parameters, media_type, outcome, actor, person, request);
      END $$;

      -- Forgets what is older than two years.
      CREATE FUNCTION platform.purge_access_log() RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        purged integer;
      BEGIN
        DELETE FROM platform.access_log_entry e
          WHERE e.organization_id = platform.current_organization_id() AND e.accessed_at < now() - interval '2 years';
        GET DIAGNOSTICS purged = ROW_COUNT;
        RETURN purged;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.purge_access_log() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.purge_access_log() TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION platform.purge_access_log();
      DROP FUNCTION platform.record_access(uuid, uuid, text, text, text, text[], text, text, uuid, uuid, uuid);
      DROP TABLE platform.access_log_entry;
      DROP FUNCTION platform.check_access_log();
    `);
  }
}
