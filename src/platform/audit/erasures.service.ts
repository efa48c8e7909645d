import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import { auditPermissions } from './audit.permissions.js';
import { auditProblems } from './audit.problems.js';
import type { CreateErasure, ErasureView } from './erasures.dto.js';

const ERASE = auditPermissions.erasePersonalValues.name;

const FIND_SUBJECT: Statement = {
  name: 'find_erasure_subject',
  text: `
    SELECT bool_or(status = 'active') AS active FROM (
      SELECT m.status FROM identity.membership m WHERE m.organization_id = $1 AND m.user_id = $2
      UNION ALL
      SELECT 'recorded' FROM platform.audit_personal_value v WHERE v.organization_id = $1 AND v.subject_id = $2) known`,
};
// The account first: its erasure is recorded with the values that it takes away, which go with the others.
const ERASE_ACCOUNT: Statement = { name: 'erase_account', text: 'SELECT identity.erase_account($1) AS erased' };
const ERASE_VALUES: Statement = {
  name: 'erase_personal_values',
  text: 'SELECT platform.erase_personal_values($1) AS count',
};
const INSERT_ERASURE: Statement = {
  name: 'insert_erasure',
  text: `
    INSERT INTO platform.erasure (organization_id, id, subject_id, reason, value_count, account_erased, erased_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};

/** Takes away what the audit trail says of a former member, and leaves the trail provable. */
@Injectable()
export class ErasuresService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create({ subjectId, reason }: CreateErasure): Promise<ErasureView> {
    return this.unitOfWork.run(ERASE, async (transaction) => {
      await requireFormerMember(transaction, subjectId);
      const { organizationId, acting } = transaction;
      const [account] = await transaction.rows<{ erased: boolean }>(ERASE_ACCOUNT, [subjectId]);
      const [values] = await transaction.rows<{ count: number }>(ERASE_VALUES, [subjectId]);
      const erasure = {
        id: newId(),
        subjectId,
        reason,
        valueCount: values!.count,
        accountErased: account!.erased,
        erasedBy: acting.actorId,
      };
      await transaction.rows(INSERT_ERASURE, [organizationId, ...Object.values(erasure)]);
      return { ...erasure, erasedAt: (await transaction.startedAt).toISOString() };
    });
  }
}

async function requireFormerMember(transaction: Transaction, subjectId: string): Promise<void> {
  const [subject] = await transaction.rows<{ active: boolean | null }>(FIND_SUBJECT, [
    transaction.organizationId,
    subjectId,
  ]);
  if (subject!.active === null) {
    throw platformProblems.not_found(`The organization knows nobody with the id ${subjectId}.`);
  }
  if (subject!.active) {
    const message = 'The person is an active member: what identifies members is needed. End the membership first.';
    throw auditProblems.person_active(message, [{ pointer: '/subjectId', code: 'person_active', message }]);
  }
}
