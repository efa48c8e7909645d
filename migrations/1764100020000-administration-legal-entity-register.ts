import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal entities: what registers say of them, the default one of the organization, and their archive. */
export class AdministrationLegalEntityRegister1764100020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE administration.legal_entity
        ADD COLUMN country text CONSTRAINT legal_entity_country_form CHECK (country ~ '^[A-Z]{2}$'),
        ADD COLUMN address jsonb CONSTRAINT legal_entity_address_form CHECK (jsonb_typeof(address) = 'object'),
        ADD COLUMN tax_registrations jsonb NOT NULL DEFAULT '[]' CONSTRAINT legal_entity_tax_registrations_form
          CHECK (jsonb_typeof(tax_registrations) = 'array' AND jsonb_array_length(tax_registrations) <= 20),
        ADD COLUMN fiscal_contact jsonb CONSTRAINT legal_entity_fiscal_contact_form
          CHECK (jsonb_typeof(fiscal_contact) = 'object'),
        ADD COLUMN is_default boolean NOT NULL DEFAULT false,
        ADD COLUMN status text NOT NULL DEFAULT 'active'
          CONSTRAINT legal_entity_status_known CHECK (status IN ('active', 'archived')),
        ADD CONSTRAINT legal_entity_default_is_active CHECK (NOT is_default OR status = 'active'),
        -- The books refer to the entity with its currency and status: the one cannot change under posted entries, and
        -- the other stops new ones.
        ADD CONSTRAINT legal_entity_books_key UNIQUE (organization_id, id, functional_currency, status);
      CREATE UNIQUE INDEX legal_entity_default_key ON administration.legal_entity (organization_id) WHERE is_default;
      GRANT UPDATE (country, address, tax_registrations, fiscal_contact, is_default, status)
        ON administration.legal_entity TO bureau_app;

      ALTER TABLE accounting.books
        ADD COLUMN legal_entity_status text NOT NULL DEFAULT 'active',
        DROP CONSTRAINT books_legal_entity_fk,
        ADD CONSTRAINT books_legal_entity_fk
          FOREIGN KEY (organization_id, legal_entity_id, functional_currency, legal_entity_status)
          REFERENCES administration.legal_entity (organization_id, id, functional_currency, status) ON UPDATE CASCADE;
      ALTER TABLE administration.legal_entity DROP CONSTRAINT legal_entity_currency_key;

      -- Runs after check_new_entries, as triggers do by their names: that one holds the books, so that an archive which
      -- was under way is over by now, and one that begins now waits for this posting.
      CREATE FUNCTION accounting.check_new_entries_active() RETURNS trigger
        LANGUAGE plpgsql
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      BEGIN
        PERFORM FROM (SELECT DISTINCT e.organization_id, e.legal_entity_id FROM new_entries e) n
          JOIN accounting.books b
            ON b.organization_id = n.organization_id AND b.legal_entity_id = n.legal_entity_id
          WHERE b.legal_entity_status <> 'active';
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU180', MESSAGE = 'The legal entity is archived: nothing is posted to its books.';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER check_new_entries_active AFTER INSERT ON accounting.journal_entry
        REFERENCING NEW TABLE AS new_entries FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_entries_active();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_new_entries_active ON accounting.journal_entry;
      DROP FUNCTION accounting.check_new_entries_active();
      ALTER TABLE administration.legal_entity
        ADD CONSTRAINT legal_entity_currency_key UNIQUE (organization_id, id, functional_currency);
      ALTER TABLE accounting.books
        DROP CONSTRAINT books_legal_entity_fk,
        DROP COLUMN legal_entity_status,
        ADD CONSTRAINT books_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id, functional_currency)
          REFERENCES administration.legal_entity (organization_id, id, functional_currency) ON UPDATE CASCADE;
      ALTER TABLE administration.legal_entity
        DROP CONSTRAINT legal_entity_books_key, DROP COLUMN country, DROP COLUMN address, DROP COLUMN tax_registrations,
        DROP COLUMN fiscal_contact, DROP COLUMN is_default, DROP COLUMN status;
    `);
  }
}
