import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DryRunQuery } from '#platform/http/dry-run.dto.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { ReturnSettlementService } from './return-settlement.service.js';
import {
  ReverseTaxReturnSettlement,
  SettleTaxReturn,
  TaxReturnSettlementList,
  TaxReturnSettlementView,
} from './return-settlements.dto.js';
import { taxReturnSettlementList } from './return-settlements.list.js';
import { ReturnSettlementsService } from './return-settlements.service.js';

@ApiTags('accounting')
@Controller('v1/accounting')
export class ReturnSettlementsController {
  constructor(
    private readonly settlement: ReturnSettlementService,
    private readonly settlements: ReturnSettlementsService,
  ) {}

  @Post('tax-returns/:id/settle')
  @Requires(taxPermissions.settleTaxReturns)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'settleTaxReturn',
    summary: 'Settle a tax return',
    description:
      'Posts the entry that clears the taxes of a filed return from the accounts that they were posted to, onto the account named for `tax_settlement`, which the payment to or from the authority then clears. What rounded boxes leave goes to the account for rounding differences. An amendment settles by how much it differs. One settlement for each return at a time. With `dryRun` it answers the entry that it would post and keeps nothing.',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: TaxReturnSettlementView })
  settle(
    @IdParam() id: string,
    @Body() body: SettleTaxReturn,
    @Query() { dryRun = false }: DryRunQuery,
  ): Promise<TaxReturnSettlementView> {
    return this.settlement.settle(id, body, dryRun);
  }

  @Get('tax-return-settlements')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listTaxReturnSettlements',
    summary: 'List settlements of tax returns',
    description: 'With what is due to the authority, or from it, and their entries; also those that were reversed.',
  })
  @ApiList(taxReturnSettlementList, TaxReturnSettlementList)
  list(@ListQuery(taxReturnSettlementList) query: ListRequest): Promise<Page<TaxReturnSettlementView>> {
    return this.settlements.list(query);
  }

  @Get('tax-return-settlements/:id')
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'getTaxReturnSettlement',
    summary: 'Read a settlement of a tax return',
    description: 'One settlement with the lines of its entry.',
  })
  @ApiOkResponse({ type: TaxReturnSettlementView })
  find(@IdParam() id: string): Promise<TaxReturnSettlementView> {
    return this.settlements.find(id);
  }

  @Post('tax-return-settlements/:id/reverse')
  @HttpCode(200)
  @Requires(taxPermissions.settleTaxReturns)
  @Idempotent('required')
  @ApiOperation({
    operationId: 'reverseTaxReturnSettlement',
    summary: 'Reverse a settlement of a tax return',
    description: 'Takes its entry back, so that the return can be settled anew. The return stays filed as it was.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: TaxReturnSettlementView })
  reverse(@IdParam() id: string, @Body() body: ReverseTaxReturnSettlement): Promise<TaxReturnSettlementView> {
    return this.settlements.reverse(id, body);
  }
}
