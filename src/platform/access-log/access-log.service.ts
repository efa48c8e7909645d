import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Statement } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobTasks } from '../jobs/job-tasks.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { AccessLogEntryView, type AccessLogRow } from './access-log.dto.js';
import { accessLogColumns, accessLogTables } from './access-log.list.js';

const FIND_ORGANIZATIONS = `
  SELECT o.id AS organization_id FROM platform.organization o
  WHERE EXISTS (
    SELECT FROM platform.access_log_entry e
    WHERE e.organization_id = o.id AND e.accessed_at < now() - platform.kept_for(o.id, 'access_log'))`;

const PURGE: Statement = { name: 'purge_access_log', text: 'SELECT platform.purge_access_log()' };

/** Reads the access log, and forgets what is older than the organization has set. */
@Injectable()
export class AccessLog implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: JobTasks,
  ) {}

  onModuleInit(): void {
    this.tasks.add({
      name: 'purge_access_log',
      schedule: '47 3 * * *',
      fill: '1d',
      organizations: FIND_ORGANIZATIONS,
      run: () => this.purge(),
    });
  }

  list(request: ListRequest): Promise<Page<AccessLogEntryView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<AccessLogRow>(transaction, {
        columns: accessLogColumns,
        from: accessLogTables,
        where: 'access.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => AccessLogEntryView.from(row));
    });
  }

  private async purge(): Promise<void> {
    await this.unitOfWork.run('platform.access_log.purge', (transaction) => transaction.rows(PURGE, []));
  }
}
