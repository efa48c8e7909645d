import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const revaluationPermissions = {
  revalue: {
    name: 'accounting.revaluation.run',
    description: 'Value what is open in foreign currencies at closing rates, and undo it',
    roles: ['accountant'],
    withinLegalEntity: true,
  },
} as const satisfies PermissionCatalogue;
