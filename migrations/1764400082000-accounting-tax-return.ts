import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULES = `
  -- One after the other: whatever opens or files a return holds its form.
  CREATE FUNCTION accounting.check_tax_return() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      IF OLD.status = 'filed' AND NOT platform.is_emptying() THEN
        RAISE EXCEPTION USING ERRCODE = 'BU552', MESSAGE = 'A return that was filed stays as it is; amend it.';
      END IF;
      RETURN OLD;
    END IF;
    PERFORM FROM accounting.tax_return_form f
      WHERE f.organization_id = NEW.organization_id AND f.id = NEW.form_id FOR NO KEY UPDATE;
    IF TG_OP = 'INSERT' THEN
      IF NEW.status <> 'open' THEN
        RAISE EXCEPTION USING ERRCODE = 'BU552', MESSAGE = 'A return begins as an open one.';
      END IF;
      PERFORM FROM accounting.tax_return r
        WHERE r.organization_id = NEW.organization_id AND r.form_id = NEW.form_id AND r.starts_on = NEW.starts_on
          AND r.revision = NEW.revision - 1 AND r.status <> 'filed';
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU553', MESSAGE = 'What is amended was filed.';
      END IF;
      RETURN NEW;
    END IF;
    IF OLD.status = 'filed' THEN
      RAISE EXCEPTION USING ERRCODE = 'BU552', MESSAGE = 'A return that was filed stays as it is; amend it.';
    END IF;
    IF NEW.status = 'filed' THEN
      IF NEW.filed_at <> now() THEN
        RAISE EXCEPTION USING ERRCODE = 'BU552', MESSAGE = 'A return is filed when it is filed.';
      END IF;
      PERFORM FROM accounting.tax_return r
        WHERE r.organization_id = NEW.organization_id AND r.form_id = NEW.form_id AND r.status = 'open'
          AND r.starts_on < NEW.starts_on;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU554', MESSAGE = 'An earlier return of the form is open; file it first.';
      END IF;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER check_tax_return BEFORE INSERT OR UPDATE OR DELETE ON accounting.tax_return
    FOR EACH ROW EXECUTE FUNCTION accounting.check_tax_return();

  -- Lines come with the filing of their return, and are of its form and period, or late.
  CREATE FUNCTION accounting.check_tax_return_lines() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN r.filed_at IS DISTINCT FROM now() THEN 'The tax lines of a return are those that it was filed with.'
             WHEN n.legal_entity_id <> r.legal_entity_id OR t.legal_entity_id <> r.legal_entity_id OR c.form_id IS NULL THEN
               'A tax line is declared on the form that its tax code is reported on.'
             WHEN t.tax_point_on > r.ends_on OR n.is_late <> (t.tax_point_on < r.starts_on) OR r.revision > 0 AND n.is_late THEN
               'A tax line is of the period of its return, or late.'
           END) INTO fault
      FROM new_lines n
      JOIN accounting.tax_return r ON r.organization_id = n.organization_id AND r.id = n.return_id
      JOIN accounting.tax_line t ON t.organization_id = n.organization_id AND t.id = n.tax_line_id
      LEFT JOIN accounting.tax_return_form_code c
        ON c.organization_id = t.organization_id AND c.tax_code_id = t.tax_code_id AND c.form_id = r.form_id;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU555', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_tax_return_lines AFTER INSERT ON accounting.tax_return_line
    REFERENCING NEW TABLE AS new_lines FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_tax_return_lines();
`;

const AMOUNTS = `
  -- What the boxes of a filed return come to by its lines, and by each other where they are formulas.
  CREATE FUNCTION accounting.tax_return_boxes(organization uuid, filed uuid)
    RETURNS TABLE (box_code text, line_count bigint, amount numeric)
    LANGUAGE sql STABLE AS $$
    WITH declared AS MATERIALIZED (
      SELECT t.tax_code_id, t.category, t.direction, t.side, count(*) AS lines, sum(t.functional_base) AS base,
             sum(t.functional_tax) AS tax
      FROM accounting.tax_return r
      JOIN accounting.tax_return s ON s.organization_id = r.organization_id AND s.form_id = r.form_id
        AND s.starts_on = r.starts_on AND s.revision <= r.revision
      JOIN accounting.tax_return_line l ON l.organization_id = s.organization_id AND l.return_id = s.id
      JOIN accounting.tax_line t ON t.organization_id = l.organization_id AND t.id = l.tax_line_id
      WHERE r.organization_id = organization AND r.id = filed
      GROUP BY 1, 2, 3, 4
    ), box AS (
      SELECT b AS whole, b.version_id, b.code, b.kind, b.amount, b.is_negated, b.rounding
      FROM accounting.tax_return r
      JOIN accounting.tax_return_box b ON b.organization_id = r.organization_id AND b.version_id = r.form_version_id
      WHERE r.organization_id = organization AND r.id = filed
    ), summed AS (
      SELECT b.code, b.rounding, coalesce(sum(d.lines), 0)::bigint AS lines,
             coalesce(sum(CASE b.amount WHEN 'base' THEN d.base ELSE d.tax END), 0)
               * CASE WHEN b.is_negated THEN -1 ELSE 1 END AS amount
      FROM box b
      LEFT JOIN declared d
        ON accounting.is_in_tax_return_box(b.whole, d.tax_code_id, d.category, d.direction, d.side)
      WHERE b.kind = 'lines'
      GROUP BY b.code, b.rounding, b.is_negated
    )
    SELECT s.code, s.lines, CASE s.rounding WHEN 'exact' THEN s.amount WHEN 'whole_down' THEN trunc(s.amount) ELSE round(s.amount) END
    FROM summed s
    UNION ALL
    SELECT b.code, 0, CASE b.rounding WHEN 'exact' THEN f.amount WHEN 'whole_down' THEN trunc(f.amount) ELSE round(f.amount) END
    FROM box b
    CROSS JOIN LATERAL (
      SELECT sum(CASE WHEN t.is_subtracted THEN -a.amount ELSE a.amount END) AS amount
      FROM accounting.tax_return_box_term t
      LEFT JOIN accounting.tax_return_amount a
        ON a.organization_id = t.organization_id AND a.return_id = filed AND a.box_code = t.term_code
      WHERE t.organization_id = organization AND t.version_id = b.version_id AND t.box_code = b.code) f
    WHERE b.kind = 'formula'
  $$;

  -- All boxes at once, with the filing, and as their lines say.
  CREATE FUNCTION accounting.check_tax_return_amounts() RETURNS trigger
    LANGUAGE plpgsql AS $$
  DECLARE
    fault text;
  BEGIN
    SELECT min(CASE
             WHEN r.filed_at IS DISTINCT FROM now() OR r.legal_entity_id <> n.legal_entity_id THEN
               'The amounts of a return are those that it was filed with.'
           END) INTO fault
      FROM new_amounts n
      JOIN accounting.tax_return r ON r.organization_id = n.organization_id AND r.id = n.return_id;
    IF fault IS NULL THEN
      SELECT min(format('Box %s is %s by the lines of the return, and not %s.', coalesce(b.box_code, n.box_code), b.amount, n.amount))
        INTO fault
        FROM (SELECT DISTINCT a.organization_id, a.return_id FROM new_amounts a) r
        CROSS JOIN LATERAL accounting.tax_return_boxes(r.organization_id, r.return_id) b
        FULL JOIN new_amounts n ON n.return_id = r.return_id AND n.box_code = b.box_code
        WHERE n.amount IS DISTINCT FROM b.amount OR n.line_count IS DISTINCT FROM b.line_count;
    END IF;
    IF fault IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'BU556', MESSAGE = fault;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER check_tax_return_amounts AFTER INSERT ON accounting.tax_return_amount
    REFERENCING NEW TABLE AS new_amounts FOR EACH STATEMENT EXECUTE FUNCTION accounting.check_tax_return_amounts();

  -- What was filed has its amounts at the commit.
  CREATE FUNCTION accounting.check_filed_tax_return() RETURNS trigger
    LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM accounting.tax_return_amount a WHERE a.organization_id = NEW.organization_id AND a.return_id = NEW.id;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'BU556', MESSAGE = 'A return is filed with the amounts of its boxes.';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER check_filed_tax_return AFTER UPDATE ON accounting.tax_return DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.status = 'filed') EXECUTE FUNCTION accounting.check_filed_tax_return();
`;

/** Tax returns: periods of a form, and what was declared with each: its tax lines and the amounts of its boxes, for good. */
export class AccountingTaxReturn1764400082000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Periods follow each other without a gap: each but the first begins the day after another one ends. An amendment is a
      -- further revision of the same period.
      CREATE TABLE accounting.tax_return (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        form_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
        amended_revision integer GENERATED ALWAYS AS (CASE WHEN revision > 0 THEN revision - 1 END) STORED,
        amendment_reason text CHECK (length(amendment_reason) >= 1 AND length(amendment_reason) <= 500),
        chain_form_id uuid GENERATED ALWAYS AS (CASE WHEN revision = 0 THEN form_id END) STORED,
        previous_ends_on date,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'filed')),
        form_version_id uuid,
        filed_on date,
        reference text CHECK (length(reference) >= 1 AND length(reference) <= 100),
        filed_by uuid,
        filed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT tax_return_revision_key UNIQUE (organization_id, form_id, starts_on, ends_on, revision),
        CONSTRAINT tax_return_start_key UNIQUE (organization_id, chain_form_id, starts_on),
        CONSTRAINT tax_return_end_key UNIQUE (organization_id, chain_form_id, ends_on),
        CONSTRAINT tax_return_version_key UNIQUE (organization_id, id, form_version_id),
        CONSTRAINT tax_return_form_fk FOREIGN KEY (organization_id, legal_entity_id, form_id)
          REFERENCES accounting.tax_return_form (organization_id, legal_entity_id, id),
        CONSTRAINT tax_return_form_version_fk FOREIGN KEY (organization_id, form_id, form_version_id)
          REFERENCES accounting.tax_return_form_version (organization_id, form_id, id),
        CONSTRAINT tax_return_previous_fk FOREIGN KEY (organization_id, chain_form_id, previous_ends_on)
          REFERENCES accounting.tax_return (organization_id, chain_form_id, ends_on),
        CONSTRAINT tax_return_amended_fk FOREIGN KEY (organization_id, form_id, starts_on, ends_on, amended_revision)
          REFERENCES accounting.tax_return (organization_id, form_id, starts_on, ends_on, revision),
        CONSTRAINT tax_return_period CHECK (starts_on <= ends_on),
        CONSTRAINT tax_return_follows CHECK (previous_ends_on = starts_on - 1),
        CONSTRAINT tax_return_amendment CHECK (
          (revision > 0) = (amendment_reason IS NOT NULL) AND (revision = 0 OR previous_ends_on IS NULL)),
        CONSTRAINT tax_return_filed CHECK (
          num_nonnulls(form_version_id, filed_on, filed_by, filed_at) = CASE status WHEN 'filed' THEN 4 ELSE 0 END
          AND (status = 'filed' OR reference IS NULL)),
        CONSTRAINT tax_return_filed_after_period CHECK (filed_on > ends_on)
      );
      CREATE UNIQUE INDEX tax_return_first_key ON accounting.tax_return (organization_id, form_id)
        WHERE revision = 0 AND previous_ends_on IS NULL;
      CREATE INDEX tax_return_period_idx ON accounting.tax_return (organization_id, starts_on, id);
      CALL platform.protect_table('accounting.tax_return', 'mutable');
      CALL platform.wall_legal_entity('accounting.tax_return');
      GRANT UPDATE (status, form_version_id, filed_on, reference, filed_by, filed_at, version, updated_at), DELETE
        ON accounting.tax_return TO bureau_app;

      -- Each tax line is declared once, with the return or the amendment that is named here.
      CREATE TABLE accounting.tax_return_line (
        organization_id uuid NOT NULL,
        tax_line_id uuid NOT NULL,
        return_id uuid NOT NULL,
        legal_entity_id uuid NOT NULL,
        is_late boolean NOT NULL,
        PRIMARY KEY (organization_id, tax_line_id),
        CONSTRAINT tax_return_line_line_fk FOREIGN KEY (organization_id, tax_line_id)
          REFERENCES accounting.tax_line (organization_id, id),
        CONSTRAINT tax_return_line_return_fk FOREIGN KEY (organization_id, return_id)
          REFERENCES accounting.tax_return (organization_id, id)
      );
      CREATE INDEX tax_return_line_return_idx ON accounting.tax_return_line (organization_id, return_id, tax_line_id);
      CALL platform.protect_table('accounting.tax_return_line', 'append_only');
      CALL platform.wall_legal_entity_of_many('accounting.tax_return_line');

      CREATE TABLE accounting.tax_return_amount (
        organization_id uuid NOT NULL,
        return_id uuid NOT NULL,
        form_version_id uuid NOT NULL,
        box_code text COLLATE "C" NOT NULL,
        legal_entity_id uuid NOT NULL,
        line_count integer NOT NULL CHECK (line_count >= 0),
        amount numeric NOT NULL,
        PRIMARY KEY (organization_id, return_id, box_code),
        CONSTRAINT tax_return_amount_return_fk FOREIGN KEY (organization_id, return_id, form_version_id)
          REFERENCES accounting.tax_return (organization_id, id, form_version_id),
        CONSTRAINT tax_return_amount_box_fk FOREIGN KEY (organization_id, form_version_id, box_code)
          REFERENCES accounting.tax_return_box (organization_id, version_id, code)
      );
      CALL platform.protect_table('accounting.tax_return_amount', 'append_only');
      CALL platform.wall_legal_entity('accounting.tax_return_amount');
    `);
    await runner.query(RULES);
    await runner.query(AMOUNTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE accounting.tax_return_amount, accounting.tax_return_line, accounting.tax_return;
      DROP FUNCTION accounting.check_filed_tax_return(), accounting.check_tax_return_amounts(),
                    accounting.tax_return_boxes(uuid, uuid),
                    accounting.check_tax_return_lines(), accounting.check_tax_return();
    `);
  }
}
