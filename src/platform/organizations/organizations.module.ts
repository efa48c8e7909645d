import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { OrganizationProvisioning } from './organization-provisioning.service.js';

@Module({ imports: [AuthModule], providers: [OrganizationProvisioning], exports: [OrganizationProvisioning] })
export class OrganizationsModule {}
