import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Test organizations are emptied by one function, and nothing else is. */
export class PlatformTestReset1764300103000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the rows of the organization at hand are being deleted. Setting the variable is not enough: who deletes has
      -- the rights of the owner, which the application has in the function below only.
      CREATE FUNCTION platform.is_emptying() RETURNS boolean
        LANGUAGE plpgsql STABLE AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
      BEGIN
        IF current_setting('bureau.emptying', true) IS DISTINCT FROM organization::text THEN RETURN false; END IF;
        IF NOT pg_has_role(current_user, (SELECT c.relowner FROM pg_class c WHERE c.oid = 'platform.organization'::regclass), 'USAGE')
          THEN RETURN false; END IF;
        RETURN EXISTS (SELECT FROM platform.organization o WHERE o.id = organization AND o.is_test);
      END $$;

      CREATE FUNCTION platform.kept_at_reset() RETURNS TABLE (table_name text, reason text)
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        -- Beside them all of the schema identity: members, roles, keys, invitations.
        VALUES ('administration.legal_entity', 'made with the organization'),
               ('platform.clock_walk', 'one row, which the next walk takes'),
               ('platform.event_counter', 'places of events are never given twice'),
               ('platform.file_content', 'leaves with what the storage holds, which the sweep removes'),
               ('platform.file_usage', 'counts the contents'),
               ('platform.notification_settings', 'what people prefer'),
               ('platform.organization_event', 'tells that and by whom it was reset'),
               ('platform.webhook_endpoint', 'settings; their secrets stay with the receivers')
      $$;

      CREATE OR REPLACE FUNCTION platform.refuse_turning_back() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.clock_ahead_ms = 0 AND platform.is_emptying() THEN RETURN NEW; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU030', MESSAGE = 'The clock of an organization is never turned back.';
      END $$;

      ALTER TABLE platform.organization_event
        DROP CONSTRAINT organization_event_kind,
        ADD CONSTRAINT organization_event_kind CHECK (kind IN ('exported', 'closed', 'reopened', 'restored', 'reset'));
    `);
    await runner.query(`
      -- Empties the organization at hand: every table that has rows of organizations, wherever it came from, but what is
      -- named here. One statement, so that keys are checked when all is gone. Gives how many rows there were.
      CREATE FUNCTION platform.empty_test_organization() RETURNS bigint
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        setting text;
        statement text;
        removed bigint := 0;
        pass bigint;
        refused integer := 0;
      BEGIN
        -- Whoever adds rows that name the organization waits for this, or is waited for; and so is who seals.
        PERFORM pg_advisory_xact_lock(hashtextextended('audit seal ' || organization, 0));
        PERFORM FROM platform.organization o WHERE o.id = organization AND o.is_test AND o.status = 'active' FOR UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU371', MESSAGE = 'Nothing but an active test organization is emptied.';
        END IF;
        setting := set_config('bureau.emptying', organization::text, true);
        SELECT format('WITH %s SELECT %s',
                      string_agg(format('t%s AS (DELETE FROM %s t WHERE t.organization_id = $1%s RETURNING 1)', c.oid, c.oid::regclass,
                                        -- What is on its way may be a person''s own; what it was about is looked for when it is sent.
                                        CASE c.oid WHEN 'platform.mail'::regclass THEN ' AND t.state <> ''queued''' ELSE '' END), ', '),
                      string_agg(format('(SELECT count(*) FROM t%s)', c.oid), ' + '))
          INTO statement
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
            AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'graphile_worker', 'identity')
            AND EXISTS (SELECT FROM pg_attribute a
                        WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped)
            AND NOT EXISTS (SELECT FROM platform.kept_at_reset() k WHERE k.table_name = n.nspname || '.' || c.relname);
        -- Again until nothing is left: while it waited for others, they may have committed rows that it could not see, which
        -- keys refuse, or which name what is gone where there is no key. Whoever comes later finds nothing to refer to.
        LOOP
          BEGIN
            EXECUTE statement INTO pass USING organization;
            removed := removed + pass;
            EXIT WHEN pass = 0;
          EXCEPTION WHEN foreign_key_violation THEN
            refused := refused + 1;
            IF refused = 5 THEN
              RAISE EXCEPTION USING ERRCODE = 'BU372', MESSAGE = 'Others were writing to the organization meanwhile; try again.';
            END IF;
          END;
        END LOOP;
        -- The storage is swept of contents that nothing names.
        UPDATE platform.file_content f SET is_used = false WHERE f.organization_id = organization AND f.is_used;
        -- Who reads the feed learns that events are gone.
        UPDATE platform.event_counter e SET purged_position = e.last_position WHERE e.organization_id = organization;
        UPDATE platform.organization o SET clock_ahead_ms = 0, version = o.version + 1, updated_at = now() WHERE o.id = organization;
        UPDATE platform.clock_walk w SET is_done = true WHERE w.organization_id = organization;
        setting := set_config('bureau.emptying', '', true);
        RETURN removed;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.empty_test_organization() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.empty_test_organization() TO bureau_app;
    `);
    await runner.query(`
      -- What keeps rows from being deleted lets them go where a test organization is emptied; what it does else stays as it is.
      DO $do$
       DECLARE guard regproc;
       BEGIN
         FOREACH guard IN ARRAY ARRAY[
           'platform.refuse_change', 'platform.refuse_delete', 'platform.record_audit', 'platform.check_personal_value',
           'platform.check_job_removal', 'platform.check_access_log', 'platform.refuse_removal_of_recent_mail',
           'accounting.check_journal_entry_draft', 'accounting.check_draft_lines', 'accounting.check_budget_lines']::regproc[]
         LOOP
           EXECUTE regexp_replace(pg_get_functiondef(guard), '\\n( *)BEGIN\\n', E'\\n\\\\1BEGIN\\n\\\\1  IF TG_OP = ''DELETE'' AND platform.is_emptying() THEN RETURN CASE TG_WHEN WHEN ''BEFORE'' THEN OLD END; END IF;\\n');
         END LOOP;
       END $do$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $do$
       DECLARE guard regproc;
       BEGIN
         FOREACH guard IN ARRAY ARRAY[
           'platform.refuse_change', 'platform.refuse_delete', 'platform.record_audit', 'platform.check_personal_value',
           'platform.check_job_removal', 'platform.check_access_log', 'platform.refuse_removal_of_recent_mail',
           'accounting.check_journal_entry_draft', 'accounting.check_draft_lines', 'accounting.check_budget_lines']::regproc[]
         LOOP
           EXECUTE regexp_replace(pg_get_functiondef(guard), '\\n *IF TG_OP = .DELETE. AND platform.is_emptying[^\\n]+', '');
         END LOOP;
       END $do$`);
    await runner.query(`
      DROP FUNCTION platform.empty_test_organization();
      DROP FUNCTION platform.kept_at_reset();
      CREATE OR REPLACE FUNCTION platform.refuse_turning_back() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU030', MESSAGE = 'The clock of an organization is never turned back.';
      END $$;
      DROP FUNCTION platform.is_emptying();
      ALTER TABLE platform.organization_event DISABLE TRIGGER append_only, DISABLE TRIGGER audit;
      DELETE FROM platform.organization_event WHERE kind = 'reset';
      ALTER TABLE platform.organization_event ENABLE TRIGGER append_only, ENABLE TRIGGER audit;
      ALTER TABLE platform.organization_event
        DROP CONSTRAINT organization_event_kind,
        ADD CONSTRAINT organization_event_kind CHECK (kind IN ('exported', 'closed', 'reopened', 'restored'));
    `);
  }
}
