import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { RecurringInvoiceRunList, type RecurringInvoiceRunView } from './recurring-invoices.dto.js';
import { recurringInvoiceRunList } from './recurring-invoices.list.js';
import { RecurringInvoicesService } from './recurring-invoices.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/recurring-invoice-runs')
export class RecurringInvoiceRunsController {
  constructor(private readonly recurring: RecurringInvoicesService) {}

  @Get()
  @Requires(receivablesPermissions.readSales)
  @ApiOperation({
    operationId: 'listRecurringInvoiceRuns',
    summary: 'List runs of recurring invoices',
    description: 'What came of each date, the latest first: the invoice that was issued or the draft that was made.',
  })
  @ApiList(recurringInvoiceRunList, RecurringInvoiceRunList)
  list(@ListQuery(recurringInvoiceRunList) query: ListRequest): Promise<Page<RecurringInvoiceRunView>> {
    return this.recurring.listRuns(query);
  }
}
