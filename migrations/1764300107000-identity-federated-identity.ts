import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who people are to an identity provider that vouches for them. */
export class IdentityFederatedIdentity1764300107000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of people, who stand outside the organizations: asked for before one is known.
      CREATE TABLE identity.federated_identity (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES identity.user_account (id),
        issuer text NOT NULL CHECK (length(issuer) >= 1 AND length(issuer) <= 500),
        -- Stable at the issuer, and never given to somebody else (OpenID Connect Core 1.0, 5.7).
        subject text NOT NULL CHECK (length(subject) >= 1 AND length(subject) <= 255),
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT federated_identity_subject_key UNIQUE (issuer, subject),
        CONSTRAINT federated_identity_person_key UNIQUE (user_id, issuer)
      );
      GRANT SELECT, INSERT (id, user_id, issuer, subject), UPDATE (last_used_at), DELETE
        ON identity.federated_identity TO bureau_app;

      -- The person with this address, who does it; null without one, or where another subject is linked already.
      CREATE FUNCTION identity.link_federated_identity(link uuid, vouching text, vouched text, address text) RETURNS uuid
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        person uuid := (SELECT u.id FROM identity.user_account u WHERE u.email = address AND u.status = 'active');
        setting text;
      BEGIN
        IF person IS NULL THEN RETURN NULL; END IF;
        setting := set_config('bureau.action', 'auth.federated_identity.link', true);
        setting := set_config('bureau.actor_id', person::text, true);
        INSERT INTO identity.federated_identity (id, user_id, issuer, subject) VALUES (link, person, vouching, vouched)
          ON CONFLICT DO NOTHING RETURNING user_id INTO person;
        RETURN person;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.link_federated_identity(uuid, text, text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.link_federated_identity(uuid, text, text, text) TO bureau_app;

      -- Recorded like second factors: in every organization of the person, and where it was made.
      CREATE FUNCTION identity.record_personal_audit() RETURNS trigger
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
            place.id, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, (coalesce(after, before) ->> 'id')::uuid, lower(TG_OP),
            before, after, CASE WHEN place.knows_actor THEN actor END, TG_ARGV);
        END LOOP;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.record_personal_audit() FROM PUBLIC;
      -- Uses of it are told by the login history.
      CREATE TRIGGER audit AFTER INSERT OR DELETE ON identity.federated_identity
        FOR EACH ROW EXECUTE FUNCTION identity.record_personal_audit('subject:user_id', 'personal:subject');

      DROP TRIGGER audit ON identity.second_factor;
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OF confirmed_at OR DELETE ON identity.second_factor
        FOR EACH ROW EXECUTE FUNCTION identity.record_personal_audit('secret_cipher', 'subject:user_id', 'personal:name');
      DROP FUNCTION identity.record_second_factor_audit();

      -- An erased account is nobody's at the provider either.
      CREATE FUNCTION identity.drop_federated_identities() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM identity.federated_identity f WHERE f.user_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER erased_at_provider AFTER UPDATE OF password_hash ON identity.user_account
        FOR EACH ROW WHEN (NEW.password_hash = '$argon2id$erased') EXECUTE FUNCTION identity.drop_federated_identities();

      ALTER TABLE identity.login_event
        DROP CONSTRAINT login_event_kind,
        ADD CONSTRAINT login_event_kind CHECK (kind IN (
          'sign_in', 'step_up', 'password_changed', 'password_reset', 'second_factor_added', 'second_factor_removed', 'recovery_codes_made',
          'second_factor_reset', 'identity_linked', 'identity_unlinked')),
        DROP CONSTRAINT login_event_method,
        ADD CONSTRAINT login_event_method CHECK (method IN ('password', 'totp', 'recovery_code', 'identity_provider'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER kept ON identity.login_event;
      DELETE FROM identity.login_event WHERE kind IN ('identity_linked', 'identity_unlinked') OR method = 'identity_provider';
      CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON identity.login_event
        FOR EACH ROW EXECUTE FUNCTION identity.check_login_event();
      ALTER TABLE identity.login_event
        DROP CONSTRAINT login_event_kind,
        ADD CONSTRAINT login_event_kind CHECK (kind IN (
          'sign_in', 'step_up', 'password_changed', 'password_reset', 'second_factor_added', 'second_factor_removed', 'recovery_codes_made',
          'second_factor_reset')),
        DROP CONSTRAINT login_event_method,
        ADD CONSTRAINT login_event_method CHECK (method IN ('password', 'totp', 'recovery_code'));

      DROP TRIGGER erased_at_provider ON identity.user_account;
      DROP FUNCTION identity.drop_federated_identities();

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
      DROP TRIGGER audit ON identity.second_factor;
      CREATE TRIGGER audit AFTER INSERT OR UPDATE OF confirmed_at OR DELETE ON identity.second_factor
        FOR EACH ROW EXECUTE FUNCTION identity.record_second_factor_audit('secret_cipher', 'subject:user_id', 'personal:name');
      DROP FUNCTION identity.link_federated_identity(uuid, text, text, text);
      DROP TABLE identity.federated_identity;
      DROP FUNCTION identity.record_personal_audit();
    `);
  }
}
