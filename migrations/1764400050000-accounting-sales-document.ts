import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invoices and credit notes: drafts that change, and documents that are issued once and for good. */
export class AccountingSalesDocument1764400050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is printed: the kind, the fiscal year by the month that it begins in where that is not January, and the number
      -- of the entry in its journal, which has no gaps.
      CREATE FUNCTION accounting.sales_number(kind text, year_starts_on date, entry_number bigint) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
        SELECT concat_ws('-', CASE kind WHEN 'invoice' THEN 'INV' ELSE 'CN' END,
                         CASE WHEN to_char(year_starts_on, 'MM-DD') = '01-01' THEN to_char(year_starts_on, 'YYYY')
                              ELSE to_char(year_starts_on, 'YYYYMMDD') END,
                         lpad(entry_number::text, greatest(6, length(entry_number::text)), '0'))
      $$;

      -- Issued: a fact like the entry that it is posted with. Amounts are above zero in both kinds.
      CREATE TABLE accounting.sales_document (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
        number text COLLATE "C" NOT NULL,
        entry_id uuid NOT NULL,
        party_id uuid NOT NULL,
        -- The seller and the buyer as they were.
        seller jsonb NOT NULL CHECK (jsonb_typeof(seller) = 'object'),
        buyer jsonb NOT NULL CHECK (jsonb_typeof(buyer) = 'object'),
        issued_on date NOT NULL,
        tax_point_on date NOT NULL,
        delivered_on date,
        currency text NOT NULL REFERENCES platform.currency (code),
        prices_include_tax boolean NOT NULL,
        rounding_policy text NOT NULL CHECK (rounding_policy IN ('group', 'line')),
        cash_rounding numeric CHECK (cash_rounding > 0),
        buyer_reference text CHECK (length(buyer_reference) >= 1 AND length(buyer_reference) <= 200),
        order_reference text CHECK (length(order_reference) >= 1 AND length(order_reference) <= 200),
        note text CHECK (length(note) >= 1 AND length(note) <= 2000),
        external_source text CHECK (length(external_source) >= 1 AND length(external_source) <= 100),
        external_id text COLLATE "C" CHECK (length(external_id) >= 1 AND length(external_id) <= 200),
        -- In the order of the days: when what falls due, with what may be deducted until when.
        instalments jsonb NOT NULL CHECK (jsonb_typeof(instalments) = 'array'),
        line_net numeric NOT NULL,
        net numeric NOT NULL,
        tax numeric NOT NULL,
        gross numeric NOT NULL,
        rounding numeric NOT NULL,
        payable numeric NOT NULL,
        -- The invoice that a credit note takes back, in part or wholly, and why.
        credits_id uuid,
        reason text CHECK (length(reason) >= 1 AND length(reason) <= 500),
        credit_limit_reason text CHECK (length(credit_limit_reason) >= 1 AND length(credit_limit_reason) <= 500),
        actor_id uuid NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT sales_document_number_key UNIQUE (organization_id, legal_entity_id, kind, number),
        CONSTRAINT sales_document_entry_key UNIQUE (organization_id, entry_id),
        CONSTRAINT sales_document_external_id_key UNIQUE (organization_id, legal_entity_id, kind, external_source, external_id),
        CONSTRAINT sales_document_entry_fk FOREIGN KEY (organization_id, entry_id)
          REFERENCES accounting.journal_entry (organization_id, id),
        CONSTRAINT sales_document_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
          REFERENCES accounting.party (organization_id, legal_entity_id, id),
        CONSTRAINT sales_document_credits_fk FOREIGN KEY (organization_id, credits_id)
          REFERENCES accounting.sales_document (organization_id, id),
        CONSTRAINT sales_document_credits CHECK (credits_id IS NULL OR kind = 'credit_note'),
        CONSTRAINT sales_document_reason CHECK (reason IS NULL OR kind = 'credit_note'),
        CONSTRAINT sales_document_external_id CHECK ((external_source IS NULL) = (external_id IS NULL)),
        CONSTRAINT sales_document_amounts CHECK (gross = net + tax AND payable = gross + rounding AND payable > 0 AND payable < 1e18)
      );
      CREATE INDEX sales_document_issued_idx ON accounting.sales_document (organization_id, kind, issued_on, id);
      CREATE INDEX sales_document_party_idx ON accounting.sales_document (organization_id, party_id, issued_on, id);
      CREATE INDEX sales_document_updated_idx ON accounting.sales_document (organization_id, kind, issued_at, id);
      CREATE INDEX sales_document_credits_idx ON accounting.sales_document (organization_id, credits_id)
        WHERE credits_id IS NOT NULL;
      CALL platform.protect_table('accounting.sales_document', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.sales_document');

      -- What was sold, and after it the allowances and charges of the whole document, deductions below zero.
      CREATE TABLE accounting.sales_document_line (
        organization_id uuid NOT NULL,
        document_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        position integer NOT NULL CHECK (position >= 1 AND position <= 1020),
        kind text NOT NULL CHECK (kind IN ('item', 'allowance', 'charge')),
        item_code text CHECK (length(item_code) >= 1 AND length(item_code) <= 100),
        item_tax_class text CHECK (length(item_tax_class) >= 1 AND length(item_tax_class) <= 50),
        description text CHECK (length(description) >= 1 AND length(description) <= 500),
        quantity numeric,
        unit text CHECK (length(unit) >= 1 AND length(unit) <= 10),
        unit_price numeric,
        price_base_quantity numeric CHECK (price_base_quantity > 0),
        -- Allowances and charges of the line, or the rate that one of the document was given by.
        adjustments jsonb NOT NULL CHECK (jsonb_typeof(adjustments) = 'array'),
        tax_codes text[] NOT NULL,
        -- The taxes of the document that it bears, in the order in which they are levied; null where they are spread.
        tax_positions integer[],
        -- As priced: with the taxes where prices include them.
        amount numeric NOT NULL,
        net numeric NOT NULL,
        tax numeric NOT NULL,
        account_id uuid NOT NULL,
        dimensions jsonb NOT NULL CHECK (jsonb_typeof(dimensions) = 'array'),
        -- The line of the invoice that it takes back.
        credits_position integer,
        PRIMARY KEY (organization_id, document_id, position),
        CONSTRAINT sales_document_line_document_fk FOREIGN KEY (organization_id, document_id)
          REFERENCES accounting.sales_document (organization_id, id),
        CONSTRAINT sales_document_line_account_fk FOREIGN KEY (organization_id, legal_entity_id, account_id)
          REFERENCES accounting.account (organization_id, legal_entity_id, id),
        CONSTRAINT sales_document_line_item CHECK (
          kind <> 'item' OR (tax_positions IS NOT NULL AND description IS NOT NULL AND quantity IS NOT NULL AND unit IS NOT NULL AND unit_price IS NOT NULL))
      );
      CREATE INDEX sales_document_line_item_idx ON accounting.sales_document_line (organization_id, legal_entity_id, item_code)
        WHERE item_code IS NOT NULL;
      CALL platform.protect_table('accounting.sales_document_line', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.sales_document_line');

      CREATE TABLE accounting.sales_document_tax (
        organization_id uuid NOT NULL,
        document_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        position integer NOT NULL CHECK (position >= 1 AND position <= 5000),
        tax_code_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('vat', 'sales_tax', 'excise', 'other')),
        category text NOT NULL CHECK (category IN ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M')),
        computation text NOT NULL CHECK (computation IN ('percentage', 'fixed_per_unit', 'fixed_per_line')),
        rate numeric NOT NULL CHECK (rate >= 0),
        on_top_of text[] NOT NULL,
        is_reverse_charge boolean NOT NULL,
        exemption_code text,
        exemption_text text,
        base numeric NOT NULL,
        tax numeric NOT NULL,
        PRIMARY KEY (organization_id, document_id, position),
        CONSTRAINT sales_document_tax_document_fk FOREIGN KEY (organization_id, document_id)
          REFERENCES accounting.sales_document (organization_id, id),
        CONSTRAINT sales_document_tax_code_fk FOREIGN KEY (organization_id, tax_code_id)
          REFERENCES accounting.tax_code (organization_id, id),
        CONSTRAINT sales_document_tax_of_buyer CHECK (NOT is_reverse_charge OR tax = 0)
      );
      CALL platform.protect_table('accounting.sales_document_tax', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.sales_document_tax');
    `);

    await runner.query(`
      -- Lines and taxes come with their document, and nothing is added to it later.
      CREATE FUNCTION accounting.check_parts_of_sales_document() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM FROM new_parts n
          JOIN accounting.sales_document d ON d.organization_id = n.organization_id AND d.id = n.document_id
          WHERE d.issued_at <> now() OR d.legal_entity_id <> n.legal_entity_id;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU500', MESSAGE = 'The document is issued: it stays as it is.';
        END IF;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.check_parts_of_sales_document() FROM PUBLIC;
      CREATE TRIGGER check_document AFTER INSERT ON accounting.sales_document_line
        REFERENCING NEW TABLE AS new_parts FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_parts_of_sales_document();
      CREATE TRIGGER check_document AFTER INSERT ON accounting.sales_document_tax
        REFERENCING NEW TABLE AS new_parts FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_parts_of_sales_document();

      -- What is printed adds up, and the books say the same.
      CREATE FUNCTION accounting.check_sales_document() RETURNS trigger
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
      REVOKE EXECUTE ON FUNCTION accounting.check_sales_document() FROM PUBLIC;
      CREATE CONSTRAINT TRIGGER check_sales_document AFTER INSERT ON accounting.sales_document
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounting.check_sales_document();

      -- Until the transaction ends nobody else credits it. Runs as the owner, because a lock takes the right to change.
      CREATE FUNCTION accounting.hold_sales_document(organization uuid, document uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF organization IS DISTINCT FROM platform.current_organization_id() THEN
          RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'Only the organization that acts holds its documents.';
        END IF;
        PERFORM FROM accounting.sales_document d WHERE d.organization_id = organization AND d.id = document FOR UPDATE;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.hold_sales_document(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION accounting.hold_sales_document(uuid, uuid) TO bureau_app;

      -- An entry that says it is of a document is of one that there is.
      CREATE FUNCTION accounting.check_entry_of_sales() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM FROM accounting.sales_document d
          WHERE d.organization_id = NEW.organization_id AND d.id = NEW.origin_id AND d.entry_id = NEW.id;
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU502', MESSAGE = 'The document of the entry is not there.';
        END IF;
        RETURN NULL;
      END $$;
      REVOKE EXECUTE ON FUNCTION accounting.check_entry_of_sales() FROM PUBLIC;
      CREATE CONSTRAINT TRIGGER check_entry_of_sales AFTER INSERT ON accounting.journal_entry
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.origin IN ('invoice', 'credit_note') AND NEW.reversal_of IS NULL)
        EXECUTE FUNCTION accounting.check_entry_of_sales();

      -- Documents that are being written, as they were typed. One that is issued stays as it was then.
      CREATE TABLE accounting.sales_draft (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
        party_id uuid NOT NULL,
        content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
        document_id uuid,
        created_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT sales_draft_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
          REFERENCES accounting.party (organization_id, legal_entity_id, id),
        CONSTRAINT sales_draft_document_fk FOREIGN KEY (organization_id, document_id)
          REFERENCES accounting.sales_document (organization_id, id),
        CONSTRAINT sales_draft_document CHECK (document_id = id)
      );
      CREATE INDEX sales_draft_updated_idx ON accounting.sales_draft (organization_id, updated_at, id);
      CREATE INDEX sales_draft_party_idx ON accounting.sales_draft (organization_id, party_id);
      CALL platform.protect_table('accounting.sales_draft', 'mutable');
      CALL platform.wall_legal_entity('accounting.sales_draft');
      GRANT UPDATE (party_id, content, document_id, version, updated_at) ON accounting.sales_draft TO bureau_app;
      GRANT DELETE ON accounting.sales_draft TO bureau_app;

      CREATE FUNCTION accounting.keep_issued_draft() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND platform.is_emptying() THEN RETURN OLD; END IF;
        IF OLD.document_id IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU500', MESSAGE = 'The document is issued: it stays as it is.';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER keep_issued_draft BEFORE UPDATE OR DELETE ON accounting.sales_draft
        FOR EACH ROW EXECUTE FUNCTION accounting.keep_issued_draft();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER check_entry_of_sales ON accounting.journal_entry;
      DROP TABLE accounting.sales_draft, accounting.sales_document_tax, accounting.sales_document_line, accounting.sales_document;
      DROP FUNCTION accounting.keep_issued_draft(), accounting.check_entry_of_sales(), accounting.hold_sales_document(uuid, uuid),
                    accounting.check_sales_document(), accounting.check_parts_of_sales_document(),
                    accounting.sales_number(text, date, bigint);
    `);
  }
}
