import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What a customer paid, was paid back, or will never pay. The charge is what a bank or provider kept of a receipt.
    CREATE TABLE accounting.settlement (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('receipt', 'refund', 'write_off')),
      party_id uuid NOT NULL,
      settled_on date NOT NULL,
      currency text NOT NULL REFERENCES platform.currency (code),
      amount numeric NOT NULL CHECK (amount > 0 AND amount < 1e18),
      charge numeric NOT NULL DEFAULT 0 CHECK (charge >= 0 AND charge < amount),
      -- Where the money went to or came from.
      account_id uuid,
      bank_account_id uuid,
      entry_id uuid,
      is_deposit boolean NOT NULL DEFAULT false,
      reference text CHECK (length(reference) >= 1 AND length(reference) <= 100),
      note text CHECK (length(note) >= 1 AND length(note) <= 500),
      external_source text CHECK (length(external_source) >= 1 AND length(external_source) <= 100),
      external_id text CHECK (length(external_id) >= 1 AND length(external_id) <= 200),
      actor_id uuid NOT NULL,
      action text NOT NULL,
      request_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT settlement_entity_key UNIQUE (organization_id, legal_entity_id, id),
      CONSTRAINT settlement_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
        REFERENCES accounting.party (organization_id, legal_entity_id, id),
      CONSTRAINT settlement_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
        REFERENCES accounting.account (organization_id, legal_entity_id, id),
      CONSTRAINT settlement_bank_account_fk FOREIGN KEY (organization_id, legal_entity_id, bank_account_id)
        REFERENCES accounting.bank_account (organization_id, legal_entity_id, id),
      CONSTRAINT settlement_entry_fk FOREIGN KEY (organization_id, entry_id)
        REFERENCES accounting.journal_entry (organization_id, id),
      CONSTRAINT settlement_money CHECK (
        (kind = 'write_off') = (account_id IS NULL) AND (account_id IS NULL) = (entry_id IS NULL)
        AND (bank_account_id IS NULL OR account_id IS NOT NULL)),
      CONSTRAINT settlement_of_receipt CHECK (kind = 'receipt' OR (charge = 0 AND NOT is_deposit)),
      CONSTRAINT settlement_reason CHECK (kind <> 'write_off' OR note IS NOT NULL),
      CONSTRAINT settlement_external_pair CHECK ((external_source IS NULL) = (external_id IS NULL))
    );
    CREATE UNIQUE INDEX settlement_external_key
      ON accounting.settlement (organization_id, legal_entity_id, kind, external_source, external_id)
      WHERE external_source IS NOT NULL;
    CREATE INDEX settlement_date_idx ON accounting.settlement (organization_id, kind, settled_on, id);
    CREATE INDEX settlement_party_idx ON accounting.settlement (organization_id, party_id, settled_on, id);
    CALL platform.protect_table('accounting.settlement', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.settlement');

    -- What it did to one open item: paid, or taken off it for a reason, by an entry.
    CREATE TABLE accounting.settlement_part (
      organization_id uuid NOT NULL,
      settlement_id uuid NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      legal_entity_id uuid NOT NULL,
      item_id uuid NOT NULL,
      purpose text NOT NULL CHECK (purpose IN ('payment', 'early_discount', 'payment_difference', 'write_off')),
      amount numeric NOT NULL CHECK (amount > 0 AND amount < 1e18),
      entry_id uuid NOT NULL,
      -- Why a discount is granted that was not offered.
      reason text CHECK (length(reason) >= 1 AND length(reason) <= 500),
      PRIMARY KEY (organization_id, settlement_id, position),
      CONSTRAINT settlement_part_item_key UNIQUE (organization_id, settlement_id, item_id, purpose),
      CONSTRAINT settlement_part_settlement_fk FOREIGN KEY (organization_id, legal_entity_id, settlement_id)
        REFERENCES accounting.settlement (organization_id, legal_entity_id, id),
      CONSTRAINT settlement_part_item_fk FOREIGN KEY (organization_id, item_id)
        REFERENCES accounting.open_item (organization_id, id),
      CONSTRAINT settlement_part_entry_fk FOREIGN KEY (organization_id, entry_id)
        REFERENCES accounting.journal_entry (organization_id, id)
    );
    CREATE INDEX settlement_part_item_idx ON accounting.settlement_part (organization_id, item_id);
    CALL platform.protect_table('accounting.settlement_part', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.settlement_part');

    CREATE TABLE accounting.settlement_reversal (
      organization_id uuid NOT NULL,
      settlement_id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      reversed_on date NOT NULL,
      reason text NOT NULL CHECK (length(reason) >= 1 AND length(reason) <= 500),
      actor_id uuid NOT NULL,
      action text NOT NULL,
      request_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT settlement_reversal_pkey PRIMARY KEY (organization_id, settlement_id),
      CONSTRAINT settlement_reversal_settlement_fk FOREIGN KEY (organization_id, legal_entity_id, settlement_id)
        REFERENCES accounting.settlement (organization_id, legal_entity_id, id)
    );
    CALL platform.protect_table('accounting.settlement_reversal', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.settlement_reversal');
  `);
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Why a settlement is not what its entries and allocations say; null where it is.
    CREATE FUNCTION accounting.settlement_fault(organization uuid, settlement uuid) RETURNS text
      LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      document accounting.settlement;
      side integer;
    BEGIN
      SELECT * INTO document FROM accounting.settlement s WHERE s.organization_id = organization AND s.id = settlement;
      side := CASE document.kind WHEN 'refund' THEN 1 ELSE -1 END;

      PERFORM FROM (SELECT document.entry_id AS id WHERE document.entry_id IS NOT NULL
                    UNION SELECT p.entry_id FROM accounting.settlement_part p
                    WHERE p.organization_id = organization AND p.settlement_id = settlement) named
        LEFT JOIN accounting.journal_entry e ON e.organization_id = organization AND e.id = named.id
          AND e.legal_entity_id = document.legal_entity_id AND e.origin = document.kind AND e.origin_id = document.id
          AND e.entry_date = document.settled_on AND e.reversal_of IS NULL
        WHERE e.id IS NULL;
      IF FOUND THEN
        RETURN 'BU530 A settlement names entries of its own, of its legal entity and date.';
      END IF;

      -- All that an entry has of parties is of this one, in this currency, and what the document says.
      PERFORM FROM (SELECT document.entry_id AS id, document.amount WHERE document.entry_id IS NOT NULL
                    UNION ALL SELECT p.entry_id, p.amount FROM accounting.settlement_part p
                    WHERE p.organization_id = organization AND p.settlement_id = settlement AND p.purpose <> 'payment') said
        WHERE said.amount IS DISTINCT FROM (
            SELECT side * sum(i.amount) FROM accounting.open_item i
            WHERE i.organization_id = organization AND i.entry_id = said.id
              AND i.party_id = document.party_id AND i.currency = document.currency AND i.control = 'receivable')
          OR EXISTS (
            SELECT FROM accounting.open_item i
            WHERE i.organization_id = organization AND i.entry_id = said.id
              AND (i.party_id, i.currency, i.control) IS DISTINCT FROM (document.party_id, document.currency, 'receivable'));
      IF FOUND THEN
        RETURN 'BU531 A settlement is of the amounts that its entries post to its customer.';
      END IF;
      IF document.account_id IS NOT NULL AND side * (document.charge - document.amount) IS DISTINCT FROM (
          SELECT sum(l.debit - l.credit) FROM accounting.journal_line l
          WHERE l.organization_id = organization AND l.entry_id = document.entry_id
            AND l.account_id = document.account_id AND l.currency = document.currency) THEN
        RETURN 'BU531 A settlement is of the amount that its entry posts to the account of the money.';
      END IF;

      PERFORM FROM (
          SELECT p.item_id, sum(p.amount) AS amount FROM accounting.settlement_part p
          WHERE p.organization_id = organization AND p.settlement_id = settlement
            AND (p.purpose = 'payment') = (p.entry_id IS NOT DISTINCT FROM document.entry_id)
            AND CASE document.kind WHEN 'receipt' THEN p.purpose <> 'write_off' WHEN 'refund' THEN p.purpose = 'payment'
                ELSE p.purpose = 'write_off' END
          GROUP BY p.item_id) said
        FULL JOIN (
          SELECT CASE side WHEN 1 THEN a.credit_item_id ELSE a.debit_item_id END AS item_id, sum(a.amount) AS amount
          FROM accounting.allocation a
          WHERE a.organization_id = organization AND a.group_id = settlement AND a.undoes IS NULL
          GROUP BY 1) settled USING (item_id)
        WHERE said.amount IS DISTINCT FROM settled.amount;
      IF FOUND THEN
        RETURN 'BU532 The parts of a settlement are what it settled of each item.';
      END IF;
      PERFORM FROM accounting.settlement_part p
        WHERE p.organization_id = organization AND p.settlement_id = settlement AND p.purpose IN ('payment', 'write_off')
        HAVING CASE document.kind WHEN 'receipt' THEN coalesce(sum(p.amount), 0) > document.amount
               ELSE sum(p.amount) IS DISTINCT FROM document.amount END;
      IF FOUND THEN
        RETURN 'BU532 The parts of a settlement come to its amount; those of a receipt to no more.';
      END IF;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.settlement_fault(uuid, uuid) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION accounting.settlement_fault(uuid, uuid) TO bureau_app;

    CREATE FUNCTION accounting.check_new_settlement() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      fault text := accounting.settlement_fault(NEW.organization_id, NEW.id);
    BEGIN
      IF fault IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER check_new_settlement AFTER INSERT ON accounting.settlement
      FOR EACH ROW EXECUTE FUNCTION accounting.check_new_settlement();

    CREATE FUNCTION accounting.check_new_settlement_parts() RETURNS trigger
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
    CREATE TRIGGER check_new_settlement_parts AFTER INSERT ON accounting.settlement_part
      REFERENCING NEW TABLE AS new_parts FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_settlement_parts();

    CREATE FUNCTION accounting.check_new_settlement_reversal() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.settlement s
        WHERE s.organization_id = NEW.organization_id AND s.id = NEW.settlement_id AND s.settled_on > NEW.reversed_on;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU534', MESSAGE = 'A settlement is reversed on its date or later.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_new_settlement_reversal BEFORE INSERT ON accounting.settlement_reversal
      FOR EACH ROW EXECUTE FUNCTION accounting.check_new_settlement_reversal();

    -- What is reversed is reversed wholly, by the end of the transaction.
    CREATE FUNCTION accounting.check_settlement_reversed() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.settlement s
        JOIN accounting.journal_entry e ON e.organization_id = s.organization_id AND e.origin_id = s.id
          AND e.origin = s.kind AND e.reversal_of IS NULL
        LEFT JOIN accounting.journal_entry r ON r.organization_id = e.organization_id AND r.reversal_of = e.id
          AND r.entry_date = NEW.reversed_on
        WHERE s.organization_id = NEW.organization_id AND s.id = NEW.settlement_id AND r.id IS NULL;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU534', MESSAGE = 'All entries of a settlement are reversed with it, on its day.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER check_settlement_reversed AFTER INSERT ON accounting.settlement_reversal
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_settlement_reversed();
  `);
}

async function createRulesOfNeighbours(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- An entry that says it is of a settlement is one of those that the settlement names, or reverses one.
    CREATE FUNCTION accounting.check_settlement_entry() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.reversal_of IS NULL THEN
        PERFORM FROM accounting.settlement s
          WHERE s.organization_id = NEW.organization_id AND s.id = NEW.origin_id AND s.kind = NEW.origin
            AND (s.entry_id = NEW.id OR EXISTS (
              SELECT FROM accounting.settlement_part p
              WHERE p.organization_id = s.organization_id AND p.settlement_id = s.id AND p.entry_id = NEW.id));
      ELSE
        PERFORM FROM accounting.settlement_reversal r
          WHERE r.organization_id = NEW.organization_id AND r.settlement_id = NEW.origin_id AND r.reversed_on = NEW.entry_date;
      END IF;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU533', MESSAGE = 'An entry of a receipt, refund or write-off is named by it.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER check_settlement_entry AFTER INSERT ON accounting.journal_entry
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin IN ('receipt', 'refund', 'write_off'))
      EXECUTE FUNCTION accounting.check_settlement_entry();

    -- What was taken off an item for a reason, or paid back, stays settled until its document is reversed: its credit is
    -- nobody's money.
    CREATE FUNCTION accounting.keep_allocations_of_settlement() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM new_allocations n
        JOIN accounting.allocation u ON u.organization_id = n.organization_id AND u.id = n.undoes
        JOIN accounting.settlement s ON s.organization_id = u.organization_id AND s.id = u.group_id
        WHERE n.undoes IS NOT NULL
          AND (s.kind <> 'receipt' OR EXISTS (
            SELECT FROM accounting.settlement_part p
            WHERE p.organization_id = s.organization_id AND p.settlement_id = s.id AND p.purpose <> 'payment'))
          AND NOT EXISTS (
            SELECT FROM accounting.settlement_reversal r
            WHERE r.organization_id = s.organization_id AND r.settlement_id = s.id);
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU535',
          MESSAGE = 'The allocation is of a refund, a write-off, or a receipt with a discount or difference; reverse that.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER keep_allocations_of_settlement AFTER INSERT ON accounting.allocation
      REFERENCING NEW TABLE AS new_allocations FOR EACH STATEMENT
      EXECUTE FUNCTION accounting.keep_allocations_of_settlement();
  `);
}

/** Receipts, refunds and write-offs: documents that settle what customers owe, each with what it posted and settled. */
export class AccountingSettlement1764400061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createRules(runner);
    await createRulesOfNeighbours(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_settlement_entry ON accounting.journal_entry;
      DROP TRIGGER keep_allocations_of_settlement ON accounting.allocation;
      DROP TABLE accounting.settlement_reversal, accounting.settlement_part, accounting.settlement;
      DROP FUNCTION accounting.check_settlement_entry(), accounting.keep_allocations_of_settlement(),
                    accounting.check_settlement_reversed(), accounting.check_new_settlement_reversal(),
                    accounting.check_new_settlement_parts(), accounting.check_new_settlement(),
                    accounting.settlement_fault(uuid, uuid);
    `);
  }
}
