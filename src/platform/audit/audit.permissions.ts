import type { PermissionCatalogue } from '../permissions/permission.js';

export const auditPermissions = {
  readEntries: {
    name: 'platform.audit_entry.read',
    description: 'Read the audit trail and prove its chain',
    roles: ['auditor'],
  },
  erasePersonalValues: {
    name: 'platform.erasure.create',
    description: 'Erase the personal values of former members',
    roles: [],
  },
} satisfies PermissionCatalogue;
