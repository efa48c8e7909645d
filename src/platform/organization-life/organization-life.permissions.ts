import type { PermissionCatalogue } from '../permissions/permission.js';

export const organizationLifePermissions = {
  exportOrganization: {
    name: 'platform.organization.export',
    description: 'Take everything that the organization has out of the installation, as one file',
    roles: [],
    reserved: 'owners',
  },
  closeOrganization: {
    name: 'platform.organization.close',
    description: 'Close the organization: nobody acts in it any more',
    roles: [],
    reserved: 'owners',
  },
} satisfies PermissionCatalogue;
