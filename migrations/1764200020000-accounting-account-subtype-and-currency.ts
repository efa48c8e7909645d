import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sub-types of accounts, accounts of one currency, and trees of accounts that arrive in one statement. */
export class AccountingAccountSubtypeAndCurrency1764200020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.account
        ADD COLUMN subtype text,
        ADD COLUMN currency text CONSTRAINT account_currency_fk REFERENCES platform.currency (code),
        ADD CONSTRAINT account_group_key UNIQUE (organization_id, id, is_group),
        ADD CONSTRAINT account_subtype_of_type CHECK (subtype IS NULL OR (NOT is_group AND CASE type
          WHEN 'asset' THEN subtype IN (
            'bank', 'cash', 'receivable', 'inventory', 'prepayment', 'tax_receivable', 'other_current_asset',
            'fixed_asset', 'accumulated_depreciation', 'intangible_asset', 'long_term_investment', 'deferred_tax_asset',
            'other_non_current_asset')
          WHEN 'liability' THEN subtype IN (
            'payable', 'credit_card', 'tax_payable', 'payroll_payable', 'accrual', 'deferred_income', 'short_term_debt',
            'provision', 'other_current_liability', 'long_term_debt', 'deferred_tax_liability',
            'other_non_current_liability')
          WHEN 'equity' THEN subtype IN (
            'share_capital', 'share_premium', 'owner_capital', 'drawings', 'reserve', 'retained_earnings', 'other_equity')
          WHEN 'income' THEN subtype IN ('operating_revenue', 'other_income', 'finance_income')
          WHEN 'expense' THEN subtype IN (
            'cost_of_sales', 'payroll', 'operating_expense', 'depreciation', 'finance_cost', 'income_tax',
            'other_expense')
          END)),
        -- The year's result is taken to equity in the functional currency, from accounts that therefore take any.
        ADD CONSTRAINT account_currency_is_balance_sheet
          CHECK (currency IS NULL OR (type IN ('asset', 'liability') AND NOT is_group));
      GRANT UPDATE (subtype, currency) ON accounting.account TO bureau_app;

      -- No posting is under way while the lines are looked at, and those that wait will find the currency.
      CREATE FUNCTION accounting.check_account_currency() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM accounting.hold_books(NEW.organization_id, NEW.legal_entity_id);
        PERFORM FROM accounting.journal_line l
          WHERE l.organization_id = NEW.organization_id AND l.account_id = NEW.id AND l.currency <> NEW.currency
          LIMIT 1;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU161',
            MESSAGE = format('Account %s has lines in other currencies than %s.', NEW.code, NEW.currency);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_account_currency BEFORE UPDATE OF currency ON accounting.account
        FOR EACH ROW WHEN (NEW.currency IS NOT NULL AND NEW.currency IS DISTINCT FROM OLD.currency)
        EXECUTE FUNCTION accounting.check_account_currency();

      -- Parents never change, so a cycle could only come whole, in one statement.
      CREATE FUNCTION accounting.check_new_accounts() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM new_accounts n
          JOIN new_accounts p ON p.organization_id = n.organization_id AND p.id = n.parent_id
          LIMIT 1;
        IF NOT FOUND THEN RETURN NULL; END IF;
        PERFORM FROM new_accounts n WHERE (n.organization_id, n.id) NOT IN (
          WITH RECURSIVE placed AS (
            SELECT n.organization_id, n.id FROM new_accounts n
            WHERE NOT EXISTS (
              SELECT FROM new_accounts p WHERE p.organization_id = n.organization_id AND p.id = n.parent_id)
            UNION ALL
            SELECT n.organization_id, n.id FROM placed
            JOIN new_accounts n ON n.organization_id = placed.organization_id AND n.parent_id = placed.id
          )
          SELECT placed.organization_id, placed.id FROM placed);
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU162', MESSAGE = 'An account cannot stand below itself.';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER check_new_accounts AFTER INSERT ON accounting.account
        REFERENCING NEW TABLE AS new_accounts FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_new_accounts();
    `);

    await runner.query(`
      -- As before, with two additions: the books are held before accounts are read, and currencies are compared (BU160).
      CREATE OR REPLACE FUNCTION accounting.check_new_lines() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        -- The SQLSTATE of a broken rule, a space, and the rule in words.
        fault text;
        -- Whether dimensions concern any of the lines; all that follows from them is left out where they do not.
        dimensional boolean;
      BEGIN
        -- Before accounts are read: whoever restricts one to a currency holds the books and looks for lines in others.
        PERFORM FROM accounting.books b
          WHERE (b.organization_id, b.legal_entity_id) IN (SELECT l.organization_id, l.legal_entity_id FROM new_lines l)
          FOR SHARE;

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
                WHEN a.currency <> l.currency THEN format('BU160 Account %s takes lines in %s only.', a.code, a.currency)
                WHEN e.kind = 'opening' AND e.reversal_of IS NULL AND a.type IN ('income', 'expense') AND EXISTS (
                       SELECT FROM accounting.fiscal_year y
                       WHERE y.organization_id = e.organization_id AND y.legal_entity_id = e.legal_entity_id
                         AND y.ends_on < e.entry_date AND y.status = 'closed') THEN
                  format('BU115 Account %s opens at zero: the fiscal year before is closed, and its result is in equity.', a.code)
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION accounting.check_new_lines() RETURNS trigger
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
                WHEN e.kind = 'opening' AND e.reversal_of IS NULL AND a.type IN ('income', 'expense') AND EXISTS (
                       SELECT FROM accounting.fiscal_year y
                       WHERE y.organization_id = e.organization_id AND y.legal_entity_id = e.legal_entity_id
                         AND y.ends_on < e.entry_date AND y.status = 'closed') THEN
                  format('BU115 Account %s opens at zero: the fiscal year before is closed, and its result is in equity.', a.code)
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
      DROP TRIGGER check_new_accounts ON accounting.account;
      DROP TRIGGER check_account_currency ON accounting.account;
      DROP FUNCTION accounting.check_new_accounts(), accounting.check_account_currency();
      ALTER TABLE accounting.account
        DROP CONSTRAINT account_group_key, DROP COLUMN subtype, DROP COLUMN currency;
    `);
  }
}
