import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the books have on the ledger accounts of bank accounts, line by line, to be matched with what the banks say. */
export class AccountingBankLedgerLine1764400070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A journal line on the ledger account of a bank account, in the currency of that account; what comes in is positive.
      -- Lines in the functional currency alone move no money and are none of these.
      CREATE TABLE accounting.bank_ledger_line (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL,
        line_number integer NOT NULL,
        legal_entity_id uuid NOT NULL,
        bank_account_id uuid NOT NULL,
        entry_date date NOT NULL,
        amount numeric NOT NULL CHECK (amount <> 0),
        -- The reference of the entry without blanks and signs, in capitals.
        reference_key text,
        match_id uuid,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT bank_ledger_line_line_key UNIQUE (organization_id, entry_id, line_number),
        CONSTRAINT bank_ledger_line_account_fk FOREIGN KEY (organization_id, legal_entity_id, bank_account_id)
          REFERENCES accounting.bank_account (organization_id, legal_entity_id, id)
      ) WITH (fillfactor = 80);
      CREATE INDEX bank_ledger_line_open_idx
        ON accounting.bank_ledger_line (organization_id, bank_account_id, amount, entry_date) WHERE match_id IS NULL;
      CREATE INDEX bank_ledger_line_reference_idx
        ON accounting.bank_ledger_line (organization_id, bank_account_id, reference_key)
        WHERE match_id IS NULL AND reference_key IS NOT NULL;
      CREATE INDEX bank_ledger_line_date_idx
        ON accounting.bank_ledger_line (organization_id, bank_account_id, entry_date, id);
      CREATE INDEX bank_ledger_line_match_idx
        ON accounting.bank_ledger_line (organization_id, match_id) WHERE match_id IS NOT NULL;
      CALL platform.protect_table('accounting.bank_ledger_line', 'derived');
      CALL platform.wall_legal_entity_of_many('accounting.bank_ledger_line');

      -- They come with their lines. Runs as the owner, because nobody else may write them.
      CREATE FUNCTION accounting.keep_bank_ledger_lines() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        foreign_lines bigint;
      BEGIN
        SELECT count(*) FILTER (WHERE l.currency <> b.currency) INTO foreign_lines
          FROM new_lines l
          JOIN accounting.bank_account b ON b.organization_id = l.organization_id AND b.account_id = l.account_id
          HAVING count(*) > 0;
        IF NOT FOUND THEN RETURN NULL; END IF;
        IF foreign_lines > 0 THEN
          RAISE EXCEPTION USING ERRCODE = 'BU540', MESSAGE =
            'A line on the ledger account of a bank account is in the currency of that account.';
        END IF;
        INSERT INTO accounting.bank_ledger_line
          (organization_id, entry_id, line_number, legal_entity_id, bank_account_id, entry_date, amount, reference_key)
          SELECT l.organization_id, l.entry_id, l.line_number, l.legal_entity_id, b.id, l.entry_date, l.debit - l.credit,
                 nullif(regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g'), '')
          FROM new_lines l
          JOIN accounting.bank_account b ON b.organization_id = l.organization_id AND b.account_id = l.account_id
          JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
          WHERE l.debit <> l.credit;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.keep_bank_ledger_lines() FROM PUBLIC;
      CREATE TRIGGER keep_bank_ledger_lines AFTER INSERT ON accounting.journal_line
        REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_bank_ledger_lines();

      -- A bank account has what was posted before it was told of. Nobody posts meanwhile.
      CREATE FUNCTION accounting.take_bank_ledger_lines() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM accounting.hold_books(NEW.organization_id, NEW.legal_entity_id);
        PERFORM FROM accounting.journal_line l
          WHERE l.organization_id = NEW.organization_id AND l.account_id = NEW.account_id AND l.currency <> NEW.currency
          LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU541', MESSAGE =
            format('The ledger account has lines in other currencies than %s.', NEW.currency);
        END IF;
        INSERT INTO accounting.bank_ledger_line
          (organization_id, entry_id, line_number, legal_entity_id, bank_account_id, entry_date, amount, reference_key)
          SELECT l.organization_id, l.entry_id, l.line_number, l.legal_entity_id, NEW.id, l.entry_date, l.debit - l.credit,
                 nullif(regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g'), '')
          FROM accounting.journal_line l
          JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
          WHERE l.organization_id = NEW.organization_id AND l.account_id = NEW.account_id AND l.debit <> l.credit;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.take_bank_ledger_lines() FROM PUBLIC;
      CREATE TRIGGER take_bank_ledger_lines AFTER INSERT ON accounting.bank_account
        FOR EACH ROW EXECUTE FUNCTION accounting.take_bank_ledger_lines();
    `);
    await runner.query(`
      INSERT INTO accounting.bank_ledger_line
        (organization_id, entry_id, line_number, legal_entity_id, bank_account_id, entry_date, amount, reference_key)
        SELECT l.organization_id, l.entry_id, l.line_number, l.legal_entity_id, b.id, l.entry_date, l.debit - l.credit,
               nullif(regexp_replace(upper(e.reference), '[^A-Z0-9]', '', 'g'), '')
        FROM accounting.bank_account b
        JOIN accounting.journal_line l
          ON l.organization_id = b.organization_id AND l.account_id = b.account_id AND l.currency = b.currency
        JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
        WHERE l.debit <> l.credit
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_bank_ledger_lines ON accounting.journal_line;
      DROP TRIGGER take_bank_ledger_lines ON accounting.bank_account;
      DROP TABLE accounting.bank_ledger_line;
      DROP FUNCTION accounting.keep_bank_ledger_lines(), accounting.take_bank_ledger_lines();
    `);
  }
}
