import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const openItemPermissions = {
  allocate: {
    name: 'accounting.open_item.allocate',
    description: 'Settle open items with each other, and undo it',
    roles: ['accountant', 'bookkeeper', 'integrator'],
    withinLegalEntity: true,
  },
} as const satisfies PermissionCatalogue;
