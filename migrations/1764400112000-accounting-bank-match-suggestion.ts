import type { MigrationInterface, QueryRunner } from 'typeorm';

async function createTables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- A look for what the lines of a bank account may be; the id is that of its job. The counts go with each batch.
    CREATE TABLE accounting.bank_match_run (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      -- The last line that it looked at: where it goes on after its worker was lost.
      last_line_id uuid,
      lines integer NOT NULL DEFAULT 0 CHECK (lines >= 0),
      suggested integer NOT NULL DEFAULT 0,
      accepted integer NOT NULL DEFAULT 0 CHECK (accepted >= 0),
      refused integer NOT NULL DEFAULT 0 CHECK (refused >= 0),
      -- Why the first hundred that were to be accepted were not.
      refusals jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(refusals) = 'array' AND jsonb_array_length(refusals) <= 100),
      actor_id uuid NOT NULL,
      started_at timestamptz NOT NULL DEFAULT now(),
      ended_at timestamptz,
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT bank_match_run_account_fk FOREIGN KEY (organization_id, legal_entity_id, bank_account_id)
        REFERENCES accounting.bank_account (organization_id, legal_entity_id, id),
      CONSTRAINT bank_match_run_suggested CHECK (suggested >= 0 AND suggested <= lines)
    );
    CREATE INDEX bank_match_run_started_idx ON accounting.bank_match_run (organization_id, started_at, id);
    CREATE INDEX bank_match_run_account_idx ON accounting.bank_match_run (organization_id, bank_account_id, started_at);
    CALL platform.protect_table('accounting.bank_match_run', 'derived');
    CALL platform.wall_legal_entity('accounting.bank_match_run');
    GRANT INSERT, UPDATE (last_line_id, lines, suggested, accepted, refused, refusals, ended_at, updated_at)
      ON accounting.bank_match_run TO bureau_app;

    -- What a line that waits may be. It is there while the line waits and nothing newer was found; what was made of it says the
    -- match, and that it was none says a rejection.
    CREATE TABLE accounting.bank_match_suggestion (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      statement_line_id uuid NOT NULL,
      run_id uuid NOT NULL,
      -- The most likely of the line is the first.
      place integer NOT NULL CHECK (place >= 1 AND place <= 5),
      score integer NOT NULL CHECK (score >= 0 AND score <= 100),
      is_certain boolean NOT NULL,
      reasons text[] NOT NULL,
      -- A line of the books; items of a party; or what a rule does.
      ledger_line_id uuid,
      party_id uuid,
      items jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(items) = 'array'),
      rule_id uuid,
      rule_version integer,
      -- The line of the books or the items, which two lines cannot both be.
      target_ids uuid[] NOT NULL,
      -- What it is, told apart from what the same would be if the facts were others.
      target_key text NOT NULL CHECK (target_key ~ '^[0-9a-f]{64}$'),
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT bank_match_suggestion_place_key UNIQUE (organization_id, statement_line_id, place),
      CONSTRAINT bank_match_suggestion_line_fk FOREIGN KEY (organization_id, statement_line_id)
        REFERENCES accounting.bank_statement_line_state (organization_id, line_id) ON DELETE CASCADE,
      CONSTRAINT bank_match_suggestion_run_fk FOREIGN KEY (organization_id, run_id)
        REFERENCES accounting.bank_match_run (organization_id, id),
      CONSTRAINT bank_match_suggestion_ledger_line_fk FOREIGN KEY (organization_id, ledger_line_id)
        REFERENCES accounting.bank_ledger_line (organization_id, id),
      CONSTRAINT bank_match_suggestion_rule_fk FOREIGN KEY (organization_id, rule_id)
        REFERENCES accounting.bank_match_rule (organization_id, id),
      CONSTRAINT bank_match_suggestion_of_one CHECK (
        num_nonnulls(ledger_line_id, rule_id) + (items <> '[]')::integer = 1
        AND (rule_id IS NULL) = (rule_version IS NULL) AND (items = '[]' OR party_id IS NOT NULL)),
      CONSTRAINT bank_match_suggestion_certain CHECK (NOT is_certain OR (place = 1 AND score >= 85))
    );
    CREATE INDEX bank_match_suggestion_score_idx
      ON accounting.bank_match_suggestion (organization_id, bank_account_id, score DESC, id);
    CREATE INDEX bank_match_suggestion_certain_idx
      ON accounting.bank_match_suggestion (organization_id, bank_account_id, statement_line_id) WHERE is_certain;
    CREATE INDEX bank_match_suggestion_claim_idx
      ON accounting.bank_match_suggestion (organization_id, legal_entity_id) WHERE score >= 85;
    CALL platform.protect_table('accounting.bank_match_suggestion', 'derived');
    CALL platform.wall_legal_entity_of_many('accounting.bank_match_suggestion');
    GRANT INSERT, UPDATE (is_certain), DELETE ON accounting.bank_match_suggestion TO bureau_app;

    CREATE TABLE accounting.bank_match_rejection (
      organization_id uuid NOT NULL,
      id uuid NOT NULL,
      legal_entity_id uuid NOT NULL,
      bank_account_id uuid NOT NULL,
      statement_line_id uuid NOT NULL,
      target_key text NOT NULL CHECK (target_key ~ '^[0-9a-f]{64}$'),
      reason text CHECK (length(reason) >= 1 AND length(reason) <= 500),
      actor_id uuid NOT NULL,
      action text NOT NULL,
      request_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, id),
      CONSTRAINT bank_match_rejection_target_key UNIQUE (organization_id, statement_line_id, target_key),
      CONSTRAINT bank_match_rejection_line_fk FOREIGN KEY (organization_id, statement_line_id)
        REFERENCES accounting.bank_statement_line (organization_id, id)
    );
    CALL platform.protect_table('accounting.bank_match_rejection', 'append_only');
    CALL platform.wall_legal_entity_of_many('accounting.bank_match_rejection');
  `);
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Suggestions are of lines that wait, and not what somebody has said that it is not.
    CREATE FUNCTION accounting.check_new_bank_match_suggestions() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM new_suggestions n
        LEFT JOIN accounting.bank_statement_line_state s
          ON s.organization_id = n.organization_id AND s.line_id = n.statement_line_id
             AND s.bank_account_id = n.bank_account_id AND s.legal_entity_id = n.legal_entity_id
        LEFT JOIN accounting.bank_ledger_line l ON l.organization_id = n.organization_id AND l.id = n.ledger_line_id
        WHERE s.status IS DISTINCT FROM 'unmatched'
          OR (n.ledger_line_id IS NOT NULL AND l.bank_account_id IS DISTINCT FROM n.bank_account_id);
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU576', MESSAGE =
          'A suggestion is of a line that waits, and of what the books have on the same bank account.';
      END IF;
      PERFORM FROM new_suggestions n
        JOIN accounting.bank_match_rejection r
          ON r.organization_id = n.organization_id AND r.statement_line_id = n.statement_line_id AND r.target_key = n.target_key;
      IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU577', MESSAGE = 'What was rejected is not suggested again.';
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER check_new_bank_match_suggestions AFTER INSERT ON accounting.bank_match_suggestion
      REFERENCING NEW TABLE AS new_suggestions FOR EACH STATEMENT
      EXECUTE FUNCTION accounting.check_new_bank_match_suggestions();

    -- A line that waits no longer has no suggestions, whatever became of it.
    CREATE FUNCTION accounting.drop_bank_match_suggestions() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
      DELETE FROM accounting.bank_match_suggestion g
        USING new_states n
        WHERE n.status <> 'unmatched' AND g.organization_id = n.organization_id AND g.statement_line_id = n.line_id;
      RETURN NULL;
    END $$;
    REVOKE EXECUTE ON FUNCTION accounting.drop_bank_match_suggestions() FROM PUBLIC;
    CREATE TRIGGER drop_bank_match_suggestions AFTER UPDATE ON accounting.bank_statement_line_state
      REFERENCING NEW TABLE AS new_states FOR EACH STATEMENT EXECUTE FUNCTION accounting.drop_bank_match_suggestions();

    CREATE FUNCTION accounting.check_bank_match_rejection() RETURNS trigger
      LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM accounting.bank_statement_line l
        WHERE l.organization_id = NEW.organization_id AND l.id = NEW.statement_line_id
          AND l.bank_account_id = NEW.bank_account_id AND l.legal_entity_id = NEW.legal_entity_id;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'BU576', MESSAGE = 'A rejection is of the bank account of its line.';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER check_bank_match_rejection BEFORE INSERT ON accounting.bank_match_rejection
      FOR EACH ROW EXECUTE FUNCTION accounting.check_bank_match_rejection();
  `);
}

/** What lines of bank statements may be, kept until somebody decides. */
export class AccountingBankMatchSuggestion1764400112000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner);
    await createRules(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER drop_bank_match_suggestions ON accounting.bank_statement_line_state;
      DROP TABLE accounting.bank_match_rejection, accounting.bank_match_suggestion, accounting.bank_match_run;
      DROP FUNCTION accounting.check_new_bank_match_suggestions(), accounting.drop_bank_match_suggestions(),
                    accounting.check_bank_match_rejection();
    `);
  }
}
