import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobTasks } from '#platform/jobs/job-tasks.js';
import { DueInvoices } from './due-invoices.service.js';

const FIND_ORGANIZATIONS = `
  SELECT DISTINCT organization_id FROM accounting.recurring_invoice WHERE status = 'active'`;

const NEXT_DUE = `
  SELECT min(next_on)::timestamp::text AS due FROM accounting.recurring_invoice
  WHERE organization_id = $1 AND status = 'active' AND next_on > $2::timestamp::date`;

/** A run that would go on for ever leaves the rest to the next hour. */
const MOST_RUNS = 100;

/** Makes every hour, in every organization, the invoices whose day has come by its clock. */
@Injectable()
export class DueInvoicesJob implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly due: DueInvoices,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'run_recurring_invoices',
      schedule: '33 * * * *',
      fill: '1h',
      organizations: FIND_ORGANIZATIONS,
      nextDue: NEXT_DUE,
      run: () => this.runAll(),
    });
  }

  private async runAll(): Promise<void> {
    for (let run = 0; run < MOST_RUNS; run++) {
      const { hasMore, results } = await this.due.runDue();
      // What is refused waits for the next hour.
      if (!hasMore || results.every(({ outcome }) => outcome === 'refused')) return;
    }
  }
}
