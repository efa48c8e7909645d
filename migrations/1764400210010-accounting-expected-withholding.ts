import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  -- What the customer is expected to keep back of a document, as it was reckoned when that was issued. Amounts of both
  -- kinds of documents are zero or more.
  CREATE TABLE accounting.sales_document_withholding (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    legal_entity_id uuid NOT NULL,
    position integer NOT NULL CHECK (position >= 1 AND position <= 5),
    party_id uuid NOT NULL,
    code_id uuid NOT NULL,
    rate_id uuid NOT NULL,
    -- The year that it counts towards: that of the document, or of the invoice that is taken back.
    year_starts_on date NOT NULL,
    -- As printed.
    name text NOT NULL CHECK (length(name) >= 1 AND length(name) <= 200),
    rate numeric NOT NULL,
    base_of text NOT NULL CHECK (base_of IN ('net', 'gross')),
    base_share numeric NOT NULL,
    threshold numeric,
    threshold_rule text,
    -- Places in the document of the lines that it is reckoned of; null for all of them.
    line_positions integer[],
    -- Of the customer, code and year before this document.
    base_before numeric NOT NULL,
    taxable_before numeric NOT NULL,
    base numeric NOT NULL CHECK (base >= 0 AND base < 1e18),
    taxable numeric NOT NULL CHECK (taxable >= 0 AND taxable < 1e18),
    amount numeric NOT NULL CHECK (amount >= 0 AND amount < 1e18),
    PRIMARY KEY (organization_id, id),
    CONSTRAINT sales_document_withholding_position_key UNIQUE (organization_id, document_id, position),
    CONSTRAINT sales_document_withholding_code_key UNIQUE (organization_id, document_id, code_id),
    CONSTRAINT sales_document_withholding_document_fk FOREIGN KEY (organization_id, document_id)
      REFERENCES accounting.sales_document (organization_id, id),
    CONSTRAINT sales_document_withholding_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
      REFERENCES accounting.party (organization_id, legal_entity_id, id),
    CONSTRAINT sales_document_withholding_code_fk FOREIGN KEY (organization_id, legal_entity_id, code_id)
      REFERENCES accounting.withholding_code (organization_id, legal_entity_id, id),
    CONSTRAINT sales_document_withholding_rate_fk FOREIGN KEY (organization_id, code_id, rate_id)
      REFERENCES accounting.withholding_rate (organization_id, code_id, id)
  );
  CREATE INDEX sales_document_withholding_year_idx ON accounting.sales_document_withholding
    (organization_id, code_id, year_starts_on, party_id);
  CREATE INDEX sales_document_withholding_rate_idx ON accounting.sales_document_withholding (organization_id, rate_id);
  CALL platform.protect_table('accounting.sales_document_withholding', 'append_only');
  CALL platform.wall_legal_entity_of_many('accounting.sales_document_withholding');

  -- What was expected of the item when the receipt was recorded; null where its document said nothing of it.
  ALTER TABLE accounting.withholding ADD COLUMN expected numeric CHECK (expected >= 0 AND expected < 1e18);
`;

/** A receipt may say of an item what was withheld under several codes, of each once. */
const SEVERAL_CODES = `
  ALTER TABLE accounting.settlement_part DROP CONSTRAINT settlement_part_item_key;
  CREATE UNIQUE INDEX settlement_part_item_key ON accounting.settlement_part (organization_id, settlement_id, item_id, purpose)
    WHERE purpose <> 'withholding';

  CREATE FUNCTION accounting.check_withheld_once() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.withholding w
      JOIN accounting.settlement_part p
        ON p.organization_id = w.organization_id AND p.settlement_id = w.settlement_id AND p.position = w.position
      JOIN accounting.settlement_part own
        ON own.organization_id = w.organization_id AND own.settlement_id = w.settlement_id AND own.position = NEW.position
      WHERE w.organization_id = NEW.organization_id AND w.settlement_id = NEW.settlement_id AND w.id <> NEW.id
        AND w.code_id = NEW.code_id AND p.item_id = own.item_id;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU665', MESSAGE = 'What was withheld of an item under a code is said once.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_withheld_once AFTER INSERT ON accounting.withholding
    FOR EACH ROW EXECUTE FUNCTION accounting.check_withheld_once();
`;

const ONE_CODE = `
  DROP TRIGGER check_withheld_once ON accounting.withholding;
  DROP FUNCTION accounting.check_withheld_once();
  DROP INDEX accounting.settlement_part_item_key;
  ALTER TABLE accounting.settlement_part
    ADD CONSTRAINT settlement_part_item_key UNIQUE (organization_id, settlement_id, item_id, purpose);
`;

const CUMULATIVE = `
  -- What counts of a customer, by whatever party it stands for, without one document: credit notes reduce it.
  CREATE FUNCTION accounting.withheld_of_year(organization uuid, party uuid, code uuid, year date, without uuid,
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
  REVOKE EXECUTE ON FUNCTION accounting.withheld_of_year(uuid, uuid, uuid, date, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.withheld_of_year(uuid, uuid, uuid, date, uuid) TO bureau_app;
`;

const RULES = `
  -- Why a withholding does not follow from its document by itself; null where it does.
  CREATE FUNCTION accounting.document_withholding_fault(organization uuid, document uuid, code uuid) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    own accounting.sales_document_withholding;
    sold accounting.sales_document;
    invoice accounting.sales_document_withholding;
    minor integer;
    bearing numeric;
    total numeric;
    credited record;
  BEGIN
    SELECT * INTO own FROM accounting.sales_document_withholding w
      WHERE w.organization_id = organization AND w.document_id = document AND w.code_id = code;
    SELECT * INTO sold FROM accounting.sales_document d WHERE d.organization_id = organization AND d.id = document;
    SELECT c.minor_units INTO minor FROM platform.currency c WHERE c.code = sold.currency;
    SELECT sum(w.amount) INTO total FROM accounting.sales_document_withholding w
      WHERE w.organization_id = organization AND w.document_id = document;
    IF total > sold.payable THEN
      RETURN 'No more is withheld of a document than it comes to.';
    END IF;
    IF sold.credits_id IS NOT NULL THEN
      SELECT * INTO invoice FROM accounting.sales_document_withholding w
        WHERE w.organization_id = organization AND w.document_id = sold.credits_id AND w.code_id = code;
      IF (invoice.rate_id, invoice.year_starts_on, invoice.rate, invoice.base_of, invoice.base_share) IS DISTINCT FROM
         (own.rate_id, own.year_starts_on, own.rate, own.base_of, own.base_share) THEN
        RETURN 'A credit note takes back what its invoice expected, by the same terms.';
      END IF;
      SELECT sum(w.base) AS base, sum(w.taxable) AS taxable, sum(w.amount) AS amount, sum(d.payable) AS payable INTO credited
        FROM accounting.sales_document d
        LEFT JOIN accounting.sales_document_withholding w
          ON w.organization_id = organization AND w.document_id = d.id AND w.code_id = code
        WHERE d.organization_id = organization AND d.credits_id = sold.credits_id;
      IF credited.base > invoice.base
         OR credited.base < invoice.base AND credited.payable = (
              SELECT d.payable FROM accounting.sales_document d WHERE d.organization_id = organization AND d.id = sold.credits_id)
         OR credited.taxable <> coalesce(round(invoice.taxable * credited.base / nullif(invoice.base, 0), minor), 0)
         OR credited.amount <> coalesce(round(invoice.amount * credited.base / nullif(invoice.base, 0), minor), 0) THEN
        RETURN 'Credit notes take back of what their invoice expected the share that they take back of its base.';
      END IF;
      RETURN NULL;
    END IF;
    SELECT sum(CASE own.base_of WHEN 'net' THEN l.net ELSE l.net + l.tax END) INTO bearing FROM accounting.sales_document_line l
      WHERE l.organization_id = organization AND l.document_id = document
        AND (own.line_positions IS NULL OR l.position = ANY (own.line_positions));
    IF own.base IS DISTINCT FROM round(bearing * own.base_share, minor) THEN
      RETURN 'What is withheld is reckoned of the lines of the document.';
    END IF;
    IF own.amount <> round(own.taxable * own.rate, minor) THEN
      RETURN 'What is withheld is the rate of what is taxable.';
    END IF;
    RETURN NULL;
  END $$;
  REVOKE EXECUTE ON FUNCTION accounting.document_withholding_fault(uuid, uuid, uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION accounting.document_withholding_fault(uuid, uuid, uuid) TO bureau_app;

  -- It comes with its document, by the rate of the day, and by what the year has come to: whoever issues for the same
  -- customer waits here at the latest, and then counts this one.
  CREATE FUNCTION accounting.check_document_withholding() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    sold accounting.sales_document;
    known record;
    cumulative numeric;
    due numeric;
    fault text;
    sign integer;
  BEGIN
    SELECT * INTO sold FROM accounting.sales_document d
      WHERE d.organization_id = NEW.organization_id AND d.id = NEW.document_id AND d.issued_at = now();
    PERFORM FROM accounting.books b
      WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id
        AND b.functional_currency = sold.currency AND sold.legal_entity_id = NEW.legal_entity_id AND sold.party_id = NEW.party_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU668',
        MESSAGE = 'What is to be withheld comes with its document, in the functional currency.';
    END IF;
    PERFORM FROM accounting.party p
      WHERE p.organization_id = NEW.organization_id
        AND p.id = (SELECT coalesce(n.survivor_id, n.id) FROM accounting.party n
                    WHERE n.organization_id = NEW.organization_id AND n.id = NEW.party_id)
      FOR NO KEY UPDATE;
    SELECT * INTO known FROM accounting.withheld_of_year(
      NEW.organization_id, NEW.party_id, NEW.code_id, NEW.year_starts_on, NEW.document_id);
    IF (known.base, known.taxable) <> (NEW.base_before, NEW.taxable_before) THEN
      RAISE EXCEPTION USING ERRCODE = 'BU669', MESSAGE = 'The year of the customer has come to something else meanwhile.';
    END IF;
    fault := accounting.document_withholding_fault(NEW.organization_id, NEW.document_id, NEW.code_id);
    IF fault IS NULL AND sold.credits_id IS NULL THEN
      PERFORM FROM accounting.withholding_rate r
        JOIN accounting.withholding_code c ON c.organization_id = r.organization_id AND c.id = r.code_id
        WHERE r.organization_id = NEW.organization_id AND r.id = NEW.rate_id
          AND r.valid_from <= sold.issued_on AND (r.valid_to IS NULL OR r.valid_to >= sold.issued_on)
          AND (r.rate, r.base, r.base_share) = (NEW.rate, NEW.base_of, NEW.base_share)
          AND (r.threshold, r.threshold_rule) IS NOT DISTINCT FROM (NEW.threshold, NEW.threshold_rule)
          AND accounting.withholding_year(sold.issued_on, c.year_starts_in) = NEW.year_starts_on;
      IF NOT FOUND THEN
        fault := 'What is withheld goes by the rate that its code has on the day of the document.';
      END IF;
      sign := CASE sold.kind WHEN 'invoice' THEN 1 ELSE -1 END;
      cumulative := NEW.base_before + sign * NEW.base;
      cumulative := CASE WHEN NEW.threshold IS NULL THEN cumulative
                         WHEN NEW.threshold_rule = 'excess' THEN greatest(0, cumulative - NEW.threshold)
                         WHEN cumulative > NEW.threshold THEN cumulative ELSE 0 END;
      due := greatest(0, sign * (cumulative - NEW.taxable_before));
      IF NEW.taxable > due OR NEW.taxable < due AND sold.payable > (
           SELECT sum(w.amount) FROM accounting.sales_document_withholding w
           WHERE w.organization_id = NEW.organization_id AND w.document_id = NEW.document_id) THEN
        fault := 'What is taxable of a document is what it adds to the taxable sum of the year.';
      END IF;
    END IF;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU668', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_document_withholding AFTER INSERT ON accounting.sales_document_withholding
    FOR EACH ROW EXECUTE FUNCTION accounting.check_document_withholding();

  -- A credit note says of each withholding of its invoice what it takes back of it.
  CREATE FUNCTION accounting.check_credited_withholdings() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.sales_document_withholding i
      WHERE i.organization_id = NEW.organization_id AND i.document_id = NEW.credits_id
        AND NOT EXISTS (SELECT FROM accounting.sales_document_withholding w
                        WHERE w.organization_id = NEW.organization_id AND w.document_id = NEW.id AND w.code_id = i.code_id);
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU668', MESSAGE = 'A credit note takes back what its invoice expected to be withheld.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_credited_withholdings AFTER INSERT ON accounting.sales_document
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.credits_id IS NOT NULL)
    EXECUTE FUNCTION accounting.check_credited_withholdings();

  -- A rate ends on no day before a document that was reckoned by it. Documents hold their codes while they are issued.
  CREATE OR REPLACE FUNCTION accounting.check_withholding_rate() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.valid_to IS NOT NULL AND NEW.valid_to IS DISTINCT FROM OLD.valid_to THEN
      RAISE EXCEPTION USING ERRCODE = 'BU667', MESSAGE = format('The rate has its end on %s.', OLD.valid_to);
    END IF;
    PERFORM FROM accounting.withholding_code c WHERE c.organization_id = OLD.organization_id AND c.id = OLD.code_id FOR UPDATE;
    PERFORM FROM accounting.sales_document_withholding w
      JOIN accounting.sales_document d ON d.organization_id = w.organization_id AND d.id = w.document_id
      WHERE w.organization_id = OLD.organization_id AND w.rate_id = OLD.id AND d.credits_id IS NULL AND d.issued_on > NEW.valid_to;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU667', MESSAGE = 'Documents were issued by the rate after that day.';
    END IF;
    RETURN NEW;
  END $$;
`;

const RATE_RULE_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.check_withholding_rate() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.valid_to IS NOT NULL AND NEW.valid_to IS DISTINCT FROM OLD.valid_to THEN
      RAISE EXCEPTION USING ERRCODE = 'BU667', MESSAGE = format('The rate has its end on %s.', OLD.valid_to);
    END IF;
    RETURN NEW;
  END $$;
`;

/** What customers are expected to withhold of documents, by what the year has come to. */
export class AccountingExpectedWithholding1764400210010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(SEVERAL_CODES);
    await runner.query(CUMULATIVE);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RATE_RULE_BEFORE);
    await runner.query(ONE_CODE);
    await runner.query(`
      DROP TRIGGER check_credited_withholdings ON accounting.sales_document;
      ALTER TABLE accounting.withholding DROP COLUMN expected;
      DROP TABLE accounting.sales_document_withholding;
      DROP FUNCTION accounting.check_credited_withholdings(), accounting.check_document_withholding(),
                    accounting.document_withholding_fault(uuid, uuid, uuid),
                    accounting.withheld_of_year(uuid, uuid, uuid, date, uuid);
    `);
  }
}
