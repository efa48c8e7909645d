import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GlobalStatements } from '../../database/global-statements.js';
import type { Statement } from '../../database/transaction.js';
import { JobTasks } from '../../jobs/job-tasks.js';

const PURGE: Statement = { name: 'purge_login_events', text: 'SELECT identity.purge_login_events()' };

/** One run for all: the history is of people, who stand outside the organizations. */
const ONCE = "SELECT '00000000-0000-0000-0000-000000000000' AS organization_id";

/** Forgets the login history after 180 days. */
@Injectable()
export class LoginHistoryPurge implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly database: GlobalStatements,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_login_events',
      schedule: '47 3 * * *',
      fill: '1d',
      organizations: ONCE,
      run: async () => void (await this.database.rows(PURGE, [])),
    });
  }
}
