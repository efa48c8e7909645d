import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is owed item by item in the books before is brought in once, whatever number of lists it stands in. */
export class AccountingImportedItems1764400270000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Documents of the parties that imports of open items brought and nothing took back: the undo of an import reverses
      -- all of its entries. The parties are those that merged ones live on in.
      CREATE FUNCTION accounting.imported_items(organization uuid, legal_entity uuid, parties uuid[])
        RETURNS TABLE (import_id uuid, entry_id uuid, control text, party_id uuid, document_number text)
        LANGUAGE sql STABLE AS $$
        SELECT i.id, e.id, item.control, item.party_id, e.reference
        FROM accounting.open_item item
        JOIN accounting.journal_entry e ON e.organization_id = item.organization_id AND e.id = item.entry_id
        JOIN accounting.import_entry brought ON brought.organization_id = e.organization_id AND brought.entry_id = e.id
        JOIN accounting.import i ON i.organization_id = brought.organization_id AND i.id = brought.import_id
        WHERE item.organization_id = organization AND item.legal_entity_id = legal_entity AND item.party_id = ANY (parties)
          AND i.format = 'open_items' AND e.reference IS NOT NULL
          AND NOT EXISTS (SELECT FROM accounting.journal_entry r
                          WHERE r.organization_id = e.organization_id AND r.reversal_of = e.id)
      $$;

      CREATE FUNCTION accounting.check_imported_items() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        one record;
        document text;
      BEGIN
        FOR one IN
          SELECT i.organization_id, i.legal_entity_id, array_agg(DISTINCT i.id) AS imports,
                 array_agg(DISTINCT item.party_id) AS parties
          FROM new_entries n
          JOIN accounting.import i ON i.organization_id = n.organization_id AND i.id = n.import_id AND i.format = 'open_items'
          JOIN accounting.open_item item ON item.organization_id = n.organization_id AND item.entry_id = n.entry_id
          GROUP BY i.organization_id, i.legal_entity_id ORDER BY i.organization_id, i.legal_entity_id
        LOOP
          -- Imports into one legal entity come one after the other, so that each sees what those before it brought.
          PERFORM pg_advisory_xact_lock(
            hashtextextended(concat_ws('/', 'accounting.import', one.organization_id, one.legal_entity_id), 0));
          SELECT s.document_number INTO document
            FROM accounting.imported_items(one.organization_id, one.legal_entity_id, one.parties) s
            GROUP BY s.control, s.party_id, s.document_number
            HAVING count(DISTINCT s.entry_id) > 1 AND bool_or(s.import_id = ANY (one.imports))
            ORDER BY s.document_number LIMIT 1;
          IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU773',
              MESSAGE = format('Document %s of the party has been imported, and that was not undone.', document);
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      CREATE TRIGGER check_imported_items AFTER INSERT ON accounting.import_entry
        REFERENCING NEW TABLE AS new_entries FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_imported_items();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_imported_items ON accounting.import_entry;
      DROP FUNCTION accounting.check_imported_items(), accounting.imported_items(uuid, uuid, uuid[]);
    `);
  }
}
