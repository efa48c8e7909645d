import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two people let a third one in again who has lost the second factor. */
export class IdentitySecondFactorRecovery1764300072000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The organization that a person has belonged to for longest vouches for the person: whoever invites somebody later
      -- must not be able to weaken what guards the account everywhere.
      CREATE FUNCTION identity.vouches_for(organization uuid, person uuid) RETURNS boolean
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        RETURN organization IS NOT DISTINCT FROM (
          SELECT m.organization_id FROM identity.membership m
          JOIN platform.organization o ON o.id = m.organization_id AND o.status = 'active'
          WHERE m.user_id = person AND m.status = 'active'
          ORDER BY m.created_at, m.organization_id LIMIT 1);
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.vouches_for(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION identity.vouches_for(uuid, uuid) TO bureau_app;

      CREATE TABLE identity.second_factor_recovery (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
        status text NOT NULL DEFAULT 'requested'
          CONSTRAINT second_factor_recovery_status CHECK (status IN ('requested', 'approved', 'canceled')),
        requested_by uuid NOT NULL,
        decided_by uuid,
        decided_at timestamptz,
        expires_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT second_factor_recovery_decision CHECK (
          (status = 'requested') = (decided_by IS NULL) AND (status = 'requested') = (decided_at IS NULL)),
        CONSTRAINT second_factor_recovery_not_oneself CHECK (requested_by <> user_id),
        CONSTRAINT second_factor_recovery_two_people CHECK (
          status <> 'approved' OR (decided_by <> requested_by AND decided_by <> user_id)),
        FOREIGN KEY (organization_id, user_id) REFERENCES identity.membership (organization_id, user_id),
        FOREIGN KEY (organization_id, requested_by) REFERENCES identity.membership (organization_id, user_id),
        FOREIGN KEY (organization_id, decided_by) REFERENCES identity.membership (organization_id, user_id)
      );
      CREATE UNIQUE INDEX second_factor_recovery_open_key
        ON identity.second_factor_recovery (organization_id, user_id) WHERE status = 'requested';
      CALL platform.protect_table('identity.second_factor_recovery', 'mutable');
      GRANT UPDATE (status, decided_by, decided_at, version, updated_at) ON identity.second_factor_recovery TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON identity.second_factor_recovery
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE FUNCTION identity.check_second_factor_recovery() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.status <> 'requested' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU363', MESSAGE = format('The recovery is %s, which is final.', OLD.status);
        END IF;
        IF TG_OP = 'INSERT' AND NEW.status <> 'requested' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU363', MESSAGE = 'A recovery begins with a request.';
        END IF;
        IF NEW.status = 'canceled' THEN RETURN NEW; END IF;
        IF NEW.expires_at <= now() THEN
          RAISE EXCEPTION USING ERRCODE = 'BU363', MESSAGE = 'The request has expired.';
        END IF;
        IF NOT identity.vouches_for(NEW.organization_id, NEW.user_id) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU364',
            MESSAGE = 'The person belongs to another organization for longer, or to this one no more; it is not the one to recover the account.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER in_order BEFORE INSERT OR UPDATE ON identity.second_factor_recovery
        FOR EACH ROW EXECUTE FUNCTION identity.check_second_factor_recovery();

      -- What the approval does, and nothing else can be approved: every authenticator and recovery code is gone, and every
      -- session of the person has ended. The new event is one of the account, so all organizations of the person see it.
      CREATE FUNCTION identity.recover_second_factor() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        DELETE FROM identity.second_factor f WHERE f.user_id = NEW.user_id;
        DELETE FROM identity.recovery_code c WHERE c.user_id = NEW.user_id;
        UPDATE identity.session s SET ended_at = now(), ended_because = 'second_factor_reset'
          WHERE s.user_id = NEW.user_id AND s.ended_at IS NULL;
        INSERT INTO identity.login_event (id, user_id, kind, outcome)
          VALUES (NEW.id, NEW.user_id, 'second_factor_reset', 'succeeded');
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION identity.recover_second_factor() FROM PUBLIC;
      CREATE TRIGGER recovers AFTER UPDATE OF status ON identity.second_factor_recovery
        FOR EACH ROW WHEN (OLD.status = 'requested' AND NEW.status = 'approved')
        EXECUTE FUNCTION identity.recover_second_factor();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.second_factor_recovery;
      DROP FUNCTION identity.recover_second_factor();
      DROP FUNCTION identity.check_second_factor_recovery();
      DROP FUNCTION identity.vouches_for(uuid, uuid);
    `);
  }
}
