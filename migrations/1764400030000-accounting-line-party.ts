import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of receivables and payables say whose they are and when they fall due; entries say which document they are of. */
export class AccountingLineParty1764400030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.journal_entry
        -- What posted the entry where nobody did so by hand, and its id there: the document that the figures drill to.
        ADD COLUMN origin text CHECK (origin ~ '^[a-z][a-z_]{1,39}$'),
        ADD COLUMN origin_id uuid,
        ADD CONSTRAINT journal_entry_origin_pair CHECK ((origin IS NULL) = (origin_id IS NULL));
      CREATE INDEX journal_entry_origin_idx ON accounting.journal_entry (organization_id, origin_id) WHERE origin_id IS NOT NULL;
      ALTER TABLE accounting.journal_line
        ADD COLUMN party_id uuid,
        ADD COLUMN due_on date,
        ADD CONSTRAINT journal_line_due_of_party CHECK (due_on IS NULL OR party_id IS NOT NULL);
      CREATE INDEX journal_line_party_idx ON accounting.journal_line (organization_id, party_id, entry_date, entry_id, line_number)
        WHERE party_id IS NOT NULL;
      ALTER TYPE accounting.entry_to_append ADD ATTRIBUTE origin text, ADD ATTRIBUTE origin_id uuid;
      ALTER TYPE accounting.line_to_append ADD ATTRIBUTE party_id uuid, ADD ATTRIBUTE due_on date;

      ALTER TABLE accounting.journal_entry_draft_line
        ADD COLUMN party_id uuid,
        ADD COLUMN due_on date;
      GRANT UPDATE (party_id, due_on) ON accounting.journal_entry_draft_line TO bureau_app;

      CREATE OR REPLACE FUNCTION accounting.draw_numbers(entries accounting.entry_to_append[]) RETURNS integer[]
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        numbers integer[];
      BEGIN
        WITH counter AS MATERIALIZED (
          SELECT s.legal_entity_id, s.journal_id, s.fiscal_year_id, s.last_number
          FROM accounting.number_series s
          WHERE s.organization_id = organization
            AND (s.legal_entity_id, s.journal_id, s.fiscal_year_id) IN (
              SELECT w.legal_entity_id, w.journal_id, w.fiscal_year_id FROM unnest(entries) w)
          ORDER BY s.legal_entity_id, s.journal_id, s.fiscal_year_id
          FOR UPDATE
        )
        SELECT array_agg(drawn.number ORDER BY drawn.position) INTO numbers FROM (
          SELECT e.position,
                 c.last_number + row_number() OVER (PARTITION BY e.journal_id, e.fiscal_year_id ORDER BY e.position) AS number
          FROM unnest(entries) WITH ORDINALITY AS e (
            id, legal_entity_id, journal_id, fiscal_year_id, period_id, entry_date, kind, description, reference,
            external_source, external_id, functional_currency, line_count, total, reversal_of, soft_close_reason,
            actor_id, action, request_id, origin, origin_id, position)
          LEFT JOIN counter c USING (legal_entity_id, journal_id, fiscal_year_id)) drawn;
        IF array_position(numbers, NULL) IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU104', MESSAGE = 'An entry belongs to a journal and a fiscal year of its legal entity.';
        END IF;
        RETURN numbers;
      END $$;

      CREATE OR REPLACE FUNCTION accounting.append_journal_entries(
        entries accounting.entry_to_append[], lines accounting.line_to_append[], answers json)
        RETURNS integer[] LANGUAGE plpgsql
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        numbers integer[];
      BEGIN
        INSERT INTO platform.outbox_event (organization_id, id, type, subject, data)
          SELECT organization, e.id, 'accounting.journal_entry.posted.v1', e.id::text,
                 jsonb_build_object('journalEntryId', e.id, 'legalEntityId', e.legal_entity_id, 'entryDate', e.entry_date)
          FROM unnest(entries) e;
        numbers := accounting.draw_numbers(entries);

        WITH entry AS (
          INSERT INTO accounting.journal_entry
            (organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, kind, description,
             reference, external_source, external_id, functional_currency, line_count, total, reversal_of, soft_close_reason,
             actor_id, action, request_id, origin, origin_id)
          SELECT organization, e.id, e.legal_entity_id, e.journal_id, e.fiscal_year_id, e.period_id, numbers[e.position],
                 e.entry_date, e.kind, e.description, e.reference, e.external_source, e.external_id, e.functional_currency,
                 e.line_count, e.total, e.reversal_of, e.soft_close_reason, e.actor_id, e.action, e.request_id, e.origin, e.origin_id
          FROM unnest(entries) WITH ORDINALITY AS e (
            id, legal_entity_id, journal_id, fiscal_year_id, period_id, entry_date, kind, description, reference,
            external_source, external_id, functional_currency, line_count, total, reversal_of, soft_close_reason,
            actor_id, action, request_id, origin, origin_id, position)
        )
        INSERT INTO accounting.journal_line
          (organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency, debit, credit,
           functional_debit, functional_credit, exchange_rate, exchange_rate_source, description, dimension_value_ids,
           is_rounding, party_id, due_on)
        SELECT organization, l.* FROM unnest(lines) l;

        PERFORM platform.remember_answers(answers, numbers::text[]);
        RETURN numbers;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounting.journal_entry_draft_line DROP COLUMN party_id, DROP COLUMN due_on;
      ALTER TABLE accounting.journal_line DROP COLUMN party_id, DROP COLUMN due_on;
      ALTER TABLE accounting.journal_entry DROP COLUMN origin, DROP COLUMN origin_id;
      ALTER TYPE accounting.line_to_append DROP ATTRIBUTE party_id, DROP ATTRIBUTE due_on;
      ALTER TYPE accounting.entry_to_append DROP ATTRIBUTE origin, DROP ATTRIBUTE origin_id;

      CREATE OR REPLACE FUNCTION accounting.draw_numbers(entries accounting.entry_to_append[]) RETURNS integer[]
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        numbers integer[];
      BEGIN
        WITH counter AS MATERIALIZED (
          SELECT s.legal_entity_id, s.journal_id, s.fiscal_year_id, s.last_number
          FROM accounting.number_series s
          WHERE s.organization_id = organization
            AND (s.legal_entity_id, s.journal_id, s.fiscal_year_id) IN (
              SELECT w.legal_entity_id, w.journal_id, w.fiscal_year_id FROM unnest(entries) w)
          ORDER BY s.legal_entity_id, s.journal_id, s.fiscal_year_id
          FOR UPDATE
        )
        SELECT array_agg(drawn.number ORDER BY drawn.position) INTO numbers FROM (
          SELECT e.position,
                 c.last_number + row_number() OVER (PARTITION BY e.journal_id, e.fiscal_year_id ORDER BY e.position) AS number
          FROM unnest(entries) WITH ORDINALITY AS e (
            id, legal_entity_id, journal_id, fiscal_year_id, period_id, entry_date, kind, description, reference,
            external_source, external_id, functional_currency, line_count, total, reversal_of, soft_close_reason,
            actor_id, action, request_id, position)
          LEFT JOIN counter c USING (legal_entity_id, journal_id, fiscal_year_id)) drawn;
        IF array_position(numbers, NULL) IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU104', MESSAGE = 'An entry belongs to a journal and a fiscal year of its legal entity.';
        END IF;
        RETURN numbers;
      END $$;

      CREATE OR REPLACE FUNCTION accounting.append_journal_entries(
        entries accounting.entry_to_append[], lines accounting.line_to_append[], answers json)
        RETURNS integer[] LANGUAGE plpgsql
        SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
      DECLARE
        organization uuid := platform.current_organization_id();
        numbers integer[];
      BEGIN
        INSERT INTO platform.outbox_event (organization_id, id, type, subject, data)
          SELECT organization, e.id, 'accounting.journal_entry.posted.v1', e.id::text,
                 jsonb_build_object('journalEntryId', e.id, 'legalEntityId', e.legal_entity_id, 'entryDate', e.entry_date)
          FROM unnest(entries) e;
        numbers := accounting.draw_numbers(entries);

        WITH entry AS (
          INSERT INTO accounting.journal_entry
            (organization_id, id, legal_entity_id, journal_id, fiscal_year_id, period_id, number, entry_date, kind, description,
             reference, external_source, external_id, functional_currency, line_count, total, reversal_of, soft_close_reason,
             actor_id, action, request_id)
          SELECT organization, e.id, e.legal_entity_id, e.journal_id, e.fiscal_year_id, e.period_id, numbers[e.position],
                 e.entry_date, e.kind, e.description, e.reference, e.external_source, e.external_id, e.functional_currency,
                 e.line_count, e.total, e.reversal_of, e.soft_close_reason, e.actor_id, e.action, e.request_id
          FROM unnest(entries) WITH ORDINALITY AS e (
            id, legal_entity_id, journal_id, fiscal_year_id, period_id, entry_date, kind, description, reference,
            external_source, external_id, functional_currency, line_count, total, reversal_of, soft_close_reason,
            actor_id, action, request_id, position)
        )
        INSERT INTO accounting.journal_line
          (organization_id, entry_id, line_number, legal_entity_id, account_id, entry_date, currency, debit, credit,
           functional_debit, functional_credit, exchange_rate, exchange_rate_source, description, dimension_value_ids,
           is_rounding)
        SELECT organization, l.* FROM unnest(lines) l;

        PERFORM platform.remember_answers(answers, numbers::text[]);
        RETURN numbers;
      END $$;
    `);
  }
}
