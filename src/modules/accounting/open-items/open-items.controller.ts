import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { IdParam } from '#platform/http/id-param.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import { OpenItemList, OpenItemView } from './open-items.dto.js';
import { openItemList } from './open-items.list.js';
import { OpenItemsRepository } from './open-items.repository.js';

@ApiTags('accounting')
@Controller('v1/accounting/open-items')
export class OpenItemsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: OpenItemsRepository,
  ) {}

  @Get()
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'listOpenItems',
    summary: 'List open items',
    description:
      'What customers owe and what is owed to vendors, item by item: each line of a party with what is open of it.',
  })
  @ApiList(openItemList, OpenItemList)
  list(@ListQuery(openItemList) query: ListRequest): Promise<Page<OpenItemView>> {
    return this.unitOfWork.read((transaction) => this.items.list(transaction, query));
  }

  @Get(':id')
  @Requires(accountingPermissions.readEntries)
  @ApiOperation({
    operationId: 'getOpenItem',
    summary: 'Read an open item',
    description: 'One item with what is open of it now.',
  })
  @ApiOkResponse({ type: OpenItemView })
  get(@IdParam() id: string): Promise<OpenItemView> {
    return this.unitOfWork.read((transaction) => this.items.get(transaction, id));
  }
}
