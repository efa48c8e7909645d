import { Injectable } from '@nestjs/common';
import { Problem } from '#kernel/problem.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { platformProblems } from '../../http/platform.problems.js';
import { approvalPermissions } from '../approvals.permissions.js';
import { approvalProblems } from '../approvals.problems.js';
import { type ApprovableSubject, ApprovableSubjects } from '../approvable-subjects.js';
import { ApprovalPoliciesRepository } from '../policies/approval-policies.repository.js';
import { coveringPolicy } from '../policies/covering-policy.js';
import type { ApprovalRequestView, SubmitApprovalRequest } from './approval-requests.dto.js';
import { ApprovalRequestsRepository } from './approval-requests.repository.js';
import { PeopleOfRequest } from './people-of-request.service.js';
import { RequestChanges } from './request-changes.repository.js';

/** Asks for approvals. */
@Injectable()
export class RequestSubmission {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: ApprovableSubjects,
    private readonly policies: ApprovalPoliciesRepository,
    private readonly requests: ApprovalRequestsRepository,
    private readonly changes: RequestChanges,
    private readonly people: PeopleOfRequest,
  ) {}

  /** @throws Problem approval_subject_unknown, approval_pending, approval_not_required, approval_without_approvers */
  submit({ subjectKind, subjectId: named, reason = null }: SubmitApprovalRequest): Promise<ApprovalRequestView> {
    return this.unitOfWork.run(approvalPermissions.submitRequests.name, async (transaction) => {
      const subject = this.subjectOf(subjectKind);
      requireAsked(transaction, subject, reason);
      const subjectId = named.toLowerCase();
      const pending = await this.requests.findPending(transaction, subjectKind, subjectId);
      if (pending) throw approvalProblems.approval_pending(`The approval request ${pending} is pending already.`);
      const loaded = await subject.load(transaction, subjectId, { reason }).catch(namedInBody);
      // Whoever held the record meanwhile may have submitted it.
      const raced = await this.requests.findPending(transaction, subjectKind, subjectId);
      if (raced) throw approvalProblems.approval_pending(`The approval request ${raced} is pending already.`);
      const { makerId, makerRoles, authorIds, today } = await this.people.of(transaction, loaded.recordType, subjectId);
      const policy = coveringPolicy(await this.policies.active(transaction, subjectKind), { ...loaded, makerRoles });
      if (!policy) {
        throw approvalProblems.approval_not_required('No policy covers it: it can be done without an approval.');
      }
      const made = { kind: subjectKind, subjectId, reason, makerId, authorIds };
      const id = await this.changes.insert(transaction, loaded, made, policy, today);
      const [view] = await this.requests.getAll(transaction, [id]);
      await this.people.requireSome(transaction, view!);
      return view!;
    });
  }

  private subjectOf(kind: string): ApprovableSubject {
    const subject = this.subjects.get(kind);
    if (subject) return subject;
    const message = `These are submitted for approval: ${this.subjects.kinds.join(', ')}.`;
    throw approvalProblems.approval_subject_unknown(message, [
      { pointer: '/subjectKind', code: 'unknown_subject_kind', message },
    ]);
  }
}

/** What is missing is not what the address names, so it is no "not found". */
function namedInBody(error: unknown): never {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
  const { detail: message } = error;
  throw approvalProblems.approval_subject_unknown(message, [
    { pointer: '/subjectId', code: 'subject_unknown', message },
  ]);
}

function requireAsked({ acting }: Transaction, subject: ApprovableSubject, reason: string | null): void {
  const { name } = subject.submit;
  if (!acting.permissions.has(name)) throw platformProblems.forbidden(`This needs the permission ${name}.`);
  if (!subject.needsReason || reason !== null) return;
  const message = 'Say why: the approvers are told, and it becomes the reason of the record.';
  throw platformProblems.validation_failed(message, [{ pointer: '/reason', code: 'required', message }]);
}
