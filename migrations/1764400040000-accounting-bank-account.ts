import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts at banks, each with the ledger account that it is in the books. */
export class AccountingBankAccount1764400040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.bank_account (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        account_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        iban text CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
        bic text CHECK (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
        number text CHECK (length(number) BETWEEN 1 AND 50),
        bank_name text CHECK (length(bank_name) BETWEEN 1 AND 200),
        -- Where the chain of statements begins.
        starts_on date NOT NULL,
        opening_balance numeric NOT NULL CHECK (abs(opening_balance) < 1e18),
        csv_mappings jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(csv_mappings) = 'array'),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT bank_account_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT bank_account_account_key UNIQUE (organization_id, account_id),
        CONSTRAINT bank_account_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id),
        -- One IBAN may have pockets in several currencies.
        CONSTRAINT bank_account_iban_key UNIQUE (organization_id, legal_entity_id, iban, currency),
        CONSTRAINT bank_account_number_key UNIQUE (organization_id, legal_entity_id, number, currency)
      );
      CALL platform.protect_table('accounting.bank_account', 'mutable');
      CALL platform.wall_legal_entity('accounting.bank_account');
      GRANT UPDATE (name, iban, bic, number, bank_name, starts_on, opening_balance, csv_mappings, status, version, updated_at)
        ON accounting.bank_account TO bureau_app;

      CREATE FUNCTION accounting.check_bank_account() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        ledger accounting.account;
      BEGIN
        SELECT * INTO ledger FROM accounting.account a
          WHERE a.organization_id = NEW.organization_id AND a.id = NEW.account_id FOR SHARE;
        IF ledger.is_group OR NOT ((ledger.type = 'asset' AND ledger.control = 'bank') OR ledger.type = 'liability') THEN
          RAISE EXCEPTION USING ERRCODE = 'BU440', MESSAGE =
            format('Account %s is neither an asset that controls a bank account nor a liability.', ledger.code);
        END IF;
        IF ledger.currency <> NEW.currency THEN
          RAISE EXCEPTION USING ERRCODE = 'BU440', MESSAGE =
            format('Account %s takes %s alone, and the bank account is in %s.', ledger.code, ledger.currency, NEW.currency);
        END IF;
        IF NEW.status = 'active' AND ledger.status <> 'active' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU440', MESSAGE = format('Account %s is inactive.', ledger.code);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_bank_account BEFORE INSERT OR UPDATE ON accounting.bank_account
        FOR EACH ROW EXECUTE FUNCTION accounting.check_bank_account();

      -- What a bank account needs of its ledger account stays. Whoever is limited to other legal entities changes neither.
      CREATE FUNCTION accounting.keep_account_of_bank() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.bank_account b
          WHERE b.organization_id = NEW.organization_id AND b.account_id = NEW.id
            AND (b.currency <> NEW.currency OR (b.status = 'active' AND NEW.status <> 'active'));
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU441', MESSAGE =
            format('Account %s is that of a bank account, which needs it active and in its own currency.', NEW.code);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_account_of_bank BEFORE UPDATE OF currency, status ON accounting.account
        FOR EACH ROW EXECUTE FUNCTION accounting.keep_account_of_bank();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_account_of_bank ON accounting.account;
      DROP TABLE accounting.bank_account;
      DROP FUNCTION accounting.check_bank_account(), accounting.keep_account_of_bank();
    `);
  }
}
