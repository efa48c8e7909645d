import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { OrganizationClock } from '../../organizations/organization-clock.js';
import { actingPerson } from '../acting-person.js';
import { approvalPermissions } from '../approvals.permissions.js';
import { approvalProblems } from '../approvals.problems.js';
import { WaitingRepository } from '../inbox/waiting.repository.js';
import type {
  ApprovalCommentView,
  ApprovalRequestDetailView,
  ApprovalRequestView,
  CreateApprovalComment,
  WithdrawRequest,
} from './approval-requests.dto.js';
import { ApprovalRequestsRepository } from './approval-requests.repository.js';
import { RequestChanges } from './request-changes.repository.js';
import { StepProgress } from './step-progress.service.js';

/** Requests for those who may read all of them, and for those who take part. */
@Injectable()
export class ApprovalRequestsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly requests: ApprovalRequestsRepository,
    private readonly waiting: WaitingRepository,
    private readonly changes: RequestChanges,
    private readonly progress: StepProgress,
  ) {}

  list(request: ListRequest): Promise<Page<ApprovalRequestView>> {
    return this.unitOfWork.read((transaction) => this.requests.list(transaction, request));
  }

  /** @throws Problem not_found, also where it is nothing to the caller */
  find(id: string): Promise<ApprovalRequestDetailView> {
    return this.unitOfWork.read(async (transaction) => {
      const { context: _context, ...request } = await this.requests.get(transaction, id);
      await this.requirePart(transaction, request);
      const comments = await this.requests.comments(transaction, id);
      return { ...request, ...(await this.progress.waitsFor(transaction, request)), comments };
    });
  }

  /** @throws Problem approval_not_yours, approval_ended */
  withdraw(id: string, { reason = null }: WithdrawRequest): Promise<ApprovalRequestView> {
    return this.unitOfWork.run(approvalPermissions.submitRequests.name, async (transaction) => {
      const request = await this.requests.hold(transaction, id);
      const by = actingPerson(transaction);
      if (request.makerId !== by) throw approvalProblems.approval_not_yours('Whoever asked for it withdraws it.');
      if (request.state !== 'pending') throw approvalProblems.approval_ended(`The request is ${request.state}.`);
      await this.changes.end(transaction, request, { state: 'withdrawn', reason, by });
      const [view] = await this.requests.getAll(transaction, [id]);
      return view!;
    });
  }

  /** @throws Problem not_found, also where it is nothing to the caller */
  comment(id: string, { body }: CreateApprovalComment): Promise<ApprovalCommentView> {
    return this.unitOfWork.run(approvalPermissions.takePart.name, async (transaction) => {
      await this.requirePart(transaction, await this.requests.get(transaction, id));
      const personId = actingPerson(transaction);
      const commentId = await this.changes.comment(transaction, id, personId, body);
      return { id: commentId, personId, body, createdAt: (await transaction.startedAt).toISOString() };
    });
  }

  private async requirePart(transaction: Transaction, request: ApprovalRequestView): Promise<void> {
    if (transaction.acting.permissions.has(approvalPermissions.readRequests.name)) return;
    const { id, authorIds, steps } = request;
    const personId = actingPerson(transaction);
    if (authorIds.includes(personId)) return;
    if (
      steps.some(({ decisions }) => decisions.some((one) => one.personId === personId || one.onBehalfOf === personId))
    ) {
      return;
    }
    const today = await this.clock.today(transaction);
    if (await this.waiting.placeIn(transaction, id, personId, today, null)) return;
    throw platformProblems.not_found(`There is no approval request ${id}.`);
  }
}
