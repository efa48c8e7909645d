import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiReport } from '#platform/exports/report.decorators.js';
import type { Report } from '#platform/exports/report.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { DeferredTaxesQuery, DeferredTaxesView } from './deferred-taxes.dto.js';
import { DeferredTaxesService } from './deferred-taxes.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/deferred-taxes')
export class DeferredTaxesController {
  constructor(private readonly deferredTaxes: DeferredTaxesService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getDeferredTaxes',
    summary: 'Taxes that wait until they are paid',
    description:
      'What was taxed on a cash basis and is not due at the end of a day, by document, held against the accounts that it waits on. JSON has the first 1,000 documents, a file has all.',
  })
  @ApiReport(DeferredTaxesView)
  read(@Query() query: DeferredTaxesQuery): Report<DeferredTaxesView> {
    return this.deferredTaxes.report(query);
  }
}
