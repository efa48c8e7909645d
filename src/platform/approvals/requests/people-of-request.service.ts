import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../database/acting.js';
import type { Transaction } from '../../database/transaction.js';
import { OrganizationClock } from '../../organizations/organization-clock.js';
import { actingPerson } from '../acting-person.js';
import { approvalProblems } from '../approvals.problems.js';
import { ApproversRepository } from '../approvers.repository.js';
import type { ApprovalRequestView } from './approval-requests.dto.js';

/** Who asks, who wrote what is asked for, and who could decide. */
@Injectable()
export class PeopleOfRequest {
  constructor(
    private readonly clock: OrganizationClock,
    private readonly approvers: ApproversRepository,
  ) {}

  async of(transaction: Transaction, recordType: string | null, recordId: string) {
    const makerId = actingPerson(transaction);
    const authors = recordType === null ? [] : await this.approvers.writersOf(transaction, recordType, recordId);
    const people = await this.approvers.peopleBehind(transaction, [makerId, ...authors]);
    return {
      makerId,
      makerRoles: await this.approvers.rolesOf(transaction, makerId),
      authorIds: people.filter((id) => id !== SYSTEM_ACTOR),
      today: await this.clock.today(transaction),
    };
  }

  /** Better told now than waited for in vain. */
  async requireSome(transaction: Transaction, { id, steps }: ApprovalRequestView): Promise<void> {
    for (const { number, name, required, escalationRoles, escalationIds } of steps) {
      const approvers = await this.approvers.ofStep(transaction, id, number);
      if (approvers.length >= required || escalationRoles.length + escalationIds.length > 0) continue;
      const step = name === null ? `Step ${number}` : `Step ${number} (${name})`;
      throw approvalProblems.approval_without_approvers(
        `${step} needs ${required} approvers, and ${approvers.length} could decide besides those who wrote it.`,
      );
    }
  }
}
