import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiList, ListQuery } from '../listing/list.decorators.js';
import { ListRequest, type Page } from '../listing/list-request.js';
import { Requires } from '../permissions/requires.decorator.js';
import { AccessLogEntryList, type AccessLogEntryView } from './access-log.dto.js';
import { accessLogList } from './access-log.list.js';
import { accessLogPermissions } from './access-log.permissions.js';
import { AccessLog } from './access-log.service.js';
import { Recorded } from './recorded.decorator.js';

@ApiTags('access-log')
@Controller('v1/access-log')
export class AccessLogController {
  constructor(private readonly log: AccessLog) {}

  @Get()
  @Requires(accessLogPermissions.readAccessLog)
  @Recorded('platform.access_log_entry')
  @ApiOperation({
    operationId: 'listAccessLogEntries',
    summary: 'List reads of what is sensitive',
    description:
      'Who has read what, the last one first: an entry for every answer of an operation that is marked `x-recorded-access`, this one included. It is written before the answer leaves, and without it there is none. Requests that were refused read nothing and leave no entry. Kept for two years unless `updateRetention` sets another age.',
  })
  @ApiList(accessLogList, AccessLogEntryList)
  list(@ListQuery(accessLogList) query: ListRequest): Promise<Page<AccessLogEntryView>> {
    return this.log.list(query);
  }
}
