import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch, Versioned } from '../../http/etag.js';
import { IdParam } from '../../http/id-param.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires, RequiresStepUp } from '../../permissions/requires.decorator.js';
import { approvalPermissions } from '../approvals.permissions.js';
import {
  ApprovalPolicyList,
  ApprovalPolicyView,
  CreateApprovalPolicy,
  UpdateApprovalPolicy,
} from './approval-policies.dto.js';
import { approvalPolicyList } from './approval-policies.list.js';
import { ApprovalPoliciesService } from './approval-policies.service.js';

@ApiTags('approval-policies')
@Controller('v1/approval-policies')
export class ApprovalPoliciesController {
  constructor(private readonly policies: ApprovalPoliciesService) {}

  @Get()
  @Requires(approvalPermissions.readPolicies)
  @ApiOperation({
    operationId: 'listApprovalPolicies',
    summary: 'List approval policies',
    description: 'What needs an approval and whose, the oldest first, inactive ones included.',
  })
  @ApiList(approvalPolicyList, ApprovalPolicyList)
  list(@ListQuery(approvalPolicyList) query: ListRequest): Promise<Page<ApprovalPolicyView>> {
    return this.policies.list(query);
  }

  @Post()
  @Requires(approvalPermissions.managePolicies)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'createApprovalPolicy',
    summary: 'Create an approval policy',
    description:
      'From now on what it covers happens by approval only, by whatever way it is asked for. Of several policies that cover something the one with the highest limit decides. Whoever makes a policy gets no say by that, and nobody ever decides on what is their own.',
  })
  @Versioned()
  @ApiCreatedResponse({ type: ApprovalPolicyView })
  create(@Body() body: CreateApprovalPolicy): Promise<ApprovalPolicyView> {
    return this.policies.create(body);
  }

  @Get(':id')
  @Requires(approvalPermissions.readPolicies)
  @ApiOperation({
    operationId: 'getApprovalPolicy',
    summary: 'Read an approval policy',
    description: 'One policy with its conditions and steps.',
  })
  @Versioned()
  @ApiOkResponse({ type: ApprovalPolicyView })
  get(@IdParam() id: string): Promise<ApprovalPolicyView> {
    return this.policies.find(id);
  }

  @Patch(':id')
  @Requires(approvalPermissions.managePolicies)
  @RequiresStepUp()
  @Idempotent()
  @ApiOperation({
    operationId: 'updateApprovalPolicy',
    summary: 'Change an approval policy',
    description:
      'What is left out stays, null clears a condition, and steps replace all steps. Requests that are under way keep the steps that they were made under. With `isActive: false` it asks for nothing any more.',
  })
  @Versioned()
  @ApiOkResponse({ type: ApprovalPolicyView })
  update(
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateApprovalPolicy,
  ): Promise<ApprovalPolicyView> {
    return this.policies.update(id, version, body);
  }
}
