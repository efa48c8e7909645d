import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who pays an invoice names its number, which the entry of it does not have as a reference. */
export class AccountingSalesDocumentReference1764400096000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The number comes with the document, after its entry and items. Runs as the owner, because nobody else may write them.
      CREATE FUNCTION accounting.keep_references_of_sales_documents() RETURNS trigger
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
      REVOKE EXECUTE ON FUNCTION accounting.keep_references_of_sales_documents() FROM PUBLIC;
      CREATE TRIGGER keep_references_of_sales_documents AFTER INSERT ON accounting.sales_document
        REFERENCING NEW TABLE AS new_documents FOR EACH STATEMENT
        EXECUTE FUNCTION accounting.keep_references_of_sales_documents();
    `);
    await runner.query(`
      INSERT INTO accounting.open_item_reference (organization_id, item_id, legal_entity_id, reference_key)
        SELECT i.organization_id, i.id, i.legal_entity_id, regexp_replace(upper(d.number), '[^A-Z0-9]', '', 'g')
        FROM accounting.sales_document d
        JOIN accounting.open_item i ON i.organization_id = d.organization_id AND i.entry_id = d.entry_id
        ON CONFLICT (organization_id, item_id, reference_key) DO NOTHING
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_references_of_sales_documents ON accounting.sales_document;
      DROP FUNCTION accounting.keep_references_of_sales_documents();
      DELETE FROM accounting.open_item_reference r
        USING accounting.open_item i, accounting.sales_document d, accounting.journal_entry e
        WHERE i.organization_id = r.organization_id AND i.id = r.item_id
          AND d.organization_id = i.organization_id AND d.entry_id = i.entry_id
          AND e.organization_id = i.organization_id AND e.id = i.entry_id
          AND r.reference_key = regexp_replace(upper(d.number), '[^A-Z0-9]', '', 'g')
          AND r.reference_key IS DISTINCT FROM regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g')
    `);
  }
}
