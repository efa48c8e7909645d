import type { PermissionCatalogue } from '../permissions/permission.js';

export const eventPermissions = {
  readEvents: {
    name: 'platform.event.read',
    description: 'Read which events there are and the events of the organization',
    roles: ['auditor', 'integrator'],
  },
} satisfies PermissionCatalogue;
