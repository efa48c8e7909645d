import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal entities: the companies of an organization. */
export class AdministrationLegalEntity1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA administration;
      GRANT USAGE ON SCHEMA administration TO bureau_app;

      CREATE TABLE administration.legal_entity (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        registration_number text CHECK (length(registration_number) BETWEEN 1 AND 40),
        functional_currency text NOT NULL REFERENCES platform.currency (code),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        -- The books refer to the entity together with its currency, so that it cannot change under posted entries.
        CONSTRAINT legal_entity_currency_key UNIQUE (organization_id, id, functional_currency),
        CONSTRAINT legal_entity_name_key UNIQUE (organization_id, name)
      );
      CALL platform.protect_table('administration.legal_entity', 'mutable');
      GRANT UPDATE (name, registration_number, functional_currency, version, updated_at)
        ON administration.legal_entity TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA administration CASCADE`);
  }
}
