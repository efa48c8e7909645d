import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses of invitations are personal as well: recorded erasably, and erased with their person. */
export class IdentityInvitationAudit1764200033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Once it is accepted, an invitation is about its person; before, it stands for itself.
      CALL platform.declare_personal('identity.invitation', 'accepted_by', 'email');

      -- What has ended stays so, but for the address, which erasure alone may take away.
      CREATE OR REPLACE FUNCTION identity.check_invitation() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'open' AND to_jsonb(OLD) - 'email' <> to_jsonb(NEW) - 'email' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU022', MESSAGE = format('The invitation is %s, which is final.', OLD.status);
        END IF;
        RETURN NEW;
      END $$;

      -- As before, and recorded in the organization that the invitation is from, the account of a new person too.
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION identity.accept_invitation(
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
      CREATE OR REPLACE FUNCTION identity.check_invitation() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'open' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU022', MESSAGE = format('The invitation is %s, which is final.', OLD.status);
        END IF;
        RETURN NEW;
      END $$;
      DROP TRIGGER audit ON identity.invitation;
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON identity.invitation
        FOR EACH ROW EXECUTE FUNCTION platform.record_audit('token_hash');
    `);
  }
}
