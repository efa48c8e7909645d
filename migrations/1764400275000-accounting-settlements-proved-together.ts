import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a command settled is found by its group, instead of among all that was ever settled. */
const INDEX = 'CREATE INDEX allocation_group_idx ON accounting.allocation (organization_id, group_id)';

/** The rules of a settlement, asked of all that one statement writes at once. */
const TOGETHER = `
  CREATE FUNCTION accounting.settlement_faults(organization uuid, settlements uuid[]) RETURNS text
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
  REVOKE EXECUTE ON FUNCTION accounting.settlement_faults(uuid, uuid[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.settlement_faults(uuid, uuid[]) TO bureau_app;

  CREATE OR REPLACE FUNCTION accounting.check_new_settlement_parts() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(coalesce(accounting.settlement_faults(n.organization_id, n.settlements),
                        (SELECT min(accounting.application_fault(n.organization_id, one.id)) FROM unnest(n.settlements) one (id))))
      INTO fault
      FROM (SELECT p.organization_id, array_agg(DISTINCT p.settlement_id) AS settlements FROM new_parts p GROUP BY 1) n;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
    END IF;
    RETURN NULL;
  END $$;

  CREATE OR REPLACE FUNCTION accounting.check_new_settlement() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    PERFORM FROM accounting.settlement_part p WHERE p.organization_id = NEW.organization_id AND p.settlement_id = NEW.id;
    IF FOUND THEN
      RETURN NULL;
    END IF;
    fault := CASE NEW.kind WHEN 'deposit_application' THEN accounting.application_fault(NEW.organization_id, NEW.id)
             ELSE accounting.settlement_faults(NEW.organization_id, ARRAY[NEW.id]) END;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
    END IF;
    RETURN NULL;
  END $$;

  DROP FUNCTION accounting.settlement_fault(uuid, uuid);
`;

const ONE_BY_ONE = `
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

  CREATE OR REPLACE FUNCTION accounting.check_new_settlement() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    PERFORM FROM accounting.settlement_part p WHERE p.organization_id = NEW.organization_id AND p.settlement_id = NEW.id;
    IF FOUND THEN
      RETURN NULL;
    END IF;
    fault := CASE NEW.kind WHEN 'deposit_application' THEN accounting.application_fault(NEW.organization_id, NEW.id)
             ELSE accounting.settlement_fault(NEW.organization_id, NEW.id) END;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
    END IF;
    RETURN NULL;
  END $$;

  DROP FUNCTION accounting.settlement_faults(uuid, uuid[]);
`;

/** Settlements that come together are proved together, and find what they settled by an index. */
export class AccountingSettlementsProvedTogether1764400275000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEX);
    await runner.query(TOGETHER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ONE_BY_ONE);
    await runner.query('DROP INDEX accounting.allocation_group_idx');
  }
}
