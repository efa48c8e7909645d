import { builtInRoles, type PermissionCatalogue } from '../permissions/permission.js';

export const notificationPermissions = {
  ownNotifications: {
    name: 'platform.notification.manage',
    description: 'Read what one is told, and decide how one is told',
    roles: builtInRoles,
    reserved: 'own_account',
  },
} satisfies PermissionCatalogue;
