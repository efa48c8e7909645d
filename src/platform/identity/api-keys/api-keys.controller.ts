import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import { ApiKeyList, ApiKeyView, CreateApiKey, NewApiKeyView } from './api-keys.dto.js';
import { apiKeyList } from './api-keys.list.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('identity')
@Controller('v1/identity/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Requires(identityPermissions.readKeys)
  @Recorded('identity.api_key')
  @ApiOperation({
    operationId: 'listApiKeys',
    summary: 'List API keys',
    description: 'All of the organization, revoked ones included, the newest first; never their secrets.',
  })
  @ApiList(apiKeyList, ApiKeyList)
  list(@ListQuery(apiKeyList) query: ListRequest): Promise<Page<ApiKeyView>> {
    return this.keys.list(query);
  }

  @Post()
  @Requires(identityPermissions.manageKeys)
  @RequiresStepUp()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'createApiKey',
    summary: 'Create an API key',
    description:
      'Answers the secret, this once. The key may do what its scope says, as far as the person who made it may, and ends with the membership of that person. The answer is never stored, so there is no Idempotency-Key: sent again, the name is taken (409).',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: NewApiKeyView })
  create(@Body() body: CreateApiKey): Promise<NewApiKeyView> {
    return this.keys.create(body);
  }

  @Get(':id')
  @Requires(identityPermissions.readKeys)
  @Recorded('identity.api_key')
  @ApiOperation({
    operationId: 'getApiKey',
    summary: 'Read an API key',
    description: 'One key of the organization, without its secret.',
  })
  @ApiOkResponse({ type: ApiKeyView })
  get(@IdParam() id: string): Promise<ApiKeyView> {
    return this.keys.find(id);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Requires(identityPermissions.manageKeys)
  @Idempotent()
  @ApiOperation({
    operationId: 'revokeApiKey',
    summary: 'Revoke an API key',
    description: 'From the next request on it opens nothing, for good. A key never changes, so there is no If-Match.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ApiKeyView })
  revoke(@IdParam() id: string): Promise<ApiKeyView> {
    return this.keys.revoke(id);
  }
}
