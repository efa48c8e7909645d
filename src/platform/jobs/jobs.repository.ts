import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '#platform/database/transaction.js';
import { platformProblems } from '#platform/http/platform.problems.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { JobState } from './job-state.js';
import { type JobRow, JobView } from './jobs.dto.js';
import { jobColumns, jobTables } from './jobs.list.js';
import { jobPermissions } from './jobs.permissions.js';

/** Whoever acts sees what it has asked for, as a person also through an own key; others' jobs with the permission. */
const VISIBLE = '($2::boolean OR job.actor_id = $3 OR job.person_id = $3)';

const FIND: Statement = {
  name: 'find_job',
  text: [
    'SELECT',
    jobColumns,
    'FROM',
    jobTables,
    'WHERE job.organization_id = $1 AND',
    VISIBLE,
    'AND job.id = $4',
  ].join(' '),
};
const FIND_SEVERAL: Statement = {
  name: 'find_jobs',
  text: ['SELECT', jobColumns, 'FROM', jobTables, 'WHERE job.organization_id = $1 AND job.id = ANY ($2)'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_job_for_change',
  text: 'SELECT FROM platform.job WHERE organization_id = $1 AND id = $2 FOR UPDATE',
};
const INSERT: Statement = {
  name: 'insert_job',
  text: `
    INSERT INTO platform.job (organization_id, id, kind, arguments, actor_id, person_id, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const INSERT_INPUT: Statement = {
  name: 'insert_job_input',
  text: 'INSERT INTO platform.job_input (organization_id, job_id, content) VALUES ($1, $2, $3)',
};
const CANCEL: Statement = {
  name: 'cancel_job',
  text: `
    UPDATE platform.job
    SET state = $3, ended_at = CASE $3::text WHEN 'cancelled' THEN now() END, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};
const HAS_INPUT: Statement = {
  name: 'job_has_input',
  text: 'SELECT FROM platform.job_input WHERE organization_id = $1 AND job_id = $2',
};
const RETRY: Statement = {
  name: 'retry_job',
  text: `
    UPDATE platform.job
    SET state = 'queued', problem = NULL, ended_at = NULL, attempts_allowed = attempts + $3, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

export interface NewJob {
  id: string;
  kind: string;
  arguments: object;
  content: Buffer;
}

@Injectable()
export class JobsRepository {
  /** @throws Problem not_found, also for a job of somebody else that whoever acts may not see */
  async get(transaction: Transaction, id: string): Promise<JobView> {
    const values = [...readerOf(transaction), id];
    const [row] = await transaction.rows<JobRow & Record<string, unknown>>(FIND, values);
    if (!row) throw platformProblems.not_found(`There is no job ${id}.`);
    return JobView.from(row);
  }

  /** The same, held until the transaction ends. */
  async hold(transaction: Transaction, id: string): Promise<JobView> {
    await transaction.rows(HOLD, [transaction.organizationId, id]);
    return this.get(transaction, id);
  }

  /** Of the organization, whoever asked for them. */
  async several(transaction: Transaction, ids: readonly string[]): Promise<JobView[]> {
    const values = [transaction.organizationId, ids];
    const rows = await transaction.rows<JobRow & Record<string, unknown>>(FIND_SEVERAL, values);
    return rows.map((row) => JobView.from(row));
  }

  async list(transaction: Transaction, request: ListRequest): Promise<Page<JobView>> {
    const rows = await request.rows<JobRow>(transaction, {
      columns: jobColumns,
      from: jobTables,
      where: ['job.organization_id = $1 AND', VISIBLE].join(' '),
      parameters: readerOf(transaction),
    });
    return request.page(rows, (row) => JobView.from(row));
  }

  async insert(transaction: Transaction, { id, kind, content, ...job }: NewJob): Promise<void> {
    const { organizationId, acting } = transaction;
    const { actorId, personId, requestId } = acting;
    const asked = [kind, JSON.stringify(job.arguments), actorId, personId, requestId];
    await transaction.rows(INSERT, [organizationId, id, ...asked]);
    await transaction.rows(INSERT_INPUT, [organizationId, id, content]);
  }

  async cancel(transaction: Transaction, id: string, state: JobState & ('cancelling' | 'cancelled')): Promise<void> {
    await transaction.rows(CANCEL, [transaction.organizationId, id, state]);
  }

  async hasInput(transaction: Transaction, id: string): Promise<boolean> {
    return (await transaction.rows(HAS_INPUT, [transaction.organizationId, id])).length > 0;
  }

  async retry(transaction: Transaction, id: string, attempts: number): Promise<void> {
    await transaction.rows(RETRY, [transaction.organizationId, id, attempts]);
  }
}

function readerOf({ organizationId, acting }: Transaction): unknown[] {
  return [organizationId, acting.permissions.has(jobPermissions.manageAll.name), acting.actorId];
}
