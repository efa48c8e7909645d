import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authenticators and recovery codes of people, and what sessions know of them. */
export class IdentitySecondFactor1764300070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of people, who stand outside the organizations: asked for before one is known.
      CREATE TABLE identity.second_factor (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES identity.user_account (id),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        -- Encrypted: a code can only be computed from the secret itself.
        secret_cipher bytea NOT NULL,
        -- It counts from here on.
        confirmed_at timestamptz,
        -- The newest step whose code was used (RFC 6238: 30 seconds each, counted from 1970).
        last_step bigint NOT NULL DEFAULT 0,
        last_used_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX second_factor_user_idx ON identity.second_factor (user_id);
      GRANT SELECT, INSERT (id, user_id, name, secret_cipher), UPDATE (confirmed_at, last_step, last_used_at), DELETE
        ON identity.second_factor TO bureau_app;

      CREATE FUNCTION identity.check_second_factor() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.last_step <= OLD.last_step THEN
          RAISE EXCEPTION USING ERRCODE = 'BU360', MESSAGE = 'A code counts once, and none counts after a newer one.';
        END IF;
        IF OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at THEN
          RAISE EXCEPTION USING ERRCODE = 'BU361', MESSAGE = 'The authenticator is confirmed already.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER code_used_once BEFORE UPDATE ON identity.second_factor
        FOR EACH ROW EXECUTE FUNCTION identity.check_second_factor();

      CREATE TABLE identity.recovery_code (
        user_id uuid NOT NULL REFERENCES identity.user_account (id),
        code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
        made_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        PRIMARY KEY (user_id, code_hash)
      );
      GRANT SELECT, INSERT (user_id, code_hash), UPDATE (used_at), DELETE ON identity.recovery_code TO bureau_app;

      CREATE FUNCTION identity.check_recovery_code() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU360', MESSAGE = 'A recovery code works once.';
      END $$;
      CREATE TRIGGER used_once BEFORE UPDATE ON identity.recovery_code
        FOR EACH ROW WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION identity.check_recovery_code();

      -- Recovery codes stand in for an authenticator; without one they open nothing.
      CREATE FUNCTION identity.drop_recovery_codes() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM identity.recovery_code c WHERE c.user_id = OLD.user_id AND NOT EXISTS (
          SELECT FROM identity.second_factor f WHERE f.user_id = OLD.user_id AND f.confirmed_at IS NOT NULL);
        RETURN NULL;
      END $$;
      CREATE TRIGGER ends_recovery_codes AFTER DELETE ON identity.second_factor
        FOR EACH ROW EXECUTE FUNCTION identity.drop_recovery_codes();
    `);

    await runner.query(`
      -- Recorded like changes of the account: where it was made, and in every organization of the person.
      CREATE FUNCTION identity.record_second_factor_audit() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
        after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
        person uuid := (coalesce(after, before) ->> 'user_id')::uuid;
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
          PERFORM platform.write_audit_entry(
            place.id, 'identity.second_factor', (coalesce(after, before) ->> 'id')::uuid, lower(TG_OP), before, after,
            CASE WHEN place.knows_actor THEN actor END, TG_ARGV);
        END LOOP;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.record_second_factor_audit() FROM PUBLIC;
      -- Uses of a code are told by the login history.
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OF confirmed_at OR DELETE ON identity.second_factor
        FOR EACH ROW EXECUTE FUNCTION identity.record_second_factor_audit('secret_cipher', 'subject:user_id', 'personal:name');
    `);

    await runner.query(`
      ALTER TABLE platform.organization ADD COLUMN requires_second_factor boolean NOT NULL DEFAULT false;
      GRANT UPDATE (requires_second_factor) ON platform.organization TO bureau_app;

      ALTER TABLE identity.session
        -- When its person last proved a second factor.
        ADD COLUMN factor_proved_at timestamptz,
        DROP CONSTRAINT session_ended_because,
        ADD CONSTRAINT session_ended_because CHECK (ended_because IN (
          'signed_out', 'signed_out_everywhere', 'ended_by_person', 'token_reused', 'password_changed', 'membership_ended',
          'organization_closed', 'second_factor_added',
          'second_factor_reset'));
      GRANT UPDATE (factor_proved_at) ON identity.session TO bureau_app;

      -- Whatever opens it, with a new password or an old one: no session without the second factor of who has one.
      CREATE FUNCTION identity.check_new_session() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM identity.second_factor f WHERE f.user_id = NEW.user_id AND f.confirmed_at IS NOT NULL) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU362', MESSAGE = 'The person has a second factor, which this session has not proved.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER second_factor BEFORE INSERT ON identity.session
        FOR EACH ROW WHEN (NEW.factor_proved_at IS NULL) EXECUTE FUNCTION identity.check_new_session();

      DROP FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]);
      -- As before, and of sessions what is known of the second factor: none, missing where the organization requires one,
      -- proved within the last ten minutes, or due to be proved before what is sensitive.
      CREATE FUNCTION identity.find_credentials(sessions uuid[], key_organizations uuid[], key_hashes bytea[])
        RETURNS TABLE (
          session_id uuid, key_hash bytea, api_key_id uuid, user_id uuid, organization_id uuid,
          roles text[], permissions text[], scope_roles text[], scope_permissions text[], use_is_noted boolean, second_factor text)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF cardinality(sessions) > 0 THEN
          RETURN QUERY
          SELECT s.id, NULL::bytea, NULL::uuid, s.user_id, s.organization_id, m.roles,
                 -- Most people have built-in roles only, and every request comes by here.
                 CASE WHEN m.roles <@ identity.built_in_roles() THEN '{}'::text[]
                      ELSE identity.permissions_of(m.organization_id, m.roles) END,
                 NULL::text[], NULL::text[], NULL::boolean,
                 CASE WHEN EXISTS (SELECT FROM identity.second_factor f WHERE f.user_id = s.user_id AND f.confirmed_at IS NOT NULL)
                      THEN CASE WHEN s.factor_proved_at > now() - interval '10 minutes' THEN 'proved' ELSE 'due' END
                      WHEN o.requires_second_factor THEN 'missing' ELSE 'none' END
          FROM identity.session s
          JOIN identity.user_account u ON u.id = s.user_id AND u.status = 'active'
          JOIN identity.membership m
            ON m.organization_id = s.organization_id AND m.user_id = s.user_id AND m.status = 'active'
          JOIN platform.organization o ON o.id = s.organization_id AND o.status = 'active'
          WHERE s.id = ANY (sessions) AND s.ended_at IS NULL AND s.expires_at > now();
        END IF;
        IF cardinality(key_hashes) > 0 THEN
          RETURN QUERY
          SELECT NULL::uuid, k.secret_hash, k.id, k.created_by, k.organization_id,
                 m.roles, identity.permissions_of(m.organization_id, m.roles),
                 k.roles, k.permissions || identity.permissions_of(k.organization_id, k.roles),
                 coalesce(used.last_used_at > now() - interval '5 minutes', false), NULL::text
          FROM unnest(key_organizations, key_hashes) AS given (organization_id, secret_hash)
          JOIN identity.api_key k
            ON k.organization_id = given.organization_id AND k.secret_hash = given.secret_hash
          JOIN identity.user_account u ON u.id = k.created_by AND u.status = 'active'
          JOIN identity.membership m
            ON m.organization_id = k.organization_id AND m.user_id = k.created_by AND m.status = 'active'
          JOIN platform.organization o ON o.id = k.organization_id AND o.status = 'active'
          LEFT JOIN identity.api_key_use used ON used.organization_id = k.organization_id AND used.api_key_id = k.id
          WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
        END IF;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]) TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]);
      CREATE FUNCTION identity.find_credentials(sessions uuid[], key_organizations uuid[], key_hashes bytea[])
        RETURNS TABLE (
          session_id uuid, key_hash bytea, api_key_id uuid, user_id uuid, organization_id uuid,
          roles text[], permissions text[], scope_roles text[], scope_permissions text[], use_is_noted boolean)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF cardinality(sessions) > 0 THEN
          RETURN QUERY
          SELECT s.id, NULL::bytea, NULL::uuid, s.user_id, s.organization_id, m.roles,
                 -- Most people have built-in roles only, and every request comes by here.
                 CASE WHEN m.roles <@ identity.built_in_roles() THEN '{}'::text[]
                      ELSE identity.permissions_of(m.organization_id, m.roles) END,
                 NULL::text[], NULL::text[], NULL::boolean
          FROM identity.session s
          JOIN identity.user_account u ON u.id = s.user_id AND u.status = 'active'
          JOIN identity.membership m
            ON m.organization_id = s.organization_id AND m.user_id = s.user_id AND m.status = 'active'
          JOIN platform.organization o ON o.id = s.organization_id AND o.status = 'active'
          WHERE s.id = ANY (sessions) AND s.ended_at IS NULL AND s.expires_at > now();
        END IF;
        IF cardinality(key_hashes) > 0 THEN
          RETURN QUERY
          SELECT NULL::uuid, k.secret_hash, k.id, k.created_by, k.organization_id,
                 m.roles, identity.permissions_of(m.organization_id, m.roles),
                 k.roles, k.permissions || identity.permissions_of(k.organization_id, k.roles),
                 coalesce(used.last_used_at > now() - interval '5 minutes', false)
          FROM unnest(key_organizations, key_hashes) AS given (organization_id, secret_hash)
          JOIN identity.api_key k
            ON k.organization_id = given.organization_id AND k.secret_hash = given.secret_hash
          JOIN identity.user_account u ON u.id = k.created_by AND u.status = 'active'
          JOIN identity.membership m
            ON m.organization_id = k.organization_id AND m.user_id = k.created_by AND m.status = 'active'
          JOIN platform.organization o ON o.id = k.organization_id AND o.status = 'active'
          LEFT JOIN identity.api_key_use used ON used.organization_id = k.organization_id AND used.api_key_id = k.id
          WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
        END IF;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]) TO bureau_app;
      DROP TRIGGER second_factor ON identity.session;
      DROP FUNCTION identity.check_new_session();
      ALTER TABLE identity.session
        DROP COLUMN factor_proved_at,
        DROP CONSTRAINT session_ended_because,
        ADD CONSTRAINT session_ended_because CHECK (ended_because IN (
          'signed_out', 'signed_out_everywhere', 'ended_by_person', 'token_reused', 'password_changed', 'membership_ended',
          'organization_closed')) NOT VALID;
      ALTER TABLE platform.organization DROP COLUMN requires_second_factor;
      DROP TABLE identity.recovery_code, identity.second_factor;
      DROP FUNCTION identity.record_second_factor_audit();
      DROP FUNCTION identity.drop_recovery_codes();
      DROP FUNCTION identity.check_recovery_code();
      DROP FUNCTION identity.check_second_factor();
    `);
  }
}
