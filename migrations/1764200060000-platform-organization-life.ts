import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of organizations as a whole: exported, closed, reopened, restored. */
export class PlatformOrganizationLife1764200060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.organization_event (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT organization_event_kind CHECK (kind IN ('exported', 'closed', 'reopened', 'restored')),
        reason text CONSTRAINT organization_event_reason_length CHECK (length(reason) BETWEEN 1 AND 500),
        -- Of the export that the organization was restored from.
        file_sha256 text CONSTRAINT organization_event_file_digest CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
        file_exported_at timestamptz,
        actor_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT organization_event_reason CHECK (reason IS NOT NULL OR kind NOT IN ('closed', 'reopened')),
        CONSTRAINT organization_event_file CHECK (num_nonnulls(file_sha256, file_exported_at) = CASE kind WHEN 'restored' THEN 2 ELSE 0 END)
      );
      CALL platform.protect_table('platform.organization_event', 'append_only');
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON platform.organization_event
        FOR EACH ROW EXECUTE FUNCTION platform.record_audit();

      -- Whoever acts in an organization can close it; nobody acts in a closed one, so the owner of the table reopens it.
      CREATE FUNCTION platform.refuse_change_of_closed() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF pg_has_role(current_user, (SELECT c.relowner FROM pg_class c WHERE c.oid = TG_RELID), 'USAGE') THEN RETURN NEW; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU031', MESSAGE = 'The organization is closed.';
      END $$;
      CREATE TRIGGER closed BEFORE UPDATE ON platform.organization
        FOR EACH ROW WHEN (OLD.status = 'closed') EXECUTE FUNCTION platform.refuse_change_of_closed();

      -- Sessions end for good; API keys and invitations rest, and go on where the organization is reopened.
      ALTER TABLE identity.session
        DROP CONSTRAINT session_ended_because,
        ADD CONSTRAINT session_ended_because CHECK (ended_because IN (
          'signed_out', 'signed_out_everywhere', 'ended_by_person', 'token_reused', 'password_changed', 'membership_ended',
          'organization_closed'));
      CREATE FUNCTION identity.end_sessions_of_closed() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE identity.session s SET ended_at = now(), ended_because = 'organization_closed'
          WHERE s.organization_id = NEW.id AND s.ended_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ends_sessions AFTER UPDATE OF status ON platform.organization
        FOR EACH ROW WHEN (OLD.status = 'active' AND NEW.status = 'closed')
        EXECUTE FUNCTION identity.end_sessions_of_closed();
      CREATE INDEX session_organization_idx ON identity.session (organization_id) WHERE ended_at IS NULL;

      -- The newest migration: an export says of which schema it is.
      CREATE FUNCTION platform.schema_version() RETURNS text
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN (SELECT m.name FROM public.bureau_migration m ORDER BY m.timestamp DESC LIMIT 1);
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.schema_version() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.schema_version() TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION platform.schema_version();
      DROP INDEX identity.session_organization_idx;
      DROP TRIGGER ends_sessions ON platform.organization;
      DROP FUNCTION identity.end_sessions_of_closed();
      ALTER TABLE identity.session
        DROP CONSTRAINT session_ended_because,
        ADD CONSTRAINT session_ended_because CHECK (ended_because IN (
          'signed_out', 'signed_out_everywhere', 'ended_by_person', 'token_reused', 'password_changed', 'membership_ended')) NOT VALID;
      DROP TRIGGER closed ON platform.organization;
      DROP FUNCTION platform.refuse_change_of_closed();
      DROP TABLE platform.organization_event;
    `);
  }
}
