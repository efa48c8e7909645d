import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The references by which those who pay name open items, so that texts of banks find them by an index. */
export class AccountingOpenItemReference1764400073000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.open_item_reference (
        organization_id uuid NOT NULL,
        item_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        -- Without blanks and signs, in capitals.
        reference_key text NOT NULL,
        PRIMARY KEY (organization_id, item_id, reference_key),
        CONSTRAINT open_item_reference_item_fk FOREIGN KEY (organization_id, item_id)
          REFERENCES accounting.open_item (organization_id, id)
      );
      CREATE INDEX open_item_reference_key_idx
        ON accounting.open_item_reference (organization_id, legal_entity_id, reference_key);
      CALL platform.protect_table('accounting.open_item_reference', 'derived');
      CALL platform.wall_legal_entity_of_many('accounting.open_item_reference');

      -- They come with their items. Runs as the owner, because nobody else may write them.
      CREATE FUNCTION accounting.keep_open_item_references() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      BEGIN
        INSERT INTO accounting.open_item_reference (organization_id, item_id, legal_entity_id, reference_key)
          SELECT i.organization_id, i.id, i.legal_entity_id, regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g')
          FROM new_items i
          JOIN accounting.journal_entry e ON e.organization_id = i.organization_id AND e.id = i.entry_id
          WHERE regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g') <> '';
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.keep_open_item_references() FROM PUBLIC;
      CREATE TRIGGER keep_open_item_references AFTER INSERT ON accounting.open_item
        REFERENCING NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_open_item_references();
    `);
    await runner.query(`
      INSERT INTO accounting.open_item_reference (organization_id, item_id, legal_entity_id, reference_key)
        SELECT i.organization_id, i.id, i.legal_entity_id, regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g')
        FROM accounting.open_item i
        JOIN accounting.journal_entry e ON e.organization_id = i.organization_id AND e.id = i.entry_id
        WHERE regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g') <> ''
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_open_item_references ON accounting.open_item;
      DROP TABLE accounting.open_item_reference;
      DROP FUNCTION accounting.keep_open_item_references();
    `);
  }
}
