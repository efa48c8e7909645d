import type { MigrationInterface, QueryRunner } from 'typeorm';

const ALLOCATIONS_FIRST = `
  CREATE OR REPLACE FUNCTION accounting.check_new_allocations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
  DECLARE
    fault text;
  BEGIN
    PERFORM FROM accounting.open_item i
      WHERE (i.organization_id, i.id) IN (SELECT n.organization_id, n.debit_item_id FROM new_allocations n
                                          UNION SELECT n.organization_id, n.credit_item_id FROM new_allocations n)
      ORDER BY i.organization_id, i.id FOR UPDATE;
    -- Whoever closes a period waits for this, or this for them.
`;
/** From the days of what is allocated to their periods: the periods of nobody else are looked at. */
const LOCK_PERIODS = `
    PERFORM FROM (SELECT DISTINCT n.organization_id, n.legal_entity_id, n.effective_on FROM new_allocations n) n
      JOIN accounting.fiscal_period o ON o.organization_id = n.organization_id AND o.legal_entity_id = n.legal_entity_id
        AND o.starts_on <= n.effective_on AND o.ends_on >= n.effective_on
      ORDER BY o.id FOR SHARE OF o;
`;
const LOCK_PERIODS_BEFORE = `
    PERFORM FROM accounting.fiscal_period o
      WHERE EXISTS (SELECT FROM new_allocations n
                    WHERE n.organization_id = o.organization_id AND n.legal_entity_id = o.legal_entity_id
                      AND n.effective_on BETWEEN o.starts_on AND o.ends_on)
      ORDER BY o.id FOR SHARE;
`;
const ALLOCATIONS_REST = `
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
`;

/** By the id that a party stands for, which `party_standing_idx` serves. */
const WITHHELD_OF_YEAR = `
  CREATE OR REPLACE FUNCTION accounting.withheld_of_year(organization uuid, party uuid, code uuid, year date, without uuid,
      OUT base numeric, OUT taxable numeric)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(sum(CASE d.kind WHEN 'invoice' THEN w.base ELSE -w.base END), 0),
           coalesce(sum(CASE d.kind WHEN 'invoice' THEN w.taxable ELSE -w.taxable END), 0)
    FROM accounting.sales_document_withholding w
    JOIN accounting.sales_document d ON d.organization_id = w.organization_id AND d.id = w.document_id
    WHERE w.organization_id = organization AND w.code_id = code AND w.year_starts_on = year
      AND w.document_id IS DISTINCT FROM without
      AND w.party_id IN (SELECT q.id FROM accounting.party n
                         JOIN accounting.party q ON q.organization_id = n.organization_id
                              AND CASE WHEN q.survivor_id IS NULL THEN q.id ELSE q.survivor_id END
                                = CASE WHEN n.survivor_id IS NULL THEN n.id ELSE n.survivor_id END
                         WHERE n.organization_id = organization AND n.id = party)
  $$;
`;
const WITHHELD_OF_YEAR_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.withheld_of_year(organization uuid, party uuid, code uuid, year date, without uuid,
      OUT base numeric, OUT taxable numeric)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(sum(CASE d.kind WHEN 'invoice' THEN w.base ELSE -w.base END), 0),
           coalesce(sum(CASE d.kind WHEN 'invoice' THEN w.taxable ELSE -w.taxable END), 0)
    FROM accounting.sales_document_withholding w
    JOIN accounting.sales_document d ON d.organization_id = w.organization_id AND d.id = w.document_id
    WHERE w.organization_id = organization AND w.code_id = code AND w.year_starts_on = year
      AND w.document_id IS DISTINCT FROM without
      AND w.party_id IN (SELECT q.id FROM accounting.party n
                         JOIN accounting.party q ON q.organization_id = n.organization_id
                              AND (q.id = coalesce(n.survivor_id, n.id) OR q.survivor_id = coalesce(n.survivor_id, n.id))
                         WHERE n.organization_id = organization AND n.id = party)
  $$;
`;

/**
 * Each row that waits is looked up by itself, in the order of their queue: joined, the history before it could be read, as the
 * planner does not know that what waits is at its end.
 */
const TAKE_AUDIT_ENTRIES = `
  CREATE OR REPLACE FUNCTION platform.take_audit_entries(organization uuid)
    RETURNS TABLE (series text, place bigint, digest bytea) LANGUAGE sql AS $$
    WITH next AS MATERIALIZED (
      SELECT u.audit_entry_id AS id FROM platform.unsealed_audit_entry u
      WHERE u.organization_id = organization
        AND (SELECT true FROM platform.audit_entry a WHERE a.organization_id = organization AND a.id = u.audit_entry_id)
      ORDER BY u.audit_entry_id LIMIT 1000
    ), taken AS (
      DELETE FROM platform.unsealed_audit_entry u USING next
        WHERE u.organization_id = organization AND u.audit_entry_id = next.id RETURNING next.id
    )
    SELECT '', a.id, platform.audit_entry_digest(a)
    FROM taken JOIN platform.audit_entry a ON a.organization_id = organization AND a.id = taken.id
  $$;
`;
const TAKE_AUDIT_ENTRIES_BEFORE = `
  CREATE OR REPLACE FUNCTION platform.take_audit_entries(organization uuid)
    RETURNS TABLE (series text, place bigint, digest bytea) LANGUAGE sql AS $$
    WITH next AS MATERIALIZED (
      SELECT a.id FROM platform.unsealed_audit_entry u
      JOIN platform.audit_entry a ON a.organization_id = u.organization_id AND a.id = u.audit_entry_id
      WHERE u.organization_id = organization ORDER BY a.id LIMIT 1000
    ), taken AS (
      DELETE FROM platform.unsealed_audit_entry u USING next
        WHERE u.organization_id = organization AND u.audit_entry_id = next.id RETURNING next.id
    )
    SELECT '', a.id, platform.audit_entry_digest(a)
    FROM taken JOIN platform.audit_entry a ON a.organization_id = organization AND a.id = taken.id
  $$;
`;

/** In the order in which deliveries are claimed, so that a claim of a few reads a few, however many wait. */
const INDEX_DUE = `
  DROP INDEX platform.webhook_delivery_due_idx;
  CREATE INDEX webhook_delivery_due_idx ON platform.webhook_delivery (organization_id, endpoint_id, next_attempt_at, position)
    WHERE state = 'pending';
`;
const INDEX_DUE_BEFORE = `
  DROP INDEX platform.webhook_delivery_due_idx;
  CREATE INDEX webhook_delivery_due_idx ON platform.webhook_delivery (organization_id, endpoint_id, next_attempt_at)
    WHERE state = 'pending';
`;

/** What a command reads does not grow with what others have, nor with what was before. */
export class AccountingLookedUp1764400320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Who a party is by now: documents and settlements of a customer are listed through it. Parties are seldom written.
    await runner.query(`
      CREATE INDEX party_standing_idx ON accounting.party
        (organization_id, (CASE WHEN survivor_id IS NULL THEN id ELSE survivor_id END));
    `);
    // First pages of lists that name no legal entity or bank account, in their default order. They cost a row more for each
    // allocation, tax line, month of a deferral, draft, statement and line of a bank account.
    await runner.query(`
      CREATE INDEX allocation_list_idx ON accounting.allocation (organization_id, effective_on, id);
      CREATE INDEX tax_line_list_idx ON accounting.tax_line (organization_id, tax_point_on, id);
      CREATE INDEX bank_ledger_line_list_idx ON accounting.bank_ledger_line (organization_id, entry_date, id);
      CREATE INDEX bank_statement_list_idx ON accounting.bank_statement (organization_id, to_on, id);
      CREATE INDEX deferral_part_list_idx ON accounting.deferral_part (organization_id, due_on, id);
      CREATE INDEX sales_draft_created_idx ON accounting.sales_draft (organization_id, created_at, id);
    `);
    await runner.query([ALLOCATIONS_FIRST, LOCK_PERIODS, ALLOCATIONS_REST].join(''));
    await runner.query(WITHHELD_OF_YEAR);
    await runner.query(TAKE_AUDIT_ENTRIES);
    await runner.query(INDEX_DUE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(INDEX_DUE_BEFORE);
    await runner.query(TAKE_AUDIT_ENTRIES_BEFORE);
    await runner.query(WITHHELD_OF_YEAR_BEFORE);
    await runner.query([ALLOCATIONS_FIRST, LOCK_PERIODS_BEFORE, ALLOCATIONS_REST].join(''));
    await runner.query(`
      DROP INDEX accounting.party_standing_idx, accounting.allocation_list_idx, accounting.tax_line_list_idx,
                 accounting.bank_ledger_line_list_idx, accounting.bank_statement_list_idx, accounting.deferral_part_list_idx,
                 accounting.sales_draft_created_idx;
    `);
  }
}
