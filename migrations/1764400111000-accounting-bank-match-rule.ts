import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules by which lines of bank statements become entries, settle what a party owes, or need no entry. */
export class AccountingBankMatchRule1764400111000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounting.bank_match_rule (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        -- Of all bank accounts of the legal entity where null.
        bank_account_id uuid,
        name text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 200),
        -- The lowest that fits a line is the one that counts.
        priority integer NOT NULL CHECK (priority >= 1 AND priority <= 10000),
        -- Whether it acts by itself, or suggests only.
        is_automatic boolean NOT NULL,
        conditions jsonb NOT NULL CHECK (jsonb_typeof(conditions) = 'object'),
        action text NOT NULL CHECK (action IN ('post', 'settle', 'exclude')),
        -- What it posts: accounts with their shares in percent, descriptions and dimensions.
        postings jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(postings) = 'array'),
        -- Whose items it settles.
        party_id uuid,
        -- Why lines need no entry.
        reason text CHECK (length(reason) >= 1 AND length(reason) <= 500),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT bank_match_rule_entity_key UNIQUE (organization_id, legal_entity_id, id),
        CONSTRAINT bank_match_rule_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        CONSTRAINT bank_match_rule_account_fk FOREIGN KEY (organization_id, legal_entity_id, bank_account_id)
          REFERENCES accounting.bank_account (organization_id, legal_entity_id, id),
        CONSTRAINT bank_match_rule_party_fk FOREIGN KEY (organization_id, party_id)
          REFERENCES accounting.party (organization_id, id),
        -- A rule of nothing would be one of everything.
        CONSTRAINT bank_match_rule_of_nothing CHECK (conditions - 'side' <> '{}'),
        CONSTRAINT bank_match_rule_action CHECK (
          (action = 'post') = (postings <> '[]') AND (action = 'settle') = (party_id IS NOT NULL)
          AND (action = 'exclude') = (reason IS NOT NULL))
      );
      CREATE INDEX bank_match_rule_order_idx
        ON accounting.bank_match_rule (organization_id, legal_entity_id, priority, id);
      CREATE INDEX bank_match_rule_party_idx ON accounting.bank_match_rule (organization_id, party_id) WHERE party_id IS NOT NULL;
      CALL platform.protect_table('accounting.bank_match_rule', 'mutable');
      CALL platform.wall_legal_entity('accounting.bank_match_rule');
      GRANT UPDATE (name, priority, is_automatic, conditions, action, postings, party_id, reason, status, version, updated_at)
        ON accounting.bank_match_rule TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON accounting.bank_match_rule FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      -- Accounts and party are of the same legal entity, and the shares are the whole.
      CREATE FUNCTION accounting.check_bank_match_rule() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM jsonb_array_elements(NEW.postings) AS posting
          WHERE NOT EXISTS (
            SELECT FROM accounting.account a
            WHERE a.organization_id = NEW.organization_id AND a.legal_entity_id = NEW.legal_entity_id
              AND a.id::text = posting ->> 'accountId' AND NOT a.is_group);
        IF FOUND OR (NEW.party_id IS NOT NULL AND NOT EXISTS (
          SELECT FROM accounting.party p
          WHERE p.organization_id = NEW.organization_id AND p.legal_entity_id = NEW.legal_entity_id AND p.id = NEW.party_id)) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU575', MESSAGE = 'A match rule names accounts and parties of its own legal entity.';
        END IF;
        IF NEW.action = 'post'
           AND (SELECT sum((posting ->> 'percentage')::numeric) FROM jsonb_array_elements(NEW.postings) AS posting)
               IS DISTINCT FROM 100 THEN
          RAISE EXCEPTION USING ERRCODE = 'BU575', MESSAGE = 'What a match rule posts are shares that sum to 100 percent.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_bank_match_rule BEFORE INSERT OR UPDATE ON accounting.bank_match_rule
        FOR EACH ROW EXECUTE FUNCTION accounting.check_bank_match_rule();

      ALTER TABLE accounting.bank_match
        ADD COLUMN rule_id uuid,
        ADD CONSTRAINT bank_match_rule_fk FOREIGN KEY (organization_id, legal_entity_id, rule_id)
          REFERENCES accounting.bank_match_rule (organization_id, legal_entity_id, id);
      CREATE INDEX bank_match_rule_idx ON accounting.bank_match (organization_id, rule_id) WHERE rule_id IS NOT NULL;

      -- What is as good as certain may be accepted without anybody, where the bank account says from which score on.
      ALTER TABLE accounting.bank_account
        ADD COLUMN auto_match_score integer
          CONSTRAINT bank_account_auto_match_score CHECK (auto_match_score >= 85 AND auto_match_score <= 100),
        ADD COLUMN matches_after_import boolean NOT NULL DEFAULT false;
      GRANT UPDATE (auto_match_score, matches_after_import) ON accounting.bank_account TO bureau_app;

      -- Finds who pays by the account that a line comes from.
      CREATE INDEX party_bank_account_iban_idx ON accounting.party_bank_account (organization_id, iban) WHERE iban IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX accounting.party_bank_account_iban_idx;
      ALTER TABLE accounting.bank_account DROP COLUMN auto_match_score, DROP COLUMN matches_after_import;
      ALTER TABLE accounting.bank_match DROP COLUMN rule_id;
      DROP TABLE accounting.bank_match_rule;
      DROP FUNCTION accounting.check_bank_match_rule();
    `);
  }
}
