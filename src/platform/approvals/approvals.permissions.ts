import { builtInRoles, type PermissionCatalogue } from '../permissions/permission.js';

export const approvalPermissions = {
  readPolicies: {
    name: 'platform.approval_policy.read',
    description: 'Read which policies ask for approvals',
    roles: ['accountant', 'auditor'],
  },
  managePolicies: {
    name: 'platform.approval_policy.manage',
    description: 'Make and change policies that ask for approvals; gives no say in a request',
    roles: [],
  },
  readRequests: {
    name: 'platform.approval_request.read',
    description: 'Read requests for approval, their decisions and comments',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
  },
  submitRequests: {
    name: 'platform.approval_request.submit',
    description: 'Submit for approval what one may write, and withdraw it',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
  seeRequests: {
    name: 'platform.approval_request.see_own',
    description: 'See the requests for approval that one made, decides or decided',
    roles: builtInRoles,
    reserved: 'everybody',
  },
  takePart: {
    name: 'platform.approval_request.decide',
    description:
      'See and decide what waits for oneself, comment on it, and delegate to others; policies say what that is',
    roles: builtInRoles,
    reserved: 'own_account',
  },
  manageDelegations: {
    name: 'platform.approval_delegation.manage',
    description: 'See, make and revoke delegations of everybody',
    roles: [],
  },
} satisfies PermissionCatalogue;
