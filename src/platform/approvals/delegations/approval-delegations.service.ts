import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { ProblemError } from '#kernel/problem.js';
import type { Statement, Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { requireVersion } from '../../http/etag.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import { OrganizationClock } from '../../organizations/organization-clock.js';
import { actingPerson } from '../acting-person.js';
import { approvalPermissions } from '../approvals.permissions.js';
import { approvalProblems } from '../approvals.problems.js';
import { ApprovableSubjects } from '../approvable-subjects.js';
import { ApproversRepository } from '../approvers.repository.js';
import type { ApprovalDelegationView, CreateApprovalDelegation } from './approval-delegations.dto.js';
import { approvalDelegationColumns } from './approval-delegations.list.js';

const PART = approvalPermissions.takePart.name;
const MANAGE = approvalPermissions.manageDelegations.name;

type DelegationRow = Omit<ApprovalDelegationView, 'createdAt' | 'updatedAt' | 'revokedAt'> & {
  createdAt: Date;
  updatedAt: Date;
  revokedAt: Date | null;
  [column: string]: unknown;
};

/** `$2` whether the caller sees those of everybody, `$3` the caller. */
const SEEN = 'delegation.organization_id = $1 AND ($2 OR $3 IN (delegation.delegator_id, delegation.delegate_id))';
const FROM = 'FROM platform.approval_delegation delegation WHERE';
const FIND: Statement = {
  name: 'find_approval_delegation',
  text: ['SELECT', approvalDelegationColumns, FROM, SEEN, 'AND delegation.id = $4'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_approval_delegation',
  text: ['SELECT', approvalDelegationColumns, FROM, SEEN, 'AND delegation.id = $4 FOR UPDATE'].join(' '),
};
const INSERT: Statement = {
  name: 'insert_approval_delegation',
  text: `
    INSERT INTO platform.approval_delegation
      (organization_id, id, delegator_id, delegate_id, starts_on, ends_on, subject_kind, reason, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const REVOKE: Statement = {
  name: 'revoke_approval_delegation',
  text: `
    UPDATE platform.approval_delegation
    SET revoked_at = now(), revoked_by = $3, version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

/** Who decides in whose place, and when. */
@Injectable()
export class ApprovalDelegationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: OrganizationClock,
    private readonly subjects: ApprovableSubjects,
    private readonly approvers: ApproversRepository,
  ) {}

  list(request: ListRequest): Promise<Page<ApprovalDelegationView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<DelegationRow>(transaction, {
        columns: approvalDelegationColumns,
        from: 'platform.approval_delegation delegation',
        where: SEEN,
        parameters: seenBy(transaction),
      });
      return request.page(rows, viewOf);
    });
  }

  find(id: string): Promise<ApprovalDelegationView> {
    return this.unitOfWork.read((transaction) => one(transaction, FIND, id));
  }

  /** @throws Problem approval_delegation_refused */
  create(body: CreateApprovalDelegation): Promise<ApprovalDelegationView> {
    return this.unitOfWork.run(PART, async (transaction) => {
      const caller = actingPerson(transaction);
      const delegatorId = body.delegatorId?.toLowerCase() ?? caller;
      const delegateId = body.delegateId.toLowerCase();
      if (delegatorId !== caller && !transaction.acting.permissions.has(MANAGE)) {
        throw platformProblems.forbidden(`To delegate what others decide needs the permission ${MANAGE}.`);
      }
      const { startsOn, endsOn, subjectKind = null, reason = null } = body;
      const errors = await this.faultsOf(transaction, { delegatorId, delegateId, startsOn, endsOn, subjectKind });
      if (errors.length > 0) throw approvalProblems.approval_delegation_refused(errors[0]!.message, errors);
      const id = newId();
      const { organizationId, acting } = transaction;
      const what = [delegatorId, delegateId, startsOn, endsOn, subjectKind, reason];
      await transaction.rows(INSERT, [organizationId, id, ...what, acting.actorId]);
      return one(transaction, FIND, id);
    });
  }

  /** @throws Problem approval_delegation_revoked */
  revoke(id: string, seenVersion: number): Promise<ApprovalDelegationView> {
    return this.unitOfWork.run(PART, async (transaction) => {
      const { delegatorId, revokedAt, version } = await one(transaction, HOLD, id);
      if (delegatorId !== actingPerson(transaction) && !transaction.acting.permissions.has(MANAGE)) {
        throw platformProblems.forbidden(`Whoever delegated takes it back, or who has the permission ${MANAGE}.`);
      }
      if (revokedAt !== null) throw approvalProblems.approval_delegation_revoked('It was taken back already.');
      requireVersion(version, seenVersion);
      await transaction.rows(REVOKE, [transaction.organizationId, id, transaction.acting.actorId]);
      return one(transaction, FIND, id);
    });
  }

  private async faultsOf(
    transaction: Transaction,
    wish: Required<
      Pick<CreateApprovalDelegation, 'delegatorId' | 'delegateId' | 'startsOn' | 'endsOn' | 'subjectKind'>
    >,
  ): Promise<ProblemError[]> {
    const { delegatorId, delegateId, startsOn, endsOn, subjectKind } = wish;
    const today = await this.clock.today(transaction);
    const members = await this.approvers.activePeople(transaction, [delegatorId, delegateId]);
    const faults: [boolean, string, string, string][] = [
      [!members.has(delegatorId), 'delegatorId', 'person_unknown', `No active member is the person ${delegatorId}.`],
      [!members.has(delegateId), 'delegateId', 'person_unknown', `No active member is the person ${delegateId}.`],
      [delegatorId === delegateId, 'delegateId', 'same_person', 'Nobody delegates to themselves.'],
      [endsOn < startsOn, 'endsOn', 'ends_before_start', 'It ends on its first day or later.'],
      [endsOn < today, 'endsOn', 'in_the_past', `It would be over: today is ${today}.`],
      [
        subjectKind !== null && !this.subjects.get(subjectKind ?? ''),
        'subjectKind',
        'unknown_subject_kind',
        `These are approved: ${this.subjects.kinds.join(', ')}.`,
      ],
    ];
    return faults.flatMap(([is, field, code, message]) => (is ? [{ pointer: `/${field}`, code, message }] : []));
  }
}

const seenBy = (transaction: Transaction) => [
  transaction.organizationId,
  transaction.acting.permissions.has(MANAGE),
  actingPerson(transaction),
];

async function one(transaction: Transaction, statement: Statement, id: string): Promise<ApprovalDelegationView> {
  const [row] = await transaction.rows<DelegationRow>(statement, [...seenBy(transaction), id]);
  if (!row) throw platformProblems.not_found(`There is no approval delegation ${id}.`);
  return viewOf(row);
}

function viewOf(row: DelegationRow): ApprovalDelegationView {
  const { id, delegatorId, delegateId, subjectKind, startsOn, endsOn, reason, createdBy, revokedBy, version } = row;
  return {
    id,
    delegatorId,
    delegateId,
    subjectKind,
    startsOn,
    endsOn,
    reason,
    createdBy,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokedBy,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
