import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The line that takes what rounding left of converted amounts says so of itself. */
export class AccountingRoundingLine1764200041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A rounding line stands in the functional currency: nothing of it was converted.
      ALTER TABLE accounting.journal_line
        ADD COLUMN is_rounding boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT journal_line_rounding_unconverted CHECK (NOT is_rounding OR exchange_rate IS NULL);
      ALTER TYPE accounting.line_to_append ADD ATTRIBUTE is_rounding boolean;

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

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TYPE accounting.line_to_append DROP ATTRIBUTE is_rounding;
      ALTER TABLE accounting.journal_line DROP COLUMN is_rounding;

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
           functional_debit, functional_credit, exchange_rate, exchange_rate_source, description, dimension_value_ids)
        SELECT organization, l.* FROM unnest(lines) l;

        PERFORM platform.remember_answers(answers, numbers::text[]);
        RETURN numbers;
      END $$;
    `);
  }
}
