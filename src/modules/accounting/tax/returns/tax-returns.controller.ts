import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { AmendTaxReturn, FileTaxReturn, OpenTaxReturn, TaxReturnList, TaxReturnView } from './tax-returns.dto.js';
import { taxReturnList } from './tax-returns.list.js';
import { TaxReturnFilingService } from './tax-return-filing.service.js';
import { TaxReturnsService } from './tax-returns.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/tax-returns')
export class TaxReturnsController {
  constructor(
    private readonly returns: TaxReturnsService,
    private readonly filing: TaxReturnFilingService,
  ) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxReturns',
    summary: 'List tax returns',
    description: 'The returns of all forms and their amendments, the latest period first.',
  })
  @ApiList(taxReturnList, TaxReturnList)
  list(@ListQuery(taxReturnList) query: ListRequest): Promise<Page<TaxReturnView>> {
    return this.returns.list(query);
  }

  @Post()
  @Requires(taxPermissions.prepareTaxReturns)
  @Idempotent()
  @ApiOperation({
    operationId: 'openTaxReturn',
    summary: 'Open a tax return',
    description:
      'Begins the return of the next period of a form. Periods follow each other without a gap; several may be open, and are filed in their order.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: TaxReturnView })
  open(@Body() body: OpenTaxReturn): Promise<TaxReturnView> {
    return this.returns.open(body);
  }

  @Get(':id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxReturn',
    summary: 'Read a tax return',
    description: 'One return or amendment; its boxes and lines are read apart.',
  })
  @Versioned()
  @ApiOkResponse({ type: TaxReturnView })
  get(@IdParam() id: string): Promise<TaxReturnView> {
    return this.returns.find(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(taxPermissions.prepareTaxReturns)
  @ApiOperation({
    operationId: 'deleteTaxReturn',
    summary: 'Discard an open tax return',
    description: 'Takes back what was opened: the last return of a form, or an amendment. What was filed stays (409).',
  })
  @ProblemResponses(409)
  @ApiNoContentResponse({ description: 'The return is gone; its lines are as they were.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.returns.remove(id, version);
  }

  @Post(':id/file')
  @HttpCode(200)
  @Requires(taxPermissions.fileTaxReturns)
  @Idempotent()
  @ApiOperation({
    operationId: 'fileTaxReturn',
    summary: 'File a tax return',
    description:
      'Fixes the boxes, the tax lines and the version of the form for good. Refused before the period ended, and while an earlier return of the form is open (409). Lines that come later are late in the next return.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaxReturnView })
  file(@IdParam() id: string, @IfMatch() version: number, @Body() body: FileTaxReturn): Promise<TaxReturnView> {
    return this.filing.file(id, version, body);
  }

  @Post(':id/amend')
  @Requires(taxPermissions.prepareTaxReturns)
  @Idempotent()
  @ApiOperation({
    operationId: 'amendTaxReturn',
    summary: 'Amend a tax return',
    description:
      'Begins an amendment of a filed return, which stays what it is: a return of the same period with the lines of the first and those of the period that came since. Until it is filed or discarded, no later return is filed.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: TaxReturnView })
  amend(@IdParam() id: string, @IfMatch() version: number, @Body() body: AmendTaxReturn): Promise<TaxReturnView> {
    return this.returns.amend(id, version, body);
  }
}
