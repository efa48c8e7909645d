import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ids that other systems have for records. */
export class PlatformExternalIds1764300097000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.external_id (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        source text NOT NULL CONSTRAINT external_id_source CHECK (length(source) BETWEEN 1 AND 100),
        external_id text NOT NULL CONSTRAINT external_id_value CHECK (length(external_id) BETWEEN 1 AND 200),
        subject_type text NOT NULL CONSTRAINT external_id_subject_type CHECK (subject_type ~ '^[a-z][a-z_]{0,49}$'),
        subject_id uuid NOT NULL,
        recorded_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT external_id_key UNIQUE (organization_id, source, external_id, subject_type)
      );
      CREATE INDEX external_id_subject_idx ON platform.external_id (organization_id, subject_type, subject_id);
      CREATE INDEX external_id_created_idx ON platform.external_id (organization_id, created_at, id);
      CALL platform.protect_table('platform.external_id', 'mutable');
      GRANT UPDATE (subject_type, subject_id, updated_at), DELETE ON platform.external_id TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform.external_id');
  }
}
