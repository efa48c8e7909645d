import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { identityPermissions } from '../identity.permissions.js';
import {
  CreateSecondFactorRecovery,
  SecondFactorRecoveryList,
  SecondFactorRecoveryView,
} from './second-factor-recoveries.dto.js';
import { secondFactorRecoveryList } from './second-factor-recoveries.list.js';
import { SecondFactorRecoveriesService } from './second-factor-recoveries.service.js';

@ApiTags('identity')
@Controller('v1/identity/second-factor-recoveries')
export class SecondFactorRecoveriesController {
  constructor(private readonly recoveries: SecondFactorRecoveriesService) {}

  @Get()
  @Requires(identityPermissions.recoverSecondFactors)
  @ApiOperation({
    operationId: 'listSecondFactorRecoveries',
    summary: 'List recoveries of lost second factors',
    description: 'All of the organization, the newest first.',
  })
  @ApiList(secondFactorRecoveryList, SecondFactorRecoveryList)
  list(@ListQuery(secondFactorRecoveryList) query: ListRequest): Promise<Page<SecondFactorRecoveryView>> {
    return this.recoveries.list(query);
  }

  @Post()
  @Requires(identityPermissions.recoverSecondFactors)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'createSecondFactorRecovery',
    summary: 'Ask for the recovery of a lost second factor',
    description:
      'Of a member who can prove the second factor no more and has no recovery code. Somebody else approves it within three days. Only the organization that the person has belonged to for longest can do it; whoever operates the installation can as well.',
  })
  @Versioned()
  @ProblemResponses(404, 409)
  @ApiCreatedResponse({ type: SecondFactorRecoveryView })
  create(@Body() body: CreateSecondFactorRecovery): Promise<SecondFactorRecoveryView> {
    return this.recoveries.create(body);
  }

  @Get(':id')
  @Requires(identityPermissions.recoverSecondFactors)
  @ApiOperation({
    operationId: 'getSecondFactorRecovery',
    summary: 'Read a recovery of a lost second factor',
    description: 'One recovery of the organization, with who asked for it and who decided.',
  })
  @Versioned()
  @ApiOkResponse({ type: SecondFactorRecoveryView })
  get(@IdParam() id: string): Promise<SecondFactorRecoveryView> {
    return this.recoveries.find(id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Requires(identityPermissions.recoverSecondFactors)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'approveSecondFactorRecovery',
    summary: 'Approve the recovery of a lost second factor',
    description:
      'Neither who asked for it nor the person concerned can. At once all authenticators and recovery codes of the person are gone and all sessions have ended; the password stays, and is asked for alone until there is a new authenticator. Every organization of the person sees it.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: SecondFactorRecoveryView })
  approve(@IdParam() id: string, @IfMatch() version: number): Promise<SecondFactorRecoveryView> {
    return this.recoveries.approve(id, version);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Requires(identityPermissions.recoverSecondFactors)
  @Idempotent()
  @ApiOperation({
    operationId: 'cancelSecondFactorRecovery',
    summary: 'Cancel the recovery of a lost second factor',
    description: 'By whoever may ask for one. Nothing happens to the second factor; a new recovery can be asked for.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: SecondFactorRecoveryView })
  cancel(@IdParam() id: string, @IfMatch() version: number): Promise<SecondFactorRecoveryView> {
    return this.recoveries.cancel(id, version);
  }
}
