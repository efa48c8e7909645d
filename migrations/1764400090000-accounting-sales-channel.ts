import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Systems that sell: what is agreed with each, and what each has handed over. */
export class AccountingSalesChannel1764400090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.sales_channel (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        -- Also the source of the external ids of its documents and customers.
        code text COLLATE "C" NOT NULL CHECK (length(code) >= 1 AND length(code) <= 100),
        name text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 200),
        -- In the currency of each document: how far its own total may be from ours.
        totals_tolerance numeric NOT NULL DEFAULT 0
          CONSTRAINT sales_channel_tolerance CHECK (totals_tolerance >= 0 AND totals_tolerance < 1000000),
        -- The first rule that fits an item names its account. Each names an account, and an item code (or how one begins), a
        -- tax class, or both.
        account_rules jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(account_rules) = 'array'),
        -- Where each way to pay leads: a method and an account.
        payment_methods jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(payment_methods) = 'array'),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT sales_channel_code_key UNIQUE (organization_id, legal_entity_id, code),
        CONSTRAINT sales_channel_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id)
      );
      CALL platform.protect_table('accounting.sales_channel', 'mutable');
      CALL platform.wall_legal_entity('accounting.sales_channel');
      GRANT UPDATE (name, totals_tolerance, account_rules, payment_methods, status, version, updated_at)
        ON accounting.sales_channel TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.sales_channel FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- The accounts are there, in the chart of the same legal entity; accounts are never deleted.
      CREATE FUNCTION accounting.check_sales_channel() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM jsonb_path_query(jsonb_build_array(NEW.account_rules, NEW.payment_methods), '$[*][*].accountId') AS named (id)
          WHERE NOT EXISTS (
            SELECT FROM accounting.account a
            WHERE a.organization_id = NEW.organization_id AND a.legal_entity_id = NEW.legal_entity_id
              AND a.id::text = named.id #>> '{}' AND NOT a.is_group);
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU560', MESSAGE = 'A sales channel names accounts of its own legal entity that take postings.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_sales_channel BEFORE INSERT OR UPDATE ON accounting.sales_channel
        FOR EACH ROW EXECUTE FUNCTION accounting.check_sales_channel();

      -- One effect for each id of a channel; the digest tells a repetition from another sale under the same id.
      CREATE TABLE accounting.recorded_sale (
        organization_id uuid NOT NULL,
        document_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        external_id text COLLATE "C" NOT NULL CHECK (length(external_id) >= 1 AND length(external_id) <= 200),
        kind text NOT NULL CHECK (kind IN ('sale', 'refund')),
        content_digest text NOT NULL CHECK (content_digest ~ '^[0-9a-f]{64}$'),
        -- What of it was paid, or paid back, in the order of the request.
        settlement_ids uuid[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, document_id),
        CONSTRAINT recorded_sale_external_id_key UNIQUE (organization_id, channel_id, kind, external_id),
        CONSTRAINT recorded_sale_channel_fk FOREIGN KEY (organization_id, channel_id)
          REFERENCES accounting.sales_channel (organization_id, id),
        CONSTRAINT recorded_sale_document_fk FOREIGN KEY (organization_id, document_id)
          REFERENCES accounting.sales_document (organization_id, id)
      );
      CALL platform.protect_table('accounting.recorded_sale', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.recorded_sale');

      -- What became of many sales that a job took; the id is that of the job.
      CREATE TABLE accounting.sales_batch (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        recorded integer NOT NULL CHECK (recorded >= 0),
        existing integer NOT NULL CHECK (existing >= 0),
        refused integer NOT NULL CHECK (refused >= 0),
        results jsonb NOT NULL CHECK (jsonb_typeof(results) = 'array'),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT sales_batch_results CHECK (recorded + existing + refused = jsonb_array_length(results))
      );
      CREATE INDEX sales_batch_created_idx ON accounting.sales_batch (organization_id, created_at, id);
      CALL platform.protect_table('accounting.sales_batch', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.sales_batch');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.sales_batch, accounting.recorded_sale, accounting.sales_channel;
      DROP FUNCTION accounting.check_sales_channel();
    `);
  }
}
