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
import { ClientSecretList, ClientSecretView, CreateClientSecret, NewClientSecretView } from './client-secrets.dto.js';
import { clientSecretList } from './client-secrets.list.js';
import { ClientSecretsService } from './client-secrets.service.js';

@ApiTags('client-secrets')
@Controller('v1/client-secrets')
export class ClientSecretsController {
  constructor(private readonly secrets: ClientSecretsService) {}

  @Get()
  @Requires(identityPermissions.readServiceAccounts)
  @Recorded('identity.client_secret')
  @ApiOperation({
    operationId: 'listClientSecrets',
    summary: 'List secrets of service accounts',
    description: 'Of all service accounts, revoked ones included, the newest first; never the secrets themselves.',
  })
  @ApiList(clientSecretList, ClientSecretList)
  list(@ListQuery(clientSecretList) query: ListRequest): Promise<Page<ClientSecretView>> {
    return this.secrets.list(query);
  }

  @Post()
  @Requires(identityPermissions.manageServiceAccounts)
  @RequiresStepUp()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'createClientSecret',
    summary: 'Give a service account a secret',
    description:
      'Answers the secret, this once. The caller must hold all that the account may do. Two secrets of an account work at a time, so that programs can be moved from one to the next. The answer is never stored, so there is no Idempotency-Key.',
  })
  @ProblemResponses(404, 409)
  @ApiCreatedResponse({ type: NewClientSecretView })
  create(@Body() body: CreateClientSecret): Promise<NewClientSecretView> {
    return this.secrets.create(body);
  }

  @Get(':id')
  @Requires(identityPermissions.readServiceAccounts)
  @Recorded('identity.client_secret')
  @ApiOperation({
    operationId: 'getClientSecret',
    summary: 'Read about a secret of a service account',
    description: 'What is known of it, without the secret itself.',
  })
  @ApiOkResponse({ type: ClientSecretView })
  get(@IdParam() id: string): Promise<ClientSecretView> {
    return this.secrets.find(id);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Requires(identityPermissions.manageServiceAccounts)
  @Idempotent()
  @ApiOperation({
    operationId: 'revokeClientSecret',
    summary: 'Revoke a secret of a service account',
    description:
      'For good. From the next request on it gets no access token, and those got with it open nothing. A secret never changes, so there is no If-Match.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ClientSecretView })
  revoke(@IdParam() id: string): Promise<ClientSecretView> {
    return this.secrets.revoke(id);
  }
}
