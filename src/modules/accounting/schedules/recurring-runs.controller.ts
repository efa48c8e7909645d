import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { RecurringRunList, type RecurringRunView } from './recurring-entries.dto.js';
import { recurringRunList } from './recurring-entries.list.js';
import { RecurringEntriesService } from './recurring-entries.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/recurring-runs')
export class RecurringRunsController {
  constructor(private readonly recurring: RecurringEntriesService) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listRecurringRuns',
    summary: 'List runs of recurring entries',
    description: 'What came of each date, the latest first: the entry that was posted or the draft that was made.',
  })
  @ApiList(recurringRunList, RecurringRunList)
  list(@ListQuery(recurringRunList) query: ListRequest): Promise<Page<RecurringRunView>> {
    return this.recurring.listRuns(query);
  }
}
