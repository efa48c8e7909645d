import type { PermissionCatalogue } from '../permissions/permission.js';

export const accessLogPermissions = {
  readAccessLog: {
    name: 'platform.access_log.read',
    description: 'Read who has read what is sensitive',
    roles: ['auditor'],
  },
} satisfies PermissionCatalogue;
