-- The limit that the database itself sets: the rows that Bureau writes for a posting, written durably by one call of one
-- function into plain copies of its tables. No row security, no triggers, no foreign keys, no checks.
CREATE SCHEMA bench;

CREATE TABLE bench.journal_entry (LIKE accounting.journal_entry INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE TABLE bench.journal_line (LIKE accounting.journal_line INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE TABLE bench.outbox_event (LIKE platform.outbox_event INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING INDEXES);
CREATE TABLE bench.idempotency_record (LIKE platform.idempotency_record INCLUDING DEFAULTS INCLUDING INDEXES);
-- LIKE leaves out the fill factors, which these tables owe their cheap updates to.
CREATE TABLE bench.account_balance_month (LIKE accounting.account_balance_month INCLUDING DEFAULTS INCLUDING INDEXES)
  WITH (fillfactor = 70);
CREATE TABLE bench.account_balance_day (LIKE accounting.account_balance_day INCLUDING DEFAULTS INCLUDING INDEXES)
  WITH (fillfactor = 70);
CREATE TABLE bench.number_series (LIKE accounting.number_series INCLUDING DEFAULTS INCLUDING INDEXES)
  WITH (fillfactor = 50);
INSERT INTO bench.number_series (organization_id, legal_entity_id, journal_id, fiscal_year_id)
  SELECT organization_id, legal_entity_id, journal_id, fiscal_year_id FROM accounting.number_series;

-- One entry of two lines. What needs no number is written before the counter is locked.
CREATE FUNCTION bench.post_entry(
  organization uuid, entity uuid, journal uuid, fiscal_year uuid, period uuid, actor uuid,
  entry uuid, dated date, about text, debited uuid, credited uuid, amount numeric,
  idempotency_key text, hash bytea, answer text
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  drawn integer;
BEGIN
  INSERT INTO bench.journal_line
    (organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency,
     debit, credit, functional_debit, functional_credit)
    VALUES (organization, entry, 1, entity, debited, dated, 'EUR', amount, 0, amount, 0),
           (organization, entry, 2, entity, credited, dated, 'EUR', 0, amount, 0, amount);
  INSERT INTO bench.outbox_event (organization_id, id, type, subject, data)
    VALUES (organization, entry, 'accounting.journal_entry.posted.v1', entry::text,
            jsonb_build_object('journalEntryId', entry, 'legalEntityId', entity, 'entryDate', dated));
  INSERT INTO bench.idempotency_record (organization_id, actor_id, key, request_hash, answer)
    VALUES (organization, actor, idempotency_key, hash, answer);

  UPDATE bench.number_series s SET last_number = s.last_number + 1
    WHERE s.organization_id = organization AND s.legal_entity_id = entity
      AND s.journal_id = journal AND s.fiscal_year_id = fiscal_year
    RETURNING s.last_number INTO drawn;
  INSERT INTO bench.journal_entry
    (organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, description,
     functional_currency, line_count, total, actor_id, action, request_id)
    VALUES (organization, entry, entity, journal, fiscal_year, period, drawn, dated, about,
            'EUR', 2, amount, actor, 'accounting.journal_entry.post', entry);
  INSERT INTO bench.account_balance_month AS b
    (organization_id, legal_entity_id, account_id, month, kind, debit, credit)
    VALUES (organization, entity, debited, date_trunc('month', dated)::date, 'regular', amount, 0),
           (organization, entity, credited, date_trunc('month', dated)::date, 'regular', 0, amount)
    ON CONFLICT (organization_id, legal_entity_id, account_id, month, kind)
    DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;
  INSERT INTO bench.account_balance_day AS b
    (organization_id, legal_entity_id, account_id, day, kind, debit, credit)
    VALUES (organization, entity, debited, dated, 'regular', amount, 0),
           (organization, entity, credited, dated, 'regular', 0, amount)
    ON CONFLICT (organization_id, legal_entity_id, day, account_id, kind)
    DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;
  RETURN drawn;
END $$;

-- Many entries of one legal entity under one idempotency key, each table by one statement; answers the last number.
CREATE FUNCTION bench.post_entries(
  organization uuid, entity uuid, journal uuid, fiscal_year uuid, period uuid, actor uuid,
  entries uuid[], days date[], abouts text[], debited uuid[], credited uuid[], amounts numeric[],
  idempotency_key text, hash bytea, answer text
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  first_number integer;
BEGIN
  INSERT INTO bench.journal_line
    (organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency,
     debit, credit, functional_debit, functional_credit)
    SELECT organization, e.entry, side.line_number, entity, side.account, e.day, 'EUR',
           side.debit, side.credit, side.debit, side.credit
    FROM unnest(entries, days, debited, credited, amounts) AS e (entry, day, debited, credited, amount),
         LATERAL (VALUES (1, e.debited, e.amount, 0), (2, e.credited, 0, e.amount))
           AS side (line_number, account, debit, credit);
  INSERT INTO bench.outbox_event (organization_id, id, type, subject, data)
    SELECT organization, e.entry, 'accounting.journal_entry.posted.v1', e.entry::text,
           jsonb_build_object('journalEntryId', e.entry, 'legalEntityId', entity, 'entryDate', e.day)
    FROM unnest(entries, days) AS e (entry, day);
  INSERT INTO bench.idempotency_record (organization_id, actor_id, key, request_hash, answer)
    VALUES (organization, actor, idempotency_key, hash, answer);

  UPDATE bench.number_series s SET last_number = s.last_number + cardinality(entries)
    WHERE s.organization_id = organization AND s.legal_entity_id = entity
      AND s.journal_id = journal AND s.fiscal_year_id = fiscal_year
    RETURNING s.last_number - cardinality(entries) + 1 INTO first_number;
  INSERT INTO bench.journal_entry
    (organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, description,
     functional_currency, line_count, total, actor_id, action, request_id)
    SELECT organization, e.entry, entity, journal, fiscal_year, period, first_number + e.position - 1, e.day, e.about,
           'EUR', 2, e.amount, actor, 'accounting.journal_entry.post', entries[1]
    FROM unnest(entries, days, abouts, amounts) WITH ORDINALITY AS e (entry, day, about, amount, position);
  INSERT INTO bench.account_balance_month AS b
    (organization_id, legal_entity_id, account_id, month, kind, debit, credit)
    SELECT organization, entity, side.account, date_trunc('month', e.day)::date, 'regular',
           sum(side.debit), sum(side.credit)
    FROM unnest(days, debited, credited, amounts) AS e (day, debited, credited, amount),
         LATERAL (VALUES (e.debited, e.amount, 0), (e.credited, 0, e.amount)) AS side (account, debit, credit)
    GROUP BY 3, 4
    ON CONFLICT (organization_id, legal_entity_id, account_id, month, kind)
    DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;
  INSERT INTO bench.account_balance_day AS b
    (organization_id, legal_entity_id, account_id, day, kind, debit, credit)
    SELECT organization, entity, side.account, e.day, 'regular', sum(side.debit), sum(side.credit)
    FROM unnest(days, debited, credited, amounts) AS e (day, debited, credited, amount),
         LATERAL (VALUES (e.debited, e.amount, 0), (e.credited, 0, e.amount)) AS side (account, debit, credit)
    GROUP BY 3, 4
    ON CONFLICT (organization_id, legal_entity_id, day, account_id, kind)
    DO UPDATE SET debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;
  RETURN first_number + cardinality(entries) - 1;
END $$;
