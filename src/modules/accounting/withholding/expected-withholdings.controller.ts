import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { taxPermissions } from '../tax/tax.permissions.js';
import { ExpectedWithholdingList, type ExpectedWithholdingView } from './expected-withholdings.dto.js';
import { expectedWithholdingList } from './expected-withholdings.list.js';
import { ExpectedWithholdingsService } from './expected-withholdings.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/expected-withholdings')
export class ExpectedWithholdingsController {
  constructor(private readonly expected: ExpectedWithholdingsService) {}

  @Get()
  @Requires(taxPermissions.readTaxes)
  @ApiOperation({
    operationId: 'listExpectedWithholdings',
    summary: 'List expected withholdings',
    description:
      'What customers are expected to keep back of invoices, and what credit notes take back of that, as it was reckoned at issue; with what was kept back of each invoice, what refunds took back of that, and what is left of both. Those of one customer, code and year sum to what counts for its threshold.',
  })
  @ApiList(expectedWithholdingList, ExpectedWithholdingList)
  list(@ListQuery(expectedWithholdingList) query: ListRequest): Promise<Page<ExpectedWithholdingView>> {
    return this.expected.list(query);
  }
}
