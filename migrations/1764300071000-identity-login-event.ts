import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of sign-ins, and of what guards them. */
export class IdentityLoginEvent1764300071000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of people, who stand outside the organizations. An organization is named where a session of it is told of.
      CREATE TABLE identity.login_event (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES identity.user_account (id),
        organization_id uuid REFERENCES platform.organization (id),
        kind text NOT NULL CONSTRAINT login_event_kind CHECK (kind IN (
          'sign_in', 'step_up', 'password_changed', 'password_reset', 'second_factor_added', 'second_factor_removed', 'recovery_codes_made',
          'second_factor_reset')),
        outcome text NOT NULL CONSTRAINT login_event_outcome CHECK (outcome IN ('succeeded', 'challenged', 'failed')),
        method text CONSTRAINT login_event_method CHECK (method IN ('password', 'totp', 'recovery_code')),
        address text CHECK (length(address) BETWEEN 1 AND 64),
        user_agent text CHECK (length(user_agent) <= 200),
        occurred_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX login_event_user_idx ON identity.login_event (user_id, occurred_at, id);
      CREATE INDEX login_event_age_idx ON identity.login_event (occurred_at);
      GRANT SELECT, INSERT ON identity.login_event TO bureau_app;

      -- Nobody changes what happened. Erasure takes away what is personal, and time the whole: after 180 days.
      CREATE FUNCTION identity.check_login_event() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND OLD.occurred_at < now() - interval '180 days' THEN RETURN OLD; END IF;
        IF TG_OP = 'UPDATE' AND num_nonnulls(NEW.address, NEW.user_agent) = 0
           AND to_jsonb(OLD) - '{address,user_agent}'::text[] = to_jsonb(NEW) - '{address,user_agent}'::text[] THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'The login history stays as it is for 180 days.';
      END $$;
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON identity.login_event
        FOR EACH ROW EXECUTE FUNCTION identity.check_login_event();
      CREATE TRIGGER kept_truncate BEFORE TRUNCATE ON identity.login_event
        FOR EACH STATEMENT EXECUTE FUNCTION identity.check_login_event();

      CREATE FUNCTION identity.purge_login_events() RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        purged integer;
      BEGIN
        DELETE FROM identity.login_event e WHERE e.occurred_at < now() - interval '180 days';
        GET DIAGNOSTICS purged = ROW_COUNT;
        RETURN purged;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.purge_login_events() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.purge_login_events() TO bureau_app;

      -- As before, and with the account go its second factors and what the login history says of whereabouts; of a person
      -- who is active elsewhere, what it says of sessions of this organization.
      CREATE OR REPLACE FUNCTION identity.erase_account(person uuid) RETURNS boolean
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        nobody text := 'erased-' || person || '@erased.invalid';
        present text;
      BEGIN
        PERFORM FROM identity.membership m
          WHERE m.organization_id = platform.current_organization_id() AND m.user_id = person;
        IF NOT FOUND THEN RETURN false; END IF;
        UPDATE identity.login_event e SET address = NULL, user_agent = NULL
          WHERE e.user_id = person AND e.organization_id = platform.current_organization_id()
            AND num_nonnulls(e.address, e.user_agent) > 0;
        SELECT u.email INTO present FROM identity.user_account u WHERE u.id = person FOR UPDATE;
        IF present = nobody THEN RETURN true; END IF;
        IF EXISTS (SELECT FROM identity.membership m WHERE m.user_id = person AND m.status = 'active') THEN RETURN false; END IF;
        UPDATE identity.user_account u
          SET email = nobody, name = 'Erased person', password_hash = '$argon2id$erased', status = 'disabled', updated_at = now()
          WHERE u.id = person;
        UPDATE identity.session s SET user_agent = NULL WHERE s.user_id = person AND s.user_agent IS NOT NULL;
        UPDATE identity.login_event e SET address = NULL, user_agent = NULL
          WHERE e.user_id = person AND num_nonnulls(e.address, e.user_agent) > 0;
        DELETE FROM identity.second_factor f WHERE f.user_id = person;
        DELETE FROM identity.recovery_code c WHERE c.user_id = person;
        RETURN true;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION identity.erase_account(person uuid) RETURNS boolean
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
      DROP FUNCTION identity.purge_login_events();
      DROP TABLE identity.login_event;
      DROP FUNCTION identity.check_login_event();
    `);
  }
}
