import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/transaction.js';
import { approvalProblems } from '../approvals.problems.js';
import { type ApprovableSubject, ApprovableSubjects } from '../approvable-subjects.js';
import { ApproversRepository } from '../approvers.repository.js';
import type { ApprovalRequestView } from './approval-requests.dto.js';
import type { HeldRequest } from './approval-requests.repository.js';
import { contentHashOf } from './canonical-json.js';
import { hasQuorum, lacking, type StepStanding } from './quorum.js';

/** How far a request is, and what comes of it in the end. */
@Injectable()
export class StepProgress {
  constructor(
    private readonly subjects: ApprovableSubjects,
    private readonly approvers: ApproversRepository,
  ) {}

  /**
   * Holds what is asked for, and proves that it is still what was shown.
   *
   * @throws Problem approval_content_changed, or why it cannot be carried out any more
   */
  async requireUnchanged(transaction: Transaction, request: HeldRequest): Promise<void> {
    const { subjectId, reason, context, contentHash } = request;
    const { content } = await this.subjectOf(request).load(transaction, subjectId, { reason, context });
    if (contentHashOf(content) === contentHash) return;
    throw approvalProblems.approval_content_changed(
      'What would be done is not what was submitted, such as by another exchange rate: the maker withdraws it and submits it anew.',
    );
  }

  async standing(transaction: Transaction, request: ApprovalRequestView): Promise<StepStanding> {
    const { rule, required, decisions } = request.steps[request.currentStep - 1]!;
    const approvers = await this.approvers.ofStep(transaction, request.id, request.currentStep);
    const approvedBy = decisions
      .filter(({ decision }) => decision === 'approve')
      .map(({ personId, onBehalfOf }) => onBehalfOf ?? personId);
    return { rule, required, approvers, approvedBy };
  }

  async isStepDone(transaction: Transaction, request: ApprovalRequestView): Promise<boolean> {
    return hasQuorum(await this.standing(transaction, request));
  }

  /** Who may decide at the current step and has not, and how many of them it takes. */
  async waitsFor(transaction: Transaction, request: ApprovalRequestView) {
    if (request.state !== 'pending') return { waitsFor: [], lacking: 0 };
    const standing = await this.standing(transaction, request);
    const waitsFor = standing.approvers.filter((one) => !standing.approvedBy.includes(one));
    return { waitsFor, lacking: lacking(standing) };
  }

  makesResult(request: ApprovalRequestView): boolean {
    return this.subjectOf(request).makesResult;
  }

  async release(transaction: Transaction, request: HeldRequest): Promise<void> {
    await this.subjectOf(request).release(transaction, request);
  }

  private subjectOf({ subjectKind }: ApprovalRequestView): ApprovableSubject {
    const subject = this.subjects.get(subjectKind);
    if (!subject) throw new Error(`Nobody knows how to carry out ${subjectKind}.`);
    return subject;
  }
}
