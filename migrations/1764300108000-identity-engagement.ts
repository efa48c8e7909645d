import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Engagements: people of another firm who are members from a day to a day, for some modules. */
export class IdentityEngagement1764300108000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An engaged member has no roles of their own: wherever roles are asked for without engagements, they hold nothing.
      ALTER TABLE identity.membership
        ADD COLUMN is_engaged boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT membership_roles_check,
        ADD CONSTRAINT membership_roles CHECK (is_engaged = (cardinality(roles) = 0));

      CREATE TABLE identity.engagement (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        -- Null until the person has accepted the invitation.
        user_id uuid,
        provider text NOT NULL CHECK (length(provider) BETWEEN 1 AND 200),
        reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 200),
        reason text CHECK (length(reason) BETWEEN 1 AND 1000),
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        modules text[] NOT NULL
          CONSTRAINT engagement_modules CHECK (cardinality(modules) > 0 AND array_position(modules, NULL) IS NULL),
        -- Null where it is for all of them.
        legal_entity_ids uuid[]
          CONSTRAINT engagement_legal_entities
          CHECK (cardinality(legal_entity_ids) > 0 AND array_position(legal_entity_ids, NULL) IS NULL),
        -- Days of the organization's clock, both included.
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        ended_at timestamptz,
        ended_by uuid,
        created_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT engagement_dates CHECK (starts_on <= ends_on),
        CONSTRAINT engagement_end CHECK (ended_by IS NULL OR ended_at IS NOT NULL),
        CONSTRAINT engagement_no_owner CHECK ('owner' <> ALL (roles)),
        CONSTRAINT engagement_one_at_a_time EXCLUDE USING gist (
          organization_id WITH =, user_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (ended_at IS NULL),
        FOREIGN KEY (organization_id, user_id) REFERENCES identity.membership (organization_id, user_id),
        FOREIGN KEY (organization_id, ended_by) REFERENCES identity.membership (organization_id, user_id),
        FOREIGN KEY (organization_id, created_by) REFERENCES identity.membership (organization_id, user_id)
      );
      CREATE INDEX engagement_user_idx ON identity.engagement (organization_id, user_id);
      CALL platform.protect_table('identity.engagement', 'mutable');
      GRANT UPDATE (provider, reference, reason, roles, modules, legal_entity_ids, starts_on, ends_on, ended_at, ended_by,
                    version, updated_at)
        ON identity.engagement TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON identity.engagement FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      CREATE TRIGGER known_roles BEFORE INSERT OR UPDATE OF roles ON identity.engagement
        FOR EACH ROW EXECUTE FUNCTION identity.check_roles();

      -- What the invitation opens is the engagement, not roles of its own.
      ALTER TABLE identity.invitation
        ADD COLUMN engagement_id uuid,
        DROP CONSTRAINT invitation_roles_check,
        ADD CONSTRAINT invitation_roles CHECK ((engagement_id IS NULL) = (cardinality(roles) > 0)),
        ADD CONSTRAINT invitation_engagement_key UNIQUE (organization_id, engagement_id),
        ADD FOREIGN KEY (organization_id, engagement_id) REFERENCES identity.engagement (organization_id, id);
    `);

    await runner.query(`
      -- The day by the organization's clock.
      CREATE FUNCTION identity.today_in(organization uuid) RETURNS date LANGUAGE sql STABLE
        RETURN (SELECT ((now() + o.clock_ahead_ms * interval '1 millisecond') AT TIME ZONE o.time_zone)::date
                FROM platform.organization o WHERE o.id = organization);

      -- What the person may do today by an engagement; no row where none is in force. Every request of theirs asks.
      CREATE FUNCTION identity.engagement_of(organization uuid, person uuid)
        RETURNS TABLE (roles text[], modules text[], legal_entity_ids uuid[])
        LANGUAGE sql STABLE AS $$
        SELECT e.roles, e.modules, e.legal_entity_ids FROM identity.engagement e
        WHERE e.organization_id = organization AND e.user_id = person AND e.ended_at IS NULL
          AND identity.today_in(e.organization_id) BETWEEN e.starts_on AND e.ends_on
      $$;

      CREATE FUNCTION identity.check_engagement() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        today date := identity.today_in(NEW.organization_id);
      BEGIN
        IF TG_OP = 'UPDATE' AND (OLD.ended_at IS NOT NULL OR OLD.ends_on < today) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU396', MESSAGE = 'The engagement has ended, which is final: make another one.';
        END IF;
        IF NEW.ends_on < today OR NEW.starts_on < today AND (TG_OP = 'INSERT' OR NEW.starts_on <> OLD.starts_on)
           OR TG_OP = 'UPDATE' AND OLD.starts_on <= today AND NEW.starts_on <> OLD.starts_on THEN
          RAISE EXCEPTION USING ERRCODE = 'BU398', MESSAGE = 'Engagements begin, end and change today or later, never before.';
        END IF;
        IF NEW.user_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.user_id IS DISTINCT FROM NEW.user_id) THEN
          PERFORM FROM identity.membership m
            WHERE m.organization_id = NEW.organization_id AND m.user_id = NEW.user_id AND m.status = 'active' AND m.is_engaged
            FOR SHARE;
          IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU395', MESSAGE = 'Members with roles of their own are not engaged, nor are strangers.';
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER days_to_come BEFORE INSERT OR UPDATE ON identity.engagement
        FOR EACH ROW EXECUTE FUNCTION identity.check_engagement();

      -- An early end takes along the sessions, unless another engagement is in force, and the invitation to it.
      CREATE FUNCTION identity.end_engagement() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM identity.engagement_of(NEW.organization_id, NEW.user_id)) THEN
          UPDATE identity.session s SET ended_at = now(), ended_because = 'engagement_ended'
            WHERE s.user_id = NEW.user_id AND s.organization_id = NEW.organization_id AND s.ended_at IS NULL;
        END IF;
        UPDATE identity.invitation i SET status = 'revoked', version = i.version + 1, updated_at = now()
          WHERE i.organization_id = NEW.organization_id AND i.engagement_id = NEW.id AND i.status = 'open';
        RETURN NULL;
      END $$;
      CREATE TRIGGER ends AFTER UPDATE OF ended_at ON identity.engagement
        FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION identity.end_engagement();

      -- What opens an engagement, or carries it, ends it: the invitation that is revoked, the membership that is ended.
      CREATE FUNCTION identity.end_engagements() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        place jsonb := to_jsonb(NEW);
      BEGIN
        UPDATE identity.engagement e
          SET ended_at = now(), version = e.version + 1, updated_at = now(), ended_by = (
                SELECT m.user_id FROM identity.membership m
                WHERE m.organization_id = NEW.organization_id
                  AND m.user_id = platform.person_of_actor(nullif(current_setting('bureau.actor_id', true), '')::uuid))
          WHERE e.organization_id = NEW.organization_id AND e.ended_at IS NULL
            AND (e.user_id = (place ->> 'user_id')::uuid OR e.id = (place ->> 'engagement_id')::uuid)
            AND e.ends_on >= identity.today_in(NEW.organization_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER ends_engagements AFTER UPDATE OF status ON identity.membership
        FOR EACH ROW WHEN (OLD.is_engaged AND NEW.status = 'ended') EXECUTE FUNCTION identity.end_engagements();
      CREATE TRIGGER ends_engagement AFTER UPDATE OF status ON identity.invitation
        FOR EACH ROW WHEN (NEW.engagement_id IS NOT NULL AND NEW.status = 'revoked') EXECUTE FUNCTION identity.end_engagements();

      -- Whatever gives access would outlast the engagement.
      CREATE FUNCTION identity.refuse_engaged() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM identity.membership m
          WHERE m.organization_id = NEW.organization_id AND m.is_engaged
            AND m.user_id IN (SELECT (to_jsonb(NEW) ->> named)::uuid FROM unnest(TG_ARGV) AS named);
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU397', MESSAGE = 'Engaged people give nobody access and answer for no program.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER not_by_engaged BEFORE INSERT ON identity.api_key
        FOR EACH ROW EXECUTE FUNCTION identity.refuse_engaged('created_by');
      CREATE TRIGGER not_by_engaged BEFORE INSERT OR UPDATE ON identity.service_account
        FOR EACH ROW WHEN (NEW.status = 'active') EXECUTE FUNCTION identity.refuse_engaged('owner_id');
      CREATE TRIGGER not_by_engaged BEFORE INSERT ON identity.client_secret
        FOR EACH ROW EXECUTE FUNCTION identity.refuse_engaged('created_by');
      CREATE TRIGGER not_by_engaged BEFORE INSERT OR UPDATE OF invited_by ON identity.invitation
        FOR EACH ROW EXECUTE FUNCTION identity.refuse_engaged('invited_by');
      CREATE TRIGGER not_by_engaged BEFORE INSERT ON identity.engagement
        FOR EACH ROW EXECUTE FUNCTION identity.refuse_engaged('created_by');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER not_by_engaged ON identity.invitation;
      DROP TRIGGER not_by_engaged ON identity.client_secret;
      DROP TRIGGER not_by_engaged ON identity.service_account;
      DROP TRIGGER not_by_engaged ON identity.api_key;
      DROP TRIGGER ends_engagement ON identity.invitation;
      DROP TRIGGER ends_engagements ON identity.membership;
      ALTER TABLE identity.invitation
        DROP COLUMN engagement_id CASCADE,
        ADD CONSTRAINT invitation_roles_check CHECK (cardinality(roles) > 0) NOT VALID;
      DROP TABLE identity.engagement;
      DROP FUNCTION identity.refuse_engaged();
      DROP FUNCTION identity.end_engagements();
      DROP FUNCTION identity.end_engagement();
      DROP FUNCTION identity.check_engagement();
      DROP FUNCTION identity.engagement_of(uuid, uuid);
      DROP FUNCTION identity.today_in(uuid);
      ALTER TABLE identity.membership
        DROP COLUMN is_engaged,
        ADD CONSTRAINT membership_roles_check CHECK (cardinality(roles) > 0) NOT VALID;
    `);
  }
}
