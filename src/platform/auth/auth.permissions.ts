import { builtInRoles, type PermissionCatalogue } from '../permissions/permission.js';

export const authPermissions = {
  signOut: { name: 'auth.session.end', description: 'End the own session', roles: builtInRoles },
} satisfies PermissionCatalogue;
