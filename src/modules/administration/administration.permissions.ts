import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const administrationPermissions = {
  readLegalEntities: {
    name: 'administration.legal_entity.read',
    description: 'Read the legal entities of the organization',
    roles: ['accountant', 'bookkeeper', 'auditor', 'integrator'],
  },
  manageLegalEntities: {
    name: 'administration.legal_entity.manage',
    description: 'Create and change legal entities',
    roles: [],
  },
} satisfies PermissionCatalogue;
