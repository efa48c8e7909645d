import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
      'What was taxed on a cash basis and is not due at the end of a day, by document, held against the accounts that it waits on.',
  })
  @ApiOkResponse({ type: DeferredTaxesView })
  read(@Query() query: DeferredTaxesQuery): Promise<DeferredTaxesView> {
    return this.deferredTaxes.read(query);
  }
}
