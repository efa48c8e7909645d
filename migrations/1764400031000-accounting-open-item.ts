import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receivables and payables by item: what each line of a party leaves open, and what was settled with what. */
export class AccountingOpenItem1764400031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A line of a party on an account that controls receivables or payables. Debits are above zero, credits below. Follows
      -- from lines and allocations alone; the party is the one that a merged party lives on in.
      CREATE TABLE accounting.open_item (
        organization_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        legal_entity_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        line_number integer NOT NULL,
        account_id uuid NOT NULL,
        control text NOT NULL CHECK (control IN ('receivable', 'payable')),
        party_id uuid NOT NULL,
        currency text NOT NULL,
        entry_date date NOT NULL,
        due_on date,
        amount numeric NOT NULL CHECK (amount <> 0),
        functional_amount numeric NOT NULL CHECK (sign(functional_amount) = sign(amount)),
        open_amount numeric NOT NULL,
        functional_open numeric NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT open_item_line_key UNIQUE (organization_id, entry_id, line_number),
        CONSTRAINT open_item_party_fk FOREIGN KEY (organization_id, party_id) REFERENCES accounting.party (organization_id, id),
        -- Between nothing and all, on its own side.
        CONSTRAINT open_item_open_amount CHECK (
          open_amount >= least(amount, 0) AND open_amount <= greatest(amount, 0)
          AND functional_open >= least(functional_amount, 0) AND functional_open <= greatest(functional_amount, 0)),
        -- What is settled in its currency leaves nothing behind in the functional one.
        CONSTRAINT open_item_settled_wholly CHECK (open_amount <> 0 OR functional_open = 0)
      ) WITH (fillfactor = 80);
      CREATE INDEX open_item_open_idx ON accounting.open_item (organization_id, legal_entity_id, control, party_id, due_on, id)
        WHERE open_amount <> 0;
      CREATE INDEX open_item_party_idx ON accounting.open_item (organization_id, party_id, entry_date, id);
      CREATE INDEX open_item_date_idx ON accounting.open_item (organization_id, legal_entity_id, control, entry_date, id);
      CALL platform.protect_table('accounting.open_item', 'derived');
      CALL platform.wall_legal_entity_of_many('accounting.open_item');

      -- An item is settled with an item of the other side, as far as the amount goes, on a date. An allocation is undone by
      -- one of the negative amounts. The functional amounts are what leaves each item; where they differ, currencies moved
      -- meanwhile, and an entry posts the difference.
      CREATE TABLE accounting.allocation (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        -- What was allocated by one command.
        group_id uuid NOT NULL,
        debit_item_id uuid NOT NULL,
        credit_item_id uuid NOT NULL,
        effective_on date NOT NULL,
        amount numeric NOT NULL CHECK (amount <> 0),
        functional_debit numeric NOT NULL CHECK (functional_debit = 0 OR sign(functional_debit) = sign(amount)),
        functional_credit numeric NOT NULL CHECK (functional_credit = 0 OR sign(functional_credit) = sign(amount)),
        difference_entry_id uuid,
        undoes uuid,
        actor_id uuid NOT NULL,
        action text NOT NULL,
        request_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT allocation_debit_fk FOREIGN KEY (organization_id, debit_item_id) REFERENCES accounting.open_item (organization_id, id),
        CONSTRAINT allocation_credit_fk FOREIGN KEY (organization_id, credit_item_id) REFERENCES accounting.open_item (organization_id, id),
        CONSTRAINT allocation_entry_fk FOREIGN KEY (organization_id, difference_entry_id)
          REFERENCES accounting.journal_entry (organization_id, id) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT allocation_undone_fk FOREIGN KEY (organization_id, undoes) REFERENCES accounting.allocation (organization_id, id),
        CONSTRAINT allocation_undone_sign CHECK ((undoes IS NULL) = (amount > 0)),
        CONSTRAINT allocation_difference CHECK ((functional_debit <> functional_credit) = (difference_entry_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX allocation_undone_key ON accounting.allocation (organization_id, undoes) WHERE undoes IS NOT NULL;
      CREATE INDEX allocation_debit_idx ON accounting.allocation (organization_id, debit_item_id);
      CREATE INDEX allocation_credit_idx ON accounting.allocation (organization_id, credit_item_id);
      CREATE INDEX allocation_date_idx ON accounting.allocation (organization_id, legal_entity_id, effective_on, id);
      CREATE INDEX allocation_entry_idx ON accounting.allocation (organization_id, difference_entry_id)
        WHERE difference_entry_id IS NOT NULL;
      CALL platform.protect_table('accounting.allocation', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.allocation');
    `);

    await runner.query(`
      -- Items come with their lines. What a reversal takes back is settled with it, whoever reverses.
      CREATE FUNCTION accounting.keep_open_items() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        fault text;
      BEGIN
        PERFORM FROM new_lines l WHERE l.party_id IS NOT NULL;
        IF NOT FOUND THEN
          PERFORM FROM new_lines l
            JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
            JOIN accounting.journal_line o
              ON o.organization_id = e.organization_id AND o.entry_id = e.reversal_of AND o.party_id IS NOT NULL
            WHERE l.line_number = 1;
          IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU462', MESSAGE = 'The lines of a reversal are of the parties of its original.';
          END IF;
          RETURN NULL;
        END IF;

        -- Before they are read: a party that is being merged is merged by then.
        PERFORM FROM accounting.party p
          WHERE (p.organization_id, p.id) IN (SELECT l.organization_id, l.party_id FROM new_lines l)
          ORDER BY p.organization_id, p.id FOR SHARE;

        SELECT min(CASE
                 WHEN e.reversal_of IS NOT NULL AND (o.party_id, o.due_on) IS DISTINCT FROM (l.party_id, l.due_on) THEN
                   'BU462 The lines of a reversal are of the parties of its original.'
                 WHEN l.party_id IS NULL THEN NULL
                 WHEN a.control NOT IN ('receivable', 'payable') THEN
                   format('BU460 Account %s takes no party: it controls neither receivables nor payables.', a.code)
                 WHEN p.id IS NULL THEN 'BU461 A line names a party of its own legal entity.'
                 WHEN l.debit = 0 AND l.credit = 0 AND (e.origin IS DISTINCT FROM 'allocation' OR e.reversal_of IS NOT NULL) THEN
                   'BU464 A line of a party in the functional currency alone belongs to an allocation.'
               END) INTO fault
          FROM new_lines l
          JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
          JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
          LEFT JOIN accounting.party p
            ON p.organization_id = l.organization_id AND p.id = l.party_id AND p.legal_entity_id = l.legal_entity_id
          LEFT JOIN accounting.journal_line o
            ON o.organization_id = e.organization_id AND o.entry_id = e.reversal_of AND o.line_number = l.line_number;
        IF fault IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
        END IF;

        INSERT INTO accounting.open_item
          (organization_id, legal_entity_id, entry_id, line_number, account_id, control, party_id, currency, entry_date, due_on,
           amount, functional_amount, open_amount, functional_open)
          SELECT l.organization_id, l.legal_entity_id, l.entry_id, l.line_number, l.account_id, a.control,
                 coalesce(p.survivor_id, p.id), l.currency, l.entry_date, l.due_on,
                 l.debit - l.credit, l.functional_debit - l.functional_credit,
                 l.debit - l.credit, l.functional_debit - l.functional_credit
          FROM new_lines l
          JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
          JOIN accounting.party p ON p.organization_id = l.organization_id AND p.id = l.party_id
          WHERE l.debit <> 0 OR l.credit <> 0;

        PERFORM FROM new_lines l
          JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
          WHERE e.reversal_of IS NOT NULL;
        IF NOT FOUND THEN RETURN NULL; END IF;
        PERFORM FROM new_lines l
          JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
          JOIN accounting.open_item i ON i.organization_id = e.organization_id AND i.entry_id = e.reversal_of
          WHERE l.line_number = 1 AND i.open_amount <> i.amount;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU463', MESSAGE = 'An item of the entry is settled, in part or wholly; undo its allocations first.';
        END IF;
        INSERT INTO accounting.allocation
          (organization_id, id, legal_entity_id, group_id, debit_item_id, credit_item_id, effective_on, amount,
           functional_debit, functional_credit, actor_id, action, request_id)
          SELECT n.organization_id, gen_random_uuid(), n.legal_entity_id, e.id,
                 CASE WHEN n.amount > 0 THEN n.id ELSE o.id END, CASE WHEN n.amount > 0 THEN o.id ELSE n.id END,
                 -- Until the original was opened again, others have settled it.
                 greatest(e.entry_date, (SELECT max(u.effective_on) FROM accounting.allocation u
                                         WHERE u.organization_id = o.organization_id AND u.undoes IS NOT NULL
                                           AND (u.debit_item_id = o.id OR u.credit_item_id = o.id))),
                 abs(n.amount), abs(n.functional_amount), abs(n.functional_amount), e.actor_id, e.action, e.request_id
          FROM new_lines l
          JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
          JOIN accounting.open_item n
            ON n.organization_id = l.organization_id AND n.entry_id = l.entry_id AND n.line_number = l.line_number
          JOIN accounting.open_item o
            ON o.organization_id = e.organization_id AND o.entry_id = e.reversal_of AND o.line_number = l.line_number
          WHERE e.reversal_of IS NOT NULL;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.keep_open_items() FROM PUBLIC;
      CREATE TRIGGER keep_open_items AFTER INSERT ON accounting.journal_line
        REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.keep_open_items();

      -- Whether an entry moves what each party has on each control account by what its items lose on one side more than on
      -- the other, and nothing else there.
      CREATE FUNCTION accounting.posts_differences(organization uuid, entry uuid) RETURNS boolean
        LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
        SELECT NOT EXISTS (
          SELECT FROM (
            SELECT l.account_id, l.currency, coalesce(p.survivor_id, p.id) AS party_id,
                   sum(l.functional_debit - l.functional_credit) AS amount, bool_or(l.debit <> 0 OR l.credit <> 0) AS of_item
            FROM accounting.journal_line l
            JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
            LEFT JOIN accounting.party p ON p.organization_id = l.organization_id AND p.id = l.party_id
            WHERE l.organization_id = organization AND l.entry_id = entry AND a.control IN ('receivable', 'payable')
            GROUP BY 1, 2, 3) posted
          FULL JOIN (
            SELECT d.account_id, d.currency, d.party_id, sum(n.functional_credit - n.functional_debit) AS amount
            FROM accounting.allocation n
            JOIN accounting.open_item d ON d.organization_id = n.organization_id AND d.id = n.debit_item_id
            WHERE n.organization_id = organization AND n.difference_entry_id = entry
            GROUP BY 1, 2, 3) settled USING (account_id, currency, party_id)
          WHERE coalesce(posted.of_item, false) OR coalesce(posted.amount, 0) <> coalesce(settled.amount, 0))
      $$;
      REVOKE EXECUTE ON FUNCTION accounting.posts_differences(uuid, uuid) FROM PUBLIC;

      -- What was posted for allocations, and they never came.
      CREATE FUNCTION accounting.check_difference_entry() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF NOT accounting.posts_differences(NEW.organization_id, NEW.id) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU468', MESSAGE = 'The entry of an allocation posts the difference of its functional amounts, and nothing else.';
        END IF;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.check_difference_entry() FROM PUBLIC;
      CREATE CONSTRAINT TRIGGER check_difference_entry AFTER INSERT ON accounting.journal_entry
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.origin = 'allocation')
        EXECUTE FUNCTION accounting.check_difference_entry();

      -- The rules of allocations, and what they leave open.
      CREATE FUNCTION accounting.check_new_allocations() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        fault text;
      BEGIN
        PERFORM FROM accounting.open_item i
          WHERE (i.organization_id, i.id) IN (SELECT n.organization_id, n.debit_item_id FROM new_allocations n
                                              UNION SELECT n.organization_id, n.credit_item_id FROM new_allocations n)
          ORDER BY i.organization_id, i.id FOR UPDATE;
        -- Whoever closes a period waits for this, or this for them.
        PERFORM FROM accounting.fiscal_period o
          WHERE EXISTS (SELECT FROM new_allocations n
                        WHERE n.organization_id = o.organization_id AND n.legal_entity_id = o.legal_entity_id
                          AND n.effective_on BETWEEN o.starts_on AND o.ends_on)
          ORDER BY o.id FOR SHARE;

        SELECT min(CASE
                 WHEN d.amount < 0 OR c.amount > 0 THEN 'BU465 An allocation joins a debit with a credit.'
                 WHEN (d.legal_entity_id, d.account_id, d.currency) IS DISTINCT FROM (c.legal_entity_id, c.account_id, c.currency)
                   OR n.legal_entity_id <> d.legal_entity_id THEN
                   'BU465 An allocation joins items of one account and one currency.'
                 WHEN n.undoes IS NULL AND d.party_id <> c.party_id THEN 'BU465 An allocation joins items of one party.'
                 WHEN n.effective_on < greatest(d.entry_date, c.entry_date) OR n.effective_on < u.effective_on THEN
                   'BU466 An allocation takes effect on the dates of what it joins or later.'
                 -- Else more than the item would have been settled between the two days.
                 WHEN n.undoes IS NULL AND EXISTS (
                   SELECT FROM accounting.allocation b
                   WHERE b.organization_id = n.organization_id AND b.undoes IS NOT NULL AND b.effective_on > n.effective_on
                     AND (b.debit_item_id = n.debit_item_id OR b.credit_item_id = n.credit_item_id)) THEN
                   'BU466 An item that was opened again is settled on that day or later.'
                 WHEN scale(n.amount) > k.minor_units OR scale(n.functional_debit) > f.minor_units
                   OR scale(n.functional_credit) > f.minor_units THEN
                   'BU465 An allocated amount has no more decimals than its currency.'
                 WHEN n.undoes IS NOT NULL
                   AND (u.debit_item_id, u.credit_item_id, u.amount, u.functional_debit, u.functional_credit) IS DISTINCT FROM
                       (n.debit_item_id, n.credit_item_id, -n.amount, -n.functional_debit, -n.functional_credit) THEN
                   'BU465 An allocation is undone as it was made.'
                 WHEN NOT EXISTS (
                   SELECT FROM accounting.fiscal_period o
                   WHERE o.organization_id = n.organization_id AND o.legal_entity_id = n.legal_entity_id
                     AND o.starts_on <= n.effective_on AND o.ends_on >= n.effective_on
                     AND o.status IN ('open', 'soft_closed') AND o.fiscal_year_status = 'open') THEN
                   format('BU467 No fiscal period is open on %s.', n.effective_on)
               END) INTO fault
          FROM new_allocations n
          JOIN accounting.open_item d ON d.organization_id = n.organization_id AND d.id = n.debit_item_id
          JOIN accounting.open_item c ON c.organization_id = n.organization_id AND c.id = n.credit_item_id
          JOIN accounting.books b ON b.organization_id = d.organization_id AND b.legal_entity_id = d.legal_entity_id
          JOIN platform.currency k ON k.code = d.currency
          JOIN platform.currency f ON f.code = b.functional_currency
          LEFT JOIN accounting.allocation u ON u.organization_id = n.organization_id AND u.id = n.undoes;
        IF fault IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
        END IF;

        -- The entry serves these and no others.
        PERFORM FROM (SELECT n.organization_id, n.difference_entry_id AS id, min(n.effective_on) AS first, max(n.effective_on) AS last
                      FROM new_allocations n WHERE n.difference_entry_id IS NOT NULL GROUP BY 1, 2) n
          WHERE NOT accounting.posts_differences(n.organization_id, n.id)
            OR NOT EXISTS (
              SELECT FROM accounting.journal_entry e
              WHERE e.organization_id = n.organization_id AND e.id = n.id AND e.origin = 'allocation'
                AND e.entry_date = n.first AND e.entry_date = n.last)
            OR EXISTS (
              SELECT FROM accounting.allocation o
              WHERE o.organization_id = n.organization_id AND o.difference_entry_id = n.id
                AND o.id NOT IN (SELECT m.id FROM new_allocations m));
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU468', MESSAGE = 'The entry of an allocation posts the difference of its functional amounts, and nothing else.';
        END IF;

        UPDATE accounting.open_item i
          SET open_amount = i.open_amount - t.amount, functional_open = i.functional_open - t.functional, updated_at = now()
          FROM (SELECT s.organization_id, s.item_id, sum(s.amount) AS amount, sum(s.functional) AS functional
                FROM (SELECT n.organization_id, n.debit_item_id AS item_id, n.amount, n.functional_debit AS functional
                      FROM new_allocations n
                      UNION ALL
                      SELECT n.organization_id, n.credit_item_id, -n.amount, -n.functional_credit FROM new_allocations n) s
                GROUP BY 1, 2) t
          WHERE i.organization_id = t.organization_id AND i.id = t.item_id;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.check_new_allocations() FROM PUBLIC;
      CREATE TRIGGER check_new_allocations AFTER INSERT ON accounting.allocation
        REFERENCING NEW TABLE AS new_allocations FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_allocations();

      -- Items until the transaction ends, in one order, so that nobody else settles them meanwhile. Runs as the owner, because
      -- a lock takes the right to change.
      CREATE FUNCTION accounting.hold_open_items(organization uuid, items uuid[]) RETURNS SETOF uuid
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF organization IS DISTINCT FROM platform.current_organization_id() THEN
          RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'Only the organization that acts holds its items.';
        END IF;
        RETURN QUERY SELECT i.id FROM accounting.open_item i
          WHERE i.organization_id = organization AND i.id = ANY (items) ORDER BY i.id FOR UPDATE;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.hold_open_items(uuid, uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION accounting.hold_open_items(uuid, uuid[]) TO bureau_app;

      -- Items follow their party into the one that it is merged into; lines stay what they are.
      CREATE FUNCTION accounting.follow_merged_party() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        UPDATE accounting.open_item i SET party_id = NEW.survivor_id, updated_at = now()
          WHERE i.organization_id = NEW.organization_id AND i.party_id = NEW.id;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.follow_merged_party() FROM PUBLIC;
      CREATE TRIGGER follow_merged_party AFTER UPDATE OF survivor_id ON accounting.party
        FOR EACH ROW WHEN (NEW.survivor_id IS NOT NULL) EXECUTE FUNCTION accounting.follow_merged_party();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER follow_merged_party ON accounting.party;
      DROP TRIGGER keep_open_items ON accounting.journal_line;
      DROP TRIGGER check_difference_entry ON accounting.journal_entry;
      DROP FUNCTION accounting.check_difference_entry(), accounting.posts_differences(uuid, uuid);
      DROP TABLE accounting.allocation, accounting.open_item;
      DROP FUNCTION accounting.follow_merged_party(), accounting.hold_open_items(uuid, uuid[]),
                    accounting.check_new_allocations(), accounting.keep_open_items();
    `);
  }
}
