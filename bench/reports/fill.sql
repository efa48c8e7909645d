CREATE SCHEMA IF NOT EXISTS bench;

-- Entries of the journal GENERAL until a fiscal year has so many, numbered without a gap. Their ids rise with their days,
-- as those of real entries do.
CREATE OR REPLACE PROCEDURE bench.fill_year(organization uuid, entity uuid, actor uuid, first_day date, entries integer)
  LANGUAGE plpgsql AS $$
DECLARE
  general uuid;
  year uuid;
  has integer;
  accounts uuid[];
  periods uuid[];
BEGIN
  SELECT id INTO general FROM accounting.journal WHERE legal_entity_id = entity AND code = 'GENERAL';
  SELECT id INTO year FROM accounting.fiscal_year WHERE legal_entity_id = entity AND starts_on = first_day;
  SELECT last_number INTO has FROM accounting.number_series WHERE journal_id = general AND fiscal_year_id = year FOR UPDATE;
  SELECT array_agg(id ORDER BY code) INTO accounts FROM accounting.account WHERE legal_entity_id = entity;
  SELECT array_agg(id ORDER BY number) INTO periods FROM accounting.fiscal_period WHERE fiscal_year_id = year;

  CREATE TEMPORARY TABLE new_entry ON COMMIT DROP AS
    SELECT number, day,
           (lpad(to_hex((extract(epoch FROM day) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(number % 4096), 3, '0')
            || '8' || lpad(to_hex(number), 15, '0'))::uuid AS id,
           accounts[1 + (number::bigint * 7) % cardinality(accounts)] AS debited,
           accounts[1 + (number::bigint * 13 + 5) % cardinality(accounts)] AS credited,
           (100 + number % 9000)::numeric + 0.25 AS amount
    FROM (SELECT number, first_day + ((number - has - 1)::bigint * 365 / (entries - has))::integer AS day
          FROM generate_series(has + 1, entries) number) dated;

  ALTER TABLE accounting.journal_entry DISABLE TRIGGER USER;
  ALTER TABLE accounting.journal_line DISABLE TRIGGER USER;
  INSERT INTO accounting.journal_entry
    (organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, description,
     functional_currency, line_count, total, actor_id, action, request_id, posted_at)
    SELECT organization, id, entity, general, year, periods[extract(month FROM day)::integer], number, day, 'Filled ' || number,
           'EUR', 2, amount, actor, 'accounting.journal_entry.post', id, day
    FROM new_entry;
  INSERT INTO accounting.journal_line
    (organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency,
     debit, credit, functional_debit, functional_credit)
    SELECT organization, id, line, entity, CASE line WHEN 1 THEN debited ELSE credited END, day, 'EUR',
           CASE line WHEN 1 THEN amount ELSE 0 END, CASE line WHEN 1 THEN 0 ELSE amount END,
           CASE line WHEN 1 THEN amount ELSE 0 END, CASE line WHEN 1 THEN 0 ELSE amount END
    FROM new_entry, generate_series(1, 2) line;
  ALTER TABLE accounting.journal_entry ENABLE TRIGGER USER;
  ALTER TABLE accounting.journal_line ENABLE TRIGGER USER;
  UPDATE accounting.number_series SET last_number = entries WHERE journal_id = general AND fiscal_year_id = year;
END $$;

-- The balances that follow from all lines of the legal entity.
CREATE OR REPLACE PROCEDURE bench.sum_balances(organization uuid, entity uuid) LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM accounting.account_balance_month WHERE legal_entity_id = entity;
  DELETE FROM accounting.account_balance_day WHERE legal_entity_id = entity;
  INSERT INTO accounting.account_balance_day (organization_id, legal_entity_id, account_id, day, kind, debit, credit)
    SELECT organization, entity, l.account_id, l.entry_date, 'regular', sum(l.functional_debit), sum(l.functional_credit)
    FROM accounting.journal_line l WHERE l.legal_entity_id = entity GROUP BY l.account_id, l.entry_date;
  INSERT INTO accounting.account_balance_month (organization_id, legal_entity_id, account_id, month, kind, debit, credit)
    SELECT organization, entity, b.account_id, date_trunc('month', b.day)::date, b.kind, sum(b.debit), sum(b.credit)
    FROM accounting.account_balance_day b WHERE b.legal_entity_id = entity GROUP BY 3, 4, 5;
END $$;
