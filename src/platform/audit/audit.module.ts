import { Module } from '@nestjs/common';
import { AuditChainController } from './audit-chain.controller.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditEntriesController } from './audit-entries.controller.js';
import { AuditEntriesService } from './audit-entries.service.js';
import { AuditProofsService } from './audit-proofs.service.js';
import { AuditSealsRepository } from './audit-seals.repository.js';
import { AuditVerificationJob } from './audit-verification.job.js';
import { AuditVerificationsController } from './audit-verifications.controller.js';
import { AuditVerifications } from './audit-verifications.service.js';
import { ErasuresController } from './erasures.controller.js';
import { ErasuresService } from './erasures.service.js';
import { AuditTrailExport } from './trail/audit-trail-export.service.js';

@Module({
  controllers: [AuditEntriesController, AuditChainController, AuditVerificationsController, ErasuresController],
  providers: [
    AuditChainService,
    AuditEntriesService,
    AuditProofsService,
    AuditSealsRepository,
    AuditTrailExport,
    AuditVerificationJob,
    AuditVerifications,
    ErasuresService,
  ],
})
export class AuditModule {}
