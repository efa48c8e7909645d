import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../database/transaction.js';
import { platformProblems } from '../../http/platform.problems.js';
import type { ListRequest, Page } from '../../listing/list-request.js';
import type { ApprovalPolicyView } from './approval-policies.dto.js';
import { approvalPolicyColumns } from './approval-policies.list.js';

type PolicyRow = Omit<ApprovalPolicyView, 'createdAt' | 'updatedAt'> & {
  createdAt: Date;
  updatedAt: Date;
  [column: string]: unknown;
};

/** What of a policy its maker decides. */
export type PolicyContent = Pick<
  ApprovalPolicyView,
  'name' | 'amountFrom' | 'currency' | 'legalEntityId' | 'makerRole' | 'steps' | 'isActive'
>;

const FROM = 'FROM platform.approval_policy policy WHERE policy.organization_id = $1 AND';
const FIND: Statement = {
  name: 'find_approval_policy',
  text: ['SELECT', approvalPolicyColumns, FROM, 'policy.id = $2'].join(' '),
};
const HOLD: Statement = {
  name: 'hold_approval_policy',
  text: ['SELECT', approvalPolicyColumns, FROM, 'policy.id = $2 FOR UPDATE'].join(' '),
};
const FIND_ACTIVE: Statement = {
  name: 'find_active_approval_policies',
  text: ['SELECT', approvalPolicyColumns, FROM, 'policy.subject_kind = $2 AND policy.is_active'].join(' '),
};
const INSERT: Statement = {
  name: 'insert_approval_policy',
  text: `
    INSERT INTO platform.approval_policy
      (organization_id, id, subject_kind, created_by, legal_entity_id, name, amount_from, currency, maker_role, steps, is_active)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};
const UPDATE: Statement = {
  name: 'update_approval_policy',
  text: `
    UPDATE platform.approval_policy
    SET name = $3, amount_from = $4, currency = $5, maker_role = $6, steps = $7, is_active = $8,
        version = version + 1, updated_at = now()
    WHERE organization_id = $1 AND id = $2`,
};

@Injectable()
export class ApprovalPoliciesRepository {
  async list(transaction: Transaction, request: ListRequest): Promise<Page<ApprovalPolicyView>> {
    const rows = await request.rows<PolicyRow>(transaction, {
      columns: approvalPolicyColumns,
      from: 'platform.approval_policy policy',
      where: 'policy.organization_id = $1',
      parameters: [transaction.organizationId],
    });
    return request.page(rows, viewOf);
  }

  /** @throws Problem not_found */
  async get(transaction: Transaction, id: string): Promise<ApprovalPolicyView> {
    return this.one(transaction, FIND, id);
  }

  /**
   * The same, while nobody else can change it.
   *
   * @throws Problem not_found
   */
  async hold(transaction: Transaction, id: string): Promise<ApprovalPolicyView> {
    return this.one(transaction, HOLD, id);
  }

  async active(transaction: Transaction, subjectKind: string): Promise<ApprovalPolicyView[]> {
    const rows = await transaction.rows<PolicyRow>(FIND_ACTIVE, [transaction.organizationId, subjectKind]);
    return rows.map(viewOf);
  }

  async insert(transaction: Transaction, id: string, subjectKind: string, content: PolicyContent): Promise<void> {
    const { organizationId, acting } = transaction;
    const fixed = [organizationId, id, subjectKind, acting.actorId, content.legalEntityId];
    await transaction.rows(INSERT, [...fixed, ...valuesOf(content)]);
  }

  async update(transaction: Transaction, id: string, content: PolicyContent): Promise<void> {
    await transaction.rows(UPDATE, [transaction.organizationId, id, ...valuesOf(content)]);
  }

  private async one(transaction: Transaction, statement: Statement, id: string): Promise<ApprovalPolicyView> {
    const [row] = await transaction.rows<PolicyRow>(statement, [transaction.organizationId, id]);
    if (!row) throw platformProblems.not_found(`There is no approval policy ${id}.`);
    return viewOf(row);
  }
}

const valuesOf = ({ name, amountFrom, currency, makerRole, steps, isActive }: PolicyContent) => [
  name,
  amountFrom,
  currency,
  makerRole,
  JSON.stringify(steps),
  isActive,
];

function viewOf(row: PolicyRow): ApprovalPolicyView {
  const { id, name, subjectKind, amountFrom, currency, legalEntityId, makerRole, steps, isActive, createdBy, version } =
    row;
  return {
    id,
    name,
    subjectKind,
    amountFrom,
    currency,
    legalEntityId,
    makerRole,
    steps,
    isActive,
    createdBy,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
