CREATE SCHEMA IF NOT EXISTS bench;

-- Customers with an account each, and invoices of them that are open: entries, lines, items and the references that those who
-- pay name them by; one of ten offers 2 % for paying early. As the owner and without triggers: what a posting checks is not what is measured here.
CREATE OR REPLACE PROCEDURE bench.fill_receivables(organization uuid, entity uuid, actor uuid, customers integer, invoices integer)
  LANGUAGE plpgsql AS $$
DECLARE
  general uuid;
  year uuid;
  receivables uuid;
  sales uuid;
BEGIN
  SET LOCAL session_replication_role = replica;
  SELECT id INTO general FROM accounting.journal WHERE legal_entity_id = entity AND code = 'GENERAL';
  SELECT id INTO year FROM accounting.fiscal_year WHERE legal_entity_id = entity;
  SELECT id INTO receivables FROM accounting.account WHERE legal_entity_id = entity AND code = '1500';
  SELECT id INTO sales FROM accounting.account WHERE legal_entity_id = entity AND code = '3000';

  INSERT INTO accounting.party (organization_id, id, legal_entity_id, number, name, kind, is_customer, is_vendor)
    SELECT organization, bench.party_id(n), entity, 'C' || n, 'Customer ' || n || ' GmbH', 'organization', true, false
    FROM generate_series(1, customers) n;
  INSERT INTO accounting.party_bank_account (organization_id, id, legal_entity_id, party_id, holder, iban, country, changed_by)
    SELECT organization, gen_random_uuid(), entity, bench.party_id(n), 'Customer ' || n || ' GmbH', bench.iban(n), 'DE', actor
    FROM generate_series(1, customers) n;

  CREATE TEMPORARY TABLE invoice ON COMMIT DROP AS
    SELECT n AS number, gen_random_uuid() AS entry_id, gen_random_uuid() AS item_id, bench.party_id(1 + n % customers) AS party_id,
           DATE '2026-01-01' + n % 150 AS day, bench.amount(n) AS amount
    FROM generate_series(1, invoices) n;
  INSERT INTO accounting.journal_entry
    (organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, description, reference,
     functional_currency, line_count, total, actor_id, action, request_id, posted_at)
    SELECT organization, i.entry_id, entity, general, year, p.id, i.number, i.day, 'Invoice', bench.number_of(i.number), 'EUR', 2,
           i.amount, actor, 'accounting.journal_entry.post', i.entry_id, i.day
    FROM invoice i JOIN accounting.fiscal_period p ON p.fiscal_year_id = year AND i.day >= p.starts_on AND i.day <= p.ends_on;
  INSERT INTO accounting.journal_line
    (organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency, debit, credit, functional_debit,
     functional_credit, party_id)
    SELECT organization, i.entry_id, line, entity, CASE line WHEN 1 THEN receivables ELSE sales END, i.day, 'EUR',
           CASE line WHEN 1 THEN i.amount ELSE 0 END, CASE line WHEN 1 THEN 0 ELSE i.amount END,
           CASE line WHEN 1 THEN i.amount ELSE 0 END, CASE line WHEN 1 THEN 0 ELSE i.amount END,
           CASE line WHEN 1 THEN i.party_id END
    FROM invoice i, generate_series(1, 2) line;
  INSERT INTO accounting.open_item
    (organization_id, id, legal_entity_id, entry_id, line_number, account_id, control, party_id, currency, entry_date, due_on,
     amount, functional_amount, open_amount, functional_open)
    SELECT organization, i.item_id, entity, i.entry_id, 1, receivables, 'receivable', i.party_id, 'EUR', i.day, i.day + 30,
           i.amount, i.amount, i.amount, i.amount
    FROM invoice i;
  INSERT INTO accounting.early_discount (organization_id, entry_id, line_number, until_on, legal_entity_id, percentage)
    SELECT organization, i.entry_id, 1, DATE '2026-12-31', entity, 2 FROM invoice i WHERE i.number % 10 = 7;
  INSERT INTO accounting.open_item_reference (organization_id, item_id, legal_entity_id, reference_key)
    SELECT organization, i.item_id, entity, regexp_replace(upper(bench.number_of(i.number)), '[^A-Z0-9]', '', 'g') FROM invoice i;
END $$;

CREATE OR REPLACE FUNCTION bench.party_id(n integer) RETURNS uuid LANGUAGE sql IMMUTABLE
  RETURN ('01990000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
CREATE OR REPLACE FUNCTION bench.iban(n integer) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN 'DE' || lpad((98 - (n::text || '131400')::numeric % 97)::text, 2, '0') || lpad(n::text, 18, '0');
-- Some hundred invoices are of each amount.
CREATE OR REPLACE FUNCTION bench.amount(n integer) RETURNS numeric LANGUAGE sql IMMUTABLE
  RETURN ((n::bigint * 7919) % 200000 + 500)::numeric / 100;
CREATE OR REPLACE FUNCTION bench.number_of(n integer) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN 'INV-2026-' || lpad(n::text, 6, '0');
