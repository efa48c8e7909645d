import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The accounts that documents post to where nobody says otherwise: one of each purpose in the chart of a legal entity. */
export class AccountingPostingAccount1764400005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.posting_account (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        purpose text NOT NULL CONSTRAINT posting_account_purpose CHECK (purpose IN (
          'receivables', 'payables', 'revenue', 'shipping_revenue', 'exchange_gains', 'exchange_losses',
          'early_discounts_granted', 'early_discounts_taken', 'bad_debts', 'payment_differences', 'customer_deposits',
          'deferred_revenue', 'bank_charges', 'dunning_fees')),
        account_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT posting_account_purpose_key UNIQUE (organization_id, legal_entity_id, purpose),
        CONSTRAINT posting_account_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id)
      );
      CALL platform.protect_table('accounting.posting_account', 'mutable');
      CALL platform.wall_legal_entity('accounting.posting_account');
      GRANT UPDATE (account_id, version, updated_at), DELETE ON accounting.posting_account TO bureau_app;

      -- Type, control and whether it is a group never change, so what fits when it is named goes on fitting.
      CREATE FUNCTION accounting.check_posting_account() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        named accounting.account;
        fitting_types text[];
        fitting_controls text[];
      BEGIN
        SELECT a.* INTO named FROM accounting.account a
          WHERE a.organization_id = NEW.organization_id AND a.legal_entity_id = NEW.legal_entity_id AND a.id = NEW.account_id;
        IF NOT FOUND THEN
          RETURN NEW;
        END IF;
        SELECT p.types, p.controls INTO fitting_types, fitting_controls
          FROM (VALUES ('receivables', '{asset}'::text[], '{receivable}'::text[]),
                       ('payables', '{liability}', '{payable}'),
                       ('revenue', '{income}', '{none}'),
                       ('shipping_revenue', '{income}', '{none}'),
                       ('exchange_gains', '{income}', '{none}'),
                       ('exchange_losses', '{expense}', '{none}'),
                       ('early_discounts_granted', '{income,expense}', '{none}'),
                       ('early_discounts_taken', '{income,expense}', '{none}'),
                       ('bad_debts', '{expense}', '{none}'),
                       ('payment_differences', '{income,expense}', '{none}'),
                       ('customer_deposits', '{liability}', '{none,receivable}'),
                       ('deferred_revenue', '{liability}', '{none}'),
                       ('bank_charges', '{expense}', '{none}'),
                       ('dunning_fees', '{income}', '{none}')) AS p (purpose, types, controls)
          WHERE p.purpose = NEW.purpose;
        IF named.is_group THEN
          RAISE EXCEPTION USING ERRCODE = 'BU492',
            MESSAGE = format('Account %s is a group and takes no postings.', named.code);
        END IF;
        IF NOT named.type = ANY (fitting_types) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU490',
            MESSAGE = format('Account %s is of type %s, which does not fit the purpose %s.', named.code, named.type, NEW.purpose);
        END IF;
        IF NOT named.control = ANY (fitting_controls) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU491',
            MESSAGE = format('Account %s has control %s, which does not fit the purpose %s.', named.code, named.control, NEW.purpose);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_posting_account BEFORE INSERT OR UPDATE ON accounting.posting_account
        FOR EACH ROW EXECUTE FUNCTION accounting.check_posting_account();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.posting_account;
      DROP FUNCTION accounting.check_posting_account();
    `);
  }
}
