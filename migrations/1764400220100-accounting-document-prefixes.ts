import type { MigrationInterface, QueryRunner } from 'typeorm';

async function addSettings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- How documents that are issued from now on are numbered: before the fiscal year, and in how many digits at least.
    ALTER TABLE accounting.books
      ADD COLUMN invoice_prefix text COLLATE "C" NOT NULL DEFAULT 'INV' CHECK (invoice_prefix ~ '^[A-Z0-9]{1,10}$'),
      ADD COLUMN credit_note_prefix text COLLATE "C" NOT NULL DEFAULT 'CN' CHECK (credit_note_prefix ~ '^[A-Z0-9]{1,10}$'),
      ADD COLUMN document_digits integer NOT NULL DEFAULT 6 CHECK (document_digits >= 4 AND document_digits <= 10),
      ADD CONSTRAINT books_document_prefixes CHECK (invoice_prefix <> credit_note_prefix);
    GRANT UPDATE (invoice_prefix, credit_note_prefix, document_digits) ON accounting.books TO bureau_app;

    -- One number for one document of the legal entity, whatever kind it is of.
    ALTER TABLE accounting.sales_document
      DROP CONSTRAINT sales_document_number_key,
      ADD CONSTRAINT sales_document_number_key UNIQUE (organization_id, legal_entity_id, number);

    -- What is printed: the prefix, the fiscal year by the month that it begins in where that is not January, and the number of
    -- the entry in its journal, which has no gaps. No prefix has a hyphen, so each part is told from the others.
    CREATE FUNCTION accounting.sales_number(prefix text, digits integer, year_starts_on date, entry_number bigint) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
      SELECT concat_ws('-', prefix,
                       CASE WHEN to_char(year_starts_on, 'MM-DD') = '01-01' THEN to_char(year_starts_on, 'YYYY')
                            ELSE to_char(year_starts_on, 'YYYYMMDD') END,
                       lpad(entry_number::text, greatest(digits, length(entry_number::text)), '0'))
    $$;
  `);
}

async function keepPrefixesApart(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- The series of a kind goes on under another prefix; a prefix that documents of the other kind have would give their
    -- numbers again. Postings hold the books until they end, so none is on its way.
    CREATE FUNCTION accounting.keep_document_prefixes() RETURNS trigger
      LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      taken record;
    BEGIN
      SELECT wanted.kind, wanted.prefix, d.number INTO taken
        FROM (VALUES ('invoice', 'credit_note', OLD.invoice_prefix, NEW.invoice_prefix),
                     ('credit_note', 'invoice', OLD.credit_note_prefix, NEW.credit_note_prefix))
             AS wanted (kind, other, before, prefix)
        JOIN accounting.sales_document d
          ON d.organization_id = NEW.organization_id AND d.legal_entity_id = NEW.legal_entity_id AND d.kind = wanted.other
          AND d.number >= wanted.prefix || '-' AND d.number < wanted.prefix || '.'
        WHERE wanted.prefix <> wanted.before
        LIMIT 1;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = CASE taken.kind WHEN 'invoice' THEN 'BU506' ELSE 'BU507' END,
          MESSAGE = format('The prefix %s is that of documents of the other kind, such as %s: choose one of its own.',
                           taken.prefix, taken.number);
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER keep_document_prefixes BEFORE UPDATE OF invoice_prefix, credit_note_prefix ON accounting.books
      FOR EACH ROW EXECUTE FUNCTION accounting.keep_document_prefixes();
  `);
}

/** The check of documents with the number by the settings of the books. */
const CHECK_BY_SETTINGS = `
  CREATE OR REPLACE FUNCTION accounting.check_sales_document() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
      SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
    DECLARE
      invoice accounting.sales_document;
      credited numeric;
      fault text;
    BEGIN
      SELECT CASE
               WHEN s.lines = 0 THEN 'BU501 A document has lines.'
               WHEN s.net <> NEW.net OR s.line_net <> NEW.line_net THEN 'BU501 The lines do not sum to the net amount of the document.'
               WHEN t.tax <> NEW.tax OR s.tax <> NEW.tax THEN 'BU501 The taxes do not sum to the tax of the document.'
               WHEN e.origin IS DISTINCT FROM NEW.kind OR e.origin_id IS DISTINCT FROM NEW.id OR e.reversal_of IS NOT NULL
                    OR e.entry_date <> NEW.issued_on OR e.legal_entity_id <> NEW.legal_entity_id THEN
                 'BU502 The entry is not that of the document.'
               WHEN NEW.number <> accounting.sales_number(
                     CASE NEW.kind WHEN 'invoice' THEN b.invoice_prefix ELSE b.credit_note_prefix END,
                     b.document_digits, y.starts_on, e.number) THEN
                 'BU502 The number is not that of the entry.'
               WHEN p.amount IS DISTINCT FROM CASE NEW.kind WHEN 'invoice' THEN NEW.payable ELSE -NEW.payable END
                    OR p.others THEN
                 'BU502 The entry does not charge the customer what the document says.'
             END INTO fault
        FROM (SELECT count(*) AS lines, sum(l.net) AS net, sum(l.tax) AS tax, coalesce(sum(l.net) FILTER (WHERE l.kind = 'item'), 0) AS line_net
              FROM accounting.sales_document_line l
              WHERE l.organization_id = NEW.organization_id AND l.document_id = NEW.id) s,
             (SELECT coalesce(sum(x.tax), 0) AS tax FROM accounting.sales_document_tax x
              WHERE x.organization_id = NEW.organization_id AND x.document_id = NEW.id) t,
             (SELECT sum(l.debit - l.credit) AS amount,
                     bool_or(l.currency <> NEW.currency OR coalesce(q.survivor_id, q.id) <> coalesce(r.survivor_id, r.id)) AS others
              FROM accounting.journal_line l
              JOIN accounting.party q ON q.organization_id = l.organization_id AND q.id = l.party_id
              JOIN accounting.party r ON r.organization_id = NEW.organization_id AND r.id = NEW.party_id
              WHERE l.organization_id = NEW.organization_id AND l.entry_id = NEW.entry_id) p,
             accounting.journal_entry e
             JOIN accounting.fiscal_year y ON y.organization_id = e.organization_id AND y.id = e.fiscal_year_id
             JOIN accounting.books b ON b.organization_id = e.organization_id AND b.legal_entity_id = e.legal_entity_id
        WHERE e.organization_id = NEW.organization_id AND e.id = NEW.entry_id;
      IF fault IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
      END IF;
      IF NEW.credits_id IS NULL THEN RETURN NULL; END IF;

      SELECT * INTO invoice FROM accounting.sales_document d
        WHERE d.organization_id = NEW.organization_id AND d.id = NEW.credits_id FOR UPDATE;
      IF invoice.kind <> 'invoice' OR invoice.legal_entity_id <> NEW.legal_entity_id OR invoice.currency <> NEW.currency
         OR invoice.issued_on > NEW.issued_on THEN
        RAISE EXCEPTION USING ERRCODE = 'BU503', MESSAGE = 'A credit note is of an invoice of the same legal entity and currency, and no earlier.';
      END IF;
      SELECT sum(c.payable) INTO credited FROM accounting.sales_document c
        WHERE c.organization_id = NEW.organization_id AND c.credits_id = NEW.credits_id;
      IF credited > invoice.payable THEN
        RAISE EXCEPTION USING ERRCODE = 'BU504', MESSAGE = format('The invoice %s is credited in whole already, or would be more than once.', invoice.number);
      END IF;
      RETURN NULL;
    END $$;
`;

/** Prefixes and digits of the numbers of invoices and credit notes are settings of the books. */
export class AccountingDocumentPrefixes1764400220100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addSettings(runner);
    await keepPrefixesApart(runner);
    await runner.query(CHECK_BY_SETTINGS);
    await runner.query('DROP FUNCTION accounting.sales_number(text, date, bigint)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
    CREATE FUNCTION accounting.sales_number(kind text, year_starts_on date, entry_number bigint) RETURNS text
          LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
          SELECT concat_ws('-', CASE kind WHEN 'invoice' THEN 'INV' ELSE 'CN' END,
                           CASE WHEN to_char(year_starts_on, 'MM-DD') = '01-01' THEN to_char(year_starts_on, 'YYYY')
                                ELSE to_char(year_starts_on, 'YYYYMMDD') END,
                           lpad(entry_number::text, greatest(6, length(entry_number::text)), '0'))
        $$;
    `);
    await runner.query(`
    CREATE OR REPLACE FUNCTION accounting.check_sales_document() RETURNS trigger
          LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
          SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
        DECLARE
          invoice accounting.sales_document;
          credited numeric;
          fault text;
        BEGIN
          SELECT CASE
                   WHEN s.lines = 0 THEN 'BU501 A document has lines.'
                   WHEN s.net <> NEW.net OR s.line_net <> NEW.line_net THEN 'BU501 The lines do not sum to the net amount of the document.'
                   WHEN t.tax <> NEW.tax OR s.tax <> NEW.tax THEN 'BU501 The taxes do not sum to the tax of the document.'
                   WHEN e.origin IS DISTINCT FROM NEW.kind OR e.origin_id IS DISTINCT FROM NEW.id OR e.reversal_of IS NOT NULL
                        OR e.entry_date <> NEW.issued_on OR e.legal_entity_id <> NEW.legal_entity_id THEN
                     'BU502 The entry is not that of the document.'
                   WHEN NEW.number <> accounting.sales_number(NEW.kind, y.starts_on, e.number) THEN
                     'BU502 The number is not that of the entry.'
                   WHEN p.amount IS DISTINCT FROM CASE NEW.kind WHEN 'invoice' THEN NEW.payable ELSE -NEW.payable END
                        OR p.others THEN
                     'BU502 The entry does not charge the customer what the document says.'
                 END INTO fault
            FROM (SELECT count(*) AS lines, sum(l.net) AS net, sum(l.tax) AS tax, coalesce(sum(l.net) FILTER (WHERE l.kind = 'item'), 0) AS line_net
                  FROM accounting.sales_document_line l
                  WHERE l.organization_id = NEW.organization_id AND l.document_id = NEW.id) s,
                 (SELECT coalesce(sum(x.tax), 0) AS tax FROM accounting.sales_document_tax x
                  WHERE x.organization_id = NEW.organization_id AND x.document_id = NEW.id) t,
                 (SELECT sum(l.debit - l.credit) AS amount,
                         bool_or(l.currency <> NEW.currency OR coalesce(q.survivor_id, q.id) <> coalesce(r.survivor_id, r.id)) AS others
                  FROM accounting.journal_line l
                  JOIN accounting.party q ON q.organization_id = l.organization_id AND q.id = l.party_id
                  JOIN accounting.party r ON r.organization_id = NEW.organization_id AND r.id = NEW.party_id
                  WHERE l.organization_id = NEW.organization_id AND l.entry_id = NEW.entry_id) p,
                 accounting.journal_entry e
                 JOIN accounting.fiscal_year y ON y.organization_id = e.organization_id AND y.id = e.fiscal_year_id
            WHERE e.organization_id = NEW.organization_id AND e.id = NEW.entry_id;
          IF fault IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = left(fault, 5), MESSAGE = substr(fault, 7);
          END IF;
          IF NEW.credits_id IS NULL THEN RETURN NULL; END IF;

          SELECT * INTO invoice FROM accounting.sales_document d
            WHERE d.organization_id = NEW.organization_id AND d.id = NEW.credits_id FOR UPDATE;
          IF invoice.kind <> 'invoice' OR invoice.legal_entity_id <> NEW.legal_entity_id OR invoice.currency <> NEW.currency
             OR invoice.issued_on > NEW.issued_on THEN
            RAISE EXCEPTION USING ERRCODE = 'BU503', MESSAGE = 'A credit note is of an invoice of the same legal entity and currency, and no earlier.';
          END IF;
          SELECT sum(c.payable) INTO credited FROM accounting.sales_document c
            WHERE c.organization_id = NEW.organization_id AND c.credits_id = NEW.credits_id;
          IF credited > invoice.payable THEN
            RAISE EXCEPTION USING ERRCODE = 'BU504', MESSAGE = format('The invoice %s is credited in whole already, or would be more than once.', invoice.number);
          END IF;
          RETURN NULL;
        END $$;
    `);
    await runner.query(`
      DROP FUNCTION accounting.sales_number(text, integer, date, bigint);
      DROP TRIGGER keep_document_prefixes ON accounting.books;
      DROP FUNCTION accounting.keep_document_prefixes();
      ALTER TABLE accounting.sales_document
        DROP CONSTRAINT sales_document_number_key,
        ADD CONSTRAINT sales_document_number_key UNIQUE (organization_id, legal_entity_id, kind, number);
      ALTER TABLE accounting.books
        DROP CONSTRAINT books_document_prefixes,
        DROP COLUMN invoice_prefix, DROP COLUMN credit_note_prefix, DROP COLUMN document_digits;
    `);
  }
}
