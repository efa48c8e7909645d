import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work that a request asks for and a worker does: its state, what it works on, how far it is. */
export class PlatformJob1764300010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.job (
        organization_id uuid NOT NULL REFERENCES platform.organization (id),
        id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT job_kind CHECK (kind ~ '^[a-z_]{1,50}[.][a-z_]{1,50}$'),
        arguments jsonb NOT NULL DEFAULT '{}' CONSTRAINT job_arguments CHECK (octet_length(arguments::text) <= 65536),
        state text NOT NULL DEFAULT 'queued' CONSTRAINT job_state CHECK (
          state IN ('queued', 'running', 'cancelling', 'succeeded', 'failed', 'cancelled')),
        -- Counts the attempts; the number of the last one is what fences the others off.
        attempts integer NOT NULL DEFAULT 0,
        attempts_allowed integer NOT NULL DEFAULT 5,
        result jsonb CONSTRAINT job_result_length CHECK (octet_length(result::text) <= 65536),
        problem jsonb CONSTRAINT job_problem_length CHECK (octet_length(problem::text) <= 1048576),
        -- Who asked: the person or the API key, and the person behind it.
        actor_id uuid NOT NULL,
        person_id uuid NOT NULL,
        request_id uuid NOT NULL,
        started_at timestamptz,
        ended_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id),
        CONSTRAINT job_attempts CHECK (attempts >= 0 AND attempts <= attempts_allowed),
        CONSTRAINT job_has_result CHECK ((result IS NOT NULL) = (state = 'succeeded')),
        CONSTRAINT job_has_problem CHECK ((problem IS NOT NULL) = (state = 'failed')),
        CONSTRAINT job_has_ended CHECK ((ended_at IS NOT NULL) = (state IN ('succeeded', 'failed', 'cancelled'))),
        CONSTRAINT job_has_started CHECK (
          (started_at IS NOT NULL) = (attempts > 0) AND (attempts > 0 OR state IN ('queued', 'cancelled')))
      );
      CREATE INDEX job_created_idx ON platform.job (organization_id, created_at, id);
      CREATE INDEX job_actor_idx ON platform.job (organization_id, actor_id, created_at, id);
      CREATE INDEX job_ended_idx ON platform.job (organization_id, ended_at) WHERE ended_at IS NOT NULL;
      CALL platform.protect_table('platform.job', 'mutable', 'arguments', 'result', 'problem');
      GRANT UPDATE (state, attempts, attempts_allowed, result, problem, started_at, ended_at, updated_at), DELETE
        ON platform.job TO bureau_app;
      CREATE POLICY relay ON platform.job FOR SELECT TO bureau_relay USING (true);
      GRANT SELECT (organization_id, kind, state, ended_at) ON platform.job TO bureau_relay;

      -- What a job works on, as it came; not longer than it can be of use.
      CREATE TABLE platform.job_input (
        organization_id uuid NOT NULL,
        job_id uuid NOT NULL,
        content bytea NOT NULL CONSTRAINT job_input_length CHECK (octet_length(content) <= 33554432),
        PRIMARY KEY (organization_id, job_id),
        CONSTRAINT job_input_job_fk FOREIGN KEY (organization_id, job_id)
          REFERENCES platform.job (organization_id, id) ON DELETE CASCADE
      );
      CALL platform.protect_table('platform.job_input', 'derived');
      GRANT INSERT, DELETE ON platform.job_input TO bureau_app;

      -- Written beside the work, from a transaction of its own.
      CREATE TABLE platform.job_progress (
        organization_id uuid NOT NULL,
        job_id uuid NOT NULL,
        step text CONSTRAINT job_progress_step CHECK (length(step) BETWEEN 1 AND 100),
        done integer NOT NULL DEFAULT 0 CONSTRAINT job_progress_done CHECK (done >= 0),
        out_of integer CONSTRAINT job_progress_out_of CHECK (out_of >= done),
        reported_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, job_id),
        CONSTRAINT job_progress_job_fk FOREIGN KEY (organization_id, job_id)
          REFERENCES platform.job (organization_id, id) ON DELETE CASCADE
      );
      CALL platform.protect_table('platform.job_progress', 'derived');
      GRANT INSERT, UPDATE (step, done, out_of, reported_at) ON platform.job_progress TO bureau_app;
    `);

    await runner.query(`
      -- The states that follow each other. An attempt that another one has followed changes nothing any more, because
      -- whoever ends a job names the number of its attempt.
      CREATE FUNCTION platform.check_job_change() RETURNS trigger
        LANGUAGE plpgsql AS $$
      DECLARE
        begins boolean := TG_OP = 'UPDATE' AND NEW.state = 'running';
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF NEW.state = 'queued' AND NEW.attempts = 0 THEN RETURN NEW; END IF;
          RAISE EXCEPTION USING ERRCODE = 'BU050', MESSAGE = 'A new job is queued and has no attempt.';
        END IF;
        IF (OLD.state, NEW.state) NOT IN (
             ('queued', 'running'), ('queued', 'cancelled'),
             ('running', 'running'), ('running', 'queued'), ('running', 'succeeded'), ('running', 'failed'), ('running', 'cancelling'),
             ('cancelling', 'cancelled'), ('failed', 'queued'), ('cancelled', 'queued')) THEN
          RAISE EXCEPTION USING ERRCODE = 'BU050',
            MESSAGE = format('The job is %s and cannot become %s.', OLD.state, NEW.state);
        END IF;
        IF NEW.attempts <> OLD.attempts + begins::integer THEN
          RAISE EXCEPTION USING ERRCODE = 'BU050', MESSAGE = 'Attempts are counted when they begin, one by one.';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER check_job_change BEFORE INSERT OR UPDATE ON platform.job
        FOR EACH ROW EXECUTE FUNCTION platform.check_job_change();

      CREATE FUNCTION platform.check_job_removal() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.ended_at < now() - interval '90 days' THEN RETURN OLD; END IF;
        RAISE EXCEPTION USING ERRCODE = 'BU001', MESSAGE = 'A job is kept until 90 days after its end.';
      END $$;
      CREATE TRIGGER check_job_removal BEFORE DELETE ON platform.job
        FOR EACH ROW EXECUTE FUNCTION platform.check_job_removal();

      -- In the transaction that asks for it: a job that is committed stands in the queue, one that is taken back does not.
      -- One at a time of an organization, so that none keeps the workers from the others. An attempt that is repeated by
      -- itself stands there already.
      CREATE FUNCTION platform.enqueue_requested_job() RETURNS trigger
        LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM platform.enqueue_job(NEW.kind, json_build_object('jobId', NEW.id), 'jobs of ' || NEW.organization_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER enqueues AFTER INSERT ON platform.job
        FOR EACH ROW EXECUTE FUNCTION platform.enqueue_requested_job();
      CREATE TRIGGER enqueues_again AFTER UPDATE OF state ON platform.job
        FOR EACH ROW WHEN (OLD.state IN ('failed', 'cancelled') AND NEW.state = 'queued')
        EXECUTE FUNCTION platform.enqueue_requested_job();

      -- A worker says how far an attempt is, and learns the state of the job; null where the attempt is no longer its own.
      CREATE FUNCTION platform.report_job_progress(
        organization uuid, job uuid, attempt integer, present_step text, steps_done integer, steps_out_of integer
      ) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE
        setting text := set_config('bureau.organization_id', organization::text, true);
        present text;
      BEGIN
        SELECT j.state INTO present FROM platform.job j
          WHERE j.organization_id = organization AND j.id = job AND j.attempts = attempt AND j.state IN ('running', 'cancelling');
        IF FOUND THEN
          UPDATE platform.job_progress p
            SET step = present_step, done = steps_done, out_of = steps_out_of, reported_at = now()
            WHERE p.organization_id = organization AND p.job_id = job;
        END IF;
        RETURN present;
      END $$;
      REVOKE EXECUTE ON FUNCTION platform.report_job_progress(uuid, uuid, integer, text, integer, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION platform.report_job_progress(uuid, uuid, integer, text, integer, integer) TO bureau_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION platform.report_job_progress(uuid, uuid, integer, text, integer, integer);
      DROP TABLE platform.job_progress, platform.job_input, platform.job;
      DROP FUNCTION platform.enqueue_requested_job();
      DROP FUNCTION platform.check_job_removal();
      DROP FUNCTION platform.check_job_change();
    `);
  }
}
