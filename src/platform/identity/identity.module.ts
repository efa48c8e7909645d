import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { LoginHistoryPurge } from '../auth/login-history/login-history-purge.service.js';
import { ApiKeyExpiry } from './api-keys/api-key-expiry.service.js';
import { ApiKey } from './api-keys/api-key.entity.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { ClientSecret } from './client-secrets/client-secret.entity.js';
import { ClientSecretsController } from './client-secrets/client-secrets.controller.js';
import { ClientSecretsService } from './client-secrets/client-secrets.service.js';
import { DutyConflictsController } from './duty-conflicts/duty-conflicts.controller.js';
import { DutyConflictsRepository } from './duty-conflicts/duty-conflicts.repository.js';
import { DutyConflictsService } from './duty-conflicts/duty-conflicts.service.js';
import { EngagementGrants } from './engagements/engagement-grants.service.js';
import { Engagement } from './engagements/engagement.entity.js';
import { EngagementsController } from './engagements/engagements.controller.js';
import { EngagementsService } from './engagements/engagements.service.js';
import { InvitationAcceptance } from './invitations/invitation-acceptance.service.js';
import { InvitationMail } from './invitations/invitation-mail.service.js';
import { Invitation } from './invitations/invitation.entity.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { MemberLoginsController } from './login-history/member-logins.controller.js';
import { Membership } from './memberships/membership.entity.js';
import { MembershipsController } from './memberships/memberships.controller.js';
import { MembershipsService } from './memberships/memberships.service.js';
import { ProgramGrants } from './program-grants.service.js';
import { RoleGrants } from './role-grants.service.js';
import { Role } from './roles/role.entity.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesService } from './roles/roles.service.js';
import { SecondFactorRecoveriesController } from './second-factor-recoveries/second-factor-recoveries.controller.js';
import { SecondFactorRecoveriesService } from './second-factor-recoveries/second-factor-recoveries.service.js';
import { SecondFactorRecovery } from './second-factor-recoveries/second-factor-recovery.entity.js';
import { SecurityPolicyController } from './security-policy/security-policy.controller.js';
import { SecurityPolicyService } from './security-policy/security-policy.service.js';
import { ServiceAccount } from './service-accounts/service-account.entity.js';
import { ServiceAccountsController } from './service-accounts/service-accounts.controller.js';
import { ServiceAccountsService } from './service-accounts/service-accounts.service.js';

@Module({
  imports: [
    AuthModule,
    OrganizationsModule,
    TypeOrmModule.forFeature([
      ApiKey,
      ClientSecret,
      Engagement,
      Invitation,
      Membership,
      Role,
      SecondFactorRecovery,
      ServiceAccount,
    ]),
  ],
  controllers: [
    ApiKeysController,
    ClientSecretsController,
    DutyConflictsController,
    EngagementsController,
    InvitationsController,
    MemberLoginsController,
    MembershipsController,
    RolesController,
    SecondFactorRecoveriesController,
    SecurityPolicyController,
    ServiceAccountsController,
  ],
  providers: [
    ApiKeyExpiry,
    ApiKeysService,
    ClientSecretsService,
    DutyConflictsRepository,
    DutyConflictsService,
    EngagementGrants,
    EngagementsService,
    InvitationAcceptance,
    InvitationMail,
    InvitationsService,
    LoginHistoryPurge,
    MembershipsService,
    ProgramGrants,
    RoleGrants,
    RolesService,
    SecondFactorRecoveriesService,
    SecurityPolicyService,
    ServiceAccountsService,
  ],
})
export class IdentityModule {}
