import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever acts for some legal entities of an organization reaches the rows of these alone, whatever a statement asks for. */
export class PlatformLegalEntityWall1764300110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Puts the rows of a table behind the wall. The setting names the legal entities of whoever acts for some of them; of
      -- everybody else it is empty. It is asked for every row, which is the cheapest way to look up a few. What must not be
      -- null is taken by the planner to hold for nearly every row, as it does for nearly everybody: plans stay what they are.
      CREATE PROCEDURE platform.wall_legal_entity(target regclass, entity name DEFAULT 'legal_entity_id')
        LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format($policy$
          CREATE POLICY legal_entity ON %s AS RESTRICTIVE TO bureau_app
            USING (nullif(nullif(current_setting('bureau.legal_entities', true), '') IS NULL
                          OR %I = ANY (nullif(current_setting('bureau.legal_entities', true), '')::uuid[]), false) IS NOT NULL)
        $policy$, target, entity);
      END $$;

      -- As above, for tables that reports read by the million: the setting is asked once in a statement.
      CREATE PROCEDURE platform.wall_legal_entity_of_many(target regclass)
        LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format($policy$
          CREATE POLICY legal_entity ON %s AS RESTRICTIVE TO bureau_app
            USING (nullif(
              (SELECT nullif(current_setting('bureau.legal_entities', true), '') IS NULL)
              OR legal_entity_id = ANY ((SELECT nullif(current_setting('bureau.legal_entities', true), '')::uuid[])::uuid[]),
              false) IS NOT NULL)
        $policy$, target);
      END $$;

      -- Whether whoever acts reaches the row. Only such people's statements get here, so it costs others nothing in a plan.
      CREATE FUNCTION platform.reaches(target regclass, organization uuid, row_id uuid) RETURNS boolean
        LANGUAGE plpgsql STABLE PARALLEL SAFE COST 1 AS $$
      DECLARE
        is_there boolean;
      BEGIN
        EXECUTE format('SELECT EXISTS (SELECT FROM %s r WHERE r.organization_id = $1 AND r.id = $2)', target)
          INTO is_there USING organization, row_id;
        RETURN is_there;
      END $$;

      -- As above, for rows that are of the legal entity of another row, behind whose wall they are.
      CREATE PROCEDURE platform.wall_legal_entity_of(target regclass, parent regclass, reference name)
        LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format($policy$
          CREATE POLICY legal_entity ON %1$s AS RESTRICTIVE TO bureau_app
            USING (nullif(
              (SELECT nullif(current_setting('bureau.legal_entities', true), '') IS NULL)
              OR platform.reaches(%2$L, organization_id, %3$I),
              false) IS NOT NULL)
        $policy$, target, parent, reference);
      END $$;
      REVOKE EXECUTE ON PROCEDURE platform.wall_legal_entity(regclass, name) FROM PUBLIC;
      REVOKE EXECUTE ON PROCEDURE platform.wall_legal_entity_of_many(regclass) FROM PUBLIC;
      REVOKE EXECUTE ON PROCEDURE platform.wall_legal_entity_of(regclass, regclass, name) FROM PUBLIC;

      CALL platform.wall_legal_entity('administration.legal_entity', 'id');
      CALL platform.wall_legal_entity('platform.approval_request');
      CALL platform.wall_legal_entity('accounting.account');
      CALL platform.wall_legal_entity_of_many('accounting.account_balance_day');
      CALL platform.wall_legal_entity_of_many('accounting.account_balance_month');
      CALL platform.wall_legal_entity('accounting.books');
      CALL platform.wall_legal_entity('accounting.budget');
      CALL platform.wall_legal_entity_of_many('accounting.budget_line');
      CALL platform.wall_legal_entity('accounting.dimension');
      CALL platform.wall_legal_entity_of_many('accounting.dimension_balance_day');
      CALL platform.wall_legal_entity_of_many('accounting.dimension_balance_month');
      CALL platform.wall_legal_entity('accounting.dimension_rule');
      CALL platform.wall_legal_entity('accounting.dimension_value');
      CALL platform.wall_legal_entity('accounting.entry_template');
      CALL platform.wall_legal_entity('accounting.fiscal_period');
      CALL platform.wall_legal_entity('accounting.fiscal_year');
      CALL platform.wall_legal_entity('accounting.import');
      CALL platform.wall_legal_entity('accounting.journal');
      CALL platform.wall_legal_entity_of_many('accounting.journal_entry');
      CALL platform.wall_legal_entity('accounting.journal_entry_draft');
      CALL platform.wall_legal_entity_of_many('accounting.journal_line');
      CALL platform.wall_legal_entity('accounting.number_series');
      CALL platform.wall_legal_entity('accounting.recurring_entry');
      CALL platform.wall_legal_entity('accounting.scheduled_reversal');
      CALL platform.wall_legal_entity_of('accounting.dimension_line', 'accounting.journal_entry', 'entry_id');
      CALL platform.wall_legal_entity_of('accounting.entry_template_line', 'accounting.entry_template', 'template_id');
      CALL platform.wall_legal_entity_of('accounting.import_entry', 'accounting.import', 'import_id');
      CALL platform.wall_legal_entity_of('accounting.journal_entry_draft_line', 'accounting.journal_entry_draft', 'draft_id');
      CALL platform.wall_legal_entity_of('accounting.recurring_run', 'accounting.recurring_entry', 'recurring_id');
      CALL platform.wall_legal_entity_of('accounting.statutory_mapping', 'accounting.account', 'account_id');

      CREATE FUNCTION identity.check_engaged_entities() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        unknown uuid;
      BEGIN
        SELECT named.id INTO unknown FROM unnest(NEW.legal_entity_ids) AS named (id)
          WHERE NOT EXISTS (SELECT FROM administration.legal_entity l
                            WHERE l.organization_id = NEW.organization_id AND l.id = named.id);
        IF FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU399', MESSAGE = format('There is no legal entity %s.', unknown);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER known_legal_entities BEFORE INSERT OR UPDATE OF legal_entity_ids ON identity.engagement
        FOR EACH ROW EXECUTE FUNCTION identity.check_engaged_entities();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER known_legal_entities ON identity.engagement;
      DROP FUNCTION identity.check_engaged_entities();
      DO $$
      DECLARE
        walled regclass;
      BEGIN
        FOR walled IN SELECT p.polrelid FROM pg_policy p WHERE p.polname = 'legal_entity' LOOP
          EXECUTE format('DROP POLICY legal_entity ON %s', walled);
        END LOOP;
      END $$;
      DROP PROCEDURE platform.wall_legal_entity_of(regclass, regclass, name);
      DROP FUNCTION platform.reaches(regclass, uuid, uuid);
      DROP PROCEDURE platform.wall_legal_entity_of_many(regclass);
      DROP PROCEDURE platform.wall_legal_entity(regclass, name);
    `);
  }
}
