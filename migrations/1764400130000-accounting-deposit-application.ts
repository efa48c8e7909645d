import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kinds of settlements and what each of them has, with or without applications of deposits. */
async function widen(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE accounting.settlement
      DROP CONSTRAINT settlement_kind_check,
      ADD CONSTRAINT settlement_kind_check CHECK (kind IN ('receipt', 'refund', 'write_off', 'deposit_application')),
      DROP CONSTRAINT settlement_money,
      -- An application moves no money, but what a customer has paid from one account to another.
      ADD CONSTRAINT settlement_money CHECK (
        (kind IN ('write_off', 'deposit_application')) = (account_id IS NULL)
        AND (kind = 'write_off') = (entry_id IS NULL)
        AND (bank_account_id IS NULL OR account_id IS NOT NULL));
    ALTER TABLE accounting.settlement_part
      DROP CONSTRAINT settlement_part_purpose_check,
      ADD CONSTRAINT settlement_part_purpose_check
        CHECK (purpose IN ('payment', 'early_discount', 'payment_difference', 'write_off', 'deposit'));
    CREATE INDEX open_item_credit_idx ON accounting.open_item (organization_id, account_id, id)
      WHERE amount < 0 AND control = 'receivable';
  `);
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Why an application is not what its entry and allocations say; null where it is, and of every other settlement.
    CREATE FUNCTION accounting.application_fault(organization uuid, settlement uuid) RETURNS text
      LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      document accounting.settlement;
    BEGIN
      SELECT * INTO document FROM accounting.settlement s
        WHERE s.organization_id = organization AND s.id = settlement AND s.kind = 'deposit_application';
      IF NOT FOUND THEN
        PERFORM FROM accounting.settlement_part p
          WHERE p.organization_id = organization AND p.settlement_id = settlement AND p.purpose = 'deposit';
        IF FOUND THEN
          RETURN 'BU595 Deposits are used by applications alone.';
        END IF;
        RETURN NULL;
      END IF;

      PERFORM FROM accounting.journal_entry e
        WHERE e.organization_id = organization AND e.id = document.entry_id AND e.legal_entity_id = document.legal_entity_id
          AND e.origin = document.kind AND e.origin_id = document.id AND e.entry_date = document.settled_on
          AND e.reversal_of IS NULL;
      IF NOT FOUND THEN
        RETURN 'BU595 An application names an entry of its own, of its legal entity and date.';
      END IF;
      PERFORM FROM accounting.settlement_part p
        WHERE p.organization_id = organization AND p.settlement_id = settlement
          AND (p.entry_id <> document.entry_id OR p.purpose NOT IN ('payment', 'deposit'));
      IF FOUND THEN
        RETURN 'BU595 The parts of an application are of its entry: what it pays, and the deposit.';
      END IF;

      -- Its entry takes the amount from one account of the customer to others, and does nothing else.
      PERFORM FROM accounting.open_item i
        WHERE i.organization_id = organization AND i.entry_id = document.entry_id
        HAVING sum(i.amount) FILTER (WHERE i.amount > 0) IS DISTINCT FROM document.amount
          OR sum(i.amount) FILTER (WHERE i.amount < 0) IS DISTINCT FROM -document.amount
          OR bool_or((i.party_id, i.currency, i.control) IS DISTINCT FROM (document.party_id, document.currency, 'receivable'))
          OR count(*) <> (SELECT count(*) FROM accounting.journal_line l
                          WHERE l.organization_id = organization AND l.entry_id = document.entry_id);
      IF FOUND THEN
        RETURN 'BU596 The entry of an application takes its amount from one account of the customer to others.';
      END IF;

      PERFORM FROM (
          SELECT p.item_id, p.purpose, p.amount FROM accounting.settlement_part p
          WHERE p.organization_id = organization AND p.settlement_id = settlement) said
        FULL JOIN (
          SELECT CASE own.entry_id WHEN document.entry_id THEN a.credit_item_id ELSE a.debit_item_id END AS item_id,
                 CASE own.entry_id WHEN document.entry_id THEN 'deposit' ELSE 'payment' END AS purpose,
                 sum(a.amount) AS amount
          FROM accounting.allocation a
          JOIN accounting.open_item own ON own.organization_id = a.organization_id AND own.id = a.debit_item_id
          WHERE a.organization_id = organization AND a.group_id = settlement AND a.undoes IS NULL
          GROUP BY 1, 2) settled USING (item_id, purpose)
        WHERE said.amount IS DISTINCT FROM settled.amount;
      IF FOUND THEN
        RETURN 'BU597 The parts of an application are what it settled of each item.';
      END IF;
      PERFORM FROM accounting.settlement_part p
        WHERE p.organization_id = organization AND p.settlement_id = settlement
        HAVING sum(p.amount) FILTER (WHERE p.purpose = 'payment') IS DISTINCT FROM document.amount
          OR sum(p.amount) FILTER (WHERE p.purpose = 'deposit') IS DISTINCT FROM document.amount;
      IF FOUND THEN
        RETURN 'BU597 What an application pays is what it takes of the deposit, and comes to its amount.';
      END IF;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.application_fault(uuid, uuid) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION accounting.application_fault(uuid, uuid) TO bureau_app;
  `);
}

/** What proves a settlement when it comes, and its parts: those of an application by rules of its own. */
async function proveByKind(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION accounting.check_new_settlement() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      fault text := CASE NEW.kind WHEN 'deposit_application' THEN accounting.application_fault(NEW.organization_id, NEW.id)
                    ELSE accounting.settlement_fault(NEW.organization_id, NEW.id) END;
    BEGIN
      IF fault IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
      END IF;
      RETURN NULL;
    END $$;

    CREATE OR REPLACE FUNCTION accounting.check_new_settlement_parts() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      fault text;
    BEGIN
      SELECT min(coalesce(accounting.application_fault(s.organization_id, s.id),
                          CASE WHEN s.kind <> 'deposit_application' THEN accounting.settlement_fault(s.organization_id, s.id) END))
        INTO fault
        FROM accounting.settlement s
        WHERE (s.organization_id, s.id) IN (SELECT p.organization_id, p.settlement_id FROM new_parts p);
      IF fault IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
      END IF;
      RETURN NULL;
    END $$;

    DROP TRIGGER check_settlement_entry ON accounting.journal_entry;
    CREATE CONSTRAINT TRIGGER check_settlement_entry AFTER INSERT ON accounting.journal_entry
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (NEW.origin IN ('receipt', 'refund', 'write_off', 'deposit_application'))
      EXECUTE FUNCTION accounting.check_settlement_entry();
  `);
}

/** Deposits are applied to what was invoiced later: a document that takes them from their account to that of the charge. */
export class AccountingDepositApplication1764400130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await widen(runner);
    await createRules(runner);
    await proveByKind(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION accounting.check_new_settlement() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        fault text := accounting.settlement_fault(NEW.organization_id, NEW.id);
      BEGIN
        IF fault IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
        END IF;
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION accounting.check_new_settlement_parts() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        fault text;
      BEGIN
        SELECT min(accounting.settlement_fault(n.organization_id, n.settlement_id)) INTO fault
          FROM (SELECT DISTINCT p.organization_id, p.settlement_id FROM new_parts p) n;
        IF fault IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
        END IF;
        RETURN NULL;
      END $$;
      DROP TRIGGER check_settlement_entry ON accounting.journal_entry;
      CREATE CONSTRAINT TRIGGER check_settlement_entry AFTER INSERT ON accounting.journal_entry
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin IN ('receipt', 'refund', 'write_off'))
        EXECUTE FUNCTION accounting.check_settlement_entry();
      DROP FUNCTION accounting.application_fault(uuid, uuid);
      DROP INDEX accounting.open_item_credit_idx;
      ALTER TABLE accounting.settlement_part
        DROP CONSTRAINT settlement_part_purpose_check,
        ADD CONSTRAINT settlement_part_purpose_check
          CHECK (purpose IN ('payment', 'early_discount', 'payment_difference', 'write_off'));
      ALTER TABLE accounting.settlement
        DROP CONSTRAINT settlement_money,
        ADD CONSTRAINT settlement_money CHECK (
          (kind = 'write_off') = (account_id IS NULL) AND (account_id IS NULL) = (entry_id IS NULL)
          AND (bank_account_id IS NULL OR account_id IS NOT NULL)),
        DROP CONSTRAINT settlement_kind_check,
        ADD CONSTRAINT settlement_kind_check CHECK (kind IN ('receipt', 'refund', 'write_off'));
    `);
  }
}
