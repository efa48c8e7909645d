import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobKinds, type JobOrder, type JobResult } from '../jobs/job-kinds.js';
import { JobTasks } from '../jobs/job-tasks.js';
import { auditPermissions } from './audit.permissions.js';
import { AUDIT_VERIFICATION, AuditVerifications } from './audit-verifications.service.js';
import type { KeptRoot } from './prove-chain.js';

const FIND_ORGANIZATIONS = 'SELECT id AS organization_id FROM platform.find_sealed_organizations() AS id';

/** Proves the chain when somebody asks for it, and that of every organization each night. */
@Injectable()
export class AuditVerificationJob implements OnModuleInit {
  constructor(
    private readonly kinds: JobKinds,
    private readonly tasks: JobTasks,
    private readonly verifications: AuditVerifications,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      name: AUDIT_VERIFICATION,
      permission: auditPermissions.readEntries,
      run: (order) => this.run(order),
    });
    this.tasks.add({
      name: 'verify_audit_chains',
      schedule: '20 2 * * *',
      // The next night makes up for what failed.
      attempts: 1,
      organizations: FIND_ORGANIZATIONS,
      run: async () => void (await this.verifications.run({})),
    });
  }

  private async run(order: JobOrder): Promise<JobResult> {
    const { id, status, sealedCount, findingCount } = await this.verifications.run(order.arguments as KeptRoot);
    const found = status === 'intact' ? 'is intact' : `is broken: ${findingCount} findings`;
    return {
      id,
      href: `/v1/audit-verifications/${id}`,
      summary: `The chain over ${sealedCount} records ${found}.`,
    };
  }
}
