import type { PermissionCatalogue } from '#platform/permissions/permission.js';

export const withholdingPermissions = {
  certifyWithholdings: {
    name: 'accounting.withholding.certify',
    description: 'Keep the certificates of taxes that customers withheld',
    roles: ['accountant', 'bookkeeper'],
    withinLegalEntity: true,
  },
} as const satisfies PermissionCatalogue;
