import { Injectable } from '@nestjs/common';
import { given } from '#kernel/given.js';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { builtInRoles } from '../../permissions/permission.js';
import { approvalPermissions } from '../approvals.permissions.js';
import { approvalProblems } from '../approvals.problems.js';
import { type ApprovableSubject, ApprovableSubjects } from '../approvable-subjects.js';
import { ApproversRepository } from '../approvers.repository.js';
import type { ApprovalPolicyView, CreateApprovalPolicy, UpdateApprovalPolicy } from './approval-policies.dto.js';
import { ApprovalPoliciesRepository, type PolicyContent } from './approval-policies.repository.js';
import { faultsOfSteps, stepOf } from './plan-steps.js';

const MANAGE = approvalPermissions.managePolicies.name;
const builtIn = new Set<string>(builtInRoles);

/** What needs an approval, and whose. Each change counts for what is asked from then on. */
@Injectable()
export class ApprovalPoliciesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: ApprovalPoliciesRepository,
    private readonly subjects: ApprovableSubjects,
    private readonly approvers: ApproversRepository,
  ) {}

  list(request: ListRequest): Promise<Page<ApprovalPolicyView>> {
    return this.unitOfWork.read((transaction) => this.policies.list(transaction, request));
  }

  find(id: string): Promise<ApprovalPolicyView> {
    return this.unitOfWork.read((transaction) => this.policies.get(transaction, id));
  }

  /** @throws Problem approval_policy_refused */
  create({ subjectKind, ...body }: CreateApprovalPolicy): Promise<ApprovalPolicyView> {
    return this.unitOfWork.run(MANAGE, async (transaction) => {
      const subject = this.subjects.get(subjectKind);
      if (!subject) {
        const message = `These need approvals where a policy says so: ${this.subjects.kinds.join(', ')}.`;
        throw refusal([{ pointer: '/subjectKind', code: 'unknown_subject_kind', message }]);
      }
      const content: PolicyContent = {
        name: body.name,
        amountFrom: body.amountFrom ?? null,
        currency: body.currency ?? null,
        legalEntityId: body.legalEntityId?.toLowerCase() ?? null,
        makerRole: body.makerRole ?? null,
        steps: body.steps.map(stepOf),
        isActive: body.isActive ?? true,
      };
      await this.requireSound(transaction, subject, content);
      if (content.legalEntityId !== null) await subject.requireLegalEntity(content.legalEntityId);
      const id = newId();
      await this.policies.insert(transaction, id, subjectKind, content);
      return this.policies.get(transaction, id);
    });
  }

  /** @throws Problem approval_policy_refused */
  update(id: string, seenVersion: number, { steps, ...body }: UpdateApprovalPolicy) {
    return this.unitOfWork.run(MANAGE, async (transaction): Promise<ApprovalPolicyView> => {
      const policy = await this.policies.hold(transaction, id);
      requireVersion(policy.version, seenVersion);
      const content: PolicyContent = {
        ...policy,
        ...given(body),
        steps: steps?.map(stepOf) ?? policy.steps,
      };
      const subject = this.subjects.get(policy.subjectKind);
      if (subject) await this.requireSound(transaction, subject, content);
      await this.policies.update(transaction, id, content);
      return this.policies.get(transaction, id);
    });
  }

  private async requireSound(
    transaction: Transaction,
    subject: ApprovableSubject,
    content: PolicyContent,
  ): Promise<void> {
    const errors = [
      ...faultsOfAmount(subject, content),
      ...faultsOfSteps(content.steps),
      ...(await this.unknownRoles(transaction, content)),
      ...(await this.unknownPeople(transaction, content)),
    ];
    if (errors.length > 0) throw refusal(errors);
  }

  private async unknownRoles(transaction: Transaction, { steps, makerRole }: PolicyContent): Promise<ProblemError[]> {
    const named = [
      ...(makerRole === null ? [] : [{ role: makerRole, pointer: '/makerRole' }]),
      ...steps.flatMap(({ approverRoles, escalationRoles }, step) => [
        ...approverRoles.map((role, at) => ({ role, pointer: `/steps/${step}/approverRoles/${at}` })),
        ...escalationRoles.map((role, at) => ({ role, pointer: `/steps/${step}/escalationRoles/${at}` })),
      ]),
    ].filter(({ role }) => !builtIn.has(role));
    if (named.length === 0) return [];
    const known = await this.approvers.activeRoles(
      transaction,
      named.map(({ role }) => role),
    );
    return named.flatMap(({ role, pointer }) =>
      known.has(role) ? [] : [{ pointer, code: 'role_unknown', message: `There is no active role ${role}.` }],
    );
  }

  private async unknownPeople(transaction: Transaction, { steps }: PolicyContent): Promise<ProblemError[]> {
    const named = steps.flatMap(({ approverIds, escalationIds }, step) => [
      ...approverIds.map((id, at) => ({ id, pointer: `/steps/${step}/approverIds/${at}` })),
      ...escalationIds.map((id, at) => ({ id, pointer: `/steps/${step}/escalationIds/${at}` })),
    ]);
    if (named.length === 0) return [];
    const known = await this.approvers.activePeople(
      transaction,
      named.map(({ id }) => id),
    );
    return named.flatMap(({ id, pointer }) =>
      known.has(id) ? [] : [{ pointer, code: 'person_unknown', message: `No active member is the person ${id}.` }],
    );
  }
}

function faultsOfAmount({ hasAmount, words }: ApprovableSubject, content: PolicyContent): ProblemError[] {
  if (hasAmount) return [];
  const message = `What is approved is ${words}: it has no amount and no currency.`;
  return (['amountFrom', 'currency'] as const).flatMap((field) =>
    content[field] === null ? [] : [{ pointer: `/${field}`, code: 'no_amount', message }],
  );
}

function refusal(errors: ProblemError[]) {
  const [first] = errors;
  return approvalProblems.approval_policy_refused(
    errors.length === 1 ? first!.message : `${errors.length} rules are broken; see errors.`,
    errors,
  );
}
