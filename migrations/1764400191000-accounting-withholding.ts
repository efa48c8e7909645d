import type { MigrationInterface, QueryRunner } from 'typeorm';

const PURPOSES = `
  ALTER TABLE accounting.settlement_part
    DROP CONSTRAINT settlement_part_purpose_check,
    ADD CONSTRAINT settlement_part_purpose_check
      CHECK (purpose IN ('payment', 'early_discount', 'payment_difference', 'write_off', 'deposit', 'withholding'));
`;

const PURPOSES_BEFORE = `
  ALTER TABLE accounting.settlement_part
    DROP CONSTRAINT settlement_part_purpose_check,
    ADD CONSTRAINT settlement_part_purpose_check
      CHECK (purpose IN ('payment', 'early_discount', 'payment_difference', 'write_off', 'deposit'));
`;

const TABLES = `
  -- A tax that customers keep back from what they pay, for the authority; and where the claim to it stands.
  CREATE TABLE accounting.withholding_code (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    legal_entity_id uuid NOT NULL,
    code text COLLATE "C" NOT NULL CHECK (length(code) >= 1 AND length(code) <= 20),
    name text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 200),
    account_id uuid NOT NULL,
    status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    CONSTRAINT withholding_code_code_key UNIQUE (organization_id, legal_entity_id, code),
    CONSTRAINT withholding_code_entity_key UNIQUE (organization_id, legal_entity_id, id),
    CONSTRAINT withholding_code_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
      REFERENCES accounting.account (organization_id, legal_entity_id, id)
  );
  CALL platform.protect_table('accounting.withholding_code', 'mutable');
  CALL platform.wall_legal_entity('accounting.withholding_code');
  GRANT UPDATE (name, account_id, status, version, updated_at) ON accounting.withholding_code TO bureau_app;
  CREATE TRIGGER kept BEFORE DELETE ON accounting.withholding_code FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

  -- What was kept back of one item by one receipt. The certificate may come later; all else never changes.
  CREATE TABLE accounting.withholding (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    legal_entity_id uuid NOT NULL,
    settlement_id uuid NOT NULL,
    position integer NOT NULL,
    code_id uuid NOT NULL,
    account_id uuid NOT NULL,
    -- What it was reckoned of, as the payer says.
    base numeric CHECK (base > 0 AND base < 1e18),
    certificate_number text COLLATE "C" CHECK (length(certificate_number) >= 1 AND length(certificate_number) <= 100),
    certified_on date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    CONSTRAINT withholding_part_key UNIQUE (organization_id, settlement_id, position),
    CONSTRAINT withholding_part_fk FOREIGN KEY (organization_id, settlement_id, position)
      REFERENCES accounting.settlement_part (organization_id, settlement_id, position),
    CONSTRAINT withholding_settlement_fk FOREIGN KEY (organization_id, legal_entity_id, settlement_id)
      REFERENCES accounting.settlement (organization_id, legal_entity_id, id),
    CONSTRAINT withholding_code_fk FOREIGN KEY (organization_id, legal_entity_id, code_id)
      REFERENCES accounting.withholding_code (organization_id, legal_entity_id, id),
    CONSTRAINT withholding_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
      REFERENCES accounting.account (organization_id, legal_entity_id, id),
    CONSTRAINT withholding_certificate CHECK (certified_on IS NULL OR certificate_number IS NOT NULL)
  );
  CREATE INDEX withholding_created_idx ON accounting.withholding (organization_id, created_at, id);
  CALL platform.protect_table('accounting.withholding', 'mutable');
  CALL platform.wall_legal_entity('accounting.withholding');
  GRANT UPDATE (certificate_number, certified_on, version, updated_at) ON accounting.withholding TO bureau_app;
  CREATE TRIGGER kept BEFORE DELETE ON accounting.withholding FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
`;

const RULES = `
  -- Type, control and whether it is a group never change, so what fits when it is named goes on fitting.
  CREATE FUNCTION accounting.check_withholding_code() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.account a
      WHERE a.organization_id = NEW.organization_id AND a.legal_entity_id = NEW.legal_entity_id AND a.id = NEW.account_id
        AND (a.type <> 'asset' OR a.control <> 'none' OR a.is_group);
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU664',
        MESSAGE = 'What customers withhold is a claim: an asset account that takes postings and controls nothing.';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER check_withholding_code BEFORE INSERT OR UPDATE OF account_id ON accounting.withholding_code
    FOR EACH ROW EXECUTE FUNCTION accounting.check_withholding_code();

  -- Why a withholding is not what its receipt did; null where it is.
  CREATE FUNCTION accounting.withholding_fault(organization uuid, withholding uuid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    own accounting.withholding;
    part accounting.settlement_part;
  BEGIN
    SELECT * INTO own FROM accounting.withholding w WHERE w.organization_id = organization AND w.id = withholding;
    SELECT * INTO part FROM accounting.settlement_part p
      WHERE p.organization_id = organization AND p.settlement_id = own.settlement_id AND p.position = own.position;
    PERFORM FROM accounting.settlement s
      JOIN accounting.books b ON b.organization_id = s.organization_id AND b.legal_entity_id = s.legal_entity_id
      WHERE s.organization_id = organization AND s.id = own.settlement_id AND s.kind = 'receipt'
        AND s.currency = b.functional_currency;
    IF NOT FOUND OR part.purpose <> 'withholding' THEN
      RETURN 'A withholding is a part of a receipt in the functional currency.';
    END IF;
    IF own.base < part.amount THEN
      RETURN 'No more is withheld than what it is reckoned of.';
    END IF;
    IF part.amount IS DISTINCT FROM (
        SELECT sum(l.functional_debit - l.functional_credit) FROM accounting.journal_line l
        WHERE l.organization_id = organization AND l.entry_id = part.entry_id AND l.account_id = own.account_id) THEN
      RETURN 'What is withheld is claimed on the account of its code.';
    END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION accounting.withholding_fault(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.withholding_fault(uuid, uuid) TO bureau_app;

  CREATE FUNCTION accounting.check_new_withholding() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text := accounting.withholding_fault(NEW.organization_id, NEW.id);
  BEGIN
    PERFORM FROM accounting.settlement s
      JOIN accounting.withholding_code c ON c.organization_id = s.organization_id AND c.id = NEW.code_id
      WHERE s.organization_id = NEW.organization_id AND s.id = NEW.settlement_id AND s.created_at = now()
        AND c.account_id = NEW.account_id;
    IF NOT FOUND THEN
      fault := 'A withholding comes with its receipt, on the account of its code.';
    END IF;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU665', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_new_withholding AFTER INSERT ON accounting.withholding
    FOR EACH ROW EXECUTE FUNCTION accounting.check_new_withholding();

  -- What a receipt takes off an item as withheld says by the commit under which code.
  CREATE FUNCTION accounting.check_withheld_part() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.withholding w
      WHERE w.organization_id = NEW.organization_id AND w.settlement_id = NEW.settlement_id AND w.position = NEW.position;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU665', MESSAGE = 'What is withheld is withheld under a code.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_withheld_part AFTER INSERT ON accounting.settlement_part
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.purpose = 'withholding')
    EXECUTE FUNCTION accounting.check_withheld_part();
`;

/** Taxes that customers keep back from what they pay, with the certificates of them. */
export class AccountingWithholding1764400191000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PURPOSES);
    await runner.query(TABLES);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_withheld_part ON accounting.settlement_part;
      DROP TABLE accounting.withholding, accounting.withholding_code;
      DROP FUNCTION accounting.check_withheld_part(), accounting.check_new_withholding(),
                    accounting.withholding_fault(uuid, uuid), accounting.check_withholding_code();
    `);
    await runner.query(PURPOSES_BEFORE);
  }
}
