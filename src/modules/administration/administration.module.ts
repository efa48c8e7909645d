import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LegalEntities } from './contract/legal-entities.js';
import { LegalEntitiesController } from './legal-entities/legal-entities.controller.js';
import { LegalEntitiesService } from './legal-entities/legal-entities.service.js';
import { LegalEntity } from './legal-entities/legal-entity.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([LegalEntity])],
  controllers: [LegalEntitiesController],
  providers: [LegalEntitiesService, { provide: LegalEntities, useExisting: LegalEntitiesService }],
  exports: [LegalEntities],
})
export class AdministrationModule {}
