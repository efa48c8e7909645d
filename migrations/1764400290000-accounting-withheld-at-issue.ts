import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULE = `
  -- At the end of the transaction that issues: whatever settles the entry by then is of the same transaction. What was
  -- withheld stands on the document as far as that says what is to be withheld; what is beyond that counts as paid.
  CREATE OR REPLACE FUNCTION accounting.check_paid_at_issue() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
  DECLARE
    paid numeric;
    withheld numeric;
  BEGIN
    SELECT coalesce(sum(p.amount) FILTER (WHERE p.purpose = 'payment'), 0),
           coalesce(sum(p.amount) FILTER (WHERE p.purpose = 'withholding'), 0) INTO paid, withheld
      FROM accounting.open_item i
      JOIN accounting.settlement_part p ON p.organization_id = i.organization_id AND p.item_id = i.id
      WHERE i.organization_id = NEW.organization_id AND i.entry_id = NEW.entry_id;
    IF withheld > 0 THEN
      SELECT paid + coalesce(sum(greatest(0, known.withheld - coalesce(w.amount, 0))), 0) INTO paid
        FROM accounting.withholding_code c
        CROSS JOIN LATERAL accounting.withheld_of_document(NEW.organization_id, NEW.id, c.id) known
        LEFT JOIN accounting.sales_document_withholding w
          ON w.organization_id = c.organization_id AND w.document_id = NEW.id AND w.code_id = c.id
        WHERE c.organization_id = NEW.organization_id AND c.legal_entity_id = NEW.legal_entity_id;
    END IF;
    IF paid <> NEW.prepaid THEN
      RAISE EXCEPTION USING ERRCODE = 'BU505',
        MESSAGE = format('The invoice says that %s was paid when it was issued, and %s was.', NEW.prepaid, paid);
    END IF;
    RETURN NULL;
  END $$;
`;

const RULE_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.check_paid_at_issue() RETURNS trigger
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
`;

/** Of a sale that is paid at once, what was withheld beyond what its invoice says is paid. */
export class AccountingWithheldAtIssue1764400290000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RULE_BEFORE);
  }
}
