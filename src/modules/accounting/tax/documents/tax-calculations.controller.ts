import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LargeBody } from '#platform/http/route-limits.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax.permissions.js';
import { TaxCalculationView } from './tax-calculation.view.js';
import { MOST_LINES, TaxCalculationRequest } from './tax-calculations.dto.js';
import { TaxCalculationsService } from './tax-calculations.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/tax-calculations')
export class TaxCalculationsController {
  constructor(private readonly calculations: TaxCalculationsService) {}

  @Post()
  @HttpCode(200)
  @LargeBody({ bodyLimit: 1024 * 1024, keys: 20 * MOST_LINES })
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'calculateTaxes',
    summary: 'Calculate the taxes of a document',
    description:
      'Answers every amount of a document: lines, allowances and charges, each tax with its base, the VAT breakdown and totals of EN 16931, what is withheld, and the rule that each line got its tax code by. Keeps nothing.',
  })
  @ApiOkResponse({ type: TaxCalculationView })
  calculate(@Body() body: TaxCalculationRequest): Promise<TaxCalculationView> {
    return this.calculations.calculate(body);
  }
}
