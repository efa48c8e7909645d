import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { type AuditEntryRow, AuditEntryView } from './audit-entries.dto.js';
import { auditEntryColumns, auditEntryTables } from './audit-entries.list.js';

/** Reads what the triggers of the tables have recorded. */
@Injectable()
export class AuditEntriesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(request: ListRequest): Promise<Page<AuditEntryView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<AuditEntryRow>(transaction, {
        columns: auditEntryColumns,
        from: auditEntryTables,
        where: 'audit.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => AuditEntryView.from(row));
    });
  }
}
