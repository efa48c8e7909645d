import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobTasks } from '#platform/jobs/job-tasks.js';
import { DuePostingsService } from './due-postings.service.js';

const FIND_ORGANIZATIONS = `
  SELECT organization_id FROM accounting.scheduled_reversal WHERE status = 'scheduled'
  UNION
  SELECT organization_id FROM accounting.recurring_entry WHERE status = 'active'`;

/** A run that would go on for ever leaves the rest to the next hour. */
const MOST_RUNS = 100;

/** Carries out every hour, in every organization, what has become due by its clock. */
@Injectable()
export class DuePostingsJob implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly due: DuePostingsService,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'run_due_postings',
      schedule: '23 * * * *',
      fill: '1h',
      organizations: FIND_ORGANIZATIONS,
      run: () => this.runAll(),
    });
  }

  private async runAll(): Promise<void> {
    for (let run = 0; run < MOST_RUNS; run++) {
      if (!(await this.due.runDue()).hasMore) return;
    }
  }
}
