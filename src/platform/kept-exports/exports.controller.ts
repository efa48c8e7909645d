import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '../access-log/recorded.decorator.js';
import { CurrentPrincipal } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { ApiFileContent, type StoredFile } from '../files/file-answer.js';
import { IdParam } from '../http/id-param.js';
import { Idempotent } from '../idempotency/idempotent.decorator.js';
import { type AcceptedJob, BecomesJob } from '../jobs/accepted-job.js';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires } from '../permissions/requires.decorator.js';
import { AcceptedLanguage } from './accepted-language.js';
import { ExportList, ExportView, RequestExport } from './exports.dto.js';
import { exportList } from './exports.list.js';
import { exportPermissions } from './exports.permissions.js';
import { ExportsService } from './exports.service.js';

@ApiTags('exports')
@Controller('v1/exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get()
  @Requires(exportPermissions.requestExports)
  @ApiOperation({
    operationId: 'listExports',
    summary: 'List exports',
    description: 'The files of lists and reports that the caller had made and that are kept still, the newest first.',
  })
  @ApiList(exportList, ExportList)
  list(@ListQuery(exportList) query: ListRequest): Promise<Page<ExportView>> {
    return this.exports.list(query);
  }

  @Post()
  @HttpCode(202)
  @Requires(exportPermissions.requestExports)
  @Idempotent()
  @ApiHeader({
    name: 'Accept-Language',
    required: false,
    description: 'The way in which numbers of a PDF are written, as with the direct request.',
    schema: { type: 'string', maxLength: 200 },
    example: 'de',
  })
  @ApiOperation({
    operationId: 'requestExport',
    summary: 'Have a list or report made into a file',
    description:
      'By a job: the same file as the direct request with `Accept` answers, of any length as CSV, of up to 100,000 rows as XLSX and 50,000 as PDF. What the direct request would refuse, this refuses; the permission of the list or report is asked for now, when the job runs, and with each download. `result` of the job leads to the export, a notification tells of its end. Sensitive reads are in the access log as those of the job’s request.',
  })
  @BecomesJob()
  request(
    @Body() body: RequestExport,
    @CurrentPrincipal() principal: Principal,
    @AcceptedLanguage() language: string | undefined,
  ): Promise<AcceptedJob> {
    return this.exports.request(body, principal, language);
  }

  @Get(':id')
  @Requires(exportPermissions.requestExports)
  @ApiOperation({
    operationId: 'getExport',
    summary: 'Read what is known of an export',
    description: 'Of one that the caller asked for: what is in it, how many rows, its hash, and until when it is kept.',
  })
  @ApiOkResponse({ type: ExportView })
  get(@IdParam() id: string): Promise<ExportView> {
    return this.exports.find(id);
  }

  @Get(':id/content')
  @Requires(exportPermissions.requestExports)
  @Recorded('platform.export')
  @ApiOperation({
    operationId: 'downloadExport',
    summary: 'Download an export',
    description:
      'The file, streamed, after its hash was verified. Whoever asked for it must still hold the permission of the list or report.',
  })
  @ApiFileContent()
  content(@IdParam() id: string): Promise<StoredFile> {
    return this.exports.content(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(exportPermissions.requestExports)
  @ApiOperation({
    operationId: 'deleteExport',
    summary: 'Delete an export',
    description: 'Before its time, by whoever asked for it. An export never changes, so there is no If-Match.',
  })
  @ApiNoContentResponse()
  delete(@IdParam() id: string): Promise<void> {
    return this.exports.delete(id);
  }
}
