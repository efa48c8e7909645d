import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events get a place in the order in which receivers see them; endpoints of receivers, and what is sent to them. */
export class PlatformWebhook1764300020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An event has its place once it is dispatched; until then it is not told to anybody.
      REVOKE UPDATE (delivered_at) ON platform.outbox_event FROM bureau_app;
      REVOKE SELECT (delivered_at) ON platform.outbox_event FROM bureau_relay;
      DROP INDEX platform.outbox_event_undelivered_idx;
      ALTER TABLE platform.outbox_event RENAME COLUMN delivered_at TO dispatched_at;
      ALTER TABLE platform.outbox_event
        ADD COLUMN position bigint CONSTRAINT outbox_event_position CHECK (position > 0),
        ADD CONSTRAINT outbox_event_dispatched CHECK ((position IS NULL) = (dispatched_at IS NULL));
      CREATE INDEX outbox_event_waiting_idx ON platform.outbox_event (organization_id, sequence) WHERE position IS NULL;
      -- None of these has an entry for an event that waits, so writing an event costs what it did.
      CREATE UNIQUE INDEX outbox_event_position_key ON platform.outbox_event (organization_id, position)
        WHERE position IS NOT NULL;
      CREATE INDEX outbox_event_type_idx ON platform.outbox_event (organization_id, type, position)
        WHERE position IS NOT NULL;
      CREATE INDEX outbox_event_subject_idx ON platform.outbox_event (organization_id, subject, position)
        WHERE position IS NOT NULL;
      GRANT SELECT (position, occurred_at, dispatched_at) ON platform.outbox_event TO bureau_relay;

      CREATE TABLE platform.event_counter (
        organization_id uuid PRIMARY KEY REFERENCES platform.organization (id),
        last_position bigint NOT NULL DEFAULT 0,
        -- Events up to this place may be gone.
        purged_position bigint NOT NULL DEFAULT 0,
        CONSTRAINT event_counter_order CHECK (purged_position BETWEEN 0 AND last_position)
      );
      CALL platform.protect_table('platform.event_counter', 'derived');
    `);

    await runner.query(`
      CREATE TABLE platform.webhook_endpoint (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        url text NOT NULL CONSTRAINT webhook_endpoint_url CHECK (length(url) BETWEEN 1 AND 2000),
        description text CONSTRAINT webhook_endpoint_description CHECK (length(description) BETWEEN 1 AND 500),
        event_types text[] NOT NULL CONSTRAINT webhook_endpoint_event_types CHECK (cardinality(event_types) BETWEEN 1 AND 100),
        state text NOT NULL DEFAULT 'active'
          CONSTRAINT webhook_endpoint_state CHECK (state IN ('active', 'paused', 'disabled', 'archived')),
        disabled_because text
          CONSTRAINT webhook_endpoint_disabled_because CHECK (disabled_because IN ('gone', 'failing')),
        secret_cipher bytea NOT NULL,
        previous_secret_cipher bytea,
        rotation_ends_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT webhook_endpoint_disabled CHECK ((state = 'disabled') = (disabled_because IS NOT NULL)),
        CONSTRAINT webhook_endpoint_previous_secret CHECK (
          num_nonnulls(previous_secret_cipher, rotation_ends_at) IN (0, 2))
      );
      CREATE UNIQUE INDEX webhook_endpoint_url_key ON platform.webhook_endpoint (organization_id, url)
        WHERE state <> 'archived';
      CALL platform.protect_table('platform.webhook_endpoint', 'mutable', 'secret_cipher', 'previous_secret_cipher');
      GRANT UPDATE (url, description, event_types, state, disabled_because, secret_cipher, previous_secret_cipher,
                    rotation_ends_at, version, updated_at) ON platform.webhook_endpoint TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.webhook_endpoint FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      CREATE POLICY relay ON platform.webhook_endpoint FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, id, state) ON platform.webhook_endpoint TO bureau_relay;

      CREATE FUNCTION platform.refuse_change_of_archived_endpoint() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'BU080', MESSAGE = 'The webhook endpoint is archived.';
      END $$;
      CREATE TRIGGER archived BEFORE UPDATE ON platform.webhook_endpoint
        FOR EACH ROW WHEN (OLD.state = 'archived') EXECUTE FUNCTION platform.refuse_change_of_archived_endpoint();

      -- Since when nothing has reached an endpoint; a row only for those that fail.
      CREATE TABLE platform.webhook_endpoint_failure (
        organization_id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        failing_since timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, endpoint_id),
        CONSTRAINT webhook_endpoint_failure_endpoint_fk FOREIGN KEY (organization_id, endpoint_id)
          REFERENCES platform.webhook_endpoint (organization_id, id)
      );
      CALL platform.protect_table('platform.webhook_endpoint_failure', 'derived');
      GRANT INSERT, DELETE ON platform.webhook_endpoint_failure TO bureau_app;
    `);

    await runner.query(`
      CREATE TABLE platform.webhook_delivery (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        event_id uuid NOT NULL,
        event_type text NOT NULL,
        subject text NOT NULL,
        position bigint NOT NULL,
        state text NOT NULL DEFAULT 'pending'
          CONSTRAINT webhook_delivery_state CHECK (state IN ('pending', 'delivered', 'failed', 'cancelled')),
        -- Since it was queued or replayed.
        attempts integer NOT NULL DEFAULT 0 CONSTRAINT webhook_delivery_attempts CHECK (attempts >= 0),
        -- While a worker tries, the end of its lease: after that another one may.
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        -- Of the worker that tries; only it may tell what came of it.
        claim uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        replayed_at timestamptz,
        replayed_by uuid,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT webhook_delivery_once UNIQUE (organization_id, endpoint_id, event_id),
        CONSTRAINT webhook_delivery_endpoint_fk FOREIGN KEY (organization_id, endpoint_id)
          REFERENCES platform.webhook_endpoint (organization_id, id),
        CONSTRAINT webhook_delivery_event_fk FOREIGN KEY (organization_id, event_id)
          REFERENCES platform.outbox_event (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT webhook_delivery_finished CHECK ((state = 'pending') = (finished_at IS NULL)),
        CONSTRAINT webhook_delivery_claim CHECK (claim IS NULL OR state = 'pending'),
        CONSTRAINT webhook_delivery_replayed CHECK (num_nonnulls(replayed_at, replayed_by) IN (0, 2))
      );
      CREATE INDEX webhook_delivery_due_idx ON platform.webhook_delivery (organization_id, endpoint_id, next_attempt_at)
        WHERE state = 'pending';
      CREATE INDEX webhook_delivery_order_idx ON platform.webhook_delivery (organization_id, endpoint_id, subject, position)
        WHERE state = 'pending';
      CREATE INDEX webhook_delivery_event_idx ON platform.webhook_delivery (organization_id, event_id);
      CREATE INDEX webhook_delivery_age_idx ON platform.webhook_delivery (organization_id, created_at, id);
      CALL platform.protect_table('platform.webhook_delivery', 'derived');
      GRANT INSERT, UPDATE (state, attempts, next_attempt_at, claim, updated_at, finished_at, replayed_at, replayed_by)
        ON platform.webhook_delivery TO bureau_app;
      CREATE POLICY relay ON platform.webhook_delivery FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, endpoint_id, state, next_attempt_at) ON platform.webhook_delivery TO bureau_relay;

      CREATE TABLE platform.webhook_attempt (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        delivery_id uuid NOT NULL,
        outcome text NOT NULL CONSTRAINT webhook_attempt_outcome CHECK (outcome IN (
          'delivered', 'refused', 'redirected', 'timed_out', 'unreachable', 'address_forbidden', 'not_signed')),
        http_status integer CONSTRAINT webhook_attempt_http_status CHECK (http_status BETWEEN 100 AND 999),
        duration_ms integer NOT NULL CONSTRAINT webhook_attempt_duration CHECK (duration_ms >= 0),
        answer_start text CONSTRAINT webhook_attempt_answer CHECK (length(answer_start) <= 1000),
        error text CONSTRAINT webhook_attempt_error CHECK (length(error) BETWEEN 1 AND 500),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT webhook_attempt_delivery_fk FOREIGN KEY (organization_id, delivery_id)
          REFERENCES platform.webhook_delivery (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX webhook_attempt_delivery_idx ON platform.webhook_attempt (organization_id, delivery_id, recorded_at);
      CALL platform.protect_table('platform.webhook_attempt', 'derived');
      GRANT INSERT ON platform.webhook_attempt TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE platform.webhook_attempt;
      DROP TABLE platform.webhook_delivery;
      DROP TABLE platform.webhook_endpoint_failure;
      DROP TABLE platform.webhook_endpoint;
      DROP FUNCTION platform.refuse_change_of_archived_endpoint();
      DROP TABLE platform.event_counter;
      REVOKE SELECT (position, occurred_at, dispatched_at) ON platform.outbox_event FROM bureau_relay;
      DROP INDEX platform.outbox_event_waiting_idx;
      ALTER TABLE platform.outbox_event DROP CONSTRAINT outbox_event_dispatched, DROP COLUMN position;
      ALTER TABLE platform.outbox_event RENAME COLUMN dispatched_at TO delivered_at;
      CREATE INDEX outbox_event_undelivered_idx ON platform.outbox_event (sequence) WHERE delivered_at IS NULL;
      GRANT UPDATE (delivered_at) ON platform.outbox_event TO bureau_app;
      GRANT SELECT (delivered_at) ON platform.outbox_event TO bureau_relay;
    `);
  }
}
