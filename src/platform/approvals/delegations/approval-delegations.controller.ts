import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { approvalPermissions } from '../approvals.permissions.js';
import {
  ApprovalDelegationList,
  ApprovalDelegationView,
  CreateApprovalDelegation,
} from './approval-delegations.dto.js';
import { approvalDelegationList } from './approval-delegations.list.js';
import { ApprovalDelegationsService } from './approval-delegations.service.js';

@ApiTags('approval-delegations')
@Controller('v1/approval-delegations')
export class ApprovalDelegationsController {
  constructor(private readonly delegations: ApprovalDelegationsService) {}

  @Get()
  @Requires(approvalPermissions.takePart)
  @ApiOperation({
    operationId: 'listApprovalDelegations',
    summary: 'List approval delegations',
    description: 'Those from and to the caller, the newest first; all of them for whoever manages delegations.',
  })
  @ApiList(approvalDelegationList, ApprovalDelegationList)
  list(@ListQuery(approvalDelegationList) query: ListRequest): Promise<Page<ApprovalDelegationView>> {
    return this.delegations.list(query);
  }

  @Post()
  @Requires(approvalPermissions.takePart)
  @Idempotent()
  @ApiOperation({
    operationId: 'createApprovalDelegation',
    summary: 'Delegate approvals',
    description:
      'On these days another person may decide what the delegator may, in their place, and the decision names both. It passes on no right to decide what is the delegate’s own or the delegator’s, and goes no further than one person.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: ApprovalDelegationView })
  create(@Body() body: CreateApprovalDelegation): Promise<ApprovalDelegationView> {
    return this.delegations.create(body);
  }

  @Get(':id')
  @Requires(approvalPermissions.takePart)
  @ApiOperation({
    operationId: 'getApprovalDelegation',
    summary: 'Read an approval delegation',
    description: 'One delegation from or to the caller; any of them for whoever manages delegations.',
  })
  @Versioned()
  @ApiOkResponse({ type: ApprovalDelegationView })
  get(@IdParam() id: string): Promise<ApprovalDelegationView> {
    return this.delegations.find(id);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Requires(approvalPermissions.takePart)
  @Idempotent()
  @ApiOperation({
    operationId: 'revokeApprovalDelegation',
    summary: 'Revoke an approval delegation',
    description: 'It ends at once. What the delegate decided stands.',
  })
  @Versioned()
  @ProblemResponses(409)
  @ApiOkResponse({ type: ApprovalDelegationView })
  revoke(@IdParam() id: string, @IfMatch() version: number): Promise<ApprovalDelegationView> {
    return this.delegations.revoke(id, version);
  }
}
