import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Personal values apart from the audit rows that commit to them, so that they can be erased; and who is recorded. */
export class PlatformAuditTrail1764200030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_entry_recorded_idx ON platform.audit_entry (organization_id, recorded_at, id);
      CREATE INDEX audit_entry_actor_idx ON platform.audit_entry (organization_id, actor_id, recorded_at, id);
      CREATE INDEX audit_entry_action_idx ON platform.audit_entry (organization_id, action, recorded_at, id);
      CREATE INDEX audit_entry_request_idx ON platform.audit_entry (organization_id, request_id) WHERE request_id IS NOT NULL;

      -- Audit rows that no seal covers yet. A row and its pointer become visible at once, so no order of commits can make
      -- the sealing pass over a row.
      CREATE TABLE platform.unsealed_audit_entry (
        organization_id uuid NOT NULL,
        audit_entry_id bigint NOT NULL,
        PRIMARY KEY (organization_id, audit_entry_id)
      );
      CALL platform.protect_table('platform.unsealed_audit_entry', 'derived');
      INSERT INTO platform.unsealed_audit_entry (organization_id, audit_entry_id)
        SELECT a.organization_id, a.id FROM platform.audit_entry a;

      -- Personal values stand here, the audit row holds a commitment to them: the salted digest of the value. An erased
      -- value has lost its salt as well, so that nobody can try values against the digest, which goes on standing.
      CREATE TABLE platform.audit_personal_value (
        organization_id uuid NOT NULL,
        audit_entry_id bigint NOT NULL,
        column_name text NOT NULL,
        subject_id uuid NOT NULL,
        salt bytea,
        value_before jsonb,
        value_after jsonb,
        erased_at timestamptz,
        PRIMARY KEY (organization_id, audit_entry_id, column_name),
        CONSTRAINT audit_personal_value_entry_fk FOREIGN KEY (organization_id, audit_entry_id)
          REFERENCES platform.audit_entry (organization_id, id),
        CONSTRAINT audit_personal_value_whole_or_erased CHECK (
          CASE WHEN erased_at IS NULL THEN salt IS NOT NULL AND length(salt) = 32 AND num_nonnulls(value_before, value_after) > 0
               ELSE num_nonnulls(salt, value_before, value_after) = 0 END)
      );
      CREATE INDEX audit_personal_value_subject_idx ON platform.audit_personal_value (organization_id, subject_id);
      CALL platform.protect_table('platform.audit_personal_value', 'derived');

      CREATE FUNCTION platform.check_personal_value() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
           AND (OLD.organization_id, OLD.audit_entry_id, OLD.column_name, OLD.subject_id)
             = (NEW.organization_id, NEW.audit_entry_id, NEW.column_name, NEW.subject_id) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'A recorded personal value is erased, and nothing else, once.';
      END $$;
      CREATE TRIGGER check_personal_value BEFORE UPDATE OR DELETE ON platform.audit_personal_value
        FOR EACH ROW EXECUTE FUNCTION platform.check_personal_value();
      CREATE TRIGGER kept_truncate BEFORE TRUNCATE ON platform.audit_personal_value
        FOR EACH STATEMENT EXECUTE FUNCTION platform.check_personal_value();

      -- What stands in an audit row in the place of a personal value; where there is none, null stands for itself.
      CREATE FUNCTION platform.personal_commitment(salt bytea, value jsonb) RETURNS jsonb
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN jsonb_build_object('personal_sha256', encode(sha256(salt || convert_to(value::text, 'UTF8')), 'hex'));
    `);

    await runner.query(`
      -- Called by the triggers below, which run as the owner. Their arguments say what becomes of a column: its name alone
      -- is never recorded, personal:name is recorded erasably, subject:name tells whom the personal values are about.
      CREATE FUNCTION platform.write_audit_entry(
        organization uuid, record_type text, record_id uuid, operation text, before jsonb, after jsonb, actor uuid,
        arguments text[]
      ) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        argument text;
        place text;
        subject uuid := record_id;
        salt bytea;
        personal jsonb := '[]';
        entry bigint;
      BEGIN
        FOREACH argument IN ARRAY coalesce(arguments, '{}') LOOP
          IF argument LIKE 'subject:%' THEN
            subject := coalesce((coalesce(after, before) ->> substr(argument, 9))::uuid, record_id);
          ELSIF argument LIKE 'personal:%' THEN
            place := substr(argument, 10);
            CONTINUE WHEN coalesce(before ->> place, after ->> place) IS NULL;
            -- One salt for both sides, so that an unchanged value is told from a changed one, also when it is erased.
            salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
            personal := personal || jsonb_build_object('place', place, 'salt', encode(salt, 'hex'),
              'before', nullif(before -> place, 'null'), 'after', nullif(after -> place, 'null'));
            IF before ->> place IS NOT NULL THEN
              before := jsonb_set(before, ARRAY[place], platform.personal_commitment(salt, before -> place));
            END IF;
            IF after ->> place IS NOT NULL THEN
              after := jsonb_set(after, ARRAY[place], platform.personal_commitment(salt, after -> place));
            END IF;
          ELSE
            before := before - argument;
            after := after - argument;
          END IF;
        END LOOP;

        INSERT INTO platform.audit_entry
          (organization_id, table_name, row_id, operation, row_before, row_after, actor_id, action, request_id)
          VALUES (organization, record_type, record_id, operation, before, after, actor,
                  coalesce(nullif(current_setting('bureau.action', true), ''), 'migration'),
                  nullif(current_setting('bureau.request_id', true), '')::uuid)
          RETURNING id INTO entry;
        INSERT INTO platform.unsealed_audit_entry (organization_id, audit_entry_id) VALUES (organization, entry);
        IF personal <> '[]' THEN
          INSERT INTO platform.audit_personal_value
            (organization_id, audit_entry_id, column_name, subject_id, salt, value_before, value_after)
            SELECT organization, entry, p ->> 'place', subject, decode(p ->> 'salt', 'hex'),
                   nullif(p -> 'before', 'null'), nullif(p -> 'after', 'null')
            FROM jsonb_array_elements(personal) p;
        END IF;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.write_audit_entry(uuid, text, uuid, text, jsonb, jsonb, uuid, text[]) FROM PUBLIC;

      CREATE OR REPLACE FUNCTION platform.record_audit() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
        after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
        facts jsonb := coalesce(after, before);
      BEGIN
        PERFORM platform.write_audit_entry(
          coalesce(facts ->> 'organization_id', facts ->> 'id')::uuid,
          TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME,
          coalesce(facts ->> 'id', facts ->> 'legal_entity_id')::uuid,
          lower(TG_OP), before, after,
          nullif(current_setting('bureau.actor_id', true), '')::uuid,
          TG_ARGV);
        RETURN NULL;
      END $$;

      -- Declares columns of an audited table personal: their values are recorded apart and can be erased. The subject
      -- column names whom they are about; where it is null, the row's own id does.
      CREATE PROCEDURE platform.declare_personal(target regclass, subject_column text, VARIADIC personal_columns text[])
        LANGUAGE plpgsql AS $$
      DECLARE
        recorder regproc;
        arguments text[];
      BEGIN
        SELECT t.tgfoid, (string_to_array(encode(t.tgargs, 'escape'), '\\000'))[1:t.tgnargs] INTO STRICT recorder, arguments
          FROM pg_trigger t WHERE t.tgrelid = target AND t.tgname = 'audit';
        IF EXISTS (SELECT FROM unnest(personal_columns || subject_column) AS named (name) WHERE NOT EXISTS (
             SELECT FROM pg_attribute a WHERE a.attrelid = target AND a.attname = named.name AND NOT a.attisdropped)) THEN
          RAISE EXCEPTION '% has no such column.', target;
        END IF;
        arguments := arguments || ('subject:' || subject_column)
          || ARRAY(SELECT 'personal:' || name FROM unnest(personal_columns) AS named (name));
        EXECUTE format('DROP TRIGGER audit ON %s', target);
        EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s(%s)',
                       target, recorder, (SELECT string_agg(quote_literal(a), ', ') FROM unnest(arguments) a));
      END $$;
      REVOKE EXECUTE ON PROCEDURE platform.declare_personal(regclass, text, text[]) FROM PUBLIC;
    `);

    await runner.query(`
      -- A person stands outside the organizations: a change of the account is recorded in the organization that it was
      -- made in, and in all that the person is a member of. Who made it is told where that one is known.
      CREATE FUNCTION identity.record_account_audit() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
        after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
        person uuid := (coalesce(after, before) ->> 'id')::uuid;
        actor uuid := nullif(current_setting('bureau.actor_id', true), '')::uuid;
        here uuid := platform.current_organization_id();
        place record;
      BEGIN
        FOR place IN
          SELECT o.id, o.id = here OR actor = person OR EXISTS (
                   SELECT FROM identity.membership m WHERE m.organization_id = o.id AND m.user_id = actor) AS knows_actor
          FROM (SELECT here UNION
                SELECT m.organization_id FROM identity.membership m WHERE m.user_id = person AND m.status = 'active') AS o (id)
          WHERE o.id IS NOT NULL ORDER BY o.id
        LOOP
          PERFORM platform.write_audit_entry(place.id, 'identity.user_account', person, lower(TG_OP), before, after,
                                             CASE WHEN place.knows_actor THEN actor END, TG_ARGV);
        END LOOP;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.record_account_audit() FROM PUBLIC;
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON identity.user_account
        FOR EACH ROW EXECUTE FUNCTION identity.record_account_audit('password_hash');
      CALL platform.declare_personal('identity.user_account', 'id', 'email', 'name');

      -- Numbers that are no counts are text, as everywhere in the API, so that no reader makes them binary fractions.
      CREATE FUNCTION platform.audited_row(record_type text, facts jsonb) RETURNS jsonb
        LANGUAGE sql STABLE STRICT AS $$
        SELECT coalesce(jsonb_object_agg(f.key, CASE WHEN a.attname IS NULL THEN f.value ELSE to_jsonb(f.value #>> '{}') END), '{}')
        FROM jsonb_each(facts) f
        LEFT JOIN pg_attribute a
          ON a.attrelid = to_regclass(record_type) AND a.attname = f.key AND NOT a.attisdropped
          AND a.atttypid = 'pg_catalog.numeric'::regtype AND jsonb_typeof(f.value) = 'number'
      $$;
    `);

    await runner.query(`
      -- That somebody asked for the erasure of a person's values, and when; the values are gone, this stays.
      CREATE TABLE platform.erasure (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        subject_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
        value_count integer NOT NULL CHECK (value_count >= 0),
        account_erased boolean NOT NULL,
        erased_by uuid NOT NULL,
        erased_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      CALL platform.protect_table('platform.erasure', 'append_only');
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON platform.erasure
        FOR EACH ROW EXECUTE FUNCTION platform.record_audit();

      -- Erases what the organization's audit trail holds of a person and gives how many values that were. The commitments
      -- stay, so every digest and seal over them stays right. The subject is a person, or an invitation that nobody accepted;
      -- an open one is revoked with it.
      CREATE FUNCTION platform.erase_personal_values(subject uuid) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        subjects uuid[];
        erased integer;
      BEGIN
        PERFORM FROM identity.membership m
          WHERE m.organization_id = organization AND m.user_id = subject AND m.status = 'active' FOR SHARE;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU070',
            MESSAGE = 'The person is an active member: what identifies members is needed. End the membership first.';
        END IF;
        SELECT coalesce(array_agg(i.id), '{}') || subject INTO subjects FROM identity.invitation i
          WHERE i.organization_id = organization AND (i.id = subject OR i.accepted_by = subject);
        UPDATE identity.invitation i
          SET email = 'erased-' || i.id || '@erased.invalid',
              status = CASE i.status WHEN 'open' THEN 'revoked' ELSE i.status END
          WHERE i.organization_id = organization AND i.id = ANY (subjects) AND i.email NOT LIKE 'erased-%@erased.invalid';
        UPDATE platform.audit_personal_value v
          SET salt = NULL, value_before = NULL, value_after = NULL, erased_at = now()
          WHERE v.organization_id = organization AND v.subject_id = ANY (subjects) AND v.erased_at IS NULL;
        GET DIAGNOSTICS erased = ROW_COUNT;
        RETURN erased;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.erase_personal_values(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.erase_personal_values(uuid) TO bureau_app;

      -- Erases the account of a former member who is active in no organization; tells whether it is erased now. The row
      -- is locked against new memberships, whose foreign key waits for it.
      CREATE FUNCTION identity.erase_account(person uuid) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        nobody text := 'erased-' || person || '@erased.invalid';
        present text;
      BEGIN
        PERFORM FROM identity.membership m
          WHERE m.organization_id = platform.current_organization_id() AND m.user_id = person;
        IF NOT FOUND THEN RETURN false; END IF;
        SELECT u.email INTO present FROM identity.user_account u WHERE u.id = person FOR UPDATE;
        IF present = nobody THEN RETURN true; END IF;
        IF EXISTS (SELECT FROM identity.membership m WHERE m.user_id = person AND m.status = 'active') THEN RETURN false; END IF;
        UPDATE identity.user_account u
          SET email = nobody, name = 'Erased person', password_hash = '$argon2id$erased', status = 'disabled', updated_at = now()
          WHERE u.id = person;
        UPDATE identity.session s SET user_agent = NULL WHERE s.user_id = person AND s.user_agent IS NOT NULL;
        RETURN true;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.erase_account(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.erase_account(uuid) TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit ON identity.user_account;
      DROP FUNCTION identity.erase_account(uuid);
      DROP FUNCTION platform.erase_personal_values(uuid);
      DROP TABLE platform.erasure;
      DROP FUNCTION platform.audited_row(text, jsonb);
      DROP FUNCTION identity.record_account_audit();
      DROP PROCEDURE platform.declare_personal(regclass, text, text[]);
      CREATE OR REPLACE FUNCTION platform.record_audit() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - coalesce(TG_ARGV, '{}') END;
        after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - coalesce(TG_ARGV, '{}') END;
        facts jsonb := coalesce(after, before);
      BEGIN
        INSERT INTO platform.audit_entry
          (organization_id, table_name, row_id, operation, row_before, row_after, actor_id, action, request_id)
        VALUES (
          coalesce(facts ->> 'organization_id', facts ->> 'id')::uuid,
          TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME,
          coalesce(facts ->> 'id', facts ->> 'legal_entity_id')::uuid,
          lower(TG_OP), before, after,
          nullif(current_setting('bureau.actor_id', true), '')::uuid,
          coalesce(nullif(current_setting('bureau.action', true), ''), 'migration'),
          nullif(current_setting('bureau.request_id', true), '')::uuid);
        RETURN NULL;
      END $$;
      DROP FUNCTION platform.write_audit_entry(uuid, text, uuid, text, jsonb, jsonb, uuid, text[]);
      DROP FUNCTION platform.personal_commitment(bytea, jsonb);
      DROP TABLE platform.audit_personal_value, platform.unsealed_audit_entry;
      DROP FUNCTION platform.check_personal_value();
      DROP INDEX platform.audit_entry_recorded_idx, platform.audit_entry_actor_idx, platform.audit_entry_action_idx,
                 platform.audit_entry_request_idx;
    `);
  }
}
