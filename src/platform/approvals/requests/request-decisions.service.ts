import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#kernel/calendar-date.js';
import { newId } from '#kernel/id.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { OrganizationClock } from '../../organizations/organization-clock.js';
import { actingPerson } from '../acting-person.js';
import { approvalPermissions } from '../approvals.permissions.js';
import { approvalProblems } from '../approvals.problems.js';
import { WaitingRepository } from '../inbox/waiting.repository.js';
import type { ApprovalRequestView, ApproveRequest, RejectRequest } from './approval-requests.dto.js';
import { ApprovalRequestsRepository, type HeldRequest } from './approval-requests.repository.js';
import { type DecisionOfPerson, RequestChanges } from './request-changes.repository.js';
import { requirePending } from './require-pending.js';
import { StepProgress } from './step-progress.service.js';

const DECIDE = approvalPermissions.takePart.name;

/** What people decide: each once at a step, nobody on what is their own, and about what they were shown. */
@Injectable()
export class RequestDecisions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly requests: ApprovalRequestsRepository,
    private readonly waiting: WaitingRepository,
    private readonly changes: RequestChanges,
    private readonly progress: StepProgress,
  ) {}

  /** @throws Problem approval_content_changed besides, or whatever refuses what was asked for */
  approve(id: string, { contentHash, comment = null, onBehalfOf = null }: ApproveRequest) {
    return this.unitOfWork.run(DECIDE, async (transaction): Promise<ApprovalRequestView> => {
      const request = await this.requests.hold(transaction, id);
      const today = await this.clock.today(transaction);
      const place = await this.placeIn(transaction, request, today, onBehalfOf);
      if (contentHash !== request.contentHash) {
        throw approvalProblems.approval_content_changed('The content hash is not that of the request: read it again.');
      }
      await this.progress.requireUnchanged(transaction, request);
      await this.changes.decide(transaction, request, { ...place, decision: 'approve', comment });
      const held = await this.requests.get(transaction, id);
      if (await this.progress.isStepDone(transaction, held)) await this.goOn(transaction, held, today);
      else await this.changes.tellApproval(transaction, held);
      return this.view(transaction, id);
    });
  }

  reject(id: string, { reason, onBehalfOf = null }: RejectRequest): Promise<ApprovalRequestView> {
    return this.unitOfWork.run(DECIDE, async (transaction) => {
      const request = await this.requests.hold(transaction, id);
      const place = await this.placeIn(transaction, request, await this.clock.today(transaction), onBehalfOf);
      await this.changes.decide(transaction, request, { ...place, decision: 'reject', comment: reason });
      await this.changes.end(transaction, request, { state: 'rejected', reason, by: place.personId });
      return this.view(transaction, id);
    });
  }

  /** To the next step, or to what was asked for. */
  private async goOn(transaction: Transaction, request: HeldRequest, today: CalendarDate): Promise<void> {
    if (request.currentStep < request.steps.length) return this.changes.advance(transaction, request, today);
    const resultId = this.progress.makesResult(request) ? newId() : null;
    const by = actingPerson(transaction);
    await this.changes.end(transaction, request, { state: 'approved', reason: null, by, resultId });
    await this.progress.release(transaction, { ...request, resultId });
  }

  /** By what right the person decides. */
  private async placeIn(
    transaction: Transaction,
    request: HeldRequest,
    today: CalendarDate,
    onBehalfOf: string | null,
  ): Promise<Pick<DecisionOfPerson, 'personId' | 'onBehalfOf' | 'delegationId'>> {
    requirePending(request, today);
    const personId = actingPerson(transaction);
    if (request.authorIds.includes(personId)) {
      throw approvalProblems.approval_not_own('Whoever asks for it, or wrote it, does not decide on it.');
    }
    const { decisions } = request.steps[request.currentStep - 1]!;
    if (decisions.some((decision) => decision.personId === personId)) {
      throw approvalProblems.approval_decided('You have decided at this step already.');
    }
    const named = onBehalfOf?.toLowerCase() ?? null;
    const place = await this.waiting.placeIn(transaction, request.id, personId, today, named);
    if (!place) {
      throw approvalProblems.approval_not_yours(
        named === null
          ? 'You are no approver of this step, and no approver who has yet to decide has delegated to you.'
          : 'You cannot decide in the place of that person: they are no approver of this step, wrote it, have decided, or have not delegated to you.',
      );
    }
    return { personId, onBehalfOf: place.onBehalfOf, delegationId: place.delegationId };
  }

  private async view(transaction: Transaction, id: string): Promise<ApprovalRequestView> {
    const [view] = await this.requests.getAll(transaction, [id]);
    return view!;
  }
}
