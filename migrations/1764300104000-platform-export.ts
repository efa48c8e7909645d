import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of lists and reports that jobs have made, and who may download them. */
export class PlatformExport1764300104000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What Bureau made is found where it was asked for, and not among what people have uploaded.
      ALTER TABLE platform.file ADD COLUMN origin text NOT NULL DEFAULT 'upload'
        CONSTRAINT file_origin CHECK (origin IN ('upload', 'export'));
      ALTER TABLE platform.file ADD CONSTRAINT file_origin_key UNIQUE (organization_id, id, status, origin);

      CREATE TABLE platform.export (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        job_id uuid NOT NULL,
        -- The read that it is the answer of, and what that takes: also whoever downloads it must hold it.
        operation text NOT NULL CONSTRAINT export_operation CHECK (length(operation) BETWEEN 1 AND 100),
        permission text NOT NULL CONSTRAINT export_permission CHECK (length(permission) BETWEEN 1 AND 200),
        -- Whose rows alone it has, where it was made for somebody who acts for some legal entities.
        legal_entity_ids uuid[] CONSTRAINT export_legal_entities CHECK (cardinality(legal_entity_ids) > 0),
        path text NOT NULL CONSTRAINT export_path CHECK (length(path) BETWEEN 1 AND 2000),
        format text NOT NULL CONSTRAINT export_format CHECK (format IN ('csv', 'xlsx', 'pdf')),
        row_count integer NOT NULL CONSTRAINT export_row_count CHECK (row_count >= 0),
        file_id uuid NOT NULL,
        file_status text GENERATED ALWAYS AS ('stored') STORED,
        file_origin text GENERATED ALWAYS AS ('export') STORED,
        actor_id uuid NOT NULL,
        person_id uuid NOT NULL,
        request_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        -- A job makes one, whatever becomes of its workers.
        CONSTRAINT export_job_key UNIQUE (organization_id, job_id),
        CONSTRAINT export_file_key UNIQUE (organization_id, file_id),
        CONSTRAINT export_file_fk FOREIGN KEY (organization_id, file_id, file_status, file_origin)
          REFERENCES platform.file (organization_id, id, status, origin)
      );
      CREATE INDEX export_created_idx ON platform.export (organization_id, created_at, id);
      CALL platform.protect_table('platform.export', 'mutable', 'path');
      GRANT DELETE ON platform.export TO bureau_app;
      CREATE POLICY relay ON platform.export FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, created_at) ON platform.export TO bureau_relay;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE platform.export;
      ALTER TABLE platform.file DROP CONSTRAINT file_origin_key, DROP COLUMN origin;
    `);
  }
}
