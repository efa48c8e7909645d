import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rate of what was posted is kept, but for a test organization that is emptied with all its documents. */
const KEEP_USED_TAX_RATE = `
  CREATE OR REPLACE FUNCTION accounting.keep_used_tax_rate() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND platform.is_emptying() THEN
      RETURN OLD;
    END IF;
    PERFORM FROM accounting.tax_code k WHERE k.organization_id = OLD.organization_id AND k.id = OLD.tax_code_id FOR UPDATE;
    PERFORM FROM accounting.tax_line t
      WHERE t.organization_id = OLD.organization_id AND t.tax_code_id = OLD.tax_code_id
        AND t.tax_point_on >= OLD.valid_from AND (OLD.valid_to IS NULL OR t.tax_point_on <= OLD.valid_to)
        AND (TG_OP = 'DELETE' OR t.tax_point_on > NEW.valid_to)
        -- A reversal gives back at the rate of its original, on whatever day.
        AND NOT EXISTS (SELECT FROM accounting.journal_entry e
                        WHERE e.organization_id = t.organization_id AND e.id = t.entry_id
                          AND (e.reversal_of IS NOT NULL OR e.origin = 'cash_basis_tax'))
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU422', MESSAGE = 'Documents have been posted with the rate on these days.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
`;
const KEEP_USED_TAX_RATE_BEFORE = `
  CREATE OR REPLACE FUNCTION accounting.keep_used_tax_rate() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.tax_code k WHERE k.organization_id = OLD.organization_id AND k.id = OLD.tax_code_id FOR UPDATE;
    PERFORM FROM accounting.tax_line t
      WHERE t.organization_id = OLD.organization_id AND t.tax_code_id = OLD.tax_code_id
        AND t.tax_point_on >= OLD.valid_from AND (OLD.valid_to IS NULL OR t.tax_point_on <= OLD.valid_to)
        AND (TG_OP = 'DELETE' OR t.tax_point_on > NEW.valid_to)
        -- A reversal gives back at the rate of its original, on whatever day.
        AND NOT EXISTS (SELECT FROM accounting.journal_entry e
                        WHERE e.organization_id = t.organization_id AND e.id = t.entry_id
                          AND (e.reversal_of IS NOT NULL OR e.origin = 'cash_basis_tax'))
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU422', MESSAGE = 'Documents have been posted with the rate on these days.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
`;

/** A test organization with taxed documents can be reset. */
export class AccountingEmptiedTaxRates1764400192000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEEP_USED_TAX_RATE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(KEEP_USED_TAX_RATE_BEFORE);
  }
}
