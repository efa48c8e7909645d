import { builtInRoles, type PermissionCatalogue } from '../permissions/permission.js';

export const authPermissions = {
  signOut: {
    name: 'auth.session.end',
    description: 'End the own session',
    roles: builtInRoles,
    reserved: 'own_account',
  },
  ownAccount: {
    name: 'auth.account.manage',
    description: 'See and end the own sessions, change the own password, act in another of the own organizations',
    roles: builtInRoles,
    reserved: 'own_account',
  },
} satisfies PermissionCatalogue;
