import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { administrationPermissions } from '../administration.permissions.js';
import { CurrenciesQuery, CurrencyList } from './currencies.dto.js';
import { CurrenciesService } from './currencies.service.js';

@ApiTags('administration')
@Controller('v1/administration/currencies')
export class CurrenciesController {
  constructor(private readonly currencies: CurrenciesService) {}

  @Get()
  @Requires(administrationPermissions.readExchangeRates)
  @ApiOperation({
    operationId: 'getCurrencies',
    summary: 'Read the currencies',
    description:
      'The currencies of ISO 4217 that amounts can be kept in, with their decimals and what the organization uses them for. All of them in one page.',
  })
  @ApiOkResponse({ type: CurrencyList })
  list(@Query() { isInUse }: CurrenciesQuery): Promise<CurrencyList> {
    return this.currencies.list(isInUse);
  }
}
