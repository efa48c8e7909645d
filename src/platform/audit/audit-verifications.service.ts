import { Injectable } from '@nestjs/common';
import { newId } from '#kernel/id.js';
import type { Statement, Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { platformProblems } from '../http/platform.problems.js';
import type { AcceptedJob } from '../jobs/accepted-job.js';
import { Jobs } from '../jobs/jobs.service.js';
import type { ListRequest, Page } from '../listing/list-request.js';
import { auditEvents } from './audit.events.js';
import {
  type AuditVerificationRow,
  AuditVerificationView,
  type RunAuditVerification,
} from './audit-verifications.dto.js';
import { auditVerificationColumns } from './audit-verifications.list.js';
import { type KeptRoot, missingOf, proveChain } from './prove-chain.js';

/** Kind of the job. */
export const AUDIT_VERIFICATION = 'platform.audit_verification';

const TABLE = 'platform.audit_verification verification';

const FIND: Statement = {
  name: 'find_audit_verification',
  text: [
    'SELECT',
    auditVerificationColumns,
    'FROM',
    TABLE,
    'WHERE verification.organization_id = $1 AND verification.id = $2',
  ].join(' '),
};
const INSERT: Statement = {
  name: 'insert_audit_verification',
  text: `
    INSERT INTO platform.audit_verification
      (organization_id, id, status, kept_sequence, kept_root, seal_count, sealed_count, waiting_count, finding_count,
       findings, actor_id, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};

/** Proofs of the whole chain that are kept with what they found. */
@Injectable()
export class AuditVerifications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  request(kept: RunAuditVerification): Promise<AcceptedJob> {
    const missing = missingOf(kept);
    if (missing !== undefined) {
      const message = 'Send sequence and rootHash together, as getAuditChain answered them.';
      throw platformProblems.validation_failed(message, [{ pointer: `/${missing}`, code: 'required', message }]);
    }
    return this.jobs.request(AUDIT_VERIFICATION, { arguments: kept, content: Buffer.alloc(0) });
  }

  list(request: ListRequest): Promise<Page<AuditVerificationView>> {
    return this.unitOfWork.read(async (transaction) => {
      const rows = await request.rows<AuditVerificationRow>(transaction, {
        columns: auditVerificationColumns,
        from: TABLE,
        where: 'verification.organization_id = $1',
        parameters: [transaction.organizationId],
      });
      return request.page(rows, (row) => AuditVerificationView.from(row));
    });
  }

  find(id: string): Promise<AuditVerificationView> {
    return this.unitOfWork.read((transaction) => get(transaction, id));
  }

  /** Proves the chain, keeps what was found, and tells others where it is broken. */
  run(kept: KeptRoot): Promise<AuditVerificationView> {
    return this.unitOfWork.run('platform.audit_verification.create', async (transaction) => {
      const { organizationId, acting } = transaction;
      const found = await proveChain(transaction, kept);
      const id = newId();
      const { status, sealCount, sealedCount, waitingCount, findingCount, findings } = found;
      const counts = [sealCount, sealedCount, waitingCount, findingCount];
      const values = [status, kept.sequence, kept.rootHash, ...counts, JSON.stringify(findings)];
      await transaction.rows(INSERT, [organizationId, id, ...values, acting.actorId, acting.requestId]);
      if (status === 'broken') {
        await transaction.publish(auditEvents.chainBroken, organizationId, { auditVerificationId: id, findingCount });
      }
      return get(transaction, id);
    });
  }
}

async function get(transaction: Transaction, id: string): Promise<AuditVerificationView> {
  const values = [transaction.organizationId, id];
  const [row] = await transaction.rows<AuditVerificationRow & Record<string, unknown>>(FIND, values);
  if (!row) throw platformProblems.not_found(`There is no verification ${id}.`);
  return AuditVerificationView.from(row);
}
