import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A refund settles credits with what is paid back, and with what is taken back of what had been withheld. */
const PARTS = `
  CREATE OR REPLACE FUNCTION accounting.settlement_faults(organization uuid, settlements uuid[]) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN EXISTS (
               SELECT FROM (SELECT s.entry_id AS id WHERE s.entry_id IS NOT NULL
                            UNION ALL SELECT p.entry_id FROM accounting.settlement_part p
                            WHERE p.organization_id = organization AND p.settlement_id = s.id) named
               LEFT JOIN accounting.journal_entry e ON e.organization_id = organization AND e.id = named.id
                 AND e.legal_entity_id = s.legal_entity_id AND e.origin = s.kind AND e.origin_id = s.id
                 AND e.entry_date = s.settled_on AND e.reversal_of IS NULL
               WHERE e.id IS NULL) THEN
               'BU530 A settlement names entries of its own, of its legal entity and date.'
             -- All that an entry has of parties is of this one, in this currency, and what the document says.
             WHEN EXISTS (
               SELECT FROM (SELECT s.entry_id AS id, s.amount WHERE s.entry_id IS NOT NULL
                            UNION ALL SELECT p.entry_id, p.amount FROM accounting.settlement_part p
                            WHERE p.organization_id = organization AND p.settlement_id = s.id AND p.purpose <> 'payment') said
               WHERE said.amount IS DISTINCT FROM (
                 SELECT CASE WHEN bool_and((i.party_id, i.currency, i.control) IS NOT DISTINCT FROM (s.party_id, s.currency, 'receivable'))
                        THEN side * sum(i.amount) END
                 FROM accounting.open_item i WHERE i.organization_id = organization AND i.entry_id = said.id)) THEN
               'BU531 A settlement is of the amounts that its entries post to its customer.'
             WHEN s.account_id IS NOT NULL AND side * (s.charge - s.amount) IS DISTINCT FROM (
               SELECT sum(l.debit - l.credit) FROM accounting.journal_line l
               WHERE l.organization_id = organization AND l.entry_id = s.entry_id AND l.account_id = s.account_id
                 AND l.currency = s.currency) THEN
               'BU531 A settlement is of the amount that its entry posts to the account of the money.'
             WHEN EXISTS (
               SELECT FROM (
                 SELECT p.item_id, p.amount FROM accounting.settlement_part p
                 WHERE p.organization_id = organization AND p.settlement_id = s.id
                   AND (p.purpose = 'payment') = (p.entry_id IS NOT DISTINCT FROM s.entry_id)
                   AND CASE s.kind WHEN 'receipt' THEN p.purpose <> 'write_off'
                       WHEN 'refund' THEN p.purpose IN ('payment', 'withholding') ELSE p.purpose = 'write_off' END
                 UNION ALL
                 SELECT CASE side WHEN 1 THEN a.credit_item_id ELSE a.debit_item_id END, -a.amount FROM accounting.allocation a
                 WHERE a.organization_id = organization AND a.group_id = s.id AND a.undoes IS NULL) t
               GROUP BY t.item_id HAVING sum(t.amount) <> 0) THEN
               'BU532 The parts of a settlement are what it settled of each item.'
             WHEN EXISTS (
               SELECT FROM accounting.settlement_part p
               WHERE p.organization_id = organization AND p.settlement_id = s.id AND p.purpose IN ('payment', 'write_off')
               HAVING CASE s.kind WHEN 'receipt' THEN coalesce(sum(p.amount), 0) > s.amount
                      ELSE sum(p.amount) IS DISTINCT FROM s.amount END) THEN
               'BU532 The parts of a settlement come to its amount; those of a receipt to no more.'
           END) INTO fault
      FROM accounting.settlement s
      CROSS JOIN LATERAL (SELECT CASE s.kind WHEN 'refund' THEN 1 ELSE -1 END AS side) of_kind
      WHERE s.organization_id = organization AND s.id = ANY (settlements) AND s.kind <> 'deposit_application';
    RETURN fault;
  END $$;
`;

const PARTS_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.settlement_faults(organization uuid, settlements uuid[]) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN EXISTS (
               SELECT FROM (SELECT s.entry_id AS id WHERE s.entry_id IS NOT NULL
                            UNION ALL SELECT p.entry_id FROM accounting.settlement_part p
                            WHERE p.organization_id = organization AND p.settlement_id = s.id) named
               LEFT JOIN accounting.journal_entry e ON e.organization_id = organization AND e.id = named.id
                 AND e.legal_entity_id = s.legal_entity_id AND e.origin = s.kind AND e.origin_id = s.id
                 AND e.entry_date = s.settled_on AND e.reversal_of IS NULL
               WHERE e.id IS NULL) THEN
               'BU530 A settlement names entries of its own, of its legal entity and date.'
             -- All that an entry has of parties is of this one, in this currency, and what the document says.
             WHEN EXISTS (
               SELECT FROM (SELECT s.entry_id AS id, s.amount WHERE s.entry_id IS NOT NULL
                            UNION ALL SELECT p.entry_id, p.amount FROM accounting.settlement_part p
                            WHERE p.organization_id = organization AND p.settlement_id = s.id AND p.purpose <> 'payment') said
               WHERE said.amount IS DISTINCT FROM (
                 SELECT CASE WHEN bool_and((i.party_id, i.currency, i.control) IS NOT DISTINCT FROM (s.party_id, s.currency, 'receivable'))
                        THEN side * sum(i.amount) END
                 FROM accounting.open_item i WHERE i.organization_id = organization AND i.entry_id = said.id)) THEN
               'BU531 A settlement is of the amounts that its entries post to its customer.'
             WHEN s.account_id IS NOT NULL AND side * (s.charge - s.amount) IS DISTINCT FROM (
               SELECT sum(l.debit - l.credit) FROM accounting.journal_line l
               WHERE l.organization_id = organization AND l.entry_id = s.entry_id AND l.account_id = s.account_id
                 AND l.currency = s.currency) THEN
               'BU531 A settlement is of the amount that its entry posts to the account of the money.'
             WHEN EXISTS (
               SELECT FROM (
                 SELECT p.item_id, p.amount FROM accounting.settlement_part p
                 WHERE p.organization_id = organization AND p.settlement_id = s.id
                   AND (p.purpose = 'payment') = (p.entry_id IS NOT DISTINCT FROM s.entry_id)
                   AND CASE s.kind WHEN 'receipt' THEN p.purpose <> 'write_off'
                       WHEN 'refund' THEN p.purpose = 'payment' ELSE p.purpose = 'write_off' END
                 UNION ALL
                 SELECT CASE side WHEN 1 THEN a.credit_item_id ELSE a.debit_item_id END, -a.amount FROM accounting.allocation a
                 WHERE a.organization_id = organization AND a.group_id = s.id AND a.undoes IS NULL) t
               GROUP BY t.item_id HAVING sum(t.amount) <> 0) THEN
               'BU532 The parts of a settlement are what it settled of each item.'
             WHEN EXISTS (
               SELECT FROM accounting.settlement_part p
               WHERE p.organization_id = organization AND p.settlement_id = s.id AND p.purpose IN ('payment', 'write_off')
               HAVING CASE s.kind WHEN 'receipt' THEN coalesce(sum(p.amount), 0) > s.amount
                      ELSE sum(p.amount) IS DISTINCT FROM s.amount END) THEN
               'BU532 The parts of a settlement come to its amount; those of a receipt to no more.'
           END) INTO fault
      FROM accounting.settlement s
      CROSS JOIN LATERAL (SELECT CASE s.kind WHEN 'refund' THEN 1 ELSE -1 END AS side) of_kind
      WHERE s.organization_id = organization AND s.id = ANY (settlements) AND s.kind <> 'deposit_application';
    RETURN fault;
  END $$;
`;

/** What is taken back reduces the claim, on the account of its code. */
const FAULT = `
  CREATE OR REPLACE FUNCTION accounting.withholding_fault(organization uuid, withholding uuid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    own accounting.withholding;
    part accounting.settlement_part;
    side integer;
  BEGIN
    SELECT * INTO own FROM accounting.withholding w WHERE w.organization_id = organization AND w.id = withholding;
    SELECT * INTO part FROM accounting.settlement_part p
      WHERE p.organization_id = organization AND p.settlement_id = own.settlement_id AND p.position = own.position;
    SELECT CASE s.kind WHEN 'refund' THEN -1 ELSE 1 END INTO side FROM accounting.settlement s
      JOIN accounting.books b ON b.organization_id = s.organization_id AND b.legal_entity_id = s.legal_entity_id
      WHERE s.organization_id = organization AND s.id = own.settlement_id AND s.kind IN ('receipt', 'refund')
        AND s.currency = b.functional_currency;
    IF NOT FOUND OR part.purpose <> 'withholding' THEN
      RETURN 'A withholding is a part of a receipt or refund in the functional currency.';
    END IF;
    IF own.base < part.amount THEN
      RETURN 'No more is withheld than what it is reckoned of.';
    END IF;
    IF side * part.amount IS DISTINCT FROM (
        SELECT sum(l.functional_debit - l.functional_credit) FROM accounting.journal_line l
        WHERE l.organization_id = organization AND l.entry_id = part.entry_id AND l.account_id = own.account_id) THEN
      RETURN 'What is withheld is claimed on the account of its code.';
    END IF;
    RETURN NULL;
  END $$;
`;

const FAULT_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.withholding_fault(organization uuid, withholding uuid) RETURNS text
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
`;

const SUMS = `
  -- What is withheld of a customer, by whatever party it stands for, less what was taken back.
  CREATE FUNCTION accounting.withheld_of_customer(organization uuid, party uuid, code uuid) RETURNS numeric
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(sum(CASE s.kind WHEN 'receipt' THEN p.amount ELSE -p.amount END), 0)
    FROM accounting.party n
    JOIN accounting.party q ON q.organization_id = n.organization_id
      AND CASE WHEN q.survivor_id IS NULL THEN q.id ELSE q.survivor_id END
        = CASE WHEN n.survivor_id IS NULL THEN n.id ELSE n.survivor_id END
    JOIN accounting.settlement s ON s.organization_id = q.organization_id AND s.party_id = q.id
      AND s.kind IN ('receipt', 'refund')
    JOIN accounting.withholding w ON w.organization_id = s.organization_id AND w.settlement_id = s.id AND w.code_id = code
    JOIN accounting.settlement_part p ON p.organization_id = w.organization_id AND p.settlement_id = w.settlement_id
      AND p.position = w.position
    WHERE n.organization_id = organization AND n.id = party
      AND NOT EXISTS (SELECT FROM accounting.settlement_reversal r
                      WHERE r.organization_id = s.organization_id AND r.settlement_id = s.id)
  $$;
  REVOKE EXECUTE ON FUNCTION accounting.withheld_of_customer(uuid, uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.withheld_of_customer(uuid, uuid, uuid) TO bureau_app;

  -- What is withheld of an invoice, and what refunds of its credit notes have taken back of that; of a credit note that
  -- stands alone, what was taken back of it.
  CREATE FUNCTION accounting.withheld_of_document(organization uuid, document uuid, code uuid,
      OUT withheld numeric, OUT taken_back numeric)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(sum(p.amount) FILTER (WHERE s.kind = 'receipt'), 0),
           coalesce(sum(p.amount) FILTER (WHERE s.kind = 'refund'), 0)
    FROM (SELECT d.entry_id FROM accounting.sales_document d WHERE d.organization_id = organization AND d.id = document
          UNION ALL
          SELECT c.entry_id FROM accounting.sales_document c WHERE c.organization_id = organization AND c.credits_id = document) e
    JOIN accounting.open_item i ON i.organization_id = organization AND i.entry_id = e.entry_id
    JOIN accounting.settlement_part p ON p.organization_id = organization AND p.item_id = i.id AND p.purpose = 'withholding'
    JOIN accounting.settlement s ON s.organization_id = organization AND s.id = p.settlement_id
    JOIN accounting.withholding w ON w.organization_id = organization AND w.settlement_id = p.settlement_id
      AND w.position = p.position AND w.code_id = code
    WHERE NOT EXISTS (SELECT FROM accounting.settlement_reversal r
                      WHERE r.organization_id = organization AND r.settlement_id = s.id)
  $$;
  REVOKE EXECUTE ON FUNCTION accounting.withheld_of_document(uuid, uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.withheld_of_document(uuid, uuid, uuid) TO bureau_app;
`;

const RULES = `
  -- Why more has been taken back of what a settlement withheld, or took back, than was withheld; null where it has not.
  -- Whoever asks holds the customer, so that nobody else takes back, or reverses what was withheld, meanwhile.
  CREATE FUNCTION accounting.taken_back_fault(organization uuid, settlement uuid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM FROM accounting.withholding w
      JOIN accounting.settlement s ON s.organization_id = organization AND s.id = w.settlement_id
      WHERE w.organization_id = organization AND w.settlement_id = settlement
        AND accounting.withheld_of_customer(organization, s.party_id, w.code_id) < 0;
    IF FOUND THEN
      RETURN 'No more is taken back than was withheld of the customer under the code.';
    END IF;
    PERFORM FROM accounting.withholding w
      JOIN accounting.settlement_part p ON p.organization_id = organization AND p.settlement_id = w.settlement_id
        AND p.position = w.position
      JOIN accounting.open_item i ON i.organization_id = organization AND i.id = p.item_id
      JOIN accounting.sales_document d ON d.organization_id = organization AND d.entry_id = i.entry_id
      CROSS JOIN LATERAL accounting.withheld_of_document(organization, coalesce(d.credits_id, d.id), w.code_id) known
      WHERE w.organization_id = organization AND w.settlement_id = settlement
        AND (d.kind = 'invoice' OR d.credits_id IS NOT NULL) AND known.taken_back > known.withheld;
    IF FOUND THEN
      RETURN 'No more is taken back than was withheld of the invoice that the credit note takes back.';
    END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION accounting.taken_back_fault(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.taken_back_fault(uuid, uuid) TO bureau_app;

  -- Two who take back at once wait for each other here at the latest, and the second counts the first.
  CREATE FUNCTION accounting.hold_customer_of_settlement(organization uuid, settlement uuid) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM FROM accounting.party p
      WHERE p.organization_id = organization
        AND p.id = (SELECT coalesce(n.survivor_id, n.id) FROM accounting.settlement s
                    JOIN accounting.party n ON n.organization_id = s.organization_id AND n.id = s.party_id
                    WHERE s.organization_id = organization AND s.id = settlement)
      FOR NO KEY UPDATE;
  END $$;
  REVOKE EXECUTE ON FUNCTION accounting.hold_customer_of_settlement(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.hold_customer_of_settlement(uuid, uuid) TO bureau_app;

  CREATE FUNCTION accounting.check_withholding_taken_back() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    PERFORM FROM accounting.settlement s
      WHERE s.organization_id = NEW.organization_id AND s.id = NEW.settlement_id AND s.kind = 'refund';
    IF NOT FOUND THEN
      RETURN NULL;
    END IF;
    PERFORM accounting.hold_customer_of_settlement(NEW.organization_id, NEW.settlement_id);
    fault := accounting.taken_back_fault(NEW.organization_id, NEW.settlement_id);
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU790', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_withholding_taken_back AFTER INSERT ON accounting.withholding
    FOR EACH ROW EXECUTE FUNCTION accounting.check_withholding_taken_back();

  -- What was taken back had been withheld: its receipt stays until the refund is reversed.
  CREATE FUNCTION accounting.keep_withheld_of_refunds() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    PERFORM FROM accounting.withholding w
      JOIN accounting.settlement s ON s.organization_id = w.organization_id AND s.id = w.settlement_id
      WHERE w.organization_id = NEW.organization_id AND w.settlement_id = NEW.settlement_id AND s.kind = 'receipt';
    IF NOT FOUND THEN
      RETURN NULL;
    END IF;
    PERFORM accounting.hold_customer_of_settlement(NEW.organization_id, NEW.settlement_id);
    fault := accounting.taken_back_fault(NEW.organization_id, NEW.settlement_id);
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU791',
        MESSAGE = 'A refund took back what the receipt says was withheld; reverse the refund first.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER keep_withheld_of_refunds AFTER INSERT ON accounting.settlement_reversal
    FOR EACH ROW EXECUTE FUNCTION accounting.keep_withheld_of_refunds();
`;

/** Refunds take back what customers had withheld of what is credited, and never more. */
export class AccountingWithholdingTakenBack1764400280000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PARTS);
    await runner.query(FAULT);
    await runner.query(SUMS);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER keep_withheld_of_refunds ON accounting.settlement_reversal;
      DROP TRIGGER check_withholding_taken_back ON accounting.withholding;
      DROP FUNCTION accounting.keep_withheld_of_refunds(), accounting.check_withholding_taken_back(),
                    accounting.hold_customer_of_settlement(uuid, uuid), accounting.taken_back_fault(uuid, uuid),
                    accounting.withheld_of_document(uuid, uuid, uuid), accounting.withheld_of_customer(uuid, uuid, uuid);
    `);
    await runner.query(FAULT_BEFORE);
    await runner.query(PARTS_BEFORE);
  }
}
