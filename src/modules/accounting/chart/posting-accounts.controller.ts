import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '#platform/http/etag.js';
import { IdParam } from '#platform/http/id-param.js';
import { ProblemResponses } from '#platform/http/openapi/operation-marks.js';
import { Idempotent } from '#platform/idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '#platform/listing/list.decorators.js';
import { ListRequest, type Page } from '#platform/listing/list-request.js';
import { Requires } from '#platform/permissions/requires.decorator.js';
import { accountingPermissions } from '../accounting.permissions.js';
import {
  CreatePostingAccount,
  PostingAccountList,
  PostingAccountView,
  UpdatePostingAccount,
} from './posting-accounts.dto.js';
import { postingAccountList } from './posting-accounts.list.js';
import { PostingAccountsService } from './posting-accounts.service.js';

@ApiTags('accounting')
@Controller('v1/accounting/posting-accounts')
export class PostingAccountsController {
  constructor(private readonly postingAccounts: PostingAccountsService) {}

  @Get()
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'listPostingAccounts',
    summary: 'List posting accounts',
    description: 'The accounts that documents post to where nobody says otherwise, by purpose.',
  })
  @ApiList(postingAccountList, PostingAccountList)
  list(@ListQuery(postingAccountList) query: ListRequest): Promise<Page<PostingAccountView>> {
    return this.postingAccounts.list(query);
  }

  @Post()
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'createPostingAccount',
    summary: 'Name a posting account',
    description:
      'Names the account that documents post to for a purpose where nobody says otherwise. A purpose that has one already is refused (409): change that one.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: PostingAccountView })
  create(@Body() body: CreatePostingAccount): Promise<PostingAccountView> {
    return this.postingAccounts.create(body);
  }

  @Get(':id')
  @Requires(accountingPermissions.readBooks)
  @ApiOperation({
    operationId: 'getPostingAccount',
    summary: 'Read a posting account',
    description: 'The account of one legal entity for one purpose.',
  })
  @Versioned()
  @ApiOkResponse({ type: PostingAccountView })
  get(@IdParam() id: string): Promise<PostingAccountView> {
    return this.postingAccounts.find(id);
  }

  @Patch(':id')
  @Requires(accountingPermissions.manageBooks)
  @Idempotent()
  @ApiOperation({
    operationId: 'updatePostingAccount',
    summary: 'Change a posting account',
    description:
      'Names another account for the purpose. Documents that are posted from now on use it; what is posted stays where it is.',
  })
  @Versioned()
  @ApiOkResponse({ type: PostingAccountView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdatePostingAccount,
  ): Promise<PostingAccountView> {
    return this.postingAccounts.update(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires(accountingPermissions.manageBooks)
  @ApiOperation({
    operationId: 'deletePostingAccount',
    summary: 'Delete a posting account',
    description:
      'The legal entity names no account for the purpose any more; documents that need one are refused until it does. What is posted stays where it is, and the audit trail keeps what was named.',
  })
  @ApiNoContentResponse({ description: 'No account is named for the purpose.' })
  delete(@IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.postingAccounts.delete(id, version);
  }
}
