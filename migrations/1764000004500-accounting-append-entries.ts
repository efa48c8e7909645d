import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The posting statement: how entries that were decided elsewhere get their numbers and are written. */
export class AccountingAppendEntries1764000004500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TYPE accounting.entry_to_append AS (
        id uuid, legal_entity_id uuid, journal_id uuid, fiscal_year_id uuid, period_id uuid, entry_date date, kind text,
        description text, reference text, external_source text, external_id text, functional_currency text,
        line_count integer, total numeric, reversal_of uuid, soft_close_reason text,
        actor_id uuid, action text, request_id uuid);
      CREATE TYPE accounting.line_to_append AS (
        entry_id uuid, line_number integer, legal_entity_id uuid, account_id uuid, entry_date date, currency text,
        debit numeric, credit numeric, functional_debit numeric, functional_credit numeric, exchange_rate numeric,
        exchange_rate_source text, description text, dimension_value_ids uuid[]);

      -- Locks the counters that entries draw from, in key order, and gives the entries their numbers, in their order.
      -- Runs as the owner, because a lock takes the right to change. The counters follow when the entries are written.
      CREATE FUNCTION accounting.draw_numbers(entries accounting.entry_to_append[]) RETURNS integer[]
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
      REVOKE EXECUTE ON FUNCTION accounting.draw_numbers(accounting.entry_to_append[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION accounting.draw_numbers(accounting.entry_to_append[]) TO bureau_app;

      -- Posts entries that were decided elsewhere: draws their numbers and writes entries, lines, events and the answers
      -- to remember, into which the numbers are filled in entry order. Everything that can be refused was checked before
      -- the counters are locked; the triggers check it again.
      CREATE FUNCTION accounting.append_journal_entries(
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
           functional_debit, functional_credit, exchange_rate, exchange_rate_source, description, dimension_value_ids)
        SELECT organization, l.* FROM unnest(lines) l;

        PERFORM platform.remember_answers(answers, numbers::text[]);
        RETURN numbers;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION accounting.append_journal_entries(accounting.entry_to_append[], accounting.line_to_append[], json),
                    accounting.draw_numbers(accounting.entry_to_append[]);
      DROP TYPE accounting.entry_to_append, accounting.line_to_append;
    `);
  }
}
