import { Inject, Injectable, Logger } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import { type Acting, actAs, SYSTEM_ACTOR } from '../database/acting.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { problemBody } from '../http/problem-body.js';
import type { DatabaseProblems } from '../http/sqlstate.js';
import { Notifications } from '../notifications/notifications.service.js';
import { inSpan } from '../tracing/spans.js';
import { JobActors } from './job-actors.js';
import { type HeldJob, JobAttemptsRepository } from './job-attempts.repository.js';
import { AttemptLost, AttemptRepeats, endingOf } from './job-endings.js';
import type { CommitJob, JobKind, JobOrder } from './job-kinds.js';
import { reasonOf } from './job-observer.js';
import { JobProgressWriter } from './job-progress-writer.js';
import { withProgress } from './job-progress.js';
import { decideClaim } from './job-state.js';
import { jobNotifications } from './job.notifications.js';
import { jobProblems } from './jobs.problems.js';

/** What the application refuses by names of constraints and raised codes. */
export const DATABASE_PROBLEMS = Symbol('database problems');

/** What stands in the queue for a job. */
export interface QueuedJob {
  organizationId: string;
  jobId: string;
}

interface Attempted {
  job: HeldJob;
  attempt: number;
}

/** Does a job: once, whatever happens to the workers meanwhile. */
@Injectable()
export class JobExecution {
  private readonly log = new Logger('Job');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: JobAttemptsRepository,
    private readonly actors: JobActors,
    private readonly progress: JobProgressWriter,
    private readonly notifications: Notifications,
    @Inject(DATABASE_PROBLEMS) private readonly problems: DatabaseProblems,
  ) {}

  /** @throws Error where the queue is to try it again, or where another worker has it */
  async perform(kind: JobKind, { organizationId, jobId }: QueuedJob): Promise<void> {
    const attempted = await actAs(systemIn(organizationId), () => this.claim(jobId));
    if (!attempted) return;
    const { id, requestId } = attempted.job;
    const attributes = {
      'bureau.job_id': id,
      'bureau.request_id': requestId,
      'bureau.organization_id': organizationId,
    };
    try {
      await inSpan(`job ${kind.name}`, { attributes }, () => this.work(kind, organizationId, attempted));
    } catch (error) {
      await actAs(systemIn(organizationId, requestId), () => this.settle(attempted, error));
    }
  }

  private claim(id: string): Promise<Attempted | undefined> {
    return this.unitOfWork.run('platform.job.start', async (transaction) => {
      const job = await this.attempts.hold(transaction, id);
      if (!job) return undefined;
      const claim = decideClaim(job);
      if (claim === 'run') return { job, attempt: await this.attempts.begin(transaction, job) };
      if (claim === 'leave') return undefined;
      const givenUp = jobProblems.job_given_up(`Its worker was lost ${job.attempts} times, the last time for good.`);
      const [state, problem] = claim === 'cancel' ? (['cancelled', null] as const) : (['failed', givenUp] as const);
      const attempt = { id, attempt: job.attempts };
      await this.attempts.settle(transaction, attempt, state, problem && problemBody(problem, job.requestId));
      if (problem) await this.tellFailed(transaction, job, problem.code);
      return undefined;
    });
  }

  private async work(kind: JobKind, organizationId: string, { job, attempt }: Attempted): Promise<void> {
    const { id } = job;
    const acting = await actAs(systemIn(organizationId), () =>
      this.unitOfWork.read((transaction) => this.actors.find(transaction, job, kind.permission)),
    );
    const commit: CommitJob = (work) =>
      this.unitOfWork.run(kind.permission.name, async (transaction) => {
        const result = await work(transaction);
        await this.attempts.succeed(transaction, id, attempt, result);
        const data = { kind: job.kind, summary: result.summary };
        const notice = { to: [job.personId], subjectId: id, data };
        await this.notifications.notify(transaction, jobNotifications.finished, notice);
      });
    const command = async () => {
      if ('run' in kind) return commit(async (transaction) => kind.run(await this.orderOf(transaction, job)));
      const order = await this.unitOfWork.read((transaction) => this.orderOf(transaction, job));
      return kind.perform(order, commit);
    };
    await actAs(acting, () => withProgress(this.progress.reporterOf({ organizationId, id, attempt }), command));
  }

  private async orderOf(transaction: Transaction, job: HeldJob): Promise<JobOrder> {
    const content = await this.attempts.input(transaction, job.id);
    if (!content) throw jobProblems.job_not_retryable('What it was to work on is not kept any more.');
    return { id: job.id, arguments: job.arguments, content };
  }

  private tellFailed(transaction: Transaction, { id, kind, personId }: HeldJob, code: string): Promise<void> {
    const notice = { to: [personId], subjectId: id, data: { kind, code } };
    return this.notifications.notify(transaction, jobNotifications.failed, notice);
  }

  private async settle({ job, attempt }: Attempted, error: unknown): Promise<void> {
    const { id, requestId, kind } = job;
    const ending = endingOf(error, attempt < job.attemptsAllowed, this.problems);
    const about = { jobId: id, task: kind, attempt, requestId };
    if (ending.state === 'lost') {
      this.log.warn({ msg: `${kind} was lost to another worker`, ...about });
      throw error;
    }
    const problem = 'problem' in ending ? ending.problem : undefined;
    const failed = ending.state === 'failed' ? problemBody(ending.problem, requestId) : null;
    const state = await this.unitOfWork.run('platform.job.end', async (transaction) => {
      const settled = await this.attempts.settle(transaction, { id, attempt }, ending.state, failed);
      if (settled === 'failed') await this.tellFailed(transaction, job, problem!.code);
      return settled;
    });
    // It ended otherwise: the connection may have been lost after the commit was sent.
    if (!state) throw new AttemptLost();
    this.log.log({ msg: `${kind} is ${state}`, ...about, state, code: problem?.code });
    if (problem && problem.status >= 500)
      this.log.error({ msg: `${kind} met a failure`, ...about, ...reasonOf(error) });
    if (state === 'queued') throw new AttemptRepeats(problem!.code);
  }
}

function systemIn(organizationId: string, requestId = newId()): Acting {
  return { organizationId, actorId: SYSTEM_ACTOR, permissions: new Set<string>(), requestId };
}
