import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobTasks } from '#platform/jobs/job-tasks.js';
import { DuePostingsService } from './due-postings.service.js';

const FIND_ORGANIZATIONS = `
  SELECT organization_id FROM accounting.scheduled_reversal WHERE status = 'scheduled'
  UNION
  SELECT organization_id FROM accounting.recurring_entry WHERE status = 'active'`;

const NEXT_DUE = `
  SELECT min(next.due_on)::timestamp::text AS due FROM (
    SELECT min(reverses_on) AS due_on FROM accounting.scheduled_reversal
    WHERE organization_id = $1 AND status = 'scheduled' AND reverses_on > $2::timestamp::date
    UNION ALL
    SELECT min(next_on) FROM accounting.recurring_entry
    WHERE organization_id = $1 AND status = 'active' AND next_on > $2::timestamp::date) AS next`;

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
      nextDue: NEXT_DUE,
      run: () => this.runAll(),
    });
  }

  private async runAll(): Promise<void> {
    for (let run = 0; run < MOST_RUNS; run++) {
      if (!(await this.due.runDue()).hasMore) return;
    }
  }
}
