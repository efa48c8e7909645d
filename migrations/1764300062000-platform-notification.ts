import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members of an organization are told, how they want it, and the digests of it. */
export class PlatformNotification1764300062000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A member without a row has the standard ones.
      CREATE TABLE platform.notification_settings (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        language text NOT NULL DEFAULT 'en' CONSTRAINT notification_settings_language CHECK (language IN ('en', 'de')),
        -- By kind, where it is another than the kind's own.
        deliveries jsonb NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT notification_settings_person_key UNIQUE (organization_id, user_id),
        CONSTRAINT notification_settings_membership_fk FOREIGN KEY (organization_id, user_id)
          REFERENCES identity.membership (organization_id, user_id),
        CONSTRAINT notification_settings_deliveries CHECK (
          jsonb_typeof(deliveries) = 'object' AND octet_length(deliveries::text) <= 16384
          AND NOT jsonb_path_exists(deliveries, '$.* ? (!(@ == "none" || @ == "in_app" || @ == "digest" || @ == "mail"))')),
        -- Notices about security reach their person, whatever somebody who has the session wishes.
        CONSTRAINT notification_settings_security CHECK (
          NOT jsonb_path_exists(deliveries, '$.keyvalue() ? (@.key starts with "security.")'))
      );
      CALL platform.protect_table('platform.notification_settings', 'mutable');
      GRANT UPDATE (language, deliveries, version, updated_at) ON platform.notification_settings TO bureau_app;

      CREATE TABLE platform.notification_digest (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        -- By the organization's clock.
        digest_on date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT notification_digest_daily UNIQUE (organization_id, user_id, digest_on),
        CONSTRAINT notification_digest_membership_fk FOREIGN KEY (organization_id, user_id)
          REFERENCES identity.membership (organization_id, user_id)
      );
      CALL platform.protect_table('platform.notification_digest', 'derived');
      GRANT INSERT, DELETE ON platform.notification_digest TO bureau_app;

      CREATE TABLE platform.notification (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT notification_kind CHECK (kind ~ '^[a-z_]{1,50}[.][a-z_]{1,50}$'),
        subject_id uuid NOT NULL,
        -- Names are read from the account, so that they go when it is erased.
        about_person_id uuid REFERENCES identity.user_account (id),
        data jsonb NOT NULL CONSTRAINT notification_data CHECK (octet_length(data::text) <= 16384),
        -- The subject, or the id of this row where each occurrence is told.
        merge_key uuid NOT NULL,
        awaits_digest boolean NOT NULL,
        digest_id uuid,
        read_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT notification_membership_fk FOREIGN KEY (organization_id, user_id)
          REFERENCES identity.membership (organization_id, user_id),
        CONSTRAINT notification_digest_fk FOREIGN KEY (organization_id, digest_id)
          REFERENCES platform.notification_digest (organization_id, id),
        CONSTRAINT notification_digest_once CHECK (NOT awaits_digest OR digest_id IS NULL)
      );
      CREATE UNIQUE INDEX notification_unread_once ON platform.notification (organization_id, user_id, kind, merge_key)
        WHERE read_at IS NULL;
      CREATE INDEX notification_feed_idx ON platform.notification (organization_id, user_id, created_at, id);
      CREATE INDEX notification_subject_idx ON platform.notification (organization_id, kind, subject_id);
      CREATE INDEX notification_awaiting_idx ON platform.notification (organization_id, user_id) WHERE awaits_digest;
      CREATE INDEX notification_digest_idx ON platform.notification (organization_id, digest_id) WHERE digest_id IS NOT NULL;
      CREATE INDEX notification_age_idx ON platform.notification (organization_id, created_at);
      CALL platform.protect_table('platform.notification', 'derived');
      GRANT INSERT, UPDATE (read_at, awaits_digest, digest_id, updated_at), DELETE ON platform.notification TO bureau_app;
      CREATE POLICY relay ON platform.notification FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, awaits_digest, created_at) ON platform.notification TO bureau_relay;

      -- Which organizations have keys that are about to expire.
      CREATE POLICY relay ON identity.api_key FOR SELECT TO bureau_relay USING (true);
      GRANT USAGE ON SCHEMA identity TO bureau_relay;
      GRANT SELECT (organization_id, expires_at, revoked_at) ON identity.api_key TO bureau_relay;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (organization_id, expires_at, revoked_at) ON identity.api_key FROM bureau_relay;
      REVOKE USAGE ON SCHEMA identity FROM bureau_relay;
      DROP POLICY relay ON identity.api_key;
      DROP TABLE platform.notification, platform.notification_digest, platform.notification_settings;
    `);
  }
}
