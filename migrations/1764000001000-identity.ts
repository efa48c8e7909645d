import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, memberships, sessions and refresh tokens. */
export class Identity1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA identity;
      GRANT USAGE ON SCHEMA identity TO bureau_app;

      -- People and their sessions stand outside the tenants: they must be found before an organization is known.
      CREATE TABLE identity.user_account (
        id uuid PRIMARY KEY,
        email text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT user_account_email_key UNIQUE (email)
      );
      GRANT SELECT, INSERT, UPDATE (password_hash, updated_at) ON identity.user_account TO bureau_app;

      CREATE TABLE identity.membership (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        user_id uuid NOT NULL REFERENCES identity.user_account (id),
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'ended')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT membership_user_key UNIQUE (organization_id, user_id)
      );
      CREATE INDEX membership_user_idx ON identity.membership (user_id);
      CALL platform.protect_table('identity.membership', 'mutable');
      GRANT UPDATE (roles, status, version, updated_at) ON identity.membership TO bureau_app;

      CREATE TABLE identity.session (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES identity.user_account (id),
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_because text CHECK (ended_because IN ('signed_out', 'token_reused'))
      );
      CREATE INDEX session_user_idx ON identity.session (user_id);
      CREATE INDEX session_expiry_idx ON identity.session (expires_at);
      GRANT SELECT, INSERT, UPDATE (ended_at, ended_because) ON identity.session TO bureau_app;

      -- Each refresh token is used once; its successor belongs to the same session.
      CREATE TABLE identity.refresh_token (
        token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
        session_id uuid NOT NULL REFERENCES identity.session (id) ON DELETE CASCADE,
        issued_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX refresh_token_session_idx ON identity.refresh_token (session_id);
      GRANT SELECT, INSERT, UPDATE (used_at) ON identity.refresh_token TO bureau_app;

      -- What credentials may do now: no row where the session, the person, the membership or the organization has ended.
      CREATE FUNCTION identity.find_principals(sessions uuid[])
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

      -- The organizations that a person may act in, for sign-in.
      CREATE FUNCTION identity.find_memberships(person uuid)
        RETURNS TABLE (organization_id uuid, organization_name text, roles text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        SELECT m.organization_id, o.name, m.roles
        FROM identity.membership m
        JOIN platform.organization o ON o.id = m.organization_id AND o.status = 'active'
        WHERE m.user_id = person AND m.status = 'active'
        ORDER BY m.created_at, m.organization_id;
      $$;
      -- Uses a refresh token up and gives its successor. A token that is used again ends its whole session: somebody
      -- else has it. Within ten seconds of the first use it is taken for a race of one client with itself, and refused.
      CREATE FUNCTION identity.renew_session(used bytea, successor bytea, idle_seconds integer)
        RETURNS TABLE (outcome text, session_id uuid, user_id uuid, organization_id uuid)
        LANGUAGE plpgsql AS $$
      DECLARE
        token identity.refresh_token;
        session identity.session;
      BEGIN
        SELECT t.* INTO token FROM identity.refresh_token t WHERE t.token_hash = used FOR UPDATE;
        IF NOT FOUND THEN RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::uuid, NULL::uuid; RETURN; END IF;
        SELECT s.* INTO session FROM identity.session s WHERE s.id = token.session_id;
        IF token.expires_at <= now() OR NOT EXISTS (SELECT FROM identity.find_principals(ARRAY[token.session_id])) THEN
          outcome := 'unknown';
        ELSIF token.used_at IS NULL THEN
          UPDATE identity.refresh_token t SET used_at = now() WHERE t.token_hash = used;
          INSERT INTO identity.refresh_token (token_hash, session_id, expires_at)
            VALUES (successor, session.id, least(session.expires_at, now() + idle_seconds * interval '1 second'));
          outcome := 'renewed';
        ELSIF token.used_at > now() - interval '10 seconds' THEN
          outcome := 'raced';
        ELSE
          UPDATE identity.session s SET ended_at = now(), ended_because = 'token_reused' WHERE s.id = session.id;
          outcome := 'reused';
        END IF;
        RETURN QUERY SELECT outcome, session.id, session.user_id, session.organization_id;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.renew_session(bytea, bytea, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.renew_session(bytea, bytea, integer) TO bureau_app;

      REVOKE EXECUTE ON FUNCTION identity.find_principals(uuid[]), identity.find_memberships(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.find_principals(uuid[]), identity.find_memberships(uuid) TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA identity CASCADE`);
  }
}
