import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where parties are paid: two people stand behind each account that money goes to. */
export class AccountingPartyBankAccount1764400012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.party_bank_account (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        party_id uuid NOT NULL,
        holder text NOT NULL CHECK (length(holder) BETWEEN 1 AND 140),
        iban text CONSTRAINT party_bank_account_iban CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
        country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
        account_number text CHECK (length(account_number) BETWEEN 1 AND 34),
        bank_code text CHECK (length(bank_code) BETWEEN 1 AND 20),
        bic text CONSTRAINT party_bank_account_bic CHECK (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
        currency text CONSTRAINT party_bank_account_currency_fk REFERENCES platform.currency (code),
        status text NOT NULL DEFAULT 'unverified' CHECK (status IN ('unverified', 'verified', 'archived')),
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        verified_by uuid,
        verified_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT party_bank_account_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
          REFERENCES accounting.party (organization_id, legal_entity_id, id),
        CONSTRAINT party_bank_account_one_number CHECK ((iban IS NULL) <> (account_number IS NULL)),
        CONSTRAINT party_bank_account_verified CHECK (
          (verified_by IS NULL) = (verified_at IS NULL)
          AND CASE status WHEN 'verified' THEN verified_by IS NOT NULL WHEN 'unverified' THEN verified_by IS NULL ELSE true END),
        CONSTRAINT party_bank_account_checker_is_another CHECK (verified_by <> changed_by)
      );
      CREATE UNIQUE INDEX party_bank_account_key ON accounting.party_bank_account
        (organization_id, party_id, coalesce(iban, ''), coalesce(bank_code, ''), coalesce(account_number, ''))
        WHERE status <> 'archived';
      CREATE INDEX party_bank_account_party_idx ON accounting.party_bank_account (organization_id, party_id);
      CREATE INDEX party_bank_account_created_idx ON accounting.party_bank_account (organization_id, created_at, id);
      CALL platform.protect_table('accounting.party_bank_account', 'mutable');
      CALL platform.wall_legal_entity('accounting.party_bank_account');
      CALL platform.declare_personal('accounting.party_bank_account', 'party_id', 'holder', 'iban', 'account_number');
      GRANT UPDATE (holder, iban, country, account_number, bank_code, bic, currency, status, changed_by, changed_at, verified_by,
                    verified_at, version, updated_at) ON accounting.party_bank_account TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.party_bank_account
        FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      CREATE TRIGGER check_of_party BEFORE INSERT OR UPDATE ON accounting.party_bank_account
        FOR EACH ROW EXECUTE FUNCTION accounting.check_of_party();

      -- Whoever writes where money goes is named, and somebody else looks at exactly that.
      CREATE FUNCTION accounting.check_party_bank_account() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        person uuid := platform.person_of_actor(nullif(current_setting('bureau.actor_id', true), '')::uuid);
        is_written boolean := TG_OP = 'INSERT'
          OR (NEW.holder, NEW.iban, NEW.country, NEW.account_number, NEW.bank_code, NEW.bic, NEW.currency)
             IS DISTINCT FROM (OLD.holder, OLD.iban, OLD.country, OLD.account_number, OLD.bank_code, OLD.bic, OLD.currency);
      BEGIN
        IF is_written AND (NEW.status <> 'unverified' OR NEW.changed_by IS DISTINCT FROM person) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU402', MESSAGE = 'A bank account that is new or changed is unverified, and names who wrote it.';
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.status = 'archived' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU404', MESSAGE = 'The bank account is archived: enter it anew.';
        END IF;
        IF TG_OP = 'UPDATE' AND NOT is_written
           AND (NEW.changed_by, NEW.changed_at) IS DISTINCT FROM (OLD.changed_by, OLD.changed_at) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU402', MESSAGE = 'Who wrote a bank account stays what it was.';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.verified_by IS NOT NULL AND NEW.verified_by IS DISTINCT FROM OLD.verified_by
           AND NEW.verified_by IS DISTINCT FROM person THEN
          RAISE EXCEPTION USING ERRCODE = 'BU403', MESSAGE = 'A bank account is verified by the person who says so.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_party_bank_account BEFORE INSERT OR UPDATE ON accounting.party_bank_account
        FOR EACH ROW EXECUTE FUNCTION accounting.check_party_bank_account();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.party_bank_account;
      DROP FUNCTION accounting.check_party_bank_account();
    `);
  }
}
