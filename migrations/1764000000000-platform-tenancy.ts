import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles, schemas, the tenancy mechanism and the tables behind every command: audit, outbox, idempotency. */
export class PlatformTenancy1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Roles are shared by all databases of a cluster, so they may exist already.
      DO $$
      DECLARE role_name text;
      BEGIN
        FOREACH role_name IN ARRAY ARRAY['bureau_app', 'bureau_queue', 'bureau_relay'] LOOP
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', role_name);
          END IF;
          -- Since PostgreSQL 16 the creator of a role is a member without the right to take it on.
          IF NOT pg_has_role(current_user, role_name,
                             CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
            EXECUTE format('GRANT %I TO current_user', role_name);
          END IF;
        END LOOP;
      END $$;

      CREATE EXTENSION IF NOT EXISTS btree_gist;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      CREATE SCHEMA platform;
      GRANT USAGE ON SCHEMA platform TO bureau_app, bureau_relay;

      -- The organization of the running transaction; null without one, so that policies match no row.
      CREATE FUNCTION platform.current_organization_id() RETURNS uuid
        LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('bureau.organization_id', true), '')::uuid;

      CREATE FUNCTION platform.refuse_change() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU001',
          MESSAGE = format('%s.%s is append-only: %s is refused.', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP);
      END $$;

      -- For rows that others name without a foreign key, because they are too many for one.
      CREATE FUNCTION platform.refuse_delete() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU001',
          MESSAGE = format('Rows of %s.%s are kept: others name them.', TG_TABLE_SCHEMA, TG_TABLE_NAME);
      END $$;
    `);

    await runner.query(`
      CREATE TABLE platform.currency (
        code text PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$'),
        name text NOT NULL,
        minor_units smallint NOT NULL CHECK (minor_units BETWEEN 0 AND 4)
      );
      GRANT SELECT ON platform.currency TO bureau_app;

      CREATE TABLE platform.organization (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        time_zone text NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE platform.organization ENABLE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON platform.organization TO bureau_app
        USING (id = nullif(current_setting('bureau.organization_id', true), '')::uuid)
        WITH CHECK (id = nullif(current_setting('bureau.organization_id', true), '')::uuid);
      GRANT SELECT, INSERT, UPDATE (name, time_zone, status, version, updated_at) ON platform.organization TO bureau_app;

      CREATE TABLE platform.audit_entry (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id bigint GENERATED ALWAYS AS IDENTITY,
        table_name text NOT NULL,
        row_id uuid,
        operation text NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
        row_before jsonb,
        row_after jsonb,
        actor_id uuid,
        action text NOT NULL,
        request_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX audit_entry_row_idx ON platform.audit_entry (organization_id, table_name, row_id, id);

      -- Runs as the owner: the application role can read the audit trail but cannot write it by any other way.
      -- Arguments of the trigger: columns that are never recorded (secrets).
      CREATE FUNCTION platform.record_audit() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - coalesce(TG_ARGV, '{}') END;
        after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - coalesce(TG_ARGV, '{}') END;
        facts jsonb := coalesce(after, before);
        action text := nullif(current_setting('bureau.action', true), '');
      BEGIN
        INSERT INTO platform.audit_entry
          (organization_id, table_name, row_id, operation, row_before, row_after, actor_id, action, request_id)
        VALUES (
          coalesce(facts ->> 'organization_id', facts ->> 'id')::uuid,
          TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME,
          coalesce(facts ->> 'id', facts ->> 'legal_entity_id')::uuid,
          lower(TG_OP), before, after,
          nullif(current_setting('bureau.actor_id', true), '')::uuid,
          coalesce(action, 'migration'),
          nullif(current_setting('bureau.request_id', true), '')::uuid);
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.record_audit() FROM PUBLIC;
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON platform.organization
        FOR EACH ROW EXECUTE FUNCTION platform.record_audit();
      CREATE TRIGGER kept BEFORE DELETE ON platform.organization FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- Puts a table behind the tenancy wall. Kinds:
      --   mutable      rows may change; each change leaves an audit row. UPDATE is granted by column, by the caller.
      --   append_only  facts: insert and read, never change, whoever asks.
      --   derived      kept by triggers that run as the owner; the application reads.
      CREATE PROCEDURE platform.protect_table(target regclass, kind text, VARIADIC secret_columns text[] DEFAULT '{}')
        LANGUAGE plpgsql AS $$
      DECLARE
        secrets text := coalesce((SELECT string_agg(quote_literal(c), ', ') FROM unnest(secret_columns) c), '');
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format($policy$
          CREATE POLICY tenant ON %s TO bureau_app
            USING (organization_id = nullif(current_setting('bureau.organization_id', true), '')::uuid)
            WITH CHECK (organization_id = nullif(current_setting('bureau.organization_id', true), '')::uuid)
        $policy$, target);
        EXECUTE format('GRANT SELECT ON %s TO bureau_app', target);
        CASE kind
          WHEN 'mutable' THEN
            EXECUTE format('GRANT INSERT ON %s TO bureau_app', target);
            EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s
                            FOR EACH ROW EXECUTE FUNCTION platform.record_audit(%s)', target, secrets);
          WHEN 'append_only' THEN
            EXECUTE format('GRANT INSERT ON %s TO bureau_app', target);
            EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s
                            FOR EACH ROW EXECUTE FUNCTION platform.refuse_change()', target);
            EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %s
                            FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()', target);
          WHEN 'derived' THEN NULL;
        END CASE;
      END $$;
      REVOKE EXECUTE ON PROCEDURE platform.protect_table(regclass, text, text[]) FROM PUBLIC;

      CALL platform.protect_table('platform.audit_entry', 'derived');
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON platform.audit_entry
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
      CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON platform.audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
    `);

    await runner.query(`
      -- Events and remembered answers come with every command, and organizations are never deleted: no foreign key, which
      -- would lock the organization's row for each of them.
      CREATE TABLE platform.outbox_event (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        type text NOT NULL,
        subject text NOT NULL,
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        delivered_at timestamptz,
        PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX outbox_event_undelivered_idx ON platform.outbox_event (sequence) WHERE delivered_at IS NULL;
      CALL platform.protect_table('platform.outbox_event', 'derived');
      GRANT INSERT, UPDATE (delivered_at) ON platform.outbox_event TO bureau_app;
      -- The relay finds out where work waits, across organizations, and reads nothing of what it is.
      CREATE POLICY relay ON platform.outbox_event FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, id, sequence, delivered_at) ON platform.outbox_event TO bureau_relay;

      CREATE TABLE platform.idempotency_record (
        organization_id uuid NOT NULL,
        actor_id uuid NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
        request_hash bytea NOT NULL,
        answer text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, actor_id, key)
      );
      CREATE INDEX idempotency_record_age_idx ON platform.idempotency_record (organization_id, created_at);
      CALL platform.protect_table('platform.idempotency_record', 'derived');
      GRANT INSERT, DELETE ON platform.idempotency_record TO bureau_app;
      CREATE POLICY relay ON platform.idempotency_record FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, created_at) ON platform.idempotency_record TO bureau_relay;

      -- Opens a command: who acts where, for which request; and takes its idempotency key, without waiting.
      CREATE FUNCTION platform.begin_command(
        organization uuid, actor uuid, action_name text, request uuid, idempotency_key text, hash bytea
      ) RETURNS timestamptz LANGUAGE plpgsql AS $$
      DECLARE
        stored bytea;
        setting text;
      BEGIN
        -- Assignments, because they run without a plan.
        setting := set_config('bureau.organization_id', organization::text, true);
        setting := set_config('bureau.actor_id', coalesce(actor::text, ''), true);
        setting := set_config('bureau.action', action_name, true);
        setting := set_config('bureau.request_id', coalesce(request::text, ''), true);
        IF idempotency_key IS NOT NULL THEN
          IF NOT pg_try_advisory_xact_lock(hashtextextended(organization::text || actor::text || idempotency_key, 0)) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU010', MESSAGE = 'A request with this Idempotency-Key is still running.';
          END IF;
          SELECT r.request_hash INTO stored FROM platform.idempotency_record r
            WHERE r.organization_id = organization AND r.actor_id = actor AND r.key = idempotency_key;
          IF stored = hash THEN
            RAISE EXCEPTION USING ERRCODE = 'BU011', MESSAGE = 'This request was answered before.';
          ELSIF stored IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'BU012',
              MESSAGE = 'This Idempotency-Key was used with another request; take a new key for a new request.';
          END IF;
        END IF;
        RETURN now();
      END $$;

      -- Opens several commands of one organization that share a transaction, and takes the key of each.
      CREATE FUNCTION platform.begin_commands(organization uuid, commands json)
        RETURNS TABLE (started_at timestamptz, outcome text, answer text) LANGUAGE plpgsql
        -- The plans are kept: few rows look up others by key, however large the tables have grown since.
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        taken boolean[];
        setting text := set_config('bureau.organization_id', organization::text, true);
      BEGIN
        SELECT array_agg(c.key IS NULL OR pg_try_advisory_xact_lock(
                           hashtextextended(organization::text || c.actor_id::text || c.key, 0)) ORDER BY c.position)
          INTO taken
          FROM ROWS FROM (json_to_recordset(commands) AS (actor_id uuid, key text))
               WITH ORDINALITY AS c (actor_id, key, position);
        -- A statement of its own: it sees what the last holders of the keys have committed.
        RETURN QUERY
          SELECT now(),
                 CASE WHEN NOT taken[c.position] THEN 'running'
                      WHEN r.key IS NULL THEN 'new'
                      WHEN r.request_hash = decode(c.request_hash, 'hex') THEN 'answered'
                      ELSE 'reused' END,
                 r.answer
          FROM ROWS FROM (json_to_recordset(commands) AS (actor_id uuid, key text, request_hash text))
               WITH ORDINALITY AS c (actor_id, key, request_hash, position)
          LEFT JOIN platform.idempotency_record r
            ON r.organization_id = organization AND r.actor_id = c.actor_id AND r.key = c.key
          ORDER BY c.position;
      END $$;

      -- Keeps the answers of commands under their keys, in the commands' own transaction. An answer is given as pieces
      -- of text; between them belong the values that were drawn in the same statement, from the given one on.
      CREATE FUNCTION platform.remember_answers(answers json, drawn text[]) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO platform.idempotency_record (organization_id, actor_id, key, request_hash, answer)
          SELECT platform.current_organization_id(), a.actor_id, a.key, decode(a.request_hash, 'hex'), (
            SELECT string_agg(
              -- Behind the last piece belongs nothing: the next value is that of another answer.
              p.piece || CASE WHEN p.position < json_array_length(a.pieces) THEN drawn[a.first_drawn + p.position] ELSE '' END,
              '' ORDER BY p.position)
            FROM json_array_elements_text(a.pieces) WITH ORDINALITY AS p (piece, position))
          FROM json_to_recordset(answers) AS a (
            actor_id uuid, key text, request_hash text, first_drawn integer, pieces json);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA platform CASCADE`);
  }
}
