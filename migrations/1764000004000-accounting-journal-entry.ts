import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posted entries, their lines, the balances that follow from them, and the rules that hold whoever writes. */
export class AccountingJournalEntry1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Books, series and period of an entry, and entry and account of a line, are no foreign keys: their rows are never
      -- deleted, and the statement triggers below look them up anyway, once for all rows instead of once for each.
      CREATE TABLE accounting.journal_entry (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        journal_id uuid NOT NULL,
        fiscal_year_id uuid NOT NULL,
        period_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        entry_date date NOT NULL,
        kind text NOT NULL DEFAULT 'regular' CHECK (kind IN ('regular', 'opening', 'closing')),
        description text NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
        reference text CHECK (length(reference) BETWEEN 1 AND 100),
        external_source text CHECK (length(external_source) BETWEEN 1 AND 100),
        external_id text CHECK (length(external_id) BETWEEN 1 AND 200),
        functional_currency text NOT NULL,
        line_count integer NOT NULL CHECK (line_count BETWEEN 2 AND 5001),
        total numeric NOT NULL CHECK (total > 0 AND total < 1e18),
        reversal_of uuid CHECK (reversal_of <> id),
        soft_close_reason text CHECK (length(soft_close_reason) BETWEEN 1 AND 500),
        actor_id uuid NOT NULL,
        action text NOT NULL,
        request_id uuid NOT NULL,
        posted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT journal_entry_number_key UNIQUE (organization_id, journal_id, fiscal_year_id, number),
        CONSTRAINT journal_entry_external_pair CHECK ((external_source IS NULL) = (external_id IS NULL)),
        CONSTRAINT journal_entry_reversal_fk FOREIGN KEY (organization_id, reversal_of)
          REFERENCES accounting.journal_entry (organization_id, id)
      );
      CREATE UNIQUE INDEX journal_entry_reversal_key ON accounting.journal_entry (organization_id, reversal_of)
        WHERE reversal_of IS NOT NULL;
      CREATE UNIQUE INDEX journal_entry_external_key
        ON accounting.journal_entry (organization_id, legal_entity_id, external_source, external_id)
        WHERE external_id IS NOT NULL;
      CREATE INDEX journal_entry_date_idx ON accounting.journal_entry (organization_id, entry_date, id);
      CALL platform.protect_table('accounting.journal_entry', 'append_only');

      CREATE TABLE accounting.journal_line (
        organization_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        line_number integer NOT NULL CHECK (line_number BETWEEN 1 AND 5001),
        legal_entity_id uuid NOT NULL,
        account_id uuid NOT NULL,
        entry_date date NOT NULL,
        currency text NOT NULL,
        debit numeric NOT NULL CHECK (debit >= 0 AND debit < 1e18),
        credit numeric NOT NULL CHECK (credit >= 0 AND credit < 1e18),
        functional_debit numeric NOT NULL CHECK (functional_debit >= 0 AND functional_debit < 1e18),
        functional_credit numeric NOT NULL CHECK (functional_credit >= 0 AND functional_credit < 1e18),
        exchange_rate numeric CHECK (exchange_rate > 0 AND exchange_rate < 1e12),
        exchange_rate_source text CHECK (length(exchange_rate_source) BETWEEN 1 AND 100),
        description text CHECK (length(description) BETWEEN 1 AND 500),
        -- Values of dimensions, sorted; null where there are none.
        dimension_value_ids uuid[],
        PRIMARY KEY (organization_id, entry_id, line_number),
        -- One side, above zero. Both transaction amounts may be zero: an adjustment in the functional currency alone.
        CONSTRAINT journal_line_one_side CHECK (
          (functional_debit > 0) <> (functional_credit > 0)
          AND (debit = 0 OR credit = 0)
          AND NOT (debit > 0 AND functional_credit > 0) AND NOT (credit > 0 AND functional_debit > 0)),
        CONSTRAINT journal_line_rate_has_source CHECK ((exchange_rate IS NULL) = (exchange_rate_source IS NULL)),
        CONSTRAINT journal_line_dimension_count CHECK (cardinality(dimension_value_ids) BETWEEN 1 AND 20)
      );
      CREATE INDEX journal_line_account_idx
        ON accounting.journal_line (organization_id, account_id, entry_date, entry_id, line_number);
      CALL platform.protect_table('accounting.journal_line', 'append_only');
    `);

    await runner.query(`
      -- Movement per account, calendar month (or day) and kind of entry. Kept by the insert of the lines itself.
      CREATE TABLE accounting.account_balance_month (
        organization_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        account_id uuid NOT NULL,
        month date NOT NULL CHECK (extract(day FROM month) = 1),
        kind text NOT NULL,
        debit numeric NOT NULL,
        credit numeric NOT NULL,
        PRIMARY KEY (organization_id, legal_entity_id, account_id, month, kind)
      ) WITH (fillfactor = 70);
      CALL platform.protect_table('accounting.account_balance_month', 'derived');

      CREATE TABLE accounting.account_balance_day (
        organization_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        account_id uuid NOT NULL,
        day date NOT NULL,
        kind text NOT NULL,
        debit numeric NOT NULL,
        credit numeric NOT NULL,
        PRIMARY KEY (organization_id, legal_entity_id, day, account_id, kind)
      ) WITH (fillfactor = 70);
      CALL platform.protect_table('accounting.account_balance_day', 'derived');

      -- The functions below keep their plans, and few rows look up others by key, however large the tables have grown since
      -- the plans were made: planning anew costs more than all that they do for one entry.

      -- The rules of a posted entry, checked once per statement. Runs as the owner, because it moves the counter.
      CREATE FUNCTION accounting.check_new_entries() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        entry_count integer;
        series_count integer;
        lineless boolean;
        reversing boolean;
        found_count integer := 0;
        place record;
      BEGIN
        SELECT count(*), count(DISTINCT (e.organization_id, e.legal_entity_id, e.journal_id, e.fiscal_year_id)),
               bool_or(e.reversal_of IS NOT NULL),
               bool_or(NOT EXISTS (SELECT FROM accounting.journal_line l
                                   WHERE l.organization_id = e.organization_id AND l.entry_id = e.id AND l.line_number = 1))
          INTO entry_count, series_count, reversing, lineless FROM new_entries e;
        IF entry_count = 0 THEN RETURN NULL; END IF;

        -- Closing a period updates its row, and a change of currency that of the books: each waits for this posting, or
        -- this posting for it.
        FOR place IN
          SELECT e.entries, e.first_date, e.last_date, e.with_reasons, p.starts_on, p.ends_on, p.status,
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
          ELSIF NOT (place.status = 'open' OR (place.status = 'soft_closed' AND place.with_reasons)) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU102',
              MESSAGE = format('The fiscal period %s to %s is %s.',
                               place.starts_on, place.ends_on, replace(place.status, '_', ' '));
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
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.check_new_entries() FROM PUBLIC;
      CREATE TRIGGER check_new_entries AFTER INSERT ON accounting.journal_entry
        REFERENCING NEW TABLE AS new_entries FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_entries();

      -- The rules of lines, and the balances. Runs as the owner, because nobody else may write balances.
      CREATE FUNCTION accounting.check_new_lines() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        -- The SQLSTATE of a broken rule, a space, and the rule in words.
        fault text;
        -- Whether dimensions concern any of the lines; all that follows from them is left out where they do not.
        dimensional boolean;
      BEGIN
        SELECT coalesce(min(entry.fault), min(entry.fault_of_line)), bool_or(entry.dimensional) INTO fault, dimensional
          FROM (
            SELECT
              CASE
                WHEN sum(l.functional_debit) <> sum(l.functional_credit)
                  OR (min(l.currency) = max(l.currency) AND sum(l.debit) <> sum(l.credit)) THEN
                  format('BU107 The entry does not balance: debit %s, credit %s.', sum(l.functional_debit), sum(l.functional_credit))
                WHEN count(e.id) = 0 OR min(e.line_count) <> count(*) OR max(l.line_number) <> count(*)
                  OR min(e.total) <> sum(l.functional_debit) THEN
                  'BU106 The lines of an entry are posted with it, all at once, and never added to.'
              END AS fault,
              min(CASE
                WHEN a.id IS NULL THEN 'BU108 A line names an account of the entry''s own legal entity.'
                WHEN a.is_group THEN format('BU109 Account %s takes no postings: it is a group.', a.code)
                WHEN a.status <> 'active' THEN format('BU109 Account %s takes no postings: it is inactive.', a.code)
                WHEN l.entry_date <> e.entry_date OR l.legal_entity_id <> e.legal_entity_id THEN
                  'BU108 A line has the date and the legal entity of its entry.'
                WHEN c.code IS NULL OR scale(l.debit) > c.minor_units OR scale(l.credit) > c.minor_units
                  OR scale(l.functional_debit) > f.minor_units OR scale(l.functional_credit) > f.minor_units THEN
                  format('BU110 An amount has more decimals than its currency (%s) has.', l.currency)
                WHEN CASE
                       WHEN l.currency = e.functional_currency THEN
                         l.exchange_rate IS NOT NULL OR l.debit <> l.functional_debit OR l.credit <> l.functional_credit
                       WHEN l.debit = 0 AND l.credit = 0 THEN l.exchange_rate IS NOT NULL
                       ELSE l.exchange_rate IS NULL
                         OR l.functional_debit <> round(l.debit * l.exchange_rate, f.minor_units)
                         OR l.functional_credit <> round(l.credit * l.exchange_rate, f.minor_units)
                     END THEN
                  format('BU111 The functional amount of a line in %s is its amount times its exchange rate, rounded.', l.currency)
              END) AS fault_of_line,
              bool_or(l.dimension_value_ids IS NOT NULL OR a.has_dimension_rules) AS dimensional
            FROM new_lines l
            LEFT JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
            LEFT JOIN platform.currency f ON f.code = e.functional_currency
            LEFT JOIN platform.currency c ON c.code = l.currency
            LEFT JOIN accounting.account a
              ON a.organization_id = l.organization_id AND a.id = l.account_id AND a.legal_entity_id = l.legal_entity_id
            GROUP BY l.organization_id, l.entry_id) entry;
        IF fault IS NULL AND dimensional THEN
          -- Outside reversals a value is active and valid on the date; regular entries follow the rules of the account.
          SELECT min(CASE
                   WHEN l.dimension_value_ids IS DISTINCT FROM named.value_ids THEN
                     'BU140 A line names values of dimensions of its own legal entity, each once and sorted by id.'
                   WHEN named.dimensions <> cardinality(named.value_ids) THEN
                     'BU140 A line has at most one value of each dimension.'
                   WHEN e.reversal_of IS NULL AND named.unusable IS NOT NULL THEN
                     format('BU141 The dimension value %s takes no postings on %s: it or its dimension is inactive, or it is not valid then.',
                            named.unusable, l.entry_date)
                   WHEN e.reversal_of IS NULL AND e.kind = 'regular' AND a.has_dimension_rules THEN (
                     SELECT format(CASE r.requirement
                                     WHEN 'required' THEN 'BU142 Account %s needs a value of the dimension %s.'
                                     ELSE 'BU142 Account %s takes no value of the dimension %s.' END, a.code, min(d.code))
                     FROM accounting.dimension_rule r
                     JOIN accounting.dimension d
                       ON d.organization_id = r.organization_id AND d.id = r.dimension_id AND d.status = 'active'
                     WHERE r.organization_id = l.organization_id AND r.account_id = l.account_id
                       AND r.requirement = CASE WHEN r.dimension_id = ANY (named.dimension_ids) THEN 'blocked' ELSE 'required' END
                     GROUP BY r.requirement ORDER BY r.requirement LIMIT 1)
                 END) INTO fault
            FROM new_lines l
            JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
            JOIN accounting.account a ON a.organization_id = l.organization_id AND a.id = l.account_id
            CROSS JOIN LATERAL (
              SELECT array_agg(DISTINCT v.id ORDER BY v.id) AS value_ids, count(DISTINCT v.dimension_id) AS dimensions,
                     coalesce(array_agg(v.dimension_id), '{}') AS dimension_ids,
                     min(v.code) FILTER (WHERE v.status <> 'active' OR d.status <> 'active'
                                            OR l.entry_date < v.valid_from OR l.entry_date > v.valid_to) AS unusable
              FROM unnest(l.dimension_value_ids) AS n (value_id)
              JOIN accounting.dimension_value v
                ON v.organization_id = l.organization_id AND v.id = n.value_id AND v.legal_entity_id = l.legal_entity_id
              JOIN accounting.dimension d ON d.organization_id = v.organization_id AND d.id = v.dimension_id) named
            WHERE l.dimension_value_ids IS NOT NULL OR a.has_dimension_rules;
        END IF;
        IF fault IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
        END IF;

        WITH movement AS (
          SELECT l.organization_id, l.legal_entity_id, l.account_id, l.entry_date, e.kind,
                 sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
          FROM new_lines l
          JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
          GROUP BY 1, 2, 3, 4, 5
        ), month AS (
          INSERT INTO accounting.account_balance_month AS b
            (organization_id, legal_entity_id, account_id, month, kind, debit, credit)
            SELECT m.organization_id, m.legal_entity_id, m.account_id, date_trunc('month', m.entry_date)::date, m.kind,
                   sum(m.debit), sum(m.credit)
            FROM movement m GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT (organization_id, legal_entity_id, account_id, month, kind)
            DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit
        )
        INSERT INTO accounting.account_balance_day AS b
          (organization_id, legal_entity_id, account_id, day, kind, debit, credit)
          SELECT m.* FROM movement m ORDER BY m.organization_id, m.legal_entity_id, m.entry_date, m.account_id, m.kind
          ON CONFLICT (organization_id, legal_entity_id, day, account_id, kind)
          DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;
        IF NOT dimensional THEN RETURN NULL; END IF;

        INSERT INTO accounting.dimension_line
          (organization_id, dimension_value_id, account_id, entry_date, entry_id, line_number)
          SELECT l.organization_id, n.value_id, l.account_id, l.entry_date, l.entry_id, l.line_number
          FROM new_lines l CROSS JOIN LATERAL unnest(l.dimension_value_ids) AS n (value_id);

        WITH movement AS (
          SELECT l.organization_id, l.legal_entity_id, n.value_id, l.account_id, l.entry_date, e.kind,
                 sum(l.functional_debit) AS debit, sum(l.functional_credit) AS credit
          FROM new_lines l
          CROSS JOIN LATERAL unnest(l.dimension_value_ids) AS n (value_id)
          JOIN accounting.journal_entry e ON e.organization_id = l.organization_id AND e.id = l.entry_id
          GROUP BY 1, 2, 3, 4, 5, 6
        ), month AS (
          INSERT INTO accounting.dimension_balance_month AS b
            (organization_id, legal_entity_id, dimension_value_id, account_id, month, kind, debit, credit)
            SELECT m.organization_id, m.legal_entity_id, m.value_id, m.account_id, date_trunc('month', m.entry_date)::date,
                   m.kind, sum(m.debit), sum(m.credit)
            FROM movement m GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
            ON CONFLICT (organization_id, legal_entity_id, dimension_value_id, account_id, month, kind)
            DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit
        )
        INSERT INTO accounting.dimension_balance_day AS b
          (organization_id, legal_entity_id, dimension_value_id, account_id, day, kind, debit, credit)
          SELECT m.* FROM movement m
          ORDER BY m.organization_id, m.legal_entity_id, m.value_id, m.entry_date, m.account_id, m.kind
          ON CONFLICT (organization_id, legal_entity_id, dimension_value_id, day, account_id, kind)
          DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.check_new_lines() FROM PUBLIC;
      CREATE TRIGGER check_new_lines AFTER INSERT ON accounting.journal_line
        REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_lines();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.journal_line, accounting.journal_entry,
                 accounting.account_balance_month, accounting.account_balance_day;
      DROP FUNCTION accounting.check_new_lines(), accounting.check_new_entries();
    `);
  }
}
