import { Module } from '@nestjs/common';
import { AuditChainController } from './audit-chain.controller.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditEntriesController } from './audit-entries.controller.js';
import { AuditEntriesService } from './audit-entries.service.js';
import { ErasuresController } from './erasures.controller.js';
import { ErasuresService } from './erasures.service.js';

@Module({
  controllers: [AuditEntriesController, AuditChainController, ErasuresController],
  providers: [AuditEntriesService, AuditChainService, ErasuresService],
})
export class AuditModule {}
