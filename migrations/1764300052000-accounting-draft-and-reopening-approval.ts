import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft stays as it is while its approval is pending; periods and years that a policy covers are reopened by one. */
export class AccountingDraftAndReopeningApproval1764300052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION accounting.check_journal_entry_draft() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.entry_id IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU150', MESSAGE = 'A draft that was posted stays as it was posted.';
        END IF;
        PERFORM FROM platform.approval_request r
          WHERE r.organization_id = OLD.organization_id AND r.subject_kind = 'journal_entry' AND r.subject_id = OLD.id
            AND r.state = 'pending';
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU196', MESSAGE = 'A draft stays as it is while its approval is pending.';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;

      CREATE OR REPLACE FUNCTION accounting.check_draft_lines() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.journal_entry_draft d
          WHERE d.organization_id = platform.current_organization_id()
            AND d.id IN (SELECT c.draft_id FROM changed c)
          ORDER BY d.id FOR SHARE;
        PERFORM FROM accounting.journal_entry_draft d
          WHERE d.organization_id = platform.current_organization_id()
            AND d.id IN (SELECT c.draft_id FROM changed c) AND d.entry_id IS NOT NULL;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU150', MESSAGE = 'A draft that was posted stays as it was posted.';
        END IF;
        PERFORM FROM platform.approval_request r
          WHERE r.organization_id = platform.current_organization_id() AND r.subject_kind = 'journal_entry'
            AND r.subject_id IN (SELECT c.draft_id FROM changed c) AND r.state = 'pending';
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU196', MESSAGE = 'A draft stays as it is while its approval is pending.';
        END IF;
        RETURN NULL;
      END $$;

      CREATE OR REPLACE FUNCTION accounting.check_fiscal_period() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NOT EXISTS (SELECT FROM accounting.fiscal_year y
                         WHERE y.organization_id = NEW.organization_id AND y.id = NEW.fiscal_year_id
                           AND CASE WHEN NEW.is_adjustment THEN NEW.starts_on = y.ends_on AND NEW.ends_on = y.ends_on
                                    ELSE NEW.starts_on >= y.starts_on AND NEW.ends_on <= y.ends_on END) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU120',
              MESSAGE = 'A fiscal period lies inside its fiscal year, an adjustment period on its last day.';
          END IF;
        ELSIF NEW.fiscal_year_status <> OLD.fiscal_year_status THEN
          -- The status of the year, carried over by the key; nobody else may write it.
          RETURN NEW;
        ELSIF OLD.status = 'locked' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU121', MESSAGE = 'A locked fiscal period stays locked for good.';
        ELSIF NEW.status = 'future' AND OLD.status <> 'future' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU121', MESSAGE = 'A fiscal period that was opened is closed, not put off.';
        ELSIF OLD.status = 'soft_closed' AND NEW.status = 'open'
          AND platform.lacks_approval('fiscal_period_reopening', NEW.id, NEW.legal_entity_id) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU197', MESSAGE = 'Reopening the fiscal period needs an approval: submit it.';
        END IF;
        RETURN NEW;
      END $$;

      CREATE OR REPLACE FUNCTION accounting.check_fiscal_year() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        other accounting.fiscal_year;
      BEGIN
        PERFORM FROM accounting.books b
          WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id FOR UPDATE;
        IF TG_OP = 'INSERT' THEN
          PERFORM FROM accounting.fiscal_period p
            WHERE p.organization_id = NEW.organization_id AND p.legal_entity_id = NEW.legal_entity_id
              AND p.starts_on > NEW.ends_on AND (p.status = 'locked' OR p.fiscal_year_status = 'closed');
          IF FOUND OR NEW.status <> 'open' THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123',
              MESSAGE = 'A fiscal year begins open, and not before periods that are locked or years that are closed.';
          END IF;
        ELSIF OLD.status = NEW.status THEN
          IF OLD.closing_entry_id IS DISTINCT FROM NEW.closing_entry_id THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123', MESSAGE = 'The closing entry of a fiscal year changes with its status only.';
          END IF;
        ELSE
          IF NEW.status = 'open' AND platform.lacks_approval('fiscal_year_reopening', NEW.id, NEW.legal_entity_id) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU197', MESSAGE = 'Reopening the fiscal year needs an approval: submit it.';
          END IF;
          SELECT y.* INTO other FROM accounting.fiscal_year y
            WHERE y.organization_id = NEW.organization_id AND y.legal_entity_id = NEW.legal_entity_id
              AND CASE NEW.status WHEN 'closed' THEN y.starts_on < NEW.starts_on AND y.status = 'open'
                                  ELSE y.starts_on > NEW.starts_on AND y.status = 'closed' END
            LIMIT 1;
          IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123',
              MESSAGE = format('Fiscal years are closed in their order and reopened in the opposite one: %s to %s is %s.',
                               other.starts_on, other.ends_on, other.status);
          END IF;
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION accounting.check_fiscal_year() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        other accounting.fiscal_year;
      BEGIN
        PERFORM FROM accounting.books b
          WHERE b.organization_id = NEW.organization_id AND b.legal_entity_id = NEW.legal_entity_id FOR UPDATE;
        IF TG_OP = 'INSERT' THEN
          PERFORM FROM accounting.fiscal_period p
            WHERE p.organization_id = NEW.organization_id AND p.legal_entity_id = NEW.legal_entity_id
              AND p.starts_on > NEW.ends_on AND (p.status = 'locked' OR p.fiscal_year_status = 'closed');
          IF FOUND OR NEW.status <> 'open' THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123',
              MESSAGE = 'A fiscal year begins open, and not before periods that are locked or years that are closed.';
          END IF;
        ELSIF OLD.status = NEW.status THEN
          IF OLD.closing_entry_id IS DISTINCT FROM NEW.closing_entry_id THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123', MESSAGE = 'The closing entry of a fiscal year changes with its status only.';
          END IF;
        ELSE
          SELECT y.* INTO other FROM accounting.fiscal_year y
            WHERE y.organization_id = NEW.organization_id AND y.legal_entity_id = NEW.legal_entity_id
              AND CASE NEW.status WHEN 'closed' THEN y.starts_on < NEW.starts_on AND y.status = 'open'
                                  ELSE y.starts_on > NEW.starts_on AND y.status = 'closed' END
            LIMIT 1;
          IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU123',
              MESSAGE = format('Fiscal years are closed in their order and reopened in the opposite one: %s to %s is %s.',
                               other.starts_on, other.ends_on, other.status);
          END IF;
        END IF;
        RETURN NEW;
      END $$;

      CREATE OR REPLACE FUNCTION accounting.check_fiscal_period() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NOT EXISTS (SELECT FROM accounting.fiscal_year y
                         WHERE y.organization_id = NEW.organization_id AND y.id = NEW.fiscal_year_id
                           AND CASE WHEN NEW.is_adjustment THEN NEW.starts_on = y.ends_on AND NEW.ends_on = y.ends_on
                                    ELSE NEW.starts_on >= y.starts_on AND NEW.ends_on <= y.ends_on END) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU120',
              MESSAGE = 'A fiscal period lies inside its fiscal year, an adjustment period on its last day.';
          END IF;
        ELSIF NEW.fiscal_year_status <> OLD.fiscal_year_status THEN
          -- The status of the year, carried over by the key; nobody else may write it.
          RETURN NEW;
        ELSIF OLD.status = 'locked' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU121', MESSAGE = 'A locked fiscal period stays locked for good.';
        ELSIF NEW.status = 'future' AND OLD.status <> 'future' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU121', MESSAGE = 'A fiscal period that was opened is closed, not put off.';
        END IF;
        RETURN NEW;
      END $$;

      CREATE OR REPLACE FUNCTION accounting.check_draft_lines() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM accounting.journal_entry_draft d
          WHERE d.organization_id = platform.current_organization_id()
            AND d.id IN (SELECT c.draft_id FROM changed c)
          ORDER BY d.id FOR SHARE;
        PERFORM FROM accounting.journal_entry_draft d
          WHERE d.organization_id = platform.current_organization_id()
            AND d.id IN (SELECT c.draft_id FROM changed c) AND d.entry_id IS NOT NULL;
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU150', MESSAGE = 'A draft that was posted stays as it was posted.';
        END IF;
        RETURN NULL;
      END $$;

      CREATE OR REPLACE FUNCTION accounting.check_journal_entry_draft() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.entry_id IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = 'BU150', MESSAGE = 'A draft that was posted stays as it was posted.';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
    `);
  }
}
