import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { ApprovableSubjects } from './approvable-subjects.js';
import { ApprovalNotices } from './approval-notices.service.js';
import { Approvals } from './approvals.service.js';
import { ApproversRepository } from './approvers.repository.js';
import { ApprovalDelegationsController } from './delegations/approval-delegations.controller.js';
import { ApprovalDelegationsService } from './delegations/approval-delegations.service.js';
import { DueApprovalsJob } from './due-approvals.job.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxService } from './inbox/inbox.service.js';
import { WaitingRepository } from './inbox/waiting.repository.js';
import { ApprovalPoliciesController } from './policies/approval-policies.controller.js';
import { ApprovalPoliciesRepository } from './policies/approval-policies.repository.js';
import { ApprovalPoliciesService } from './policies/approval-policies.service.js';
import { ApprovalRequestsController } from './requests/approval-requests.controller.js';
import { ApprovalRequestsRepository } from './requests/approval-requests.repository.js';
import { ApprovalRequestsService } from './requests/approval-requests.service.js';
import { PeopleOfRequest } from './requests/people-of-request.service.js';
import { RequestChanges } from './requests/request-changes.repository.js';
import { RequestDecisions } from './requests/request-decisions.service.js';
import { RequestSubmission } from './requests/request-submission.service.js';
import { StepProgress } from './requests/step-progress.service.js';

/** What people ask others to approve, in all modules, and what waits for whom. */
@Module({
  imports: [OrganizationsModule],
  controllers: [ApprovalPoliciesController, ApprovalRequestsController, ApprovalDelegationsController, InboxController],
  providers: [
    ApprovableSubjects,
    ApprovalNotices,
    Approvals,
    ApprovalDelegationsService,
    ApprovalPoliciesRepository,
    ApprovalPoliciesService,
    ApprovalRequestsRepository,
    ApprovalRequestsService,
    ApproversRepository,
    DueApprovalsJob,
    InboxService,
    PeopleOfRequest,
    RequestChanges,
    RequestDecisions,
    RequestSubmission,
    StepProgress,
    WaitingRepository,
  ],
  exports: [ApprovableSubjects, Approvals],
})
export class ApprovalsModule {}
