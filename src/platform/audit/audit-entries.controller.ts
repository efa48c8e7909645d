import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires } from '../permissions/requires.decorator.js';
import { auditPermissions } from './audit.permissions.js';
import { AuditEntryList, type AuditEntryView } from './audit-entries.dto.js';
import { auditEntryList } from './audit-entries.list.js';
import { AuditEntriesService } from './audit-entries.service.js';

@ApiTags('audit-entries')
@Controller('v1/audit-entries')
export class AuditEntriesController {
  constructor(private readonly entries: AuditEntriesService) {}

  @Get()
  @Requires(auditPermissions.readEntries)
  @ApiOperation({
    operationId: 'listAuditEntries',
    summary: 'List changes of records',
    description:
      'Every change of a record that can change, the last one first: what it was, what it became, who did it, by which command, in which request. `recordType` and `recordId` together give the history of one record. Facts that never change (journal entries) are not repeated here: they carry who posted them and when themselves. Secrets are never recorded.',
  })
  @ApiList(auditEntryList, AuditEntryList)
  list(@ListQuery(auditEntryList) query: ListRequest): Promise<Page<AuditEntryView>> {
    return this.entries.list(query);
  }
}
