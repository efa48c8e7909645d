import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GlobalStatements } from '../../database/global-statements.js';
import type { Statement } from '../../database/transaction.js';
import { JobTasks } from '../../jobs/job-tasks.js';

const PURGE: Statement = { name: 'purge_password_resets', text: 'SELECT identity.purge_password_resets()' };

/** One run for all: resets are of people, who stand outside the organizations. */
const ONCE = "SELECT '00000000-0000-0000-0000-000000000000' AS organization_id";

/** Forgets password resets seven days after they were asked for, used or not. */
@Injectable()
export class PasswordResetPurge implements OnModuleInit {
  constructor(
    private readonly tasks: JobTasks,
    private readonly database: GlobalStatements,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_password_resets',
      schedule: '51 3 * * *',
      fill: '1d',
      organizations: ONCE,
      run: async () => void (await this.database.rows(PURGE, [])),
    });
  }
}
