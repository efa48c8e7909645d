import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { approvalProblems } from './approvals.problems.js';
import { ApproversRepository } from './approvers.repository.js';
import { ApprovalPoliciesRepository } from './policies/approval-policies.repository.js';
import { covers, type PolicyCase, type PolicyConditions } from './policies/covering-policy.js';
import { ApprovalRequestsRepository } from './requests/approval-requests.repository.js';
import { RequestChanges } from './requests/request-changes.repository.js';

/** What modules ask of approvals, within their commands. */
@Injectable()
export class Approvals {
  constructor(
    private readonly policies: ApprovalPoliciesRepository,
    private readonly requests: ApprovalRequestsRepository,
    private readonly changes: RequestChanges,
    private readonly approvers: ApproversRepository,
  ) {}

  /** The same for a kind without an amount, by the person who acts. */
  async isRequired(transaction: Transaction, kind: string, legalEntityId: string): Promise<boolean> {
    const policies = await this.policies.active(transaction, kind);
    if (policies.length === 0) return false;
    const makerRoles = await this.rolesOf(transaction, policies, transaction.acting.personId);
    const policyCase: PolicyCase = { amount: null, currency: null, legalEntityId, makerRoles };
    return policies.some((policy) => covers(policy, policyCase));
  }

  /** The roles that conditions are about; not looked up where none is. Undefined for no person, and for no condition. */
  async rolesOf(
    transaction: Transaction,
    policies: readonly PolicyConditions[],
    personId: string | undefined,
  ): Promise<string[] | undefined> {
    if (personId === undefined || policies.every(({ makerRole }) => makerRole === null)) return undefined;
    return this.approvers.rolesOf(transaction, personId);
  }

  /** @throws Problem approval_pending */
  async requireNotPending(transaction: Transaction, kind: string, subjectId: string): Promise<void> {
    const id = await this.requests.findPending(transaction, kind, subjectId);
    if (id === undefined) return;
    throw approvalProblems.approval_pending(`The approval request ${id} about it is pending: withdraw that first.`);
  }

  /** The pending request about a record; to be held before the record is, and voided before it changes. */
  holdPending(transaction: Transaction, kind: string, subjectId: string): Promise<string | undefined> {
    return this.requests.holdPending(transaction, kind, subjectId);
  }

  async void(transaction: Transaction, requestId: string, reason: string): Promise<void> {
    const request = await this.requests.get(transaction, requestId);
    await this.changes.end(transaction, request, { state: 'voided', reason, by: transaction.acting.personId ?? null });
  }
}
