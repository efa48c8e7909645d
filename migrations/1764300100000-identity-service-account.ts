import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service accounts: programs that act for an organization, and the secrets by which they ask for access tokens. */
export class IdentityServiceAccount1764300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.service_account (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        description text CHECK (length(description) BETWEEN 1 AND 1000),
        -- The person who answers for it.
        owner_id uuid NOT NULL,
        roles text[] NOT NULL,
        permissions text[] NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        created_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT service_account_name_key UNIQUE (organization_id, name),
        CONSTRAINT service_account_scope CHECK (cardinality(roles) + cardinality(permissions) BETWEEN 1 AND 1000),
        CONSTRAINT service_account_no_owner CHECK ('owner' <> ALL (roles)),
        CHECK (array_position(permissions, NULL) IS NULL),
        FOREIGN KEY (organization_id, owner_id) REFERENCES identity.membership (organization_id, user_id),
        FOREIGN KEY (organization_id, created_by) REFERENCES identity.membership (organization_id, user_id)
      );
      CREATE INDEX service_account_owner_idx ON identity.service_account (organization_id, owner_id);
      CALL platform.protect_table('identity.service_account', 'mutable');
      GRANT UPDATE (name, description, owner_id, roles, permissions, status, version, updated_at)
        ON identity.service_account TO bureau_app;
      -- Entries and audit rows name accounts as who acted.
      CREATE TRIGGER kept BEFORE DELETE ON identity.service_account
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      CREATE TRIGGER known_roles BEFORE INSERT OR UPDATE OF roles ON identity.service_account
        FOR EACH ROW EXECUTE FUNCTION identity.check_roles();

      CREATE FUNCTION identity.check_service_account_owner() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM identity.membership m
                       WHERE m.organization_id = NEW.organization_id AND m.user_id = NEW.owner_id AND m.status = 'active') THEN
          RAISE EXCEPTION USING ERRCODE = 'BU368', MESSAGE = 'Whoever answers for a service account is a member of the organization.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER answered_for BEFORE INSERT OR UPDATE OF owner_id ON identity.service_account
        FOR EACH ROW EXECUTE FUNCTION identity.check_service_account_owner();
      CREATE TRIGGER answered_for_again BEFORE UPDATE OF status ON identity.service_account
        FOR EACH ROW WHEN (NEW.status = 'active') EXECUTE FUNCTION identity.check_service_account_owner();
    `);

    await runner.query(`
      CREATE TABLE identity.client_secret (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        service_account_id uuid NOT NULL,
        -- Tells people which secret it is; 232 random bits of it are left to guess.
        secret_ending text NOT NULL CHECK (length(secret_ending) = 4),
        secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
        created_by uuid NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT client_secret_secret_key UNIQUE (organization_id, secret_hash),
        CONSTRAINT client_secret_account_fk FOREIGN KEY (organization_id, service_account_id)
          REFERENCES identity.service_account (organization_id, id),
        FOREIGN KEY (organization_id, created_by) REFERENCES identity.membership (organization_id, user_id)
      );
      CREATE INDEX client_secret_account_idx ON identity.client_secret (organization_id, service_account_id);
      CALL platform.protect_table('identity.client_secret', 'mutable', 'secret_hash');
      GRANT UPDATE (revoked_at, version, updated_at) ON identity.client_secret TO bureau_app;

      -- Two at most, the old one and the new one, so that rotation needs no break and nothing is forgotten in between.
      CREATE FUNCTION identity.check_new_client_secret() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        state text;
      BEGIN
        -- Secrets of one account are made one after the other, and none beside its deactivation.
        SELECT a.status INTO state FROM identity.service_account a
          WHERE a.organization_id = NEW.organization_id AND a.id = NEW.service_account_id FOR NO KEY UPDATE;
        IF state = 'inactive' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU365', MESSAGE = 'The service account is inactive: reactivate it first.';
        END IF;
        IF (SELECT count(*) FROM identity.client_secret s
            WHERE s.organization_id = NEW.organization_id AND s.service_account_id = NEW.service_account_id
              AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())) >= 2 THEN
          RAISE EXCEPTION USING ERRCODE = 'BU366', MESSAGE = 'The service account has two secrets that work: revoke one first.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER two_at_most BEFORE INSERT ON identity.client_secret
        FOR EACH ROW EXECUTE FUNCTION identity.check_new_client_secret();

      CREATE FUNCTION identity.check_client_secret() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU367', MESSAGE = 'The client secret is revoked, which is final.';
      END $$;
      CREATE TRIGGER final BEFORE UPDATE ON identity.client_secret
        FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION identity.check_client_secret();

      -- What an account had when it was switched off opens nothing when it is switched on again.
      CREATE FUNCTION identity.deactivate_service_account() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE identity.client_secret s SET revoked_at = now(), version = s.version + 1, updated_at = now()
          WHERE s.organization_id = NEW.organization_id AND s.service_account_id = NEW.id AND s.revoked_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ends_secrets AFTER UPDATE OF status ON identity.service_account
        FOR EACH ROW WHEN (NEW.status = 'inactive') EXECUTE FUNCTION identity.deactivate_service_account();

      -- Apart from the secrets, so that noting a use leaves no audit row.
      CREATE TABLE identity.client_secret_use (
        organization_id uuid NOT NULL,
        client_secret_id uuid NOT NULL,
        last_used_at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, client_secret_id),
        FOREIGN KEY (organization_id, client_secret_id) REFERENCES identity.client_secret (organization_id, id)
      );
      CALL platform.protect_table('identity.client_secret_use', 'derived');

      -- Notes a use, unless one was noted within the last minutes: a program that asks all the time must not wait for itself.
      CREATE FUNCTION identity.record_client_secret_use(organization uuid, secret uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        INSERT INTO identity.client_secret_use AS u (organization_id, client_secret_id, last_used_at)
          VALUES (organization, secret, now())
          ON CONFLICT (organization_id, client_secret_id) DO UPDATE SET last_used_at = now()
          WHERE u.last_used_at < now() - interval '4 minutes';
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.record_client_secret_use(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.record_client_secret_use(uuid, uuid) TO bureau_app;
    `);

    await runner.query(`
      -- What service accounts may do now, by the secrets that their access tokens were got with: no row where the secret,
      -- the account, whoever answers for it, or the organization has ended.
      CREATE FUNCTION identity.find_service_accounts(organizations uuid[], secrets uuid[])
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
      REVOKE EXECUTE ON FUNCTION identity.find_service_accounts(uuid[], uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.find_service_accounts(uuid[], uuid[]) TO bureau_app;

      -- The same for a program that shows the secret itself.
      CREATE FUNCTION identity.find_client(organization uuid, account uuid, hash bytea)
        RETURNS TABLE (
          client_secret_id uuid, service_account_id uuid, user_id uuid, organization_id uuid,
          roles text[], permissions text[], expires_at timestamptz)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN QUERY
        SELECT found.* FROM identity.client_secret s
        CROSS JOIN LATERAL identity.find_service_accounts(ARRAY[s.organization_id], ARRAY[s.id]) AS found
        WHERE s.organization_id = organization AND s.secret_hash = hash AND s.service_account_id = account;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.find_client(uuid, uuid, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.find_client(uuid, uuid, bytea) TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.find_client(uuid, uuid, bytea);
      DROP FUNCTION identity.find_service_accounts(uuid[], uuid[]);
      DROP FUNCTION identity.record_client_secret_use(uuid, uuid);
      DROP TABLE identity.client_secret_use, identity.client_secret, identity.service_account;
      DROP FUNCTION identity.deactivate_service_account();
      DROP FUNCTION identity.check_client_secret();
      DROP FUNCTION identity.check_new_client_secret();
      DROP FUNCTION identity.check_service_account_owner();
    `);
  }
}
