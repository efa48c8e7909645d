import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A policy about journal entries is about those that people write; entries of documents come with their documents. */
export class AccountingApprovalOfDocuments1764400095000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION accounting.check_new_entries() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        entry_count integer;
        series_count integer;
        lineless boolean;
        reversing boolean;
        governed boolean;
        found_count integer := 0;
        place record;
      BEGIN
        SELECT count(*), count(DISTINCT (e.organization_id, e.legal_entity_id, e.journal_id, e.fiscal_year_id)),
               bool_or(e.reversal_of IS NOT NULL),
               bool_or(NOT EXISTS (SELECT FROM accounting.journal_line l
                                   WHERE l.organization_id = e.organization_id AND l.entry_id = e.id AND l.line_number = 1)),
               -- Looked up once, in an index that is empty where there are no policies.
               EXISTS (SELECT FROM platform.approval_policy p
                       WHERE p.organization_id = platform.current_organization_id()
                         AND p.subject_kind = 'journal_entry' AND p.is_active)
          INTO entry_count, series_count, reversing, lineless, governed FROM new_entries e;
        IF entry_count = 0 THEN RETURN NULL; END IF;

        -- Closing a period updates its row, closing a year the rows of all its periods, and a change of currency that of
        -- the books: each waits for this posting, or this posting for it.
        FOR place IN
          SELECT e.entries, e.first_date, e.last_date, e.with_reasons, p.starts_on, p.ends_on, p.status, p.fiscal_year_status,
                 b.functional_currency = e.functional_currency AS same_currency
          FROM (SELECT n.organization_id, n.legal_entity_id, n.fiscal_year_id, n.period_id, n.functional_currency,
                       count(*) AS entries, min(n.entry_date) AS first_date, max(n.entry_date) AS last_date,
                       bool_and(n.soft_close_reason IS NOT NULL) AS with_reasons
                FROM new_entries n GROUP BY 1, 2, 3, 4, 5) e
          JOIN accounting.fiscal_period p
            ON p.organization_id = e.organization_id AND p.id = e.period_id
            AND p.legal_entity_id = e.legal_entity_id AND p.fiscal_year_id = e.fiscal_year_id
          JOIN accounting.books b ON b.organization_id = e.organization_id AND b.legal_entity_id = e.legal_entity_id
          ORDER BY p.id FOR SHARE OF p, b
        LOOP
          found_count := found_count + place.entries;
          IF place.first_date < place.starts_on OR place.last_date > place.ends_on THEN
            RAISE EXCEPTION USING ERRCODE = 'BU101',
              MESSAGE = format('The entry date %s is outside its fiscal period %s to %s.',
                               CASE WHEN place.first_date < place.starts_on THEN place.first_date ELSE place.last_date END,
                               place.starts_on, place.ends_on);
          ELSIF place.fiscal_year_status <> 'open' THEN
            RAISE EXCEPTION USING ERRCODE = 'BU113',
              MESSAGE = format('The fiscal year of the period %s to %s is closed.', place.starts_on, place.ends_on);
          ELSIF NOT (place.status = 'open' OR (place.status = 'soft_closed' AND place.with_reasons)) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU102',
              MESSAGE = format('The fiscal period %s to %s is %s.', place.starts_on, place.ends_on,
                               CASE place.status WHEN 'future' THEN 'not open yet' ELSE replace(place.status, '_', ' ') END);
          ELSIF NOT place.same_currency THEN
            RAISE EXCEPTION USING ERRCODE = 'BU112',
              MESSAGE = 'An entry is kept in the functional currency of its books; it has changed: send the same request again.';
          END IF;
        END LOOP;
        IF found_count <> entry_count THEN
          RAISE EXCEPTION USING ERRCODE = 'BU101', MESSAGE = 'An entry names a fiscal period of its own legal entity and fiscal year.';
        END IF;

        -- The lines come with the same statement; their own check compares them with the header.
        IF lineless THEN
          RAISE EXCEPTION USING ERRCODE = 'BU103', MESSAGE = 'An entry is posted together with its lines.';
        END IF;

        -- What a policy covers is posted by the approval of exactly this, and by nothing else. Reversals mirror what was
        -- approved, what closes a year follows from the books, and a document is approved as what it is.
        IF governed THEN
          PERFORM FROM new_entries e
            JOIN platform.approval_policy p
              ON p.organization_id = e.organization_id AND p.subject_kind = 'journal_entry' AND p.is_active
            WHERE e.reversal_of IS NULL AND e.origin IS NULL AND NOT (e.kind = 'closing' AND e.action = 'accounting.fiscal_year.close')
              AND e.total >= coalesce(p.amount_from, 0)
              AND coalesce(p.currency, e.functional_currency) = e.functional_currency
              AND coalesce(p.legal_entity_id, e.legal_entity_id) = e.legal_entity_id
              AND (p.maker_role IS NULL OR platform.actor_has_role(e.actor_id, p.maker_role))
              AND NOT EXISTS (
                SELECT FROM platform.approval_request r
                WHERE r.organization_id = e.organization_id AND r.result_id = e.id AND r.subject_kind = 'journal_entry'
                  AND r.state = 'approved' AND r.ended_at = now() AND r.amount = e.total
                  AND r.currency = e.functional_currency AND r.legal_entity_id = e.legal_entity_id);
          IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU195',
              MESSAGE = 'The entry needs an approval: make a draft of it and submit that.';
          END IF;
        END IF;

        -- Numbers go on from the counter without a gap, and the counter follows.
        UPDATE accounting.number_series s SET last_number = drawn.last
          FROM (SELECT e.organization_id, e.legal_entity_id, e.journal_id, e.fiscal_year_id,
                       min(e.number) AS first, max(e.number) AS last, count(*) AS drawn
                FROM new_entries e GROUP BY 1, 2, 3, 4) drawn
          WHERE s.organization_id = drawn.organization_id AND s.legal_entity_id = drawn.legal_entity_id
            AND s.journal_id = drawn.journal_id AND s.fiscal_year_id = drawn.fiscal_year_id
            AND drawn.first = s.last_number + 1 AND drawn.last - drawn.first + 1 = drawn.drawn;
        GET DIAGNOSTICS found_count = ROW_COUNT;
        IF found_count <> series_count THEN
          RAISE EXCEPTION USING ERRCODE = 'BU104', MESSAGE = 'Numbers of a series follow each other without gap or repetition.';
        END IF;

        -- A reversal mirrors its original line by line, is not dated before it, and is not reversed itself.
        IF NOT reversing THEN RETURN NULL; END IF;
        PERFORM FROM new_entries e
          JOIN accounting.journal_entry o ON o.organization_id = e.organization_id AND o.id = e.reversal_of
          WHERE o.reversal_of IS NOT NULL OR o.legal_entity_id <> e.legal_entity_id OR o.kind <> e.kind
             OR e.entry_date < o.entry_date OR e.line_count <> o.line_count
             OR EXISTS (
               SELECT FROM accounting.journal_line a
               LEFT JOIN accounting.journal_line b
                 ON b.organization_id = a.organization_id AND b.entry_id = e.id AND b.line_number = a.line_number
               WHERE a.organization_id = o.organization_id AND a.entry_id = o.id
                 AND (a.account_id, a.currency, a.debit, a.credit, a.functional_debit, a.functional_credit,
                      coalesce(a.exchange_rate, 0), a.dimension_value_ids)
                     IS DISTINCT FROM
                     (b.account_id, b.currency, b.credit, b.debit, b.functional_credit, b.functional_debit,
                      coalesce(b.exchange_rate, 0), b.dimension_value_ids));
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU105',
            MESSAGE = 'A reversal mirrors every line of an entry that is no reversal itself, on its date or later.';
        END IF;
        -- Reopening the year lets go of its closing entry before it is reversed.
        PERFORM FROM new_entries e
          JOIN accounting.fiscal_year y ON y.organization_id = e.organization_id AND y.closing_entry_id = e.reversal_of;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU114',
            MESSAGE = 'The entry closes its fiscal year; reopen the year to take it back.';
        END IF;
        RETURN NULL;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION accounting.check_new_entries() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        entry_count integer;
        series_count integer;
        lineless boolean;
        reversing boolean;
        governed boolean;
        found_count integer := 0;
        place record;
      BEGIN
        SELECT count(*), count(DISTINCT (e.organization_id, e.legal_entity_id, e.journal_id, e.fiscal_year_id)),
               bool_or(e.reversal_of IS NOT NULL),
               bool_or(NOT EXISTS (SELECT FROM accounting.journal_line l
                                   WHERE l.organization_id = e.organization_id AND l.entry_id = e.id AND l.line_number = 1)),
               -- Looked up once, in an index that is empty where there are no policies.
               EXISTS (SELECT FROM platform.approval_policy p
                       WHERE p.organization_id = platform.current_organization_id()
                         AND p.subject_kind = 'journal_entry' AND p.is_active)
          INTO entry_count, series_count, reversing, lineless, governed FROM new_entries e;
        IF entry_count = 0 THEN RETURN NULL; END IF;

        -- Closing a period updates its row, closing a year the rows of all its periods, and a change of currency that of
        -- the books: each waits for this posting, or this posting for it.
        FOR place IN
          SELECT e.entries, e.first_date, e.last_date, e.with_reasons, p.starts_on, p.ends_on, p.status, p.fiscal_year_status,
                 b.functional_currency = e.functional_currency AS same_currency
          FROM (SELECT n.organization_id, n.legal_entity_id, n.fiscal_year_id, n.period_id, n.functional_currency,
                       count(*) AS entries, min(n.entry_date) AS first_date, max(n.entry_date) AS last_date,
                       bool_and(n.soft_close_reason IS NOT NULL) AS with_reasons
                FROM new_entries n GROUP BY 1, 2, 3, 4, 5) e
          JOIN accounting.fiscal_period p
            ON p.organization_id = e.organization_id AND p.id = e.period_id
            AND p.legal_entity_id = e.legal_entity_id AND p.fiscal_year_id = e.fiscal_year_id
          JOIN accounting.books b ON b.organization_id = e.organization_id AND b.legal_entity_id = e.legal_entity_id
          ORDER BY p.id FOR SHARE OF p, b
        LOOP
          found_count := found_count + place.entries;
          IF place.first_date < place.starts_on OR place.last_date > place.ends_on THEN
            RAISE EXCEPTION USING ERRCODE = 'BU101',
              MESSAGE = format('The entry date %s is outside its fiscal period %s to %s.',
                               CASE WHEN place.first_date < place.starts_on THEN place.first_date ELSE place.last_date END,
                               place.starts_on, place.ends_on);
          ELSIF place.fiscal_year_status <> 'open' THEN
            RAISE EXCEPTION USING ERRCODE = 'BU113',
              MESSAGE = format('The fiscal year of the period %s to %s is closed.', place.starts_on, place.ends_on);
          ELSIF NOT (place.status = 'open' OR (place.status = 'soft_closed' AND place.with_reasons)) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU102',
              MESSAGE = format('The fiscal period %s to %s is %s.', place.starts_on, place.ends_on,
                               CASE place.status WHEN 'future' THEN 'not open yet' ELSE replace(place.status, '_', ' ') END);
          ELSIF NOT place.same_currency THEN
            RAISE EXCEPTION USING ERRCODE = 'BU112',
              MESSAGE = 'An entry is kept in the functional currency of its books; it has changed: send the same request again.';
          END IF;
        END LOOP;
        IF found_count <> entry_count THEN
          RAISE EXCEPTION USING ERRCODE = 'BU101', MESSAGE = 'An entry names a fiscal period of its own legal entity and fiscal year.';
        END IF;

        -- The lines come with the same statement; their own check compares them with the header.
        IF lineless THEN
          RAISE EXCEPTION USING ERRCODE = 'BU103', MESSAGE = 'An entry is posted together with its lines.';
        END IF;

        -- What a policy covers is posted by the approval of exactly this, and by nothing else. Reversals mirror what was
        -- approved, and what closes a year follows from the books.
        IF governed THEN
          PERFORM FROM new_entries e
            JOIN platform.approval_policy p
              ON p.organization_id = e.organization_id AND p.subject_kind = 'journal_entry' AND p.is_active
            WHERE e.reversal_of IS NULL AND NOT (e.kind = 'closing' AND e.action = 'accounting.fiscal_year.close')
              AND e.total >= coalesce(p.amount_from, 0)
              AND coalesce(p.currency, e.functional_currency) = e.functional_currency
              AND coalesce(p.legal_entity_id, e.legal_entity_id) = e.legal_entity_id
              AND (p.maker_role IS NULL OR platform.actor_has_role(e.actor_id, p.maker_role))
              AND NOT EXISTS (
                SELECT FROM platform.approval_request r
                WHERE r.organization_id = e.organization_id AND r.result_id = e.id AND r.subject_kind = 'journal_entry'
                  AND r.state = 'approved' AND r.ended_at = now() AND r.amount = e.total
                  AND r.currency = e.functional_currency AND r.legal_entity_id = e.legal_entity_id);
          IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU195',
              MESSAGE = 'The entry needs an approval: make a draft of it and submit that.';
          END IF;
        END IF;

        -- Numbers go on from the counter without a gap, and the counter follows.
        UPDATE accounting.number_series s SET last_number = drawn.last
          FROM (SELECT e.organization_id, e.legal_entity_id, e.journal_id, e.fiscal_year_id,
                       min(e.number) AS first, max(e.number) AS last, count(*) AS drawn
                FROM new_entries e GROUP BY 1, 2, 3, 4) drawn
          WHERE s.organization_id = drawn.organization_id AND s.legal_entity_id = drawn.legal_entity_id
            AND s.journal_id = drawn.journal_id AND s.fiscal_year_id = drawn.fiscal_year_id
            AND drawn.first = s.last_number + 1 AND drawn.last - drawn.first + 1 = drawn.drawn;
        GET DIAGNOSTICS found_count = ROW_COUNT;
        IF found_count <> series_count THEN
          RAISE EXCEPTION USING ERRCODE = 'BU104', MESSAGE = 'Numbers of a series follow each other without gap or repetition.';
        END IF;

        -- A reversal mirrors its original line by line, is not dated before it, and is not reversed itself.
        IF NOT reversing THEN RETURN NULL; END IF;
        PERFORM FROM new_entries e
          JOIN accounting.journal_entry o ON o.organization_id = e.organization_id AND o.id = e.reversal_of
          WHERE o.reversal_of IS NOT NULL OR o.legal_entity_id <> e.legal_entity_id OR o.kind <> e.kind
             OR e.entry_date < o.entry_date OR e.line_count <> o.line_count
             OR EXISTS (
               SELECT FROM accounting.journal_line a
               LEFT JOIN accounting.journal_line b
                 ON b.organization_id = a.organization_id AND b.entry_id = e.id AND b.line_number = a.line_number
               WHERE a.organization_id = o.organization_id AND a.entry_id = o.id
                 AND (a.account_id, a.currency, a.debit, a.credit, a.functional_debit, a.functional_credit,
                      coalesce(a.exchange_rate, 0), a.dimension_value_ids)
                     IS DISTINCT FROM
                     (b.account_id, b.currency, b.credit, b.debit, b.functional_credit, b.functional_debit,
                      coalesce(b.exchange_rate, 0), b.dimension_value_ids));
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU105',
            MESSAGE = 'A reversal mirrors every line of an entry that is no reversal itself, on its date or later.';
        END IF;
        -- Reopening the year lets go of its closing entry before it is reversed.
        PERFORM FROM new_entries e
          JOIN accounting.fiscal_year y ON y.organization_id = e.organization_id AND y.closing_entry_id = e.reversal_of;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU114',
            MESSAGE = 'The entry closes its fiscal year; reopen the year to take it back.';
        END IF;
        RETURN NULL;
      END $$;
    `);
  }
}
