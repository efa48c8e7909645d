import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { TaxLineList, TaxLineView } from './tax-lines.dto.js';
import { taxLineList } from './tax-lines.list.js';
import { TaxLinesService } from './tax-lines.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/tax-lines')
export class TaxLinesController {
  constructor(private readonly taxLines: TaxLinesService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxLines',
    summary: 'List tax lines',
    description:
      'What was taxed and how, beside the journal entries that it was posted with, in the order of tax point dates. Tax lines never change: what is given back has lines of its own, below zero.',
  })
  @ApiList(taxLineList, TaxLineList)
  list(@ListQuery(taxLineList) query: ListRequest): Promise<Page<TaxLineView>> {
    return this.taxLines.list(query);
  }
}
