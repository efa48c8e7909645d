import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParam } from '../../http/id-param.js';
import { ProblemResponses } from '../../http/openapi/operation-marks.js';
import { Idempotent } from '../../idempotency/idempotent.decorator.js';
import { ApiList, ListQuery } from '../../listing/list.decorators.js';
import { ListRequest, type Page } from '../../listing/list-request.js';
import { Requires } from '../../permissions/requires.decorator.js';
import { approvalPermissions } from '../approvals.permissions.js';
import {
  ApprovalCommentView,
  ApprovalRequestDetailView,
  ApprovalRequestList,
  ApprovalRequestView,
  ApproveRequest,
  CreateApprovalComment,
  RejectRequest,
  SubmitApprovalRequest,
  WithdrawRequest,
} from './approval-requests.dto.js';
import { approvalRequestList } from './approval-requests.list.js';
import { ApprovalRequestsService } from './approval-requests.service.js';
import { RequestDecisions } from './request-decisions.service.js';
import { RequestSubmission } from './request-submission.service.js';

@ApiTags('approval-requests')
@Controller('v1/approval-requests')
export class ApprovalRequestsController {
  constructor(
    private readonly requests: ApprovalRequestsService,
    private readonly submission: RequestSubmission,
    private readonly decisions: RequestDecisions,
  ) {}

  @Get()
  @Requires(approvalPermissions.readRequests)
  @ApiOperation({
    operationId: 'listApprovalRequests',
    summary: 'List approval requests',
    description: 'What was submitted for approval, with its steps and decisions, the newest first.',
  })
  @ApiList(approvalRequestList, ApprovalRequestList)
  list(@ListQuery(approvalRequestList) query: ListRequest): Promise<Page<ApprovalRequestView>> {
    return this.requests.list(query);
  }

  @Post()
  @Requires(approvalPermissions.submitRequests)
  @Idempotent()
  @ApiOperation({
    operationId: 'submitApprovalRequest',
    summary: 'Submit something for approval',
    description:
      'Asks the approvers of the policy that covers it. It has to be ready: a draft that could not be posted is refused with what is wrong. The request keeps the steps of the policy as it is now. Editing the draft voids the request. What no policy covers needs none (409 `approval_not_required`).',
  })
  @ProblemResponses(409)
  @ApiCreatedResponse({ type: ApprovalRequestView })
  submit(@Body() body: SubmitApprovalRequest): Promise<ApprovalRequestView> {
    return this.submission.submit(body);
  }

  @Get(':id')
  @Requires(approvalPermissions.seeRequests)
  @ApiOperation({
    operationId: 'getApprovalRequest',
    summary: 'Read an approval request',
    description:
      'With all that is asked for, its steps, decisions and comments, and whom it waits for. For whoever may read requests, and for those who made it, decide or decided.',
  })
  @ApiOkResponse({ type: ApprovalRequestDetailView })
  get(@IdParam() id: string): Promise<ApprovalRequestDetailView> {
    return this.requests.find(id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Requires(approvalPermissions.takePart)
  @Idempotent()
  @ApiOperation({
    operationId: 'approveApprovalRequest',
    summary: 'Approve a request',
    description:
      'One decision of each person at each step, by people who are signed in and approvers of the step at this moment, or delegates of one. Nobody approves what they submitted or wrote, by whatever credential. The approval that completes the last step carries out what was asked for, in the same transaction: where that is refused, nothing is decided.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ApprovalRequestView })
  approve(@IdParam() id: string, @Body() body: ApproveRequest): Promise<ApprovalRequestView> {
    return this.decisions.approve(id, body);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Requires(approvalPermissions.takePart)
  @Idempotent()
  @ApiOperation({
    operationId: 'rejectApprovalRequest',
    summary: 'Reject a request',
    description:
      'Ends the request, for a reason: one approver is enough. A draft is a draft again, to be changed and submitted anew.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ApprovalRequestView })
  reject(@IdParam() id: string, @Body() body: RejectRequest): Promise<ApprovalRequestView> {
    return this.decisions.reject(id, body);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires(approvalPermissions.submitRequests)
  @Idempotent()
  @ApiOperation({
    operationId: 'withdrawApprovalRequest',
    summary: 'Withdraw a request',
    description: 'Ends a request of one’s own that is pending. A draft is a draft again.',
  })
  @ProblemResponses(409)
  @ApiOkResponse({ type: ApprovalRequestView })
  withdraw(@IdParam() id: string, @Body() body: WithdrawRequest): Promise<ApprovalRequestView> {
    return this.requests.withdraw(id, body);
  }

  @Post(':id/comments')
  @Requires(approvalPermissions.takePart)
  @Idempotent()
  @ApiOperation({
    operationId: 'createApprovalComment',
    summary: 'Comment on a request',
    description: 'A question or an answer of somebody who may read the request. Comments stay as they are.',
  })
  @ApiCreatedResponse({ type: ApprovalCommentView })
  comment(@IdParam() id: string, @Body() body: CreateApprovalComment): Promise<ApprovalCommentView> {
    return this.requests.comment(id, body);
  }
}
