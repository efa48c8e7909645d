import { builtInRoles, type PermissionCatalogue } from '../permissions/permission.js';

export const exportPermissions = {
  requestExports: {
    name: 'platform.export.request',
    description: 'Have lists and reports made into files by jobs, of what one may read, and download them',
    roles: builtInRoles,
    reserved: 'everybody',
  },
} satisfies PermissionCatalogue;
