import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { BooksList, BooksView, UpdateBooks } from './books.dto.js';
import { booksList } from './books.list.js';
import { BooksService } from './books.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/books')
export class BooksController {
  constructor(private readonly books: BooksService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listBooks',
    summary: 'List books',
    description: 'The books of all legal entities that keep some; the first fiscal year of a legal entity opens them.',
  })
  @ApiList(booksList, BooksList)
  list(@ListQuery(booksList) query: ListRequest): Promise<Page<BooksView>> {
    return this.books.list(query);
  }

  @Get(':legalEntityId')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getBooks',
    summary: 'Read the books of a legal entity',
    description: 'Currency and settings of the books that one legal entity keeps.',
  })
  @Versioned()
  @ApiOkResponse({ type: BooksView })
  get(@IdParam('legalEntityId', 'Id of the legal entity.') legalEntityId: string): Promise<BooksView> {
    return this.books.find(legalEntityId);
  }

  @Patch(':legalEntityId')
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updateBooks',
    summary: 'Change the settings of books',
    description:
      'Names the accounts that year-end and rounding post to: active accounts of the legal entity that take postings. Says how invoices and credit notes that are issued from now on are numbered; numbers that were given stay.',
  })
  @Versioned()
  @ApiOkResponse({ type: BooksView })
  update(
    @IdParam('legalEntityId', 'Id of the legal entity.') legalEntityId: string,
    @IfMatch() version: number,
    @Body() body: UpdateBooks,
  ): Promise<BooksView> {
    return this.books.update(legalEntityId, version, body);
  }
}
