import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was paid when an invoice was issued is printed on it, and is frozen with it (BT-113 of EN 16931). */
export class AccountingPaidAtIssue1764400220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Documents of before say of nothing that it was paid; they stay as they are.
      ALTER TABLE accounting.sales_document
        ADD COLUMN prepaid numeric NOT NULL DEFAULT 0,
        ADD CONSTRAINT sales_document_prepaid CHECK (
          prepaid >= 0 AND prepaid <= payable AND (prepaid = 0 OR kind = 'invoice'));

      -- At the end of the transaction that issues: whatever settles the entry by then is of the same transaction.
      CREATE FUNCTION accounting.check_paid_at_issue() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        paid numeric;
      BEGIN
        SELECT coalesce(sum(p.amount), 0) INTO paid
          FROM accounting.open_item i
          JOIN accounting.settlement_part p
            ON p.organization_id = i.organization_id AND p.item_id = i.id AND p.purpose = 'payment'
          WHERE i.organization_id = NEW.organization_id AND i.entry_id = NEW.entry_id;
        IF paid <> NEW.prepaid THEN
          RAISE EXCEPTION USING ERRCODE = 'BU505',
            MESSAGE = format('The invoice says that %s was paid when it was issued, and %s was.', NEW.prepaid, paid);
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER check_paid_at_issue AFTER INSERT ON accounting.sales_document
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'invoice')
        EXECUTE FUNCTION accounting.check_paid_at_issue();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_paid_at_issue ON accounting.sales_document;
      DROP FUNCTION accounting.check_paid_at_issue();
      ALTER TABLE accounting.sales_document DROP CONSTRAINT sales_document_prepaid, DROP COLUMN prepaid;
    `);
  }
}
