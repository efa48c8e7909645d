import type { PermissionCatalogue } from '../permissions/permission.js';

export const identityPermissions = {
  readRoles: {
    name: 'identity.role.read',
    description: 'Read the permissions that there are and the roles of the organization',
    roles: ['auditor'],
  },
  manageRoles: {
    name: 'identity.role.manage',
    description: 'Create, change and deactivate roles, with no more than one holds oneself',
    roles: [],
    notForEngaged: true,
  },
  readMemberships: {
    name: 'identity.membership.read',
    description: 'Read who belongs to the organization and who is invited, with their roles',
    roles: ['auditor'],
  },
  manageMemberships: {
    name: 'identity.membership.manage',
    description: 'Invite people, change their roles, end memberships',
    roles: [],
    notForEngaged: true,
  },
  manageOwners: {
    name: 'identity.owner.manage',
    description: 'Make and unmake owners',
    roles: [],
    reserved: 'owners',
    notForEngaged: true,
  },
  readDutyConflicts: {
    name: 'identity.duty_conflict.read',
    description: 'Read who, of people and service accounts, has duties that should not be in one hand',
    roles: ['auditor'],
  },
  readSecurityPolicy: {
    name: 'identity.security_policy.read',
    description: 'Read what the organization asks of its members at the sign-in',
    roles: ['auditor'],
  },
  manageSecurityPolicy: {
    name: 'identity.security_policy.manage',
    description: 'Change what the organization asks of its members at the sign-in',
    roles: [],
    reserved: 'people',
    notForEngaged: true,
  },
  readLoginHistory: {
    name: 'identity.login_history.read',
    description: 'Read the login history of the members, as far as it concerns the organization',
    roles: ['auditor'],
  },
  recoverSecondFactors: {
    name: 'identity.second_factor.recover',
    description: 'Ask for and approve, two people together, that a member who lost the second factor signs in without',
    roles: [],
    reserved: 'people',
    notForEngaged: true,
  },
  readKeys: {
    name: 'identity.api_key.read',
    description: 'Read which API keys there are and what they may do; never their secrets',
    roles: ['auditor'],
  },
  manageKeys: {
    name: 'identity.api_key.manage',
    description: 'Create API keys with no more than one holds oneself, and revoke any',
    roles: [],
    reserved: 'people',
    notForEngaged: true,
  },
  readServiceAccounts: {
    name: 'identity.service_account.read',
    description:
      'Read which service accounts there are, what they may do and which secrets they have; never these themselves',
    roles: ['auditor'],
  },
  manageServiceAccounts: {
    name: 'identity.service_account.manage',
    description:
      'Create, change and deactivate service accounts and their secrets, with no more than one holds oneself',
    roles: [],
    reserved: 'people',
    notForEngaged: true,
  },
  readEngagements: {
    name: 'identity.engagement.read',
    description: 'Read who of other firms is, was and will be engaged, and for what',
    roles: ['auditor'],
  },
  manageEngagements: {
    name: 'identity.engagement.manage',
    description: 'Engage people of other firms, with no more than one holds oneself, change and end engagements',
    roles: [],
    reserved: 'people',
    notForEngaged: true,
  },
} satisfies PermissionCatalogue;
