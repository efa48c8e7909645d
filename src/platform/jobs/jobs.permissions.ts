import { builtInRoles, type PermissionCatalogue } from '../permissions/permission.js';

export const jobPermissions = {
  followOwn: {
    name: 'platform.job.read',
    description: 'See, cancel and retry the jobs that one has asked for',
    roles: builtInRoles,
    reserved: 'everybody',
  },
  manageAll: {
    name: 'platform.job.manage',
    description: 'See, cancel and retry the jobs that others have asked for',
    roles: [],
  },
} satisfies PermissionCatalogue;
