import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULES = `
  -- Tax that waits is on the account of its code, which stays the account of what still waits.
  CREATE FUNCTION accounting.keep_cash_basis_account() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.tax_code k WHERE k.organization_id = OLD.organization_id AND k.id = OLD.id FOR UPDATE;
    PERFORM FROM accounting.tax_line t
      WHERE t.organization_id = OLD.organization_id AND t.tax_code_id = OLD.id AND t.is_deferred LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU640', MESSAGE = 'Documents left tax that is not due on the account; it stays the account of the code.';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER keep_cash_basis_account BEFORE UPDATE OF cash_basis_account_id ON accounting.tax_code
    FOR EACH ROW WHEN (NEW.cash_basis_account_id IS DISTINCT FROM OLD.cash_basis_account_id)
    EXECUTE FUNCTION accounting.keep_cash_basis_account();

  -- What waits of an entry, with the entry that reverses it, and what of it an allocation moved.
  CREATE FUNCTION accounting.deferred_taxes(organization uuid, document uuid)
    RETURNS TABLE (tax_code_id uuid, rate numeric, category text, base numeric, tax numeric, functional_base numeric,
                   functional_tax numeric)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT w.tax_code_id, w.rate, w.category, sum(w.base), sum(w.tax), sum(w.functional_base), sum(w.functional_tax)
    FROM (
      SELECT t.tax_code_id, trim_scale(t.rate) AS rate, t.category, t.base, t.tax, t.functional_base, t.functional_tax
      FROM accounting.tax_line t
      WHERE t.organization_id = organization AND t.is_deferred
        AND t.entry_id IN (SELECT document UNION ALL
                           SELECT e.id FROM accounting.journal_entry e
                           WHERE e.organization_id = organization AND e.reversal_of = document)
      UNION ALL
      SELECT m.tax_code_id, trim_scale(m.rate), m.category, -m.base, -m.tax, -m.functional_base, -m.functional_tax
      FROM accounting.cash_basis_movement m
      WHERE m.organization_id = organization AND m.document_entry_id = document) w
    GROUP BY 1, 2, 3
  $$;
  REVOKE EXECUTE ON FUNCTION accounting.deferred_taxes(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.deferred_taxes(uuid, uuid) TO bureau_app;

  -- Movements come with their allocation, are of what it joins, and are taken back as they were made.
  CREATE FUNCTION accounting.check_cash_basis_movements() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN a.created_at <> now() OR a.legal_entity_id <> n.legal_entity_id THEN
               'What an allocation makes of waiting tax is written with it.'
             WHEN n.document_entry_id NOT IN (d.entry_id, c.entry_id) THEN
               'An allocation moves the tax of the documents that it joins.'
             WHEN n.kind = 'due' AND n.entry_id IS NOT NULL AND (e.origin, e.origin_id, e.entry_date, e.posted_at)
                    IS DISTINCT FROM ('cash_basis_tax', a.group_id, a.effective_on, now()) THEN
               'Tax becomes due by an entry of the allocation, on the day on which that takes effect.'
           END) INTO fault
      FROM new_movements n
      JOIN accounting.allocation a ON a.organization_id = n.organization_id AND a.id = n.allocation_id
      JOIN accounting.open_item d ON d.organization_id = a.organization_id AND d.id = a.debit_item_id
      JOIN accounting.open_item c ON c.organization_id = a.organization_id AND c.id = a.credit_item_id
      LEFT JOIN accounting.journal_entry e ON e.organization_id = n.organization_id AND e.id = n.entry_id;
    IF fault IS NULL THEN
      PERFORM FROM new_movements n WHERE n.kind = 'offset'
        GROUP BY n.organization_id, n.allocation_id, n.tax_code_id, n.rate, n.category
        HAVING sum(n.base) <> 0 OR sum(n.tax) <> 0 OR sum(n.functional_base) <> 0 OR sum(n.functional_tax) <> 0;
      IF FOUND THEN
        fault := 'Of two documents that are settled with each other, one waits for as much less as the other.';
      END IF;
    END IF;
    IF fault IS NULL THEN
      PERFORM FROM (SELECT DISTINCT n.organization_id, n.allocation_id FROM new_movements n) s
        JOIN accounting.allocation a ON a.organization_id = s.organization_id AND a.id = s.allocation_id
        CROSS JOIN LATERAL (
          SELECT m.document_entry_id, m.kind, m.tax_code_id, m.rate, m.category
          FROM accounting.cash_basis_movement m
          WHERE m.organization_id = s.organization_id AND m.allocation_id IN (a.id, a.undoes)
          GROUP BY 1, 2, 3, 4, 5
          HAVING sum(m.base) <> 0 OR sum(m.tax) <> 0 OR sum(m.functional_base) <> 0 OR sum(m.functional_tax) <> 0) f
        WHERE a.undoes IS NOT NULL;
      IF FOUND THEN
        fault := 'What is undone takes back what it made of waiting tax.';
      END IF;
    END IF;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU641', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_cash_basis_movements AFTER INSERT ON accounting.cash_basis_movement
    REFERENCING NEW TABLE AS new_movements FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_cash_basis_movements();

  -- Why the waiting tax of a document is not what its items say; null where it is, and for entries without such tax.
  CREATE FUNCTION accounting.deferred_tax_fault(organization uuid, document uuid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    amount numeric;
    open numeric;
  BEGIN
    SELECT sum(abs(i.amount)), sum(abs(i.open_amount)) INTO amount, open FROM accounting.open_item i
      WHERE i.organization_id = organization AND i.entry_id = document AND i.control = 'receivable';
    IF open = 0 THEN
      PERFORM FROM accounting.deferred_taxes(organization, document) w WHERE w.functional_tax <> 0;
      IF FOUND THEN
        RETURN 'A document that is settled has no tax that still waits.';
      END IF;
    ELSIF open = amount THEN
      PERFORM FROM accounting.cash_basis_movement m
        WHERE m.organization_id = organization AND m.document_entry_id = document
        GROUP BY m.tax_code_id, m.rate, m.category
        HAVING sum(m.base) <> 0 OR sum(m.tax) <> 0 OR sum(m.functional_base) <> 0 OR sum(m.functional_tax) <> 0;
      IF FOUND THEN
        RETURN 'Of a document that nothing settles all tax waits.';
      END IF;
    END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION accounting.deferred_tax_fault(uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.deferred_tax_fault(uuid, uuid) TO bureau_app;

  -- Whoever settles a document with waiting tax says by the commit what became of that.
  CREATE FUNCTION accounting.check_tax_of_allocation() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    document uuid;
    fault text;
  BEGIN
    FOR document IN
      SELECT i.entry_id FROM accounting.open_item i
      JOIN accounting.journal_entry e ON e.organization_id = i.organization_id AND e.id = i.entry_id
      WHERE i.organization_id = NEW.organization_id AND i.id IN (NEW.debit_item_id, NEW.credit_item_id)
        AND EXISTS (SELECT FROM accounting.tax_line t
                    WHERE t.organization_id = i.organization_id AND t.entry_id = i.entry_id AND t.is_deferred)
        -- An entry and its reversal wait for nothing together.
        AND e.reversal_of IS NULL
        AND NOT EXISTS (SELECT FROM accounting.open_item o
                        JOIN accounting.journal_entry r ON r.organization_id = o.organization_id AND r.id = o.entry_id
                        WHERE o.organization_id = NEW.organization_id AND o.id IN (NEW.debit_item_id, NEW.credit_item_id)
                          AND r.reversal_of = i.entry_id)
    LOOP
      PERFORM FROM accounting.cash_basis_movement m
        WHERE m.organization_id = NEW.organization_id AND m.allocation_id = NEW.id AND m.document_entry_id = document;
      fault := CASE WHEN FOUND THEN accounting.deferred_tax_fault(NEW.organization_id, document)
                    ELSE 'An allocation of a document with waiting tax says what becomes of that.' END;
      IF fault IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'BU642', MESSAGE = fault;
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_tax_of_allocation AFTER INSERT ON accounting.allocation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_tax_of_allocation();

  -- An entry that makes tax due takes it off what waits, and posts the movements that name it and nothing else.
  CREATE FUNCTION accounting.check_cash_basis_entry() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    IF NEW.reversal_of IS NOT NULL THEN
      fault := 'Tax that became due is taken back by undoing the allocation.';
    END IF;
    PERFORM FROM (
        SELECT t.tax_code_id, trim_scale(t.rate) AS rate, t.category, t.is_deferred, sum(t.base) AS base, sum(t.tax) AS tax,
               sum(t.functional_base) AS functional_base, sum(t.functional_tax) AS functional_tax
        FROM accounting.tax_line t
        WHERE t.organization_id = NEW.organization_id AND t.entry_id = NEW.id AND t.tax_point_on = NEW.entry_date
        GROUP BY 1, 2, 3, 4) posted
      FULL JOIN (
        SELECT m.tax_code_id, trim_scale(m.rate) AS rate, m.category, side.is_deferred, sum(m.base * side.sign) AS base,
               sum(m.tax * side.sign) AS tax, sum(m.functional_base * side.sign) AS functional_base,
               sum(m.functional_tax * side.sign) AS functional_tax
        FROM accounting.cash_basis_movement m
        CROSS JOIN (VALUES (true, -1), (false, 1)) AS side (is_deferred, sign)
        WHERE m.organization_id = NEW.organization_id AND m.entry_id = NEW.id
        GROUP BY 1, 2, 3, 4) moved USING (tax_code_id, rate, category, is_deferred)
      WHERE (posted.base, posted.tax, posted.functional_base, posted.functional_tax) IS DISTINCT FROM
            (moved.base, moved.tax, moved.functional_base, moved.functional_tax);
    IF FOUND THEN
      fault := 'An entry makes as much tax due as its allocations move.';
    END IF;
    PERFORM FROM accounting.journal_line l
      WHERE l.organization_id = NEW.organization_id AND l.entry_id = NEW.id
        AND NOT EXISTS (SELECT FROM accounting.tax_line t
                        WHERE t.organization_id = l.organization_id AND t.entry_id = l.entry_id AND t.line_number = l.line_number);
    IF FOUND THEN
      fault := 'An entry that makes tax due posts tax and nothing else.';
    END IF;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU643', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_cash_basis_entry AFTER INSERT ON accounting.journal_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'cash_basis_tax')
    EXECUTE FUNCTION accounting.check_cash_basis_entry();
`;

/** Taxes on a cash basis: what waits until it is paid, and what each allocation makes of that. */
export class AccountingCashBasisTax1764400170000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.tax_line ADD COLUMN is_deferred boolean NOT NULL DEFAULT false;
      -- What waits is in the books, and of sales.
      ALTER TABLE accounting.tax_line ADD CONSTRAINT tax_line_deferred
        CHECK (NOT is_deferred OR (direction = 'sale' AND functional_tax <> 0));
      CREATE INDEX tax_line_deferred_idx ON accounting.tax_line (organization_id, entry_id) WHERE is_deferred;
      ALTER TABLE accounting.tax_code ADD CONSTRAINT tax_code_cash_basis_apart
        CHECK (cash_basis_account_id <> output_account_id) NOT VALID;

      -- What leaves the waiting tax of a document by an allocation: it becomes due by an entry, or goes off against that of
      -- another document (offset). Of an allocation that is undone, below zero. What is too little to be posted waits on.
      CREATE TABLE accounting.cash_basis_movement (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        allocation_id uuid NOT NULL,
        document_entry_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('due', 'offset')),
        tax_code_id uuid NOT NULL,
        rate numeric NOT NULL CHECK (rate >= 0),
        category text NOT NULL CHECK (category IN ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M')),
        base numeric NOT NULL,
        tax numeric NOT NULL,
        functional_base numeric NOT NULL,
        functional_tax numeric NOT NULL,
        entry_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT cash_basis_movement_key
          UNIQUE (organization_id, allocation_id, document_entry_id, kind, tax_code_id, rate, category),
        CONSTRAINT cash_basis_movement_allocation_fk FOREIGN KEY (organization_id, allocation_id)
          REFERENCES accounting.allocation (organization_id, id),
        CONSTRAINT cash_basis_movement_document_fk FOREIGN KEY (organization_id, document_entry_id)
          REFERENCES accounting.journal_entry (organization_id, id),
        CONSTRAINT cash_basis_movement_entry_fk FOREIGN KEY (organization_id, entry_id)
          REFERENCES accounting.journal_entry (organization_id, id),
        CONSTRAINT cash_basis_movement_code_fk FOREIGN KEY (organization_id, tax_code_id)
          REFERENCES accounting.tax_code (organization_id, id),
        CONSTRAINT cash_basis_movement_posted CHECK (
          CASE kind WHEN 'due' THEN (entry_id IS NOT NULL) = (functional_tax <> 0)
            AND (functional_tax <> 0 OR (base = 0 AND tax = 0 AND functional_base = 0))
          ELSE entry_id IS NULL END)
      );
      CREATE INDEX cash_basis_movement_document_idx ON accounting.cash_basis_movement (organization_id, document_entry_id);
      CREATE INDEX cash_basis_movement_entry_idx ON accounting.cash_basis_movement (organization_id, entry_id)
        WHERE entry_id IS NOT NULL;
      CALL platform.protect_table('accounting.cash_basis_movement', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.cash_basis_movement');
    `);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_cash_basis_entry ON accounting.journal_entry;
      DROP TRIGGER check_tax_of_allocation ON accounting.allocation;
      DROP TRIGGER keep_cash_basis_account ON accounting.tax_code;
      DROP TABLE accounting.cash_basis_movement;
      DROP FUNCTION accounting.check_cash_basis_entry(), accounting.check_tax_of_allocation(),
                    accounting.deferred_tax_fault(uuid, uuid), accounting.check_cash_basis_movements(),
                    accounting.deferred_taxes(uuid, uuid), accounting.keep_cash_basis_account();
      ALTER TABLE accounting.tax_code DROP CONSTRAINT tax_code_cash_basis_apart;
    `);
    await runner.query('ALTER TABLE accounting.tax_line DROP COLUMN is_deferred');
  }
}
