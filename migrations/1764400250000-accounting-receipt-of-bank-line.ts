import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMN = `
  -- The match that a receipt was recorded for, which has its line of the books: a line of a bank statement that customers
  -- paid less than is settled with.
  ALTER TABLE accounting.settlement
    ADD COLUMN bank_match_id uuid,
    ADD CONSTRAINT settlement_of_bank_match CHECK (bank_match_id IS NULL OR (kind = 'receipt' AND bank_account_id IS NOT NULL)),
    -- The match comes after what it matches, in the same transaction.
    ADD CONSTRAINT settlement_bank_match_fk FOREIGN KEY (organization_id, bank_match_id)
      REFERENCES accounting.bank_match (organization_id, id) DEFERRABLE INITIALLY DEFERRED;
  CREATE INDEX settlement_bank_match_idx ON accounting.settlement (organization_id, bank_match_id) WHERE bank_match_id IS NOT NULL;
`;

const RULES = `
  CREATE FUNCTION accounting.check_receipt_of_bank_match() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM FROM accounting.bank_match m
      JOIN accounting.bank_match_part p ON p.organization_id = m.organization_id AND p.match_id = m.id
      JOIN accounting.bank_ledger_line l ON l.organization_id = p.organization_id AND l.id = p.ledger_line_id
      WHERE m.organization_id = NEW.organization_id AND m.id = NEW.bank_match_id AND m.bank_account_id = NEW.bank_account_id
        AND m.undoes IS NULL AND m.created_at = NEW.created_at AND l.entry_id = NEW.entry_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU542', MESSAGE = 'A receipt for a line of a bank statement comes with the match of the two.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_receipt_of_bank_match AFTER INSERT ON accounting.settlement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.bank_match_id IS NOT NULL)
    EXECUTE FUNCTION accounting.check_receipt_of_bank_match();

  -- At the end of the transaction: whoever undoes the match reverses the receipt first.
  CREATE FUNCTION accounting.keep_receipt_of_bank_match() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM FROM accounting.settlement s
      JOIN accounting.bank_match_standing g ON g.organization_id = s.organization_id AND g.match_id = s.bank_match_id
      WHERE s.organization_id = NEW.organization_id AND s.id = NEW.settlement_id;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU535',
        MESSAGE = 'The receipt was recorded for a line of a bank statement, and is taken back by undoing their match.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER keep_receipt_of_bank_match AFTER INSERT ON accounting.settlement_reversal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.keep_receipt_of_bank_match();

  CREATE FUNCTION accounting.check_receipts_of_undone_match() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM FROM accounting.settlement s
      WHERE s.organization_id = NEW.organization_id AND s.bank_match_id = NEW.undoes
        AND NOT EXISTS (SELECT FROM accounting.settlement_reversal r
                        WHERE r.organization_id = s.organization_id AND r.settlement_id = s.id);
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU542', MESSAGE = 'A match is undone with the receipts that were recorded for it.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_receipts_of_undone_match AFTER INSERT ON accounting.bank_match
    FOR EACH ROW WHEN (NEW.undoes IS NOT NULL) EXECUTE FUNCTION accounting.check_receipts_of_undone_match();
`;

/** What a line of a bank statement pays less what was withheld is a receipt, which its match stands and falls with. */
export class AccountingReceiptOfBankLine1764400250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMN);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_receipts_of_undone_match ON accounting.bank_match;
      DROP TRIGGER keep_receipt_of_bank_match ON accounting.settlement_reversal;
      DROP TRIGGER check_receipt_of_bank_match ON accounting.settlement;
      DROP FUNCTION accounting.check_receipts_of_undone_match(), accounting.keep_receipt_of_bank_match(),
                    accounting.check_receipt_of_bank_match();
      ALTER TABLE accounting.settlement DROP COLUMN bank_match_id;
    `);
  }
}
