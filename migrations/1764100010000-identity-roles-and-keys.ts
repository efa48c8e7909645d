import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles of organizations, the last owner, invitations, API keys, and the look-up of every credential. */
export class IdentityRolesAndKeys1764100010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION identity.built_in_roles() RETURNS text[]
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN ARRAY['owner', 'administrator', 'accountant', 'bookkeeper', 'auditor', 'integrator'];

      CREATE TABLE identity.role (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{0,59}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        description text CHECK (length(description) BETWEEN 1 AND 1000),
        permissions text[] NOT NULL CHECK (array_position(permissions, NULL) IS NULL AND cardinality(permissions) <= 1000),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT role_code_key UNIQUE (organization_id, code),
        CONSTRAINT role_code_built_in CHECK (code <> ALL (identity.built_in_roles()))
      );
      CALL platform.protect_table('identity.role', 'mutable');
      GRANT UPDATE (name, description, permissions, status, version, updated_at) ON identity.role TO bureau_app;
      -- Memberships, invitations and keys name roles by their code.
      CREATE TRIGGER kept BEFORE DELETE ON identity.role FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- Arrays have no foreign keys. Codes of roles never change and roles are never deleted, so this holds for good.
      CREATE FUNCTION identity.check_roles() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        unknown text;
      BEGIN
        SELECT string_agg(coalesce(named.code, 'null'), ', ') INTO unknown
          FROM unnest(NEW.roles) AS named (code)
          WHERE named.code IS NULL OR named.code <> ALL (identity.built_in_roles()) AND NOT EXISTS (
            SELECT FROM identity.role r WHERE r.organization_id = NEW.organization_id AND r.code = named.code);
        IF unknown IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU021', MESSAGE = format('The organization has no role %s.', unknown);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER known_roles BEFORE INSERT OR UPDATE OF roles ON identity.membership
        FOR EACH ROW EXECUTE FUNCTION identity.check_roles();
    `);

    await runner.query(`
      -- How many owners an organization has. A row that every change of owners updates, so that two of them wait for
      -- each other at every isolation level, and one check: the last owner stays.
      CREATE TABLE identity.owner_count (
        organization_id uuid PRIMARY KEY REFERENCES platform.organization (id),
        owners integer NOT NULL,
        CONSTRAINT owner_count_last_owner CHECK (owners > 0)
      );
      CALL platform.protect_table('identity.owner_count', 'derived');
      INSERT INTO identity.owner_count (organization_id, owners)
        SELECT m.organization_id, count(*) FROM identity.membership m
        WHERE m.status = 'active' AND 'owner' = ANY (m.roles) GROUP BY m.organization_id;

      CREATE FUNCTION identity.count_owners() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        was boolean := TG_OP <> 'INSERT' AND OLD.status = 'active' AND 'owner' = ANY (OLD.roles);
        is_now boolean := TG_OP <> 'DELETE' AND NEW.status = 'active' AND 'owner' = ANY (NEW.roles);
      BEGIN
        IF is_now AND NOT was THEN
          INSERT INTO identity.owner_count AS c (organization_id, owners) VALUES (NEW.organization_id, 1)
            ON CONFLICT (organization_id) DO UPDATE SET owners = c.owners + 1;
        ELSIF was AND NOT is_now THEN
          UPDATE identity.owner_count c SET owners = c.owners - 1 WHERE c.organization_id = OLD.organization_id;
        END IF;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.count_owners() FROM PUBLIC;
      CREATE TRIGGER counts_owners AFTER INSERT OR UPDATE OF roles, status OR DELETE ON identity.membership
        FOR EACH ROW EXECUTE FUNCTION identity.count_owners();
    `);

    await runner.query(`
      CREATE TABLE identity.invitation (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        email text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'accepted', 'revoked')),
        expires_at timestamptz NOT NULL,
        invited_by uuid NOT NULL,
        accepted_by uuid,
        accepted_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT invitation_token_key UNIQUE (organization_id, token_hash),
        CONSTRAINT invitation_acceptance CHECK (
          (status = 'accepted') = (accepted_by IS NOT NULL) AND (status = 'accepted') = (accepted_at IS NOT NULL)),
        FOREIGN KEY (organization_id, invited_by) REFERENCES identity.membership (organization_id, user_id),
        FOREIGN KEY (organization_id, accepted_by) REFERENCES identity.membership (organization_id, user_id)
      );
      CREATE UNIQUE INDEX invitation_open_key ON identity.invitation (organization_id, email) WHERE status = 'open';
      CREATE INDEX invitation_invited_by_idx ON identity.invitation (organization_id, invited_by) WHERE status = 'open';
      CALL platform.protect_table('identity.invitation', 'mutable', 'token_hash');
      GRANT UPDATE (token_hash, status, expires_at, invited_by, accepted_by, accepted_at, version, updated_at)
        ON identity.invitation TO bureau_app;
      CREATE TRIGGER known_roles BEFORE INSERT OR UPDATE OF roles ON identity.invitation
        FOR EACH ROW EXECUTE FUNCTION identity.check_roles();

      CREATE FUNCTION identity.check_invitation() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'open' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU022', MESSAGE = format('The invitation is %s, which is final.', OLD.status);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER final BEFORE UPDATE ON identity.invitation
        FOR EACH ROW EXECUTE FUNCTION identity.check_invitation();

      CREATE TABLE identity.api_key (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        -- Tells people which secret it is; 232 random bits of it are left to guess.
        secret_ending text NOT NULL CHECK (length(secret_ending) = 4),
        secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
        roles text[] NOT NULL,
        permissions text[] NOT NULL,
        created_by uuid NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT api_key_secret_key UNIQUE (organization_id, secret_hash),
        CONSTRAINT api_key_scope CHECK (cardinality(roles) + cardinality(permissions) BETWEEN 1 AND 1000),
        CHECK (array_position(permissions, NULL) IS NULL),
        CONSTRAINT api_key_no_owner CHECK ('owner' <> ALL (roles)),
        FOREIGN KEY (organization_id, created_by) REFERENCES identity.membership (organization_id, user_id)
      );
      CREATE UNIQUE INDEX api_key_name_key ON identity.api_key (organization_id, name) WHERE revoked_at IS NULL;
      CREATE INDEX api_key_created_by_idx ON identity.api_key (organization_id, created_by) WHERE revoked_at IS NULL;
      CALL platform.protect_table('identity.api_key', 'mutable', 'secret_hash');
      GRANT UPDATE (revoked_at, version, updated_at) ON identity.api_key TO bureau_app;
      CREATE TRIGGER known_roles BEFORE INSERT OR UPDATE OF roles ON identity.api_key
        FOR EACH ROW EXECUTE FUNCTION identity.check_roles();

      CREATE FUNCTION identity.check_api_key() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.revoked_at IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU023', MESSAGE = 'The API key is revoked, which is final.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER final BEFORE UPDATE ON identity.api_key
        FOR EACH ROW EXECUTE FUNCTION identity.check_api_key();

      -- Apart from the keys, so that noting a use leaves no audit row.
      CREATE TABLE identity.api_key_use (
        organization_id uuid NOT NULL,
        api_key_id uuid NOT NULL,
        last_used_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, api_key_id),
        FOREIGN KEY (organization_id, api_key_id) REFERENCES identity.api_key (organization_id, id)
      );
      CALL platform.protect_table('identity.api_key_use', 'derived');

      -- Notes a use, unless one was noted within the last minutes: requests of one key must not wait for each other.
      CREATE FUNCTION identity.record_key_use(organization uuid, key_id uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        INSERT INTO identity.api_key_use AS u (organization_id, api_key_id, last_used_at)
          VALUES (organization, key_id, now())
          ON CONFLICT (organization_id, api_key_id) DO UPDATE SET last_used_at = now()
          WHERE u.last_used_at < now() - interval '4 minutes';
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.record_key_use(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.record_key_use(uuid, uuid) TO bureau_app;
    `);

    await runner.query(`
      ALTER TABLE identity.session
        ADD COLUMN user_agent text CHECK (length(user_agent) <= 200),
        DROP CONSTRAINT session_ended_because_check,
        ADD CONSTRAINT session_ended_because CHECK (ended_because IN (
          'signed_out', 'signed_out_everywhere', 'ended_by_person', 'token_reused', 'password_changed', 'membership_ended'));

      -- Whoever leaves takes nothing along: sessions, keys and open invitations of the person end with the membership.
      CREATE FUNCTION identity.end_membership() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE identity.session s SET ended_at = now(), ended_because = 'membership_ended'
          WHERE s.user_id = NEW.user_id AND s.organization_id = NEW.organization_id AND s.ended_at IS NULL;
        UPDATE identity.api_key k SET revoked_at = now(), version = k.version + 1, updated_at = now()
          WHERE k.organization_id = NEW.organization_id AND k.created_by = NEW.user_id AND k.revoked_at IS NULL;
        UPDATE identity.invitation i SET status = 'revoked', version = i.version + 1, updated_at = now()
          WHERE i.organization_id = NEW.organization_id AND i.invited_by = NEW.user_id AND i.status = 'open';
        RETURN NULL;
      END $$;
      CREATE TRIGGER ends AFTER UPDATE OF status ON identity.membership
        FOR EACH ROW WHEN (OLD.status = 'active' AND NEW.status = 'ended') EXECUTE FUNCTION identity.end_membership();

      -- What the organization's own roles give; built-in ones are known to the application.
      CREATE FUNCTION identity.permissions_of(organization uuid, codes text[]) RETURNS text[]
        LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN coalesce((
          SELECT array_agg(DISTINCT p.name) FROM identity.role r CROSS JOIN unnest(r.permissions) AS p (name)
          WHERE r.organization_id = organization AND r.code = ANY (codes) AND r.status = 'active'), '{}');
      END $$;

      -- What credentials may do now: no row where the session or key, the person, the membership or the organization
      -- has ended. Sessions are named by id, keys by the hash of their secret and the organization that it names.
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

      -- What a renewal asks is told by the same look-up.
      CREATE OR REPLACE FUNCTION identity.find_principals(sessions uuid[])
        RETURNS TABLE (session_id uuid, user_id uuid, organization_id uuid, roles text[])
        LANGUAGE sql STABLE AS $$
        SELECT c.session_id, c.user_id, c.organization_id, c.roles FROM identity.find_credentials(sessions, '{}', '{}') c;
      $$;
    `);

    await runner.query(`
      -- The address of an invitation that can be accepted now; null where there is none.
      CREATE FUNCTION identity.find_open_invitation(organization uuid, hash bytea) RETURNS text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        SELECT i.email FROM identity.invitation i
        WHERE i.organization_id = organization AND i.token_hash = hash AND i.status = 'open' AND i.expires_at > now();
      $$;
      REVOKE EXECUTE ON FUNCTION identity.find_open_invitation(uuid, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.find_open_invitation(uuid, bytea) TO bureau_app;

      -- Uses an invitation up and makes its person a member. No row where it is not valid, whatever the reason: whoever
      -- is not meant learns nothing. A new person comes with name and password, a known one with the id of the account.
      CREATE FUNCTION identity.accept_invitation(
        organization uuid, hash bytea, request uuid, membership uuid, person uuid, new_name text, new_password_hash text
      ) RETURNS TABLE (membership_id uuid, user_id uuid, organization_id uuid, organization_name text, roles text[])
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        invitation identity.invitation;
        name_of_organization text;
        member uuid;
        setting text;
      BEGIN
        SELECT i.* INTO invitation FROM identity.invitation i
          WHERE i.organization_id = organization AND i.token_hash = hash FOR UPDATE;
        IF NOT FOUND OR invitation.status <> 'open' OR invitation.expires_at <= now() THEN RETURN; END IF;
        SELECT o.name INTO name_of_organization FROM platform.organization o
          WHERE o.id = organization AND o.status = 'active';
        IF NOT FOUND THEN RETURN; END IF;
        IF new_password_hash IS NULL THEN
          PERFORM FROM identity.user_account u
            WHERE u.id = person AND u.email = invitation.email AND u.status = 'active';
        ELSE
          INSERT INTO identity.user_account (id, email, name, password_hash)
            VALUES (person, invitation.email, new_name, new_password_hash) ON CONFLICT (email) DO NOTHING;
        END IF;
        IF NOT FOUND THEN RETURN; END IF;
        setting := set_config('bureau.actor_id', person::text, true);
        setting := set_config('bureau.action', 'identity.invitation.accept', true);
        setting := set_config('bureau.request_id', request::text, true);
        INSERT INTO identity.membership AS m (organization_id, id, user_id, roles)
          VALUES (organization, membership, person, invitation.roles)
          ON CONFLICT ON CONSTRAINT membership_user_key DO UPDATE
            SET roles = excluded.roles, status = 'active', version = m.version + 1, updated_at = now()
            WHERE m.status = 'ended'
          RETURNING m.id INTO member;
        IF member IS NULL THEN RETURN; END IF;
        UPDATE identity.invitation i
          SET status = 'accepted', accepted_by = person, accepted_at = now(), version = i.version + 1, updated_at = now()
          WHERE i.organization_id = organization AND i.id = invitation.id;
        RETURN QUERY SELECT member, person, organization, name_of_organization, invitation.roles;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.accept_invitation(uuid, bytea, uuid, uuid, uuid, text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.accept_invitation(uuid, bytea, uuid, uuid, uuid, text, text) TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.accept_invitation(uuid, bytea, uuid, uuid, uuid, text, text);
      DROP FUNCTION identity.find_open_invitation(uuid, bytea);
      CREATE OR REPLACE FUNCTION identity.find_principals(sessions uuid[])
        RETURNS TABLE (session_id uuid, user_id uuid, organization_id uuid, roles text[])
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN QUERY
        SELECT s.id, s.user_id, s.organization_id, m.roles
        FROM identity.session s
        JOIN identity.user_account u ON u.id = s.user_id AND u.status = 'active'
        JOIN identity.membership m
          ON m.organization_id = s.organization_id AND m.user_id = s.user_id AND m.status = 'active'
        JOIN platform.organization o ON o.id = s.organization_id AND o.status = 'active'
        WHERE s.id = ANY (sessions) AND s.ended_at IS NULL AND s.expires_at > now();
      END $$;
      DROP FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]);
      DROP FUNCTION identity.permissions_of(uuid, text[]);
      DROP TRIGGER ends ON identity.membership;
      DROP FUNCTION identity.end_membership();
      ALTER TABLE identity.session
        DROP COLUMN user_agent,
        DROP CONSTRAINT session_ended_because,
        ADD CONSTRAINT session_ended_because_check CHECK (ended_because IN ('signed_out', 'token_reused')) NOT VALID;
      DROP FUNCTION identity.record_key_use(uuid, uuid);
      DROP TABLE identity.api_key_use, identity.api_key, identity.invitation;
      DROP FUNCTION identity.check_api_key();
      DROP FUNCTION identity.check_invitation();
      DROP TRIGGER counts_owners ON identity.membership;
      DROP FUNCTION identity.count_owners();
      DROP TABLE identity.owner_count;
      DROP TRIGGER known_roles ON identity.membership;
      DROP FUNCTION identity.check_roles();
      DROP TABLE identity.role;
      DROP FUNCTION identity.built_in_roles();
    `);
  }
}
