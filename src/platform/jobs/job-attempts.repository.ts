import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import type { Statement, Transaction } from '../database/transaction.js';
import type { ProblemBody } from '../http/problem-body.js';
import { AttemptLost, JobCancelled } from './job-endings.js';
import type { JobResult } from './job-kinds.js';
import type { JobState } from './job-state.js';

/** A job as a worker meets it. */
export interface HeldJob extends QueryResultRow {
  id: string;
  kind: string;
  state: JobState;
  attempts: number;
  attemptsAllowed: number;
  arguments: unknown;
  actorId: string;
  personId: string;
  requestId: string;
}

const HOLD: Statement = {
  name: 'hold_job',
  text: `
    SELECT id, kind, state, attempts, attempts_allowed AS "attemptsAllowed", arguments, actor_id AS "actorId",
           person_id AS "personId", request_id AS "requestId"
    FROM platform.job WHERE organization_id = $1 AND id = $2 FOR UPDATE`,
};
const BEGIN: Statement = {
  name: 'begin_job_attempt',
  text: `
    WITH begun AS (
      UPDATE platform.job SET state = 'running', attempts = attempts + 1, started_at = now(), updated_at = now()
      WHERE organization_id = $1 AND id = $2)
    INSERT INTO platform.job_progress (organization_id, job_id) VALUES ($1, $2)
    ON CONFLICT (organization_id, job_id) DO UPDATE SET step = NULL, done = 0, out_of = NULL, reported_at = now()`,
};
const READ_INPUT: Statement = {
  name: 'read_job_input',
  text: 'SELECT content FROM platform.job_input WHERE organization_id = $1 AND job_id = $2',
};
const DROP_INPUT: Statement = {
  name: 'drop_job_input',
  text: 'DELETE FROM platform.job_input WHERE organization_id = $1 AND job_id = $2',
};
/** The work may have taken long: its transaction began before. */
const SUCCEED: Statement = {
  name: 'succeed_job',
  text: `
    UPDATE platform.job
    SET state = 'succeeded', result = $4, ended_at = clock_timestamp(), updated_at = clock_timestamp()
    WHERE organization_id = $1 AND id = $2 AND attempts = $3 AND state = 'running'
    RETURNING id`,
};
const SETTLE: Statement = {
  name: 'settle_job',
  text: `
    UPDATE platform.job
    SET state = CASE WHEN state = 'cancelling' THEN 'cancelled' ELSE $4::text END,
        problem = CASE WHEN state <> 'cancelling' THEN $5::jsonb END,
        ended_at = CASE WHEN state = 'cancelling' OR $4::text <> 'queued' THEN now() END, updated_at = now()
    WHERE organization_id = $1 AND id = $2 AND attempts = $3 AND state IN ('running', 'cancelling')
    RETURNING state`,
};
const STATE_OF_ATTEMPT: Statement = {
  name: 'state_of_job_attempt',
  text: 'SELECT state FROM platform.job WHERE organization_id = $1 AND id = $2 AND attempts = $3',
};

/** What workers write of jobs. Whatever ends an attempt names its number, so that one which was followed ends nothing. */
@Injectable()
export class JobAttemptsRepository {
  async hold(transaction: Transaction, id: string): Promise<HeldJob | undefined> {
    const [job] = await transaction.rows<HeldJob>(HOLD, [transaction.organizationId, id]);
    return job;
  }

  /** @returns the number of the attempt */
  async begin(transaction: Transaction, { id, attempts }: HeldJob): Promise<number> {
    await transaction.rows(BEGIN, [transaction.organizationId, id]);
    return attempts + 1;
  }

  async input(transaction: Transaction, id: string): Promise<Buffer | undefined> {
    const [row] = await transaction.rows<{ content: Buffer }>(READ_INPUT, [transaction.organizationId, id]);
    return row?.content;
  }

  /**
   * The last statements of the work, in its transaction.
   *
   * @throws JobCancelled, AttemptLost where the job is not this attempt's to end: the work is taken back
   */
  async succeed(transaction: Transaction, id: string, attempt: number, result: JobResult): Promise<void> {
    const place = [transaction.organizationId, id];
    const ended = await transaction.rows(SUCCEED, [...place, attempt, JSON.stringify(result)]);
    if (ended.length === 0) {
      const [present] = await transaction.rows<{ state: JobState }>(STATE_OF_ATTEMPT, [...place, attempt]);
      throw present?.state === 'cancelling' ? new JobCancelled() : new AttemptLost();
    }
    await transaction.rows(DROP_INPUT, place);
  }

  /**
   * Ends an attempt that made nothing. A job that is being cancelled is cancelled, whatever else came in the way.
   *
   * @returns its state; undefined where the attempt was not the last one any more
   */
  async settle(
    transaction: Transaction,
    { id, attempt }: { id: string; attempt: number },
    state: 'queued' | 'failed' | 'cancelled',
    problem: ProblemBody | null,
  ): Promise<JobState | undefined> {
    const values = [transaction.organizationId, id, attempt, state, problem && JSON.stringify(problem)];
    const [row] = await transaction.rows<{ state: JobState }>(SETTLE, values);
    return row?.state;
  }
}
