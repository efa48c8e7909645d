import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- What a customer is offered, as it is being written. What was sent stands beside it, revision by revision.
    CREATE TABLE accounting.quote (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      party_id uuid NOT NULL,
      -- Drawn when it is first sent: those that never were leave no gap.
      number bigint CHECK (number >= 1),
      -- The revision that is written, or was sent last.
      revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1 AND revision <= 1000),
      valid_until date,
      content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
      copy_of uuid,
      created_by uuid NOT NULL,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT quote_entity_key UNIQUE (organization_id, legal_entity_id, id),
      CONSTRAINT quote_number_key UNIQUE (organization_id, legal_entity_id, number),
      CONSTRAINT quote_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
        REFERENCES accounting.party (organization_id, legal_entity_id, id)
    );
    CREATE INDEX quote_party_idx ON accounting.quote (organization_id, party_id);
    CREATE INDEX quote_updated_idx ON accounting.quote (organization_id, updated_at, id);
    CREATE INDEX quote_created_idx ON accounting.quote (organization_id, created_at, id);
    CALL platform.protect_table('accounting.quote', 'mutable');
    CALL platform.wall_legal_entity('accounting.quote');
    GRANT UPDATE (party_id, number, revision, valid_until, content, version, updated_at) ON accounting.quote TO bureau_app;
    GRANT DELETE ON accounting.quote TO bureau_app;

    -- What was sent, with every amount as it was then.
    CREATE TABLE accounting.quote_revision (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      quote_id uuid NOT NULL,
      revision integer NOT NULL CHECK (revision >= 1 AND revision <= 1000),
      legal_entity_id uuid NOT NULL,
      party_id uuid NOT NULL,
      sent_on date NOT NULL,
      valid_until date,
      currency text NOT NULL REFERENCES platform.currency (code),
      net numeric NOT NULL,
      tax numeric NOT NULL,
      payable numeric NOT NULL CHECK (payable >= 0 AND payable < 1e18),
      content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
      -- Both sides, lines, taxes and totals, as they are printed.
      printed jsonb NOT NULL CHECK (jsonb_typeof(printed) = 'object'),
      actor_id uuid NOT NULL,
      sent_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT quote_revision_key UNIQUE (organization_id, quote_id, revision),
      CONSTRAINT quote_revision_quote_fk FOREIGN KEY (organization_id, legal_entity_id, quote_id)
        REFERENCES accounting.quote (organization_id, legal_entity_id, id),
      CONSTRAINT quote_revision_party_fk FOREIGN KEY (organization_id, legal_entity_id, party_id)
        REFERENCES accounting.party (organization_id, legal_entity_id, id),
      CONSTRAINT quote_revision_valid CHECK (valid_until >= sent_on)
    );
    CREATE INDEX quote_revision_sent_idx ON accounting.quote_revision (organization_id, sent_at, id);
    CALL platform.protect_table('accounting.quote_revision', 'append_only');
    CALL platform.wall_legal_entity('accounting.quote_revision');

    -- What the customer said to a revision.
    CREATE TABLE accounting.quote_answer (
      organization_id uuid NOT NULL,
      quote_id uuid NOT NULL,
      revision integer NOT NULL,
      legal_entity_id uuid NOT NULL,
      answer text NOT NULL CHECK (answer IN ('accepted', 'declined')),
      answered_on date NOT NULL,
      note text CHECK (length(note) >= 1 AND length(note) <= 500),
      actor_id uuid NOT NULL,
      answered_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT quote_answer_pkey PRIMARY KEY (organization_id, quote_id, revision),
      CONSTRAINT quote_answer_revision_fk FOREIGN KEY (organization_id, quote_id, revision)
        REFERENCES accounting.quote_revision (organization_id, quote_id, revision)
    );
    CALL platform.protect_table('accounting.quote_answer', 'append_only');
    CALL platform.wall_legal_entity('accounting.quote_answer');

    -- The one invoice, or draft of one, that a quote became. A draft may be deleted afterwards.
    CREATE TABLE accounting.quote_conversion (
      organization_id uuid NOT NULL,
      quote_id uuid NOT NULL,
      revision integer NOT NULL,
      legal_entity_id uuid NOT NULL,
      document_id uuid,
      draft_id uuid,
      actor_id uuid NOT NULL,
      converted_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT quote_conversion_pkey PRIMARY KEY (organization_id, quote_id),
      CONSTRAINT quote_conversion_revision_fk FOREIGN KEY (organization_id, quote_id, revision)
        REFERENCES accounting.quote_revision (organization_id, quote_id, revision),
      CONSTRAINT quote_conversion_document_fk FOREIGN KEY (organization_id, document_id)
        REFERENCES accounting.sales_document (organization_id, id),
      CONSTRAINT quote_conversion_document_key UNIQUE (organization_id, document_id),
      CONSTRAINT quote_conversion_one_result CHECK (num_nonnulls(document_id, draft_id) = 1)
    );
    CALL platform.protect_table('accounting.quote_conversion', 'append_only');
    CALL platform.wall_legal_entity('accounting.quote_conversion');
  `);
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- A revision that was sent is written no more; the next one is begun, unless the quote was converted.
    CREATE FUNCTION accounting.check_quote() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      sent boolean := EXISTS (SELECT FROM accounting.quote_revision r
                              WHERE r.organization_id = OLD.organization_id AND r.quote_id = OLD.id AND r.revision = OLD.revision);
    BEGIN
      IF TG_OP = 'DELETE' THEN
        IF NOT platform.is_emptying() AND OLD.number IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU600', MESSAGE = 'A quote that was sent stays.';
        END IF;
        RETURN OLD;
      ELSIF OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number THEN
        RAISE EXCEPTION USING ERRCODE = 'BU600', MESSAGE = 'A quote keeps its number.';
      ELSIF NEW.revision = OLD.revision AND sent
            AND (NEW.party_id, NEW.content, NEW.valid_until) IS DISTINCT FROM (OLD.party_id, OLD.content, OLD.valid_until) THEN
        RAISE EXCEPTION USING ERRCODE = 'BU600', MESSAGE = 'What was sent stays as it is: begin another revision.';
      ELSIF NEW.revision <> OLD.revision AND (NEW.revision <> OLD.revision + 1 OR NOT sent
            OR EXISTS (SELECT FROM accounting.quote_conversion c
                       WHERE c.organization_id = OLD.organization_id AND c.quote_id = OLD.id)) THEN
        RAISE EXCEPTION USING ERRCODE = 'BU600', MESSAGE = 'A revision follows the one that was sent last, before the quote is converted.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_quote BEFORE UPDATE OR DELETE ON accounting.quote
      FOR EACH ROW EXECUTE FUNCTION accounting.check_quote();

    -- Sent is what the quote says now, once it has a number, which follows the last one without a gap.
    CREATE FUNCTION accounting.check_quote_revision() RETURNS trigger
      LANGUAGE plpgsql AS $$
    DECLARE
      quote accounting.quote;
    BEGIN
      SELECT * INTO quote FROM accounting.quote q
        WHERE q.organization_id = NEW.organization_id AND q.id = NEW.quote_id FOR UPDATE;
      IF (quote.revision, quote.party_id, quote.content, quote.valid_until)
         IS DISTINCT FROM (NEW.revision, NEW.party_id, NEW.content, NEW.valid_until) OR quote.number IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'BU601', MESSAGE = 'What is sent is what the quote says.';
      ELSIF quote.number > 1 AND NOT EXISTS (
          SELECT FROM accounting.quote q WHERE q.organization_id = quote.organization_id
            AND q.legal_entity_id = quote.legal_entity_id AND q.number = quote.number - 1) THEN
        RAISE EXCEPTION USING ERRCODE = 'BU601', MESSAGE = 'Numbers of quotes follow each other without a gap.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_quote_revision BEFORE INSERT ON accounting.quote_revision
      FOR EACH ROW EXECUTE FUNCTION accounting.check_quote_revision();

    -- Answered is the revision that was sent last, while it is valid, before the quote is converted.
    CREATE FUNCTION accounting.check_quote_answer() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.quote q
        JOIN accounting.quote_revision r
          ON r.organization_id = q.organization_id AND r.quote_id = q.id AND r.revision = q.revision
        WHERE q.organization_id = NEW.organization_id AND q.id = NEW.quote_id AND q.revision = NEW.revision
          AND q.legal_entity_id = NEW.legal_entity_id AND r.sent_on <= NEW.answered_on
          AND (NEW.answer = 'declined' OR r.valid_until IS NULL OR r.valid_until >= NEW.answered_on)
        FOR SHARE OF q;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU602', MESSAGE = 'What was sent last is answered, and accepted while it is valid.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_quote_answer BEFORE INSERT ON accounting.quote_answer
      FOR EACH ROW EXECUTE FUNCTION accounting.check_quote_answer();

    -- Converted is what was accepted, to an invoice to its customer.
    CREATE FUNCTION accounting.check_quote_conversion() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.quote q
        JOIN accounting.quote_answer a
          ON a.organization_id = q.organization_id AND a.quote_id = q.id AND a.revision = q.revision AND a.answer = 'accepted'
        WHERE q.organization_id = NEW.organization_id AND q.id = NEW.quote_id AND q.revision = NEW.revision
          AND q.legal_entity_id = NEW.legal_entity_id
          AND (NEW.document_id IS NULL OR EXISTS (
            SELECT FROM accounting.sales_document d
            JOIN accounting.party p ON p.organization_id = d.organization_id AND p.id = d.party_id
            JOIN accounting.party o ON o.organization_id = q.organization_id AND o.id = q.party_id
            WHERE d.organization_id = q.organization_id AND d.id = NEW.document_id AND d.kind = 'invoice'
              AND d.legal_entity_id = q.legal_entity_id
              AND coalesce(p.survivor_id, p.id) = coalesce(o.survivor_id, o.id)))
        FOR SHARE OF q;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU603', MESSAGE = 'What was accepted is converted, to an invoice to its customer.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_quote_conversion BEFORE INSERT ON accounting.quote_conversion
      FOR EACH ROW EXECUTE FUNCTION accounting.check_quote_conversion();
  `);
}

/** Quotes: what customers are offered, sent in revisions, answered, and converted once. They are in no ledger. */
export class AccountingQuote1764400132000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createRules(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.quote_conversion, accounting.quote_answer, accounting.quote_revision, accounting.quote;
      DROP FUNCTION accounting.check_quote_conversion(), accounting.check_quote_answer(), accounting.check_quote_revision(),
                    accounting.check_quote();
    `);
  }
}
