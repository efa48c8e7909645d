import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Charts that a law or an authority prescribes, and which of their lines the accounts belong to. */
export class AccountingStatutoryChart1764200021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The version counts the changes of the chart, of its lines and of what is mapped to them.
      CREATE TABLE accounting.statutory_chart (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT statutory_chart_code_key UNIQUE (organization_id, code),
        CONSTRAINT statutory_chart_organization_fk FOREIGN KEY (organization_id) REFERENCES platform.organization (id)
      );
      CALL platform.protect_table('accounting.statutory_chart', 'mutable');
      GRANT UPDATE (name, version, updated_at) ON accounting.statutory_chart TO bureau_app;

      CREATE TABLE accounting.statutory_line (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        chart_id uuid NOT NULL,
        code text COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT statutory_line_code_key UNIQUE (organization_id, chart_id, code),
        CONSTRAINT statutory_line_chart_key UNIQUE (organization_id, chart_id, id),
        CONSTRAINT statutory_line_chart_fk FOREIGN KEY (organization_id, chart_id)
          REFERENCES accounting.statutory_chart (organization_id, id)
      );
      CALL platform.protect_table('accounting.statutory_line', 'mutable');
      GRANT UPDATE (name, updated_at), DELETE ON accounting.statutory_line TO bureau_app;

      -- Many accounts to one line; an account to one line of each chart.
      CREATE TABLE accounting.statutory_mapping (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        chart_id uuid NOT NULL,
        line_id uuid NOT NULL,
        account_id uuid NOT NULL,
        account_is_group boolean GENERATED ALWAYS AS (false) STORED,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT statutory_mapping_account_key UNIQUE (organization_id, chart_id, account_id),
        CONSTRAINT statutory_mapping_line_fk FOREIGN KEY (organization_id, chart_id, line_id)
          REFERENCES accounting.statutory_line (organization_id, chart_id, id),
        -- A group is the sum of its accounts, which are mapped themselves.
        CONSTRAINT statutory_mapping_account_fk FOREIGN KEY (organization_id, account_id, account_is_group)
          REFERENCES accounting.account (organization_id, id, is_group)
      );
      CREATE INDEX statutory_mapping_line_idx ON accounting.statutory_mapping (organization_id, chart_id, line_id);
      CALL platform.protect_table('accounting.statutory_mapping', 'mutable');
      GRANT UPDATE (line_id, updated_at), DELETE ON accounting.statutory_mapping TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.statutory_mapping, accounting.statutory_line, accounting.statutory_chart;
    `);
  }
}
