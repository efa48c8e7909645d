import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may be kept of an open item for paying it early: facts beside the line that it came with. */
export class AccountingEarlyDiscount1764400060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One step each: until this day, this part of the item, in per cent or in its currency.
      CREATE TABLE accounting.early_discount (
        organization_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        line_number integer NOT NULL,
        until_on date NOT NULL,
        legal_entity_id uuid NOT NULL,
        percentage numeric CHECK (percentage > 0 AND percentage < 100),
        amount numeric CHECK (amount > 0 AND amount < 1e18),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, entry_id, line_number, until_on),
        CONSTRAINT early_discount_item_fk FOREIGN KEY (organization_id, entry_id, line_number)
          REFERENCES accounting.open_item (organization_id, entry_id, line_number),
        CONSTRAINT early_discount_part CHECK (num_nonnulls(percentage, amount) = 1)
      );
      CALL platform.protect_table('accounting.early_discount', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.early_discount');

      CREATE FUNCTION accounting.check_early_discounts() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        fault text;
      BEGIN
        SELECT min(CASE
                 WHEN i.legal_entity_id IS DISTINCT FROM n.legal_entity_id THEN
                   'An early-payment discount is of the legal entity of its item.'
                 WHEN (i.control = 'receivable') <> (i.amount > 0) THEN
                   'An early-payment discount is of what is charged, and of no payment or credit.'
                 WHEN n.until_on < i.entry_date THEN 'An early-payment discount ends on the date of its item or later.'
                 WHEN scale(n.amount) > c.minor_units THEN
                   'An early-payment discount has no more decimals than its currency.'
                 WHEN n.amount >= abs(i.amount) THEN 'An early-payment discount is less than its item.'
               END) INTO fault
          FROM new_discounts n
          JOIN accounting.open_item i ON i.organization_id = n.organization_id AND i.entry_id = n.entry_id
            AND i.line_number = n.line_number
          JOIN platform.currency c ON c.code = i.currency;
        IF fault IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU536', MESSAGE = fault;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER check_early_discounts AFTER INSERT ON accounting.early_discount
        REFERENCING NEW TABLE AS new_discounts FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_early_discounts();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.early_discount;
      DROP FUNCTION accounting.check_early_discounts();
    `);
  }
}
