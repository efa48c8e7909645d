import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policies, requests and their decisions, and who decides for whom: nobody decides on what is their own. */
export class PlatformApproval1764300050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.approval_policy (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        name text NOT NULL CONSTRAINT approval_policy_name CHECK (length(name) BETWEEN 1 AND 100),
        subject_kind text NOT NULL CONSTRAINT approval_policy_subject_kind CHECK (subject_kind ~ '^[a-z_]{1,50}$'),
        amount_from numeric CONSTRAINT approval_policy_amount CHECK (amount_from > 0 AND amount_from < 1e18),
        currency text REFERENCES platform.currency (code),
        legal_entity_id uuid,
        maker_role text CONSTRAINT approval_policy_maker_role CHECK (length(maker_role) BETWEEN 1 AND 60),
        steps jsonb NOT NULL CONSTRAINT approval_policy_steps
          CHECK (CASE WHEN jsonb_typeof(steps) = 'array' THEN jsonb_array_length(steps) BETWEEN 1 AND 10 ELSE false END),
        is_active boolean NOT NULL,
        created_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT approval_policy_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id)
      );
      -- What every posting looks up: empty for organizations without policies.
      CREATE INDEX approval_policy_active_idx ON platform.approval_policy (organization_id, subject_kind) WHERE is_active;
      CALL platform.protect_table('platform.approval_policy', 'mutable');
      GRANT UPDATE (name, amount_from, currency, maker_role, steps, is_active, version, updated_at)
        ON platform.approval_policy TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.approval_policy FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE TABLE platform.approval_request (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        subject_kind text NOT NULL CONSTRAINT approval_request_subject_kind CHECK (subject_kind ~ '^[a-z_]{1,50}$'),
        subject_id uuid NOT NULL,
        title text NOT NULL CONSTRAINT approval_request_title CHECK (length(title) BETWEEN 1 AND 500),
        reason text CONSTRAINT approval_request_reason CHECK (length(reason) BETWEEN 1 AND 500),
        amount numeric CONSTRAINT approval_request_amount CHECK (amount >= 0 AND amount < 1e18),
        currency text REFERENCES platform.currency (code),
        legal_entity_id uuid,
        -- What the approvers are shown, and its SHA-256: what they decide on.
        content jsonb NOT NULL,
        content_sha256 text NOT NULL CONSTRAINT approval_request_sha256 CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
        -- What the owning module needs to carry it out.
        context jsonb NOT NULL DEFAULT '{}',
        policy_id uuid NOT NULL,
        policy_version integer NOT NULL,
        policy_name text NOT NULL,
        -- People, whatever credential they act by: who asks, and everybody who wrote what is asked for.
        maker_id uuid NOT NULL,
        author_ids uuid[] NOT NULL,
        submitted_by uuid NOT NULL,
        state text NOT NULL DEFAULT 'pending' CONSTRAINT approval_request_state
          CHECK (state IN ('pending', 'approved', 'rejected', 'withdrawn', 'voided', 'expired')),
        current_step integer NOT NULL DEFAULT 1 CONSTRAINT approval_request_step_number CHECK (current_step BETWEEN 1 AND 10),
        end_reason text CONSTRAINT approval_request_end_reason CHECK (length(end_reason) BETWEEN 1 AND 500),
        ended_by uuid,
        ended_at timestamptz,
        -- What the approval made, such as the posted entry.
        result_id uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT approval_request_policy_fk FOREIGN KEY (organization_id, policy_id)
          REFERENCES platform.approval_policy (organization_id, id),
        CONSTRAINT approval_request_legal_entity_fk FOREIGN KEY (organization_id, legal_entity_id)
          REFERENCES administration.legal_entity (organization_id, id),
        CONSTRAINT approval_request_money CHECK ((amount IS NULL) = (currency IS NULL)),
        CONSTRAINT approval_request_maker_is_author CHECK (maker_id = ANY (author_ids) AND cardinality(author_ids) <= 1000),
        CONSTRAINT approval_request_ended CHECK ((state = 'pending') = (ended_at IS NULL)),
        CONSTRAINT approval_request_result_of_approved CHECK (result_id IS NULL OR state = 'approved')
      );
      CREATE UNIQUE INDEX approval_request_pending_key ON platform.approval_request (organization_id, subject_kind, subject_id)
        WHERE state = 'pending';
      CREATE UNIQUE INDEX approval_request_result_key ON platform.approval_request (organization_id, result_id)
        WHERE result_id IS NOT NULL;
      CREATE INDEX approval_request_subject_idx
        ON platform.approval_request (organization_id, subject_id, created_at DESC, id DESC);
      CREATE INDEX approval_request_created_idx ON platform.approval_request (organization_id, created_at, id);
      CREATE INDEX approval_request_waiting_idx ON platform.approval_request (organization_id, created_at, id)
        WHERE state = 'pending';
      -- The content stands in the row for good, so the trail need not repeat it.
      CALL platform.protect_table('platform.approval_request', 'mutable', 'content');
      GRANT UPDATE (state, current_step, end_reason, ended_by, ended_at, result_id, version, updated_at)
        ON platform.approval_request TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.approval_request FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
      CREATE POLICY relay ON platform.approval_request FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, state) ON platform.approval_request TO bureau_relay;

      -- The steps of the policy as it was when the request was made.
      CREATE TABLE platform.approval_request_step (
        organization_id uuid NOT NULL,
        request_id uuid NOT NULL,
        number integer NOT NULL CHECK (number BETWEEN 1 AND 10),
        name text CONSTRAINT approval_request_step_name CHECK (length(name) BETWEEN 1 AND 100),
        rule text NOT NULL CONSTRAINT approval_request_step_rule CHECK (rule IN ('one', 'all', 'count')),
        -- The fewest approvals; of all there are at least one.
        required integer NOT NULL CONSTRAINT approval_request_step_required CHECK (required BETWEEN 1 AND 50),
        approver_roles text[] NOT NULL,
        approver_ids uuid[] NOT NULL,
        escalate_after_days integer,
        escalation_roles text[] NOT NULL,
        escalation_ids uuid[] NOT NULL,
        expire_after_days integer,
        opened_on date,
        escalates_on date,
        escalated_on date,
        expires_on date,
        PRIMARY KEY (organization_id, request_id, number),
        CONSTRAINT approval_request_step_request_fk FOREIGN KEY (organization_id, request_id)
          REFERENCES platform.approval_request (organization_id, id),
        CONSTRAINT approval_request_step_has_approvers CHECK (cardinality(approver_roles) + cardinality(approver_ids) > 0)
      );
      CALL platform.protect_table('platform.approval_request_step', 'mutable');
      GRANT UPDATE (opened_on, escalates_on, escalated_on, expires_on) ON platform.approval_request_step TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.approval_request_step FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();
    `);

    await runner.query(`
      CREATE TABLE platform.approval_delegation (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        delegator_id uuid NOT NULL,
        delegate_id uuid NOT NULL,
        subject_kind text CONSTRAINT approval_delegation_subject_kind CHECK (subject_kind ~ '^[a-z_]{1,50}$'),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        reason text CONSTRAINT approval_delegation_reason CHECK (length(reason) BETWEEN 1 AND 500),
        created_by uuid NOT NULL,
        revoked_at timestamptz,
        revoked_by uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT approval_delegation_delegator_fk FOREIGN KEY (organization_id, delegator_id)
          REFERENCES identity.membership (organization_id, user_id),
        CONSTRAINT approval_delegation_delegate_fk FOREIGN KEY (organization_id, delegate_id)
          REFERENCES identity.membership (organization_id, user_id),
        CONSTRAINT approval_delegation_to_another CHECK (delegator_id <> delegate_id),
        CONSTRAINT approval_delegation_dates CHECK (starts_on <= ends_on),
        CONSTRAINT approval_delegation_revoked CHECK (num_nonnulls(revoked_at, revoked_by) IN (0, 2))
      );
      CREATE INDEX approval_delegation_delegate_idx ON platform.approval_delegation (organization_id, delegate_id, ends_on)
        WHERE revoked_at IS NULL;
      CREATE INDEX approval_delegation_created_idx ON platform.approval_delegation (organization_id, created_at, id);
      CALL platform.protect_table('platform.approval_delegation', 'mutable');
      GRANT UPDATE (revoked_at, revoked_by, version, updated_at) ON platform.approval_delegation TO bureau_app;
      CREATE TRIGGER kept BEFORE DELETE ON platform.approval_delegation FOR EACH ROW EXECUTE FUNCTION platform.refuse_delete();

      CREATE TABLE platform.approval_decision (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        request_id uuid NOT NULL,
        step_number integer NOT NULL,
        decision text NOT NULL CONSTRAINT approval_decision_decision CHECK (decision IN ('approve', 'reject')),
        -- The person who decides, the credential, and the approver whose place they take.
        person_id uuid NOT NULL,
        actor_id uuid NOT NULL,
        on_behalf_of uuid,
        delegation_id uuid,
        comment text CONSTRAINT approval_decision_comment CHECK (length(comment) BETWEEN 1 AND 500),
        content_sha256 text NOT NULL,
        decided_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT approval_decision_step_fk FOREIGN KEY (organization_id, request_id, step_number)
          REFERENCES platform.approval_request_step (organization_id, request_id, number),
        CONSTRAINT approval_decision_delegation_fk FOREIGN KEY (organization_id, delegation_id)
          REFERENCES platform.approval_delegation (organization_id, id),
        CONSTRAINT approval_decision_delegated CHECK (
          num_nonnulls(on_behalf_of, delegation_id) IN (0, 2) AND on_behalf_of IS DISTINCT FROM person_id),
        CONSTRAINT approval_decision_person_key UNIQUE (organization_id, request_id, step_number, person_id)
      );
      CREATE UNIQUE INDEX approval_decision_approver_key
        ON platform.approval_decision (organization_id, request_id, step_number, (coalesce(on_behalf_of, person_id)));
      CALL platform.protect_table('platform.approval_decision', 'append_only');

      CREATE TABLE platform.approval_comment (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        request_id uuid NOT NULL,
        person_id uuid NOT NULL,
        actor_id uuid NOT NULL,
        body text NOT NULL CONSTRAINT approval_comment_body CHECK (length(body) BETWEEN 1 AND 2000),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT approval_comment_request_fk FOREIGN KEY (organization_id, request_id)
          REFERENCES platform.approval_request (organization_id, id)
      );
      CREATE INDEX approval_comment_request_idx ON platform.approval_comment (organization_id, request_id, created_at);
      CALL platform.protect_table('platform.approval_comment', 'append_only');
    `);

    await runner.query(`
      -- The person behind a credential: that of an API key is who made it.
      CREATE FUNCTION platform.person_of_actor(actor uuid) RETURNS uuid LANGUAGE sql STABLE
        RETURN coalesce((SELECT k.created_by FROM identity.api_key k
                         WHERE k.organization_id = platform.current_organization_id() AND k.id = actor), actor);

      -- Whether whoever acts has the role. Where no person acts nobody knows the role, so the condition holds.
      CREATE FUNCTION platform.actor_has_role(actor uuid, role text) RETURNS boolean LANGUAGE sql STABLE
        RETURN actor IS NULL OR actor = '00000000-0000-0000-0000-000000000000' OR EXISTS (
          SELECT FROM identity.membership m
          WHERE m.organization_id = platform.current_organization_id()
            AND m.user_id = platform.person_of_actor(actor) AND role = ANY (m.roles));

      -- Whether a policy covers what is done to the record, and this transaction has not approved it.
      CREATE FUNCTION platform.lacks_approval(kind text, subject uuid, legal_entity uuid) RETURNS boolean LANGUAGE sql STABLE
        RETURN EXISTS (
            SELECT FROM platform.approval_policy p
            WHERE p.organization_id = platform.current_organization_id() AND p.subject_kind = kind AND p.is_active
              AND coalesce(p.legal_entity_id, legal_entity) = legal_entity
              AND (p.maker_role IS NULL
                   OR platform.actor_has_role(nullif(current_setting('bureau.actor_id', true), '')::uuid, p.maker_role)))
          AND NOT EXISTS (
            SELECT FROM platform.approval_request r
            WHERE r.organization_id = platform.current_organization_id() AND r.subject_kind = kind AND r.subject_id = subject
              AND r.state = 'approved' AND r.ended_at = now());

      -- A request begins pending, goes from step to step by decisions, and what has ended stays.
      CREATE FUNCTION platform.check_approval_request() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.state <> 'pending' OR NEW.current_step <> 1 THEN
            RAISE EXCEPTION USING ERRCODE = 'BU350', MESSAGE = 'A request for approval begins as pending, at its first step.';
          END IF;
          IF NEW.maker_id <> platform.person_of_actor(NEW.submitted_by) THEN
            RAISE EXCEPTION USING ERRCODE = 'BU352', MESSAGE = 'The maker of a request is the person who submits it.';
          END IF;
          RETURN NEW;
        END IF;
        IF OLD.state <> 'pending' THEN
          RAISE EXCEPTION USING ERRCODE = 'BU350', MESSAGE = format('The request for approval is %s and stays so.', OLD.state);
        END IF;
        PERFORM FROM platform.approval_request_step s
          WHERE s.organization_id = NEW.organization_id AND s.request_id = NEW.id
            AND (NEW.state = 'approved' OR s.number < NEW.current_step)
            AND s.required > (SELECT count(*) FROM platform.approval_decision d
                              WHERE d.organization_id = s.organization_id AND d.request_id = s.request_id
                                AND d.step_number = s.number AND d.decision = 'approve');
        IF FOUND OR (NEW.state = 'approved' AND NOT EXISTS (
             SELECT FROM platform.approval_request_step s
             WHERE s.organization_id = NEW.organization_id AND s.request_id = NEW.id)) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU355', MESSAGE = 'The decisions that the steps of the request need are not there.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_approval_request BEFORE INSERT OR UPDATE ON platform.approval_request
        FOR EACH ROW EXECUTE FUNCTION platform.check_approval_request();

      -- Who decides is a person, not one of those who made it, and an approver of the step as things stand now.
      CREATE FUNCTION platform.check_approval_decision() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        request platform.approval_request;
        approver uuid := coalesce(NEW.on_behalf_of, NEW.person_id);
      BEGIN
        SELECT r.* INTO request FROM platform.approval_request r
          WHERE r.organization_id = NEW.organization_id AND r.id = NEW.request_id FOR UPDATE;
        IF request.state IS DISTINCT FROM 'pending' OR NEW.step_number <> request.current_step THEN
          RAISE EXCEPTION USING ERRCODE = 'BU350', MESSAGE = 'The request for approval waits for no decision at this step.';
        ELSIF NEW.person_id <> platform.person_of_actor(NEW.actor_id) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU352', MESSAGE = 'A decision is that of the person who acts.';
        ELSIF NEW.person_id = ANY (request.author_ids) OR approver = ANY (request.author_ids) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU351', MESSAGE = 'Nobody decides on what is their own, by whatever credential or delegation.';
        ELSIF NEW.content_sha256 <> request.content_sha256 THEN
          RAISE EXCEPTION USING ERRCODE = 'BU353', MESSAGE = 'The decision is about something else than what the request asks for.';
        END IF;
        IF NEW.on_behalf_of IS NOT NULL THEN
          PERFORM FROM platform.approval_delegation g
            WHERE g.organization_id = NEW.organization_id AND g.id = NEW.delegation_id AND g.revoked_at IS NULL
              AND g.delegator_id = NEW.on_behalf_of AND g.delegate_id = NEW.person_id
              AND coalesce(g.subject_kind, request.subject_kind) = request.subject_kind
            FOR SHARE;
          IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'BU354', MESSAGE = 'There is no delegation by which to decide for another.';
          END IF;
        END IF;
        -- The lock makes a change of roles wait for the decision, or the decision for it.
        PERFORM FROM identity.membership m
          WHERE m.organization_id = NEW.organization_id AND m.user_id IN (NEW.person_id, approver)
          ORDER BY m.id FOR SHARE;
        PERFORM FROM platform.approval_request_step s
          JOIN identity.membership m
            ON m.organization_id = s.organization_id AND m.user_id = approver AND m.status = 'active'
          JOIN identity.membership p
            ON p.organization_id = s.organization_id AND p.user_id = NEW.person_id AND p.status = 'active'
          WHERE s.organization_id = NEW.organization_id AND s.request_id = NEW.request_id AND s.number = NEW.step_number
            AND (approver = ANY (s.approver_ids) OR m.roles && s.approver_roles
                 OR (s.escalated_on IS NOT NULL AND (approver = ANY (s.escalation_ids) OR m.roles && s.escalation_roles)));
        IF NOT FOUND THEN
          RAISE EXCEPTION USING ERRCODE = 'BU354', MESSAGE = 'The decision is not for this person to take.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_approval_decision BEFORE INSERT ON platform.approval_decision
        FOR EACH ROW EXECUTE FUNCTION platform.check_approval_decision();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION platform.lacks_approval(text, uuid, uuid);
      DROP TABLE platform.approval_comment, platform.approval_decision, platform.approval_delegation,
                 platform.approval_request_step, platform.approval_request;
      DROP FUNCTION platform.check_approval_decision(), platform.check_approval_request(),
                    platform.actor_has_role(uuid, text), platform.person_of_actor(uuid);
      DROP TABLE platform.approval_policy;
    `);
  }
}
