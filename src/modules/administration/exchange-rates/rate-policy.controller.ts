import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { administrationPermissions } from '../administration.permissions.js';
import { ExchangeRatePolicyView, UpdateExchangeRatePolicy } from './rate-policy.dto.js';
import { RatePolicyService } from './rate-policy.service.js';

@ApiTags('administration')
@Controller('v1/administration/exchange-rate-policy')
export class RatePolicyController {
  constructor(private readonly policy: RatePolicyService) {}

  @Get()
  @Requires(administrationPermissions.readExchangeRates)
  @ApiOperation({
    operationId: 'getExchangeRatePolicy',
    summary: 'Read the policy for exchange rates',
    description: 'The rules by which a rate is found for a pair and a day.',
  })
  @Versioned()
  @ApiOkResponse({ type: ExchangeRatePolicyView })
  get(): Promise<ExchangeRatePolicyView> {
    return this.policy.find();
  }

  @Patch()
  @Requires(administrationPermissions.manageExchangeRates)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateExchangeRatePolicy',
    summary: 'Change the policy for exchange rates',
    description: 'Fields that are left out stay as they are. What was converted before keeps its rate.',
  })
  @Versioned()
  @ApiOkResponse({ type: ExchangeRatePolicyView })
  update(@IfMatch() version: number, @Body() body: UpdateExchangeRatePolicy): Promise<ExchangeRatePolicyView> {
    return this.policy.update(version, body);
  }
}
