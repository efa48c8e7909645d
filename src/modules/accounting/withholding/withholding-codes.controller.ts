import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax/tax.permissions.js';
import {
  CreateWithholdingCode,
  UpdateWithholdingCode,
  WithholdingCodeList,
  WithholdingCodeView,
} from './withholding-codes.dto.js';
import { withholdingCodeList } from './withholding-codes.list.js';
import { WithholdingCodesService } from './withholding-codes.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/withholding-codes')
export class WithholdingCodesController {
  constructor(private readonly codes: WithholdingCodesService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listWithholdingCodes',
    summary: 'List withholding codes',
    description: 'The codes under which customers withhold taxes from what they pay.',
  })
  @ApiList(withholdingCodeList, WithholdingCodeList)
  list(@ListQuery(withholdingCodeList) query: ListRequest): Promise<Page<WithholdingCodeView>> {
    return this.codes.list(query);
  }

  @Post()
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'createWithholdingCode',
    summary: 'Create a withholding code',
    description:
      'Names a tax that customers keep back from what they pay, such as an income tax on fees, and the account of the claim to it. Receipts say what was withheld under it.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: WithholdingCodeView })
  create(@Body() body: CreateWithholdingCode): Promise<WithholdingCodeView> {
    return this.codes.create(body);
  }

  @Get(':id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getWithholdingCode',
    summary: 'Read a withholding code',
    description: 'One code with the account of what was withheld under it.',
  })
  @Versioned()
  @ApiOkResponse({ type: WithholdingCodeView })
  get(@IdParam() id: string): Promise<WithholdingCodeView> {
    return this.codes.find(id);
  }

  @Patch(':id')
  @Requires(taxPermissions.manageTaxes)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateWithholdingCode',
    summary: 'Change a withholding code',
    description: 'For receipts from now on; what was recorded stays on its account.',
  })
  @Versioned()
  @ApiOkResponse({ type: WithholdingCodeView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateWithholdingCode,
  ): Promise<WithholdingCodeView> {
    return this.codes.update(id, version, body);
  }
}
