import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives committed events their place, queues them for endpoints, and forgets them in time. */
export class PlatformEventDispatch1764300021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether an endpoint asked for events of the type: by its name, by a beginning such as accounting.*, or for all.
      CREATE FUNCTION platform.event_type_matches(event_type text, patterns text[]) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN EXISTS (
          SELECT FROM unnest(patterns) AS p (pattern)
          WHERE p.pattern IN ('*', event_type)
             OR right(p.pattern, 2) = '.*' AND starts_with(event_type, left(p.pattern, -1)));

      -- Gives waiting events of the organization the next places and queues them for its endpoints; tells how many.
      -- One at a time, so the places are committed in their order: whoever has read up to a place has missed nothing
      -- before it, however late the transaction of an event was committed.
      CREATE FUNCTION platform.dispatch_events(most integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        placed integer;
      BEGIN
        INSERT INTO platform.event_counter (organization_id) VALUES (organization) ON CONFLICT DO NOTHING;
        PERFORM FROM platform.event_counter c WHERE c.organization_id = organization FOR NO KEY UPDATE SKIP LOCKED;
        IF NOT FOUND THEN RETURN 0; END IF;
        -- An endpoint that is just being changed gets the events as it is afterwards.
        PERFORM FROM platform.webhook_endpoint w WHERE w.organization_id = organization FOR SHARE;
        -- A statement of its own: it sees what was committed before the locks were taken.
        WITH waiting AS (
          SELECT first.id, row_number() OVER (ORDER BY first.sequence) AS place
          FROM (SELECT e.id, e.sequence FROM platform.outbox_event e
                WHERE e.organization_id = organization AND e.position IS NULL ORDER BY e.sequence LIMIT most) AS first
        ), placed_event AS (
          UPDATE platform.outbox_event e SET position = c.last_position + w.place, dispatched_at = now()
          FROM waiting w, platform.event_counter c
          WHERE e.organization_id = organization AND e.id = w.id AND c.organization_id = organization
          RETURNING e.id, e.type, e.subject, e.position
        ), queued AS (
          INSERT INTO platform.webhook_delivery (organization_id, id, endpoint_id, event_id, event_type, subject, position)
          SELECT organization, gen_random_uuid(), w.id, e.id, e.type, e.subject, e.position
          FROM placed_event e JOIN platform.webhook_endpoint w ON w.organization_id = organization
          WHERE w.state IN ('active', 'paused')
            AND CASE e.type WHEN 'platform.webhook_endpoint.tested.v1' THEN w.id::text = e.subject
                            ELSE platform.event_type_matches(e.type, w.event_types) END
        )
        UPDATE platform.event_counter c SET last_position = c.last_position + (SELECT count(*) FROM placed_event)
          WHERE c.organization_id = organization
          RETURNING (SELECT count(*) FROM placed_event)::integer INTO placed;
        RETURN placed;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.dispatch_events(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.dispatch_events(integer) TO bureau_app;

      -- Forgets events of the organization thirty days after they were dispatched, with what was sent of them; tells
      -- how many.
      CREATE FUNCTION platform.purge_events(most integer) RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        purged bigint;
        newest bigint;
      BEGIN
        WITH old AS (
          SELECT e.id FROM platform.outbox_event e
          WHERE e.organization_id = organization AND e.position IS NOT NULL AND e.dispatched_at < now() - interval '30 days'
          ORDER BY e.position LIMIT most
        ), gone AS (
          DELETE FROM platform.outbox_event e USING old o WHERE e.organization_id = organization AND e.id = o.id
          RETURNING e.position
        )
        SELECT count(*), max(g.position) INTO purged, newest FROM gone g;
        UPDATE platform.event_counter c SET purged_position = newest
          WHERE c.organization_id = organization AND c.purged_position < newest;
        RETURN purged;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.purge_events(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.purge_events(integer) TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION platform.purge_events(integer);
      DROP FUNCTION platform.dispatch_events(integer);
      DROP FUNCTION platform.event_type_matches(text, text[]);
    `);
  }
}
