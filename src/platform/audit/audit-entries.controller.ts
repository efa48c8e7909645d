import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '../access-log/recorded.decorator.js';
import { ApiWrittenFile, type WrittenFile } from '../exports/written-file.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { type AcceptedJob, BecomesJob } from '../jobs/accepted-job.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires, RequiresStepUp } from '../permissions/requires.decorator.js';
import { auditPermissions } from './audit.permissions.js';
import { AuditEntryList, type AuditEntryView } from './audit-entries.dto.js';
import { auditEntryList } from './audit-entries.list.js';
import { AuditEntriesService } from './audit-entries.service.js';
import { RunAuditVerification } from './audit-verifications.dto.js';
import { AuditVerifications } from './audit-verifications.service.js';
import { ExportAuditTrailQuery } from './trail/audit-trail-export.dto.js';
import { AuditTrailExport } from './trail/audit-trail-export.service.js';

@ApiTags('audit-entries')
@Controller('v1/audit-entries')
export class AuditEntriesController {
  constructor(
    private readonly entries: AuditEntriesService,
    private readonly verifications: AuditVerifications,
    private readonly trail: AuditTrailExport,
  ) {}

  @Get()
  @Requires(auditPermissions.readEntries)
  @Recorded('platform.audit_entry')
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

  @Get('export')
  @Requires(auditPermissions.readEntries)
  @RequiresStepUp()
  @Recorded('platform.audit_entry')
  @ApiOperation({
    operationId: 'exportAuditTrail',
    summary: 'Export the audit trail of a period',
    description:
      'The seals that hold the audit entries of the period, all between them, and every audit entry under these as the text whose digest is sealed: whoever has the file can check it without Bureau, or with `npm run bureau -- verify --file` without a database. Entries that wait for their seal stand at the end. Personal values stand in it as commitments. `listAuditEntries` answers CSV and XLSX for readers.',
  })
  @ApiWrittenFile({
    type: 'application/x-ndjson',
    description:
      'UTF-8, a JSON value on each line. It is whole when its last line, the counts and the SHA-256 of all before, is there.',
  })
  export(@Query() query: ExportAuditTrailQuery): WrittenFile {
    return this.trail.file(query);
  }

  @Post('verify')
  @HttpCode(202)
  @Requires(auditPermissions.readEntries)
  @Idempotent()
  @ApiOperation({
    operationId: 'runAuditVerification',
    summary: 'Prove the audit chain by a job',
    description:
      'As `checkAuditChain`, by a worker and without a limit of time: answers the job, which tells how far it is and can be cancelled. Its result is a verification, which is kept with what it found; a broken chain is an event as well. The chain of every organization is proved each night anyway.',
  })
  @BecomesJob()
  verify(@Body() body: RunAuditVerification): Promise<AcceptedJob> {
    return this.verifications.request(body);
  }
}
