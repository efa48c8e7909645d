import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is needed to prove one sealed row outside of the database, and what verifications of the chain have found. */
export class PlatformAuditProof1764300090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The text whose digest is sealed; whoever has it needs nothing else to recompute that.
      CREATE FUNCTION platform.audit_entry_text(entry platform.audit_entry) RETURNS text
        LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
        SELECT jsonb_build_array(
          entry.organization_id, entry.id, entry.table_name, entry.row_id, entry.operation, entry.row_before, entry.row_after,
          entry.actor_id, entry.action, entry.request_id, entry.recorded_at)::text
      $$;
      CREATE OR REPLACE FUNCTION platform.audit_entry_digest(entry platform.audit_entry) RETURNS bytea
        LANGUAGE sql STABLE AS $$
        SELECT sha256(convert_to(platform.audit_entry_text(entry), 'UTF8'))
      $$;

      CREATE FUNCTION platform.locate_audit_entry(organization uuid, id text)
        RETURNS TABLE (series text, place bigint, content text) LANGUAGE sql STABLE AS $$
        SELECT '', a.id, platform.audit_entry_text(a)
        FROM platform.audit_entry a
        WHERE a.organization_id = organization AND a.id = CASE WHEN locate_audit_entry.id ~ '^[0-9]{1,18}$' THEN locate_audit_entry.id::bigint END
      $$;

      --   locate(organization, id)   one fact by the id that the API gives it: series, place and the text that is hashed
      --   read_permission            who may read the text
      ALTER TABLE platform.sealed_record_type ADD COLUMN locate text, ADD COLUMN read_permission text;
      UPDATE platform.sealed_record_type SET locate = 'platform.locate_audit_entry', read_permission = 'platform.audit_entry.read'
        WHERE record_type = 'platform.audit_entry';

      -- A fact of the organization of a type that seals cover; no row where there is none.
      CREATE FUNCTION platform.locate_fact(sealed_type text, id text)
        RETURNS TABLE (series text, place bigint, content text) LANGUAGE plpgsql STABLE AS $$
      DECLARE
        locate text := (SELECT k.locate::regproc::text FROM platform.sealed_record_type k WHERE k.record_type = sealed_type);
      BEGIN
        IF locate IS NULL THEN RETURN; END IF;
        RETURN QUERY EXECUTE format('SELECT * FROM %s($1, $2)', locate) USING platform.current_organization_id(), id;
      END $$;

      -- The seal of a fact; null where it is not sealed. Seals of a series follow its places but for what was committed
      -- late, so few are looked into.
      CREATE FUNCTION platform.find_seal(sealed_type text, sealed_series text, sealed_place bigint) RETURNS bigint
        LANGUAGE plpgsql STABLE AS $$
      DECLARE
        candidate bigint;
      BEGIN
        FOR candidate IN
          SELECT s.sequence FROM platform.audit_seal s
          WHERE s.organization_id = platform.current_organization_id() AND s.record_type = sealed_type
            AND s.series = sealed_series AND s.last_place >= sealed_place
          ORDER BY s.sequence
        LOOP
          PERFORM FROM platform.audit_seal s
            WHERE s.organization_id = platform.current_organization_id() AND s.sequence = candidate
              AND sealed_place = ANY (s.places);
          IF FOUND THEN RETURN candidate; END IF;
        END LOOP;
        RETURN NULL;
      END $$;

      -- What a verification of the whole chain has found, and against which kept root.
      CREATE TABLE platform.audit_verification (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        status text NOT NULL CONSTRAINT audit_verification_status CHECK (status IN ('intact', 'broken')),
        kept_sequence bigint,
        kept_root text COLLATE "C" CONSTRAINT audit_verification_kept_root CHECK (kept_root ~ '^[0-9a-f]{64}$'),
        seal_count bigint NOT NULL CONSTRAINT audit_verification_seal_count CHECK (seal_count >= 0),
        sealed_count bigint NOT NULL CONSTRAINT audit_verification_sealed_count CHECK (sealed_count >= 0),
        waiting_count integer NOT NULL CONSTRAINT audit_verification_waiting_count CHECK (waiting_count >= 0),
        finding_count integer NOT NULL,
        findings jsonb NOT NULL CONSTRAINT audit_verification_findings CHECK (jsonb_array_length(findings) <= 100),
        actor_id uuid NOT NULL,
        request_id uuid NOT NULL,
        checked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT audit_verification_kept CHECK (num_nonnulls(kept_sequence, kept_root) <> 1),
        CONSTRAINT audit_verification_found CHECK (
          finding_count >= jsonb_array_length(findings) AND (status = 'broken') = (finding_count > 0)
          AND (finding_count > 0) = (jsonb_array_length(findings) > 0))
      );
      CREATE INDEX audit_verification_checked_idx ON platform.audit_verification (organization_id, checked_at, id);
      CALL platform.protect_table('platform.audit_verification', 'append_only');

      -- Tells the relay which organizations have a chain, and nothing of it.
      CREATE FUNCTION platform.find_sealed_organizations() RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        SELECT o.id FROM platform.organization o
        WHERE EXISTS (SELECT FROM platform.audit_seal s WHERE s.organization_id = o.id)
      $$;
      REVOKE EXECUTE ON FUNCTION platform.find_sealed_organizations() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.find_sealed_organizations() TO bureau_relay;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION platform.find_sealed_organizations();
      DROP TABLE platform.audit_verification;
      DROP FUNCTION platform.find_seal(text, text, bigint);
      DROP FUNCTION platform.locate_fact(text, text);
      ALTER TABLE platform.sealed_record_type DROP COLUMN locate, DROP COLUMN read_permission;
      DROP FUNCTION platform.locate_audit_entry(uuid, text);
      CREATE OR REPLACE FUNCTION platform.audit_entry_digest(entry platform.audit_entry) RETURNS bytea
        LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
        SELECT sha256(convert_to(jsonb_build_array(
          entry.organization_id, entry.id, entry.table_name, entry.row_id, entry.operation, entry.row_before, entry.row_after,
          entry.actor_id, entry.action, entry.request_id, entry.recorded_at)::text, 'UTF8'))
      $$;
      DROP FUNCTION platform.audit_entry_text(platform.audit_entry);
    `);
  }
}
