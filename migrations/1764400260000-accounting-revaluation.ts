import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which purposes there are, and what accounts fit them. */
const POSTING_PURPOSES = `
  ALTER TABLE accounting.posting_account DROP CONSTRAINT posting_account_purpose;
  ALTER TABLE accounting.posting_account ADD CONSTRAINT posting_account_purpose
    CHECK (purpose IN (
      'receivables', 'payables', 'revenue', 'shipping_revenue', 'exchange_gains', 'exchange_losses', 'early_discounts_granted',
      'early_discounts_taken', 'bad_debts', 'payment_differences', 'customer_deposits', 'deferred_revenue', 'bank_charges',
      'dunning_fees', 'tax_settlement', 'receivables_revaluation', 'payables_revaluation', 'balances_revaluation',
      'unrealised_exchange_gains', 'unrealised_exchange_losses'));

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
                   ('tax_settlement', '{asset,liability}', '{none}'),
                   ('receivables_revaluation', '{asset}', '{none}'),
                   ('payables_revaluation', '{liability}', '{none}'),
                   ('balances_revaluation', '{asset,liability}', '{none}'),
                   ('unrealised_exchange_gains', '{income}', '{none}'),
                   ('unrealised_exchange_losses', '{expense}', '{none}')) AS p (purpose, types, controls)
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

const TABLES = `
  -- What is open in foreign currencies, valued at the rates of a day: one entry, which the day after takes back. Further runs of
  -- the day post by how much they differ.
  CREATE TABLE accounting.revaluation_run (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    legal_entity_id uuid NOT NULL,
    as_of date NOT NULL,
    number integer NOT NULL CHECK (number >= 1),
    exchange_rate_type text COLLATE "C" NOT NULL CHECK (length(exchange_rate_type) >= 1 AND length(exchange_rate_type) <= 20),
    entry_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    action text NOT NULL,
    request_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    CONSTRAINT revaluation_run_number_key UNIQUE (organization_id, legal_entity_id, as_of, number),
    CONSTRAINT revaluation_run_entry_key UNIQUE (organization_id, entry_id),
    CONSTRAINT revaluation_run_entity_key UNIQUE (organization_id, legal_entity_id, id),
    CONSTRAINT revaluation_run_entry_fk FOREIGN KEY (organization_id, entry_id)
      REFERENCES accounting.journal_entry (organization_id, id)
  );
  CREATE INDEX revaluation_run_date_idx ON accounting.revaluation_run (organization_id, as_of, id);
  CALL platform.protect_table('accounting.revaluation_run', 'append_only');
  CALL platform.wall_legal_entity('accounting.revaluation_run');

  -- An open item, or the balance of an account. Debits are above zero, credits below; gains above zero, losses below.
  CREATE TABLE accounting.revaluation_line (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    legal_entity_id uuid NOT NULL,
    run_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('receivable', 'payable', 'account')),
    item_id uuid,
    account_id uuid NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount numeric NOT NULL CHECK (abs(amount) < 1e18),
    functional_amount numeric NOT NULL CHECK (abs(functional_amount) < 1e18),
    exchange_rate numeric NOT NULL CHECK (exchange_rate > 0),
    exchange_rate_source text NOT NULL CHECK (length(exchange_rate_source) >= 1 AND length(exchange_rate_source) <= 100),
    revalued_amount numeric NOT NULL CHECK (abs(revalued_amount) < 1e18),
    -- What earlier runs of the day have posted of the difference.
    recognized_before numeric NOT NULL CHECK (abs(recognized_before) < 1e18),
    difference numeric NOT NULL CHECK (difference <> 0),
    adjustment_account_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    CONSTRAINT revaluation_line_item CHECK ((kind = 'account') = (item_id IS NULL)),
    CONSTRAINT revaluation_line_value CHECK (abs(revalued_amount - amount * exchange_rate) <= 0.5),
    CONSTRAINT revaluation_line_difference CHECK (difference = revalued_amount - functional_amount - recognized_before),
    CONSTRAINT revaluation_line_run_fk FOREIGN KEY (organization_id, legal_entity_id, run_id)
      REFERENCES accounting.revaluation_run (organization_id, legal_entity_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT revaluation_line_item_fk FOREIGN KEY (organization_id, item_id)
      REFERENCES accounting.open_item (organization_id, id),
    CONSTRAINT revaluation_line_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
      REFERENCES accounting.account (organization_id, legal_entity_id, id),
    CONSTRAINT revaluation_line_adjustment_fk FOREIGN KEY (organization_id, legal_entity_id, adjustment_account_id)
      REFERENCES accounting.account (organization_id, legal_entity_id, id)
  );
  CREATE UNIQUE INDEX revaluation_line_subject_key
    ON accounting.revaluation_line (organization_id, run_id, kind, coalesce(item_id, account_id));
  CREATE INDEX revaluation_line_item_idx ON accounting.revaluation_line (organization_id, item_id) WHERE item_id IS NOT NULL;
  CALL platform.protect_table('accounting.revaluation_line', 'append_only');
  CALL platform.wall_legal_entity('accounting.revaluation_line');
`;

const RUN_FAULT = `
  -- Why a run is not what its entry and lines say; null where it is.
  CREATE FUNCTION accounting.revaluation_fault(organization uuid, run uuid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    own accounting.revaluation_run;
  BEGIN
    SELECT * INTO own FROM accounting.revaluation_run r WHERE r.organization_id = organization AND r.id = run;
    PERFORM FROM accounting.journal_entry e
      JOIN accounting.scheduled_reversal s ON s.organization_id = e.organization_id AND s.entry_id = e.id
      WHERE e.organization_id = organization AND e.id = own.entry_id AND e.origin = 'revaluation' AND e.origin_id = own.id
        AND e.legal_entity_id = own.legal_entity_id AND e.entry_date = own.as_of AND e.reversal_of IS NULL
        AND s.reverses_on = own.as_of + 1;
    IF NOT FOUND THEN
      RETURN 'A revaluation names its own entry, of its legal entity and day, which the day after takes back.';
    END IF;
    -- Control accounts stay as they are: differences stand on accounts of their own.
    PERFORM FROM (
        SELECT l.adjustment_account_id AS account_id, sum(l.difference) AS amount FROM accounting.revaluation_line l
        WHERE l.organization_id = organization AND l.run_id = run GROUP BY l.adjustment_account_id) said
      FULL JOIN (
        SELECT l.account_id, sum(l.functional_debit - l.functional_credit) AS amount
        FROM accounting.journal_line l
        JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
        WHERE l.organization_id = organization AND l.entry_id = own.entry_id AND a.type IN ('asset', 'liability', 'equity')
        GROUP BY l.account_id) posted
        USING (account_id)
      WHERE coalesce(said.amount, 0) <> coalesce(posted.amount, 0);
    IF FOUND THEN
      RETURN 'The entry of a revaluation posts the differences of its lines, and nothing else.';
    END IF;
    PERFORM FROM accounting.revaluation_line l
      JOIN accounting.open_item i ON i.organization_id = l.organization_id AND i.id = l.item_id
      WHERE l.organization_id = organization AND l.run_id = run
        AND (i.legal_entity_id, i.control, i.account_id, i.currency) <> (l.legal_entity_id, l.kind, l.account_id, l.currency);
    IF FOUND THEN
      RETURN 'A revaluation values open items of its legal entity, in their currency.';
    END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION accounting.revaluation_fault(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.revaluation_fault(uuid, uuid) TO bureau_app;
`;

const RULES = `
  CREATE FUNCTION accounting.check_revaluation() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text := accounting.revaluation_fault(NEW.organization_id, NEW.id);
    earlier integer;
  BEGIN
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU780', MESSAGE = fault;
    END IF;
    SELECT count(*) INTO earlier FROM accounting.revaluation_run r
      WHERE r.organization_id = NEW.organization_id AND r.legal_entity_id = NEW.legal_entity_id AND r.as_of = NEW.as_of
        AND r.number < NEW.number;
    IF earlier <> NEW.number - 1 THEN
      RAISE EXCEPTION USING ERRCODE = 'BU780', MESSAGE = 'The revaluations of a day are counted without a gap.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_revaluation AFTER INSERT ON accounting.revaluation_run
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_revaluation();

  -- What a run consists of comes with it.
  CREATE FUNCTION accounting.check_revaluation_lines() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM (SELECT DISTINCT n.organization_id, n.run_id FROM new_lines n) n
      JOIN accounting.revaluation_run r ON r.organization_id = n.organization_id AND r.id = n.run_id;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU781', MESSAGE = 'A revaluation that was posted takes no further lines.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_revaluation_lines AFTER INSERT ON accounting.revaluation_line
    REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_revaluation_lines();

  -- An entry that says it revalues is that of a run; it is taken back on its own day, where the run is undone, or the day after.
  CREATE FUNCTION accounting.check_entry_of_revaluation() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.reversal_of IS NULL THEN
      PERFORM FROM accounting.revaluation_run r
        WHERE r.organization_id = NEW.organization_id AND r.id = NEW.origin_id AND r.entry_id = NEW.id;
    ELSE
      PERFORM FROM accounting.revaluation_run r
        WHERE r.organization_id = NEW.organization_id AND r.entry_id = NEW.reversal_of
          AND NEW.entry_date >= r.as_of AND NEW.entry_date <= r.as_of + 1;
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU782',
        MESSAGE = 'An entry that revalues is that of a revaluation, and is taken back the day after, or on its own day.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_entry_of_revaluation AFTER INSERT ON accounting.journal_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'revaluation')
    EXECUTE FUNCTION accounting.check_entry_of_revaluation();

  -- Whoever moved or cancelled its reversal would leave a difference in the books that no rate explains.
  CREATE FUNCTION accounting.keep_reversal_of_revaluation() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.revaluation_run r
      WHERE r.organization_id = NEW.organization_id AND r.entry_id = NEW.entry_id;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU783',
        MESSAGE = 'A revaluation is taken back the day after it: its reversal is neither moved nor cancelled. Undo the run instead.';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER keep_reversal_of_revaluation BEFORE UPDATE ON accounting.scheduled_reversal
    FOR EACH ROW WHEN (NEW.reverses_on <> OLD.reverses_on OR NEW.status = 'cancelled')
    EXECUTE FUNCTION accounting.keep_reversal_of_revaluation();
`;

/** Revaluation: what is open in foreign currencies is shown at the rates of a closing day (IAS 21.23). */
export class AccountingRevaluation1764400260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POSTING_PURPOSES);
    await runner.query(TABLES);
    await runner.query(RUN_FAULT);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_reversal_of_revaluation ON accounting.scheduled_reversal;
      DROP TRIGGER check_entry_of_revaluation ON accounting.journal_entry;
      DROP TABLE accounting.revaluation_line, accounting.revaluation_run;
      DROP FUNCTION accounting.keep_reversal_of_revaluation(), accounting.check_entry_of_revaluation(),
                    accounting.check_revaluation_lines(), accounting.check_revaluation(), accounting.revaluation_fault(uuid, uuid);
      DELETE FROM accounting.posting_account
        WHERE purpose IN ('receivables_revaluation', 'payables_revaluation', 'balances_revaluation',
                          'unrealised_exchange_gains', 'unrealised_exchange_losses');
    `);
    await runner.query(POSTING_PURPOSES_BEFORE);
  }
}
