import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which purposes there are, and what accounts fit them. */
const POSTING_PURPOSES = `
  ALTER TABLE accounting.posting_account DROP CONSTRAINT posting_account_purpose;
  ALTER TABLE accounting.posting_account ADD CONSTRAINT posting_account_purpose
    CHECK (purpose IN (
      'receivables', 'payables', 'revenue', 'shipping_revenue', 'exchange_gains', 'exchange_losses', 'early_discounts_granted',
      'early_discounts_taken', 'bad_debts', 'payment_differences', 'customer_deposits', 'deferred_revenue', 'bank_charges',
      'dunning_fees', 'tax_settlement'));

  CREATE OR REPLACE FUNCTION accounting.check_posting_account() RETURNS trigger
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
                   ('dunning_fees', '{income}', '{none}'),
                   ('tax_settlement', '{asset,liability}', '{none}')) AS p (purpose, types, controls)
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
`;
const POSTING_PURPOSES_BEFORE = `
  ALTER TABLE accounting.posting_account DROP CONSTRAINT posting_account_purpose;
  ALTER TABLE accounting.posting_account ADD CONSTRAINT posting_account_purpose
    CHECK (purpose IN (
      'receivables', 'payables', 'revenue', 'shipping_revenue', 'exchange_gains', 'exchange_losses', 'early_discounts_granted',
      'early_discounts_taken', 'bad_debts', 'payment_differences', 'customer_deposits', 'deferred_revenue', 'bank_charges',
      'dunning_fees'));

  CREATE OR REPLACE FUNCTION accounting.check_posting_account() RETURNS trigger
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
`;

const TABLES = `
  -- The box that says what is owed: it comes with its version.
  ALTER TABLE accounting.tax_return_form_version
    ADD COLUMN due_box_code text COLLATE "C",
    ADD CONSTRAINT tax_return_form_version_due_box_fk FOREIGN KEY (organization_id, id, due_box_code)
      REFERENCES accounting.tax_return_box (organization_id, version_id, code) DEFERRABLE INITIALLY DEFERRED;

  -- What takes the taxes of a filed return from their accounts to that of the authority. Counted for each return: a further
  -- one comes when the one before was reversed.
  CREATE TABLE accounting.tax_return_settlement (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    legal_entity_id uuid NOT NULL,
    return_id uuid NOT NULL,
    number integer NOT NULL CHECK (number >= 1),
    settled_on date NOT NULL,
    due_box_code text COLLATE "C" NOT NULL,
    -- Above zero to be paid, below to be refunded; and what it is more than the taxes in the books, by rounded boxes.
    amount_due numeric NOT NULL CHECK (abs(amount_due) < 1e18),
    rounding numeric NOT NULL CHECK (abs(rounding) < 100),
    account_id uuid NOT NULL,
    rounding_account_id uuid,
    entry_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    action text NOT NULL,
    request_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    CONSTRAINT tax_return_settlement_number_key UNIQUE (organization_id, return_id, number),
    CONSTRAINT tax_return_settlement_entry_key UNIQUE (organization_id, entry_id),
    CONSTRAINT tax_return_settlement_entity_key UNIQUE (organization_id, legal_entity_id, id),
    -- What was filed has amounts, and nothing else has.
    CONSTRAINT tax_return_settlement_due_box_fk FOREIGN KEY (organization_id, return_id, due_box_code)
      REFERENCES accounting.tax_return_amount (organization_id, return_id, box_code),
    CONSTRAINT tax_return_settlement_entry_fk FOREIGN KEY (organization_id, entry_id)
      REFERENCES accounting.journal_entry (organization_id, id),
    CONSTRAINT tax_return_settlement_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
      REFERENCES accounting.account (organization_id, legal_entity_id, id),
    CONSTRAINT tax_return_settlement_rounding_account_fk FOREIGN KEY (organization_id, legal_entity_id, rounding_account_id)
      REFERENCES accounting.account (organization_id, legal_entity_id, id),
    CONSTRAINT tax_return_settlement_rounding CHECK ((rounding <> 0) = (rounding_account_id IS NOT NULL))
  );
  CREATE INDEX tax_return_settlement_date_idx ON accounting.tax_return_settlement (organization_id, settled_on, id);
  CALL platform.protect_table('accounting.tax_return_settlement', 'append_only');
  CALL platform.wall_legal_entity('accounting.tax_return_settlement');

  CREATE TABLE accounting.tax_return_settlement_reversal (
    organization_id uuid NOT NULL,
    settlement_id uuid NOT NULL,
    legal_entity_id uuid NOT NULL,
    reversed_on date NOT NULL,
    reason text NOT NULL CHECK (length(reason) >= 1 AND length(reason) <= 500),
    actor_id uuid NOT NULL,
    action text NOT NULL,
    request_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT tax_return_settlement_reversal_pkey PRIMARY KEY (organization_id, settlement_id),
    CONSTRAINT tax_return_settlement_reversal_settlement_fk FOREIGN KEY (organization_id, legal_entity_id, settlement_id)
      REFERENCES accounting.tax_return_settlement (organization_id, legal_entity_id, id)
  );
  CALL platform.protect_table('accounting.tax_return_settlement_reversal', 'append_only');
  CALL platform.wall_legal_entity('accounting.tax_return_settlement_reversal');
`;

const SETTLEMENT_FAULT = `
  -- Why a settlement is not what its return, entry and lines say; null where it is.
  CREATE FUNCTION accounting.tax_return_settlement_fault(organization uuid, settlement uuid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    own accounting.tax_return_settlement;
    settled accounting.tax_return;
  BEGIN
    SELECT * INTO own FROM accounting.tax_return_settlement s WHERE s.organization_id = organization AND s.id = settlement;
    SELECT * INTO settled FROM accounting.tax_return r WHERE r.organization_id = organization AND r.id = own.return_id;
    IF settled.legal_entity_id <> own.legal_entity_id OR own.settled_on < settled.ends_on THEN
      RETURN 'A return is settled within its legal entity, on the last day of its period or later.';
    END IF;
    PERFORM FROM accounting.journal_entry e
      WHERE e.organization_id = organization AND e.id = own.entry_id AND e.origin = 'tax_return_settlement'
        AND e.origin_id = own.id AND e.legal_entity_id = own.legal_entity_id AND e.entry_date = own.settled_on
        AND e.reversal_of IS NULL;
    IF NOT FOUND THEN
      RETURN 'A settlement names its own entry, of its legal entity and date.';
    END IF;
    -- An amendment settles by how much it differs from what it amends.
    PERFORM FROM accounting.tax_return_amount a
      WHERE a.organization_id = organization AND a.return_id = own.return_id AND a.box_code = own.due_box_code
        AND own.amount_due = a.amount - coalesce((
          SELECT b.amount FROM accounting.tax_return p
          JOIN accounting.tax_return_amount b ON b.organization_id = p.organization_id AND b.return_id = p.id
            AND b.box_code = own.due_box_code
          WHERE p.organization_id = organization AND p.form_id = settled.form_id AND p.starts_on = settled.starts_on
            AND p.revision = settled.revision - 1), 0);
    IF NOT FOUND THEN
      RETURN 'What is due is what the box of the return says, less what it said before it was amended.';
    END IF;
    PERFORM FROM (
        SELECT w.account_id, sum(w.amount) AS amount
        FROM (
          -- Debits above zero: what clears the taxes that were declared, each on the account that it was posted to.
          SELECT j.account_id, CASE t.side WHEN 'output' THEN t.functional_tax ELSE -t.functional_tax END AS amount
          FROM accounting.tax_return_line l
          JOIN accounting.tax_line t ON t.organization_id = l.organization_id AND t.id = l.tax_line_id
          JOIN accounting.journal_line j ON j.organization_id = t.organization_id AND j.entry_id = t.entry_id
            AND j.line_number = t.line_number
          WHERE l.organization_id = organization AND l.return_id = own.return_id
          UNION ALL SELECT own.account_id, -own.amount_due
          UNION ALL SELECT own.rounding_account_id, own.rounding WHERE own.rounding <> 0) w
        GROUP BY w.account_id) said
      FULL JOIN (
        SELECT l.account_id, sum(l.functional_debit - l.functional_credit) AS amount FROM accounting.journal_line l
        WHERE l.organization_id = organization AND l.entry_id = own.entry_id GROUP BY l.account_id) posted
        USING (account_id)
      WHERE coalesce(said.amount, 0) <> coalesce(posted.amount, 0);
    IF FOUND THEN
      RETURN 'The entry of a settlement takes the taxes of its return from their accounts, and nothing else.';
    END IF;
    PERFORM FROM accounting.tax_return r
      JOIN accounting.tax_return_box b ON b.organization_id = r.organization_id AND b.version_id = r.form_version_id
      WHERE r.organization_id = organization AND r.form_id = settled.form_id AND r.starts_on = settled.starts_on
        AND r.revision >= settled.revision - 1 AND r.revision <= settled.revision AND b.rounding <> 'exact';
    IF own.rounding <> 0 AND NOT FOUND THEN
      RETURN 'What a form does not round is not rounded.';
    END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION accounting.tax_return_settlement_fault(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.tax_return_settlement_fault(uuid, uuid) TO bureau_app;
`;

const RULES = `
  -- One at a time: who settles a return holds it, and finds it unsettled.
  CREATE FUNCTION accounting.check_new_tax_return_settlement() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    earlier integer;
    reversed integer;
  BEGIN
    PERFORM FROM accounting.tax_return r
      WHERE r.organization_id = NEW.organization_id AND r.id = NEW.return_id FOR NO KEY UPDATE;
    SELECT count(*), count(v.settlement_id) INTO earlier, reversed
      FROM accounting.tax_return_settlement s
      LEFT JOIN accounting.tax_return_settlement_reversal v
        ON v.organization_id = s.organization_id AND v.settlement_id = s.id
      WHERE s.organization_id = NEW.organization_id AND s.return_id = NEW.return_id;
    IF reversed < earlier THEN
      RAISE EXCEPTION USING ERRCODE = 'BU660', MESSAGE = 'The return is settled already.';
    END IF;
    IF NEW.number <> earlier + 1 THEN
      RAISE EXCEPTION USING ERRCODE = 'BU661', MESSAGE = 'The settlements of a return are counted without a gap.';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER check_new_tax_return_settlement BEFORE INSERT ON accounting.tax_return_settlement
    FOR EACH ROW EXECUTE FUNCTION accounting.check_new_tax_return_settlement();

  CREATE FUNCTION accounting.check_tax_return_settlement() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text := accounting.tax_return_settlement_fault(NEW.organization_id, NEW.id);
  BEGIN
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU661', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_tax_return_settlement AFTER INSERT ON accounting.tax_return_settlement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_tax_return_settlement();

  -- The entry is reversed with the settlement, on its day.
  CREATE FUNCTION accounting.check_tax_return_settlement_reversal() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.tax_return_settlement s
      JOIN accounting.journal_entry r ON r.organization_id = s.organization_id AND r.reversal_of = s.entry_id
      WHERE s.organization_id = NEW.organization_id AND s.id = NEW.settlement_id AND r.entry_date = NEW.reversed_on
        AND NEW.reversed_on >= s.settled_on;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU662', MESSAGE = 'The entry of a settlement is reversed with it, on its day or later.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_tax_return_settlement_reversal AFTER INSERT ON accounting.tax_return_settlement_reversal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_tax_return_settlement_reversal();

  -- An entry that says it settles a return is named by a settlement, or takes back one that is reversed.
  CREATE FUNCTION accounting.check_entry_of_tax_return_settlement() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.reversal_of IS NULL THEN
      PERFORM FROM accounting.tax_return_settlement s
        WHERE s.organization_id = NEW.organization_id AND s.id = NEW.origin_id AND s.entry_id = NEW.id;
    ELSE
      PERFORM FROM accounting.tax_return_settlement_reversal v
        WHERE v.organization_id = NEW.organization_id AND v.settlement_id = NEW.origin_id
          AND v.reversed_on = NEW.entry_date;
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU663', MESSAGE = 'An entry that settles a tax return is that of a settlement.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_entry_of_tax_return_settlement AFTER INSERT ON accounting.journal_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'tax_return_settlement')
    EXECUTE FUNCTION accounting.check_entry_of_tax_return_settlement();
`;

/** Settlements of filed returns: the taxes that were declared become what is owed to the authority, or owed by it. */
export class AccountingTaxReturnSettlement1764400190000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POSTING_PURPOSES);
    await runner.query(TABLES);
    await runner.query(SETTLEMENT_FAULT);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_entry_of_tax_return_settlement ON accounting.journal_entry;
      DROP TABLE accounting.tax_return_settlement_reversal, accounting.tax_return_settlement;
      DROP FUNCTION accounting.check_entry_of_tax_return_settlement(), accounting.check_tax_return_settlement_reversal(),
                    accounting.check_tax_return_settlement(), accounting.check_new_tax_return_settlement(),
                    accounting.tax_return_settlement_fault(uuid, uuid);
      ALTER TABLE accounting.tax_return_form_version DROP COLUMN due_box_code;
      DELETE FROM accounting.posting_account WHERE purpose = 'tax_settlement';
    `);
    await runner.query(POSTING_PURPOSES_BEFORE);
  }
}
