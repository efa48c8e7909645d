import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is engaged acts while an engagement is in force: with every request, at the sign-in and in approvals. */
export class IdentityEngagedCredentials1764300108001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.session
        DROP CONSTRAINT session_ended_because,
        ADD CONSTRAINT session_ended_because CHECK (ended_because IN (
          'signed_out', 'signed_out_everywhere', 'ended_by_person', 'token_reused', 'password_changed', 'membership_ended',
          'organization_closed', 'second_factor_added', 'second_factor_reset', 'engagement_ended'));

      DROP FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]);
      -- As before; of an engaged person the roles and modules of the engagement in force, and no row without one.
      CREATE FUNCTION identity.find_credentials(sessions uuid[], key_organizations uuid[], key_hashes bytea[])
        RETURNS TABLE (
          session_id uuid, key_hash bytea, api_key_id uuid, user_id uuid, organization_id uuid,
          roles text[], permissions text[], scope_roles text[], scope_permissions text[], use_is_noted boolean, second_factor text,
          modules text[], legal_entity_ids uuid[])
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF cardinality(sessions) > 0 THEN
          RETURN QUERY
          SELECT s.id, NULL::bytea, NULL::uuid, s.user_id, s.organization_id, coalesce(e.roles, m.roles),
                 -- Most people have built-in roles only, and every request comes by here.
                 CASE WHEN coalesce(e.roles, m.roles) <@ identity.built_in_roles() THEN '{}'::text[]
                      ELSE identity.permissions_of(m.organization_id, coalesce(e.roles, m.roles)) END,
                 NULL::text[], NULL::text[], NULL::boolean,
                 CASE WHEN EXISTS (SELECT FROM identity.second_factor f WHERE f.user_id = s.user_id AND f.confirmed_at IS NOT NULL)
                      THEN CASE WHEN s.factor_proved_at > now() - interval '10 minutes' THEN 'proved' ELSE 'due' END
                      WHEN o.requires_second_factor THEN 'missing' ELSE 'none' END,
                 e.modules, e.legal_entity_ids
          FROM identity.session s
          JOIN identity.user_account u ON u.id = s.user_id AND u.status = 'active'
          JOIN identity.membership m
            ON m.organization_id = s.organization_id AND m.user_id = s.user_id AND m.status = 'active'
          JOIN platform.organization o ON o.id = s.organization_id AND o.status = 'active'
          -- Of members with roles of their own nothing is looked up.
          LEFT JOIN LATERAL identity.engagement_of(m.organization_id, CASE WHEN m.is_engaged THEN m.user_id END) e ON true
          WHERE s.id = ANY (sessions) AND s.ended_at IS NULL AND s.expires_at > now()
            AND (NOT m.is_engaged OR e.roles IS NOT NULL);
        END IF;
        IF cardinality(key_hashes) > 0 THEN
          RETURN QUERY
          SELECT NULL::uuid, k.secret_hash, k.id, k.created_by, k.organization_id,
                 m.roles, identity.permissions_of(m.organization_id, m.roles),
                 k.roles, k.permissions || identity.permissions_of(k.organization_id, k.roles),
                 coalesce(used.last_used_at > now() - interval '5 minutes', false), NULL::text, NULL::text[], NULL::uuid[]
          FROM unnest(key_organizations, key_hashes) AS given (organization_id, secret_hash)
          JOIN identity.api_key k
            ON k.organization_id = given.organization_id AND k.secret_hash = given.secret_hash
          JOIN identity.user_account u ON u.id = k.created_by AND u.status = 'active'
          JOIN identity.membership m
            ON m.organization_id = k.organization_id AND m.user_id = k.created_by AND m.status = 'active' AND NOT m.is_engaged
          JOIN platform.organization o ON o.id = k.organization_id AND o.status = 'active'
          LEFT JOIN identity.api_key_use used ON used.organization_id = k.organization_id AND used.api_key_id = k.id
          WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
        END IF;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]) TO bureau_app;

      -- As before; of an engaged person only where an engagement is in force.
      CREATE OR REPLACE FUNCTION identity.find_memberships(person uuid)
        RETURNS TABLE (organization_id uuid, organization_name text, roles text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        SELECT m.organization_id, o.name, coalesce(e.roles, m.roles)
        FROM identity.membership m
        JOIN platform.organization o ON o.id = m.organization_id AND o.status = 'active'
        LEFT JOIN LATERAL identity.engagement_of(m.organization_id, CASE WHEN m.is_engaged THEN m.user_id END) e ON true
        WHERE m.user_id = person AND m.status = 'active' AND (NOT m.is_engaged OR e.roles IS NOT NULL)
        ORDER BY m.created_at, m.organization_id;
      $$;

      -- Keys and service accounts are nothing that an engaged person has.
      CREATE OR REPLACE FUNCTION identity.find_service_accounts(organizations uuid[], secrets uuid[])
        RETURNS TABLE (
          client_secret_id uuid, service_account_id uuid, user_id uuid, organization_id uuid,
          roles text[], permissions text[], expires_at timestamptz)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN QUERY
        SELECT s.id, a.id, a.owner_id, a.organization_id,
               a.roles, a.permissions || identity.permissions_of(a.organization_id, a.roles), s.expires_at
        FROM unnest(organizations, secrets) AS given (organization_id, id)
        JOIN identity.client_secret s ON s.organization_id = given.organization_id AND s.id = given.id
        JOIN identity.service_account a
          ON a.organization_id = s.organization_id AND a.id = s.service_account_id AND a.status = 'active'
        JOIN identity.user_account u ON u.id = a.owner_id AND u.status = 'active'
        JOIN identity.membership m
          ON m.organization_id = a.organization_id AND m.user_id = a.owner_id AND m.status = 'active' AND NOT m.is_engaged
        JOIN platform.organization o ON o.id = a.organization_id AND o.status = 'active'
        WHERE s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now());
      END $$;
    `);

    await runner.query(`
      -- As before, and an invitation to an engagement opens that, as long as it has not ended.
      CREATE OR REPLACE FUNCTION identity.accept_invitation(
        organization uuid, hash bytea, request uuid, membership uuid, person uuid, new_name text, new_password_hash text
      ) RETURNS TABLE (membership_id uuid, user_id uuid, organization_id uuid, organization_name text, roles text[])
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        invitation identity.invitation;
        name_of_organization text;
        member uuid;
        engagement identity.engagement;
      BEGIN
        SELECT i.* INTO invitation FROM identity.invitation i
          WHERE i.organization_id = organization AND i.token_hash = hash FOR UPDATE;
        IF NOT FOUND OR invitation.status <> 'open' OR invitation.expires_at <= now() THEN RETURN; END IF;
        IF invitation.engagement_id IS NOT NULL THEN
          SELECT e.* INTO engagement FROM identity.engagement e
            WHERE e.organization_id = organization AND e.id = invitation.engagement_id AND e.ended_at IS NULL
              AND e.ends_on >= identity.today_in(organization) FOR UPDATE;
          IF NOT FOUND THEN RETURN; END IF;
        END IF;
        SELECT o.name INTO name_of_organization FROM platform.organization o
          WHERE o.id = organization AND o.status = 'active';
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM set_config('bureau.organization_id', organization::text, true),
                set_config('bureau.actor_id', person::text, true),
                set_config('bureau.action', 'identity.invitation.accept', true),
                set_config('bureau.request_id', request::text, true);
        IF new_password_hash IS NULL THEN
          PERFORM FROM identity.user_account u
            WHERE u.id = person AND u.email = invitation.email AND u.status = 'active';
        ELSE
          INSERT INTO identity.user_account (id, email, name, password_hash)
            VALUES (person, invitation.email, new_name, new_password_hash) ON CONFLICT (email) DO NOTHING;
        END IF;
        IF NOT FOUND THEN RETURN; END IF;
        INSERT INTO identity.membership AS m (organization_id, id, user_id, roles, is_engaged)
          VALUES (organization, membership, person, invitation.roles, invitation.engagement_id IS NOT NULL)
          ON CONFLICT ON CONSTRAINT membership_user_key DO UPDATE
            SET roles = excluded.roles, is_engaged = excluded.is_engaged, status = 'active', version = m.version + 1,
                updated_at = now()
            WHERE m.status = 'ended' OR (m.is_engaged AND excluded.is_engaged)
          RETURNING m.id INTO member;
        IF member IS NULL THEN RETURN; END IF;
        UPDATE identity.engagement e SET user_id = person, version = e.version + 1, updated_at = now()
          WHERE e.organization_id = organization AND e.id = invitation.engagement_id;
        UPDATE identity.invitation i
          SET status = 'accepted', accepted_by = person, accepted_at = now(), version = i.version + 1, updated_at = now()
          WHERE i.organization_id = organization AND i.id = invitation.id;
        RETURN QUERY SELECT member, person, organization, name_of_organization,
                            coalesce(engagement.roles, invitation.roles);
      END $$;

      -- As before; organizations that merely engaged the person come last.
      CREATE OR REPLACE FUNCTION identity.vouches_for(organization uuid, person uuid) RETURNS boolean
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN organization IS NOT DISTINCT FROM (
          SELECT m.organization_id FROM identity.membership m
          JOIN platform.organization o ON o.id = m.organization_id AND o.status = 'active'
          WHERE m.user_id = person AND m.status = 'active'
          ORDER BY m.is_engaged, m.created_at, m.organization_id LIMIT 1);
      END $$;

      -- As before, and whoever is or was engaged has the roles of all engagements: a policy for makers with a role holds.
      CREATE OR REPLACE FUNCTION platform.actor_has_role(actor uuid, role text) RETURNS boolean LANGUAGE sql STABLE
        RETURN actor IS NULL OR actor = '00000000-0000-0000-0000-000000000000' OR EXISTS (
          SELECT FROM identity.membership m
          WHERE m.organization_id = platform.current_organization_id()
            AND m.user_id = platform.person_of_actor(actor) AND (role = ANY (m.roles)
                 OR m.is_engaged AND EXISTS (
                   SELECT FROM identity.engagement e
                   WHERE e.organization_id = m.organization_id AND e.user_id = m.user_id AND role = ANY (e.roles))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION platform.actor_has_role(actor uuid, role text) RETURNS boolean LANGUAGE sql STABLE
        RETURN actor IS NULL OR actor = '00000000-0000-0000-0000-000000000000' OR EXISTS (
          SELECT FROM identity.membership m
          WHERE m.organization_id = platform.current_organization_id()
            AND m.user_id = platform.person_of_actor(actor) AND role = ANY (m.roles));
      CREATE OR REPLACE FUNCTION identity.vouches_for(organization uuid, person uuid) RETURNS boolean
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN organization IS NOT DISTINCT FROM (
          SELECT m.organization_id FROM identity.membership m
          JOIN platform.organization o ON o.id = m.organization_id AND o.status = 'active'
          WHERE m.user_id = person AND m.status = 'active'
          ORDER BY m.created_at, m.organization_id LIMIT 1);
      END $$;
      CREATE OR REPLACE FUNCTION identity.accept_invitation(
        organization uuid, hash bytea, request uuid, membership uuid, person uuid, new_name text, new_password_hash text
      ) RETURNS TABLE (membership_id uuid, user_id uuid, organization_id uuid, organization_name text, roles text[])
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        invitation identity.invitation;
        name_of_organization text;
        member uuid;
      BEGIN
        SELECT i.* INTO invitation FROM identity.invitation i
          WHERE i.organization_id = organization AND i.token_hash = hash FOR UPDATE;
        IF NOT FOUND OR invitation.status <> 'open' OR invitation.expires_at <= now() THEN RETURN; END IF;
        SELECT o.name INTO name_of_organization FROM platform.organization o
          WHERE o.id = organization AND o.status = 'active';
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM set_config('bureau.organization_id', organization::text, true),
                set_config('bureau.actor_id', person::text, true),
                set_config('bureau.action', 'identity.invitation.accept', true),
                set_config('bureau.request_id', request::text, true);
        IF new_password_hash IS NULL THEN
          PERFORM FROM identity.user_account u
            WHERE u.id = person AND u.email = invitation.email AND u.status = 'active';
        ELSE
          INSERT INTO identity.user_account (id, email, name, password_hash)
            VALUES (person, invitation.email, new_name, new_password_hash) ON CONFLICT (email) DO NOTHING;
        END IF;
        IF NOT FOUND THEN RETURN; END IF;
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
      CREATE OR REPLACE FUNCTION identity.find_service_accounts(organizations uuid[], secrets uuid[])
        RETURNS TABLE (
          client_secret_id uuid, service_account_id uuid, user_id uuid, organization_id uuid,
          roles text[], permissions text[], expires_at timestamptz)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN QUERY
        SELECT s.id, a.id, a.owner_id, a.organization_id,
               a.roles, a.permissions || identity.permissions_of(a.organization_id, a.roles), s.expires_at
        FROM unnest(organizations, secrets) AS given (organization_id, id)
        JOIN identity.client_secret s ON s.organization_id = given.organization_id AND s.id = given.id
        JOIN identity.service_account a
          ON a.organization_id = s.organization_id AND a.id = s.service_account_id AND a.status = 'active'
        JOIN identity.user_account u ON u.id = a.owner_id AND u.status = 'active'
        JOIN identity.membership m
          ON m.organization_id = a.organization_id AND m.user_id = a.owner_id AND m.status = 'active'
        JOIN platform.organization o ON o.id = a.organization_id AND o.status = 'active'
        WHERE s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now());
      END $$;
      CREATE OR REPLACE FUNCTION identity.find_memberships(person uuid)
        RETURNS TABLE (organization_id uuid, organization_name text, roles text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        SELECT m.organization_id, o.name, m.roles
        FROM identity.membership m
        JOIN platform.organization o ON o.id = m.organization_id AND o.status = 'active'
        WHERE m.user_id = person AND m.status = 'active'
        ORDER BY m.created_at, m.organization_id;
      $$;
      DROP FUNCTION identity.find_credentials(uuid[], uuid[], bytea[]);
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
      ALTER TABLE identity.session
        DROP CONSTRAINT session_ended_because,
        ADD CONSTRAINT session_ended_because CHECK (ended_because IN (
          'signed_out', 'signed_out_everywhere', 'ended_by_person', 'token_reused', 'password_changed', 'membership_ended',
          'organization_closed', 'second_factor_added', 'second_factor_reset')) NOT VALID;
    `);
  }
}
