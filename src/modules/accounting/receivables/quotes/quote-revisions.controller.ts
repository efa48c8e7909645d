import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { receivablesPermissions } from '../receivables.permissions.js';
import { QuoteRevisionList, type QuoteRevisionView } from './quotes.dto.js';
import { quoteRevisionList } from './quotes.list.js';
import { QuotesService } from './quotes.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/quote-revisions')
export class QuoteRevisionsController {
  constructor(private readonly quotes: QuotesService) {}

  @Get()
  @Requires(receivablesPermissions.readSales)
  @Recorded('accounting.quote')
  @ApiOperation({
    operationId: 'listQuoteRevisions',
    summary: 'List what was sent of quotes',
    description: 'Each revision with every amount as it was sent, the latest first, and what was said to it.',
  })
  @ApiList(quoteRevisionList, QuoteRevisionList)
  list(@ListQuery(quoteRevisionList) query: ListRequest): Promise<Page<QuoteRevisionView>> {
    return this.quotes.listRevisions(query);
  }
}
