import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { OrganizationClock } from './organization-clock.js';
import { OrganizationProvisioning } from './organization-provisioning.service.js';

@Module({
  imports: [AuthModule],
  providers: [OrganizationClock, OrganizationProvisioning],
  exports: [OrganizationClock, OrganizationProvisioning],
})
export class OrganizationsModule {}
