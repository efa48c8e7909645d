import { Module } from '@nestjs/common';
import { OrganizationClosing } from './organization-closing.service.js';
import { OrganizationExport } from './organization-export.service.js';
import { OrganizationLifeController } from './organization-life.controller.js';

@Module({
  controllers: [OrganizationLifeController],
  providers: [OrganizationClosing, OrganizationExport],
})
export class OrganizationLifeModule {}
