import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { ListRequest, Page } from '#platform/listing/list-request.js';
import type { AcceptedJob } from './accepted-job.js';
import { JobKinds } from './job-kinds.js';
import { hasEnded } from './job-state.js';
import type { JobView } from './jobs.dto.js';
import { jobProblems } from './jobs.problems.js';
import { JobsRepository } from './jobs.repository.js';

/** A job that is asked for again is tried so often as at first. */
const ATTEMPTS = 5;

/** Long work: asked for, looked at, cancelled and tried again. */
@Injectable()
export class Jobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: JobKinds,
    private readonly jobs: JobsRepository,
  ) {}

  /** Puts a job in the queue, in the transaction of the command that asks for it. */
  request(kind: string, order: { arguments: object; content: Buffer }): Promise<AcceptedJob> {
    const { name, permission } = this.kinds.get(kind);
    return this.unitOfWork.run(permission.name, async (transaction) => {
      const id = newId();
      await this.jobs.insert(transaction, { id, kind: name, ...order });
      return { acceptedJob: await this.jobs.get(transaction, id) };
    });
  }

  list(request: ListRequest): Promise<Page<JobView>> {
    return this.unitOfWork.read((transaction) => this.jobs.list(transaction, request));
  }

  find(id: string): Promise<JobView> {
    return this.unitOfWork.read((transaction) => this.jobs.get(transaction, id));
  }

  cancel(id: string): Promise<JobView> {
    return this.unitOfWork.run('platform.job.cancel', async (transaction) => {
      const job = await this.jobs.hold(transaction, id);
      if (hasEnded(job.state)) throw jobProblems.job_ended(`The job is ${job.state}; there is nothing to cancel.`);
      if (job.state === 'cancelling') return job;
      await this.jobs.cancel(transaction, id, job.state === 'queued' ? 'cancelled' : 'cancelling');
      return this.jobs.get(transaction, id);
    });
  }

  retry(id: string): Promise<JobView> {
    return this.unitOfWork.run('platform.job.retry', async (transaction) => {
      const { state } = await this.jobs.hold(transaction, id);
      if (state !== 'failed' && state !== 'cancelled') {
        throw jobProblems.job_not_retryable(
          `The job is ${state}; only one that failed or was cancelled is tried again.`,
        );
      }
      if (!(await this.jobs.hasInput(transaction, id))) {
        throw jobProblems.job_not_retryable('What it was to work on is not kept any more; ask for it anew.');
      }
      await this.jobs.retry(transaction, id, ATTEMPTS);
      return this.jobs.get(transaction, id);
    });
  }
}
