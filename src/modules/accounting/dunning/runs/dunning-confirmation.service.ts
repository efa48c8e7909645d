import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import type { AcceptedJob } from '#platform/jobs/accepted-job.js';
import { JobKinds, type JobOrder, type JobResult } from '#platform/jobs/job-kinds.js';
import { reportProgress } from '#platform/jobs/job-progress.js';
import { Jobs } from '#platform/jobs/jobs.service.js';
import { dunningPermissions } from '../dunning.permissions.js';
import { DunningProposals } from './dunning-proposals.service.js';
import type { DunningRunView } from './dunning-runs.dto.js';
import { DunningRunsRepository } from './dunning-runs.repository.js';
import { type Confirmation, DunningWriting } from './dunning-writing.service.js';
import { lettersOf } from './proposal-view.js';

const RUN = dunningPermissions.runDunning.name;
const JOB = 'accounting.dunning_run';
/** Some seconds of work; whoever writes more is not kept waiting. */
const MOST_AT_ONCE = 200;

/** Confirms runs: at once, or as a job. Either way all letters are written in one transaction. */
@Injectable()
export class DunningConfirmation implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly kinds: JobKinds,
    private readonly jobs: Jobs,
    private readonly runs: DunningRunsRepository,
    private readonly proposals: DunningProposals,
    private readonly writing: DunningWriting,
  ) {}

  onModuleInit(): void {
    this.kinds.add({ name: JOB, permission: dunningPermissions.runDunning, run: (order) => this.perform(order) });
  }

  /** @throws Problem dunning_run_confirmed, dunning_run_changed, dunning_run_empty, and what the ledger refuses of charges */
  async confirm(confirmation: Confirmation, asJob: boolean): Promise<DunningRunView | AcceptedJob> {
    if (asJob || (await this.isLong(confirmation.id))) {
      return this.jobs.request(JOB, { arguments: confirmation, content: Buffer.from('{}') });
    }
    return this.unitOfWork.run(RUN, (transaction) => this.writing.write(transaction, confirmation));
  }

  private isLong(id: string): Promise<boolean> {
    return this.unitOfWork.read(async (transaction) => {
      const run = await this.runs.get(transaction, id);
      if (run.status === 'confirmed') return false;
      return lettersOf(await this.proposals.read(transaction, run.legalEntityId, run)).length > MOST_AT_ONCE;
    });
  }

  private async perform({ arguments: said }: JobOrder): Promise<JobResult> {
    await reportProgress({ step: 'writing', done: 0, outOf: null });
    return this.unitOfWork.run(RUN, async (transaction) => {
      const { id, letterCount } = await this.writing.write(transaction, said as Confirmation);
      return { id, href: `/v1/accounting/dunning-runs/${id}`, summary: `${letterCount} letters were written.` };
    });
  }
}
