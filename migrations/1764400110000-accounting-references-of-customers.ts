import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who pays may name an invoice by their own order, or by the order of the shop, as well as by its number. */
export class AccountingReferencesOfCustomers1764400110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What texts of banks are looked through for has a digit and is not too short to tell anything.
      CREATE OR REPLACE FUNCTION accounting.keep_references_of_sales_documents() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      BEGIN
        INSERT INTO accounting.open_item_reference (organization_id, item_id, legal_entity_id, reference_key)
          SELECT i.organization_id, i.id, i.legal_entity_id, told.key
          FROM new_documents d
          JOIN accounting.open_item i ON i.organization_id = d.organization_id AND i.entry_id = d.entry_id
          CROSS JOIN LATERAL (
            SELECT regexp_replace(upper(d.number), '[^A-Z0-9]', '', 'g') AS key
            UNION
            SELECT regexp_replace(upper(own.reference), '[^A-Z0-9]', '', 'g')
            FROM (VALUES (d.order_reference), (d.external_id)) AS own (reference)
            WHERE regexp_replace(upper(own.reference), '[^A-Z0-9]', '', 'g') ~ '^(?=.*[0-9]).{4,40}$') told
          ON CONFLICT (organization_id, item_id, reference_key) DO NOTHING;
        RETURN NULL;
      END $$;
    `);
    await runner.query(`
      INSERT INTO accounting.open_item_reference (organization_id, item_id, legal_entity_id, reference_key)
        SELECT i.organization_id, i.id, i.legal_entity_id, regexp_replace(upper(told.reference), '[^A-Z0-9]', '', 'g')
        FROM accounting.sales_document d
        JOIN accounting.open_item i ON i.organization_id = d.organization_id AND i.entry_id = d.entry_id
        CROSS JOIN LATERAL (VALUES (d.order_reference), (d.external_id)) AS told (reference)
        WHERE regexp_replace(upper(told.reference), '[^A-Z0-9]', '', 'g') ~ '^(?=.*[0-9]).{4,40}$'
        ON CONFLICT (organization_id, item_id, reference_key) DO NOTHING
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION accounting.keep_references_of_sales_documents() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      BEGIN
        INSERT INTO accounting.open_item_reference (organization_id, item_id, legal_entity_id, reference_key)
          SELECT i.organization_id, i.id, i.legal_entity_id, regexp_replace(upper(d.number), '[^A-Z0-9]', '', 'g')
          FROM new_documents d
          JOIN accounting.open_item i ON i.organization_id = d.organization_id AND i.entry_id = d.entry_id
          ON CONFLICT (organization_id, item_id, reference_key) DO NOTHING;
        RETURN NULL;
      END $$;
      DELETE FROM accounting.open_item_reference r
        USING accounting.open_item i, accounting.sales_document d, accounting.journal_entry e
        WHERE i.organization_id = r.organization_id AND i.id = r.item_id
          AND d.organization_id = i.organization_id AND d.entry_id = i.entry_id
          AND e.organization_id = i.organization_id AND e.id = i.entry_id
          AND r.reference_key <> regexp_replace(upper(d.number), '[^A-Z0-9]', '', 'g')
          AND r.reference_key IS DISTINCT FROM regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g')
    `);
  }
}
