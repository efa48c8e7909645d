import type { PermissionCatalogue } from '../permissions/permission.js';

export const retentionPermissions = {
  readRetention: {
    name: 'platform.retention.read',
    description: 'Read how long what tells of the operation is kept, and how much of it is old enough to go',
    roles: ['auditor'],
  },
  manageRetention: {
    name: 'platform.retention.manage',
    description: 'Change how long what tells of the operation is kept',
    roles: [],
    reserved: 'people',
  },
} satisfies PermissionCatalogue;
