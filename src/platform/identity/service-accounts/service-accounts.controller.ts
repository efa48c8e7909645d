import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Recorded } from '#platform/access-log/recorded.decorator.js';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import {
  CreateServiceAccount,
  ServiceAccountList,
  ServiceAccountView,
  UpdateServiceAccount,
} from './service-accounts.dto.js';
import { serviceAccountList } from './service-accounts.list.js';
import { ServiceAccountsService } from './service-accounts.service.js';

@ApiTags('service-accounts')
@Controller('v1/service-accounts')
export class ServiceAccountsController {
  constructor(private readonly accounts: ServiceAccountsService) {}

  @Get()
  @Requires(identityPermissions.readServiceAccounts)
  @Recorded('identity.service_account')
  @ApiOperation({
    operationId: 'listServiceAccounts',
    summary: 'List service accounts',
    description: 'All of the organization, inactive ones included, in the order of their names.',
  })
  @ApiList(serviceAccountList, ServiceAccountList)
  list(@ListQuery(serviceAccountList) query: ListRequest): Promise<Page<ServiceAccountView>> {
    return this.accounts.list(query);
  }

  @Post()
  @Requires(identityPermissions.manageServiceAccounts)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'createServiceAccount',
    summary: 'Create a service account',
    description:
      'A program that acts for the organization under a name of its own, with no more than the caller holds. It gets in with a secret (`createClientSecret`).',
  })
  @Versioned()
  @ApiCreatedResponse({ type: ServiceAccountView })
  create(@Body() body: CreateServiceAccount): Promise<ServiceAccountView> {
    return this.accounts.create(body);
  }

  @Get(':id')
  @Requires(identityPermissions.readServiceAccounts)
  @Recorded('identity.service_account')
  @ApiOperation({
    operationId: 'getServiceAccount',
    summary: 'Read a service account',
    description: 'One service account of the organization.',
  })
  @Versioned()
  @ApiOkResponse({ type: ServiceAccountView })
  get(@IdParam() id: string): Promise<ServiceAccountView> {
    return this.accounts.find(id);
  }

  @Patch(':id')
  @Requires(identityPermissions.manageServiceAccounts)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateServiceAccount',
    summary: 'Change a service account',
    description:
      'Fields that are left out stay as they are. What is added must be held by the caller; what is taken away is gone from the next request on, also of access tokens that are out.',
  })
  @Versioned()
  @ApiOkResponse({ type: ServiceAccountView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateServiceAccount,
  ): Promise<ServiceAccountView> {
    return this.accounts.update(id, version, body);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @Requires(identityPermissions.manageServiceAccounts)
  @Idempotent()
  @ApiOperation({
    operationId: 'deactivateServiceAccount',
    summary: 'Deactivate a service account',
    description: 'From the next request on its access tokens open nothing, and its secrets are revoked for good.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: ServiceAccountView })
  deactivate(@IdParam() id: string, @IfMatch() version: number): Promise<ServiceAccountView> {
    return this.accounts.deactivate(id, version);
  }

  @Post(':id/reactivate')
  @HttpCode(200)
  @Requires(identityPermissions.manageServiceAccounts)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'reactivateServiceAccount',
    summary: 'Reactivate a service account',
    description: 'It may do again what it could, all of which the caller must hold, once it has got a new secret.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: ServiceAccountView })
  reactivate(@IdParam() id: string, @IfMatch() version: number): Promise<ServiceAccountView> {
    return this.accounts.reactivate(id, version);
  }
}
