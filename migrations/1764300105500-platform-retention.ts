import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long an organization keeps what tells of its operation. Its books and its audit trail are kept for good. */
export class PlatformRetention1764300105500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Two years have 730 or 731 days.
      ALTER TABLE platform.organization
        ADD COLUMN access_log_days integer NOT NULL DEFAULT 731
          CONSTRAINT organization_access_log_days CHECK (access_log_days BETWEEN 183 AND 3653),
        ADD COLUMN event_days integer NOT NULL DEFAULT 30
          CONSTRAINT organization_event_days CHECK (event_days BETWEEN 7 AND 90),
        ADD COLUMN export_days integer NOT NULL DEFAULT 7
          CONSTRAINT organization_export_days CHECK (export_days BETWEEN 1 AND 30),
        ADD COLUMN job_days integer NOT NULL DEFAULT 90
          CONSTRAINT organization_job_days CHECK (job_days BETWEEN 30 AND 365),
        ADD COLUMN mail_days integer NOT NULL DEFAULT 90
          CONSTRAINT organization_mail_days CHECK (mail_days BETWEEN 7 AND 365),
        ADD COLUMN notification_days integer NOT NULL DEFAULT 90
          CONSTRAINT organization_notification_days CHECK (notification_days BETWEEN 7 AND 365);
      GRANT UPDATE (access_log_days, event_days, export_days, job_days, mail_days, notification_days)
        ON platform.organization TO bureau_app;
      CREATE POLICY relay ON platform.organization FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (id, access_log_days, event_days, export_days, job_days, mail_days, notification_days)
        ON platform.organization TO bureau_relay;

      -- Of an unknown class or organization nothing is ever too old.
      CREATE FUNCTION platform.kept_for(organization uuid, class text) RETURNS interval
        LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
        SELECT make_interval(days => CASE class
          WHEN 'access_log' THEN o.access_log_days
          WHEN 'events' THEN o.event_days
          WHEN 'exports' THEN o.export_days
          WHEN 'jobs' THEN o.job_days
          WHEN 'mails' THEN o.mail_days
          WHEN 'notifications' THEN o.notification_days END)
        FROM platform.organization o WHERE o.id = organization
      $$;

      CREATE OR REPLACE FUNCTION platform.check_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND platform.is_emptying() THEN RETURN CASE TG_WHEN WHEN 'BEFORE' THEN OLD END; END IF;
        IF TG_OP = 'DELETE' AND OLD.accessed_at < now() - platform.kept_for(OLD.organization_id, 'access_log') THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU001',
          MESSAGE = 'An entry of the access log never changes, and is kept for as long as the organization has set.';
      END $$;

      CREATE OR REPLACE FUNCTION platform.check_job_removal() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND platform.is_emptying() THEN RETURN CASE TG_WHEN WHEN 'BEFORE' THEN OLD END; END IF;
        IF OLD.ended_at < now() - platform.kept_for(OLD.organization_id, 'jobs') THEN RETURN OLD; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU001',
          MESSAGE = 'A job is kept after its end for as long as the organization has set.';
      END $$;

      -- A condition of a trigger cannot look at another table, so the function does.
      CREATE OR REPLACE FUNCTION platform.refuse_removal_of_recent_mail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND platform.is_emptying() THEN RETURN CASE TG_WHEN WHEN 'BEFORE' THEN OLD END; END IF;
        IF OLD.finished_at < now() - platform.kept_for(OLD.organization_id, 'mails') THEN RETURN OLD; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU340',
          MESSAGE = 'A mail is kept after its end for as long as the organization has set.';
      END $$;
      DROP TRIGGER kept ON platform.mail;
      CREATE TRIGGER kept BEFORE DELETE ON platform.mail
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_removal_of_recent_mail();

      CREATE OR REPLACE FUNCTION platform.purge_access_log() RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        purged integer;
      BEGIN
        DELETE FROM platform.access_log_entry e
          WHERE e.organization_id = organization
            AND e.accessed_at < now() - platform.kept_for(organization, 'access_log');
        GET DIAGNOSTICS purged = ROW_COUNT;
        RETURN purged;
      END $$;

      CREATE OR REPLACE FUNCTION platform.purge_events(most integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        purged bigint;
        newest bigint;
      BEGIN
        WITH old AS (
          SELECT e.id FROM platform.outbox_event e
          WHERE e.organization_id = organization AND e.position IS NOT NULL
            AND e.dispatched_at < now() - platform.kept_for(organization, 'events')
          ORDER BY e.position LIMIT most
        ), gone AS (
          DELETE FROM platform.outbox_event e USING old o WHERE e.organization_id = organization AND e.id = o.id
          RETURNING e.position
        )
        SELECT count(*), max(g.position) INTO purged, newest FROM gone g;
        UPDATE platform.event_counter c SET purged_position = newest
          WHERE c.organization_id = organization AND c.purged_position < newest;
        RETURN purged;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION platform.check_access_log() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND platform.is_emptying() THEN RETURN CASE TG_WHEN WHEN 'BEFORE' THEN OLD END; END IF;
        IF TG_OP = 'DELETE' AND OLD.accessed_at < now() - interval '2 years' THEN RETURN OLD; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'An entry of the access log never changes, and is kept for two years.';
      END $$;

      CREATE OR REPLACE FUNCTION platform.check_job_removal() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND platform.is_emptying() THEN RETURN CASE TG_WHEN WHEN 'BEFORE' THEN OLD END; END IF;
        IF OLD.ended_at < now() - interval '90 days' THEN RETURN OLD; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'A job is kept until 90 days after its end.';
      END $$;

      CREATE OR REPLACE FUNCTION platform.refuse_removal_of_recent_mail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND platform.is_emptying() THEN RETURN CASE TG_WHEN WHEN 'BEFORE' THEN OLD END; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU340', MESSAGE = 'A mail is kept until 90 days after its end.';
      END $$;
      DROP TRIGGER kept ON platform.mail;
      CREATE TRIGGER kept BEFORE DELETE ON platform.mail
        FOR EACH ROW WHEN (OLD.finished_at IS NULL OR OLD.finished_at > now() - interval '90 days')
        EXECUTE FUNCTION platform.refuse_removal_of_recent_mail();

      CREATE OR REPLACE FUNCTION platform.purge_access_log() RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        purged integer;
      BEGIN
        DELETE FROM platform.access_log_entry e
          WHERE e.organization_id = platform.current_organization_id() AND e.accessed_at < now() - interval '2 years';
        GET DIAGNOSTICS purged = ROW_COUNT;
        RETURN purged;
      END $$;

      CREATE OR REPLACE FUNCTION platform.purge_events(most integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        purged bigint;
        newest bigint;
      BEGIN
        WITH old AS (
          SELECT e.id FROM platform.outbox_event e
          WHERE e.organization_id = organization AND e.position IS NOT NULL AND e.dispatched_at < now() - interval '30 days'
          ORDER BY e.position LIMIT most
        ), gone AS (
          DELETE FROM platform.outbox_event e USING old o WHERE e.organization_id = organization AND e.id = o.id
          RETURNING e.position
        )
        SELECT count(*), max(g.position) INTO purged, newest FROM gone g;
        UPDATE platform.event_counter c SET purged_position = newest
          WHERE c.organization_id = organization AND c.purged_position < newest;
        RETURN purged;
      END $$;

      DROP FUNCTION platform.kept_for(uuid, text);
      REVOKE SELECT (id, access_log_days, event_days, export_days, job_days, mail_days, notification_days)
        ON platform.organization FROM bureau_relay;
      DROP POLICY relay ON platform.organization;
      ALTER TABLE platform.organization
        DROP COLUMN access_log_days, DROP COLUMN event_days, DROP COLUMN export_days, DROP COLUMN job_days,
        DROP COLUMN mail_days, DROP COLUMN notification_days;
    `);
  }
}
